"""What the unit of a bare amount must have been: told by the words around it, and by the amounts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["TIME", "Bare", "Ending", "lost_unit"]


class Ending(Enum):
    """What stands behind a number in the place of its unit."""

    CLOSED = "closed"
    """A sign: the number ends its clause."""
    PER = "per"
    """A slash: *73,0/người*."""
    SHARE = "share"
    """What a share is of: *kế hoạch*, *GRDP*, *so với*."""
    UP = "up"
    """*trở lên*."""
    STUFF = "stuff"
    """What is measured, not counted: *rừng*, *đất*, *vốn*."""
    GOES_ON = "goes on"
    """A word the sentence goes on with: *và*, *gồm*, *cho*."""


@frozen(eq=False)
class Bare:
    """A number without a unit.

    Attributes:
        lower: the whole text in small letters.
        at: which of the numbers of the text it is.
        numeral: the number.
        value, digits: what it is, and how it is written.
        sentence, clause: the words before it in its sentence, and those back to the last semicolon.
        ending: what stands behind it.
    """

    lower: str
    at: int
    numeral: Numeral
    value: Decimal
    digits: str
    sentence: str
    clause: str
    ending: Ending

    @property
    def behind(self) -> str:
        """What stands behind it."""
        return self.lower[self.numeral.digits_end : self.numeral.digits_end + _NEAR]

    @property
    def exact(self) -> bool:
        """Whether it has decimals, which nothing counted has."""
        return "," in self.digits

    @property
    def large(self) -> bool:
        """Whether it is written in groups of thousands."""
        return "." in self.digits

    @property
    def bracketed(self) -> bool:
        """Whether it stands in a bracket alone."""
        return self.lower[self.numeral.start - 1 : self.numeral.start] == "(" and self.behind.startswith(")")

    @property
    def cue(self) -> str:
        """The word before it that says what it is: *tăng*, *bằng*; nothing where there is none."""
        found = _CUE.search(self.clause[-_NEAR:])
        return found["cue"] if found else ""


_NEAR = 60
_HUNDRED, _HALF = 100, 50
_CUE = re.compile(
    r"(?<!\w)(?P<cue>đạt|bằng|chiếm|còn|tăng|giảm|là|lên|xuống|duy trì|tiết kiệm|giải ngân|hoàn thành|tương ứng|tương đương|tỷ lệ|tức|thu|dự kiến|trên|dưới|từ|ít nhất|không quá|không vượt quá)"
    r"(?:\s(?:tỷ lệ|thêm|trên|dưới|từ|khoảng|ít nhất|tối thiểu|bình quân|gần|hơn|không quá|tổng số|với))*\s?:?\s?\(?$"
)
_CHANGES = ("tăng", "giảm")
_SHARES = ("đạt", "bằng", "chiếm", "tương ứng", "tương đương", "tỷ lệ", "tức", "giải ngân", "hoàn thành", "tiết kiệm")
_RATE = re.compile(
    r"(?<!\w)(?:(?:tỷ|tỉ) (?:lệ|trọng)|công suất sử dụng|nợ xấu|tốc độ tăng)(?!\w)(?![^;]*(?:trên|/)\s?(?:một |1 )?(?:vạn|nghìn|[0-9]))"
    r"(?!.*,\s(?:số|tổng|có|giải quyết|thu hút|xếp)(?!\w))[^:()%]{2,160}$"
)
_IS_RATE = re.compile(r"[\W\d]*(?:\w\)\s)?(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")
_NUMBERED = re.compile(
    r"(?:tiêu chí|số|loại|cấp|lớp|khối|quý|mũi|nhóm|tuổi|mức|mức độ|giai đoạn|đợt|tháng|năm|quyển|bậc|khóa)\s$"
)
_GROWS = re.compile(
    r"(?<!\w)(?:grdp|giá trị sản xuất|giá trị tăng thêm|tốc độ|iip|cpi|tăng trưởng|khu vực|thuế sản phẩm)(?!\w)"
)
_MONEY = re.compile(
    r"(?<!\w)(?:vốn|kinh phí|số tiền|thu (?:nội địa|ngân sách|từ|tiền|trên địa bàn)|chi (?:đầu tư|thường xuyên|ngân sách|sự nghiệp)|phấn đấu thu|ngân sách|doanh thu|kim ngạch|giá trị|tổng mức|quỹ(?! đất)|dự toán|grdp|dư nợ|tổng thu|tổng chi)(?!\w)"
    r"(?![^,;]*(?<!\w)(?:số (?!tiền|thu|vốn)|dự án|lượt|hồ sơ|(?<!đầu )người|hộ|lao động|doanh nghiệp|đạt chuẩn)(?!\w)\s?[^,;]*$)"
)
_SPENT = re.compile(r"(?<!\w)(?:kinh phí|số tiền|tổng vốn)(?!\w)[^,;]{0,30}$")
_EARLIER = re.compile(r"(?<!\w)(?:so với|năm|cùng kỳ|mức)(?!\w)")
TIME = r"20[0-9]{2}(?!\w)|[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?|(?<=ngày )[0-9]{1,2}|(?<=tháng )[0-9]{1,2}"
_PARTED = re.compile(
    rf"(?:\strở (?:lên|xuống))?(?:\s?\([^()\n]{{0,60}}\))?\)?(?:\s[^\W\d_]+){{0,5}}?\s?(?:[,;]|\s(?=và\s))\s?(?:và\s)?(?P<name>(?:[^0-9;:.()|%\n]|{TIME}){{2,90}}?)\s?:?\s?"
)
_STARTS_A_COUNT = re.compile(
    r"(?:trong đó\s)?(?:có|xây|hoàn thành|tổ chức|thành lập|thu hút|số|thêm|công nhận|đạt|tiêu chí|xếp|lượt|hộ (?!nghèo|cận)|đàn)(?!\w)"
)
_OF_MONEY = re.compile(r"(?<!\w)(?:bình quân|mức|thu nhập|grdp|giá|kinh phí|hỗ trợ|lương|đơn giá|chi tiêu)(?!\w)")
_OF_ALL = re.compile(r"\s(?:trong|trên) tổng")
_TIMES = 3


def lost_unit(bare: Bare, numerals: Sequence[Numeral], targets: Mapping[int, Target]) -> str:
    """Return the unit a bare amount must have had; nothing where the text does not tell that it lost one.

    Args:
        bare: the amount.
        numerals: all numbers of its text.
        targets: the amounts read from it, by where their numbers begin.
    """
    of_all = numerals[bare.at + 1 : bare.at + 2] if _OF_ALL.match(bare.behind) else ()
    if any(one.unit.kind is not UnitKind.COUNT for one in of_all):  # "38,5 trong tổng số 45 km"
        return ""
    before = list(_before(bare, numerals))
    told = (
        _of_words(bare)
        or _of_fraction(bare, before)
        or _of_parts(bare, numerals)
        or _in_bracket(bare, before, targets)
        or _sibling(bare, numerals, before)
    )
    if told:
        return told
    if bare.cue in _CHANGES and bare.ending is not Ending.PER:
        return _of_change(bare, before)
    if bare.ending in (Ending.PER, Ending.STUFF, Ending.SHARE) and not bare.exact:
        return ""
    if bare.numeral.kind is NumeralKind.QUANTITY or (bare.bracketed and not bare.exact):
        return "%" if bare.exact and bare.value <= _HUNDRED else ""
    return _of_rate(bare, before) or _of_name(bare, before) or _of_decimals(bare)


def _of_rate(bare: Bare, before: Sequence[Numeral]) -> str:
    """Return the sign of what is a rate by its name or by *trở lên*."""
    if bare.value > _HUNDRED or bare.ending not in _ENDS:
        return ""
    if bare.ending is Ending.UP and (
        any(one.unit.label == "%" for one in before) or (bare.cue and bare.value >= _HALF)
    ):
        return "%"
    named = bare.cue or bare.exact or (_IS_RATE.match(bare.clause) and not _NUMBERED.search(bare.clause))
    return "%" if bare.cue in ("giải ngân", "chiếm") or (named and _RATE.search(bare.clause)) else ""


def _of_name(bare: Bare, before: Sequence[Numeral]) -> str:
    """Return the unit of money or land, which the name says it is."""
    of_more = bare.behind.startswith(" tr")  # "5.875 trên tổng kế hoạch 6.250 tỷ đồng"
    if bare.large and not of_more and "diện tích" in bare.clause:
        return "ha"
    spent = _SPENT.search(bare.clause) and bare.value >= _TIMES and (bare.exact or bare.ending is Ending.GOES_ON)
    if spent or (bare.large and not of_more and _MONEY.search(bare.clause)):
        return next((one.unit.label for one in before if one.unit.kind is UnitKind.MONEY), "triệu đồng")
    return ""


def _of_decimals(bare: Bare) -> str:
    """Return what decimals may be measured in, where nothing more is told: nothing counted has any."""
    if not bare.exact or (not bare.cue and _OTHER.search(bare.sentence)):
        return ""
    return "%" if bare.value <= _HUNDRED else _SOME


_OTHER = re.compile(
    r"(?<!\w)(?:tuổi|phụ nữ|vạn dân|chỉ số|hệ số|(?<!thời )(?<!địa )(?<!thí )điểm(?! phần trăm)|thang)(?!\w)"
)
"""What has a unit of its own, which its parts need not say again: *75,8 tuổi; nam 73,2, nữ 78,5*."""
_ENDS = (Ending.CLOSED, Ending.UP)
_SOME = "%, tỷ đồng, ha …"
"""Where nothing tells the unit: decimals have one in any case."""


def _before(bare: Bare, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
    """Yield the amounts before, the nearest first, as far as the line goes."""
    row = bare.lower.rfind("\n", 0, bare.numeral.start)
    for one in reversed(numerals[max(0, bare.at - 6) : bare.at]):
        if one.start < row:
            return
        if one.kind is NumeralKind.QUANTITY:
            yield one


def _of_words(bare: Bare) -> str:
    """Return the unit that the words behind demand."""
    exact, cue, behind = bare.exact, bare.cue, bare.behind.lstrip()
    if bare.ending is Ending.PER:
        if behind.startswith("/năm") and cue in _CHANGES:
            return "%"
        return "triệu đồng" if _OF_MONEY.search(bare.clause) else ""
    if bare.ending is Ending.STUFF:
        enough = exact or bare.value >= _HUNDRED
        return ("tỷ đồng" if _MEANS.match(behind) else "ha") if enough else ""
    if bare.ending is not Ending.SHARE or (cue in _CHANGES and not behind.startswith("số ")):
        return ""
    if behind.startswith("chỉ tiêu"):
        return "%" if (exact or bare.value == _HUNDRED) and cue in _SHARES else ""
    if behind.startswith(("kế hoạch", "dự toán", "đơn vị", "so với", "diện tích", "số ", "chi")) and not exact:
        if bare.lower[bare.numeral.start - 1] == "(" and behind.startswith(("kế hoạch", "dự toán")):
            return "%"
        sure = {*_SHARES, *_CHANGES} - ({"hoàn thành"} if not behind.startswith("kế hoạch vốn") else set())
        return "%" if cue in sure and bare.value <= _HUNDRED * _TIMES and not bare.large else ""
    sure_of = cue or behind.startswith(("dân số", "quân số", "lực lượng", "grdp"))
    return "%" if exact or (sure_of and bare.value <= _HUNDRED) else ""


_MEANS = re.compile(r"vốn|kinh phí|chi đầu tư|ngân sách")


def _of_fraction(bare: Bare, before: Sequence[Numeral]) -> str:
    """Return the sign of a percentage behind what it is of: *4/5 trường (80)*, *400 hộ, trong đó 100 hộ nghèo, bằng 25*."""
    if not before or bare.ending is not Ending.CLOSED or before[0].unit.kind is UnitKind.RATIO:
        return ""
    whole = before[0].total or next((one.value for one in before[1:2] if one.unit == before[0].unit), None)
    if not whole:
        return ""
    made = before[0].value * _HUNDRED / whole
    return "%" if abs(made - bare.value) < 1 and (bare.bracketed or bare.cue) else ""


def _of_parts(bare: Bare, numerals: Sequence[Numeral]) -> str:
    """Return the unit of the parts that follow a whole: *785, gồm: sửa chữa 400 tỷ đồng; mua sắm 385 tỷ đồng*; of a crop, *ha*."""
    if _FIELD.match(bare.behind) and not bare.cue:
        return "ha"
    parts = numerals[bare.at + 1 : bare.at + 2] if _GOES_IN.match(bare.behind) else ()
    sure = [one for one in parts if one.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE) and one.value <= bare.value]
    return sure[0].unit.label if sure and sure[0].start - bare.numeral.digits_end < _LINE else ""


_GOES_IN = re.compile(r",?:?\s(?:trong đó|gồm|bao gồm|bố trí|chia ra)(?!\w)")
_FIELD = re.compile(r",\s(?:năng suất|sản lượng)(?!\w)")
_LINE = 120


def _in_bracket(bare: Bare, before: Sequence[Numeral], targets: Mapping[int, Target]) -> str:
    """Return the unit of what stands alone in a bracket: the earlier value of the amount before, or a share like others."""
    if not bare.bracketed or not before:
        return ""
    words = bare.lower[before[0].end : bare.numeral.start]
    if _EARLIER.search(words):
        for one in before:
            level = targets.get(one.start)
            near = one.value < bare.value * _TIMES and bare.value < one.value * _TIMES
            if level is not None and level.change is Change.LEVEL and near:
                return one.unit.label if one.unit.kind is not UnitKind.COUNT or one.unit.scale > 1 else ""
    others = [one for one in before if bare.lower[one.start - 1 : one.start] == "(" and one.unit.label == "%"]
    return "%" if others and len(words) <= 2 and bare.value <= _HUNDRED else ""


def _of_change(bare: Bare, before: Sequence[Numeral]) -> str:
    """Return the sign of a rate of change; a count may change by a count: *45 vụ, giảm 5 so với cùng kỳ*."""
    if (
        bare.large
        or bare.value > _HUNDRED * _TIMES
        or (_OTHER.search(bare.sentence) and not _GROWS.search(bare.sentence))
    ):
        return ""
    if bare.exact or _GROWS.search(bare.clause) or bare.ending is Ending.UP:
        return "%"
    near = before[0] if before else None
    measured = near is not None and (near.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE) or near.unit.scale > 1)
    return "%" if measured else ""


def _sibling(bare: Bare, numerals: Sequence[Numeral], before: Sequence[Numeral]) -> str:
    """Return the unit of the amounts beside in the same list: *vốn tỉnh 120 tỷ đồng, vốn xã 30*."""
    if bare.ending not in (Ending.CLOSED, Ending.GOES_ON) or bare.cue in _CHANGES:
        return ""
    near = before[0] if before else None
    parted = near and _PARTED.fullmatch(bare.lower, near.end, bare.numeral.start)
    following = [one for one in numerals[bare.at + 1 : bare.at + 6] if bare.lower[one.start - 1 : one.start] != "("][:2]
    behind = following[0] if following else None
    if near is None or not parted or (_STARTS_A_COUNT.match(parted["name"]) and not bare.cue):
        first = behind is not None and _PARTED.fullmatch(bare.lower, bare.numeral.digits_end, behind.start)
        same = [one for one in following if behind is not None and one.unit == behind.unit]
        sure = first and len(same) == 2 and behind is not None and behind.unit.kind in _MEASURED and not bare.cue
        if first and behind is not None and behind.unit.label == "%" and bare.value <= _HUNDRED and bare.cue:
            cued = _CUE.search(bare.lower[max(0, behind.start - _NEAR) : behind.start])
            return "%" if bare.behind.startswith(";") and cued and cued["cue"] == bare.cue else ""
        whole = near is not None and behind is not None and near.unit.same_dimension(behind.unit)
        return behind.unit.label if sure and behind is not None and (bare.exact or bare.large or whole) else ""
    if near.unit.kind not in _MEASURED or near.total is not None:
        return ""
    if near.unit.kind is UnitKind.RATIO:
        cued = _CUE.search(bare.lower[max(0, near.start - _NEAR) : near.start])
        cues = {cued["cue"] if cued else "", bare.cue}
        return near.unit.label if (len(cues) == 1 or cues <= {*_SHARES}) and bare.value <= _HUNDRED else ""
    return near.unit.label if len(parted["name"].split()) <= _FEW else ""


_MEASURED = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.RATIO)
_FEW = 10
