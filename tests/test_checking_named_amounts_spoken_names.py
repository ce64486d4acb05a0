"""Indicators as tasks speak of them, against the lines that set them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.named_amounts.spoken_names import spoken_name
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU
- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 94%.
- Tỷ lệ hộ nghèo còn 1,4%.
- Tỷ lệ trường đạt chuẩn quốc gia 70%.
- Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt đô thị 95%.
- Tỷ lệ hộ dân nông thôn sử dụng nước sạch theo quy chuẩn 66%.
- Tỷ lệ gia đình văn hóa 91%.
- Trồng rừng tập trung 2.500 ha.
- Tổng vốn đầu tư toàn xã hội 40.000 tỷ đồng.
- Thu hút vốn FDI đăng ký 600 triệu USD.

II. NHIỆM VỤ
1. Sở Y tế
- {}
- Báo cáo kết quả theo quy định.
"""


def codes(task):
    return [finding.code for finding in ct.check(ct.parse_plan(HEAD.format(task)))]


SAID = [
    ("Vận động bà con tham gia bảo hiểm y tế đạt {} dân số.", "94%", "49%"),
    ("Mở rộng đối tượng, phấn đấu {} dân số tham gia bảo hiểm y tế.", "94%", "97%"),
    ("Vận động người dân tham gia BHYT, phấn đấu đạt {}.", "94%", "97%"),
    ("Vận động tham gia bảo hiểm y tế theo hộ gia đình, bảo đảm {} dân số có thẻ khi kết thúc năm.", "94%", "97%"),
    ("Xây dựng {} trường học đạt chuẩn quốc gia.", "70%", "75%"),
    ("Thu gom và xử lý {} chất thải rắn sinh hoạt đô thị.", "95%", "98%"),
    ("Thu gom, xử lý chất thải rắn sinh hoạt đô thị đạt {}.", "95%", "98%"),
    ("Bảo đảm {} hộ dân nông thôn sử dụng nước sạch theo quy chuẩn.", "66%", "60%"),
    ("Vận động {} hộ gia đình đạt danh hiệu gia đình văn hóa.", "91%", "95%"),
    ("Trồng mới {} rừng tập trung.", "2.500 ha", "2.900 ha"),
    ("Huy động {} vốn đầu tư toàn xã hội.", "40.000 tỷ đồng", "44.000 tỷ đồng"),
]


@pytest.mark.parametrize(("task", "right", "wrong"), SAID)
def test_a_task_repeats_the_target(task, right, wrong):
    assert codes(task.format(right)) == []
    assert codes(task.format(wrong)) == ["duplicate-target"]


@pytest.mark.parametrize(
    "task",
    [
        "Kiểm tra 100% trường học đạt chuẩn quốc gia.",
        "Xây dựng thêm 5% trường học đạt chuẩn quốc gia.",
        "Hỗ trợ 100% hộ nghèo, hộ cận nghèo tham gia bảo hiểm y tế.",
        "Cấp thẻ bảo hiểm y tế cho 100% hộ nghèo.",
        "Vận động đoàn viên tham gia bảo hiểm y tế đạt 99%.",
        "Quý I vận động người dân tham gia bảo hiểm y tế đạt 92% dân số.",
        "Tái chế 30% chất thải rắn sinh hoạt đô thị.",
        "Bảo đảm 97% hộ dân nông thôn sử dụng nước hợp vệ sinh.",
        "Trồng mới 400 ha rừng tập trung tại các xã biên giới.",
        "Huy động 3.000 tỷ đồng vốn đầu tư toàn xã hội cho du lịch.",
        "Vận động người dân tham gia bảo hiểm y tế, phấn đấu 100% trạm y tế có bác sĩ.",
        "Rà soát 100% hộ gia đình văn hóa.",
    ],
)
def test_other_things_are_left_alone(task):
    assert codes(task) == []


@given(st.sampled_from(SAID), st.sampled_from(["Tiếp tục ", "Tích cực ", ""]))
def test_law_how_a_task_begins_changes_nothing(said, ahead):
    """Words of zeal before a task neither hide a wrong amount nor make a right one wrong."""
    task, right, wrong = said
    task = ahead + (task[0].lower() + task[1:] if ahead else task)
    assert codes(task.format(right)) == []
    assert codes(task.format(wrong)) == ["duplicate-target"]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("Thu hút {} triệu USD vốn FDI đăng ký.", 1),
        (
            "Mở văn phòng xúc tiến trong quý I, góp phần hoàn thành kế hoạch thu hút {} triệu USD vốn FDI đăng ký của cả năm.",
            1,
        ),
        ("Phấn đấu thu hút {} triệu USD vốn đầu tư trực tiếp nước ngoài đăng ký.", 1),
        ("Hoàn thành chỉ tiêu {} triệu USD vốn FDI đăng ký.", 1),
        ("Thu hút {} triệu USD vốn FDI đăng ký vào khu công nghiệp Sông Hậu.", 0),
        ("Thu hút {} triệu USD vốn FDI đăng ký mới.", 0),
        ("Thu hút thêm {} triệu USD vốn FDI đăng ký.", 0),
        ("Quý I thu hút {} triệu USD vốn FDI đăng ký.", 0),
        ("Lũy kế thu hút {} triệu USD vốn FDI đăng ký.", 0),
        ("Ký biên bản ghi nhớ {} triệu USD vốn FDI đăng ký.", 0),
    ],
)
def test_money_ahead_of_its_name(task, expected):
    assert codes(task.format("660")) == ["duplicate-target"] * expected
    assert codes(task.format("600")) == []


def spoken(text):
    """Return the indicator of the amount of a text with the name it is given; None where the words mean none."""
    source = SourceText(text)
    (hit,) = scan_targets(source)[0]
    found = spoken_name(source, hit, source.flat[: hit.name_end])
    return None if found is None else (found.key, found.name.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind it, around it, ahead of it, in two clauses
        ("Vận động 94% dân số tham gia bảo hiểm y tế.", ("hi", "dân số tham gia bảo hiểm y tế")),
        ("Xây dựng 70% trường đạt chuẩn quốc gia.", ("school_std", "trường đạt chuẩn quốc gia")),
        ("Che phủ rừng 45%.", ("forest", "Che phủ rừng")),
        ("Thu gom, xử lý chất thải rắn sinh hoạt đô thị đạt 95%.", ("waste_urban", "Thu gom, xử lý chất thải rắn sinh hoạt đô thị")),
        # ahead of a colon the words only lead to it; behind it the name ends
        ("Y tế: 94% dân số tham gia bảo hiểm y tế.", ("hi", "dân số tham gia bảo hiểm y tế")),
        ("Vận động 94% dân số tham gia bảo hiểm y tế vào cuối năm.", ("hi", "dân số tham gia bảo hiểm y tế")),
        # sizes and money
        ("Trồng mới 500 ha rừng tập trung.", ("forest_new", "Trồng mới rừng tập trung")),
        ("Hoàn thành chỉ tiêu trồng mới 500 ha rừng tập trung.", ("forest_new", "trồng mới rừng tập trung")),
        ("Cùng nhân dân các xã vùng cao trồng 500 ha rừng tập trung.", None),
        ("Huy động 900 tỷ đồng vốn đầu tư toàn xã hội.", ("invest", "Huy động vốn đầu tư toàn xã hội")),
        ("Huy động 900 tỷ đồng vốn đầu tư toàn xã hội đăng ký mới.", None),
        # so much more, a change, so many of so many, a count, few words
        ("Vận động thêm 94% dân số tham gia bảo hiểm y tế.", None),
        ("Giảm 94% dân số tham gia bảo hiểm y tế.", None),
        ("Đạt 94/100 dân số tham gia bảo hiểm y tế.", None),
        ("Trồng 12 cây rừng tập trung.", None),
        ("Khám 94% dân số.", None),
        ("Đạt 94% số hộ nghèo.", None),
    ],
)  # fmt: skip
def test_the_words_around_an_amount_name_it(text, expected):
    assert spoken(text) == expected
