"""What part each amount of an account plays: it is a level, of a time, or a change, against a time.

Amounts that tell one thing in several units stand for one: ``84 hộ (4,2%)``; each unit has its own levels and changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, field, frozen

from chitieu.checking.changes.bases import is_base
from chitieu.checking.changes.moves import compared, flow, told_change
from chitieu.checking.changes.statements import PERCENT, Sentence, is_of_all, is_rate, is_ratio
from chitieu.checking.changes.times import PLANNED, STANDARD, Time, times_in
from chitieu.checking.named_amounts.spoken_times import spoken_change
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import REACH, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import ahead_of_first, behind_last
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import Unit, UnitKind

__all__ = ["Account", "Level", "Measure", "Move", "measures"]


@frozen(eq=False)
class Level:
    """A level, its time, and whether words say that the account sets out from it: *từ 4,5%*."""

    hit: TargetHit
    time: Time | None
    first: bool


@frozen(eq=False)
class Move:
    """A change.

    Attributes:
        hit, change: where it stands, and what it is.
        against: the time it is told against.
        yearly: whether it is told for each of several years.
        flow: whether things come or go by it.
        again: whether words say that it tells nothing new: *tức giảm 10%*.
        until: the time it leads to, where its own clause opens with that: *; năm 2025 tăng 9%*.
    """

    hit: TargetHit
    change: Target
    against: Time | None
    yearly: bool
    flow: bool
    again: bool
    until: Time | None


@frozen(eq=False)
class Measure:
    """The parts of an account that are measured in one unit.

    Attributes:
        unit: the unit.
        parts: which amounts of the account they are.
        levels, moves: the levels, and the changes that are to be looked at.
        priced: whether the levels may be of current prices, and their growth in percent of those of another year.
    """

    unit: Unit
    parts: list[int] = field(factory=list)
    levels: list[Level] = field(factory=list)
    moves: list[Move] = field(factory=list)
    priced: bool = False


_AGAINST = re.compile(
    r"(?<!\w)(?:so với|so|hơn|bằng|lần|vượt|của)\s(?:(?:mức|thực hiện|ước|cuối|số|kết quả|cả|kinh phí|đã|bố trí|được|giao)\s)*$|%\s(?:(?:ước|thực hiện|của|so với|so)\s)*$|\(\s?$"
)
_VERSUS, _NEXT = (
    re.compile(r"(?<!\w)(?:so với|so)\s(?:(?:mức|ước|thực hiện|số|kết quả|của)\s)*$"),
    re.compile(r"[,;]\s"),
)
"""About the time a change is told against, with another clause behind it: *tăng 8% so với năm 2025; phấn đấu đạt …*."""
_NUMBER = re.compile(r"(?<![0-9.,/])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")
"""A number that is no year: what stands behind it is said of that."""
_OPENS = re.compile(r"\)?;\s(?:riêng |cả |ước )?")
_RIGHT_BEHIND = re.compile(r"\s\(?(?:(?:vào|trong|của|tại|ở)\s)?")
_TURNS = re.compile(r"\s?(?:[),;]|(?:còn|lên|xuống|tăng|giảm|nâng|đến|thành|sang|rút|chỉ|tới)(?!\w))")
_BESIDE = re.compile(r",\s(?:tăng|giảm|bằng|vượt|đạt)\s")
_ALSO = re.compile(r"(?<!\w)và\s$")
_OF_ANOTHER = re.compile(r"\s(?:so|năm|cùng|kế|dự|ước|thực|của|mức|kh|dt)(?!\w)")
_EACH_YEAR = re.compile(
    r"(?<!\w)(?:bình quân(?! đầu người| mỗi người| chung|/)|trung bình|mỗi năm|hằng năm|hàng năm)(?!\w)|/năm"
)
_OF_OTHER = re.compile(r"(?<!\w)(?:bình quân (?:chung|cả nước|toàn)|cả nước|giai đoạn)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ\s(?:(?:mức|khoảng|hạng|vị trí|thứ)\s)*$")
_THAT_IS = re.compile(r"(?<!\w)(?:tức|nghĩa là|tương đương|tương ứng)(?!\w)")
_END = re.compile(r"[;.|\n]")
_CLAUSE = re.compile(r"[,;:.(]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ON_WHOLE = re.compile(
    r"^\s(?:(?:của|trong|trên|so với)\s)?tổng(?: số)?\s$|(?<!\w)(?:trên|trong|cùng)\s(?:cùng\s)?tổng(?: số)?\s$"
)
"""Before the number of all there are, which is no earlier value: *bằng 54% tổng số 89 xã*, *tính trên cùng tổng số 34.931 hộ*."""
_AGAIN = re.compile(
    r"\s?(?:\(|[,;/]\s|,?\s(?=tương|ứng))(?:(?:tương ứng|tương đương|ứng với|chiếm|với|tỷ lệ|là|khoảng)\s)*"
)


_ASIDE = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?\((?:(?:tương ứng|tương đương|tức|bằng|là|khoảng|hay)\s)*")
"""Before the same amount in another unit, what is measured perhaps between: *60 tấn muối (60.000 kg)*."""


class Account:
    """The amounts that are told of one thing, each with its part.

    Attributes:
        rated: whether a rate of the same thing is told behind them: percent may be of that.
    """

    def __init__(
        self, piece: Piece, opening: str, hits: Sequence[TargetHit], year: int | None, *, rated: bool = False
    ) -> None:
        self.piece, self.opening, self.hits, self.year, self.rated = piece, opening, hits, year, rated
        self.lower = piece.source.lower
        again = [at for at in range(1, len(hits)) if self._is_again(at)]
        self._first = [max(one for one in range(at + 1) if one not in again) for at in range(len(hits))]
        """The amounts that tell one thing in several units stand for one: ``84 hộ (4,2%)``, ``giảm 38 hộ (1,9 điểm phần trăm)``."""
        self.flows = {at: way for at in range(len(hits)) if (way := _flow(self, at)) is not None}

    @property
    def name(self) -> str:
        """What is measured: the last words ahead that are not of time."""
        start = self.hits[0].numeral.start - len(self.opening)
        words = self.piece.source.flat[start : self.hits[0].name_end]
        for time in reversed(list(times_in(words.lower()))):
            words = f"{words[: time.start]},{words[time.end :]}"
        words = _IN_BRACKETS.sub(",", words)
        clauses = [clause.strip(" -+*•") for clause in _CLAUSE.split(words)]
        return next((clause for clause in reversed(clauses) if clause), "") or name_before(self.piece, self.hits[0])

    def told_with(self, at: int) -> Sequence[int]:
        """Return which amounts stand where one does: itself, and the same in other units."""
        return [one for one, first in enumerate(self._first) if first == self._first[at]]

    def _is_again(self, at: int) -> bool:
        """Whether an amount tells the one before it in another unit."""
        former, hit = self.hits[at - 1], self.hits[at]
        if former.target.quantity.unit.same_dimension(hit.target.quantity.unit):
            return self._is_same(former, hit)
        if self._is_change(former) is not self._is_change(hit) or self._is_of_plan(hit):
            return False
        return _AGAIN.fullmatch(self.lower, former.numeral.end, hit.start) is not None

    def _is_of_plan(self, hit: TargetHit) -> bool:
        """Whether a ratio is one to what was planned: *giảm 100 con, bằng 95% kế hoạch*."""
        end = hit.numeral.end
        told = next(times_in(self.lower, end, end + REACH), None) if is_ratio(self.lower, hit) else None
        return (
            told is not None
            and told.time.is_planned
            and _RIGHT_BEHIND.fullmatch(self.lower, end, told.start) is not None
        )

    def _is_same(self, former: TargetHit, hit: TargetHit) -> bool:
        """Whether a bracket tells an amount once more, in a larger or a smaller unit: *66 triệu đồng/năm (5,5 triệu đồng/tháng)*."""
        left, right = former.target.quantity, hit.target.quantity
        aside = _ASIDE.fullmatch(self.lower, former.numeral.end, hit.start) is not None
        near = abs(left.amount - right.amount) <= (grain(left) + grain(right)) / 2
        return aside and near and left.unit.label != right.unit.label

    def _is_change(self, hit: TargetHit) -> bool:
        points = hit.target.quantity.unit.kind is UnitKind.POINTS
        told = hit.target.change is not Change.LEVEL or told_change(self.lower, hit) is not None
        return told or points or is_ratio(self.lower, hit)

    @property
    def between(self) -> str:
        """The words from the first amount on, up to the end of the clause of the last."""
        return " ".join(self.behind(at) for at in range(len(self.hits)))

    def is_aside(self, former: TargetHit, moves: Sequence[Move]) -> bool:
        """Whether an earlier value stands alone in a bracket, so that it is not sure that a change is from that."""
        former = self.hits[self._first[self.hits.index(former)]]
        start = self.lower.rfind("(", self.hits[0].start, former.numeral.start)
        if start < 0 or ")" in self.lower[start : former.numeral.start]:
            return False
        end = self.lower.find(")", former.numeral.end) % len(self.lower)
        return not any(start < move.hit.start < end for move in moves)

    def ahead(self, at: int) -> str:
        """The words before an amount and those told with it, back to the one before."""
        at = self.told_with(at)[0]
        if not at:
            return self.opening
        return self.lower[self.hits[at - 1].numeral.end : self.hits[at].numeral.start]

    def behind(self, at: int) -> str:
        """The words behind an amount and those told with it, up to the next one or the end of the clause."""
        at = self.told_with(at)[-1]
        start = self.hits[at].numeral.end
        if at + 1 < len(self.hits):
            return self.lower[start : self.hits[at + 1].numeral.start]
        return ahead_of_first(_END, self.lower[start : start + REACH])

    def spoken(self, former: TargetHit) -> Target | None:
        """Return the change that words without a number tell ahead of all amounts: *giảm một nửa, từ 18 xuống 9*."""
        start = self.hits[0].start
        return spoken_change(self.lower, max(0, start - REACH), start) if former is self.hits[0] else None

    def is_start(self, at: int) -> bool:
        """Whether words say that the account sets out from an amount."""
        if _FROM.search(self.ahead(at)) is None:
            return False
        rest = self.lower[self.hits[at].numeral.end : self.hits[-1].numeral.start]
        return " so " not in rest  # "từ 66 triệu đồng, tăng 9% so với năm 2025 (60,5)"

    def time_of_level(self, at: int) -> Time | None:
        """The time of a level: told ahead of it, else right behind."""
        words, first = self.ahead(at), self._first[at]
        if not first:
            words = words.rpartition(";")[2]  # what stands there is told of something else
        if is_base(self.lower, self.hits[at]):
            return PLANNED
        found = [one for one in times_in(words) if first or not one.time.is_planned or words[: one.start].endswith("(")]
        if first and self.right_behind(first - 1) is not None:
            found = found[1:]  # it tells of the amount before
        found = [one for one in found if not (_VERSUS.search(words[: one.start]) and _NEXT.search(words[one.end :]))]
        if found:
            return found[-1].time
        behind = self.right_behind(at)
        return Time(-1) if behind is None and self.is_start(at) else behind

    def right_behind(self, at: int) -> Time | None:
        """The time told right behind an amount, unless what follows shows that it is that of the next: *(năm 2025: 24 xã)*."""
        words, group = self.behind(at), self.told_with(at)
        if len(group) > 1:
            words = words.removeprefix(")")
        told = next(times_in(words), None)
        if told is None or not _RIGHT_BEHIND.fullmatch(words[: told.start]):
            return None
        return told.time if group[-1] + 1 == len(self.hits) or _TURNS.match(words[told.end :]) else None

    def until(self, at: int) -> Time | None:
        """The time that opens the clause of a change, which is that it leads to: *; năm 2025 tăng 9% so với năm 2024*."""
        words = self.ahead(at)
        opened = _OPENS.match(words)
        told = next(times_in(words, opened.end()), None) if opened is not None else None
        return told.time if told is not None and opened is not None and told.start == opened.end() else None

    def against(self, at: int) -> tuple[Time | None, bool]:
        """The time a change is told against, and whether it is against something that is no time."""
        ahead, behind = behind_last(_CLAUSE, STANDARD.sub(" ", self.ahead(at))), self.behind(at)
        if _OF_OTHER.search(f"{ahead} # {behind}"):
            return None, True
        counted = at in self.flows and not is_rate(self.hits[at].target)
        for words in (behind, ahead):
            for one in times_in(words):
                if counted and one.time.is_planned:
                    continue  # "thành lập mới 40 hợp tác xã (đạt 133% kế hoạch)"
                led = words[: one.start]
                if words is behind and _NUMBER.search(led):
                    break  # "tăng 6% sau mức tăng 5% của năm trước"
                if words is behind and not led.strip(" ") and self.hits[at].target.quantity.unit.label in ("%", "lần"):
                    return one.time, False
                if (_AGAINST.search(led) and not led.endswith("(")) or one.time.is_planned:
                    return one.time, False
        return None, False


def measures(account: Account) -> tuple[list[Measure], int]:
    """Return the parts of an account, by what they are measured in, and how many of its amounts play one.

    Where an amount plays none, another account begins: *giảm từ 80 hộ xuống 60 hộ (giảm 20 hộ); tỷ lệ giảm từ 4% xuống 3%*.
    """
    found: list[Measure] = []
    for at in range(len(account.hits)):
        if any(at in one.parts for one in found) or not _is_level(account, at):
            continue
        if found and len(account.told_with(at)) == 1:
            break
        found.append(_measure(account, at))
    parts = {at for one in found for at in one.parts}
    end = next((at for at in range(len(account.hits)) if at not in parts), len(account.hits))
    found = [one for one in found if one.levels]
    if account.rated or any(one.unit.label in PERCENT for one in found):
        for one in found:  # percent are of the rate, not of the number beside it
            one.moves[:] = [move for move in one.moves if one.unit.label in PERCENT or not is_rate(move.change)]
    return found, end


def _measure(account: Account, base: int) -> Measure:
    hits = account.hits
    sentence = Sentence(account.piece, hits, base)
    priced = sentence.is_priced() and "giá so sánh" not in account.opening
    found = Measure(hits[base].target.quantity.unit, priced=priced)
    for at, hit in enumerate(hits):
        change = _change(sentence, at, account.flows) if at != base else None
        if change is None and (at in account.flows or not sentence.is_kin(hit) or hit.target.upper is not None):
            continue
        if _is_of_another(account, at, base):
            continue
        found.parts.append(at)
        if _ON_WHOLE.search(account.ahead(at)):
            continue
        if change is None:
            found.levels.append(Level(hit, account.time_of_level(at), account.is_start(at)))
            continue
        against, other = account.against(at)
        if against is None and found.levels and found.levels[-1].hit is hits[at - 1]:
            beside = _BESIDE.fullmatch(account.ahead(at))  # "(kế hoạch 200 ha, tăng 5%; …)"
            own = found.levels[-1].time
            against = own if beside and own is not None and own.is_planned else None
        if other or (is_rate(change) and sentence.has_two_prices()):
            continue
        again = _THAT_IS.search(account.ahead(at)) is not None
        yearly = (
            _EACH_YEAR.search(account.ahead(at))
            or _EACH_YEAR.match(account.behind(at).lstrip())
            or "/năm" in hit.target.quantity.unit.label
        )
        found.moves.append(
            Move(
                hit,
                change,
                against,
                bool(yearly) and "/năm" not in found.unit.label,
                at in account.flows,
                again,
                account.until(at),
            )
        )
    return found


def _is_of_another(account: Account, at: int, base: int) -> bool:
    """Whether a change ahead of a level closes what was told before, the level having a change of its own: *… tăng 8%; có 90 hộ, tăng 5 hộ*."""
    hits = account.hits
    closed = ";" in account.lower[hits[at].numeral.end : hits[base].numeral.start]
    return closed and any(hit.target.change is not Change.LEVEL for hit in hits[base + 1 :])


def _is_level(account: Account, at: int) -> bool:
    hit = account.hits[at]
    if at in account.flows or hit.target.change is not Change.LEVEL or hit.target.quantity.unit.kind is UnitKind.POINTS:
        return False
    return Sentence(account.piece, account.hits, at).is_kin(hit)


def _change(sentence: Sentence, at: int, flows: dict[int, Change]) -> Target | None:
    hit = sentence.hits[at]
    if at in flows:
        return evolve(hit.target, change=flows[at])
    unit = sentence.before.target.quantity.unit
    if hit.target.quantity.unit.dimension == "rank difference" and unit.kind is UnitKind.RANK:
        falls = hit.target.change is Change.INCREASE  # a better place has a smaller number
        size = Quantity(hit.target.quantity.value, unit)
        return Target(size, change=Change.DECREASE if falls else Change.INCREASE, bound=hit.target.bound)
    more = compared(sentence.lower[sentence.hits[at - 1].numeral.end : hit.numeral.start]) if at else None
    if more is not None:
        plain = evolve(hit, target=evolve(hit.target, change=more, bound=Bound.EXACT))
        sentence = evolve(sentence, hits=[*sentence.hits[:at], plain, *sentence.hits[at + 1 :]])
    of_now = not _OF_ANOTHER.match(sentence.lower, hit.numeral.end) and not is_of_all(sentence.lower, hit)
    if at and is_ratio(sentence.lower, hit) and of_now:
        former = sentence.change(at - 1)
        if former is not None and unit.label not in PERCENT:  # "giảm 8 đầu mối, bằng 40%"
            return evolve(hit.target, change=former.change)
    found = sentence.change(at)
    if found is None and _ALSO.search(sentence.lower, sentence.hits[at - 1].numeral.end, hit.numeral.start):
        former = sentence.change(at - 1)
        if former is not None and not sentence.is_kin(hit):  # "giảm 0,1% so với quý trước và 0,3% so với cùng kỳ"
            plain = evolve(hit, target=evolve(hit.target, change=former.change))
            sentence = evolve(sentence, hits=[*sentence.hits[:at], plain, *sentence.hits[at + 1 :]])
            found = sentence.change(at)
    return found


def _flow(account: Account, at: int) -> Change | None:
    """Return which way things go that are counted on the way from one level to another."""
    hit, ahead = account.hits[at], account.ahead(at)
    level = hit.target.change is not Change.LEVEL or any(one.time.year for one in times_in(ahead))
    return None if level or not at else flow(ahead, account.behind(at))
