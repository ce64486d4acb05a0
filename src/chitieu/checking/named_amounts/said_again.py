"""What an amount is of, by the words before and behind it, in a form in which lines and running text compare.

What is done (*hoàn thành*, *bàn giao*, *đưa … lên*) says nothing of what is measured; nor do words that the unit says
already. What is left over are the telling words: where a line and a text have the same ones, they speak of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.counted_bases import is_counted
from chitieu.checking.named_amounts.revenue import REVENUE, is_revenue
from chitieu.indicators.words import LONGEST_NAME, name_words
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.text import CAPITALS, SourceText
from chitieu.units import Unit, UnitKind

__all__ = ["Said", "is_of_new", "said_by_line", "said_in_text"]


@frozen
class Said:
    """What an amount is of.

    Attributes:
        name: the words, as they would be a name.
        words: those of them that tell what is measured.
        loose: these without words that seldom change what is meant.
        new: whether it is of what comes to be in the year only.
        end: where the words behind the amount end in the folded text.
        bare: whether the words only lead to what is meant: *phấn đấu thu đạt 9.500 tỷ đồng*.
    """

    name: str
    words: frozenset[str]
    loose: frozenset[str]
    new: bool
    end: int
    bare: bool = False


_MOVES = re.compile(
    r"(?:(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|duy trì|giữ vững|giữ|nâng cao|nâng|đưa|kéo giảm|kéo|ép|hạ thấp|hạ|kiềm chế|khống chế|kiểm soát|đẩy|dành|bố trí"
    r"|quyết tâm|tập trung|cố gắng|hướng tới|hướng đến|cả năm|toàn tỉnh|trong năm|(?:đến|hết|cuối)(?: hết| cuối)? (?:năm|niên độ)(?: ngân sách)?(?: [0-9]{4})?|đến(?: hết)?(?: ngày)? 31/12(?:/[0-9]{4})?|chỉ tiêu|mục tiêu|dự toán|kế hoạch|(?:theo dõi|đôn đốc)(?: (?:diễn biến|tiến độ|kết quả|tình hình|việc))?|bám(?: sát)?|phân bổ|phân khai(?: chi tiết)?|cân đối|mở rộng|đẩy mạnh|đẩy nhanh|phát triển|vận động|tăng cường|để|nhằm)|^(?:đạt|có|giảm|tăng|và|với|thu hút))(?!\w)"
    r"(?:\s(?:đủ|được|cho|khoảng|ít nhất|tối thiểu|là|ở|mức|xuống|lên|còn|hơn|đạt|có|giảm)(?!\w))*"
)
"""Words behind which stands what an amount is of."""
_HOLDS = re.compile(r"(?:\s(?:ổn định|bền vững|luôn|ở|mức|trong))+$")
"""Behind a name, how it is kept up: *giữ tỷ lệ che phủ rừng ổn định ở mức 45%*."""
_DOERS = re.compile(
    r"^\W*(?:(?:các|từng)\s)?(?:(?:chủ đầu tư|cơ quan|đơn vị|sở|ban|ngành|địa phương|cấp|xã|phường|đặc khu)(?:,\s|\s(?:và\s)?))+(?:cần\s|phải\s|cùng\s)?"
    r"(?=(?:thu|giải ngân|tiếp nhận|giải quyết|xử lý|hoàn thành|thực hiện|bảo đảm|đảm bảo|phấn đấu|kéo|giảm|nâng|duy trì|cắt giảm|cung cấp)(?!\w))",
    re.IGNORECASE,
)
"""Those who bring an amount about, ahead of what it is of."""
_HEAD = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng|số|tổng|diện tích|sản lượng|giá trị|độ|mức|tốc độ|chỉ số|kim ngạch)(?!\w)"
)
"""What a name begins with: behind it, *bảo đảm* is a part of the name."""
_BRINGS = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn thiện|bàn giao|nghiệm thu|trồng mới|trồng|gieo trồng|xây dựng mới|xây dựng|xây mới|nâng cấp|mở mới|phát triển mới|phát triển|mở rộng"
    r"|vận động|huy động|ra đời|thành lập mới|thành lập|lập mới|tham mưu|giải quyết|xử lý|thu hút|đón|tạo|sửa chữa|cải tạo|kết nạp|đào tạo|phục vụ|tổ chức|mở|xóa|kiên cố hóa|kiên cố|gieo sạ|gieo cấy|xuống giống|canh tác|thu hoạch|cung ứng|cung cấp|tăng|thực hiện|công nhận|toàn bộ|thu đủ|thu nộp|phân bổ|phân khai|chi tiết)"
    r"(?:\s(?:đủ|được|xong|mới|cho|là|tổng cộng))*$"
)
"""What is done so that an amount comes about, right before it: what it is of stands behind it."""
_DEED = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn thiện|bàn giao|nghiệm thu|nâng cấp|mở mới|xây dựng mới|xây dựng|xây mới|trồng mới|trồng|phát triển mới|phát triển|thành lập mới|thành lập"
    r"|lập mới|ra đời|thương phẩm|sản lượng|huy động|giải quyết|xử lý|đầu tư|phấn đấu|lớp|trường|đến trường|ra lớp|đến lớp|vụ việc|mức độ|đủ|sau khi|sau|khi|sửa chữa|cải tạo|đăng ký|kiên cố hóa|kiên cố|chứng nhận|công nhận|cung cấp|giống|lên|số vụ|vụ|đơn thư|đơn|được|lần đầu|dưới dạng|chỉ|tình trạng|vùng|mới|đưa ra|khắc phục|trở lên|trở xuống)(?!\w)(?<!đổi mới)(?<!nông thôn mới)"
)
"""Words that lines and texts use one for another, or leave out, where they say by which deed an amount comes about."""
_FARMED = re.compile(r"(?<!\w)((?:cá|tôm)\s\w+(?:\s\w+)?)\s(?:được\s)?nuôi(?!\w)")
_MEASURED = re.compile(r"(?<!\w)(?:diện tích|sản lượng|chiều dài|tổng|cây|vườn|vùng)(?!\w)")
"""What a unit of area, mass or length says already."""
_STANDARD = re.compile(r"(?<!\w)(?:tiêu|quy) chuẩn(?!\w)")
_SHADE = re.compile(r"(?<!\w)cây xanh(?!\w)")
_NEW = re.compile(
    r"(?<!\w)(?:(?<!đổi )(?<!nông thôn )mới|xây dựng(?! nông thôn)|thành lập|ra đời|lần đầu|trồng|hoàn thành|hoàn thiện|bàn giao|nghiệm thu|nâng cấp)(?!\w)"
)
_CLAUSE = re.compile(r"(?<!xuất)[,:|](?=\s|$)")
_HARD = re.compile(rf"[;:()|“”\"]|\.(?=\s|$)|\n(?=\s*(?:[-+*•|0-9{CAPITALS}]|[a-zđ]\)|$))")
"""What words behind an amount do not go on over; a line that is only broken for its length is none."""
_CUT = re.compile(
    r",(?=\s)|(?<!\w)(?:cho|dọc|tại|ở|để|nhằm|vào|trước|trong|theo|của|đến|cuối|hết|mà|qua|bằng|nhờ|phục vụ|so với|năm|trở lên|trở xuống|là|đang|thuộc|do|từ|toàn quốc|cả nước)(?!\w)"
    r"|\s(?:và|cùng|đồng thời|góp phần)(?=\s(?:[0-9]|(?:hoàn thành|nâng|đưa|giữ|kéo|giảm|tăng|phấn đấu|bảo đảm|đảm bảo|đẩy|hạn chế|ngăn|chống|từng bước|tiếp tục|không để)(?!\w)))"
)
_PLACED = re.compile(
    r"(?:tại|ở|của|thuộc|trong|do|từ|bằng)\s(?!(?:toàn |cả )*(?:tỉnh(?!\s\w+ủy)|thành phố|năm|kỳ|(?:hai|ba|các|[23]) vụ|địa bàn(?: toàn)? tỉnh|địa bàn thành phố)(?!\w))"
)
"""A place, an owner or a source behind what is measured: so much of it only."""
_FIELD = re.compile(
    r"[\s,]*(?:(?:các|tỉnh|thành phố|địa phương|dẫn đầu|của|trên|trong|phạm vi)[\s,]+)*(?:toàn quốc|cả nước)(?!\w)"
)
"""Among whom a rank is: no other place, but all of them."""
_MORE = re.compile(r"(?<!\w)thêm(?:\s(?:được|ít nhất|khoảng|trên))*\s*$")
_SHARED = re.compile(r"[0-9].*\s(?:và|cùng)\s*$")
"""Before the second of two amounts: *88% dân quân và 98% quân nhân …*. What the first is of is none of its."""
_SAYS_NOTHING = re.compile(
    r"(?:(?:(?:bảo đảm|đảm bảo|phấn đấu|nâng|đưa|đạt|duy trì|với|tỷ lệ|tỉ lệ|diện|mức|độ)\s)*(?:tỷ lệ|tỉ lệ|bao phủ))?"
)
"""A clause whose amount is of what the one before it says: *phát triển người tham gia, đạt 95% dân số*."""
_REACH = 140
_MOST = 6
_LEAST_BEHIND = 3


def _telling(name: str, soft: int, *, measured: bool) -> frozenset[str]:
    """Return the words of a name that tell what is measured."""
    if len(name) > LONGEST_NAME:
        return frozenset()
    name = _MEASURED.sub("", name.lower()) if measured else name.lower()
    name = _STANDARD.sub("chuẩn", name)
    name = _DEED.sub(" ", _SHADE.sub("cây", _FARMED.sub(r"\1", name)))
    core = name_words(name, soft=soft).core
    return frozenset(word.removesuffix(" 2") for word in core)


def _noun(unit: Unit) -> str:
    """Return what is counted, where a unit is that."""
    counted = unit.kind is UnitKind.COUNT and "/" not in unit.label
    return unit.dimension.removeprefix("count:") if counted else ""


def _said(before: str, unit: Unit, behind: str, deed: str = "", end: int = 0) -> Said:
    noun = _noun(unit)
    name = " ".join(part for part in (before, noun if noun.lower() not in before.lower() else "", behind) if part)
    if unit.label == "%" and not name.lower().startswith("tỷ lệ"):
        name = f"tỷ lệ {name}"
    new = unit.kind is not UnitKind.RATIO and _NEW.search(f"{deed} {name}".lower()) is not None
    measured = unit.kind is UnitKind.MEASURE
    words, loose = (_telling(name, soft, measured=measured) for soft in (0, 1))
    return Said(name, words, loose, new, end)


def _pieces_behind(text: str, *, places: bool) -> Iterator[tuple[str, int]]:
    """Yield what the words behind an amount may say, up to one stop and the next, with where it ends."""
    text = _HARD.split(text)[0]
    cuts = [found.start() for found in _CUT.finditer(text)][:_MOST]
    for at in (*cuts, len(text)):
        if not places or _PLACED.match(text, at) is None:
            yield " ".join(text[:at].split()), at


def said_by_line(claim: Claim) -> Iterator[Said]:
    """Yield the ways an indicator line says what it measures: by its name, and with the words behind its amount.

    Args:
        claim: an amount of an indicator line.
    """
    unit = claim.target.quantity.unit
    if claim.above is not None and claim.key is None:
        return
    deed = "mới" if _is_more(claim) else ""
    yield _said(claim.name, unit, "", deed)
    if unit.label == "%" and not _telling(claim.name, 1, measured=False):
        # "tham gia, bao phủ 96,5% dân số": of them, but not what
        return
    for words, _ in _pieces_behind(claim.behind[:_REACH], places=False):
        if words:
            yield _said(claim.name, unit, words, deed)


def _is_more(claim: Claim) -> bool:
    """Whether a line has so many more of what there is: *công nhận thêm 12 sản phẩm*."""
    return _MORE.search(claim.ahead.lower().removesuffix("0")) is not None  # "thêm 08 xã"


def is_of_new(claim: Claim) -> bool:
    """Whether an amount is of what comes to be in the year only, as its name or the words before it say.

    Args:
        claim: the amount.
    """
    return _NEW.search(claim.name.lower()) is not None or _is_more(claim)


def _aimed_at(words: str) -> str:
    """Return the words of a clause without what is done to them."""
    words = _DOERS.sub("", words)
    lower, name = words.lower(), words
    for found in _MOVES.finditer(lower):
        if _HEAD.search(lower, 0, found.start()):
            break
        name = words[found.end() :].strip()
    return _HOLDS.sub("", name)


def said_in_text(source: SourceText, hit: TargetHit, clause: str) -> Iterator[Said]:
    """Yield what an amount of a running text may be of; nothing where the words around it do not say it.

    Args:
        source: the text.
        hit: the amount.
        clause: the words before it in its sentence.
    """
    seen: set[frozenset[str]] = set()
    for said in _readings(source, hit, clause):
        if said.words not in seen:
            seen.add(said.words)
            yield said


def _readings(source: SourceText, hit: TargetHit, clause: str) -> Iterator[Said]:
    unit = hit.target.quantity.unit
    *before, own = (piece.strip() for piece in _CLAUSE.split(clause))
    done = _BRINGS.search(own.lower())
    deed = done.group() if done is not None else ""
    second = _SHARED.search(own) is not None
    name = "" if deed or second else _aimed_at(own)
    above = _aimed_at(before[-1]) if before and _SAYS_NOTHING.fullmatch(own) else ""
    if unit.kind is UnitKind.MONEY and is_revenue(clause):
        yield evolve(_said(REVENUE, unit, "", end=hit.end), bare=True)
    least = _LEAST_BEHIND if unit.kind is UnitKind.RATIO else 1
    leads = _leads_in(source, hit)
    for words, at in _pieces_behind(source.text[hit.end : hit.end + _REACH], places=True):
        if unit.label == "%" and is_counted(words):
            continue  # "bằng 30% số hộ nghèo"
        field = _FIELD.match(source.lower, hit.end + at) if unit.kind is UnitKind.RANK else None
        end = field.end() if field is not None else hit.end + at
        long = len(words.split()) >= least
        if not name and not words and "/" in unit.label:  # "duy trì 36,5 giường bệnh/vạn dân"
            yield _said(unit.label, unit, "", deed, end)
        elif name or long or (_noun(unit) and not words):
            yield _said(name, unit, words, deed, end)
        if above:
            yield _said(above, unit, words, deed, end)
        if name and leads and long:
            yield _said("", unit, words, deed, end)


def _leads_in(source: SourceText, hit: TargetHit) -> bool:
    """Whether the words before an amount may only lead to it: *Y tế số: 90% người dân …*, *các sở cắt giảm 30% thời gian …*."""
    return hit.target.change is not Change.LEVEL or ":" in source.flat[hit.name_end : hit.numeral.start]
