"""Work lists: what a plan asks of each agency, by when, and who answers for it on a later day.

`WorkLists` is what `chitieu.Plan` answers with. Agencies are told apart by their key in the directory in force, or by
the words of their name; agencies that only one province has are known inside ``ProvinceFormat.in_use()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TypeAlias

from attrs import evolve

from chitieu.agencies.agency import Agency
from chitieu.agencies.groups import expand_group
from chitieu.agencies.known import directory
from chitieu.agencies.lookup import lookup
from chitieu.agencies.reader import read_agencies
from chitieu.agencies.records import AgencyRecord
from chitieu.errors import UnknownAgencyError
from chitieu.periods.dates import as_day
from chitieu.text import fold
from chitieu.work.ownership import TaskOwner, identity, identity_on, name_words, task_owner
from chitieu.work.reports import OwedReport, ReportingSchedule
from chitieu.work.tasks import AssignedTask, Assignment, Role, RoleMatrix, Task

__all__ = ["AgencyLike", "WorkLists", "before"]

AgencyLike: TypeAlias = str | Agency | AgencyRecord


def _once(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """Return each agency once, as it was named first, in order."""
    found: dict[str, Agency] = {}
    for agency in agencies:
        found.setdefault(identity(agency), agency)
    return tuple(found.values())


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

    def tasks(self, *, implementation: bool | None = None) -> tuple[AssignedTask, ...]:
        """Return every task as the work of the first agency that leads it, in order.

        Args:
            implementation: as in `work`.
        """
        return tuple(
            AssignedTask(task, section, next(iter(_leads(section, task)), None), "lead", task.role)
            for section, task in self.work(implementation=implementation)
        )

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
                with those of the plan; of a group, the group's own tasks are meant. An agency that is given no work
                has none; a name that neither knows is a mistake.
            role: ``lead`` or `Role.LEAD` for all it answers for, whatever the text calls it; ``cooperating`` for what
                it takes part in; any other `Role`, or its value (``tham mưu``), for what the text says it does.
            on: a day. None asks for the agency as the plan names it; a day asks for the tasks it answers for then,
                what it took over from agencies that have ended included.
            groups: whether tasks given to a group it belongs to count. Groups nobody can list do not.
            implementation: as in `work`.

        Raises:
            UnknownAgencyError: neither the plan nor the directory knows the name.
            ValueError: `role` is none of these.
            NumberTypeError: `on` is no date.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
        >>> [len(plan.tasks_of("Sở Xây dựng", role=role)) for role in ("lead", "cooperating")]
        [3, 1]
        >>> plan.tasks_of("Sở Ngoại vụ")
        ()
        >>> plan.tasks_of("Sở Xây đựng")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        chitieu.errors.UnknownAgencyError: the plan gives 'Sở Xây đựng' no work; it gives work to: Sở Tài chính; ...
        """
        day, asked = None if on is None else as_day(on), _asked_role(role)
        is_wanted = self._wanted(agency, day, groups=groups)
        work = self.work(implementation=implementation)
        found = [entry for section, task in work if (entry := _entry(section, task, is_wanted))]
        return tuple(entry for entry in found if asked in (None, entry.side, entry.role))

    def due_before(
        self, day: date, agency: AgencyLike | None = None, *, implementation: bool | None = None
    ) -> tuple[AssignedTask, ...]:
        """Return the tasks that must be done before a day, the earliest first.

        A period counts by its last day. Work without a deadline, or that recurs, is left out.

        Args:
            day: the day.
            agency: whose tasks; None for all.
            implementation: as in `work`.

        Raises:
            UnknownAgencyError: neither the plan nor the directory knows the agency.

        >>> import chitieu as ct
        >>> from datetime import date
        >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
        >>> [str(entry.task.due) for entry in plan.due_before(date(2026, 3, 1))]
        ['2026-02', '2026-02', '2026-02']
        """
        if agency is None:
            return before(self.tasks(implementation=implementation), day)
        return before(self.tasks_of(agency, implementation=implementation), day)

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
        return tuple(task_owner(agency, task, day) for agency in leads)

    def role_matrix(self, *, implementation: bool | None = None) -> RoleMatrix:
        """Return how many tasks each agency has in each role.

        Args:
            implementation: as in `work`.
        """
        agencies = self.agencies(implementation=implementation)
        counts: dict[str, dict[Role, int]] = {identity(agency): {} for agency in agencies}
        for section, task in self.work(implementation=implementation):
            leads = _leads(section, task)
            given = [(agency, task.role) for agency in leads]
            given += [(agency, Role.COOPERATE) for agency in task.cooperating if agency not in leads]
            for agency, role in given:
                row = counts[identity(agency)]
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
            OwedReport(agency, tuple(other for other in to if identity(other) != identity(agency)), reports)
            for agency in _once(leads)
        )

    # --- telling agencies apart -------------------------------------------------------------------------

    def _wanted(self, agency: AgencyLike, day: date | None, *, groups: bool) -> Callable[[Agency], bool]:
        """Return what tells whether an agency of the plan is the one asked for, or a group with it."""
        keys = self._keys(agency, day)
        members = cache(lambda group: self._members(group, day))

        def is_wanted(named: Agency) -> bool:
            return identity_on(named, day) in keys or (
                groups and named.group and not keys.isdisjoint(members(named.name))
            )

        return is_wanted

    def _keys(self, agency: AgencyLike, day: date | None) -> frozenset[str]:
        """Return the identities asked for: a key of the directory, or the words of names."""
        if isinstance(agency, AgencyRecord):
            return frozenset({agency.key})
        if isinstance(agency, Agency):
            return frozenset({identity(agency)})
        name, known = name_words(agency), self.agencies(implementation=True)
        written = {identity(other) for other in known if name_words(other.name) == name}
        record = _record(agency, (day, self.issued) if day else (self.issued,))
        if record and (day or not written):
            return frozenset({record.key})
        if written:
            return frozenset(written)
        begun = {identity(other) for other in known if name_words(other.name)[: len(name)] == name}
        meant = frozenset(begun) if len(begun) == 1 else frozenset(map(identity, _several(agency)))
        if not meant:
            names = "; ".join(other.name for other in self.agencies()) or "-"
            raise UnknownAgencyError("tasks.none", found=agency, known=names, records=())
        return meant

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


def before(entries: Iterable[AssignedTask], day: date) -> tuple[AssignedTask, ...]:
    """Return those that must be done before a day, the earliest first; without a last day there is no deadline."""
    limit = as_day(day)
    dated = [(last, entry) for entry in entries if (last := entry.last_day) and last < limit]
    return tuple(entry for _, entry in sorted(dated, key=lambda pair: pair[0]))


def _asked_role(role: Role | str | None) -> Role | str | None:
    if role in ("lead", "cooperating", None):
        return role
    # Under the heading of an agency no text says "chủ trì", and yet it leads.
    return "lead" if Role(role) is Role.LEAD else Role(role)


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
