"""Correct tables of many layouts, as plans have them, from a seed; and the same with one slip in one of their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import chitieu as ct

__all__ = ["LAYOUTS", "findings", "from_seed", "slip"]

_BEFORE = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 486/KH-UBND
Lào Cai, ngày 18 tháng 12 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội tỉnh Lào Cai năm 2027
I. CÁC CHỈ TIÊU CHỦ YẾU
1. Trồng mới 12 ha cây phân tán.
"""
_BEHIND = "\nII. NHIỆM VỤ\n1. Sở Y tế làm tốt công tác y tế.\n./.\n"
_FIELDS = (
    "Thủy sản",
    "Xây dựng",
    "Thương mại",
    "Vận tải",
    "Giáo dục",
    "Văn hóa",
    "Thủy lợi",
    "Cấp nước",
    "Khoa học công nghệ",
)
_COMMUNES = ("Xã Tân An", "Xã Phú Lộc", "Phường Trung Sơn", "Xã Đông Hải", "Xã Mỹ Lợi", "Phường An Phú", "Xã Vĩnh Hòa")
_CROPS = ("Lúa", "Ngô", "Lạc", "Sắn", "Mía", "Rau các loại")
_SECTORS = ("Nông, lâm nghiệp và thủy sản", "Công nghiệp - xây dựng", "Dịch vụ", "Thuế sản phẩm trừ trợ cấp")

Rows = list[str]


def from_seed(seed: int) -> Random:
    """Return what a table is made by: the same one for the same seed."""
    return Random(seed)  # noqa: S311  (no secret)


def findings(rows: Rows) -> list[ct.Finding]:
    """Return what the rules tell of a plan with a table, notes left out."""
    found = ct.check(ct.parse_plan(_BEFORE + "\n".join(rows) + _BEHIND))
    return [one for one in found if one.severity is not ct.Severity.NOTE]


def _number(value: Decimal | int, digits: int = 0) -> str:
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _row(*cells: object) -> str:
    return " | ".join(cell if isinstance(cell, str) else _number(cell) for cell in cells)  # type: ignore[arg-type]


def _percent(part: int, whole: int, digits: int = 1) -> str:
    return _number(Decimal(part) * 100 / whole, digits)


def _grown(random: Random, value: int) -> int:
    return round(value * random.uniform(1.02, 1.2))


def _totals(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _two_years(random: Random) -> Rows:
    names = random.sample(_FIELDS, random.randint(3, 6))
    before = [random.randrange(500, 9000) for _ in names]
    pairs = [(one, _grown(random, one)) for one in before]
    body = [
        _row(str(at), name, *pair, _percent(pair[1], pair[0]))
        for at, (name, pair) in enumerate(zip(names, pairs, strict=True), 1)
    ]
    all_of_it = _totals(pairs)
    total = _row("", "Tổng cộng", *all_of_it, _percent(all_of_it[1], all_of_it[0]))
    head = "TT | Lĩnh vực | Ước TH 2026 | KH 2027 | So sánh (%)"
    return [
        "Chi ngân sách theo lĩnh vực (tỷ đồng)",
        head,
        *([total, *body] if random.random() < 0.5 else [*body, total]),
    ]


def _numbered_columns(random: Random) -> Rows:
    pairs = [(random.randrange(500, 5000), random.randrange(500, 5000)) for _ in range(3)]
    names = ("Thu nội địa", "Thu xuất nhập khẩu", "Thu viện trợ")
    all_of_it = _totals(pairs)
    body = [
        _row(str(at), name, *pair, _percent(pair[1], pair[0]))
        for at, (name, pair) in enumerate(zip(names, pairs, strict=True), 1)
    ]
    head = ["TT | Khoản thu | Dự toán 2026 (tỷ đồng) | Ước TH 2026 (tỷ đồng) | % TH/DT", "A | B | 1 | 2 | 3=2/1"]
    return [
        "Bảng 1. Thu ngân sách năm 2026",
        *head,
        _row("", "Tổng thu", *all_of_it, _percent(all_of_it[1], all_of_it[0])),
        *body,
    ]


def _two_heads(random: Random) -> Rows:
    rows = [
        [random.randrange(10, 200), random.randrange(100, 2000), random.randrange(10, 200), random.randrange(100, 2000)]
        for _ in range(random.randint(3, 5))
    ]
    names = random.sample(_FIELDS, len(rows))
    head = ["Ngành | Kế hoạch | | Thực hiện |", "| Số DN | Vốn (tỷ đồng) | Số DN | Vốn (tỷ đồng)"]
    body = [_row(name, *row) for name, row in zip(names, rows, strict=True)]
    return ["Bảng 2. Doanh nghiệp thành lập mới 9 tháng năm 2026", *head, *body, _row("Cộng", *_totals(rows))]


def _crops(random: Random) -> Rows:
    body = []
    for name in random.sample(_CROPS, random.randint(4, 6)):
        area, yields = random.randrange(300, 9000), Decimal(random.randrange(200, 700)) / 10
        body.append(_row(name, area, _number(yields, 1), area * yields / 10))
    return [
        "Bảng 3. Sản xuất trồng trọt năm 2027",
        "Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)",
        *body,
    ]


def _communes(random: Random) -> Rows:
    rows = []
    for _ in range(random.randint(3, 6)):
        households = random.randrange(2000, 9000)
        rows.append((households * random.randint(3, 4), households, random.randrange(20, households // 12)))
    rows_and_all = [*rows, tuple(_totals(rows))]
    names = [*random.sample(_COMMUNES, len(rows)), "Toàn khu vực"]
    body = [_row(name, *row, _percent(row[2], row[1], 2)) for name, row in zip(names, rows_and_all, strict=True)]
    return [
        "Bảng 4. Dân số và hộ nghèo cuối năm 2027",
        "Địa bàn | Dân số (người) | Số hộ | Hộ nghèo | Tỷ lệ hộ nghèo (%)",
        *body,
    ]


def _years(random: Random) -> Rows:
    values = [random.randrange(2000, 5000)]
    for _ in range(5):
        values.append(_grown(random, values[-1]))
    pairs = zip(range(2022, 2027), values, values[1:], strict=False)
    body = [_row(str(year + 1), now, _number(Decimal(now) * 100 / old - 100, 1)) for year, old, now in pairs]
    return ["Bảng 5. Khách du lịch qua các năm", "Năm | Khách (nghìn lượt) | Tăng so với năm trước (%)", *body]


def _quarters(random: Random) -> Rows:
    names = random.sample(_FIELDS, 4)
    rows = [[random.randrange(50, 400) for _ in range(4)] for _ in names]
    body = [_row(name, *row, sum(row)) for name, row in zip(names, rows, strict=True)]
    all_of_it = _totals(rows)
    return [
        "Bảng 6. Giải ngân theo quý (tỷ đồng)",
        "Nội dung | Quý I | Quý II | Quý III | Quý IV | Cả năm",
        *body,
        _row("Tổng cộng", *all_of_it, sum(all_of_it)),
    ]


def _structure(random: Random) -> Rows:
    columns = []
    for _ in range(3):
        weights = [random.randrange(100, 500) for _ in _SECTORS]
        shares = [(Decimal(one) * 100 / sum(weights)).quantize(Decimal("0.1"), ROUND_HALF_UP) for one in weights]
        columns.append([*shares[:-1], 100 - sum(shares[:-1])])
    body = [_row(name, *(_number(column[at], 1) for column in columns)) for at, name in enumerate(_SECTORS)]
    return ["Bảng 7. Cơ cấu kinh tế (%)", "Khu vực | 2025 | 2026 | 2027", *body]


def _sources(random: Random) -> Rows:
    rows = [[random.randrange(5, 300) for _ in range(3)] for _ in range(random.randint(3, 5))]
    names = random.sample(_FIELDS, len(rows))
    body = [_row(str(at), name, sum(row), *row) for at, (name, row) in enumerate(zip(names, rows, strict=True), 1)]
    all_of_it = _totals(rows)
    head = "STT | Danh mục | Tổng vốn | NSTW | NS tỉnh | Vốn khác"
    return [
        "Biểu 8. Nguồn vốn thực hiện kế hoạch",
        "ĐVT: tỷ đồng",
        head,
        *body,
        _row("", "Tổng cộng", sum(all_of_it), *all_of_it),
    ]


def _schools(random: Random) -> Rows:
    rows = []
    for _ in range(4):
        classes = random.randrange(200, 2000)
        rows.append((random.randrange(20, 200), classes, classes * random.randint(25, 40)))
    rows_and_all = [*rows, tuple(_totals(rows))]
    names = ("Mầm non", "Tiểu học", "THCS", "THPT", "Toàn ngành")
    body = [
        _row(name, *row, _number(Decimal(row[2]) / row[1], 1)) for name, row in zip(names, rows_and_all, strict=True)
    ]
    return [
        "Bảng 9. Quy mô trường lớp năm học 2026 - 2027",
        "Cấp học | Số trường | Số lớp | Số học sinh | Bình quân HS/lớp",
        *body,
    ]


LAYOUTS: dict[str, Callable[[Random], Rows]] = {
    "two years": _two_years,
    "numbered columns": _numbered_columns,
    "two heads": _two_heads,
    "crops": _crops,
    "communes": _communes,
    "years": _years,
    "quarters": _quarters,
    "structure": _structure,
    "sources": _sources,
    "schools": _schools,
}
_CELL = re.compile(r"(?<=\| )[0-9][0-9.]*(?:,[0-9]+)?(?= \||$)")


def slip(rows: Rows, random: Random) -> Rows:
    """Return a table with one number ten times as large, with two digits that changed places, or with one digit wrong."""
    lines = [
        at
        for at, row in enumerate(rows)
        if at > 1 and not row.startswith(("A |", "|", "STT", "TT |")) and _CELL.search(row)
    ]
    cells = [(at, cell) for at in lines for cell in _CELL.finditer(rows[at]) if len(re.sub(r"\D", "", cell[0])) > 2]
    while True:
        at, cell = random.choice(cells)
        digits = [place for place, sign in enumerate(cell[0]) if sign.isdigit()]
        place = random.choice(digits[:-1])
        beside = digits[digits.index(place) + 1]
        written = list(cell[0])
        match random.randrange(3):
            case 0:
                value = Decimal(cell[0].replace(".", "").replace(",", ".")) * 10
                written = list(_number(value, len(cell[0].partition(",")[2])))
            case 1:
                written[place], written[beside] = written[beside], written[place]
            case _:
                written[place] = str((int(written[place]) + random.randint(2, 6)) % 9 + 1)
        wrong = "".join(written)
        if wrong != cell[0] and wrong[0] != "0":
            return [*rows[:at], rows[at][: cell.start()] + wrong + rows[at][cell.end() :], *rows[at + 1 :]]
