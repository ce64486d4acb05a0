"""Means behind their total, of heads counted in another sentence. Covers `ratios.people_told` too."""

from __future__ import annotations

import re

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Phục vụ 2 triệu lượt khách. Doanh thu 3.000 tỷ đồng, bình quân {} triệu đồng/lượt khách.", "1,5", "1,8"),
        ("1. Tổng chi 900 tỷ đồng; bình quân {} triệu đồng/người.\n2. Dân số 300.000 người.", "3,0", "3,9"),
        (
            "1. Dân số trung bình 500 nghìn người.\n2. Sản lượng ngũ cốc 200 nghìn tấn; bình quân {} kg/người.",
            "400",
            "470",
        ),
        (
            "1. Dân số 300.000 người.\n2. Tổng chi 900 tỷ đồng (chưa gồm trả nợ), bình quân {} triệu đồng/người dân.",
            "3,0",
            "4,0",
        ),
        ("Toàn tỉnh có 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân {} tỷ đồng/hợp tác xã.", "2,0", "2,4"),
    ],
)
def test_a_mean_of_heads_elsewhere(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Hỗ trợ 12 tỷ đồng, bình quân 30 triệu đồng/người.\n2. Dân số 300.000 người.",
        "1. Tổng chi 900 tỷ đồng, chi y tế 300 tỷ đồng; bình quân 2 triệu đồng/người.\n2. Dân số 300.000 người.",
        "Phục vụ 2 triệu lượt khách. Riêng doanh thu phòng 3.000 tỷ đồng, bình quân 2 triệu đồng/lượt khách.",
        "1. Thu 900 tỷ đồng, bình quân 75 tỷ đồng/tháng.\n2. Dân số 300.000 người.",
        "I. KẾT QUẢ NĂM 2025\n1. Dân số 300.000 người.\nII. MỤC TIÊU\n1. Tổng chi 900 tỷ đồng, bình quân 2 triệu đồng/người.",
        "1. Tổng chi 900 tỷ đồng, bình quân 3,9 triệu đồng/người.\n2. Dân số nông thôn 230.000 người.",
    ],
)
def test_heads_that_are_not_meant(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("1. Dân số 500.000 người.\n2. Rác thải 400 tấn/ngày (khoảng {} kg/người/ngày).", "0,80", "0,88"),
        ("1. Dân số 500.000 người.\n2. Cấp nước 60.000 m3/ngày đêm, đạt {} lít/người/ngày đêm.", "120", "140"),
        (
            "1. Dân số 500.000 người.\n2. Điện thương phẩm 900 triệu kWh, tương đương {} kWh/người/năm.",
            "1.800",
            "1.300",
        ),
        ("1. Dân số 500.000 người.\n2. Thư viện có 300.000 bản sách, bằng {} bản/người dân.", "0,6", "0,9"),
        ("1. Có 20.400 hộ với 500.000 nhân khẩu.\n2. Rác thải 400 tấn/ngày (khoảng {} kg/người/ngày).", "0,80", "0,88"),
        ("1. Gồm 90 khu phố, 20.400 hộ dân, 500.000 khẩu.\n2. Đất ở 1.500 ha ({} m2/người).", "30", "34"),
    ],
)
def test_a_rate_right_behind_its_total(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Dân số 500.000 người.\n2. Hỗ trợ 90 tấn gạo (15 kg/người).",
        "1. Dân số 500.000 người.\n2. Cấp 4.000 tấn gạo cho vùng lũ; định mức 10 kg/người.",
        "1. Dân số 500.000 người.\n2. Quỹ 900 tỷ đồng (2,5 triệu đồng/người).",
        "1. Dân số đô thị 300.000 người.\n2. Rác thải 400 tấn/ngày (0,88 kg/người/ngày).",
        "1. Thôn Đoài có 2.400 hộ với 9.600 nhân khẩu.\n2. Rác thải 8 tấn/ngày (0,70 kg/người/ngày).",
        "1. Có 2.400 hộ nghèo với 9.600 nhân khẩu.\n2. Rác thải 8 tấn/ngày (0,70 kg/người/ngày).",
        "1. Có 2.400 hộ với 9.600 nhân khẩu; sau mở rộng có 2.000 hộ với 8.000 nhân khẩu.\n2. Rác thải 8 tấn/ngày (1,00 kg/người/ngày).",
        "1. Có 2.400 hộ với 9.600 nhân khẩu bị ảnh hưởng.\n2. Rác thải 8 tấn/ngày (0,70 kg/người/ngày).",
    ],
)
def test_a_rate_behind_what_is_of_others(text):
    assert codes(text) == []


DESCRIBED = (
    "KẾ HOẠCH\nBảo vệ môi trường năm 2027\nI. {heading}\n- Có 20.400 hộ với 500.000 nhân khẩu.\n"
    "II. MỤC TIÊU\n1. Rác thải {tons} tấn/ngày (khoảng 0,80 kg/người/ngày).\n"
)


def of_plan(text):
    return [finding.code for finding in ct.check(ct.parse_plan(text), rules=["per-head"])]


@pytest.mark.parametrize(
    "heading", ["ĐẶC ĐIỂM TÌNH HÌNH", "TÌNH HÌNH ĐỊA BÀN (số liệu đến ngày 31/12/2026)", "BỐI CẢNH"]
)
def test_the_people_of_the_place_are_those_of_the_plan(heading):
    """What describes the place is what a plan works with; in a year the people may be a little more."""
    assert of_plan(DESCRIBED.format(heading=heading, tons=400)) == []
    assert of_plan(DESCRIBED.format(heading=heading, tons=410)) == []
    assert of_plan(DESCRIBED.format(heading=heading, tons=450)) == ["per-head"]


@pytest.mark.parametrize(
    "heading", ["KẾT QUẢ NĂM 2026", "ĐẶC ĐIỂM TÌNH HÌNH (số liệu đến ngày 31/12/2019)", "BỐI CẢNH NĂM 2019"]
)
def test_people_of_results_or_of_long_ago_are_not(heading):
    assert of_plan(DESCRIBED.format(heading=heading, tons=450)) == []


SPENT = "Tổng chi của xã 96 tỷ đồng. {} 12 nghìn người là {} triệu đồng/người."


@pytest.mark.parametrize(
    "words",
    ["Bình quân chi của xã trên dân số trung bình", "Tính bình quân trên dân số", "Bình quân chi cho"],
)
def test_a_sentence_that_tells_the_heads_and_the_mean_of_the_total_before_it(words):
    assert codes(SPENT.format(words, "8,0")) == []
    assert codes(SPENT.format(words, "9,0")) == ["per-head"]
    assert codes(SPENT.format(words, "17,0")) == []  # so far off it may be of something else


@pytest.mark.parametrize(
    "text",
    [
        # heads that are some, totals that are a change, and sentences that do not put one over the other
        SPENT.format("Bình quân chi trên dân số tăng thêm", "9,0"),
        SPENT.format("Hỗ trợ cho", "9,0"),
        "Tổng chi của xã tăng 96 tỷ đồng. Bình quân chi trên dân số 12 nghìn người là 9,0 triệu đồng/người.",
        "Tổng chi của xã 96 tỷ đồng, tổng thu 108 tỷ đồng. Bình quân thu trên dân số 12 nghìn người là 9,0 triệu đồng/người.",
    ],
)
def test_what_the_sentence_before_does_not_tell(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 1,83 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 1,84 triệu đồng/người.", "900 tỷ đồng over 500.000 người make 1,80 triệu đồng/người"),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 3,6 triệu đồng/người.", "900 tỷ đồng over 500.000 người make 1,80 triệu đồng/người"),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 3,7 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 0,90 triệu đồng/người.", "900 tỷ đồng over 500.000 người make 1,80 triệu đồng/người"),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 0,89 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi trên 900 tỷ đồng; bình quân 1,9 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 - 950 tỷ đồng; bình quân 1,5 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân trên 1,9 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi tăng 900 tỷ đồng; bình quân 1,9 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Giải ngân 900 tỷ đồng; bình quân 1,9 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng cho 450.000 người; bình quân 1,9 triệu đồng/người.", "900 tỷ đồng over 450.000 người make 2,00 triệu đồng/người"),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 1,9 triệu đồng/người, tính trên 450.000 người.", "900 tỷ đồng over 450.000 người make 2,00 triệu đồng/người"),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng. Thu bình quân 1,9 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người.\n2. Tổng chi 900 tỷ đồng. Thu 60 tỷ đồng, bình quân 0,19 triệu đồng/người.", "60 tỷ đồng over 500.000 người make 0,12 triệu đồng/người"),
        ("1. Dân số 500.000 người; dân số 520.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 1,73 triệu đồng/người.", ""),
        ("1. Dân số 500.000 người; dân số 520.000 người.\n2. Tổng chi 900 tỷ đồng; bình quân 1,9 triệu đồng/người.", "900 tỷ đồng over 520.000 người make 1,73 triệu đồng/người"),
        ("Có 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,02 tỷ đồng/hợp tác xã.", ""),
        ("Có 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,03 tỷ đồng/hợp tác xã.", "800 tỷ đồng over 400 hợp tác xã make 2,00 tỷ đồng/hợp tác xã"),
        ("Có 400 hợp tác xã. Doanh thu khoảng 800 tỷ đồng, bình quân 2,04 tỷ đồng/hợp tác xã.", ""),
        ("Có 400 hợp tác xã. Doanh thu khoảng 800 tỷ đồng, bình quân 2,05 tỷ đồng/hợp tác xã.", "800 tỷ đồng over 400 hợp tác xã make 2,00 tỷ đồng/hợp tác xã"),
        ("Có trên 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Thành lập mới 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Giảm 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Có 400 hợp tác xã, trong đó 90 hợp tác xã mới. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", "800 tỷ đồng over 400 hợp tác xã make 2,00 tỷ đồng/hợp tác xã"),
        ("Có 400 hợp tác xã, 90 hợp tác xã cũ. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
    ],
)  # fmt: skip
def test_how_far_off_a_mean_is_and_of_what(text, told):
    """Two hundredths are none of people, one of other heads, and what digits explain; twice the mean is the most."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told


HEADS_TOLD = "96 tỷ đồng over 12 nghìn người make 8,00 triệu đồng/người"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # heads that the same sentence counts behind the mean are meant, and no others
        ("1. Dân số 500.000 người.\n2. Chi 900 tỷ đồng; bình quân 1,9 triệu đồng/người, cho 100 lớp, tính trên 450.000 người.", "900 tỷ đồng over 450.000 người make 2,00 triệu đồng/người"),
        # so many out of more, a range, none, or behind the mean: not all there are
        ("Có 300/400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Có 350 - 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Có 0 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã.", ""),
        ("Có 1 hợp tác xã. Doanh thu 8,0 tỷ đồng, bình quân 9,0 tỷ đồng/hợp tác xã.", "8,0 tỷ đồng over 1 hợp tác xã make 8,00 tỷ đồng/hợp tác xã"),
        ("Doanh thu 800 tỷ đồng, bình quân 2,3 tỷ đồng/hợp tác xã. Có 400 hợp tác xã.", ""),
        # a mean of land is left to where its crop is told, and what words make one has no heads of its own
        ("Có 300 ha lúa. Thóc 1.800 tấn, bình quân 50 tạ/ha.", ""),
        ("Có 300 ha hoa. Chi 1.800 triệu đồng, bình quân 5 triệu đồng/ha.", "1.800 triệu đồng over 300 ha make 6,00 triệu đồng/ha"),
        ("Dân số 300.000 người. Tổng chi 900 tỷ đồng, bình quân đầu người 3,9 triệu đồng/năm.", ""),
        # by the year
        ("1. Dân số 500.000 người.\n2. Chi 95 tỷ đồng, bình quân 200 nghìn đồng/người/năm.", "95 tỷ đồng over 500.000 người make 190,00 nghìn đồng/người/năm"),
        ("1. Dân số 500.000 người.\n2. Điện 800 triệu kWh (1,5 nghìn kWh/người).", "800 triệu kWh over 500.000 người make 1,60 nghìn kWh/người"),
        # a mean that opens the text has no total ahead of it
        ("Bình quân 3,9 triệu đồng/người, tổng chi 900 tỷ đồng.\nDân số 300.000 người.", ""),
        # a sentence that tells the heads: of the whole in the sentence before it, if there is only one
        ("Xã có 4 thôn. Tổng chi của xã 96 tỷ đồng, trong đó chi y tế 30 tỷ đồng. Bình quân chi cho 12 nghìn người là 9,0 triệu đồng/người.", HEADS_TOLD),
        ("Xã thu 100 tỷ đồng. Tổng chi của xã 96 tỷ đồng. Bình quân chi cho 12 nghìn người là 9,0 triệu đồng/người.", HEADS_TOLD),
        ("Tổng chi của xã 96 tỷ đồng. Bình quân chi cho 12 nghìn người. Thu là 9,0 triệu đồng/người.", ""),
        ("Tổng chi của xã 96 tỷ đồng. Bình quân chi cho 12 nghìn người là trên 9,0 triệu đồng/người.", ""),
        ("Tổng chi của xã 96 tỷ đồng. Bình quân chi cho trên 12 nghìn người là 9,0 triệu đồng/người.", ""),
        ("Bình quân chi cho 12 nghìn người là 9,0 triệu đồng/người.", ""),
        ("Sản lượng của xã 96 nghìn tạ. Bình quân thóc cho 12 nghìn ha là 9,0 tạ/ha.", ""),
        ("Tổng chi của xã 96 tỷ đồng. Bình quân chi cho 12 nghìn hộ là 9,0 triệu đồng/người.", ""),
        # an amount that other words have worked out already is told once
        ("Dân số 12.000 người. Tổng chi của xã 96 tỷ đồng cho 12.000 người, bình quân 9,0 triệu đồng/người.", "96 tỷ đồng over 12.000 người make 8,00 triệu đồng/người"),
    ],
)  # fmt: skip
def test_whose_heads_and_which_total_are_meant(text, told):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["per-head"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told


WASTE = "1. {}.\n2. Rác thải 400 tấn/ngày ({} kg/người/ngày)."


@pytest.mark.parametrize(
    ("people", "of"),
    [
        ("Dân số khoảng 500.000 người", "500.000 người"),
        # people that are told by their number, and not those of some place
        ("Dân số 500.000 người; có 20.400 hộ với 450.000 nhân khẩu", "500.000 người"),
        ("Có 20.400 hộ với 500.000 nhân khẩu (trong đó 90.000 trẻ em)", "500.000 nhân khẩu"),
        ("Có 20.400 hộ với 500.000 nhân khẩu; 90 hộ nghèo", "500.000 nhân khẩu"),
        ("Hộ nghèo: 90 hộ; có 20.400 hộ với 500.000 nhân khẩu", "500.000 nhân khẩu"),
        ("Có 20.400 hộ với 500.000 nhân khẩu; có 20.000 hộ với 500.000 nhân khẩu", "500.000 nhân khẩu"),
        ("Có 20.400 hộ với 500.000 nhân khẩu, trong đó có 90.000 trẻ em", ""),
        ("Có 20.400 hộ với 500.000 nhân khẩu; có 20.000 hộ với 480.000 nhân khẩu", ""),
        ("Có 500.000 nhân khẩu", ""),
        # none, no people, a bound, a change, a range, some of more
        ("Dân số 0 người", ""),
        ("Dân số 500.000 hộ", ""),
        ("Dân số trên 500.000 người", ""),
        ("Dân số tăng 500.000 người", ""),
        ("Dân số 480.000 - 500.000 người", ""),
        ("Dân số 400.000/500.000 người", ""),
    ],
)
def test_which_people_a_text_tells(people, of):
    """Of the people of a text the mean is right or wrong; where none are told, nothing is said of it."""
    told = f"400 tấn/ngày over {of} make 0,80 kg/người/ngày"
    assert codes(WASTE.format(people, "0,80")) == []
    findings = ct.check(ct.Plan(text=WASTE.format(people, "0,88")), rules=["per-head"])
    assert [finding.message.rpartition(", but ")[2] for finding in findings] == ([told] if of else [])


@pytest.mark.parametrize(("people", "found"), [("999", 0), ("1.000", 1)])
def test_a_thousand_people_are_a_place(people, found):
    text = f"1. Có 240 hộ với {people} nhân khẩu.\n2. Rác thải 800 kg/ngày (0,88 kg/người/ngày)."
    assert codes(text) == ["per-head"] * found
