"""Counts that turn to others and get their noun at the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Số xã tăng từ 60 lên 65 xã", ["60 xã", "65 xã"]),
        ("Số xã từ 60 tăng lên thành 65 xã", ["60 xã", "65 xã"]),
        ("Số xã tăng 5, từ 60 lên 65 xã", ["tăng 5 xã", "60 xã", "65 xã"]),
        ("Số xã tăng 5 (từ 60 lên 65 xã)", ["tăng 5 xã", "60 xã", "65 xã"]),
        ("Theo mục 5, từ 60 lên 65 xã", ["60 xã", "65 xã"]),
        ("Tăng 60 lên 65 xã", ["65 xã"]),
        ("Từ 60 nhóm, nay còn 65 xã", ["65 xã"]),
    ],
)
def test_a_noun_at_the_end(text, targets):
    found = [str(mention.value) for mention in ct.find_targets(text)]
    assert [one for one in found if "xã" in one] == targets


def test_an_indicator_has_the_value_it_comes_to():
    (item,) = ct.parse_indicators("- Số xã đạt chuẩn tăng từ 60 lên 65 xã;")
    assert [str(target) for target in item.targets] == ["65 xã"]


def test_a_change_ahead_leaves_the_value_it_starts_from_out():
    (item,) = ct.parse_indicators("- Tỷ trọng công nghiệp tăng 1,2 điểm %, từ 27,3% lên 28,5%;")
    assert [str(target) for target in item.targets] == ["tăng 1,2 điểm phần trăm", "28,5%"]


@given(st.integers(1, 999), st.integers(1, 999))
def test_the_noun_is_that_of_both(old, new):
    """Law: the number it starts from counts what the one it comes to counts."""
    first, second = (mention.value for mention in ct.find_targets(f"Số trạm từ {old} lên {new} trạm"))
    assert (first.quantity, second.quantity) == (ct.Quantity(old, "trạm"), ct.Quantity(new, "trạm"))
