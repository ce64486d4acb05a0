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
    from chitieu.agency_reader import Agency, find_agencies
    from chitieu.areas import Area
    from chitieu.arithmetic import growth, per_head, point_difference, share
    from chitieu.checking.identities import IdentityKind, IdentityResult
    from chitieu.checking.registry import available_rules, get_rule, using_rules
    from chitieu.checking.rules import Rule, RuleError, RuleFault, rule
    from chitieu.checking.runner import CheckReport, Silence, check, run_checks
    from chitieu.checking.subject import Subject
    from chitieu.citing import DocumentRelation
    from chitieu.corpus import PlanRow, find_plan_files, read_plans
    from chitieu.dataset import DatasetSummary, write_dataset
    from chitieu.dates import find_dates, parse_date
    from chitieu.document_chain import DocumentGraph, document_graph
    from chitieu.document_identity import DocumentIdentity, identify
    from chitieu.document_links import CitationPlace, DocumentEdge, DocumentNode, DocumentPart, IdentityDoubt
    from chitieu.emulation import Award, AwardKind, BlockKind, BlockOffice, EmulationBlock, award_kinds
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
    from chitieu.fulfilment import completion, elapsed, pace
    from chitieu.indicator_match import IndicatorMatch, MatchReason, match_indicator, resolve_indicator
    from chitieu.indicator_records import Indicator, IndicatorError, SeriesBreak, StatisticalCode
    from chitieu.indicators import (
        available_indicators,
        breaks_between,
        get_indicator,
        register_indicator,
        search_indicators,
    )
    from chitieu.levels import Level, Marker
    from chitieu.money import ExchangeRate
    from chitieu.numbers import NumberStyle, parse_number, read_number
    from chitieu.observation_match import Doubt
    from chitieu.observations import Observation, ObservationError, ObservationStatus, Rating
    from chitieu.period_text import find_periods, format_period, parse_period
    from chitieu.periods import Calendar, Period, PeriodError, PeriodKind, Recurrence
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
    from chitieu.plan_progress import progress
    from chitieu.progress_values import Progress, ProgressRow, ProgressSummary
    from chitieu.provinces import (
        DetectedProvince,
        LocalAgency,
        Origin,
        ProvinceFormat,
        available_provinces,
        detect_province,
        get_province,
        load_format,
        province_origins,
    )
    from chitieu.provinces.writing import format_date, format_number, format_quantity, format_target
    from chitieu.quantities import Quantity, format_compact
    from chitieu.quantity_reader import (
        QuantityColumn,
        find_quantities,
        parse_quantities,
        parse_quantity,
        read_quantity,
    )
    from chitieu.quantity_words import spell_quantity
    from chitieu.ranking import Standing, rank_sheets
    from chitieu.rating import Verdict, rate
    from chitieu.rating_rule import RatingRule, RatingRuleError
    from chitieu.reading import parse_indicators, parse_plan, read_plan
    from chitieu.reading.emulation import find_emulation_blocks
    from chitieu.reasons import Reason
    from chitieu.recipients import PartyKind, RecipientParty
    from chitieu.references import Reference, ReferenceFamily, find_references, parse_reference
    from chitieu.saving import render_plan
    from chitieu.saving_docx import write_docx
    from chitieu.saving_files import write_plan
    from chitieu.saving_html import render_html
    from chitieu.scoring import Score, ScoreLine, ScoreSheet, ScoreSheetError, score_sheet
    from chitieu.scoring_rule import (
        Adjustment,
        AwardQuota,
        Criterion,
        CriterionGroup,
        Fault,
        Grade,
        ScoringRule,
        ScoringRuleError,
    )
    from chitieu.series import Series, SeriesChange, SeriesError, series_of
    from chitieu.signatures import Authority, SignedFor
    from chitieu.sources import Place, SourceDocument, SourceNote, SourceTable, read_document
    from chitieu.spelled import parse_spelled_number
    from chitieu.spelling import Spelling, SpellingError, spell_number
    from chitieu.tabular import tables, write_csv
    from chitieu.target_reader import find_targets, parse_target
    from chitieu.targets import Bound, Change, Target
    from chitieu.task_states import TaskReport, TaskState
    from chitieu.task_tally import TallyFault, TaskTally, check_tally
    from chitieu.text import Mention, Span, fold
    from chitieu.units import Unit, UnitKind, parse_unit, register_unit
    from chitieu.work_progress import TaskDoubt, TaskProgress, TaskRow, tally, task_progress
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
    "work_progress": "TaskDoubt TaskProgress TaskRow tally task_progress",
    "progress_values": "Progress ProgressRow ProgressSummary",
    "series": "Series SeriesChange SeriesError series_of",
    "exchange.actuals": "Actuals read_actuals",
    "task_tally": "TallyFault TaskTally check_tally",
    "task_states": "TaskReport TaskState",
    "observation_match": "Doubt",
    "plan_progress": "progress",
    "fulfilment": "completion elapsed pace",
    "reasons": "Reason",
    "rating_rule": "RatingRule RatingRuleError",
    "rating": "Verdict rate",
    "checking.identities": "IdentityKind IdentityResult",
    "checking.registry": "available_rules get_rule using_rules",
    "checking.rules": "Rule RuleError RuleFault rule",
    "checking.runner": "CheckReport Silence check run_checks",
    "checking.subject": "Subject",
    "findings": "Finding Severity",
    "corpus": "PlanRow find_plan_files read_plans",
    "dataset": "DatasetSummary write_dataset",
    "observations": "Observation ObservationError ObservationStatus Rating",
    "citing": "DocumentRelation",
    "document_chain": "DocumentGraph document_graph",
    "document_identity": "DocumentIdentity identify",
    "document_links": "CitationPlace DocumentEdge DocumentNode DocumentPart IdentityDoubt",
    "recipients": "PartyKind RecipientParty",
    "signatures": "Authority SignedFor",
    "quantity_words": "spell_quantity",
    "sources": "Place SourceDocument SourceNote SourceTable read_document",
    "spelled": "parse_spelled_number",
    "spelling": "Spelling SpellingError spell_number",
    "money": "ExchangeRate",
    "arithmetic": "growth per_head point_difference share",
    "agency_reader": "Agency find_agencies",
    "areas": "Area",
    "dates": "find_dates parse_date",
    "emulation": "Award AwardKind BlockKind BlockOffice EmulationBlock award_kinds",
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
    "saving": "render_plan",
    "saving_docx": "write_docx",
    "saving_files": "write_plan",
    "saving_html": "render_html",
    "exchange.scoring": "example_scoring_rule parse_scoring_rule read_scoring_rule",
    "indicator_match": "IndicatorMatch MatchReason match_indicator resolve_indicator",
    "indicator_records": "Indicator IndicatorError SeriesBreak StatisticalCode",
    "indicators": "available_indicators breaks_between get_indicator register_indicator search_indicators",
    "numbers": "NumberStyle parse_number read_number",
    "period_text": "find_periods format_period parse_period",
    "periods": "Calendar Period PeriodError PeriodKind Recurrence",
    "plan": "Appendix AssignedTask Assignment DueReport Footnote OwedReport Plan PlannedIndicator Recipient Relation ReportFrequency "
    "ReportingSchedule Role RoleMatrix Signatory TargetKind Task TaskOwner",
    "levels": "Level Marker",
    "provinces": "DetectedProvince LocalAgency Origin ProvinceFormat available_provinces detect_province get_province "
    "load_format province_origins",
    "provinces.writing": "format_date format_number format_quantity format_target",
    "quantities": "Quantity format_compact",
    "quantity_reader": "QuantityColumn find_quantities parse_quantities parse_quantity read_quantity",
    "ranking": "Standing rank_sheets",
    "reading": "parse_indicators parse_plan read_plan",
    "reading.emulation": "find_emulation_blocks",
    "references": "Reference ReferenceFamily find_references parse_reference",
    "scoring": "Score ScoreLine ScoreSheet ScoreSheetError score_sheet",
    "scoring_rule": "Adjustment AwardQuota Criterion CriterionGroup Fault Grade ScoringRule ScoringRuleError",
    "tabular": "tables write_csv",
    "target_reader": "find_targets parse_target",
    "targets": "Bound Change Target",
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
