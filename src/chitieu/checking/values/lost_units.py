"""What the unit of a number without one must have been: told by the words around it, else by the amounts beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chitieu.checking.texts.places import items_behind
from chitieu.checking.values.bare_numbers import BareNumber, Ending
from chitieu.checking.values.units_beside import CHANGES, HUNDRED, SHARES, TIMES, amounts_before, unit_beside
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.target import Target
from chitieu.units import UnitKind

__all__ = ["lost_unit"]

_OF_ALL = re.compile(r"\s(?:trong|trên) tổng")
_MOST_PERCENT = 10_000
"""From here on nothing is a rate in percent."""


def lost_unit(bare: BareNumber, numerals: Sequence[Numeral], targets: Mapping[int, Target]) -> str:
    """Return the unit a number must have had; nothing where the text does not tell that it lost one.

    Args:
        bare: the number.
        numerals: all numbers of its text.
        targets: the amounts read from it, by where their numbers begin.
    """
    of_all = items_behind(numerals, bare.at, 1) if _OF_ALL.match(bare.behind) else ()
    if any(one.unit.kind is not UnitKind.COUNT for one in of_all):  # "38,5 trong tổng số 45 km"
        return ""
    before = amounts_before(bare, numerals)
    told = _of_words_behind(bare) or unit_beside(bare, numerals, before, targets)
    if told:
        return "" if told == "%" and bare.value >= _MOST_PERCENT else told
    if bare.cue in CHANGES and bare.ending is not Ending.PER:
        return _of_change(bare, before)
    if bare.ending in (Ending.PER, Ending.STUFF, Ending.SHARE) and not bare.exact:
        return ""
    if bare.numeral.kind is NumeralKind.QUANTITY or (bare.bracketed and not bare.exact):
        return "%" if bare.exact and bare.value <= HUNDRED else ""
    return _of_rate(bare, before) or _of_name(bare, before) or _of_decimals(bare)


# --- words behind ---------------------------------------------------------------------------------------------------------

_OF_MONEY = re.compile(r"(?<!\w)(?:bình quân|mức|thu nhập|grdp|giá|kinh phí|hỗ trợ|lương|đơn giá|chi tiêu)(?!\w)")
_MEANS = re.compile(r"vốn|kinh phí|chi đầu tư|ngân sách")


def _of_words_behind(bare: BareNumber) -> str:
    """Return the unit that the words behind a number demand."""
    behind = bare.behind.lstrip()
    match bare.ending:
        case Ending.PER if behind.startswith("/năm") and bare.cue in CHANGES:
            return "%"
        case Ending.PER:
            return "triệu đồng" if _OF_MONEY.search(bare.clause) else ""
        case Ending.STUFF if bare.exact or bare.value >= HUNDRED:
            return "tỷ đồng" if _MEANS.match(behind) else "ha"
        case Ending.SHARE if bare.cue not in CHANGES or behind.startswith("số "):
            return _of_share(bare, behind)
        case _:
            return ""


def _of_share(bare: BareNumber, behind: str) -> str:
    """Return the sign of a share of what is named behind it; of things counted a share and a count look alike."""
    if behind.startswith("chỉ tiêu"):
        return "%" if (bare.exact or bare.value == HUNDRED) and bare.cue in SHARES else ""
    if behind.startswith(("kế hoạch", "dự toán", "đơn vị", "so với", "diện tích", "số ", "chi")) and not bare.exact:
        planned = behind.startswith(("kế hoạch", "dự toán"))
        if planned and bare.lower[bare.numeral.start - 1] == "(":
            return "%"
        done = bare.cue == "hoàn thành" and not behind.startswith("kế hoạch vốn")  # "hoàn thành 12 kế hoạch"
        sure = bare.cue in (*SHARES, *CHANGES) and not done
        return "%" if sure and bare.value <= HUNDRED * TIMES and not bare.large else ""
    told = bare.cue or behind.startswith(("dân số", "quân số", "lực lượng", "grdp"))
    return "%" if bare.exact or (told and bare.value <= HUNDRED) else ""


# --- words before ---------------------------------------------------------------------------------------------------------

_GROWS = re.compile(
    r"(?<!\w)(?:grdp|giá trị sản xuất|giá trị tăng thêm|chỉ số (?:sản xuất|giá)|tốc độ|iip|cpi|tăng trưởng|khu vực|thuế sản phẩm)(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:tuổi|phụ nữ|vạn dân|chỉ số|hệ số|(?<!thời )(?<!địa )(?<!thí )điểm(?! phần trăm)|thang)(?!\w)"
)
"""What has a unit of its own, which its parts need not say again: *75,8 tuổi; nam 73,2, nữ 78,5*."""


def _of_change(bare: BareNumber, before: Sequence[Numeral]) -> str:
    """Return the sign of a rate of change; a count may change by a count: *45 vụ, giảm 5 so với cùng kỳ*."""
    other = _OTHER.search(bare.sentence) and not _GROWS.search(bare.sentence)
    if bare.large or bare.value > HUNDRED * TIMES or other:
        return ""
    if bare.exact or _GROWS.search(bare.clause) or bare.ending is Ending.UP:
        return "%"
    measured = any(one.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE) or one.unit.scale > 1 for one in before[:1])
    return "%" if measured else ""


_RATE = re.compile(
    r"(?<!\w)(?:(?:tỷ|tỉ) (?:lệ|trọng)|công suất sử dụng|nợ xấu|tốc độ tăng)(?!\w)(?![^;]*(?:trên|/)\s?(?:một |1 )?(?:vạn|nghìn|[0-9]))"
    r"(?!.*,\s(?:số|tổng|có|giải quyết|thu hút|xếp)(?!\w))[^:()%]{2,160}$"
)
_IS_RATE = re.compile(r"[\W\d]*(?:\w\)\s)?(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")
_NUMBERED = re.compile(
    r"(?:tiêu chí|số|loại|cấp|lớp|khối|quý|mũi|nhóm|tuổi|mức|mức độ|giai đoạn|đợt|tháng|năm|quyển|bậc|khóa)\s$"
)
_HALF = 50


def _of_rate(bare: BareNumber, before: Sequence[Numeral]) -> str:
    """Return the sign of what is a rate by its name or by *trở lên*."""
    if bare.value > HUNDRED or bare.ending not in (Ending.CLOSED, Ending.UP):
        return ""
    among_rates = any(one.unit.label == "%" for one in before) or (bare.cue and bare.value >= _HALF)
    if (bare.ending is Ending.UP and among_rates) or bare.cue in ("giải ngân", "chiếm"):
        return "%"
    named = bare.cue or bare.exact or (_IS_RATE.match(bare.clause) and not _NUMBERED.search(bare.clause))
    return "%" if named and _RATE.search(bare.clause) else ""


_MONEY = re.compile(
    r"(?<!\w)(?:vốn|kinh phí|số tiền|thu (?:nội địa|ngân sách|từ|tiền|trên địa bàn)|chi (?:đầu tư|thường xuyên|ngân sách|sự nghiệp)|phấn đấu thu|ngân sách|doanh thu|kim ngạch|giá trị|tổng mức|quỹ(?! đất)|dự toán|grdp|dư nợ|tổng thu|tổng chi)(?!\w)"
    r"(?![^,;]*(?<!\w)(?:số (?!tiền|thu|vốn)|dự án|lượt|hồ sơ|(?<!đầu )người|hộ|lao động|doanh nghiệp|đạt chuẩn)(?!\w)\s?[^,;]*$)"
)
_SPENT = re.compile(r"(?<!\w)(?:kinh phí|số tiền|tổng vốn)(?!\w)[^,;]{0,30}$")
_FUND = re.compile(
    r"(?<!\w)(?<!số )quỹ\s(?:[\"“'‘«]|vì |đền ơn|bảo trợ|khuyến học|khuyến tài|phòng,? chống|hỗ trợ|chăm sóc|nhân đạo|cứu trợ|vắc xin|xã hội|an sinh|quốc phòng"
    r"|phát triển|nạn nhân|người cao tuổi|hội|từ thiện|tình thương|đoàn kết|mái ấm)"
    r"(?![^;]*(?<!\w)(?:số (?:lượng|dự án|đơn vị|người|quỹ|hội viên)|năm|điều|mục|phụ lục|biểu|tài khoản|văn bản|mã số)(?!\w))"
    r"[^.;:|0-9\n]{0,70}?(?:\s?:\s|\s(?:đạt|được|là|thu được|vận động được)\s(?:trên |khoảng |ít nhất |tối thiểu )?)$"
)
"""What goes into a fund is money: *Quỹ "Khuyến học": 85*."""
_LEAST_OF_FUND = 10


def _of_name(bare: BareNumber, before: Sequence[Numeral]) -> str:
    """Return the unit of money or land, which the name says it is."""
    of_more = bare.behind.startswith((" trên", " trong"))  # "5.875 trên tổng kế hoạch 6.250 tỷ đồng"
    large = bare.large and not of_more
    if large and "diện tích" in bare.clause:
        return "ha"
    spent = _SPENT.search(bare.clause) and bare.value >= TIMES and (bare.exact or bare.ending is Ending.GOES_ON)
    into_fund = bare.ending is Ending.CLOSED and bare.value >= _LEAST_OF_FUND and _FUND.search(bare.clause)
    if spent or into_fund or (large and _MONEY.search(bare.clause)):
        return next((one.unit.label for one in before if one.unit.kind is UnitKind.MONEY), "triệu đồng")
    return ""


def _of_decimals(bare: BareNumber) -> str:
    """Return what decimals may be measured in, where nothing more is told: nothing counted has any."""
    if not bare.exact or (not bare.cue and _OTHER.search(bare.sentence)):
        return ""
    return "%" if bare.value <= HUNDRED else _SOME


_SOME = "%, tỷ đồng, ha …"
"""Where nothing tells the unit: decimals have one in any case."""
