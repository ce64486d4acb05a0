"""What rules look at: a plan, what it should agree with, and what can be worked out from it once for all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from chitieu.checking.changes.accounts import Told, accounts
from chitieu.checking.changes.changes_in_turn import changes_in_turn
from chitieu.checking.changes.counted_rates import counted_rates
from chitieu.checking.changes.past import past_in_tables, past_values
from chitieu.checking.changes.steps import Step, steps
from chitieu.checking.identity.balances import balances_of_text
from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.means_of_months import means_of_months
from chitieu.checking.identity.means_of_years import means_of_years
from chitieu.checking.identity.plan_identities import identities_of
from chitieu.checking.identity.running_columns import falls_in_running_columns
from chitieu.checking.identity.running_totals import running_totals
from chitieu.checking.identity.same_in_time import same_in_time
from chitieu.checking.named_amounts.claims import Claim, claims_beside, claims_of
from chitieu.checking.named_amounts.stated_totals import StatedTotal, total_households, total_people
from chitieu.checking.parts.groups import Group, groups
from chitieu.checking.rates.branch_lines import growth_of_branch_lines
from chitieu.checking.rates.extremes import means_of_extremes
from chitieu.checking.rates.group_columns import group_columns
from chitieu.checking.rates.growth_lists import growth_of_lists
from chitieu.checking.rates.growth_of_times import growth_of_times
from chitieu.checking.rates.growth_tables import growth_in_tables
from chitieu.checking.rates.rates_of_groups import rates_of_groups, rates_of_groups_apart
from chitieu.checking.rates.time_columns import growth_of_time_columns
from chitieu.checking.ratios.chains import chains
from chitieu.checking.ratios.counts_to_people import counts_to_people
from chitieu.checking.ratios.exchanges import exchanges
from chitieu.checking.ratios.means_behind import means_behind
from chitieu.checking.ratios.quotient_texts import quotients_of_text
from chitieu.checking.ratios.rates_beside import rates_beside
from chitieu.checking.ratios.rates_in_brackets import rates_in_brackets
from chitieu.checking.repeats.echoes import echoes
from chitieu.checking.rules import RuleFault
from chitieu.checking.shares.listed_again import shares_listed_again
from chitieu.checking.shares.opposites import opposite_shares
from chitieu.checking.shares.share_lists import shares_of_lists
from chitieu.checking.shares.share_tables import shares_in_tables
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece, pieces
from chitieu.checking.texts.places import Ranges
from chitieu.checking.texts.plain_texts import plan_of_text
from chitieu.checking.texts.task_texts import TaskText, task_text
from chitieu.monitoring.observations import Observation
from chitieu.numbers.numeral import Numeral
from chitieu.numbers.numerals import scan_numerals
from chitieu.periods.period import PeriodKind
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import targets_among
from chitieu.text import SourceText, Span
from chitieu.work.tasks import Assignment, Task

__all__ = ["Subject"]


_PARTS_OF_YEAR = frozenset({PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.QUARTER, PeriodKind.MONTH})


@frozen(slots=False, eq=False)
class Subject:
    """A plan under check, as rules see it.

    Attributes:
        plan: the plan.
        others: plans and texts it should agree with.
        observations: what was reached in earlier years.
        on: the day names are looked up for, as asked; `day` has the one that counts.
    """

    plan: Plan
    others: tuple[Plan, ...] = ()
    observations: tuple[Observation, ...] = ()
    on: date | None = None

    @classmethod
    def of(
        cls, plan: Plan | str, others: tuple[Plan | str, ...], observations: tuple[Observation, ...], on: date | None
    ) -> Subject:
        """Return the subject of some plans and texts."""
        own = plan_of_text(plan) if isinstance(plan, str) else plan
        return cls(own, tuple(map(_plan, others)), observations, on)

    @property
    def day(self) -> date | None:
        """The day agencies, areas and documents are looked up for: the one asked for, else the day of issue."""
        return self.on or self.plan.issued

    @property
    def is_bare_text(self) -> bool:
        """Whether this is a text that is no plan: it has nothing but its words."""
        plan = self.plan
        return bool(plan.text) and not (plan.title or plan.number or plan.indicators or plan.assignments)

    @property
    def year(self) -> int | None:
        """The year the plan is for; None for plans of several years and those that name none."""
        period = self.plan.period
        return period.year if period is not None and period.year == period.last_year else None

    @property
    def target_year(self) -> int | None:
        """The year the plan's targets are for: of several years the last."""
        return None if self.plan.period is None else self.plan.period.last_year

    @property
    def is_for_part_of_year(self) -> bool:
        """Whether the plan, or the report, is for some months or quarters."""
        period = self.plan.period
        return period is not None and period.kind in _PARTS_OF_YEAR

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The amounts the plan sets, in its indicator lines and in its tasks."""
        return claims_of(self.plan, self.passages)

    @cached_property
    def lines(self) -> tuple[Claim, ...]:
        """The amounts of the indicator lines."""
        return tuple(claim for claim in self.claims if claim.indicator is not None)

    @cached_property
    def named(self) -> tuple[Claim, ...]:
        """The amounts of the indicator lines, then those of the rest of the text; of a plan without text its tasks."""
        if not self.plan.text:
            return self.claims
        return (*self.lines, *claims_beside(self.plan, self.passages))

    @cached_property
    def echoes(self) -> tuple[tuple[Claim, tuple[Claim, ...]], ...]:
        """The amounts of the text that say again, in other words, what indicator lines say; each with the lines."""
        if self.whole_text is None or self.year is None:
            return ()
        told = self.claims[len(self.lines) :]
        return tuple(echoes(self.plan, self.whole_text, self.lines, told, self.year))

    @cached_property
    def dated_past(self) -> Mapping[str, Quantity]:
        """What sentences of the plan's part on results say of the year before by its name, by indicator."""
        if not self.plan.text or not self.year:
            return {}
        return past_values(self.plan, self.year - 1, self.named, dated=True, source=self.source)

    @cached_property
    def past(self) -> Mapping[str, Quantity]:
        """What the plan's own part on results says was reached the year before, by indicator."""
        if not self.plan.text or not self.year:
            return {}
        counted = counted_rates(self.passages, self.year - 1)
        told = past_values(self.plan, self.year - 1, (*self.named, *counted), source=self.source)
        tabled = past_in_tables(self.plan, self.pieces, self.year)
        return {key: value for key, value in {**tabled, **told}.items() if tabled.get(key, value) == value}

    @cached_property
    def other_claims(self) -> tuple[tuple[Plan, tuple[Claim, ...]], ...]:
        """The amounts of each of the others."""
        return tuple((other, claims_of(other)) for other in self.others)

    @cached_property
    def identities(self) -> tuple[IdentityResult, ...]:
        """The sums that can be worked out, with whether they hold."""
        beside = self.named[len(self.lines) :]
        own = identities_of(self.plan, self.lines, None if self.people is None else self.people.claim)
        lines = (
            *own,
            *balances_of_text(self.plan.text, beside),
            *quotients_of_text(self.plan.text, beside, self.passages),
        )
        between, product = (
            Ranges.of({one.claim.span for one in lines if one.kind is kind})
            for kind in (IdentityKind.BETWEEN, IdentityKind.PRODUCT)
        )
        shares = Ranges.of({part.span for one in lines if one.kind is IdentityKind.SHARES for part in one.parts})
        put_on = tuple(counts_to_people(self._texts(), product))
        rated = Ranges.of({one.claim.span for one in (*lines, *put_on) if one.kind is IdentityKind.PRODUCT})
        numbers = {id(piece): own for piece, own in self.numerals}
        texts = [(passage, numbers[id(passage[0])]) for passage in self._texts()]
        rates = tuple(rates_beside(texts, rated, self.people, self.target_year))
        products = (one for one in (*lines, *put_on, *rates) if one.kind is IdentityKind.PRODUCT)
        seen = Ranges.of({one.claim.span for one in products})
        listed = tuple(one for text in self._texts() for one in shares_of_lists(text, shares))
        of_lists = Ranges.of({part.span for one in listed for part in one.parts})
        return (
            *lines,
            *put_on,
            *rates,
            *means_behind(texts, seen, self.target_year),
            *rates_in_brackets(self._texts(), seen, self.target_year),
            *exchanges(self._texts()),
            *chains(texts),
            *(one for text in self._texts() for one in growth_of_lists(text, between)),
            *(one for text in self._texts() for one in growth_of_branch_lines(text, between)),
            *(one for text, own in texts for one in rates_of_groups(text, between, own)),
            *rates_of_groups_apart(self._texts(), self.lines, self.year),
            *(one for text in self._texts() for one in same_in_time(text)),
            *(one for text in self._texts() for one in means_of_months(text, seen)),
            *(one for text in self._texts() for one in means_of_years(text)),
            *(one for text in self._texts() for one in running_totals(text)),
            *(one for piece in self.pieces for one in falls_in_running_columns(piece)),
            *(one for piece in self.pieces for one in group_columns(piece)),
            *(one for text in self._texts() for one in growth_of_times(text, between)),
            *(one for piece in self.pieces for one in growth_of_time_columns(piece)),
            *(one for text in self._texts() for one in means_of_extremes(text, between)),
            *(one for piece in self.pieces for one in growth_in_tables(piece, between)),
            *listed,
            *(one for text in self.passages for one in shares_listed_again(text, shares)),
            *(one for text in self.passages for one in opposite_shares(text, of_lists)),
            *(one for piece in self.pieces for one in shares_in_tables(piece, shares)),
        )

    def _texts(self) -> Iterator[Passage]:
        """Yield the texts of the plan that are no indicator line by itself."""
        lines = {" ".join(item.text.split()) for item in self.plan.indicators}
        for passage in self.passages:
            piece = passage[0]
            if piece.placed or piece.source.clean(0, len(piece.source.flat)) not in lines:
                yield passage

    @cached_property
    def source(self) -> SourceText:
        """The text of the plan as it was given, folded."""
        return SourceText(self.plan.text)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The texts of the plan, folded once for all rules."""
        return tuple(pieces(self.plan, self.source))

    @cached_property
    def numerals(self) -> tuple[tuple[Piece, tuple[Numeral, ...]], ...]:
        """The texts of the plan with the numbers in them."""
        return tuple((piece, tuple(scan_numerals(piece.source)[0])) for piece in self.pieces)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the plan with the amounts read from them."""
        return tuple((piece, tuple(targets_among(piece.source, found))) for piece, found in self.numerals)

    @property
    def whole_text(self) -> Passage | None:
        """The text of the plan with its amounts; None for a plan that is not read from a text."""
        return self.passages[0] if self.plan.text else None

    @cached_property
    def groups(self) -> tuple[tuple[Passage, tuple[Group, ...]], ...]:
        """The texts of the plan with the wholes that have their parts beside them."""
        return tuple((passage, tuple(groups(passage))) for passage in self.passages)

    @cached_property
    def task_texts(self) -> tuple[TaskText, ...]:
        """The texts of the tasks, folded once for all rules."""
        return tuple(task_text(task, self.plan.text) for _, task in self.tasks())

    @cached_property
    def households(self) -> StatedTotal | None:
        """The number of all households in the year of the targets, where the text states one; for a plan of several years by its name."""
        return total_households(self.passages, self.target_year, named=self.year is None)

    @cached_property
    def people(self) -> StatedTotal | None:
        """The number of all people in the year of the targets, where the text states one; for a plan of several years by its name."""
        return total_people(self.passages, self.target_year, named=self.year is None)

    @cached_property
    def accounts(self) -> tuple[tuple[Piece, Told], ...]:
        """What the text tells of levels of one thing and the changes between them."""
        return tuple((passage[0], one) for passage in self.passages for one in accounts(passage, self.target_year))

    @cached_property
    def steps(self) -> tuple[tuple[Piece, Step], ...]:
        """The levels beside which the plan itself gives an earlier value: ``còn 1,3% (năm 2025: 1,8%)``.

        Where a change is told against it, that may be of any year; else of the one before the plan's own, and ahead
        of the indicators, where results are told, of the one before that too.
        """
        period = self.plan.period
        last = None if period is None else period.last_year
        before = {None} if period is None else {None, period.year - 1}
        results = before if period is None else {*before, period.year - 2}
        first = min((item.span.start for item in self.plan.indicators if item.span is not None), default=0)
        found = ((passage[0], step) for passage in self.passages for step in steps(passage, last))
        settled: set[tuple[Piece, int]] = set()
        told: list[tuple[Piece, Step]] = []
        for piece, one in self.accounts:
            told += ((piece, step) for step in one.steps)
            settled |= {(piece, hit.start) for hit in one.hits if one.steps}
        told += (one for one in found if (one[0], one[1].level.start) not in settled)
        told += ((passage[0], step) for passage in self.passages for step in changes_in_turn(passage))
        return tuple(
            (piece, step)
            for piece, step in told
            if step.bound or step.year in (results if piece.source.offset(step.level.end) < first else before)
        )

    def items(self) -> Iterator[PlannedIndicator]:
        """Yield every indicator line and part."""
        for item in self.plan.indicators:
            yield from item.walk()

    def tasks(self) -> Iterator[tuple[Assignment, Task]]:
        """Yield every task with its section, those of the implementation last."""
        for section in (*self.plan.assignments, *self.plan.implementation):
            for task in section.tasks:
                yield section, task

    def at(self, claim: Claim, *, related: tuple[Span | None, ...] = (), **fields: Any) -> RuleFault:
        """Return a fault at a claim; what has no name of its own is told by its amount."""
        others = tuple(span for span in related if span is not None)
        return RuleFault(
            claim.name or str(claim.target),
            claim.span,
            claim.piece,
            claim.part,
            others,
            {"value": claim.target, **fields},
        )

    def at_item(self, item: PlannedIndicator, part: str = "", **fields: Any) -> RuleFault:
        """Return a fault at an indicator line."""
        return RuleFault(item.name, item.span, item.text, part, fields=fields)

    def at_task(self, task: Task, span: Span | None = None, part: str = "", **fields: Any) -> RuleFault:
        """Return a fault in a task, at a place inside it where one is known."""
        short = task.text if len(task.text) <= _SHORT else f"{task.text[:_SHORT].rsplit(' ', 1)[0]} …"
        return RuleFault(short, span or task.span, task.text, part, fields=fields)


_SHORT = 60


def _plan(given: Plan | str) -> Plan:
    return Plan(text=given) if isinstance(given, str) else given
