"""How large one named work is, told in two places: *Bệnh viện Đa khoa Hòa An (300 giường)*, *… quy mô 500 giường*.

A work with a name of its own is one thing wherever it is named, and what it is by itself (how long, how wide, with how many
beds, of what cost) is told of all of it. What is done to it says little, unless it makes the amount that of a part, or of
what it will be later: *mở rộng*, *giai đoạn 1*, *đoạn qua …*. Then it is compared with what is told with the same words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.rounding import grain
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import Unit, UnitKind

__all__ = ["OtherSize", "other_sizes"]

_KIND = (
    r"(?:bệnh viện|trung tâm|trường(?! hợp)|cầu|cống|đường|tuyến|quốc lộ|cao tốc|đường sắt|cảng|bến|kè|đê|hồ(?! sơ)|đập|nhà máy|trạm|khu(?! vực)|cụm|chợ|công viên|quảng trường"
    r"|sân bay|sân vận động|bảo tàng|thư viện|nhà|kênh|rạch|sông|làng|trại|ký túc xá|âu thuyền|bãi)"
)
_WORK = re.compile(
    rf"(?:(?:các|dự án|công trình|tiểu dự án|đầu tư|xây dựng|mới|việc|thành phần)\s)*(?P<name>{_KIND}(?:\s[^\s,;:.()|]+){{1,12}})",
    re.IGNORECASE,
)
"""A work, as far as its name goes."""
_DEED = re.compile(
    r"(?<!\w)(?:(?:đưa(?! thông tin)|bàn giao|khởi công|khánh thành|thông xe|hoàn thành|hoàn thiện|thi công|triển khai|xây dựng|xây mới|đầu tư|thực hiện|tiếp nhận|thành lập|quản lý|vận hành"
    r"|giải phóng mặt bằng|thu hồi đất|bồi thường|san lấp|nghiệm thu|đẩy nhanh|tiến độ|thẩm định|phê duyệt|trình|chủ trương đầu tư|chuẩn bị|cải tạo|nâng cấp|mở rộng|sửa chữa|nạo vét|nối|làm|dự án|công trình"
    r"|cho|của|xong|và|với|để|là|gồm|tại|vốn)(?!\w)\s?)+"
)
"""What is done, behind which the work is named."""
_OWN_SIZE = re.compile(
    r"(?:^|[\s,(;])(?:(?P<long>(?:tổng )?chiều dài(?: tuyến| toàn tuyến)?|dài)|(?P<wide>(?:chiều )?rộng)|(?P<high>(?:chiều )?cao)|(?P<area>(?:tổng )?diện tích)"
    r"|(?P<cost>tổng (?:mức|vốn)(?: đầu tư)?|tổng kinh phí|tổng dự toán|tổng đầu tư)|(?P<size>quy mô|công suất(?: thiết kế)?|sức chứa))(?:\s?:|\slà|\sđạt)?\s?$"
)
"""Right before an amount, of what of the work it is."""
_BEFORE_SIZE = re.compile(r"\s*(?:,|\(|-|–|có|với|theo)?\s*$")
_PARTLY = re.compile(
    r"(?<!\w)(?:mở rộng|nâng cấp|cải tạo|sửa chữa|nạo vét|duy tu|giai đoạn(?:\s\w+)?|đoạn|hạng mục|gói thầu|bổ sung|thêm|hiện có|hiện hữu|hiện nay|hiện trạng|đợt(?:\s\w+)?|phần|lấp đầy|cho thuê|nâng|điều chỉnh|còn lại|nhánh)(?!\w)"
)
"""Words that make a size that of a part, or of what there will be later."""
_OF_GROUND = re.compile(
    r"(?<!\w)(?:giải phóng mặt bằng|gpmb|thu hồi|bồi thường|san lấp|bàn giao (?:đất|mặt bằng)|trong năm|năm nay)(?!\w)"
)
"""Done to so much of a work, where nothing else says what the amount is of."""
_STOP = re.compile(r"[;|]|[.:](?=\s|$)|\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)])\s")
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])")
_REACH = 260
_KNOWN_AS = {"ha": "area", "km": "long"}


@frozen(eq=False)
class OtherSize:
    """A size of a work that was told otherwise before.

    Attributes:
        piece, hit: where it stands.
        name: the work.
        told: the amount told before.
    """

    piece: Piece
    hit: TargetHit
    name: str
    told: TargetHit


@frozen
class _Size:
    """What a size is of: the work, what of it, in which dimension, and the words that make it that of a part."""

    work: str
    what: str
    dimension: str
    partly: frozenset[str]


def other_sizes(passages: tuple[Passage, ...]) -> Iterator[OtherSize]:
    """Yield the sizes of named works that are told otherwise before.

    Args:
        passages: the texts of a plan with the amounts in them.
    """
    told: dict[_Size, list[TargetHit]] = {}
    for piece, hits in passages:
        for hit, name, size in _sizes(piece, hits):
            before = told.setdefault(size, [])
            if before and not any(_alike(one, hit) for one in before):
                yield OtherSize(piece, hit, name, before[0])
            before.append(hit)


def _sizes(piece: Piece, hits: tuple[TargetHit, ...]) -> Iterator[tuple[TargetHit, str, _Size]]:
    """Yield the sizes of named works with the work and what they are of."""
    former: tuple[int, str, str] | None = None
    for hit in hits:
        text, start = piece.source.text, hit.numeral.start
        found = _OWN_SIZE.search(text_before(text, start, _NEAR).replace("\n", " ").lower())
        begin = start if found is None else start - len(found.group().lstrip(" ,(;"))
        clause = _clause(text, begin)
        if former is not None and _JOINT.fullmatch(text, former[0], begin):
            name, clause = former[1:]
        else:
            name = _work(clause)
        unit = hit.target.quantity.unit
        what = (found.lastgroup or "") if found is not None else ""
        bare = not what
        what = "" if what == "size" or _KNOWN_AS.get(unit.label) == what else what
        if name and _is_size(hit) and (not bare or (text[:start].rstrip(" \n").endswith("(") and _tells(unit))):
            lower = clause.lower()
            partly = set(_PARTLY.findall(lower)) | (set(_OF_GROUND.findall(lower)) if bare else set())
            former = hit.end, name, clause
            if not _YEAR.search(clause.replace(name, "")):
                yield hit, name, _Size(name.lower(), what, unit.dimension, frozenset(partly))


_NEAR = 40
_ROOMS = ("giường", "phòng", "chỗ", "căn", "tầng", "làn", "nền", "lô", "gian", "ghế")
"""What a building holds: in a bracket, so many of it need no word for what they are."""
_JOINT = re.compile(r"\s?(?:,|;|và)\s?")


def _clause(text: str, end: int) -> str:
    """Return the words of a clause before a place."""
    return " ".join(_STOP.split(text_before(text, end, _REACH))[-1].split())


def _work(clause: str) -> str:
    """Return the work a clause ends in, as it is named there; nothing where it has no name of its own."""
    own = _BEFORE_SIZE.sub("", clause).rpartition(",")[2]
    for begin in (0, *(deed.end() for deed in _DEED.finditer(own.lower()))):
        found = _WORK.fullmatch(own[begin:].lstrip(" -+*•0123456789."))
        if found is not None and not _DEED.search(found["name"].lower()):
            words = found["name"].split(maxsplit=1)[1]
            return found["name"] if any(word[0].isupper() or word[0].isdigit() for word in words.split()) else ""
    return ""


def _tells(unit: Unit) -> bool:
    """Whether a unit alone tells that an amount is the size of a work."""
    return unit.kind is UnitKind.MEASURE or (unit.kind is UnitKind.COUNT and unit.label.startswith(_ROOMS))


def _is_size(hit: TargetHit) -> bool:
    target = hit.target
    unit = target.quantity.unit
    plain = target.bound is Bound.EXACT and target.change is Change.LEVEL and target.is_single
    counted = unit.kind is not UnitKind.COUNT or not (counts_people(unit.label) or unit.label in _PEOPLE)
    return plain and counted and unit.kind is not UnitKind.RATIO and "/năm" not in unit.label


_PEOPLE = ("hộ", "hộ dân", "học sinh", "lượt", "lượt khách", "dự án", "doanh nghiệp")


def _alike(one: TargetHit, other: TargetHit) -> bool:
    """Whether two sizes are the same, or one is the other rounded to fewer digits."""
    left, right = one.target.quantity, other.target.quantity
    coarse, fine = max(grain(left), grain(right)), min(grain(left), grain(right))
    return abs(left.amount - right.amount) <= (coarse if coarse != fine else 0)
