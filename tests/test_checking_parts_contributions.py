"""What sectors bring to a growth, in points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

SECTORS = ("nông, lâm nghiệp và thủy sản", "công nghiệp - xây dựng", "dịch vụ", "thuế sản phẩm trừ trợ cấp sản phẩm")


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


def told(growth, parts):
    brings = ", ".join(f"{name} đóng góp {points} điểm phần trăm" for name, points in zip(SECTORS, parts, strict=False))
    return f"Kinh tế tăng {growth} so với năm trước, trong đó {brings}."


BESIDE = (
    "GRDP tăng 9%: nông nghiệp tăng 4%, đóng góp 1,0 điểm phần trăm; công nghiệp tăng 12%, đóng góp 4,0 điểm phần trăm; "
    "dịch vụ tăng 8%, đóng góp {} điểm phần trăm; thuế sản phẩm tăng 5%, đóng góp 0,5 điểm phần trăm."
)
"""The growth of each sector beside what it brings."""


@given(st.lists(st.integers(1, 400), min_size=4, max_size=4), st.integers(20, 300))
def test_contributions_add_up_to_the_growth(points, off):
    """Law: contributions that add up to the growth are silent, and those that do not by more than rounding are not."""
    parts = [ct.format_number(ct.parse_number(f"{one // 100},{one % 100:02}")) for one in points]
    right, wrong = sum(points), sum(points) + off
    assert codes(told(f"{right // 100},{right % 100:02}%", parts)) == []
    assert codes(told(f"{wrong // 100},{wrong % 100:02}%", parts)) == ["parts-sum"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # at least so much is shared out as just that
        (told("9,0% trở lên", ("1,0", "4,0", "3,5", "0,5")), []),
        (told("8,0% trở lên", ("1,0", "4,0", "3,5", "0,5")), ["parts-sum"]),
        # without the taxes they may be less, not more
        (told("9,0%", ("1,0", "4,0", "3,5")), []),
        (told("8,0%", ("1,0", "4,0", "3,5")), ["parts-exceed"]),
        # some sectors alone tell nothing
        (told("9,0%", ("1,0", "4,0")), []),
        (BESIDE.format("3,5"), []),
        (BESIDE.format("4,5"), ["parts-sum"]),
    ],
)
def test_contributions(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("points", "expected"), [("3,2", []), ("3,6", ["parts-sum"])])
def test_what_is_brought_is_told_once_for_all(points, expected):
    text = (
        "Trong 7,4 điểm phần trăm tăng chung, nông nghiệp góp 0,9 điểm, công nghiệp 2,8 điểm, "
        f"dịch vụ {points} điểm, thuế sản phẩm 0,5 điểm."
    )
    assert [code for code in codes(text) if code == "parts-sum"] == expected


TAXES_FIRST = (
    "Kinh tế tăng 8,0%, trong đó thuế sản phẩm đóng góp 0,5 điểm phần trăm, nông nghiệp đóng góp 1,0 điểm phần trăm, "
    "công nghiệp đóng góp 4,0 điểm phần trăm, dịch vụ đóng góp 3,5 điểm phần trăm."
)
ALL = told("8,0%", ("1,0", "4,0", "3,5", "0,5"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ALL, ["parts-sum"]),
        # the first growth of the sentence that is firm
        (f"Năm 2025 tăng 7,0%. {ALL}", ["parts-sum"]),
        (ALL.replace("8,0%", "9,0%, cao hơn kế hoạch 8,0%"), []),
        (ALL.replace("8,0%", "không quá 8,0%"), []),
        (ALL.replace("Kinh tế tăng 8,0%", "Quy mô 8 tỷ đồng, kinh tế tăng 8,0%"), ["parts-sum"]),
        (ALL.replace(" so với năm trước, trong đó", ". Trong đó"), []),
        (ALL.replace("Kinh tế tăng 8,0%", "Chỉ số giá tăng 2,0 điểm phần trăm, kinh tế tăng 9,0%"), []),
        (TAXES_FIRST, ["parts-sum"]),
        (TAXES_FIRST.replace("8,0%", "9,0%"), []),
        # each sentence for itself
        (f"{ALL} {ALL}", ["parts-sum", "parts-sum"]),
        (f"{ALL} {ALL.replace('8,0%', '9,0%')}", ["parts-sum"]),
        (f"{ALL.replace('8,0%', 'không quá 8,0%')} {ALL}", ["parts-sum"]),
        # what is brought in another sentence, or behind something else, is not of the row
        (ALL.replace(", dịch vụ", ". Năm trước dịch vụ"), []),
        (ALL.replace(", dịch vụ", ", thu 5 tỷ đồng, dịch vụ"), []),
        (ALL.replace(", dịch vụ đóng góp 3,5 điểm phần trăm", ", dịch vụ tăng 3,5 điểm phần trăm"), []),
        (ALL.replace("dịch vụ", "du lịch"), []),
        (ALL.replace("công nghiệp - xây dựng", "xây dựng"), []),
        (ALL.replace("nông, lâm nghiệp và thủy sản", "lâm nghiệp"), []),
    ],
)
def test_where_contributions_stand(text, expected):
    """Contributions of one sentence make up the first growth of it."""
    assert [code for code in codes(text) if code.startswith("parts")] == expected
