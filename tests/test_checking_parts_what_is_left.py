"""So much done of so much, and what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanh toán 85 tỷ đồng trên dự toán 140 tỷ đồng (60,7%), còn 65 tỷ đồng chưa thanh toán.", ["150 tỷ đồng"]),
        ("Đã sửa 16 trong 25 cầu yếu; còn lại 8 cầu, làm sau mùa lũ.", ["24 cầu"]),
        ("Xử lý 31 vị trí sạt lở trong 40 vị trí đã rà soát (77,5%), 8 vị trí còn lại làm sau.", ["39 vị trí"]),
        ("Dự toán 90 tỷ đồng, đã chi 66 tỷ đồng (73,3%), còn 21 tỷ đồng chưa chi.", ["87 tỷ đồng"]),
        ("Phát hiện 38 hộ có nguy cơ (7,4%), đã di dời 29 hộ, còn 19 hộ sẽ di dời.", ["48 hộ"]),
        ("Kiến nghị thu hồi 18 tỷ đồng, đã thu 14 tỷ đồng (77,8%), còn phải thu 7 tỷ đồng.", ["21 tỷ đồng"]),
        ("Chi 66/90 tỷ đồng (73,3%), còn lại 26 tỷ đồng.", ["92 tỷ đồng"]),
        (
            "Tiếp nhận 810 đơn: trực tiếp 600, qua mạng 210; giải quyết 770 đơn, quá hạn 12; còn 45 đơn trong hạn.",
            ["815 đơn"],
        ),
    ],
)
def test_what_is_left_does_not_make_it_up(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thanh toán 85 tỷ đồng trên dự toán 140 tỷ đồng (60,7%), còn 55 tỷ đồng chưa thanh toán.",
        "Thanh toán 85 tỷ đồng trên dự toán 140 tỷ đồng, còn 12 tỷ đồng vướng mặt bằng.",  # some of it
        "Có 30 trường trên 50 trường đạt chuẩn, còn 8 trường đang đề nghị.",
        "Sửa 14 cầu, thay 22 cống; còn lại 8 cống.",  # other things
        "Nhận 500 đơn, kỳ trước chuyển sang 40 đơn; giải quyết 480 đơn; còn 60 đơn trong hạn.",
        "Giảm 300 hộ nghèo trong năm 2026, còn lại 900 hộ nghèo.",
        "Chi 66/90 tỷ đồng (73,3%), còn lại 24 tỷ đồng.",
        # those under way are neither done nor left
        "Nhận 100 đơn; đã giải quyết 30 đơn, đang giải quyết 19 đơn, chưa giải quyết 51 đơn.",
        "Tiếp nhận 810 đơn; giải quyết 600 đơn, đang giải quyết 170 đơn; còn 40 đơn trong hạn.",
        "Tiếp nhận 810 đơn, đang xác minh 170 đơn; giải quyết 600 đơn; còn 40 đơn trong hạn.",
    ],
)
def test_others_are_left_alone(text):
    assert found(text) == []


@given(st.integers(20, 900), st.integers(20, 900), st.sampled_from([0, 7]))
def test_law_done_and_left_make_up_all(done, left, slip):
    """What is left is what was not done; seven fewer are found."""
    whole = format_number(done + left + slip)
    text = f"Lắp {format_number(done)} đèn trong {whole} đèn phải thay; còn lại {format_number(left)} đèn."
    assert bool(found(text)) == bool(slip)
