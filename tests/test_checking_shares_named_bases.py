"""Shares of what is told elsewhere by its name. Covers `shares.same_times` too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["fraction-percent"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Chi sự nghiệp 6.000 tỷ đồng. Chi y tế là 1.500 tỷ đồng, bằng {}% chi sự nghiệp.", "25,0", "28,0"),
        ("Tiếp nhận 8.000 đơn; xử lý 7.200 đơn, bằng {}% đơn tiếp nhận.", "90,0", "97,0"),
        ("Doanh thu dịch vụ 4.000 tỷ đồng; lưu trú 1.000 tỷ đồng, chiếm {}% doanh thu dịch vụ.", "25,0", "52,0"),
        ("1. Đất trồng trọt 9.000 ha.\n2. Cây ăn quả 2.700 ha, chiếm {}% đất trồng trọt.", "30,0", "33,0"),
        ("1. Dân số 800.000 người.\n2. Cấp căn cước cho {}% dân số, tức 720.000 người.", "90", "80"),
        ("1. Dân số 800.000 người.\n2. Người cao tuổi có 120.000 người ({}% dân số).", "15,0", "19,0"),
        (
            "Chi sự nghiệp: 6.000 tỷ đồng. Chi y tế 1.500 tỷ đồng, bằng {}% chi sự nghiệp và 10% tổng chi.",
            "25,0",
            "28,0",
        ),
    ],
)
def test_a_share_of_what_is_named(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["fraction-percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Chi sự nghiệp 6.000 tỷ đồng. Chi y tế 1.500 tỷ đồng; năm 2019 là 1.200 tỷ đồng, bằng 28,0% chi sự nghiệp.",
        "Chi sự nghiệp 6.000 tỷ đồng. Chi y tế tăng 150 tỷ đồng, bằng 30% chi sự nghiệp tăng thêm.",
        "1. Dân số trung bình 800.000 người.\n2. Dân số cuối năm 808.000 người, cấp căn cước cho 90% dân số, tức 727.000 người.",
        "Đất trồng trọt 9.000 ha. Cây ăn quả 2.700 ha, chiếm 60% diện tích cây lâu năm.",
        "Tổng vốn 8.000 tỷ đồng.\nVốn tỉnh 2.000 tỷ đồng, khoảng 25% tổng vốn (8.000 tỷ đồng).",
        "Kế hoạch 6.000 tỷ đồng. Đã chi 1.500 tỷ đồng, bằng 20% kế hoạch.",
        "Tiếp nhận 8.000 đơn ở tỉnh và tiếp nhận 1.000 đơn ở xã; xử lý 900 đơn, bằng 90,0% đơn tiếp nhận.",
        "I. KẾT QUẢ NĂM 2025\n1. Chi sự nghiệp 6.000 tỷ đồng.\nII. MỤC TIÊU\n1. Chi y tế 1.500 tỷ đồng, bằng 22% chi sự nghiệp.",
    ],
)
def test_wholes_that_are_not_meant(text):
    assert codes(text) == []


@given(st.integers(2, 8), st.integers(11, 45))
def test_law_the_order_of_words_is_free(thousands, percent):
    """The name of the whole may stand in another order where it is told."""
    part = f"{thousands * 10 * percent:,}".replace(",", ".")
    text = f"Thu hồi nợ {thousands}.000 tỷ đồng. Nộp vào quỹ {part} tỷ đồng, bằng {{}}% nợ đã thu hồi."
    assert codes(text.format(f"{percent},0")) == []
    assert codes(text.format(f"{percent * 2 - percent // 2},0")) == ["fraction-percent"]


CARE = "Chi y tế 1.500 tỷ đồng, bằng {}% chi sự nghiệp."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Chi sự nghiệp 6.000 tỷ đồng. " + CARE.format("28"), True),
        # what a share comes to may stand behind the name of the whole, where a word says so
        ("Chi sự nghiệp 6.000 tỷ đồng. Chi y tế 1.500 tỷ đồng (28% chi sự nghiệp).", True),
        ("Chi sự nghiệp 6.000 tỷ đồng. Dành 28% chi sự nghiệp, tức 1.500 tỷ đồng.", True),
        # one word that names nothing, a place or another part of the text, a table
        ("Chi sự nghiệp 6.000 tỷ đồng. Chi y tế 1.500 tỷ đồng, bằng 28% chi.", False),
        ("Chi sự nghiệp 6.000 tỷ đồng ở tỉnh. " + CARE.format("28"), False),
        ("| Chi sự nghiệp 6.000 tỷ đồng |\n" + CARE.format("28"), False),
        ("I. KẾT QUẢ NĂM 2025\n1. Chi sự nghiệp 6.000 tỷ đồng.\n2. " + CARE.format("28"), True),
        ("I. KẾT QUẢ NĂM 2025\n1. Chi sự nghiệp 6.000 tỷ đồng.\nII. ĐÁNH GIÁ NĂM 2025\n2. " + CARE.format("28"), False),
        # what stands between the two, and what the part is told to be of, too
        ("Chi sự nghiệp 6.000 tỷ đồng. Thu 900 tỷ đồng, bằng 90% kế hoạch. " + CARE.format("28"), True),
        (
            "Chi sự nghiệp 6.000 tỷ đồng, chi cân đối 10.000 tỷ đồng. Chi y tế 1.500 tỷ đồng, bằng 25% chi sự nghiệp và 18% chi cân đối.",
            True,
        ),
        (
            "Chi sự nghiệp 6.000 tỷ đồng, chi cân đối 10.000 tỷ đồng. Chi y tế 1.500 tỷ đồng, bằng 25% chi sự nghiệp và 15% chi cân đối.",
            False,
        ),
        # a limit, a range, nothing at all; less than the part is wrong as well
        ("Chi sự nghiệp trên 6.000 tỷ đồng. " + CARE.format("28"), False),
        ("Chi sự nghiệp 6.000 - 6.400 tỷ đồng. " + CARE.format("28"), False),
        ("Chi sự nghiệp 0 tỷ đồng. " + CARE.format("28"), False),
        ("Chi sự nghiệp 1.000 tỷ đồng. " + CARE.format("90"), True),
        ("Chi sự nghiệp 1.500 tỷ đồng. " + CARE.format("90"), False),
        # any amount of that name may be meant, the nearest one is
        ("Chi sự nghiệp 6.000 tỷ đồng. Chi sự nghiệp 5.400 tỷ đồng. " + CARE.format("28"), False),
        ("Chi sự nghiệp 6.000 tỷ đồng. Chi sự nghiệp 5.000 tỷ đồng. " + CARE.format("28"), True),
        # about so much, and people who are counted on another day
        ("Chi sự nghiệp khoảng 6.000 tỷ đồng. " + CARE.format("25,6"), False),
        ("Chi sự nghiệp khoảng 6.000 tỷ đồng. " + CARE.format("26,6"), True),
        ("Dân số 800.000 người.\nCó 200.000 người cao tuổi, bằng 25,5% dân số.", False),
        ("Dân số 800.000 người. Có 200.000 người cao tuổi, bằng 25,5% dân số.", True),
    ],
)
def test_where_a_whole_is_told(text, wrong):
    assert codes(text) == ["fraction-percent"] * wrong


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Tổng chi ngân sách địa phương 9 tháng 8.000 tỷ đồng, trong đó chi đầu tư 2.000 tỷ đồng, chiếm {}% tổng chi.",
            "25,0",
            "29,0",
        ),
        ("Tổng dư nợ cho vay 90.000 tỷ đồng; nợ xấu 1.080 tỷ đồng, chiếm {}% tổng dư nợ.", "1,2", "12,2"),
        ("Tổng mức đầu tư 1.200 tỷ đồng; đã bố trí 780 tỷ đồng, đạt {}% tổng mức.", "65", "56"),
        ("Tổng đàn vật nuôi 60.000 con, gồm bò 15.000 con, chiếm {}% tổng đàn.", "25,0", "52,0"),
    ],
)
def test_a_total_may_be_named_in_fewer_words(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["fraction-percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng đàn gà 60.000 con; vịt 15.000 con, chiếm 15% tổng đàn.",
        "Tổng dư nợ cho vay 90.000 tỷ đồng.\nNợ xấu 1.080 tỷ đồng, chiếm 2% tổng dư nợ.",
        "Tổng chi ngân sách tỉnh 8.000 tỷ đồng, tổng chi ngân sách xã 2.000 tỷ đồng; chi đầu tư 2.000 tỷ đồng, chiếm 20% tổng chi ngân sách.",
        "Chi ngân sách 8.000 tỷ đồng, chi đầu tư 2.000 tỷ đồng, chiếm 20% tổng chi.",
    ],
)
def test_a_total_of_something_else_is_not_meant(text):
    assert codes(text) == []
