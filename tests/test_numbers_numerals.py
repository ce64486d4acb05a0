"""What a number in running text is."""

import pytest

import chitieu as ct
from chitieu.numbers.numerals import NumeralKind, scan_numerals
from chitieu.text import SourceText

KIND = NumeralKind


def kinds(text):
    return [numeral.kind for numeral in scan_numerals(SourceText(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thu 500 tỷ đồng", [KIND.QUANTITY]),
        ("xếp thứ 12/34", [KIND.RANK]),
        ("đạt 51", [KIND.BARE]),
        ("trong 3 năm", [KIND.DURATION]),
        ("trẻ dưới 5 tuổi", [KIND.AGE]),
        ("10 bác sĩ trên 1 vạn dân", [KIND.QUANTITY]),
        ("900 bác sĩ/2,5 triệu dân", [KIND.QUANTITY, KIND.DENOMINATOR]),
        ("mỗi đợt 15 ngày", [KIND.DURATION]),
        ("đợt 15 ngày", [KIND.LABEL]),
        ("(tổng số 164 bộ)", [KIND.QUANTITY]),
        ("các phường (9/12) đạt", [KIND.BARE]),
        ("bình quân 1 xã", [KIND.DENOMINATOR]),
        ("xong ngày 06/01/2026", [KIND.DATE]),
        ("trong tháng 01/2026", [KIND.DATE]),
        ("31 tháng 02 năm 2026", [KIND.DATE]),
        ("ngày 15/5", [KIND.DATE]),
        ("năm 2026", [KIND.YEAR]),
        ("2021 - 2025", [KIND.YEAR]),
        ("Điều 8", [KIND.LABEL]),
        ("giai đoạn 1", [KIND.LABEL]),
        ("lần thứ 5", [KIND.LABEL]),
        ("1) Thu", [KIND.MARKER]),
        ("1.2. Thu", [KIND.MARKER]),
        ("đạt chuẩn[3].", [KIND.MARKER]),
        ("quốc lộ QL6", [KIND.CODE]),
        ("COVID-19", [KIND.CODE]),
        ("lúc 08h00", [KIND.CODE, KIND.CODE]),
        ("điện thoại 0275123456", [KIND.CODE]),
        ("bản đồ 1/500", [KIND.CODE]),
        ("Mục lục\n2 ioffice\n4 congbao", [KIND.LABEL, KIND.LABEL]),
        ("Kết quả\n2 hồ sơ\n4 homestay", [KIND.QUANTITY, KIND.QUANTITY]),
        ("2 ioffice", [KIND.QUANTITY]),
        ("Hôm nay265,111\nTổng447,009,361", []),
        ("0 đánh giá", [KIND.BARE]),
        ("tăng 4,%", [KIND.MALFORMED]),
        ("tăng ,54%", [KIND.MALFORMED]),
        ("hơn 1, triệu tấn", [KIND.MALFORMED]),
        ("số 12/KH-UBND", []),
        ("", []),
    ],
)
def test_kinds(text, expected):
    got = kinds(text)
    assert got[: len(expected)] == expected
    assert set(got[len(expected) :]) <= {KIND.CODE}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("hộ dân tộc thiểu số 120 hộ", ["120 hộ"]),
        ("đào tạo kỹ năng số 350 người", ["350 người"]),
        ("doanh nghiệp công nghệ số 45 doanh nghiệp", ["45 doanh nghiệp"]),
        # no number of a thing has a unit of money or a percent sign behind it
        ("truyền thanh số 45 triệu đồng", ["45 triệu đồng"]),
        ("tỷ trọng phần mềm số 12%", ["12%"]),
        ("Tổ công tác số 12 hộ trợ", []),
        ("Quyết định số 45 ngày 12", []),
    ],
)
def test_a_number_behind_a_noun_that_ends_in_the_word_for_number_is_an_amount(text, amounts):
    assert [str(mention.value) for mention in ct.find_quantities(text)] == amounts


@pytest.mark.parametrize(
    ("text", "value", "total"),
    [("59/131 xã", 59, 131), ("130 xã/194 xã", 130, 194), ("17/99 xã, phường", 17, 99), ("thứ 38/63", 38, 63)],
)
def test_a_part_keeps_its_whole(text, value, total):
    (numeral,) = scan_numerals(SourceText(text))[0]
    assert (numeral.value, numeral.total) == (value, total)


@pytest.mark.parametrize(
    "text", ["9 - 9,5%", "9-9,5%", "9 – 9,5%", "từ 9 đến 9,5%", "9% - 9,5%", "9% đến 9,5%", "9÷9,5%"]
)
def test_ranges_are_one_numeral(text):
    (numeral,) = scan_numerals(SourceText(text))[0]
    assert (str(numeral.value), str(numeral.upper), numeral.unit.label) == ("9", "9.5", "%")


def test_references_are_given_apart():
    numerals, references = scan_numerals(SourceText("Quyết định số 338/QĐ-TTg giao 620 căn hộ"))
    assert [str(numeral.value) for numeral in numerals] == ["620"]
    assert [reference.number for reference, _, _ in references] == ["338/QĐ-TTg"]


def test_more_of_one_thing_over_another_is_no_count_out_of_a_total():
    """*408 HTX/102 xã*: so many of one for so many of the other."""
    more, fewer = (ct.find_quantities(text) for text in ("408 HTX/102 xã", "98 hộ/102 hộ"))
    assert [str(mention.value) for mention in more] == ["408 hợp tác xã"]
    assert [str(mention.value) for mention in fewer] == ["98 hộ"]
