"""The amounts of an indicator line and of its parts, each with its indicator and with the time its words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.named_amounts.carried_names import level_key
from chitieu.checking.named_amounts.certainty import certain, certain_key, names_who_pays
from chitieu.checking.named_amounts.claim import Claim, words_before
from chitieu.checking.named_amounts.levels import without_level
from chitieu.checking.named_amounts.own_time import without_own_year
from chitieu.checking.named_amounts.parts_of_some import is_part_of_some
from chitieu.indicators.match import MatchReason
from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.targets.target import Target

__all__ = ["LEAD_IN", "claims_of_line", "may_be_a_sum"]

LEAD_IN = re.compile(
    r"^(?:[\s\-+*•“”\"]|(?:hướng tới|hướng đến|mục tiêu|phấn đấu|đưa|nâng|giảm(?! nghèo)|tăng(?! trưởng)|duy trì|giữ|bảo đảm|đảm bảo|để|có|và|với|tổng|số"
    r"|thực hiện|hoàn thành|quyết tâm|tập trung|tiếp tục|đạt|chỉ tiêu|dự kiến|cả năm|trong năm|toàn tỉnh|nhằm|góp phần)(?!\w))+",
    re.IGNORECASE,
)
"""What leads to the name of an indicator and is none of it."""
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_NEAR = 60
_LAST_CLAUSE = re.compile(r";|[,.](?=\s)")
_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_PART_OF_YEAR = re.compile(
    r"(?<![\w/])(?:quý|tháng|6 tháng|9 tháng|bình quân (?:hằng |hàng |mỗi )?năm|giai đoạn|nhiệm kỳ|lũy kế|vụ (?:đông|xuân|hè|thu|mùa|chiêm|lúa)"
    r"|[2-9] năm|0[2-9] năm|10 năm|trong năm năm)(?!\w)"
)
_SO_FAR = re.compile(r"(?<!\w)(?:lũy|luỹ) kế(?!\w)", re.IGNORECASE)
_SEASON = re.compile(r"(?<!\w)vụ (?:đông|xuân|hè|thu|mùa|chiêm|lúa)(?!\w)")
_OPENS_WITH_TIME = re.compile(
    r"\W*(?:[0-9]+[.)]\W+)?(?:phấn đấu |mục tiêu |dự kiến )*(?:đến|vào|hết|cuối|trong|năm|tới)(?!\w)[^;.0-9]{0,20}$"
)


@frozen(eq=False)
class _Above:
    """What a line has its parts take over: itself, what that is a part of, who set it, and whether it counts all there are so far."""

    item: PlannedIndicator | None = None
    wholes: tuple[PlannedIndicator, ...] = ()
    kind: TargetKind = TargetKind.PLANNED
    so_far: bool = False


def claims_of_line(item: PlannedIndicator, year: int | None) -> Iterator[Claim]:
    """Yield the amounts of a line, then those of its parts.

    Args:
        item: the line.
        year: the year the plan is for.
    """
    yield from _claims(item, item.text, year, _Above())


def _claims(item: PlannedIndicator, piece: str, year: int | None, whole: _Above) -> Iterator[Claim]:
    above, so_far = whole.item, whole.so_far
    own = item.kind if item.kind is not TargetKind.PLANNED else whole.kind
    named = item
    if above is not None and item.indicator is None and item.kind is not TargetKind.PLANNED:
        named = above  # "chỉ tiêu địa phương phấn đấu" says who set it, the line before what it is
    sure = certain(named.match) is not None
    key = named.indicator
    bare = without_level(
        LEAD_IN.sub("", item.name)
    )  # "Quyết tâm thực hiện chỉ tiêu …", "… theo dự toán HĐND tỉnh giao"
    known = (
        item.match is not None and item.match.reason is MatchReason.OTHER_UNIT
    )  # "Tổng tỷ suất sinh 2,15%" is no birth rate
    if key is None and not known and item.relation is Relation.ITEM and item.targets and bare != item.name:
        first = item.targets[0]
        key = certain_key(bare, unit=first.quantity.unit, change=first.change)
        sure = key is not None
    if item.relation is not Relation.ITEM and (_is_no_indicator(item) or _THAT_IS.search(item.name.lower())):
        key, sure = None, False  # "kinh phí 12 tỷ đồng (ngân sách nhà nước 10 tỷ đồng, …)": who pays
    for target in item.targets:
        timed = _timed(item.name, target, piece, year)
        so_far = whole.so_far or (
            timed and not _timed(_SO_FAR.sub("", item.name), target, _SO_FAR.sub("", piece), year)
        )
        span = target.span or item.span
        led_to = level_key(item, target, piece, above)
        name = item.name or (above.name if led_to is not None and above is not None else "")
        told = (sure or led_to is not None) and not is_part_of_some(item, target, piece, whole.wholes)
        yield Claim(
            name, led_to or key, target, own, span, piece, item, sure=told, timed=timed, above=above, so_far=so_far
        )
    for part in item.parts:
        inside = part.relation is Relation.PART
        yield from _claims(
            part, piece, year, _Above(named, (item, *whole.wholes), own if inside else whole.kind, so_far and inside)
        )


def may_be_a_sum(claim: Claim, year: int | None) -> bool:
    """Whether an amount of a plan of several years may be that of all of them: a flow without the last year beside it."""
    flows = claim.record is not None and claim.record.kind == "flow"
    return flows and str(year) not in f"{claim.name} {_SENTENCE.split(claim.ahead)[-1][-_NEAR:]}"


def _is_no_indicator(item: PlannedIndicator) -> bool:
    """Whether a part only says who pays, or of whom the rate of its line is: ``…; dân cư đô thị 100%``."""
    from_line = item.match is not None and item.match.reason is MatchReason.LINE
    name = item.name.lower()
    return names_who_pays(name) or (not from_line and _WHOSE.fullmatch(name) is not None)


_THAT_IS = re.compile(r"\w,?\s(?:tức|hay|tương ứng|tương đương)(?:\s(?:là|với|khoảng))*$")
"""Behind what a percentage is of, whose number is the share: *80% dân số, tức 720.000 người*."""
_WHOSE = re.compile(
    r"(?:khu vực |hộ |người |dân |dân cư |dân số |ở |tại |của |cư )*(?:đô thị|thành thị|nông thôn|miền núi)"
)


def _timed(name: str, target: Target, piece: str, year: int | None) -> bool:
    """Whether a name, or the words before its amount, name another time than the plan's year."""
    ahead = _SENTENCE.split(words_before(target, piece))[-1].lower()
    words = without_own_year(f"{name} {_LAST_CLAUSE.split(ahead[-_NEAR:])[-1]}".lower(), year)
    if _YEAR.search(words) or _PART_OF_YEAR.search(words) or _SEASON.search(ahead):
        return True
    if str(year) in name or str(year) in ahead[-_NEAR:]:
        return False
    opening = _YEAR.search(ahead)  # "Đến năm 2030, tỷ lệ …"
    return opening is not None and int(opening[1]) != year and bool(_OPENS_WITH_TIME.match(ahead[: opening.start()]))
