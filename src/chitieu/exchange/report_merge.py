"""Many agencies' reports put together: nothing lost, what contradicts itself side by side, who has not reported."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import chain
from os import PathLike

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.errors import ChitieuError, SourceError
from chitieu.exchange.report_reading import read_report
from chitieu.exchange.report_rows import PlanIdentity, plan_identity
from chitieu.exchange.report_values import Report, ReportedTask, ReportedValue, ReportError, ReportProblem
from chitieu.monitoring.observations import Observation
from chitieu.monitoring.task_states import TaskReport
from chitieu.periods.period import Period
from chitieu.plan import Plan
from chitieu.reasons import Reason
from chitieu.sources.opening import Source
from chitieu.work.ownership import identity

__all__ = ["MergedReport", "ReportClaim", "ReportConflict", "merge_reports"]


@frozen
class ReportClaim:
    """What one agency says where agencies differ: who, what, and in which file, sheet and cell."""

    agency: str | None
    said: str
    source: str


@frozen
class ReportConflict:
    """Two or more agencies report different things of one indicator or task.

    Attributes:
        key: the key of the row; `name`: the indicator or task.
        period: the period.
        claims: what each says, in the order the reports were given.
    """

    key: str
    name: str
    period: Period
    claims: tuple[ReportClaim, ...]

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``, with every address."""
        claims = "; ".join(f"{claim.agency or '?'}: {claim.said} ({claim.source})" for claim in self.claims)
        fields = {"name": self.name, "period": str(self.period), "claims": claims}
        return Reason("report.conflict", fields).message(language)

    def __str__(self) -> str:
        return self.message()


@frozen
class MergedReport:
    """What many agencies reported.

    Attributes:
        plan: which plan the reports are on.
        reports: the reports put together, in the order given.
        conflicts: where they differ; the values of all stay in `observations`.
        missing: agencies that owe a report for a period and have given none; empty where no plan was given.
        left_out: reports on another plan or edition, which were not put together.
        problems: every problem of every report, of those left out and of files that could not be read.
    """

    plan: PlanIdentity
    reports: tuple[Report, ...] = ()
    conflicts: tuple[ReportConflict, ...] = ()
    missing: tuple[Agency, ...] = ()
    left_out: tuple[Report, ...] = ()
    problems: tuple[ReportProblem, ...] = ()

    @property
    def values(self) -> tuple[ReportedValue, ...]:
        """Every row of indicators that was filled in, report by report."""
        return tuple(value for report in self.reports for value in report.values)

    @property
    def tasks(self) -> tuple[ReportedTask, ...]:
        """Every row of tasks that was filled in, report by report."""
        return tuple(task for report in self.reports for task in report.tasks)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """What was reached, as observations; where agencies differ, those of all."""
        return tuple(value.observation for value in self.values)

    @property
    def task_reports(self) -> tuple[TaskReport, ...]:
        """How tasks stand; where agencies differ, what all say."""
        return tuple(one for report in self.reports for one in report.task_reports)


def merge_reports(
    reports: Iterable[Report | Source] | Report | str | PathLike[str] | bytes,
    plan: Plan | None = None,
    *,
    on: date | None = None,
) -> MergedReport:
    """Put the reports of many agencies together.

    A file that cannot be read becomes a problem and stops nothing.

    Args:
        reports: reports, or the files to read them from; one of them is taken as well.
        plan: the plan they are on; it says who owes a report. None takes the plan of the first report.
        on: as in `read_report`.

    Raises:
        ReportError: there is no report at all.

    >>> import io
    >>> import chitieu as ct
    >>> from openpyxl import load_workbook
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> files = []
    >>> for agency, value in (("Sở Y tế", 33), ("Công an tỉnh", 34)):
    ...     file = io.BytesIO()
    ...     ct.write_report_template(plan, agency, "quý I/2026", file)
    ...     book = load_workbook(file)
    ...     sheet = book["Chỉ tiêu"]
    ...     row = next(row for row in range(7, sheet.max_row) if sheet.cell(row, 1).value == "c36")
    ...     sheet.cell(row, 7).value = value
    ...     book.save(file)
    ...     files.append(file.getvalue())
    >>> merged = ct.merge_reports(files, plan)
    >>> [claim.said for claim in merged.conflicts[0].claims], len(merged.missing)
    (['33 m2/người', '34 m2/người'], 11)
    """
    given: list[Report] = []
    unread: list[ReportProblem] = []
    for one in [reports] if isinstance(reports, (str, PathLike, bytes, Report)) else reports:
        try:
            given.append(one if isinstance(one, Report) else read_report(one, on=on))
        except (SourceError, ReportError) as error:
            unread.append(_unreadable(error))
    if not given and not unread:
        raise ReportError("report.empty")
    wanted = plan_identity(plan) if plan else given[0].plan if given else PlanIdentity()
    kept = tuple(report for report in given if report.plan.fingerprint == wanted.fingerprint)
    left_out = tuple(report for report in given if report.plan.fingerprint != wanted.fingerprint)
    problems = [*unread, *(_other_plan(report, wanted) for report in left_out)]
    problems += [problem for report in given for problem in report.problems]
    return MergedReport(
        wanted,
        kept,
        tuple(_conflicts(kept)),
        _missing(kept, plan) if plan else (),
        left_out,
        tuple(problems),
    )


def _unreadable(error: ChitieuError) -> ReportProblem:
    file = str(error.fields.get("path", "?"))
    return ReportProblem(Reason("report.unreadable", {"place": file, "why": error}), file)


def _other_plan(report: Report, wanted: PlanIdentity) -> ReportProblem:
    reason = Reason("report.other_plan", {"place": report.file, "found": report.plan, "expected": wanted})
    return ReportProblem(reason, report.file, found=str(report.plan))


# --- conflicts -----------------------------------------------------------------------------------------------


def _conflicts(reports: tuple[Report, ...]) -> Iterator[ReportConflict]:
    """Yield what differs, in the order of the plan."""
    said: dict[tuple[str, Period], list[tuple[Hashable, ReportClaim]]] = {}
    names: dict[str, str] = {}
    for report in reports:
        for key, name, meant, claim in chain(_value_claims(report), _task_claims(report)):
            names[key] = name
            claims = said.setdefault((key, report.period), [])
            if (claim.agency, meant) not in {(other.agency, seen) for seen, other in claims}:
                claims.append((meant, claim))
    for (key, period), claims in sorted(said.items(), key=lambda item: (_place(item[0][0]), item[0][1].start)):
        if any(meant != claims[0][0] for meant, _ in claims):
            yield ReportConflict(key, names[key], period, tuple(claim for _, claim in claims))


def _place(key: str) -> tuple[str, int]:
    digits = key[1:]
    return key[:1], int(digits) if digits.isdecimal() else 0


def _value_claims(report: Report) -> Iterator[tuple[str, str, Hashable, ReportClaim]]:
    for value in report.values:
        seen = value.observation
        if seen.reported:
            meant = (seen.value, seen.upper, seen.words and " ".join(seen.words.lower().split()))
            yield value.key, value.name, meant, ReportClaim(report.agency, seen.shown, seen.source)


def _task_claims(report: Report) -> Iterator[tuple[str, str, Hashable, ReportClaim]]:
    for task in report.tasks:
        seen = task.report
        if seen.state is not None or seen.done_on is not None:
            said = [seen.state.value] if seen.state else []
            said += [f"{seen.done_on:%d/%m/%Y}"] if seen.done_on else []
            claim = ReportClaim(report.agency, ", ".join(said), seen.source)
            yield task.key, seen.task, (seen.state, seen.done_on), claim


def _missing(reports: tuple[Report, ...], plan: Plan) -> tuple[Agency, ...]:
    """Return who owes a report for a period of the reports and gave none; without a schedule, all who lead work."""
    given = {identity(Agency(report.agency)) for report in reports if report.agency}
    periods = {report.period for report in reports}
    found: dict[str, Agency] = {}
    for year in sorted({period.year for period in periods}):
        for owed in plan.reports_owed(year):
            if any(not periods.isdisjoint(due.periods) for due in owed.reports):
                found.setdefault(identity(owed.agency), owed.agency)
    if plan.reporting is None:
        for entry in plan.tasks():
            if entry.agency:
                found.setdefault(identity(entry.agency), entry.agency)
    return tuple(agency for key, agency in found.items() if key not in given)
