"""chitieu reads Vietnamese public plans into typed, exact, traceable values.

>>> import chitieu as ct
>>> target = ct.parse_target("không quá 2,5%")
>>> target.bound.value, str(target.quantity)
('at_most', '2,5%')

Names are loaded when first used: ``import chitieu`` loads no other module of the library, and none of
pint, babel and hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chitieu import agencies as agencies
    from chitieu import areas as areas
    from chitieu import indicators as indicators
    from chitieu import provinces as provinces
    from chitieu import testing as testing
    from chitieu import units as units
    from chitieu.agencies.agency import Agency
    from chitieu.agencies.reader import find_agencies
    from chitieu.areas import Area
    from chitieu.checking.identity.identities import IdentityKind, IdentityResult
    from chitieu.checking.registry import available_rules, get_rule, using_rules
    from chitieu.checking.rules import Rule, RuleError, RuleFault, rule
    from chitieu.checking.runner import CheckReport, Silence, check, run_checks
    from chitieu.checking.subject import Subject
    from chitieu.corpus import PlanRow, find_plan_files, read_plans
    from chitieu.dataset import DatasetSummary, write_dataset
    from chitieu.documents.chain import DocumentGraph, document_graph
    from chitieu.documents.citing import DocumentRelation
    from chitieu.documents.identity import DocumentIdentity, identify
    from chitieu.documents.links import CitationPlace, DocumentEdge, DocumentNode, DocumentPart, IdentityDoubt
    from chitieu.documents.recipients import PartyKind, RecipientParty
    from chitieu.documents.references import Reference, ReferenceFamily, find_references, parse_reference
    from chitieu.documents.signatures import Authority, SignedFor
    from chitieu.errors import (
        AmbiguousNumberError,
        ChitieuError,
        DocumentError,
        FormatProblem,
        MissingExtraError,
        NotAPlanError,
        NumberTypeError,
        ParseError,
        ProvinceFormatError,
        ProvincePluginError,
        ProvincePluginWarning,
        SourceError,
        UnitError,
        UnknownAgencyError,
        UnknownAreaError,
        UnknownProvinceError,
        WriteError,
    )
    from chitieu.exchange.actuals import Actuals, read_actuals
    from chitieu.exchange.from_arrow import plans_from_tables
    from chitieu.exchange.iati import to_iati
    from chitieu.exchange.json import configure_converter, from_json, to_json
    from chitieu.exchange.merged_workbook import write_merged
    from chitieu.exchange.plan_schema import plan_schema
    from chitieu.exchange.report_merge import MergedReport, ReportClaim, ReportConflict, merge_reports
    from chitieu.exchange.report_reading import read_report
    from chitieu.exchange.report_rows import PlanIdentity
    from chitieu.exchange.report_template import write_report_template
    from chitieu.exchange.report_values import Report, ReportedTask, ReportedValue, ReportError, ReportProblem
    from chitieu.exchange.scoring import example_scoring_rule, parse_scoring_rule, read_scoring_rule
    from chitieu.exchange.sdmx import SdmxData, to_sdmx, write_sdmx
    from chitieu.findings import Finding, Severity
    from chitieu.indicators.match import IndicatorMatch, MatchReason, match_indicator, resolve_indicator
    from chitieu.indicators.records import (
        Indicator,
        IndicatorError,
        SeriesBreak,
        StatisticalCode,
        UnknownIndicatorError,
    )
    from chitieu.indicators.registry import (
        available_indicators,
        breaks_between,
        get_indicator,
        register_indicator,
        search_indicators,
    )
    from chitieu.levels import Level, Marker
    from chitieu.monitoring.fulfilment import completion, elapsed, pace
    from chitieu.monitoring.observation_match import Doubt
    from chitieu.monitoring.observations import Observation, ObservationError, ObservationStatus, Rating
    from chitieu.monitoring.plan_progress import progress
    from chitieu.monitoring.progress_values import Progress, ProgressRow, ProgressSummary
    from chitieu.monitoring.rating import Verdict, rate
    from chitieu.monitoring.rating_rule import RatingRule, RatingRuleError
    from chitieu.monitoring.series import Series, SeriesChange, SeriesError, series_of
    from chitieu.monitoring.task_progress import TaskDoubt, TaskProgress, TaskRow, tally, task_progress
    from chitieu.monitoring.task_states import TaskReport, TaskState
    from chitieu.monitoring.task_tally import TallyFault, TaskTally, check_tally
    from chitieu.numbers.decimals import NumberStyle, parse_number, read_number
    from chitieu.numbers.spelled import parse_spelled_number
    from chitieu.numbers.spelling import Spelling, SpellingError, spell_number
    from chitieu.periods.dates import find_dates, parse_date
    from chitieu.periods.period import Calendar, Period, PeriodError, PeriodKind, Recurrence
    from chitieu.periods.text import find_periods, format_period, parse_period
    from chitieu.plan import (
        Appendix,
        AssignedTask,
        Assignment,
        DueReport,
        Footnote,
        OwedReport,
        Plan,
        PlannedIndicator,
        Recipient,
        Relation,
        ReportFrequency,
        ReportingSchedule,
        Role,
        RoleMatrix,
        Signatory,
        TargetKind,
        Task,
        TaskOwner,
    )
    from chitieu.provinces import (
        DetectedProvince,
        LocalAgency,
        LocalIndicator,
        Origin,
        ProvinceFormat,
        available_provinces,
        detect_province,
        get_province,
        load_format,
        province_origins,
    )
    from chitieu.provinces.writing import format_date, format_number, format_quantity, format_target
    from chitieu.quantities.arithmetic import growth, per_head, point_difference, share
    from chitieu.quantities.money import ExchangeRate
    from chitieu.quantities.quantity import Quantity, format_compact
    from chitieu.quantities.reader import (
        QuantityColumn,
        find_quantities,
        parse_quantities,
        parse_quantity,
        read_quantity,
    )
    from chitieu.quantities.words import spell_quantity
    from chitieu.reading import parse_indicators, parse_plan
    from chitieu.reading.emulation import find_emulation_blocks
    from chitieu.reasons import Reason
    from chitieu.saving.docx import write_docx
    from chitieu.saving.files import write_plan
    from chitieu.saving.html import render_html
    from chitieu.saving.opening import read_plan
    from chitieu.saving.rendering import render_plan
    from chitieu.scoring.emulation import Award, AwardKind, BlockKind, BlockOffice, EmulationBlock, award_kinds
    from chitieu.scoring.ranking import Standing, rank_sheets
    from chitieu.scoring.rule import (
        Adjustment,
        AwardQuota,
        Criterion,
        CriterionGroup,
        Fault,
        Grade,
        ScoringRule,
        ScoringRuleError,
    )
    from chitieu.scoring.sheet import Score, ScoreLine, ScoreSheet, ScoreSheetError, score_sheet
    from chitieu.sources import Place, SourceDocument, SourceNote, SourceTable, read_document
    from chitieu.tabular import tables, write_csv
    from chitieu.targets.reader import find_targets, parse_target
    from chitieu.targets.target import Bound, Change, Target
    from chitieu.text import Mention, Span, fold
    from chitieu.units import Unit, UnitKind, parse_unit, register_unit
    from chitieu.writing.page import render_page

__version__ = "0.1.0"

__all__ = [
    "Actuals",
    "Adjustment",
    "Agency",
    "AmbiguousNumberError",
    "Appendix",
    "Area",
    "AssignedTask",
    "Assignment",
    "Authority",
    "Award",
    "AwardKind",
    "AwardQuota",
    "BlockKind",
    "BlockOffice",
    "Bound",
    "Calendar",
    "Change",
    "CheckReport",
    "ChitieuError",
    "CitationPlace",
    "Criterion",
    "CriterionGroup",
    "DatasetSummary",
    "DetectedProvince",
    "DocumentEdge",
    "DocumentError",
    "DocumentGraph",
    "DocumentIdentity",
    "DocumentNode",
    "DocumentPart",
    "DocumentRelation",
    "Doubt",
    "DueReport",
    "EmulationBlock",
    "ExchangeRate",
    "Fault",
    "Finding",
    "Footnote",
    "FormatProblem",
    "Grade",
    "IdentityDoubt",
    "IdentityKind",
    "IdentityResult",
    "Indicator",
    "IndicatorError",
    "IndicatorMatch",
    "Level",
    "LocalAgency",
    "LocalIndicator",
    "Marker",
    "MatchReason",
    "Mention",
    "MergedReport",
    "MissingExtraError",
    "NotAPlanError",
    "NumberStyle",
    "NumberTypeError",
    "Observation",
    "ObservationError",
    "ObservationStatus",
    "Origin",
    "OwedReport",
    "ParseError",
    "PartyKind",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Place",
    "Plan",
    "PlanIdentity",
    "PlanRow",
    "PlannedIndicator",
    "Progress",
    "ProgressRow",
    "ProgressSummary",
    "ProvinceFormat",
    "ProvinceFormatError",
    "ProvincePluginError",
    "ProvincePluginWarning",
    "Quantity",
    "QuantityColumn",
    "Rating",
    "RatingRule",
    "RatingRuleError",
    "Reason",
    "Recipient",
    "RecipientParty",
    "Recurrence",
    "Reference",
    "ReferenceFamily",
    "Relation",
    "Report",
    "ReportClaim",
    "ReportConflict",
    "ReportError",
    "ReportFrequency",
    "ReportProblem",
    "ReportedTask",
    "ReportedValue",
    "ReportingSchedule",
    "Role",
    "RoleMatrix",
    "Rule",
    "RuleError",
    "RuleFault",
    "Score",
    "ScoreLine",
    "ScoreSheet",
    "ScoreSheetError",
    "ScoringRule",
    "ScoringRuleError",
    "SdmxData",
    "Series",
    "SeriesBreak",
    "SeriesChange",
    "SeriesError",
    "Severity",
    "Signatory",
    "SignedFor",
    "Silence",
    "SourceDocument",
    "SourceError",
    "SourceNote",
    "SourceTable",
    "Span",
    "Spelling",
    "SpellingError",
    "Standing",
    "StatisticalCode",
    "Subject",
    "TallyFault",
    "Target",
    "TargetKind",
    "Task",
    "TaskDoubt",
    "TaskOwner",
    "TaskProgress",
    "TaskReport",
    "TaskRow",
    "TaskState",
    "TaskTally",
    "Unit",
    "UnitError",
    "UnitKind",
    "UnknownAgencyError",
    "UnknownAreaError",
    "UnknownIndicatorError",
    "UnknownProvinceError",
    "Verdict",
    "WriteError",
    "available_indicators",
    "available_provinces",
    "available_rules",
    "award_kinds",
    "breaks_between",
    "check",
    "check_tally",
    "completion",
    "configure_converter",
    "detect_province",
    "document_graph",
    "elapsed",
    "example_scoring_rule",
    "find_agencies",
    "find_dates",
    "find_emulation_blocks",
    "find_periods",
    "find_plan_files",
    "find_quantities",
    "find_references",
    "find_targets",
    "fold",
    "format_compact",
    "format_date",
    "format_number",
    "format_period",
    "format_quantity",
    "format_target",
    "from_json",
    "get_indicator",
    "get_province",
    "get_rule",
    "growth",
    "identify",
    "load_format",
    "match_indicator",
    "merge_reports",
    "pace",
    "parse_date",
    "parse_indicators",
    "parse_number",
    "parse_period",
    "parse_plan",
    "parse_quantities",
    "parse_quantity",
    "parse_reference",
    "parse_scoring_rule",
    "parse_spelled_number",
    "parse_target",
    "parse_unit",
    "per_head",
    "plan_schema",
    "plans_from_tables",
    "point_difference",
    "progress",
    "province_origins",
    "rank_sheets",
    "rate",
    "read_actuals",
    "read_document",
    "read_number",
    "read_plan",
    "read_plans",
    "read_quantity",
    "read_report",
    "read_scoring_rule",
    "register_indicator",
    "register_unit",
    "render_html",
    "render_page",
    "render_plan",
    "resolve_indicator",
    "rule",
    "run_checks",
    "score_sheet",
    "search_indicators",
    "series_of",
    "share",
    "spell_number",
    "spell_quantity",
    "tables",
    "tally",
    "task_progress",
    "to_iati",
    "to_json",
    "to_sdmx",
    "using_rules",
    "write_csv",
    "write_dataset",
    "write_docx",
    "write_merged",
    "write_plan",
    "write_report_template",
    "write_sdmx",
]

_MODULES = {
    "monitoring.task_progress": "TaskDoubt TaskProgress TaskRow tally task_progress",
    "monitoring.progress_values": "Progress ProgressRow ProgressSummary",
    "monitoring.series": "Series SeriesChange SeriesError series_of",
    "exchange.actuals": "Actuals read_actuals",
    "monitoring.task_tally": "TallyFault TaskTally check_tally",
    "monitoring.task_states": "TaskReport TaskState",
    "monitoring.observation_match": "Doubt",
    "monitoring.plan_progress": "progress",
    "monitoring.fulfilment": "completion elapsed pace",
    "reasons": "Reason",
    "monitoring.rating_rule": "RatingRule RatingRuleError",
    "monitoring.rating": "Verdict rate",
    "checking.identity.identities": "IdentityKind IdentityResult",
    "checking.registry": "available_rules get_rule using_rules",
    "checking.rules": "Rule RuleError RuleFault rule",
    "checking.runner": "CheckReport Silence check run_checks",
    "checking.subject": "Subject",
    "findings": "Finding Severity",
    "corpus": "PlanRow find_plan_files read_plans",
    "dataset": "DatasetSummary write_dataset",
    "monitoring.observations": "Observation ObservationError ObservationStatus Rating",
    "documents.citing": "DocumentRelation",
    "documents.chain": "DocumentGraph document_graph",
    "documents.identity": "DocumentIdentity identify",
    "documents.links": "CitationPlace DocumentEdge DocumentNode DocumentPart IdentityDoubt",
    "documents.recipients": "PartyKind RecipientParty",
    "documents.signatures": "Authority SignedFor",
    "quantities.words": "spell_quantity",
    "sources": "Place SourceDocument SourceNote SourceTable read_document",
    "numbers.spelled": "parse_spelled_number",
    "numbers.spelling": "Spelling SpellingError spell_number",
    "quantities.money": "ExchangeRate",
    "quantities.arithmetic": "growth per_head point_difference share",
    "agencies.agency": "Agency",
    "agencies.reader": "find_agencies",
    "areas": "Area",
    "periods.dates": "find_dates parse_date",
    "scoring.emulation": "Award AwardKind BlockKind BlockOffice EmulationBlock award_kinds",
    "errors": "AmbiguousNumberError ChitieuError DocumentError FormatProblem MissingExtraError NotAPlanError "
    "NumberTypeError ParseError ProvinceFormatError ProvincePluginError ProvincePluginWarning SourceError UnitError "
    "UnknownAgencyError UnknownAreaError UnknownProvinceError WriteError",
    "exchange.from_arrow": "plans_from_tables",
    "exchange.iati": "to_iati",
    "exchange.sdmx": "SdmxData to_sdmx write_sdmx",
    "exchange.json": "configure_converter from_json to_json",
    "exchange.plan_schema": "plan_schema",
    "exchange.report_template": "write_report_template",
    "exchange.report_reading": "read_report",
    "exchange.report_values": "Report ReportError ReportProblem ReportedTask ReportedValue",
    "exchange.report_rows": "PlanIdentity",
    "exchange.report_merge": "MergedReport ReportClaim ReportConflict merge_reports",
    "exchange.merged_workbook": "write_merged",
    "saving.rendering": "render_plan",
    "saving.docx": "write_docx",
    "saving.files": "write_plan",
    "saving.html": "render_html",
    "saving.opening": "read_plan",
    "exchange.scoring": "example_scoring_rule parse_scoring_rule read_scoring_rule",
    "indicators.match": "IndicatorMatch MatchReason match_indicator resolve_indicator",
    "indicators.records": "Indicator IndicatorError SeriesBreak StatisticalCode UnknownIndicatorError",
    "indicators.registry": "available_indicators breaks_between get_indicator register_indicator search_indicators",
    "numbers.decimals": "NumberStyle parse_number read_number",
    "periods.text": "find_periods format_period parse_period",
    "periods.period": "Calendar Period PeriodError PeriodKind Recurrence",
    "plan": "Appendix AssignedTask Assignment DueReport Footnote OwedReport Plan PlannedIndicator Recipient Relation ReportFrequency "
    "ReportingSchedule Role RoleMatrix Signatory TargetKind Task TaskOwner",
    "levels": "Level Marker",
    "provinces": "DetectedProvince LocalAgency LocalIndicator Origin ProvinceFormat available_provinces detect_province get_province "
    "load_format province_origins",
    "provinces.writing": "format_date format_number format_quantity format_target",
    "quantities.quantity": "Quantity format_compact",
    "quantities.reader": "QuantityColumn find_quantities parse_quantities parse_quantity read_quantity",
    "scoring.ranking": "Standing rank_sheets",
    "reading": "parse_indicators parse_plan",
    "reading.emulation": "find_emulation_blocks",
    "documents.references": "Reference ReferenceFamily find_references parse_reference",
    "scoring.sheet": "Score ScoreLine ScoreSheet ScoreSheetError score_sheet",
    "scoring.rule": "Adjustment AwardQuota Criterion CriterionGroup Fault Grade ScoringRule ScoringRuleError",
    "tabular": "tables write_csv",
    "targets.reader": "find_targets parse_target",
    "targets.target": "Bound Change Target",
    "text": "Mention Span fold",
    "units": "Unit UnitKind parse_unit register_unit",
    "writing.page": "render_page",
}
_SUBMODULES = frozenset({"agencies", "areas", "indicators", "provinces", "testing", "units"})
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name in _SUBMODULES:  # importing a submodule sets the attribute: the next look-up does not come here
        return import_module(f"chitieu.{name}")
    module = _HOME.get(name)
    if module is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=import_module(__name__))  # Python suggests the nearest
    value = getattr(import_module(f"chitieu.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, *_SUBMODULES, "__version__"])
