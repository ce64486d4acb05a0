"""Numbers that have lost digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.values.lost_digits import lost_digits, needs_no_digits
from chitieu.text import SourceText


def lost(text):
    source = SourceText(text)
    return [source.flat[start:end] for start, end in lost_digits(source)]


@given(st.integers(0, 999), st.sampled_from(["{},%", "{}. %", "{},.5%", "{}.,5%", "{},5,%", "{}, triệu tấn"]))
def test_law_a_sign_with_no_digits_is_found_wherever_it_stands(number, form):
    """Neither the words around it nor how far in the text it stands matter."""
    form = form.format(number)
    assert lost(f"nghề dệt {form} rồi" + " và thêm nữa" * 30 + f" nghề gốm {form}") == [form, form]


@given(st.decimals(0, 10**6, places=2), st.sampled_from(["%", " %", " tỷ đồng", " tạ/ha", ""]))
def test_law_whole_numbers_have_lost_none(value, unit):
    """What is written in full is silent."""
    assert lost(f"đạt {value:.2f}{unit}, còn {value:.2f}{unit}".replace(".", ",")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("năng suất đạt 64, tạ/ha", ["đạt 64, tạ"]),
        ("gửi trước ngày tháng cuối quý", ["trước ngày tháng cuối quý"]),
        ("gửi trước ngày 25 tháng cuối quý", []),
        ("tỷ lệ đạt …%", ["đạt …%"]),
        ("tỷ lệ đạt ........ %", ["đạt ........ %"]),
        ("tăng ,5%", [",5%"]),
        ("52 ,5 %", []),
        ("năm 2026, triệu tập họp", []),
    ],
)
def test_forms(text, found):
    assert lost(text) == found


def test_heads_of_tables_need_no_digits():
    source = SourceText("| Chỉ tiêu | đạt % |\n| Lúa | 4,% |")
    assert [needs_no_digits(source, at) for at in (15, source.flat.index("4,"))] == [True, False]


@pytest.mark.parametrize(("text", "lost"), [("tăng 1, điểm %", 1), ("tăng 1,5 điểm %", 0), ("đạt 12, điểm phần trăm", 1), ("loại 1, điểm cao", 0)])  # fmt: skip
def test_digits_of_points(text, lost):
    assert len(lost_digits(SourceText(f"Tỷ lệ thợ lành nghề {text}."))) == lost
