"""Amounts of the text that say again what an indicator line says, in other words.

A line names *Tỷ lệ hộ dân nông thôn sử dụng nước sạch*, a task has *95% hộ ở nông thôn được dùng nước sạch*. What a text
amount is of stands before it, behind it or on both sides. It says the same as a line where both mean one indicator of the
catalogue for certain, or where the words that tell what is measured are the same ones, and nothing around the amount
makes it that of a part, of another place or of another time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.said_again import Said, said_by_line, said_in_text
from chitieu.checking.named_amounts.stated import Headings, ends_whole, is_stated, is_whole, paragraph, without_own_year
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import Ranges, row_before
from chitieu.indicators.match import IndicatorMatch, match_indicator
from chitieu.plan import Plan
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target
from chitieu.text import SourceText, Span
from chitieu.units import UnitKind

__all__ = ["OWN_OF_EACH", "echoes"]

_CERTAIN = 90
_RATE = "tỷ lệ "
_LEAST = 2
"""Words that lines and text have in common before they are looked at more closely."""
_LONGEST = 300
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_OTHERS = re.compile(
    r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm|so với|giai đoạn|nhiệm kỳ|mô hình|tương ứng|(?<!tuổi thọ )bình quân(?! đầu người)|(?<!tuổi thọ )trung bình|đã|ước|hiện có|hiện nay|hiện còn"
    r"|kịch bản|phương án|quý|tháng [0-9]|[0-9] tháng|đợt [0-9]|vụ (?:đông|xuân|hè|thu|mùa)|đầu năm|cùng kỳ|lũy kế|luỹ kế)(?!\w)|(?:19|20)[0-9]{2}|\([^)]*$"
)
"""Words of a sentence that make its amounts those of a part, of another time or of one case of several."""
_SOMEWHERE = re.compile(
    r"(?<!\w)(?:tại|ở|thuộc|đối với|trên địa bàn|trong)\s(?:(?:các|những|một số|[0-9]+)\s)?(?:xã|phường|đặc khu|thôn|ấp|bản|khóm|khu|vùng|huyện|cụm|đô thị|trường|cơ sở"
    r"|đơn vị|doanh nghiệp|ngành|lĩnh vực|nhóm|dịp|thời gian)(?!\w)|(?<!\w)(?:dịp|đợt)(?!\w)"
)
"""Words before an amount that make it one of some places or branches."""
_MORE = re.compile(
    r"(?<!\w)(?:mỗi|từng|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|kết quả|dự kiến|còn thiếu|còn lại|tối đa|(?:đề|dự) án)(?!\w)"
)
"""Words of a clause that say the same of the amount in it."""
_ADDED = re.compile(r"(?<!\w)(?:thêm|bổ sung)(?!\w)")
"""So much more of it: the same only of what comes to be in the year."""
_CLAUSE = re.compile(r",\s")
_GIVEN = re.compile(r"(?<!\w)(?:thủ tướng|chính phủ|trung ương|bộ)(?!\w)[^;.]{0,20}?(?<!\w)giao(?!\w)")
"""A plan that others gave: a share of that is none of the own."""
_OF_ALL = re.compile(r"(?<!\w)(?:cả năm|toàn tỉnh|toàn thành phố|toàn bộ|đủ|cả tỉnh|của tỉnh)(?!\w)")
"""Words by which an amount is that of the whole; without them, a count may be one agency's part."""
_SIZES = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)
_NARROW = re.compile(
    r"(?<!\w)(?:công lập|tư thục|dân lập|địa phương|cá nhân|tư nhân|nông thôn|đô thị|thành thị|nhà nước|trung ương|cấp tỉnh|cấp xã|mầm non|tiểu học|trung học"
    r"|nữ|dân tộc|nâng cao|kiểu mẫu|mới|lần đầu|tự nguyện|bắt buộc|ngắn hạn|thường xuyên|đặc biệt|[0-9]+)(?!\w)"
)
"""Words by which a name may be of a part only."""
_PEOPLE = ("lao", "người", "dân")
OWN_OF_EACH = re.compile(
    r"(?<!\w)(?:hồ sơ|văn bản|nhiệm vụ|thẩm quyền|cán bộ|công chức|viên chức|đơn vị|cơ quan|thủ tục|công việc|kế hoạch|dự án|chỉ tiêu)(?!\w)"
)
"""What every agency has of its own."""
_LEAST_OF_TASKS = 3
_MOST_LINES = 40
"""Lines of one word that are looked at for an amount."""
_NEAR = 90
_Measure = tuple[str, Change]


@frozen(eq=False)
class _Line:
    """An indicator line, or an amount of a task, with the ways it says what is measured."""

    claim: Claim
    said: tuple[Said, ...]
    given: bool

    @classmethod
    def of(cls, claim: Claim) -> _Line:
        return cls(claim, tuple(said_by_line(claim)), _GIVEN.search(claim.piece.lower()) is not None)


@frozen(eq=False)
class _Lines:
    """The indicator lines of a plan by the words that tell what they measure."""

    by_word: Mapping[tuple[_Measure, str], Sequence[_Line]]
    by_key: Mapping[tuple[_Measure, str], Sequence[_Line]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> _Lines:
        words: dict[tuple[_Measure, str], list[_Line]] = {}
        keys: dict[tuple[_Measure, str], list[_Line]] = {}
        for claim in claims:
            if claim.timed or claim.target.total is not None or claim.target.upper is not None:
                continue
            line, measure = _Line.of(claim), _measure(claim.target)
            for word in frozenset[str]().union(*(said.words for said in line.said)):
                words.setdefault((measure, word), []).append(line)
            if claim.key is not None:
                keys.setdefault((measure, claim.key), []).append(line)
        return cls(words, keys)

    def said_by(self, said: Said, target: Target) -> list[_Line]:
        """Return the lines that say what an amount is said to be of."""
        measure = _measure(target)
        shared = Counter(line for word in said.words for line in self.by_word.get((measure, word), ())[:_MOST_LINES])
        near = [line for line, words in shared.items() if words >= _LEAST]
        if not shared and target.quantity.unit.kind in (UnitKind.RATIO, UnitKind.COUNT):
            return []
        known = _known(said, target)
        keys = {match.key for match in known}
        if len(keys) != 1:
            return [line for line in near if not keys and _is_again(line, said)]
        (key,) = keys
        certain = known[0].confidence * 100 >= _CERTAIN
        counted = target.quantity.unit.kind is UnitKind.COUNT
        same = [
            line
            for line in self.by_key.get((measure, key), ())[:_MOST_LINES]
            if (certain and (counted or any(own.new == said.new for own in line.said)))
            or (line.claim.sure and _is_as_wide(line, said))
            or _is_again(line, said)
        ]
        new = [line for line in near if said.new and line.claim.key != key and _is_again(line, said)]
        return [*same, *new, *(line for line in near if line.claim.key is None and _is_again(line, said))]


@frozen(eq=False)
class _Amount:
    """An amount of a text, with the words before it in its sentence and behind it, in small letters."""

    hit: TargetHit
    claim: Claim
    before: str
    behind: str

    @property
    def of_all(self) -> bool:
        """Whether it is said to be that of the whole."""
        return _OF_ALL.search(f"{self.before} {self.behind}") is not None

    @property
    def given(self) -> bool:
        """Whether it is a share of what others gave."""
        return _GIVEN.search(self.before) is not None or _GIVEN.search(self.behind) is not None

    @property
    def may_be_part(self) -> bool:
        """Whether it is of the sort of which one may do a part, and another one the rest."""
        unit = self.hit.target.quantity.unit
        return unit.kind in _SIZES and "/" not in unit.label


@frozen(eq=False)
class _Search:
    """The text that is looked through, with what counts for all its amounts."""

    source: SourceText
    headings: Headings
    tasks: Ranges
    year: int

    def amount(self, hit: TargetHit) -> tuple[_Amount, list[Said]] | None:
        """Return an amount with what it may be of; None for one of another time, or of a part by its own words."""
        at = hit.target.span
        if at is None or self.headings.tell_of_others(hit.start):
            return None
        source = self.source
        start = max(0, hit.name_end - _LONGEST, paragraph(source.text, hit.numeral.start))
        clause = _SENTENCE.split(source.flat[start : hit.name_end])[-1]
        before = without_own_year(clause.lower(), self.year)
        if _OTHERS.search(before) or _SOMEWHERE.search(before) or _MORE.search(_CLAUSE.split(before)[-1]):
            return None
        if not self.in_task(hit) and not is_stated(source, hit, self.year):
            return None
        behind = _SENTENCE.split(source.lower[hit.end : hit.end + _LONGEST])[0]
        piece = source.clean(start, min(len(source.flat), hit.end + _NEAR))
        claim = Claim("", None, hit.target, span=Span(at.start, at.end), piece=piece)
        added = (
            _ADDED.search(f"{_CLAUSE.split(before)[-1]} {source.lower[hit.name_end : hit.numeral.start]}") is not None
        )
        saids = [said for said in said_in_text(source, hit, clause) if said.new or not added]
        return _Amount(hit, claim, before, behind), saids

    def in_task(self, hit: TargetHit) -> bool:
        """Whether an amount stands in a task."""
        return self.source.offset(hit.numeral.start) in self.tasks

    def of_the_whole(self, amount: _Amount, said: Said) -> bool:
        """Whether the sentence names no other place, group or time."""
        hit, year = amount.hit, self.year
        if _OTHERS.search(without_own_year(self.source.lower[hit.end : said.end], year)):
            return False
        return is_whole(self.source, hit, said.name, year) and ends_whole(self.source, said.end, year)


def _measure(target: Target) -> _Measure:
    """Return what two amounts must share to be of one thing: what is counted by its first word, else the dimension."""
    unit = target.quantity.unit
    if unit.kind is UnitKind.COUNT and "/" not in unit.label:
        counted = unit.dimension.removeprefix("count:").replace(",", " ").split()[0].lower()
        return f"count:{'người' if counted in _PEOPLE else counted}", target.change
    return unit.dimension, target.change


def _known(said: Said, target: Target) -> list[IndicatorMatch]:
    """Return the indicators of the catalogue that the words may be."""
    unit, change = target.quantity.unit, target.change
    matches = [match_indicator(name, unit=unit, change=change) for name in (said.name, said.name.removeprefix(_RATE))]
    return [match for match in matches if match is not None and match.accepted]


def _is_again(line: _Line, said: Said) -> bool:
    """Whether the telling words of a line are said again."""
    if line.claim.key is None:
        return any(own.words == said.words and own.new == said.new for own in line.said)
    return any(own.loose == said.loose and own.new == said.new for own in line.said)


def _is_as_wide(line: _Line, said: Said) -> bool:
    """Whether words by which the catalogue knows an indicator less surely make it nothing narrower than a line has it."""
    narrow = frozenset(_NARROW.findall(said.name.lower()))
    return any(own.new == said.new and narrow == frozenset(_NARROW.findall(own.name.lower())) for own in line.said)


def _turned(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are the same digits in another order: *2.450*, *2.540*."""
    left, right = (f"{value.value:f}".replace(".", "").strip("0") for value in (one, other))
    return left != right and len(left) > 1 and sorted(left) == sorted(right)


def _in_lines(search: _Search, amount: _Amount, saids: Iterable[Said], lines: _Lines) -> Iterator[tuple[Said, Claim]]:
    """Yield the lines that an amount says again, with the words by which it does."""
    target = amount.hit.target
    for said in saids:
        for line in lines.said_by(said, target):
            if line.given != amount.given or not search.of_the_whole(amount, said):
                continue
            own, whole = target.quantity, line.claim.target.quantity
            if not amount.may_be_part or own.amount > whole.amount or amount.of_all or _turned(own, whole):
                yield said, line.claim


def _part_of(one: _Amount, other: _Amount) -> bool:
    """Whether of two amounts of tasks one may be the part that one agency has to do."""
    left, right = one.hit.target.quantity, other.hit.target.quantity
    if not one.may_be_part or _turned(left, right):
        return False
    return not ((one.of_all and right.amount > left.amount) or (other.of_all and left.amount > right.amount))


@frozen(eq=False)
class _Told:
    """What the tasks of a plan said before, by the words that tell of what it is."""

    before: dict[tuple[_Measure, frozenset[str], bool], list[tuple[_Amount, Said]]]

    def again(self, search: _Search, amount: _Amount, saids: Sequence[Said]) -> tuple[Said, tuple[_Amount, ...]] | None:
        """Return the amounts of other tasks that are of the same, with the words; remember this one."""
        found: tuple[Said, tuple[_Amount, ...]] | None = None
        for said in saids:
            if len(said.words) < _LEAST_OF_TASKS or not search.of_the_whole(amount, said):
                continue
            told = self.before.setdefault((_measure(amount.hit.target), said.words, said.new), [])
            others = tuple(
                other
                for other, _ in told[:_MOST_LINES]
                if other.claim.span is not None
                and search.tasks.at(other.claim.span.start) != search.tasks.at(_start(amount))
                and other.given == amount.given
                and not _part_of(other, amount)
                and not (OWN_OF_EACH.search(said.name.lower()) and not (other.of_all or amount.of_all))
            )
            told.append((amount, said))
            if others and found is None:
                found = said, others
        return found


def _start(amount: _Amount) -> int:
    return amount.claim.span.start if amount.claim.span is not None else -1


def echoes(
    plan: Plan, passages: Sequence[Passage], lines: Iterable[Claim], claims: Iterable[Claim], year: int | None
) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Yield the amounts of a plan's text that say again what indicator lines or other tasks say, each with those.

    Those that the catalogue tells for certain on both sides are left out: they are compared as claims already.

    Args:
        plan: the plan.
        passages: its text with the amounts in it.
        lines: the amounts of its indicator lines.
        claims: the amounts of the text whose indicator is certain.
        year: the year the plan is for; nothing is yielded for plans of several years.
    """
    if year is None or not plan.text or len(passages) != 1:
        return
    ((piece, hits),) = passages
    source, own = piece.source, Ranges.of(item.span for item in plan.indicators)
    free = [
        hit
        for hit in hits
        if hit.target.total is None
        and hit.target.upper is None
        and source.offset(hit.numeral.start) not in own
        and "|" not in row_before(source.text, hit.numeral.start)
    ]
    if not free:
        return
    tasks = Ranges.of(task.span for section in (*plan.assignments, *plan.implementation) for task in section.tasks)
    taken = {claim.span.start: claim.key for claim in claims if claim.span is not None and claim.sure}
    search, known, told = _Search(source, Headings.of(source, year), tasks, year), _Lines.of(lines), _Told({})
    for hit in free:
        read = search.amount(hit)
        if read is None:
            continue
        amount, saids = read
        key = taken.get(_start(amount))
        found = list(_in_lines(search, amount, saids, known))
        rivals = [one for _, one in found if not (one.sure and one.key is not None and one.key == key)]
        if rivals:
            yield evolve(amount.claim, name=found[0][0].name), tuple(dict.fromkeys(rivals))
        elif key is None and not found and search.in_task(hit):
            again = told.again(search, amount, saids)
            if again is not None:
                said, others = again
                yield evolve(amount.claim, name=said.name), tuple(other.claim for other in others)
