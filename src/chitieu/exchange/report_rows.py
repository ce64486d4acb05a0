"""What an agency reports on: the rows that a plan gives to the workbook of one agency and period.

A row has a key of its own, so that what comes back is matched by key and not by place or by words. The same amount is
asked for once: where a plan sets two targets for it (``Trung ương giao``, ``địa phương phấn đấu``), the second row
repeats what the first one says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import find_agencies
from chitieu.agencies.records import AgencyRecord
from chitieu.errors import UnknownAgencyError
from chitieu.indicators.records import catalogue
from chitieu.plan import Plan, PlannedIndicator
from chitieu.targets.target import Target
from chitieu.text import fold
from chitieu.units import NO_UNIT, Unit
from chitieu.work.lists import AgencyLike
from chitieu.work.ownership import identity
from chitieu.work.tasks import AssignedTask

__all__ = [
    "IndicatorRow",
    "PlanIdentity",
    "TaskRow",
    "agency_name",
    "indicator_rows",
    "is_known",
    "plan_identity",
    "task_rows",
]


@frozen
class PlanIdentity:
    """Which plan a report is on.

    Attributes:
        number, issuer, issued, title: its header.
        fingerprint: a digest of its indicators, targets and tasks: two editions of one number differ in it.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> str(plan_identity(plan)), len(plan_identity(plan).fingerprint)
    ('58/KH-UBND, 16/01/2026, ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU', 16)
    """

    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    title: str | None = None
    fingerprint: str = ""

    def __str__(self) -> str:
        parts = (self.number, f"{self.issued:%d/%m/%Y}" if self.issued else None, self.issuer)
        return ", ".join(part for part in parts if part) or "?"


@frozen
class IndicatorRow:
    """A row of the sheet of indicators.

    Attributes:
        key: what it is found by again (``c12``).
        indicator: the indicator as the plan gives it; `target`: the target of the row, None for a line of words.
        depth: how deep it stands inside its line.
        asked: whether the agency fills it in: a heading of parts is not asked for.
        same_as: key of the row above that asks for the same amount.
    """

    key: str
    indicator: PlannedIndicator
    target: Target | None
    depth: int = 0
    asked: bool = True
    same_as: str | None = None

    @property
    def unit(self) -> Unit:
        """The unit that figures of the row are given in."""
        return self.target.quantity.unit if self.target else NO_UNIT

    @property
    def measured(self) -> str:
        """What an observation names: the key of the catalogue, else the name."""
        return self.indicator.indicator or self.indicator.name


@frozen
class TaskRow:
    """A row of the sheet of tasks: its key (``n3``) and the task as the agency's work."""

    key: str
    entry: AssignedTask = field(repr=False)


def plan_identity(plan: Plan) -> PlanIdentity:
    """Return what tells a plan from others.

    Args:
        plan: the plan.
    """
    said = [f"{item.name}\0{target}" for item, target in plan.targets()]
    said += [task.text for _, task in plan.work(implementation=True)]
    digest = hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return PlanIdentity(plan.number, plan.issuer, plan.issued, plan.title, digest[:16])


def agency_name(agency: AgencyLike) -> str:
    """Return the name of an agency, however it is given."""
    return agency if isinstance(agency, str) else agency.name


def indicator_rows(plan: Plan, agency: AgencyLike | None = None) -> tuple[IndicatorRow, ...]:
    """Return the rows of indicators an agency is asked for, in the order of the plan.

    Args:
        plan: the plan.
        agency: the agency; None asks for all. An indicator whose owner the catalogue knows is asked of its owner, any
            other of everybody.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> rows = indicator_rows(plan)
    >>> rows[0].key, rows[0].measured, str(rows[0].target)
    ('c1', 'grdp_growth', 'tăng từ 9,5% trở lên')
    """
    keys = None if agency is None else _identities(plan, agency)
    rows: list[IndicatorRow] = []
    first: dict[object, str] = {}
    for number, (item, path, depth, target) in enumerate(_walk(plan.indicators), 1):
        if keys is not None and not _is_asked(item, keys):
            continue
        key = f"c{number}"
        asked = target is not None or not item.parts
        unit = target.quantity.unit if target else NO_UNIT
        same = (path, unit.dimension, unit.factor, target.change) if target else None
        rows.append(IndicatorRow(key, item, target, depth, asked, first.get(same) if same else None))
        if same is not None:
            first.setdefault(same, key)
    return tuple(rows)


def _walk(
    items: Iterable[PlannedIndicator], above: PlannedIndicator | None = None, path: tuple[str, ...] = (), depth: int = 0
) -> Iterator[tuple[PlannedIndicator, tuple[str, ...], int, Target | None]]:
    """Yield every indicator once for each target, with what it is told by: its key, or its name below its wholes'."""
    for item in items:
        if item.indicator:
            own: tuple[str, ...] = (item.indicator,)
        elif above and not above.targets and item.kind is not above.kind:
            own = path  # "chỉ tiêu Trung ương giao": who set the target, and no other amount
        else:
            own = (*path, fold(item.name).lower())
        for target in item.targets or (None,):
            yield item, own, depth, target
        yield from _walk(item.parts, item, own, depth + 1)


def _identities(plan: Plan, agency: AgencyLike) -> set[str]:
    """Return what tells an agency from others, as the plan and the directory know it."""
    if isinstance(agency, AgencyRecord):
        return {agency.key}
    if isinstance(agency, Agency):
        return {identity(agency)}
    named = [entry.agency for entry in _given(plan, agency)[:1]]
    named += [mention.value for mention in find_agencies(agency)[:1]]
    return {identity(one) for one in named if one}


def _given(plan: Plan, agency: AgencyLike, *, implementation: bool | None = True) -> tuple[AssignedTask, ...]:
    """Return the work an agency is given, none where its name is not known: words behind a known name are let pass."""
    try:
        return plan.tasks_of(agency, implementation=implementation)
    except UnknownAgencyError:
        return ()


def _is_asked(item: PlannedIndicator, keys: set[str]) -> bool:
    record = catalogue().records.get(item.indicator or "")  # a province's own is known in its format only
    owner = record.owner if record is not None else None
    owners = {identity(mention.value) for mention in find_agencies(owner)} if owner else set()
    return not owners or not owners.isdisjoint(keys)


def task_rows(plan: Plan, agency: AgencyLike | None = None) -> tuple[TaskRow, ...]:
    """Return the rows of tasks an agency reports on: what it leads and what it takes part in.

    Args:
        plan: the plan.
        agency: the agency; None takes every task, once, as the work of its first lead.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> [(row.key, row.entry.side) for row in task_rows(plan, "Sở Y tế")]
    [('n16', 'lead'), ('n17', 'lead'), ('n18', 'lead')]
    """
    numbers = {id(task): f"n{at}" for at, (_, task) in enumerate(plan.work(implementation=True), 1)}
    entries = plan.tasks() if agency is None else _given(plan, agency, implementation=None)
    return tuple(TaskRow(numbers[id(entry.task)], entry) for entry in entries)


def is_known(plan: Plan, agency: AgencyLike) -> bool:
    """Whether the plan gives an agency work, or the directory knows it."""
    if isinstance(agency, AgencyRecord) or _given(plan, agency):
        return True
    name = agency_name(agency)
    return any(mention.value.key and mention.span.start == 0 for mention in find_agencies(name))
