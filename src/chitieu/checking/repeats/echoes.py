"""Amounts of the text that say again what an indicator line says, in other words.

A line names *Tỷ lệ hộ dân nông thôn sử dụng nước sạch*, a task has *95% hộ ở nông thôn được dùng nước sạch*. What a text
amount is of stands before it, behind it or on both sides. It says the same as a line where words and line mean the same
(`lines`) and nothing around the amount makes it that of a part, of another place or of another time (`text_amounts`). A line
whose name the catalogue does not know may say what it measures behind its amount too (*Lối sống khỏe: 40% dân số tập thể
thao*): it is looked at as text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.said_again import Said
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.repeats.lines import MOST_LINES, Lines, Measure, is_certain, measure_of
from chitieu.checking.repeats.miswritten import is_miswritten, is_turned
from chitieu.checking.repeats.text_amounts import DOES_A_PART, Amount, Search
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import Ranges, row_before
from chitieu.plan import Plan
from chitieu.quantities.quantity import Quantity
from chitieu.work.tasks import Task

__all__ = ["OWN_OF_EACH", "echoes"]

OWN_OF_EACH = re.compile(
    r"(?<!\w)(?:hồ sơ(?! sức khỏe| sức khoẻ| bệnh án)|văn bản|nhiệm vụ|thẩm quyền|cán bộ|công chức|viên chức|đơn vị|cơ quan|thủ tục|công việc|kế hoạch|dự án|chỉ tiêu)(?!\w)"
)
"""What every agency has of its own."""
_LEAST_OF_TASKS = 3
_LEAST_TURNED = 2
"""Words that two tasks share before they say one thing; fewer where the digits of one are those of the other."""


def _turned(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are the same digits in another order: *2.450*, *2.540*."""
    return is_turned(one.value, other.value)


def _slipped(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are the same but for one digit, or for the order of them: no part is so like its whole."""
    return is_miswritten(one.value, other.value) if one.unit == other.unit else _turned(one, other)


def _in_lines(search: Search, amount: Amount, saids: Iterable[Said], lines: Lines) -> Iterator[tuple[Said, Claim]]:
    """Yield the lines that an amount says again, with the words by which it does."""
    target = amount.hit.target
    for said in saids:
        if said.bare and lines.has(target):
            continue
        for line in lines.said_by(said, target):
            of_line = line.given == amount.given and amount.counts_as(line.claim)
            if not of_line or not search.of_the_whole(amount, said):
                continue
            own, whole = target.quantity, line.claim.target.quantity
            if (
                not amount.may_be_part
                or own.amount > whole.amount
                or amount.of_all
                or said.bare
                or _slipped(own, whole)
            ):
                yield said, line.claim


def _in_work(tasks: Iterable[Task]) -> frozenset[int]:
    """Return where the amounts stand that rows of a table have in the words of a task, not in a column of their own."""
    return frozenset(target.span.start for task in tasks for target in task.targets if target.span is not None)


def _part_of(one: Amount, other: Amount) -> bool:
    """Whether of two amounts of tasks one may be the part that one agency has to do."""
    left, right = one.hit.target.quantity, other.hit.target.quantity
    if not one.may_be_part or _turned(left, right):
        return False
    return not ((one.of_all and right.amount > left.amount) or (other.of_all and left.amount > right.amount))


@frozen(eq=False)
class _Told:
    """What the tasks of a plan said before, by the words that tell of what it is."""

    before: dict[tuple[Measure, frozenset[str], bool], list[Amount]]

    def again(self, search: Search, amount: Amount, saids: Sequence[Said]) -> tuple[Said, tuple[Amount, ...]] | None:
        """Return the amounts of other tasks that are of the same, with the words; remember this one."""
        found: tuple[Said, tuple[Amount, ...]] | None = None
        for said in saids:
            if len(said.words) < _LEAST_TURNED or not search.of_the_whole(amount, said):
                continue
            told = self.before.setdefault((measure_of(amount.hit.target), said.words, said.new), [])
            others = tuple(
                other
                for other in told[:MOST_LINES]
                if search.tasks.at(other.at) != search.tasks.at(amount.at)
                and other.given == amount.given
                and not _part_of(other, amount)
                and (
                    len(said.words) >= _LEAST_OF_TASKS or _turned(other.hit.target.quantity, amount.hit.target.quantity)
                )
                and not (OWN_OF_EACH.search(said.name.lower()) and not (other.of_all or amount.of_all))
            )
            told.append(amount)
            if others and found is None:
                found = said, others
        return found


def _item(claim: Claim, items: Ranges) -> int | None:
    """Return which of the indicator lines an amount stands in."""
    return items.at(claim.span.start) if claim.span is not None else None


def _is_unnamed(line: Claim) -> bool:
    """Whether only the words around an amount may say what it is of; that of a part hangs on its line (*dịch vụ 36%*)."""
    return line.key is None and not line.timed and (line.above is None or not line.name)


def echoes(
    plan: Plan, passage: Passage, lines: Iterable[Claim], claims: Iterable[Claim], year: int
) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Yield the amounts of a plan's text that say again what indicator lines or other tasks say, each with those.

    Those that the catalogue tells for certain on both sides are left out: they are compared as claims already.

    Args:
        plan: the plan.
        passage: its text with the amounts in it.
        lines: the amounts of its indicator lines.
        claims: the amounts of the text whose indicator is certain.
        year: the year the plan is for.
    """
    piece, hits = passage
    lines = tuple(lines)
    source, own = piece.source, Ranges.of(item.span for item in plan.indicators)
    unnamed = {claim.span.start for claim in lines if claim.span is not None and _is_unnamed(claim)}
    work = [task for section in (*plan.assignments, *plan.implementation) for task in section.tasks]
    tasks, rows = Ranges.of(task.span for task in work), _in_work(work)
    headings = Headings.of(source, year)
    first = source.folded(min((item.span.start for item in plan.indicators if item.span is not None), default=0))
    free = [
        hit
        for hit in hits
        if hit.target.is_single
        and not headings.tell_ahead(hit.start, first)
        and (source.offset(hit.numeral.start) not in own or (hit.target.span and hit.target.span.start in unnamed))
        and (
            "|" not in row_before(source.text, hit.numeral.start) or (hit.target.span and hit.target.span.start in rows)
        )
    ]
    taken = {claim.span.start: claim.key for claim in claims if claim.span is not None and claim.sure}
    small = Ranges.of(task.span for task in work if any(DOES_A_PART.search(one.name.lower()) for one in task.lead))
    search, known, told = Search(source, headings, tasks, small, year), Lines.of(lines), _Told({})
    for hit in free:
        read = search.amount(hit)
        if read is None:
            continue
        amount, saids = read
        line = own.at(amount.at)
        if line is not None:
            saids = [said for said in saids if is_certain(said, hit.target)]
        key = taken.get(amount.at)
        found = [
            (said, one)
            for said, one in _in_lines(search, amount, saids, known)
            if line is None or _item(one, own) != line
        ]
        rivals = [one for _, one in found if not (one.sure and one.key is not None and one.key == key)]
        if rivals:
            yield evolve(amount.claim, name=found[0][0].name), tuple(dict.fromkeys(rivals))
        elif not found and search.in_task(hit):
            again = told.again(search, amount, saids)
            if again is not None and key is None:
                said, others = again
                yield evolve(amount.claim, name=said.name), tuple(other.claim for other in others)
