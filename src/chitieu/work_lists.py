"""Work lists: what a plan asks of each agency, by when, and who answers for it on a later day.

`WorkLists` is what `chitieu.Plan` answers with. Agencies are told apart by their key in the directory in force, or by
the words of their name; agencies that only one province has are known inside ``ProvinceFormat.in_use()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from chitieu.agency_groups import Expansion, expand_group
from chitieu.agency_lookup import Words, lookup, plain_words
from chitieu.agency_reader import Agency, directory, read_agencies
from chitieu.agency_records import AgencyRecord, WorkPart, as_day
from chitieu.reports import DueReport, ReportingSchedule
from chitieu.text import fold
from chitieu.work import Assignment, Role, Task

__all__ = ["AssignedTask", "OwedReport", "RoleMatrix", "TaskOwner", "WorkLists"]

AgencyLike: TypeAlias = str | Agency | AgencyRecord
Side: TypeAlias = Literal["lead", "cooperating"]


@frozen
class AssignedTask:
    """A task as one agency's work.

    Attributes:
        task: the task; `section`: the section it stands in.
        agency: the agency, or the group with it, as the plan names it; None for a task nobody is named for.
        side: ``lead`` if the agency answers for the task, ``cooperating`` if it takes part.
        role: what the agency does: the role of the task for its lead, else `Role.COOPERATE`.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> work = plan.tasks_of("Giám đốc Sở Y tế")
    >>> len(work), work[0].side, work[0].section.number
    (3, 'lead', '6')
    """

    task: Task
    section: Assignment = field(repr=False)
    agency: Agency | None
    side: Side
    role: Role

    @property
    def last_day(self) -> date | None:
        """The day the task must be done by, see `Task.last_day`."""
        return self.task.last_day

    def __str__(self) -> str:
        return self.task.text


@frozen
class TaskOwner:
    """Who answers on a day for a task that a plan gave to an agency.

    Attributes:
        named: the agency as the plan names it.
        record: the agency of the directory that answers then; None for groups, for agencies the directory does not
            know, and where nobody took over.
        parts: parts of the named agency's work that went elsewhere and whose words stand in the task: a hint that
            it is theirs, not a decision.
        group: whom the name stands for then, if it is a group.
    """

    named: Agency
    record: AgencyRecord | None = None
    parts: tuple[WorkPart, ...] = ()
    group: Expansion | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of those who answer: the owner; of a group that has ended, its successors; else as written."""
        if self.record:
            return (self.record.name,)
        if self.group is not None and self.group.ended and not self.group.members:
            return tuple(record.name for record in self.group.successors)
        return (self.named.name,)

    def __str__(self) -> str:
        return ", ".join(self.names)


@frozen
class OwedReport:
    """The reports one agency owes: to whom, and the last days of a year."""

    agency: Agency
    to: tuple[Agency, ...]
    reports: tuple[DueReport, ...]


@frozen
class RoleMatrix:
    """How many tasks each agency has in each role.

    Attributes:
        agencies: the rows, in the order of the plan; `roles`: the columns.
        counts: one row of numbers for each agency.

    >>> import chitieu as ct
    >>> matrix = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").role_matrix()
    >>> matrix["Sở Tài chính", ct.Role.CARRY_OUT] > 0
    True
    """

    agencies: tuple[Agency, ...]
    roles: tuple[Role, ...]
    counts: tuple[tuple[int, ...], ...]

    def __getitem__(self, place: tuple[str, Role]) -> int:
        """Return the number for a name as the plan writes it and a role; 0 where there is none."""
        name, role = place
        rows = dict(zip((agency.name for agency in self.agencies), self.counts, strict=True))
        return dict(zip(self.roles, rows.get(name, ()), strict=False)).get(role, 0)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the matrix as text: a row of headings, then one for each agency."""
        yield ("", *(role.value for role in self.roles))
        for agency, counts in zip(self.agencies, self.counts, strict=True):
            yield (agency.name, *map(str, counts))

    def __str__(self) -> str:
        rows = [(_short(row[0]), *row[1:]) for row in self.rows()]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = (
            row[0].ljust(widths[0]) + "".join("  " + cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))
            for row in rows
        )
        return "\n".join(line.rstrip() for line in lines)


_WIDEST = 48  # characters of a name in the matrix as text


def _short(name: str) -> str:
    return name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1].rstrip()}…"


def _identity(agency: Agency) -> str:
    return agency.key or " ".join(_words(agency.name))


def _once(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """Return each agency once, as it was named first, in order."""
    found: dict[str, Agency] = {}
    for agency in agencies:
        found.setdefault(_identity(agency), agency)
    return tuple(found.values())


def _words(name: str) -> Words:
    return plain_words(name, ())


class WorkLists:
    """What can be asked of a plan about the work it gives.

    The work is that of the sections by agency. The part on implementation, which tells how to follow up and report,
    counts only where no section is given to an agency, or where ``implementation=True`` asks for it.
    """

    __slots__ = ()
    assignments: tuple[Assignment, ...]
    implementation: tuple[Assignment, ...]
    reporting: ReportingSchedule | None
    issued: date | None

    def work(self, *, implementation: bool | None = None) -> tuple[tuple[Assignment, Task], ...]:
        """Return every task with its section, in order.

        Args:
            implementation: whether the part on implementation counts; None counts it where no section of work is
                given to an agency.
        """
        if implementation is None:
            implementation = not any(section.agencies and section.tasks for section in self.assignments)
        sections = (*self.assignments, *(self.implementation if implementation else ()))
        return tuple((section, task) for section in sections for task in section.tasks)

    def agencies(self, *, implementation: bool | None = None) -> tuple[Agency, ...]:
        """Return the agencies and groups that lead or take part in work, each once, in order.

        Args:
            implementation: as in `work`.

        >>> import chitieu as ct
        >>> [agency.name for agency in ct.read_plan("examples/ke-hoach-song-hau-2026.txt").agencies()][:2]
        ['Sở Tài chính', 'Thuế tỉnh']
        """
        work = self.work(implementation=implementation)
        named = [agency for section, task in work for agency in (*_leads(section, task), *task.cooperating)]
        return _once(named)

    def tasks_of(
        self,
        agency: AgencyLike,
        role: Role | str | None = None,
        on: date | None = None,
        *,
        groups: bool = False,
        implementation: bool | None = None,
    ) -> tuple[AssignedTask, ...]:
        """Return the tasks an agency leads or takes part in, in the order of the plan.

        Args:
            agency: a name in any writing, or an agency or record. A name the directory does not know is compared
                with those of the plan; of a group, the group's own tasks are meant.
            role: ``lead`` for tasks it answers for, ``cooperating`` for those it takes part in, or a `Role` or its
                value (``chủ trì``) for what the text says it does.
            on: a day. None asks for the agency as the plan names it; a day asks for the tasks it answers for then,
                what it took over from agencies that have ended included.
            groups: whether tasks given to a group it belongs to count. Groups nobody can list do not.
            implementation: as in `work`.

        Raises:
            ValueError: `role` is none of these.
            NumberTypeError: `on` is no date.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
        >>> [len(plan.tasks_of("Sở Xây dựng", role=role)) for role in ("lead", "cooperating")]
        [3, 1]
        """
        day, wanted_role = None if on is None else as_day(on), _asked_role(role)
        is_wanted = self._wanted(agency, day)
        found = [
            entry
            for section, task in self.work(implementation=implementation)
            if (entry := _entry(section, task, self._through_groups(agency, is_wanted, day) if groups else is_wanted))
        ]
        return tuple(entry for entry in found if wanted_role in (None, entry.side, entry.role))

    def due_before(
        self, day: date, agency: AgencyLike | None = None, *, implementation: bool | None = None
    ) -> tuple[AssignedTask, ...]:
        """Return the tasks that must be done before a day, the earliest first.

        A period counts by its last day. Work without a deadline, or that recurs, is left out.

        Args:
            day: the day.
            agency: whose tasks; None for all.
            implementation: as in `work`.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
        >>> [str(entry.task.due) for entry in plan.due_before(date(2026, 3, 1))]
        ['2026-02', '2026-02', '2026-02']
        """
        limit = as_day(day)
        work = (
            self.tasks_of(agency, implementation=implementation)
            if agency is not None
            else tuple(_of_all(section, task) for section, task in self.work(implementation=implementation))
        )
        dated = [(last, entry) for entry in work if (last := entry.last_day) and last < limit]
        return tuple(entry for _, entry in sorted(dated, key=lambda pair: pair[0]))

    def owners(self, task: Task, on: date) -> tuple[TaskOwner, ...]:
        """Return who answers on a day for a task of the plan, one for each of its leads.

        Args:
            task: the task.
            on: the day.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> plan = ct.Plan(assignments=(ct.Assignment("", tasks=(ct.Task("Mở lớp", lead=(
        ...     ct.Agency("Sở Kế hoạch và Đầu tư", "skhdt"),)),)),))
        >>> print(plan.owners(plan.assignments[0].tasks[0], on=date(2026, 11, 22))[0])
        Sở Tài chính
        """
        day = as_day(on)
        leads = task.lead or next((s.agencies for s, held in self.work(implementation=True) if held is task), ())
        return tuple(_owner(agency, task, day) for agency in leads)

    def role_matrix(self, *, implementation: bool | None = None) -> RoleMatrix:
        """Return how many tasks each agency has in each role.

        Args:
            implementation: as in `work`.
        """
        agencies = self.agencies(implementation=implementation)
        counts: dict[str, dict[Role, int]] = {_identity(agency): {} for agency in agencies}
        for section, task in self.work(implementation=implementation):
            leads = _leads(section, task)
            given = [(agency, task.role) for agency in leads]
            given += [(agency, Role.COOPERATE) for agency in task.cooperating if agency not in leads]
            for agency, role in given:
                row = counts[_identity(agency)]
                row[role] = row.get(role, 0) + 1
        roles = tuple(role for role in Role if any(role in row for row in counts.values()))
        return RoleMatrix(agencies, roles, tuple(tuple(row.get(role, 0) for role in roles) for row in counts.values()))

    def reports_owed(self, year: int) -> tuple[OwedReport, ...]:
        """Return the reports each agency with work of its own owes in a year; nothing if the plan sets no schedule.

        Args:
            year: the year.

        >>> import chitieu as ct
        >>> owed = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").reports_owed(2026)[0]
        >>> owed.agency.name, [agency.name for agency in owed.to], owed.reports[0].day.isoformat()
        ('Sở Tài chính', ['Văn phòng UBND tỉnh'], '2026-03-19')
        """
        if self.reporting is None:
            return ()
        reports, to = self.reporting.reports(year), self.reporting.recipients
        leads = (agency for section, task in self.work() for agency in _leads(section, task))
        return tuple(
            OwedReport(agency, tuple(other for other in to if _identity(other) != _identity(agency)), reports)
            for agency in _once(leads)
        )

    # --- telling agencies apart -------------------------------------------------------------------------

    def _wanted(self, agency: AgencyLike, day: date | None) -> Callable[[Agency], bool]:
        """Return what tells whether an agency of the plan is the one asked for."""
        keys = self._keys(agency, day)

        def is_wanted(named: Agency) -> bool:
            return _on_day(named, day) in keys

        return is_wanted

    def _keys(self, agency: AgencyLike, day: date | None) -> frozenset[str]:
        """Return the identities asked for: a key of the directory, or the words of names."""
        if isinstance(agency, AgencyRecord):
            return frozenset({agency.key})
        if isinstance(agency, Agency):
            return frozenset({_identity(agency)})
        name, known = _words(agency), self.agencies(implementation=True)
        written = [known_agency for known_agency in known if _words(known_agency.name) == name]
        record = _record(agency, (day, self.issued) if day else (self.issued,))
        if record and not any(known_agency.key is None for known_agency in written):
            return frozenset({record.key})
        longer = [other for other in known if _words(other.name)[: len(name)] == name]
        if written or longer:
            return frozenset(_identity(other) for other in written or longer[:1])
        return frozenset(_identity(part) for part in _several(agency))

    def _through_groups(
        self, agency: AgencyLike, is_wanted: Callable[[Agency], bool], day: date | None
    ) -> Callable[[Agency], bool]:
        """Return what tells the same of groups: whether the agency asked for is in one."""
        keys = self._keys(agency, day)

        def is_in(named: Agency) -> bool:
            return is_wanted(named) or (named.group and bool(keys & self._members(named.name, day)))

        return is_in

    def _members(self, group: str, day: date | None) -> frozenset[str]:
        """Return the keys of a group's members: those of the day of the plan, who answers for them on `day`, and then."""
        records = directory().records
        groups = [expand_group(group, records, moment) for moment in (self.issued, day) if moment or not day]
        members = [record for found in groups if not found.open for record in (*found.members, *found.possible)]
        return frozenset(owner.key for record in members if (owner := record.owner(day) if day else record))


def _leads(section: Assignment, task: Task) -> tuple[Agency, ...]:
    return task.lead or section.agencies


def _entry(section: Assignment, task: Task, is_wanted: Callable[[Agency], bool]) -> AssignedTask | None:
    """Return a task as the work of the agency asked for, its lead before its helper; None if it is neither's."""
    lead = next(filter(is_wanted, _leads(section, task)), None)
    if lead:
        return AssignedTask(task, section, lead, "lead", task.role)
    helper = next(filter(is_wanted, task.cooperating), None)
    return AssignedTask(task, section, helper, "cooperating", Role.COOPERATE) if helper else None


def _of_all(section: Assignment, task: Task) -> AssignedTask:
    return AssignedTask(task, section, next(iter(_leads(section, task)), None), "lead", task.role)


def _asked_role(role: Role | str | None) -> Role | str | None:
    return role if role in ("lead", "cooperating", None) else Role(role)


def _record(name: str, days: Iterable[date | None]) -> AgencyRecord | None:
    """Return the record a name stands for on the first of some days it has one, else on any."""
    known = directory()
    found = (lookup(known, name, day) for day in (*days, None))
    return next((record for record in found if record), None)


def _several(text: str) -> list[Agency]:
    """Read a list of agencies: ``Sở A và UBND các xã`` asks for both."""
    flat = fold(text)
    named, end = read_agencies(flat, 0, len(flat))
    return [evolve(agency, span=None) for agency, _, _ in named] if end == len(flat) else []


def _on_day(named: Agency, day: date | None) -> str | None:
    """Return the identity of who answers on a day for what a plan gave to an agency."""
    record = directory().records.get(named.key) if named.key else None
    if day is None or record is None:
        return _identity(named)
    owner = record.owner(day)
    return owner.key if owner else None


def _owner(named: Agency, task: Task, day: date) -> TaskOwner:
    if named.group:
        return TaskOwner(named, group=expand_group(named.name, directory().records, day))
    record = directory().records.get(named.key) if named.key else _ended_level(named, day)
    if record is None:
        return TaskOwner(named)
    ended = record.valid_to is not None and day > record.valid_to
    words = fold(task.text).lower()
    return TaskOwner(
        named, record.owner(day), tuple(p for p in record.parts if ended and any(w in words for w in p.words))
    )


def _ended_level(named: Agency, day: date) -> AgencyRecord | None:
    """Return the record of a committee whose whole level has ended by a day: ``UBND huyện Sông Hậu``."""
    record = lookup(directory(), named.name)
    owner = record.owner(day) if record and record.several else None
    return record if record and owner and owner.category != record.category else None
