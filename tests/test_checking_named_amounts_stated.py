"""Which amounts of running text are targets of the plan, and which are of another time, place or part."""

from __future__ import annotations

import pytest
from small_plans import plan

import chitieu as ct
from chitieu.checking.named_amounts.stated import (
    Headings,
    ends_whole,
    goes_on_alone,
    is_stated,
    is_whole,
    without_own_year,
)
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

LINES = """1. Tốc độ tăng trưởng GRDP (giá so sánh 2010) đạt 9,5%.
2. Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93,4%.
3. Tổng lượt khách du lịch đạt 3,6 triệu lượt khách.
4. Kim ngạch xuất khẩu đạt 1.460 triệu USD, tăng 8% so với năm 2025.
5. Tỷ lệ hộ nghèo còn 1,4%.
6. Tỷ lệ che phủ rừng đạt 45%.
7. Giải quyết việc làm cho 20.000 lao động.
8. Thành lập mới 500 doanh nghiệp.
9. GRDP bình quân đầu người đạt 80 triệu đồng.
10. Sản lượng lúa đạt 400.000 tấn.
11. Tỷ lệ lao động qua đào tạo đạt 70%, trong đó có bằng cấp, chứng chỉ đạt 30%."""
BASES = "Căn cứ Nghị quyết số 41/2025/NQ-HĐND ngày 11 tháng 12 năm 2025 của HĐND tỉnh;"


def said(ahead="", work="Trình đề án trước ngày 31/3/2026.", title="Phát triển kinh tế - xã hội năm 2026", lines=LINES):
    """Return how many contradictions a plan has with a text ahead of its lines, or as a task."""
    read = plan(bases=f"{BASES}\n{ahead}", lines=lines, work=f"1. Sở Tài chính\n- {work}", title=title)
    return len(ct.check(read, rules=["duplicate-target"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mở rộng đối tượng, phấn đấu tỷ lệ dân số tham gia bảo hiểm y tế năm 2026 đạt 92,7%.", 1),
        ("Mở rộng đối tượng, phấn đấu tỷ lệ dân số tham gia bảo hiểm y tế năm 2026 đạt 93,4%.", 0),
        ("Phấn đấu đón 3,9 triệu lượt khách du lịch trong năm 2026.", 1),
        ("Phấn đấu cả năm đón 3,9 triệu lượt khách.", 1),
        ("Phấn đấu đón 3,6 triệu lượt khách du lịch.", 0),
        ("Nâng tỷ lệ che phủ rừng lên 46% vào cuối năm 2026.", 1),
        ("Nâng tỷ lệ che phủ rừng lên 48% vào năm 2030.", 0),
        ("Phấn đấu kim ngạch xuất khẩu năm 2026 đạt 1.560 triệu USD.", 1),
        ("Kim ngạch xuất khẩu đạt 1,5 tỷ USD.", 0),  # rounded
        ("Kim ngạch xuất khẩu đạt 1,6 tỷ USD.", 1),
        ("Đến cuối năm 2026 tỷ lệ hộ nghèo còn 1,2%.", 1),
        ("Giải quyết việc làm cho 22.000 lao động.", 1),
        # what the other bound allows
        ("Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 93%.", 0),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 94%.", 1),
        # of another time
        ("Phấn đấu 6 tháng đầu năm đón 1,7 triệu lượt khách.", 0),
        ("Phấn đấu đến năm 2030 tỷ lệ che phủ rừng đạt 48%.", 0),
        ("Quý I năm 2026 thành lập mới 120 doanh nghiệp.", 0),
        ("Trong tháng 3, đón 400 nghìn lượt khách; kim ngạch xuất khẩu đạt 100 triệu USD.", 0),
        ("Vụ đông xuân gieo cấy sớm; sản lượng lúa đạt 200.000 tấn.", 0),
        ("Họp trong tháng 3. Kim ngạch xuất khẩu đạt 1.100 triệu USD.", 1),
        # of a part, a place or a group
        ("Giải quyết việc làm cho 3.000 lao động ở các khu công nghiệp.", 0),
        ("Trong năm 2026, giải quyết việc làm cho 3.000 lao động nông thôn.", 0),
        ("Giải quyết việc làm cho 3.000 lao động thông qua vay vốn.", 0),
        ("Ở vùng đồng bào dân tộc thiểu số, tỷ lệ hộ nghèo còn 5%.", 0),
        ("Thành lập mới 20 doanh nghiệp do phụ nữ làm chủ.", 0),
        ("Đón 500 nghìn lượt khách trong dịp Tết Nguyên đán.", 0),
        ("Xã An Bình giữ tỷ lệ che phủ rừng 60%.", 0),
        ("Huyện Sông Trầu phấn đấu tỷ lệ che phủ rừng đạt 60%.", 0),
        ("Trong ngành du lịch, tỷ lệ lao động qua đào tạo đạt 85%.", 0),
    ],
)
def test_tasks_against_the_lines(text, expected):
    assert said(work=text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. MỤC TIÊU TỔNG QUÁT\nTập trung hoàn thành mục tiêu tốc độ tăng trưởng GRDP 11,5% theo nghị quyết của Hội đồng nhân dân tỉnh.", 1),
        ("I. MỤC TIÊU\nPhấn đấu tốc độ tăng trưởng GRDP năm 2026 đạt 11,5%, đưa tỉnh vào nhóm khá.", 1),
        ("I. QUAN ĐIỂM\nTập trung nguồn lực, phấn đấu tốc độ tăng trưởng GRDP đạt 11,5%; giữ vững quốc phòng.", 1),
        ("Để thực hiện mục tiêu tăng trưởng GRDP 11,5%, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", 1),
        ("I. MỤC TIÊU\nPhấn đấu tốc độ tăng trưởng GRDP đạt 9,5%.", 0),
        ("I. MỤC TIÊU\nPhấn đấu tốc độ tăng trưởng GRDP đạt trên 9%.", 0),
        # results and forecasts
        ("I. KẾT QUẢ NĂM 2025\nTốc độ tăng trưởng GRDP đạt 8,2%. Tỷ lệ hộ nghèo còn 1,9%.\n1. Về xã hội\nTỷ lệ dân số tham gia bảo hiểm y tế đạt 95,0%.", 0),
        ("I. BỐI CẢNH\nTốc độ tăng trưởng GRDP ước đạt 8,2%; tỷ lệ hộ nghèo còn 1,9%.", 0),
        ("I. DỰ BÁO\nTốc độ tăng trưởng GRDP đạt 7%.", 0),
        ("Năm 2025 nhiều khó khăn, tốc độ tăng trưởng GRDP đạt 8,2%; tỷ lệ che phủ rừng đạt 44%.", 0),
        # other times
        ("I. MỤC TIÊU\nHướng tới năm 2030, GRDP bình quân đầu người đạt 120 triệu đồng.", 0),
        ("I. MỤC TIÊU\nBình quân giai đoạn 2026 - 2030, tốc độ tăng trưởng GRDP đạt 10%.", 0),
        # the whole country
        ("I. MỤC TIÊU\nCả nước phấn đấu tốc độ tăng trưởng GRDP đạt 10%.", 0),
    ],
)  # fmt: skip
def test_aims_and_introductions_against_the_lines(text, expected):
    assert said(ahead=text) == expected


def test_the_last_year_is_the_time_of_a_plan_of_several_years():
    lines = "1. Đến năm 2030, tỷ lệ che phủ rừng đạt 45%.\n2. Kim ngạch xuất khẩu 5 năm đạt 6.000 triệu USD."
    title = "Phát triển kinh tế - xã hội 5 năm 2026 - 2030"
    for work, expected in (
        ("Phấn đấu đến năm 2030 tỷ lệ che phủ rừng đạt 46%.", 1),
        ("Phấn đấu đến năm 2030 tỷ lệ che phủ rừng đạt 45%.", 0),
        ("Phấn đấu đến năm 2028 tỷ lệ che phủ rừng đạt 46%.", 0),
        ("Phấn đấu kim ngạch xuất khẩu năm 2030 đạt 1.400 triệu USD.", 0),
    ):
        assert said(work=work, title=title, lines=lines) == expected


@pytest.mark.parametrize(
    ("words", "year", "left"),
    [
        ("tỷ lệ năm 2026 đạt", 2026, "tỷ lệ  đạt"),
        ("tỷ lệ năm 2026 đạt", 2027, "tỷ lệ năm 2026 đạt"),
        ("tỷ lệ năm 2026 đạt", None, "tỷ lệ năm 2026 đạt"),
        ("tháng 6 năm 2026", 2026, "tháng 6 năm 2026"),
        ("tháng 12 năm 2026", 2026, "tháng 12 năm 2026"),
        ("5 năm 2026 - 2030", 2026, "5 năm 2026 - 2030"),
        ("theo giá so sánh 2010 đạt", 2026, "theo  đạt"),
        ("theo giá so sánh năm 2010 đạt", 2026, "theo  đạt"),
        ("chuẩn nghèo đa chiều giai đoạn 2022 - 2025 còn", 2026, " còn"),
        ("theo nghị quyết số 58/2025/qh15 ngày 12, đạt", 2026, "theo , đạt"),
    ],
)
def test_years_that_say_nothing_of_the_time(words, year, left):
    assert without_own_year(words, year) == left


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I. MỤC TIÊU\nĐạt 5%.", False),
        ("I. KẾT QUẢ\nĐạt 5%.", True),
        ("I. KẾT QUẢ\n1. Kinh tế\nĐạt 5%.", True),
        ("I. KẾT QUẢ\n1. Kinh tế\n1.1. Nông nghiệp\nĐạt 5%.", True),
        ("I. KẾT QUẢ\n1. Kinh tế\nII. MỤC TIÊU\nĐạt 5%.", False),
        ("I. MỤC TIÊU\n1. Tình hình\n2. Mục tiêu\nĐạt 5%.", False),
        ("Phần I\nPHẦN THỨ NHẤT: KẾT QUẢ\nA. Kinh tế\nĐạt 5%.", True),
        ("A- KẾT QUẢ\nĐạt 5%.", True),
        ("I. ĐẶC ĐIỂM\nĐạt 5%.", True),
        ("I. ĐẶC ĐIỂM VÀ MỤC TIÊU\nĐạt 5%.", False),
        ("I. KẾT QUẢ THỰC HIỆN MỤC TIÊU\nĐạt 5%.", True),
        ("Điều 1. Đánh giá kết quả\nĐạt 5%.", True),
        ("Điều 1. Đánh giá kết quả\n1. Kinh tế\nĐiều 2. Chỉ tiêu\nĐạt 5%.", False),
        ("PHẦN THỨ NHẤT\nĐÁNH GIÁ TÌNH HÌNH\nĐạt 5%.", True),
        ("PHẦN THỨ HAI\n\nMỤC TIÊU\nĐạt 5%.", False),
        ("II. THỰC HIỆN NHIỆM VỤ NĂM 2025\nĐạt 5%.", True),
        ("II. THỰC HIỆN NHIỆM VỤ NĂM 2026\nĐạt 5%.", False),
        # a heading without a mark is all in capitals, or ends in a colon
        ("KẾT QUẢ\nĐạt 5%.", True),
        ("Kết quả\nĐạt 5%.", False),
        ("Hiện trạng:\nĐạt 5%.", True),
        ("Hiện trạng:\n- Chăn nuôi.\nHướng tới:\nĐạt 5%.", False),
        ("HIỆN TRẠNG\nI. MỤC TIÊU\nĐạt 5%.", False),
        ("I. KẾT QUẢ\n\nVỀ CHĂN NUÔI\nĐạt 5%.", True),
        ("I. KẾT QUẢ NHIỆM KỲ\nVÀ VIỆC PHẢI LÀM\nĐạt 5%.", True),
        # where one stands before the plan begins
        ("I. ĐIỂM XUẤT PHÁT\nĐạt 5%.", True),
        ("I. XUẤT PHÁT ĐIỂM CỦA NĂM 2026\n1. Chăn nuôi\nĐạt 5%.", True),
        ("I. XUẤT PHÁT ĐIỂM VÀ CHỈ TIÊU\nĐạt 5%.", False),
        ("II. HIỆN TRẠNG\nĐạt 5%.", True),
        ("1. Nhìn lại một năm\nĐạt 5%.", True),
        ("Phần I. Khái quát về huyện đảo\nĐạt 5%.", True),
        ("I. NỀN TẢNG BƯỚC VÀO NĂM MỚI\nĐạt 5%.", True),
        ("I. NỀN TẢNG SỐ\nĐạt 5%.", False),
        ("I. CƠ SỞ THỰC TIỄN\nĐạt 5%.", True),
        ("I. THÀNH TỰU NỔI BẬT\nĐạt 5%.", True),
        # a task of somebody is none, a heading with a colon is one
        ("1. Sở Xây dựng: đẩy nhanh tiến độ\nĐạt 5%.", False),
        ("1.2. Sở Xây dựng: đẩy nhanh tiến độ\nĐạt 5%.", False),
        ("I. Ngành xây dựng: đẩy nhanh tiến độ\nĐạt 5%.", True),
        (f"1. Kết quả {'x' * 170}\nĐạt 5%.", False),
    ],
)
def test_headings_over_results(text, told):
    assert Headings.of(SourceText(text), 2026).tell_of_others(text.index("Đạt")) is told


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("II. THỰC HIỆN NHIỆM VỤ NĂM 2025", True),
        ("II. THỰC HIỆN NHIỆM VỤ NĂM 2026", False),
        ("II. THỰC HIỆN NHIỆM VỤ NĂM 2027.", True),
        ("II. NHIỆM VỤ 2024 - 2026", False),
        ("II. NHIỆM VỤ 2025 - 2027", False),
        ("II. NHIỆM VỤ 2026 - 2028", False),
        ("II. NHIỆM VỤ 2024 - 2025", True),
        ("II. NHIỆM VỤ 2027 - 2030", True),
        ("II. NHIỆM VỤ NĂM 2025 VÀ HƯỚNG TỚI", False),
    ],
)
def test_headings_for_another_year(title, other):
    """The years that a heading ends in are those of what stands under it, on all levels; a plan of no year has none."""
    text = f"I. MỞ ĐẦU\n{title}\n1. Kinh tế\nĐạt 5%.\nIII. TỔ CHỨC\nGiao sở."
    for year, expected in ((2026, other), (None, False)):
        headings = Headings.of(SourceText(text), year)
        assert headings.are_of_other_year(text.index("Đạt")) is expected
        assert headings.tell_of_others(text.index("Đạt")) is expected
        assert not headings.are_of_other_year(text.index("MỞ"))
        assert not headings.are_of_other_year(text.index("Giao"))


def test_nothing_is_set_under_results_ahead_of_the_first_target():
    text = "I. KẾT QUẢ\nĐạt 5%.\nII. CHỈ TIÊU\nGiảm 3%."
    headings, at = Headings.of(SourceText(text), 2026), text.index("Đạt")
    assert [headings.tell_ahead(at, first) for first in (at - 1, at, at + 1)] == [False, False, True]
    assert not headings.tell_ahead(text.index("Giảm"), len(text))


def test_a_part_has_its_title_on_the_line_below():
    for ordinal in ("I", "THỨ NHẤT"):
        text = f"Phần {ordinal}\nKết quả của huyện đảo\nĐạt 5%."
        assert Headings.of(SourceText(text), 2026).tell_of_others(text.index("Đạt"))
    text = "Phần I. Việc phải làm\nKết quả của huyện đảo\nĐạt 5%."
    assert not Headings.of(SourceText(text), 2026).tell_of_others(text.index("Đạt"))


def first(text):
    source = SourceText(text)
    return source, scan_targets(source)[0][0]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Đạt 46%", True),
        ("Đạt 46%, ở nông thôn", True),
        ("Đạt 46% trở lên.", True),
        ("Đạt 46% trong năm 2026.", True),
        ("Đạt 46% vào năm 2030.", False),
        ("Đạt 46% ở nông thôn.", False),
        ("Đạt 46% kế hoạch.", False),
        ("Đạt 46% rừng trồng.", False),
        ("Đạt 46% rừng.", True),
        ("Đạt 46% theo nghị quyết của tỉnh.", True),
        ("Đạt 46% được Thủ tướng giao.", False),
    ],
)
def test_what_stands_behind_an_amount(text, alone):
    assert goes_on_alone(*first(text), "tỷ lệ rừng", 2026) is alone


@pytest.mark.parametrize(
    ("text", "stated", "whole"),
    [
        ("Tỷ lệ đạt 46%", True, True),
        ("Trồng cây; tỷ lệ đạt 46%", True, True),
        ("Trong đó, tỷ lệ đạt 46%", False, True),
        ("Riêng năm nay; tỷ lệ đạt 46%", True, True),
        ("So với năm nay, tỷ lệ đạt 46%", False, True),
        ("Hiện nay tỷ lệ đạt 46%", False, True),
        ("Tỷ lệ do đơn vị tự chấm đạt 46%", False, True),
        ("Từ xuất phát điểm thấp, phấn đấu tỷ lệ đạt 46%", True, True),
        ("Thực hiện tỷ lệ đạt 46%", True, True),
        ("Quý I trồng cây; tỷ lệ đạt 46%", False, False),
        ("Quý I trồng cây. Tỷ lệ đạt 46%", False, True),
        ("Quý III trồng cây; tỷ lệ đạt 46%", False, False),
        ("Trồng cây quý III, tỷ lệ đạt 46%", False, False),
        ("- Trồng cây trong quý I.\n- Tỷ lệ đạt 46%", True, True),
        ("Trồng cây trong quý I\nvà quý II, tỷ lệ đạt 46%", False, False),
        ("KẾT QUẢ\nTỷ lệ đạt 46%", True, True),
        ("Quý I trồng cây\nvà tỷ lệ đạt 46%", False, False),
        ("Họp.\nQuý I trồng cây\nvà tỷ lệ đạt 46%", False, False),
        ("Trong quý I\n- Trồng cây,\ntỷ lệ đạt 46%", True, True),
        ("Trong quý I\n\ntỷ lệ đạt 46%", True, True),
        ("Trồng cây quý I:\ntỷ lệ đạt 46%", True, True),
        (f"Trồng cây trong quý I {'x' * 36}\nTỷ lệ đạt 46%", True, True),
        (f"Trồng cây trong quý I {'x' * 38}\nTỷ lệ đạt 46%", False, False),
        ("Kết quả trồng cây\nTỷ lệ đạt 46%", True, True),
        ("Tại xã An Bình, tỷ lệ đạt 46%", True, False),
        ("Các xã giữ tỷ lệ 46%", True, True),
        ("Ở nông thôn, tỷ lệ đạt 46%", True, False),
        ("Trong xây dựng nông thôn mới, tỷ lệ đạt 46%", True, True),
    ],
)
def test_what_stands_before_an_amount(text, stated, whole):
    source, hit = first(text)
    assert is_stated(source, hit, 2026) is stated
    assert is_whole(source, hit, "tỷ lệ", 2026) is whole


def test_a_long_paragraph_is_looked_at_from_nearby():
    text = "Tỷ lệ che phủ rừng đạt 46% " * 400
    source = SourceText(text)
    assert all(is_stated(source, hit, 2026) for hit in scan_targets(source)[0])


@pytest.mark.parametrize(("length", "told"), [(160, True), (161, False)])
def test_a_paragraph_is_no_heading(length, told):
    text = f"1. {'Kết quả'.ljust(length, 'x')}\nĐạt 5%."
    text = text.replace("quảx", "quả ")
    assert Headings.of(SourceText(text), 2026).tell_of_others(text.index("Đạt")) is told


@pytest.mark.parametrize(("filler", "alone"), [(("như",) + ("và",) * 28, False), (("như",) * 2 + ("và",) * 27, True)])
def test_what_stands_far_behind_is_not_asked(filler, alone):
    assert goes_on_alone(*first(f"Đạt 46% {' '.join(filler)} xã"), "tỷ lệ rừng", 2026) is alone


@pytest.mark.parametrize(("words", "reach"), [("Riêng", 300), ("Quý I", 1500)])
@pytest.mark.parametrize("more", [0, 1])
def test_what_stands_far_ahead_is_not_asked(words, reach, more):
    tail = " tỷ lệ đạt 46%"
    source, hit = first(f"{words}{tail}")
    at = hit.start if words == "Riêng" else hit.numeral.start
    source, hit = first(f"{words} {'x' * (reach + more - at - 1)}{tail}")
    assert is_stated(source, hit, 2026) is bool(more)


@pytest.mark.parametrize(("ahead", "whole"), [("1. ", False), ("Họp. ", True), ("Xong. ", True), ("Trồng. ", False)])
def test_a_full_stop_right_at_the_beginning_is_that_of_a_marker(ahead, whole):
    source, hit = first(f"{ahead}Năm 2025 tỷ lệ đạt 46%")
    assert is_whole(source, hit, "tỷ lệ", 2026) is whole


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 92,7% và tỷ lệ che phủ rừng lên 45% trước ngày 31/12/2026.", 1),
        ("Đưa tỷ lệ dân số tham gia bảo hiểm y tế đạt 92,7% đồng thời nâng tỷ lệ che phủ rừng lên 44%.", 2),
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 93,4% và tỷ lệ che phủ rừng lên 45%.", 0),
        # what ends the sentence may be said of both
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 98% và tỷ lệ che phủ rừng lên 47% vào năm 2030.", 0),
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 90% và tỷ lệ che phủ rừng lên 44% trước ngày 30/6/2026.", 0),
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 90% và tỷ lệ học sinh tham gia lên 99% tại xã Tân Phú.", 0),
        ("Nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 90% và tỷ lệ học sinh tham gia lên 99% ở khu vực nông thôn.", 0),
        # the whole year, whenever the work is done
        (
            "Tổ chức hội chợ trong quý III, bảo đảm đạt 1.640 triệu USD kim ngạch xuất khẩu của cả năm.",
            1,
        ),
        ("Xúc tiến thương mại trong quý II, xuất khẩu đạt 640 triệu USD kim ngạch xuất khẩu.", 0),
    ],
)
def test_amounts_joined_in_one_sentence(work, expected):
    assert said(work=work) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A. KẾT QUẢ NĂM 2025\nI. Chăn nuôi\nĐàn ong 300 tổ.\n", True),
        ("A. KẾT QUẢ NĂM 2025\nI. Chăn nuôi\nB. CHỈ TIÊU\nI. Chăn nuôi\nĐàn ong 300 tổ.\n", False),
        ("I. KẾT QUẢ NĂM 2025\nA. Chăn nuôi\nĐàn ong 300 tổ.\n", True),
        ("I. KẾT QUẢ NĂM 2025\nA. Chăn nuôi\nII. CHỈ TIÊU\nA. Chăn nuôi\nĐàn ong 300 tổ.\n", False),
        ("I. CHỈ TIÊU\nA. Kết quả năm trước\nII. NHIỆM VỤ\nĐàn ong 300 tổ.\n", False),
    ],
)
def test_letters_and_roman_numbers_go_by_which_comes_first(text, told):
    """Some plans divide A. into I., others I. into A."""
    assert Headings.of(SourceText(text), 2026).tell_of_others(text.index("300")) is told


@pytest.mark.parametrize(
    ("rest", "by_year", "by_day"),
    [
        (" của tỉnh", True, True),
        (" trong quý III", False, False),
        (" trong quý 4", False, False),
        (" trong tháng 9", False, False),
        (" trong tháng 11", False, False),
        (" trong tháng 12", True, True),
        (" sau 10 tháng", False, False),
        (" sau 12 tháng", True, True),
        (" tại xã An Bình", False, False),
        (" tại các xã", True, True),
        (" của phụ nữ", False, False),
        (" vào năm 2030", False, False),
        (" trong năm 2026", True, True),
        (", tương ứng 30 hộ", False, False),
        # by when something is done says when an amount is reached, unless it is that of the whole; the year ends in December
        (" trước ngày 30/6/2026", False, True),
        (" trước ngày 30/6", False, True),
        (" đến ngày 31/12/2026", True, True),
        (" đến ngày 30/12", False, True),
        (" trước ngày 20/12/2026", True, True),
        (" trước 20/12", True, True),
        (" đến ngày 31/10", False, True),
        # parts and other sentences behind it
        (", trong đó quý I 30%", True, True),
        (" (riêng quý I 30%, quý II 40%)", True, True),
        ("; quý I họp", True, True),
        (". Quý I họp", True, True),
    ],
)
def test_what_ends_a_sentence(rest, by_year, by_day):
    source = SourceText(f"Đạt 46%{rest}")
    assert ends_whole(source, 7, 2026) is by_year
    assert ends_whole(source, 7, 2026, by_day=True) is by_day
