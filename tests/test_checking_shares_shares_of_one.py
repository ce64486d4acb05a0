"""Shares beside the parts of one whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def shares(text):
    found = ct.check(ct.Plan(text=text), rules=["fraction-percent"])
    return [str(one.fields["stated"]) for one in found]


FORMS = (
    "Chi {whole} triệu đồng, trong đó tỉnh {a} triệu đồng ({x}%), xã {b} triệu đồng ({y}%), dân {c} triệu đồng ({z}%).",
    "Chi {whole} triệu đồng, gồm tỉnh {a} triệu đồng, chiếm {x}%; xã {b} triệu đồng, chiếm {y}%; dân {c} triệu đồng, chiếm {z}%.",
    "Chi {whole} triệu đồng, gồm:\n- Tỉnh {a} triệu đồng ({x}%);\n- Xã {b} triệu đồng ({y}%);\n- Dân {c} triệu đồng ({z}%).",
)


@given(st.sampled_from(FORMS), st.lists(st.integers(110, 990), min_size=3, max_size=3), st.data())
def test_the_share_that_tells_of_another_whole_is_the_wrong_one(form, tenths, data):
    """Law: shares of one whole are right together; the one that is far off is told, and no other."""
    whole = 2000
    names = dict(zip("abc", (one * whole // 1000 for one in tenths), strict=True), whole=whole)
    right = [f"{one // 10},{one % 10}" for one in tenths]
    assert shares(form.format(**names, **dict(zip("xyz", right, strict=True)))) == []
    at = data.draw(st.integers(0, 2))
    other = data.draw(st.integers(110, 990).filter(lambda one: abs(one - tenths[at]) > 20))
    wrong = f"{other // 10},{other % 10}"
    said = [*right[:at], wrong, *right[at + 1 :]]
    if not any(abs(other * one - 1000 * own) < 2000 for one in tenths for own in tenths):
        assert shares(form.format(**names, **dict(zip("xyz", said, strict=True)))) == [f"{wrong}%"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Nhận 9.000 đơn; đã xét 8.000 đơn, trong đó đúng hạn 7.904 đơn (tỷ lệ {}%), trễ hạn 96 đơn.", "98,8", "48,8"),
        ("Toàn tỉnh có 6.250 trạm phát sóng, trong đó 2.000 trạm 5G, chiếm {}%.", "32,0", "72,0"),
        (
            "Đón 5 triệu lượt khách, tăng 25% so với 4 triệu lượt của năm 2024; trong đó khách quốc tế 1,9 triệu lượt ({}%).",
            "38",
            "18",
        ),
        ("Đón 20 triệu lượt khách, trong đó khách tàu biển 400 nghìn lượt ({}%).", "2,0", "3,2"),
        ("Có 80 xã, trong đó 52 xã đạt chuẩn (chiếm {}%).", "65,0", "25,0"),
        ("Còn 516 hộ nghèo trên 10.320 hộ ({}%).", "5,00", "1,00"),
    ],
)
def test_a_share_far_off_is_told(text, right, wrong):
    assert shares(text.format(right)) == []
    assert shares(text.format(wrong)) == [f"{wrong}%"]


@pytest.mark.parametrize(
    "text",
    [
        "Vốn 500 tỷ đồng, gồm vốn tỉnh 300 tỷ đồng (95%), vốn xã 200 tỷ đồng (80%).",
        "Vốn 500 tỷ đồng, trong đó vốn tỉnh 300 tỷ đồng (95%).",
        "Phí:\n- Bến bãi 600 triệu đồng, chi cho sửa chữa 360 triệu đồng (60%) và chiếu sáng 240 triệu đồng (40%);\nb) Vé 900 triệu đồng (71,0%)",
        "Nhận 12.000 đơn, đã xét 11.400 đơn (95%), đúng hạn 11.286 đơn (99%).",
        "Gieo 500 ha, trong đó lúa 300 ha (98% kế hoạch), ngô 200 ha (85% kế hoạch).",
        "Còn 152 hộ nghèo trên tổng số 7.600 hộ, chiếm 2,0%; trong năm giảm 38 hộ.",
    ],
)
def test_what_is_of_something_else_is_left_alone(text):
    assert shares(text) == []


def test_each_share_is_of_the_nearest_whole_it_may_be_of():
    text = "Đón 600 nghìn lượt, trong đó 15 nghìn lượt khách xa (2,5%); năm 2024: 500 nghìn lượt, khách xa {} nghìn lượt (2,3%)."
    assert shares(text.format("11,5")) == []


SENTENCES = (
    "Chi {whole} triệu đồng, theo nội dung:\n- Đường {a} triệu đồng ({x}%).\n- Cầu {b} triệu đồng ({y}%).\n- Kè {c} triệu đồng ({z}%).",
    "Chi {whole} triệu đồng.\n1. Theo nội dung:\n- Đường {a} triệu đồng ({x}%). Trong đó: nhựa 40; đá 30.\n- Cầu {b} triệu đồng ({y}%).\n- Kè {c} triệu đồng ({z}%).",
    "Chi {whole} triệu đồng, gồm:\n- Đường {a} triệu đồng ({x}%). Trong đó: nhựa 150 triệu đồng (60,0%); đá 100 triệu đồng (40,0%).\n- Cầu {b} triệu đồng ({y}%).\n- Kè {c} triệu đồng ({z}%).",
    "Chi {whole} triệu đồng.\nTheo nguồn:\n+ Tỉnh {a} triệu đồng, chiếm {x}%.\n+ Xã {b} triệu đồng, chiếm {y}%.\n+ Dân {c} triệu đồng, chiếm {z}%.",
)


@given(st.sampled_from(SENTENCES), st.integers(0, 2), st.sampled_from(["21,0", "44,0", "71,0"]))
def test_items_that_are_sentences_are_one_list(form, at, wrong):
    """Law: a full stop behind each item, and what it goes on to say, do not part the shares of a list."""
    names = {"whole": 2000, "a": 250, "b": 640, "c": 1110}
    right = ["12,5", "32,0", "55,5"]
    assert shares(form.format(**names, **dict(zip("xyz", right, strict=True)))) == []
    said = [*right[:at], wrong, *right[at + 1 :]]
    assert shares(form.format(**names, **dict(zip("xyz", said, strict=True)))) == [f"{wrong}%"]


@pytest.mark.parametrize(
    "head", ["Theo nguồn:", "1. Theo nguồn:", "a) Phân theo nguồn vốn:", "Trong đó:", "2.1. Cơ cấu nguồn vốn:"]
)
def test_a_heading_line_leads_to_the_parts_of_the_sentence_above(head):
    text = "Quỹ có 250 triệu đồng.\n{}\n- Tỉnh cấp: 100 triệu đồng (40,0%).\n- Xã cấp: 90 triệu đồng ({}%)."
    assert shares(text.format(head, "36,0")) == []
    assert shares(text.format(head, "63,0")) == ["63,0%"]


@pytest.mark.parametrize(
    "text",
    [
        "Tiến độ giải ngân:\n- Đường: 96 tỷ đồng (80%).\n- Cầu: 84 tỷ đồng (53%).\n- Kè: 60 tỷ đồng (75%).",
        "Số hộ còn nghèo:\n- Xã Đông: 96 hộ (4,0%).\n- Xã Tây: 84 hộ (5,3%).\n- Xã Nam: 60 hộ (2,5%).",
        "Quỹ có 250 triệu đồng.\nMột số việc đã làm:\n- Tập huấn: 100 triệu đồng (40,0%).\n- Kiểm tra: 90 triệu đồng (63,0%).",
        "Quỹ có 250 triệu đồng.\nTheo nguồn:\n- Tỉnh: 100 triệu đồng (40,0%).\n- Xã: 150 triệu đồng (60,0%).\n\n- Đã chi: 90 triệu đồng (63,0%).",
        "Chi 240 tỷ đồng.\n- Đường: 96 tỷ đồng (40,0%). Trong đó: nhựa 36 tỷ đồng (37,5%); đá 60 tỷ đồng (62,5%).\n- Cầu: 84 tỷ đồng (35,0%).\n- Kè: 60 tỷ đồng (25,0%).",
        "Có 90 dự án.\n- Điện: 45 dự án (50%).\n- Nước: 30 dự án (33,3%).\n- Rác: 15 dự án (16,7%).\n- Khởi công: 72 dự án (80%).",
    ],
)
def test_items_of_several_wholes(text):
    assert shares(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the whole ahead of the list, or their sum
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (35%).", ["35%"]),
        ("Đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (30%), kè 250 tỷ đồng (55%).", ["55%"]),
        # what most of three tell, and of two nobody knows
        ("Đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (30%), kè 50 tỷ đồng (15%).", ["15%"]),
        ("Đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (35%).", []),
        ("Đường 100 tỷ đồng (20%).", []),
        # one alone: of what is counted, where the words say that it is part of it, and neither more than half as much again
        ("Có 500 hộ, trong đó 100 hộ (21%) nghèo.", ["21%"]),
        ("Có 500 hộ, trong đó 100 hộ (35%) nghèo.", ["35%"]),
        ("Có 500 hộ, trong đó 100 hộ (45%) nghèo.", []),
        ("Chi 500 tỷ đồng, trong đó đường 100 tỷ đồng (21%).", []),
        ("Chi 500 tỷ đồng, đường 100 tỷ đồng (95%).", []),
        # half of them at least go with the whole
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (35%), kè 70 tỷ đồng (11%).", []),
        (
            "Chi 500 tỷ đồng, gồm đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (30%), kè 70 tỷ đồng (11%), cống 40 tỷ đồng (4%).",
            ["11%", "4%"],
        ),
        # a share of one digit may be rounded up from half of it
        ("Có 1.000 hộ, gồm 900 hộ (90%) khá, 95 hộ (9,5%) vừa, 5 hộ (1%) nghèo.", []),
        # an item without a share ends the list, and so does a line of its own
        ("Chi 500 tỷ đồng, gồm:\n- Đường 100 tỷ đồng (20%).\n- Cầu 150 tỷ đồng (35%).", ["35%"]),
        ("Chi 500 tỷ đồng, gồm:\n- Đường 100 tỷ đồng (20%).\n- Họp dân.\n- Cầu 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm:\n- Đường 100 tỷ đồng (20%).\n- Đã họp dân. Cầu 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm:\n- Đường 100 tỷ đồng (20%).\nCầu 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm:\n- Đường 100 tỷ đồng (20%);\n+ Cầu 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm:\na) Đường 100 tỷ đồng (20%);\nb) Cầu 150 tỷ đồng (35%).", ["35%"]),
        ("Chi 500 tỷ đồng, gồm:\na) Đường 100 tỷ đồng (20%);\n2. Cầu 150 tỷ đồng (35%).", []),
        # what it is only compared with is no whole, what was planned no part
        ("Chi 500 tỷ đồng; cùng kỳ 400 tỷ đồng; gồm đường 100 tỷ đồng (20%), cầu 150 tỷ đồng (35%).", ["35%"]),
        ("Chi 500 tỷ đồng so với 400 tỷ đồng; gồm đường 100 tỷ đồng (25%), cầu 150 tỷ đồng (30%).", ["25%"]),
        ("Kế hoạch 500 tỷ đồng (20%), chi 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng.\n\nĐường 100 tỷ đồng (20%), cầu 150 tỷ đồng (35%).", []),
        # so many of so many may be the whole
        ("Có 450/500 hộ đạt, trong đó 100 hộ (20%) mới, 90 hộ (25%) cũ.", ["25%"]),
        # shares told in two ways, roughly, and of something for each
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng, chiếm 20%; cầu 150 tỷ đồng, chiếm 35%.", ["35%"]),
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng, chiếm 20%; cầu 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng (20%), cầu khoảng 150 tỷ đồng (35%).", []),
        ("Chi 500 tỷ đồng, gồm đường 100 tỷ đồng (20%), nhà 150 triệu đồng/hộ (35%).", []),
    ],
)
def test_which_share_of_a_list_is_odd(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(("women", "told"), [("44,0", False), ("54,0", True)])
@pytest.mark.parametrize(
    "text",
    [
        "Kết nạp 900 đảng viên, trong đó nữ 396 ({}%), dân tộc thiểu số 198 (22,0%).",
        "Kết nạp 900 đảng viên (bình quân 180 đảng viên/năm), trong đó nữ 396 ({}%), dân tộc thiểu số 198 (22,0%).",
    ],
)
def test_bare_numbers_are_of_what_is_counted_ahead_of_them(text, women, told):
    findings = ct.check(ct.Plan(text=text.format(women)), rules=["fraction-percent"])
    assert [one.code for one in findings] == (["fraction-percent"] if told else [])


def test_bare_numbers_of_another_line_are_of_nothing_ahead_of_it():
    text = "Kết nạp 900 đảng viên.\n- Nữ 396 (54,0%), dân tộc thiểu số 198 (22,0%)."
    assert ct.check(ct.Plan(text=text), rules=["fraction-percent"]) == ()
