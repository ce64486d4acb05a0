"""What there was at first, what went of it, and what there is in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vùng trũng: đầu năm còn 46 bản; trong năm xóa 31; cuối năm còn 25 bản.", "56 bản"),
        ("Đầu năm còn 46 bản chưa có điện; trong năm xóa 31 bản; cuối năm còn 25 bản.", "56 bản"),
        ("Đầu năm còn 46 thôn, bản; trong năm xóa 31; cuối năm còn 25 thôn, bản.", "56 thôn, bản"),
        ("Đầu năm 2027 còn 112 lò gạch; tháo dỡ 47 lò; cuối năm còn 56 lò.", "103 lò gạch"),
        ("Đầu kỳ còn 52 xe quá hạn, thanh lý 30 xe, hết kỳ chỉ còn 12 xe.", "42 xe"),
        ("Đầu quý còn 18 ổ dịch; dập tắt 14; cuối quý còn 14 ổ dịch.", "28 ổ dịch"),
        ("Đầu năm còn 64 cầu yếu; trong năm thay thế 26 cầu; đến cuối năm còn 58 cầu.", "84 cầu"),
        ("Đầu năm còn 380 hộ nghèo; thoát 120 hộ; cuối năm còn 270 hộ.", "390 hộ nghèo"),
    ],
)
def test_what_is_left_with_what_went_is_not_what_there_was(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Vùng trũng: đầu năm còn 46 bản; trong năm xóa 31; cuối năm còn 15 bản.",
        "Đầu năm còn 46 bản chưa có điện; xóa 31 bản, phát sinh 4 bản; cuối năm còn 19 bản.",
        "Đầu năm còn 46 bản chưa có điện; xóa 31 bản và có phát sinh mới; cuối năm còn 19 bản.",
        "Đầu năm còn 46 bản, có phát sinh mới, xóa 31 bản; cuối năm còn 25 bản.",
        "Đầu năm còn 46 bản; trong năm dựng 31 trạm; cuối năm còn 25 bản.",
        "Đầu năm còn 52 xe quá hạn; thanh lý ít nhất 30 xe; cuối năm còn 12 xe.",
        "Đầu năm còn 46 bản; xử lý 31 km đường; cuối năm còn 25 bản.",
        # of people and homes others come that nobody names
        "Đầu năm còn 380 hộ nghèo; thoát 120 hộ; cuối năm còn 298 hộ.",
        "Đầu nhiệm kỳ còn 300 lò gạch; đã xóa 120 lò; cuối năm còn 90 lò.",
        "Đầu năm có 46 bản; xóa 31; cuối năm có 25 bản.",
    ],
)
def test_accounts_that_are_right_or_tell_not_all(text):
    assert found(text) == []


@given(st.integers(20, 400), st.integers(20, 400), st.integers(-9, 30))
def test_law_what_went_and_what_is_left_make_up_what_there_was(went, left, slip):
    """The account is silent if and only if the numbers add up."""
    said = left + slip
    text = f"Đầu năm còn {went + left} nhà tạm; trong năm xử lý {went}; cuối năm còn {said} nhà tạm."
    assert bool(found(text)) == bool(slip and max(went, said) <= went + left)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Đầu năm còn 46 bản; trong năm xóa 46; cuối năm còn 5 bản.", True),
        ("Đầu năm còn 46 bản; trong năm xóa 47; cuối năm còn 5 bản.", False),
        ("Đầu năm còn 46 bản; trong năm xóa 5; cuối năm còn 46 bản.", True),
        ("Đầu năm còn 46 bản; trong năm xóa 5; cuối năm còn 47 bản.", False),
        ("Đầu năm còn khoảng 46 bản; trong năm xóa 31; cuối năm còn 25 bản.", False),
        ("Đầu năm còn 46 ha rừng cháy; khắc phục 31 ha; cuối năm còn 25 ha.", False),
        ("Đầu năm còn 46 bản; trong năm xóa 31; cuối năm còn 25 trạm.", False),
    ],
)
def test_none_is_more_than_what_there_was(text, odd):
    assert bool(found(text)) is odd
