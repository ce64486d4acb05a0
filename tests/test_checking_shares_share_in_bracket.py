"""A part of what stands before a bracket, told in it with its share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["fraction-percent"])]


@pytest.mark.parametrize(
    "text",
    [
        "Đường xã 800 km (cứng hóa 600 km, đạt {}%).",
        "Đường tỉnh 900 km (nhựa hóa 810 km, đạt 90%), đường xã 800 km (nhựa, bê tông hóa 600 km, đạt {}%), đường thôn 400 km.",
        "Bổ nhiệm 80 cán bộ (60 nữ, chiếm {}%), kỷ luật 7 cán bộ.",
        "Toàn ngành có 800 cán bộ, giáo viên (nữ 600, chiếm {}%).",
        "Có 800 hộ (đã ký cam kết 600 hộ, chiếm tỷ lệ {}%; còn lại vận động tiếp).",
    ],
)
def test_a_share_in_a_bracket_is_of_what_stands_before_it(text):
    assert codes(text.format("75")) == []
    assert codes(text.format("57")) == ["fraction-percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Trồng 600 ha rừng (kế hoạch 800 ha, đạt 75%).",
        "Trồng 800 ha rừng (tăng 600 ha, đạt 57% kế hoạch).",
        "Trồng 800 ha rừng (năm 2025 là 600 ha, đạt 57%).",
        "Trồng 800 ha rừng (600 ha keo, bạch đàn đạt 57%, quế 200 ha).",
        "Trồng 800 ha rừng (600 cây ươm, đạt 57%).",
        "Trồng 800 ha rừng; chăm sóc (600 ha, đạt 57%).",
    ],
)
def test_amounts_of_something_else_are_left_alone(text):
    assert codes(text) == []


@given(hundreds=st.integers(5, 90), percent=st.integers(11, 90), more=st.sampled_from([0, -5, -3, 3, 5]))
def test_law_the_percentage_is_what_the_two_make(hundreds, percent, more):
    """The whole percentage that a part is of its whole is silent; what is off by more than rounding is told."""
    text = f"Đường xã {hundreds}00 km (cứng hóa {hundreds * percent} km, đạt {percent + more}%)."
    assert codes(text) == (["fraction-percent"] if more else [])
