"""Amounts of several years, or of one, with those of the times they are made of."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.time_splits import likely_sum, splits, years_counted
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


def years(*values, first=2026, unit="tỷ đồng", sign=", "):
    return sign.join(f"năm {year} là {value} {unit}" for year, value in enumerate(values, first))


QUARTERS = "quý I {} tỷ đồng, quý II {} tỷ đồng, quý III {} tỷ đồng, quý IV {} tỷ đồng"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"Tổng vốn 3 năm 2026 - 2028 khoảng 95 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", False),
        (f"Tổng vốn 3 năm 2026 - 2028 khoảng 90 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", True),
        (f"Kinh phí giai đoạn 2026-2028: 95 tỷ đồng ({years(20, 30, 40, sign='; ')}).", False),
        (f"Kinh phí trong ba năm: 95 tỷ đồng ({years(20, 30, 40)}).", False),
        (f"Kinh phí 95 tỷ đồng, gồm: {years(20, 30, 40)}.", False),
        ("Kinh phí 95 tỷ đồng, gồm:\n- Năm 2026: 20 tỷ đồng;\n- Năm 2027: 30 tỷ đồng;\n- Năm 2028: 40 tỷ đồng.", False),
        ("Trồng 95 ha rừng trong 3 năm (20 ha năm 2026, 30 ha năm 2027, 40 ha năm 2028).", False),
        ("Trồng 95 ha rừng trong 3 năm (năm 2026: 20 ha, 2027: 30 ha, 2028: 40 ha).", False),
        ("Trồng 95 ha rừng trong 3 năm: 2026 là 20 ha; 2027 là 30 ha và 2028 là 40 ha.", False),
        ("Trồng 90 ha rừng trong 3 năm (2026: 20 ha, 2027: 30 ha, 2028: 40 ha).", True),
        ("Hỗ trợ 95 hộ trong 3 năm: năm 2026 hỗ trợ 20 hộ, năm 2027 hỗ trợ 30 hộ, năm 2028 hỗ trợ 40 hộ.", False),
        (f"{years(20, 30, 40)}; cả giai đoạn 95 tỷ đồng.", False),
        # not all of its years, or nothing says that they are
        (f"Tổng vốn 5 năm 2026 - 2030 khoảng 95 tỷ đồng, phân kỳ: {years(20, 30, 40)}.", True),
        (f"Tổng vốn 5 năm khoảng 95 tỷ đồng, trước mắt: {years(20, 30, 40)}.", True),
        (f"Tổng vốn 95 tỷ đồng, {years(20, 30, 40)}.", True),
        (f"Tổng vốn 95 tỷ đồng, gồm: {years(20, 60)}.", True),
        (f"Tổng vốn 95 tỷ đồng. Trong đó: {years(20, 30, 40)}.", True),
        # levels, running totals and rates do not add up
        ("Có 66 xã đạt chuẩn, cụ thể: năm 2026 là 44 xã, năm 2027 là 55 xã, năm 2028 là 66 xã.", True),
        ("Tăng trưởng 3 năm 2026 - 2028 đạt 9%: năm 2026 8%, năm 2027 9%, năm 2028 10%.", True),
        (f"Lũy kế: {QUARTERS.format(10, 30, 60, 90)}; cả năm 90 tỷ đồng.", True),
        # quarters and halves
        (f"Thu 100 tỷ đồng, trong đó {QUARTERS.format(20, 20, 30, 40)}.", False),
        (f"Thu 100 tỷ đồng, trong đó {QUARTERS.format(20, 20, 30, 30)}.", True),
        (f"{QUARTERS.format(20, 20, 30, 40)}; cả năm 100 tỷ đồng.", False),
        ("Thu 100 tỷ đồng, trong đó quý I 60 tỷ đồng, quý II 60 tỷ đồng, quý III 10 tỷ đồng.", None),
        ("Tạo 250 việc làm, trong đó 6 tháng đầu năm 120 việc làm, 6 tháng cuối năm 140 việc làm.", False),
        ("Tạo 250 việc làm, trong đó 6 tháng đầu năm 120 việc làm, 6 tháng cuối năm 130 việc làm.", True),
    ],
)  # fmt: skip
def test_a_total_of_several_times(text, right):
    found = codes(text)
    if right is not None:
        assert ("parts-sum" in found) is not right
        assert "parts-exceed" not in found


@given(st.lists(st.integers(100, 999), min_size=3, max_size=6), st.sampled_from([-60, 0, 60]))
def test_the_sum_of_the_years_holds_and_another_does_not(values, off):
    """Whatever the years come to is silent as their total, and anything else is found."""
    total = sum(values) + off
    text = f"Tổng kinh phí giai đoạn 2026 - {2025 + len(values)} là {ct.format_number(total)} triệu đồng, phân kỳ: "
    assert codes(text + years(*values, unit="triệu đồng") + ".") == (["parts-sum"] if off else [])


def read(text):
    """Return the name, the total and the verdict of what is split by time in a text."""
    source = SourceText(text)
    found = splits((Piece(source, placed=True), tuple(scan_targets(source)[0])))
    return [(one.name, str(one.total), one.holds) for one in found]


NUMBERED = (
    QUARTERS.replace("quý IV", "quý 4").replace("quý III", "quý 3").replace("quý II", "quý 2").replace("quý I", "quý 1")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Tổng thu 110 tỷ đồng, trong đó {QUARTERS.format(20, 20, 30, 40)}.", [("Tổng thu", "110 tỷ đồng", True)]),
        (f"Tổng thu 110 tỷ đồng, trong đó {NUMBERED.format(20, 20, 30, 40)}.", [("Tổng thu", "110 tỷ đồng", True)]),
        # the name begins where the sentence does
        (f"Khá. Tổng thu 110 tỷ đồng, gồm: {years(20, 30, 40)}.", [("Tổng thu", "90 tỷ đồng", False)]),
        (f"Khá; tổng thu 110 tỷ đồng, gồm: {years(20, 30, 40)}.", [("tổng thu", "90 tỷ đồng", False)]),
        (f"- Khá\n- Tổng thu: 110 tỷ đồng, gồm: {years(20, 30, 40)}.", [("Tổng thu", "90 tỷ đồng", False)]),
        # the parts may be in another unit
        (f"Thu 0,09 nghìn tỷ đồng, gồm: {years(20, 30, 40)}.", [("Thu", "0,09 nghìn tỷ đồng", True)]),
        # one other amount may stand between, two may not
        (f"Thu 100 tỷ đồng cho 40 hộ, phân kỳ: {years(20, 30, 40)}.", [("Thu", "90 tỷ đồng", False)]),
        (f"Thu 100 tỷ đồng cho 40 hộ và 30 thôn, phân kỳ: {years(20, 30, 40)}.", []),
        # the whole may stand behind
        ("6 tháng đầu năm 40 tỷ đồng, 6 tháng cuối năm 50 tỷ đồng; tổng cộng 95 tỷ đồng.", [("tổng cộng", "90 tỷ đồng", False)]),
        # each rounded after its last digit; about so much is so much up to a hundredth, never more than a fiftieth
        (f"Thu 92 tỷ đồng, gồm: {years(20, 30, 40)}.", [("Thu", "90 tỷ đồng", False)]),
        (f"Thu 902 tỷ đồng, gồm: {years(200, 300, 400)}.", [("Thu", "900 tỷ đồng", True)]),
        (f"Thu 903 tỷ đồng, gồm: {years(200, 300, 400)}.", [("Thu", "900 tỷ đồng", False)]),
        (f"Thu khoảng 909 tỷ đồng, gồm: {years(200, 300, 400)}.", [("Thu", "900 tỷ đồng", True)]),
        (f"Thu khoảng 910 tỷ đồng, gồm: {years(200, 300, 400)}.", [("Thu", "900 tỷ đồng", False)]),
        (f"Thu 909 tỷ đồng, gồm: {years('khoảng 200', 300, 400)}.", [("Thu", "900 tỷ đồng", True)]),
        (f"Thu 10 tỷ đồng, gồm: {years('2,4', '3,0', '4,9')}.", [("Thu", "10,3 tỷ đồng", False)]),
        (f"Thu khoảng 9.090 tỷ đồng, gồm: {years('2.000', '3.000', '4.000')}.", [("Thu", "9.000 tỷ đồng", True)]),
        (f"Thu khoảng 9.091 tỷ đồng, gồm: {years('2.000', '3.000', '4.000')}.", [("Thu", "9.000 tỷ đồng", False)]),
        (f"Thu khoảng 90.905 tỷ đồng, gồm: {years('20.000', '30.000', '40.000')}.", [("Thu", "90.000 tỷ đồng", True)]),
        # a bound behind the parts is no sum of them, nor is another measure
        (f"{years(20, 30, 40)}; cả giai đoạn trên 95 tỷ đồng.", []),
        (f"{years(20, 30, 40, unit='tỷ đồng')}; cả giai đoạn 95 tỷ USD.", []),
        # words beside the amounts are those of the first
        ("Thu 95 tỷ đồng, gồm: năm 2026 chi 20 tỷ đồng cho các xã ở vùng cao của tỉnh, năm 2027 mua 30 tỷ đồng, năm 2028 mua 40 tỷ đồng.", []),
        # the years follow each other
        ("Thu 95 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2030 là 25 tỷ đồng, năm 2027 là 30 tỷ đồng, năm 2028 là 40 tỷ đồng.", []),
        ("Thu 90 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2028 là 30 tỷ đồng, năm 2030 là 40 tỷ đồng.", []),
        ("Thu 90 tỷ đồng, gồm: năm 2028 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng, năm 2026 là 40 tỷ đồng.", []),
        # amounts of each of something, shares and falls do not add up
        (f"Thu 95 triệu đồng/người, gồm: {years(20, 30, 40, unit='triệu đồng/người')}.", []),
        (f"Giảm 95 hộ, gồm: {', '.join(f'năm {year} giảm {count} hộ' for year, count in ((2026, 20), (2027, 30), (2028, 40)))}.", []),
    ],
)  # fmt: skip
def test_what_is_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(("words", "told"), [("hỗ trợ xây mới", True), ("hỗ trợ xây mới cầu", True), ("hỗ trợ xây mới cầu và", False)])  # fmt: skip
def test_few_words_stand_between_the_name_of_a_time_and_its_amount(words, told):
    listed = ", ".join(f"năm {year} {words} {value} nhà" for year, value in ((2026, 20), (2027, 30), (2028, 40)))
    assert bool(read(f"Làm 90 nhà, gồm: {listed}.")) is told


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("trong 2 năm", 2),
        ("trong 02 năm", 2),
        ("trong 10 năm", 10),
        ("hai năm", 2),
        ("ba năm", 3),
        ("bốn năm", 4),
        ("năm năm", 5),
        ("3 năm 2026 - 2028", 3),
        ("3 năm, rồi 4 năm", 4),
        ("ba năm, rồi bốn năm", 4),
        ("1 năm", None),
        ("3 năm 2026", None),
        ("cả năm", None),
    ],
)
def test_years_together(words, count):
    assert years_counted(words) == count


@pytest.mark.parametrize(
    ("whole", "parts", "likely"),
    [
        (2, (1, 1), True),
        (4, (1, 1), True),
        (5, (1, 1), False),
        (3, (2, 2), True),
        (3, (2, 2, 2), True),
        (3, (2, 2, 3), False),
        (3, (2, 2, 1, 2), False),
        (2, (2, 1), False),
        (3, (4, 1), False),
    ],
)
def test_a_whole_is_of_the_size_of_its_parts(whole, parts, likely):
    assert likely_sum(Fraction(whole), [Fraction(part) for part in parts]) is likely


FAR = "các xã chuẩn bị mặt bằng sạch, lập hồ sơ và lấy ý kiến của người dân trong vùng, rồi mới giao vốn cho từng công trình theo tiến độ"


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        # the last years named are those of the whole
        (f"Vốn giai đoạn 2021 - 2025 đã chi hết, giai đoạn 2026 - 2028 là 95 tỷ đồng, gồm: {years(20, 30, 40)}.", ["90 tỷ đồng"]),
        (f"Vốn giai đoạn 2026 - 2028 đã có, giai đoạn 2021 - 2025 là 95 tỷ đồng, gồm: {years(20, 30, 40)}.", []),
        (f"Vốn giai đoạn 2026 - 2029 là 95 tỷ đồng, gồm: {years(20, 30, 40)}.", []),
        (f"Vốn giai đoạn 2025 - 2028 là 95 tỷ đồng, gồm: {years(20, 30, 40)}.", []),
        # a run ends with its sentence, and where something else is said
        ("Chi 95 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng. Năm 2028 là 40 tỷ đồng.", []),
        ("Chi 95 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng, lũy kế năm 2028 là 40 tỷ đồng.", []),
        ("Chi 95 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng, 7 xã, năm 2028 là 40 tỷ đồng.", []),
        ("Chi 95 tỷ đồng, gồm: năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng, trên 40 tỷ đồng.", []),
        # parts with the name of their time behind them
        ("Chi 95 tỷ đồng, gồm: 20 tỷ đồng năm 2026, 30 tỷ đồng năm 2027, 40 tỷ đồng năm 2028.", ["90 tỷ đồng"]),
        ("Chi 95 tỷ đồng, gồm: 20 tỷ đồng cho quý I, 20 tỷ đồng cho quý II, 30 tỷ đồng cho quý III, 35 tỷ đồng cho quý IV.", ["105 tỷ đồng"]),
        ("Chi 95 tỷ đồng, gồm: 20 tỷ đồng năm 2026, 30 tỷ đồng năm 2028, 40 tỷ đồng năm 2029.", []),
        # not all the quarters, nor all of the halves
        ("Quý I 20 tỷ đồng, quý II 30 tỷ đồng, quý III 40 tỷ đồng; cả năm 95 tỷ đồng.", []),
        ("Quý II 20 tỷ đồng, quý III 30 tỷ đồng, quý IV 40 tỷ đồng; cả năm 95 tỷ đồng.", []),
        ("Năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng; cả giai đoạn 55 tỷ đồng.", ["50 tỷ đồng"]),
        ("6 tháng cuối năm 40 tỷ đồng, 6 tháng đầu năm 50 tỷ đồng; tổng cộng 95 tỷ đồng.", []),
        ("Năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng; cả giai đoạn 55 ha.", []),
        ("Năm 2026 là 20 tỷ đồng, năm 2027 là 30 tỷ đồng; của xã 55 tỷ đồng.", []),
        # the whole is near
        (f"Chi 95 tỷ đồng cho các xã, {FAR[:60]}, gồm: {years(20, 30, 40)}.", ["90 tỷ đồng"]),
        (f"Chi 95 tỷ đồng cho các xã, {FAR}, gồm: {years(20, 30, 40)}.", []),
        # a run that is the whole of an amount before
        ("Nuôi 54 tấn, gồm tôm 20 tấn, cá 34 tấn. Sáu tháng đầu năm 26 tấn, sáu tháng cuối năm 28 tấn.", []),
        ("Nuôi 54 tấn, gồm tôm 20 tấn, cá 34 tấn. Sáu tháng đầu năm 18 tấn, sáu tháng cuối năm 18 tấn.", ["36 tấn"]),
    ],
)  # fmt: skip
def test_runs_and_their_wholes(text, totals):
    assert [total for _, total, right in read(text) if not right] == totals
