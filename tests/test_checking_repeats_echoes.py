"""Amounts of the text that say again, in other words, what indicator lines and other tasks say.

Covers `repeats.lines` and `repeats.text_amounts` too.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU
- {}.

II. NHIỆM VỤ
1. Sở Y tế
- Báo cáo kết quả theo quy định.
- {}
"""
TASKS = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU
- Tỷ lệ che phủ rừng: 42,5%.

II. NHIỆM VỤ
1. Sở Y tế: {}
2. UBND các xã, phường: {}
"""


def codes(line, task):
    return [one.code for one in ct.check(ct.parse_plan(HEAD.format(line, task)), rules=["duplicate-target"])]


AGAIN = [
    ("Tỷ lệ hộ nghèo còn 1,2%", "Rà soát nguyên nhân từng hộ, kéo tỷ lệ nghèo toàn tỉnh xuống {}%.", "1,2", "1,6"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế: 95,5%", "Mở thêm đại lý, vận động {}% người dân có thẻ BHYT.", "95,5", "93,5"),
    ("Số bác sĩ trên vạn dân: 11,5 bác sĩ", "Thu hút bác sĩ về tuyến xã, đạt {} bác sĩ/10.000 dân.", "11,5", "12,5"),
    ("Tỷ lệ giải ngân vốn đầu tư công: trên 95%", "Rà soát từng dự án, đến 31/12/2026 giải ngân trên {}% vốn ĐTC.", "95", "90"),
    ("Tỷ lệ thôn, khu phố có nhà văn hóa: 88%", "Bố trí quỹ đất để {}% thôn, khu phố có nhà văn hóa.", "88", "84"),
    ("Kiên cố hóa 60 km kênh mương nội đồng", "Huy động nhân công, cả năm kiên cố {} km kênh mương nội đồng.", "60", "66"),
    ("Diện tích lúa chất lượng cao: 62.000 ha", "Nhân rộng quy trình, cả năm gieo sạ {} ha giống lúa chất lượng cao.", "62.000", "66.000"),
    ("Xây mới 15 nhà văn hóa thôn", "Bố trí đất, hoàn thành {} nhà văn hóa thôn trước ngày 20/12/2026.", "15", "19"),
    ("Đào tạo nghề cho 18.000 lao động", "Tuyển sinh theo địa chỉ, cả năm đào tạo nghề cho {} người.", "18.000", "21.000"),
    ("Tỷ lệ lấp đầy các khu công nghiệp 72%", "Ban Quản lý các khu công nghiệp gỡ vướng, nâng tỷ lệ lấp đầy KCN lên {}%.", "72", "79"),
    ("Hoàn thành 1.250 căn nhà ở xã hội", "Bàn giao {} căn NƠXH cho công nhân.", "1.250", "1.520"),
    ("Thu nhập bình quân đầu người: 68 triệu đồng/năm", "Nâng mức thu nhập của người dân lên {} triệu đồng/người/năm.", "68", "73"),
    ("Số bác sĩ trên vạn dân: 11,5 bác sĩ", "Đào tạo theo địa chỉ, có {} bác sĩ cho mỗi vạn dân.", "11,5", "12,5"),
    ("GRDP tăng 9,5%", "Xây dựng kịch bản từng quý, bảo đảm tốc độ tăng trưởng GRDP cả năm 2026 đạt {}%.", "9,5", "9,1"),
    ("Lũy kế có 64 xã đạt chuẩn nông thôn mới", "Đến cuối năm 2026 toàn tỉnh có {} xã đạt chuẩn NTM.", "64", "46"),
    ("Sản lượng lúa: 1,2 triệu tấn", "Né hạn mặn, thu hoạch đủ {} tấn lúa trong ba vụ.", "1.200.000", "1.300.000"),
    ("Chỉ số cải cách hành chính (PAR INDEX): thuộc nhóm 12 tỉnh dẫn đầu", "Giữ PAR INDEX trong tốp {} cả nước.", "12", "20"),
    ("Tỷ lệ che phủ rừng 42,5%", "Kiểm lâm tuần tra, giữ tỷ lệ che phủ rừng ổn định ở mức {}%.", "42,5", "45,2"),
    ("Tổng mức bán lẻ hàng hóa tăng 12%", "Kích cầu, đưa tổng mức bán lẻ hàng hóa tăng {}% so với năm 2025.", "12", "14"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "task", "right", "wrong"), AGAIN)
def test_a_task_says_a_line_again(line, task, right, wrong):
    assert codes(line, task.format(right)) == []
    assert codes(line, task.format(wrong)) == ["duplicate-target"]


def test_lines_and_brackets_say_what_the_catalogue_knows():
    lines = "Tổng vốn đầu tư toàn xã hội 8.000 tỷ đồng.\n- Vốn đầu tư công 2.000 tỷ đồng, khoảng 25% tổng vốn đầu tư toàn xã hội ({} tỷ đồng)"
    for value, expected in (("8.000", []), ("8.900", ["duplicate-target"])):
        assert codes(lines.format(value), "Tổng hợp.") == expected
    lines = "Lối sống khỏe: {}% dân số tập luyện thể dục, thể thao thường xuyên.\n- Tỷ lệ người tập luyện thể dục, thể thao thường xuyên: 41%"
    for value, expected in (("41", []), ("44", ["duplicate-target"])):
        assert codes(lines.format(value), "Tổng hợp.") == expected


def test_what_the_year_brings_is_none_of_what_there_is():
    line = "Công nhận mới 5 xã đạt chuẩn nông thôn mới.\n- Lũy kế có 64 xã đạt chuẩn nông thôn mới"
    assert codes(line, "Công nhận mới 5 xã đạt chuẩn NTM; cuối năm 2026 có 64 xã đạt chuẩn NTM.") == []


@pytest.mark.parametrize(
    ("line", "task"),
    [
        # a part of what is counted, done by one of several
        ("Trồng mới 1.500 ha rừng tập trung", "Ban quản lý rừng phòng hộ trồng 300 ha rừng tập trung."),
        ("Xây mới 15 nhà văn hóa thôn", "Hoàn thành 6 nhà văn hóa thôn."),
        # another deed
        ("Xây mới 15 nhà văn hóa thôn", "Sửa chữa 40 nhà văn hóa thôn."),
        ("Hoàn thành 1.250 căn nhà ở xã hội", "Khởi công 3.600 căn nhà ở xã hội."),
        ("Thành lập mới 30 hợp tác xã", "Củng cố 45 hợp tác xã yếu kém."),
        # another group, place, time or part
        (
            "Tỷ lệ dân số tham gia bảo hiểm y tế: 95,5%",
            "Tại các xã biên giới, bảo đảm 100% người dân có thẻ bảo hiểm y tế.",
        ),
        ("Tỷ lệ thôn, khu phố có nhà văn hóa: 88%", "Đến năm 2030, 100% thôn, khu phố có nhà văn hóa."),
        ("Tỷ lệ thôn, khu phố có nhà văn hóa: 88%", "Trong quý II, 86% thôn, khu phố có nhà văn hóa."),
        ("Tỷ lệ giải ngân vốn đầu tư công: trên 95%", "Đến hết quý II giải ngân trên 50% vốn đầu tư công."),
        ("Tỷ lệ phòng học kiên cố: 92%", "Tỷ lệ phòng học kiên cố bậc mầm non đạt 85%."),
        ("Thu ngân sách nhà nước trên địa bàn: 14.500 tỷ đồng", "Điều hành thu ngân sách địa phương 19.800 tỷ đồng."),
        ("Đào tạo nghề cho 18.000 lao động", "Trong 6 tháng đầu năm đào tạo nghề cho 19.000 người."),
    ],
)
def test_what_is_of_something_else_is_left_alone(line, task):
    assert codes(line, task) == []


WHOLE = [
    # who follows a target up, or divides it, speaks of all of it
    ("Giải quyết việc làm cho 41.000 lao động", "Theo dõi tiến độ giải quyết việc làm cho {} lao động.", "41.000", "26.000"),
    ("Giải quyết việc làm cho 41.000 lao động", "Hoàn thành chỉ tiêu giải quyết việc làm cho {} lao động.", "41.000", "26.000"),
    ("Chi đầu tư phát triển: 5.120 tỷ đồng", "Phân bổ {} tỷ đồng chi đầu tư phát triển cho các chủ đầu tư trước ngày 31/01/2026.", "5.120", "3.900"),
    # one digit told otherwise
    ("Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng", "Thu ngân sách nhà nước trên địa bàn đạt {} tỷ đồng.", "17.640", "14.640"),
    ("Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng", "Chống thất thu, phấn đấu thu đạt {} tỷ đồng.", "17.640", "12.000"),
    ("Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng", "Bảo đảm thu ngân sách nhà nước cả năm không thấp hơn {} tỷ đồng.", "17.640", "15.640"),
    # parts behind it, and days of other clauses, are none of its own
    ("Hoàn thành 1.250 căn nhà ở xã hội", "Hoàn thành {} căn nhà ở xã hội, riêng 6 tháng đầu năm đạt 400 căn.", "1.250", "1.520"),
    ("Tỷ lệ trường đạt chuẩn quốc gia: 66,5%", "Tuyển đủ giáo viên trước ngày 31 tháng 8 năm 2026, duy trì trường đạt chuẩn quốc gia ở mức {}%.", "66,5", "65,5"),
    # said by the unit alone, or by the clause before
    ("Đạt 29,5 giường bệnh/vạn dân", "Khám cho 100% người cao tuổi; duy trì {} giường bệnh/vạn dân.", "29,5", "27,5"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế: 95,5%", "Vận động người dân tham gia bảo hiểm y tế, bảo đảm tỷ lệ bao phủ {}% dân số.", "95,5", "85,5"),
    ("Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP): 8,5%", "Điều hành linh hoạt, bám mục tiêu tăng GRDP {}%.", "8,5", "9,5"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "task", "right", "wrong"), WHOLE)
def test_a_task_speaks_of_the_whole(line, task, right, wrong):
    """A smaller amount is no part where the words, or its digits, say that the whole is meant."""
    assert codes(line, task.format(right)) == []
    assert codes(line, task.format(wrong)) == ["duplicate-target"]


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("Giải quyết việc làm cho 41.000 lao động", "Cho vay vốn giải quyết việc làm cho 6.500 lao động."),
        (
            "Giải quyết việc làm cho 41.000 lao động",
            "Ban Quản lý các khu công nghiệp hoàn thành chỉ tiêu giải quyết việc làm cho 6.500 lao động.",
        ),
        ("Chi đầu tư phát triển: 5.120 tỷ đồng", "Phân bổ 900 tỷ đồng chi đầu tư phát triển cho giao thông."),
        ("Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng", "Đấu giá đất, phấn đấu thu đạt 900 tỷ đồng."),
        (
            "Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng, trong đó thu nội địa 15.200 tỷ đồng",
            "Chống thất thu, phấn đấu thu đạt 15.200 tỷ đồng.",
        ),
        ("Thu ngân sách nhà nước trên địa bàn: 17.640 tỷ đồng", "Bảo đảm thu ngân sách nhà nước trên 17.000 tỷ đồng."),
        ("Đạt 29,5 giường bệnh/vạn dân", "Khu vực đô thị đạt 41,5 giường bệnh/vạn dân."),
    ],
)
def test_a_part_stays_a_part(line, task):
    assert codes(line, task) == []


def tasks(one, other):
    return [found.code for found in ct.check(ct.parse_plan(TASKS.format(one, other)), rules=["duplicate-target"])]


HALLS = "Tỷ lệ thôn, khu phố có nhà văn hóa: 88%"
WOODS = "Trồng mới 1.500 ha rừng tập trung"
COMMUNES = "Lũy kế có 64 xã đạt chuẩn nông thôn mới"


@pytest.mark.parametrize(
    ("line", "task", "found"),
    [
        # of another time: said ahead of it, right before the number, or behind it
        (HALLS, "Bố trí quỹ đất để 84% thôn, khu phố có nhà văn hóa.", True),
        (HALLS, "Năm 2026, 84% thôn, khu phố có nhà văn hóa.", True),
        (HALLS, "Năm 2025, 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "Đã có 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "Dự kiến 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "84% thôn, khu phố có nhà văn hóa trong quý III.", False),
        (HALLS, "84% thôn, khu phố có nhà văn hóa trong tháng 10.", False),
        (HALLS, "Sau 11 tháng, 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "84% thôn, khu phố có nhà văn hóa đến 30/6.", False),
        (HALLS, "84% thôn, khu phố có nhà văn hóa đến 31/12.", True),
        # of a place or a part
        (HALLS, "Đối với các xã, 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "Thôn có sân chơi, riêng 84% thôn, khu phố có nhà văn hóa.", False),
        (HALLS, "84% thôn, khu phố có nhà văn hóa, trong đó vùng cao 70%.", True),
        # of one agency, which may do a part, if it does not see to the whole
        (WOODS, "Mỗi xã trồng 1.600 ha rừng tập trung.", False),
        (WOODS, "Ban quản lý rừng trồng 1.600 ha rừng tập trung.", True),
        (WOODS, "Ban quản lý rừng theo dõi việc trồng 1.300 ha rừng tập trung.", False),
        (WOODS, "Theo dõi việc trồng 1.300 ha rừng tập trung.", True),
        (WOODS, "Theo dõi việc trồng 1.300 ha rừng tập trung cho hộ nghèo.", False),
        (WOODS, "Theo dõi việc trồng 1.300 ha rừng tập trung cho các xã.", True),
        (WOODS, "Cả năm trồng 900 ha rừng tập trung.", True),
        # all there are, and those of the year
        (COMMUNES, "Cuối năm có 66 xã đạt chuẩn NTM.", True),
        (COMMUNES, "Lũy kế 66 xã đạt chuẩn NTM.", True),
        (COMMUNES, "Có 66 xã đạt chuẩn NTM.", False),
        ("Công nhận mới 5 xã đạt chuẩn nông thôn mới", "Công nhận mới 6 xã đạt chuẩn NTM.", True),
        ("Công nhận mới 5 xã đạt chuẩn nông thôn mới", "Công nhận 6 xã đạt chuẩn NTM.", False),
        ("Công nhận mới 5 xã đạt chuẩn nông thôn mới", "Hết năm có 6 xã đạt chuẩn NTM.", False),
        # a clause that only says how large those are
        ("Khởi công 12 khu chợ", "Khởi công 12 khu chợ, quy mô 300 quầy.", False),
    ],
)
def test_of_what_a_task_speaks(line, task, found):
    plan = ct.parse_plan(HEAD.format(line, task))
    assert bool(ct.check(plan, rules=["duplicate-target"])) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # few words are enough where the digits of one are those of the other
        ("khám cho 96% phụ nữ mang thai.", "khám cho 92% phụ nữ mang thai.", True),
        ("xây dựng 46 phòng học bộ môn.", "xây dựng 60 phòng học bộ môn.", False),
        ("xây dựng 46 phòng học bộ môn.", "xây dựng 64 phòng học bộ môn.", True),
        # no part is more than the whole
        ("toàn tỉnh xây dựng 46 phòng học bộ môn.", "xây dựng 60 phòng học bộ môn.", True),
        ("toàn tỉnh xây dựng 46 phòng học bộ môn.", "xây dựng 40 phòng học bộ môn.", False),
        ("toàn tỉnh xây dựng 46 phòng học bộ môn.", "toàn tỉnh xây dựng 40 phòng học bộ môn.", True),
        # what every agency has of its own is one where one is said to be of all
        ("khám cho 96% cán bộ nữ cao tuổi.", "khám cho 92% cán bộ nữ cao tuổi.", False),
        ("toàn tỉnh khám cho 96% cán bộ nữ cao tuổi.", "khám cho 92% cán bộ nữ cao tuổi.", True),
        # a task says itself how its amounts differ
        ("khám cho 96% phụ nữ mang thai; khám cho 92% phụ nữ mang thai.", "sửa cầu.", False),
    ],
)
def test_which_two_tasks_say_one_thing(one, other, found):
    """In either order."""
    for pair in ((one, other), (other, one)):
        assert bool(ct.check(ct.parse_plan(TASKS.format(*pair)), rules=["duplicate-target"])) is found


def test_two_tasks_say_one_thing():
    """What two agencies are told of one group of people is one rate; how each works, and what each builds, is its own."""
    said = "bảo đảm {}% phụ nữ mang thai được khám thai đủ 4 lần."
    assert tasks(said.format("96"), said.format("96")) == []
    assert tasks(said.format("96"), said.format("92")) == ["duplicate-target"]
    own = "tiếp nhận {}% hồ sơ trực tuyến."
    assert tasks(own.format("96"), own.format("92")) == []
    built = "xây dựng {} phòng học bộ môn."
    assert tasks(built.format("40"), built.format("60")) == []


def test_bounds_on_one_side_have_to_be_the_same():
    line = "Tỷ lệ người cao tuổi được khám sức khỏe định kỳ: từ 90% trở lên"
    assert codes(line, "Khám sức khỏe định kỳ cho trên 90% người cao tuổi.") == []
    assert codes(line, "Khám sức khỏe định kỳ cho trên 80% người cao tuổi.") == ["duplicate-target"]


@given(st.integers(10, 90), st.integers(10, 90))
def test_a_rate_said_in_other_words_is_found_where_it_differs(given_rate, told):
    """Law: the same rate in other words gives a finding exactly where the amounts differ."""
    found = codes(
        f"Tỷ lệ thôn, khu phố có nhà văn hóa: {given_rate}%", f"Phấn đấu {told}% thôn, khu phố có nhà văn hóa."
    )
    assert found == (["duplicate-target"] if given_rate != told else [])


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text):
    """Law: whatever a task says, the check ends."""
    line = "Tỷ lệ thôn, khu phố có nhà văn hóa: 88%"
    plan = ct.parse_plan(HEAD.format(line, text))
    assert isinstance(ct.check(plan), tuple)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chỉ số sản xuất công nghiệp (IIP) tăng 11%", "Tốc độ tăng chỉ số sản xuất công nghiệp 9,8%"),
        ("GRDP/người 96 triệu đồng", "GRDP bình quân đầu người 92 triệu đồng"),
        ("Số xã, phường không có ma túy 40 xã, phường", "Xã, phường không ma túy 46 xã, phường"),
    ],
)
def test_two_lines_name_one_thing_in_two_ways(one, other):
    items = tuple(item for line in (one, other) for item in ct.parse_indicators(f"1) {line};"))
    found = ct.check(ct.Plan(indicators=items, period=ct.Period(2026)))
    assert [finding.code for finding in found] == ["duplicate-target"]


def test_a_number_reached_in_full_is_a_target():
    """*bàn giao đủ 1.250 căn* sets an amount, *đủ 8 loại* names what there is."""
    assert [str(hit.target.quantity) for hit in scan_targets(SourceText("Bàn giao đủ 1.250 căn."))[0]] == ["1.250 căn"]
    assert not scan_targets(SourceText("Tiêm đủ 8 loại vắc xin."))[0]
