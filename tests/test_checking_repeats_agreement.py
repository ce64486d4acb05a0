"""Rules on the same indicator in two places.

Covers `repeats.abouts` too.
"""

import pytest
from small_plans import found, plan

import chitieu as ct

YEAR = ct.Period(2026)


def plan_of(*lines, **fields):
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    return ct.Plan(**{"indicators": items, "period": YEAR, **fields})


FOREST = "Tỷ lệ che phủ rừng đạt {}%"
GIVEN = "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt {} tỷ đồng"
STRIVEN = "Thu ngân sách nhà nước, chỉ tiêu phấn đấu {} tỷ đồng"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # four words of a name that the catalogue does not know tell what is measured
        (("Số cây trồng mới 45 cây", "Số cây trồng mới 46 cây"), 1),
        (("Cây trồng mới 45 cây", "Cây trồng mới 46 cây"), 0),
        # a part of a line is not what another part of that name is
        (("Trồng 500 ha rừng, trong đó rừng phòng hộ ven biển 300 ha", "Giữ 600 ha rừng, trong đó rừng phòng hộ ven biển 400 ha"), 0),
        # around an amount, or between two
        ((FOREST.format("45"), "Tỷ lệ che phủ rừng khoảng 46%"), 0),
        (("Tỷ lệ che phủ rừng khoảng 46%", FOREST.format("45")), 0),
        (("Tỷ lệ che phủ rừng khoảng 46%", FOREST.format("55")), 1),
        ((FOREST.format("45"), "Tỷ lệ che phủ rừng không quá 46%"), 1),
        # what one line says twice it explains itself
        (("Tỷ lệ che phủ rừng đạt 45%, phấn đấu 46%",), 0),
        # what was given and what is striven for may differ; what is given twice, or striven for twice, may not
        ((GIVEN.format("5.388"), STRIVEN.format("5.558")), 0),
        ((STRIVEN.format("5.558"), GIVEN.format("5.388")), 0),
        ((GIVEN.format("5.388"), GIVEN.format("5.558")), 1),
        ((STRIVEN.format("5.388"), STRIVEN.format("5.558")), 1),
        # of several amounts one is enough for a task, and none for a line
        ((FOREST.format("45"), FOREST.format("46"), FOREST.format("45,0")), 2),
    ],
)  # fmt: skip
def test_one_indicator_with_two_targets(lines, expected):
    assert len(found(plan_of(*lines), "duplicate-target")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a record of two things: rice is not all grain
        (("Sản lượng lúa đạt 600 tấn", "Sản lượng lương thực có hạt đạt 690 tấn"), 0),
        (("Sản lượng lúa đạt 600 tấn", "Sản lượng lúa đạt 690 tấn"), 1),
        # at other prices
        (("GRDP (giá so sánh 2010) đạt 50.000 tỷ đồng", "GRDP (giá hiện hành) đạt 90.000 tỷ đồng"), 0),
        (("GRDP (giá so sánh 2010) đạt 50.000 tỷ đồng", "GRDP (giá so sánh 2010) đạt 51.000 tỷ đồng"), 1),
        # what is counted is said in more words or fewer
        (("Tổng lượt khách du lịch đạt 4 triệu lượt khách", "Đón 5 triệu lượt khách du lịch"), 1),
        (("Tổng lượt khách du lịch đạt 4 triệu lượt khách", "Đón 4 triệu lượt khách du lịch"), 0),
        # of one season
        (("Năng suất lúa đạt 56 tạ/ha", "Vụ đông xuân gieo 300 ha, năng suất lúa 62 tạ/ha"), 0),
        # its own year, and another
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng năm 2026 đạt 46%"), 1),
        (("Tỷ lệ che phủ rừng đạt 45%", "Đến năm 2030, tỷ lệ che phủ rừng đạt 46%"), 0),
    ],
)
def test_what_may_be_two_things(lines, expected):
    assert len(found(plan_of(*lines), "duplicate-target")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Kim ngạch xuất khẩu đạt 9.000 triệu USD", "Kim ngạch xuất khẩu năm 2030 đạt 2.200 triệu USD"), 0),
        (("Kim ngạch xuất khẩu năm 2030 đạt 2.300 triệu USD", "Kim ngạch xuất khẩu năm 2030 đạt 2.200 triệu USD"), 1),
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng năm 2030 đạt 46%"), 1),
        (("Tỷ lệ che phủ rừng năm 2028 đạt 45%", "Tỷ lệ che phủ rừng năm 2030 đạt 46%"), 0),
    ],
)
def test_a_flow_of_several_years_may_be_their_sum(lines, expected):
    period = ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE)
    assert len(found(plan_of(*lines, period=period), "duplicate-target")) == expected


@pytest.mark.parametrize(
    ("said", "found"),
    [("năm 2028 đạt 43,8%", []), ("năm 2028 đạt 42,8%", ["42.8"]), ("đạt 42,8%", []), ("năm 2031 đạt 42,8%", [])],
)
def test_a_sentence_on_one_year_says_what_the_column_of_that_year_does(said, found):
    """Also in a plan of several years, where what names no year may be of each."""
    text = (
        "KẾ HOẠCH\nTrồng rừng giai đoạn 2026 - 2030\nI. CHỈ TIÊU\n1. Trồng 12 ha cây xanh.\n"
        "Chỉ tiêu | ĐVT | 2026 | 2027 | 2028 | 2029 | 2030\n"
        "Tỷ lệ che phủ rừng ven biển | % | 42,5 | 43,1 | 43,8 | 44,2 | 45\n"
        f"II. NHIỆM VỤ\n1. Sở Nông nghiệp và Môi trường: nâng tỷ lệ che phủ rừng ven biển {said}.\n"
    )
    told = [one for one in ct.check(ct.parse_plan(text)) if one.code == "duplicate-target"]
    assert [str(one.fields["value"].value) for one in told] == found


def test_a_task_may_say_any_of_the_targets_of_the_lines():
    lines = plan_of(FOREST.format("45"), FOREST.format("46")).indicators

    def check(text):
        task = ct.Task(text, targets=(ct.parse_target("đạt 1%"),))
        subject = ct.Plan(indicators=lines, assignments=(ct.Assignment("Sở Y tế", tasks=(task,)),), period=YEAR)
        return {one.fields["other"] for one in found(subject, "duplicate-target")}

    assert check("Nâng tỷ lệ che phủ rừng đạt 46%.") == {"45%"}  # that of the second line
    assert check("Nâng tỷ lệ che phủ rừng đạt 47%.") == {"45%", "45%, 46%"}
    assert check("Nâng tỷ lệ che phủ rừng đạt 47%, tỷ lệ che phủ rừng đạt 48%.") == {"45%", "45%, 46%", "45%, 46%, 47%"}


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (YEAR, YEAR, True),
        (YEAR, None, True),
        (None, YEAR, True),
        (YEAR, ct.Period(2025), False),
        (YEAR, ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE), False),
    ],
)
def test_plans_of_one_time_are_compared(mine, theirs, expected):
    plan, other = plan_of(FOREST.format(45), period=mine), plan_of(FOREST.format(46), period=theirs)
    assert bool(found_in(plan, other)) == expected


def found_in(plan, *others):
    return [one.fields["source"] for one in ct.check(plan, *others, rules=["plans-disagree"])]


def test_each_plan_that_disagrees_is_named_and_none_hides_another():
    others = [
        plan_of(FOREST.format(46), number="1/KH-UBND", period=ct.Period(2025)),
        plan_of("Tỷ lệ hộ nghèo còn 1%", number="2/KH-UBND"),
        plan_of(FOREST.format(45), number="3/KH-UBND"),
        plan_of(FOREST.format(46), number="4/KH-UBND"),
        plan_of(FOREST.format(47), FOREST.format(48), number="5/KH-UBND"),
    ]
    plan = plan_of("Tỷ lệ hộ nghèo đến năm 2030 còn 5%", FOREST.format(45))
    assert found_in(plan, *others) == ["4/KH-UBND", "5/KH-UBND"]
    (finding,) = ct.check(plan, others[-1], rules=["plans-disagree"])
    assert finding.fields["other"] == "47%, 48%"


def test_plans_agree_where_one_of_their_amounts_does():
    assert not found_in(plan_of(FOREST.format(45), FOREST.format(46)), plan_of(FOREST.format(46), FOREST.format(47)))


@pytest.mark.parametrize(
    ("line", "task", "expected"),
    [
        ("Kim ngạch xuất khẩu hàng hóa đạt 2.540 triệu USD", "phấn đấu kim ngạch xuất khẩu hàng hóa năm 2026 đạt 2.450 triệu USD", 1),
        ("Kim ngạch xuất khẩu hàng hóa đạt 2.540 triệu USD", "phấn đấu kim ngạch xuất khẩu hàng tháng đạt 250 triệu USD", 0),
        ("Tổng lượt khách du lịch đạt 7.500 nghìn lượt", "phấn đấu cả năm đón 7,8 triệu lượt khách", 1),
        ("Tổng lượt khách du lịch đạt 7.800 nghìn lượt", "phấn đấu cả năm đón 7,8 triệu lượt khách", 0),
        ("Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm", "nâng thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm", 1),
    ],
)  # fmt: skip
def test_words_that_only_look_like_another_time(line, task, expected):
    """*hàng hóa* is no *hàng tháng*, *bình quân đầu người* no mean of years."""
    text = f"""UBND TỈNH SÔNG HẬU
Số: 12/KH-UBND
Sông Hậu, ngày 16 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
I. CHỈ TIÊU
1. {line}.
2. Tỷ lệ che phủ rừng đạt 45%.
II. NHIỆM VỤ
1. Sở Công Thương
- Hỗ trợ doanh nghiệp, {task}.
"""
    assert len(ct.check(ct.parse_plan(text), rules=["duplicate-target"])) == expected


BEDS = "1. Giường bệnh/vạn dân (không tính trạm y tế): 31,0 giường."


@pytest.mark.parametrize(
    ("lines", "task", "number"),
    [
        (BEDS, "Phấn đấu đạt 35,6 giường bệnh/vạn dân.", 1),
        (BEDS, "Nếu tính cả trạm y tế thì đạt 35,6 giường bệnh/vạn dân.", 0),
        ("1. Giải ngân vốn đầu tư công đạt 95%.", "Giải ngân vốn đầu tư công đạt 85%.", 1),
        ("1. Giải ngân vốn đầu tư công đạt 95%.", "Giải ngân vốn đầu tư công đến 30/6 đạt 45%.", 0),
        ("1. Diện tích gieo trồng lúa 190.000 ha.", "Mở rộng 15.000 ha lúa chất lượng cao, chiếm 7,9% diện tích.", 0),
        ("1. Tỷ lệ đô thị hóa 30%.\n2. Tỷ lệ dân số dùng nước hợp vệ sinh 97%, trong đó đô thị 99%.", "Sửa cầu.", 0),
    ],
)
def test_what_is_counted_otherwise_is_another_amount(lines, task, number):
    checked = plan(lines=lines, work=f"1. Sở Y tế\n- {task}")
    assert len(found(checked, "duplicate-target")) == number


def test_a_part_for_another_year_has_targets_of_its_own():
    work = "III. KẾ HOẠCH NĂM {}\n1. Sở Y tế\n- Phấn đấu tỷ lệ hộ nghèo còn 1,1%."
    for year, number in ((2026, 1), (2027, 0)):
        checked = plan(work=f"1. Sở Nội vụ\n- Sửa cầu.\n{work.format(year)}")
        assert len(found(checked, "duplicate-target")) == number


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # what is spent out of the budget's own means is a part of all that is spent
        ("1. Tổng chi ngân sách địa phương 8.300 tỷ đồng, gồm chi cân đối 6.100 tỷ đồng và chi mục tiêu 2.200 tỷ đồng.\n2. Chi cân đối ngân sách địa phương 6.100 tỷ đồng.", 0),
        ("1. Tổng chi ngân sách địa phương 8.300 tỷ đồng, gồm chi cân đối 6.100 tỷ đồng và chi mục tiêu 2.200 tỷ đồng.\n2. Chi cân đối ngân sách địa phương 6.400 tỷ đồng.", 1),
        ("1. Chi cân đối ngân sách địa phương 6.100 tỷ đồng.\n2. Tổng chi cân đối ngân sách địa phương 6.400 tỷ đồng.", 1),
        ("1. Tổng chi ngân sách địa phương 8.300 tỷ đồng.\n2. Chi ngân sách địa phương 8.330 tỷ đồng.", 1),
        # a name that says what is left out, and one that does not
        ("1. Thu nội địa 4.200 tỷ đồng.\n2. Thu nội địa (không kể tiền sử dụng đất) 3.100 tỷ đồng.", 0),
        ("1. Thu nội địa (không kể tiền sử dụng đất) 3.600 tỷ đồng.\n2. Thu nội địa (không kể tiền sử dụng đất) 3.100 tỷ đồng.", 1),
        # done in a year for some of those there are
        ("1. Số lao động có việc làm 412.000 người.\n2. Giới thiệu việc làm cho 7.300 lao động.", 0),
        ("1. Số lao động có việc làm 412.000 người.\n2. Lao động đang làm việc 421.000 người.", 1),
        # who gave it says nothing of what is measured
        ("1. Thu phí:\na) Dự toán HĐND tỉnh giao: 310 tỷ đồng.\n2. Chi cho đường sá:\na) Dự toán HĐND tỉnh giao: 260 tỷ đồng.", 0),
    ],
)  # fmt: skip
def test_names_alike_of_other_things(lines, expected):
    assert len(found(plan(lines=lines), "duplicate-target")) == expected


GIVEN_AND_STRIVEN = """1. Thu ngân sách nhà nước trên địa bàn:
a) Dự toán HĐND tỉnh giao: 5.200 tỷ đồng, gồm:
- Thu nội địa 4.700 tỷ đồng;
- Thu từ hoạt động xuất nhập khẩu 500 tỷ đồng.
b) {level}: 5.500 tỷ đồng (thu nội địa {home} tỷ đồng, xuất nhập khẩu 540 tỷ đồng).
2. Tỷ lệ che phủ rừng đạt 45%."""


@pytest.mark.parametrize(
    ("level", "work", "expected"),
    [
        ("Mức phấn đấu", "", 0),
        ("Chỉ tiêu Thủ tướng Chính phủ giao", "", 0),
        ("Mức thu", "", 2),
        ("Mức phấn đấu", "Thu nội địa đạt 4.700 tỷ đồng.", 0),
        ("Mức phấn đấu", "Phấn đấu thu nội địa đạt 4.960 tỷ đồng.", 0),
        ("Mức phấn đấu", "Thu nội địa đạt 5.300 tỷ đồng.", 1),
    ],
)
def test_what_stands_under_a_line_is_set_by_the_same(level, work, expected):
    checked = plan(
        lines=GIVEN_AND_STRIVEN.format(level=level, home="4.960"), work=f"1. Thuế tỉnh\n- {work or 'Sửa trụ sở.'}"
    )
    assert len(found(checked, "duplicate-target")) == expected


def test_plans_that_were_set_by_two_do_not_disagree():
    given = "Dự toán {} giao: 5.200 tỷ đồng, trong đó thu nội địa {} tỷ đồng"
    mine = plan_of(given.format("Trung ương", "4.700"))
    assert not found_in(mine, plan_of(given.format("HĐND tỉnh", "4.960"), number="8/KH-UBND"))
    assert found_in(mine, plan_of(given.format("Chính phủ", "4.960"), number="8/KH-UBND")) == ["8/KH-UBND"]


def test_of_very_many_amounts_the_first_are_held_against_the_others():
    lines = [FOREST.format(f"{10 + one / 100:.2f}".replace(".", ",")) for one in range(60)]
    assert len(found(plan_of(*lines), "duplicate-target")) == 59


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("ĐIỂM XUẤT PHÁT", 0), ("HIỆN TRẠNG CỦA TỈNH", 0), ("QUAN ĐIỂM", 1), ("XUẤT PHÁT ĐIỂM, MỤC TIÊU", 1)],
)
def test_where_one_stands_is_no_target(heading, expected):
    text = plan().text.replace("I. CHỈ TIÊU", f"I. {heading}\nTỷ lệ hộ nghèo là 2,3%.\n\nII. CHỈ TIÊU", 1)
    assert len(found(ct.parse_plan(text), "duplicate-target")) == expected


def test_how_large_those_are_that_a_line_counts_is_no_target_of_theirs():
    lines = "- Hoàn thành 2.850 căn nhà ở xã hội.\n- Khởi công 12 dự án nhà ở xã hội, quy mô {} căn."
    plan = ct.Plan(indicators=ct.parse_indicators(lines.format("4.160")))
    assert [one.code for one in ct.check(plan) if one.code == "duplicate-target"] == []


VISITS = "1. Tổng lượt khách du lịch đạt {} lượt khách."
DOCTORS = "1. Số bác sĩ/vạn dân: {} bác sĩ."
EXPORTS = "1. Kim ngạch xuất khẩu đạt {}."


@pytest.mark.parametrize(
    ("line", "task", "expected"),
    [
        # around it, or a limit in fewer digits that it keeps; what is counted may be said in more words
        (VISITS.format("21.350"), "Phấn đấu đón trên 20.000 lượt khách du lịch.", 0),
        (VISITS.format("21.350"), "Phấn đấu đón trên 21.300 lượt khách.", 0),
        (VISITS.format("21.350"), "Phấn đấu đón trên 21.250 lượt khách.", 1),
        (VISITS.format("21.350"), "Phấn đấu đón trên 21,3 nghìn lượt khách du lịch.", 0),
        (VISITS.format("21.350"), "Phấn đấu đón trên 22.000 lượt khách du lịch.", 1),
        (VISITS.format("21.350"), "Phấn đấu đón dưới 22.000 lượt khách du lịch.", 0),
        (VISITS.format("21.350"), "Phấn đấu đón dưới 21.000 lượt khách du lịch.", 1),
        (VISITS.format("21.350"), "Phấn đấu đón khoảng 21.500 lượt khách du lịch.", 0),
        (VISITS.format("21.350"), "Phấn đấu đón khoảng 26.500 lượt khách du lịch.", 1),
        (VISITS.format("21.350"), "Phấn đấu đón 21.000 - 22.000 lượt khách du lịch.", 0),
        (VISITS.format("trên 20.000"), "Phấn đấu đón 21.350 lượt khách du lịch.", 0),
        (VISITS.format("trên 21.350"), "Phấn đấu đón trên 20.000 lượt khách du lịch.", 1),
        # rounded to another unit, up to half of its last digit
        (EXPORTS.format("1.460 triệu USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1,5 tỷ USD.", 0),
        (EXPORTS.format("1.450 triệu USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1,5 tỷ USD.", 0),
        (EXPORTS.format("1.449 triệu USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1,5 tỷ USD.", 1),
        (EXPORTS.format("1,46 tỷ USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1,5 tỷ USD.", 1),
        # two lines say the same exactly, unless one is about so much
        (EXPORTS.format("1.460 triệu USD") + "\n2. Kim ngạch xuất khẩu đạt 1,5 tỷ USD.", "Sửa cầu.", 1),
        (EXPORTS.format("trên 1.400 triệu USD") + "\n2. Kim ngạch xuất khẩu đạt 1.460 triệu USD.", "Sửa cầu.", 1),
        (EXPORTS.format("1.400 - 1.500 triệu USD") + "\n2. Kim ngạch xuất khẩu đạt 1.460 triệu USD.", "Sửa cầu.", 0),
        (EXPORTS.format("1.400 - 1.500 triệu USD") + "\n2. Kim ngạch xuất khẩu đạt 1.560 triệu USD.", "Sửa cầu.", 1),
        (EXPORTS.format("1,5 tỷ USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1.460 triệu USD.", 0),
        (EXPORTS.format("1,5 tỷ USD"), "Phấn đấu kim ngạch xuất khẩu đạt 1.449 triệu USD.", 1),
        # for how many, the name of the line may say, and the unit of the other
        (DOCTORS.format("11"), "Đạt trên 10 bác sĩ/vạn dân.", 0),
        (DOCTORS.format("11"), "Đạt trên 12 bác sĩ/vạn dân.", 1),
        (DOCTORS.format("trên 10"), "Đạt 11 bác sĩ/vạn dân.", 0),
        (DOCTORS.format("trên 12"), "Đạt 11 bác sĩ/vạn dân.", 1),
        # a task that says it wrong and right
        (EXPORTS.format("90 triệu USD"), "Đưa kim ngạch xuất khẩu đạt 80 triệu USD; kim ngạch xuất khẩu đạt 90 triệu USD.", 1),
    ],
)  # fmt: skip
def test_running_text_says_less_exactly(line, task, expected):
    assert len(found(plan(lines=line, work=f"1. Sở Y tế\n- {task}"), "duplicate-target")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # each day of the year up to which is counted is another thing; its end is the year
        ("1. Giải ngân vốn đầu tư công đến 30/6 đạt 45%.\n2. Giải ngân vốn đầu tư công đến 30/6 đạt 55%.", 1),
        ("1. Giải ngân vốn đầu tư công đến 30/6 đạt 45%.\n2. Giải ngân vốn đầu tư công đến 15/3 đạt 15%.", 0),
        ("1. Giải ngân vốn đầu tư công đến 31/12 đạt 95%.\n2. Giải ngân vốn đầu tư công đạt 90%.", 1),
        # what comes to be is none of what there is
        ("1. Lũy kế có 75 xã đạt chuẩn nông thôn mới.\n2. Lũy kế có 76 xã đạt chuẩn nông thôn mới.", 1),
        ("1. Công nhận mới 5 xã đạt chuẩn nông thôn mới.\n2. Số xã đạt chuẩn nông thôn mới 75 xã.", 0),
        # growth by its name, by the words before it, and as a change
        ("1. Tốc độ tăng GRDP 9%.\n2. GRDP tăng 8%.", 1),
        ("1. Tốc độ tăng GRDP 9%.\n2. GRDP tăng 9%.", 0),
        # for how many, the name or the unit says
        ("1. Số bác sĩ/vạn dân: 11 bác sĩ.\n2. Đạt 12 bác sĩ/vạn dân.", 1),
        ("1. Số bác sĩ/vạn dân: 11 bác sĩ.\n2. Đạt 11 bác sĩ/vạn dân.", 0),
        # the poor, the nearly poor, and both
        ("1. Tỷ lệ hộ nghèo và cận nghèo còn 5%.\n2. Tỷ lệ hộ nghèo còn 2%.\n3. Tỷ lệ hộ cận nghèo còn 3%.", 0),
    ],
)  # fmt: skip
def test_one_thing_in_other_words(lines, expected):
    assert len(found(plan(lines=lines), "duplicate-target")) == expected


def test_agencies_have_rates_of_their_own_and_the_plan_has_one():
    """Rates of what every agency has are held against the line, not against those of other agencies."""
    own = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt {}%."
    work = f"1. Sở Y tế\n- {own.format(96)}\n2. Sở Công Thương\n- {own.format(95)}"
    other = "1. Tỷ lệ hộ nghèo còn 5%."
    assert len(found(plan(lines=other, work=work), "duplicate-target")) == 0
    assert len(found(plan(lines=f"1. {own.format(98)}", work=work), "duplicate-target")) == 2
    woods = work.replace("hồ sơ giải quyết đúng hạn", "che phủ rừng")
    assert len(found(plan(lines=other, work=woods), "duplicate-target")) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Che phủ rừng:\n- Tỷ lệ che phủ rừng 45%;\n- Tỷ lệ che phủ rừng 46%.", 1),
        ("1. Tỷ lệ che phủ rừng 45%:\n- Tỷ lệ che phủ rừng 46%.", 0),
        ("1. Lâm nghiệp: tỷ lệ che phủ rừng 45%, phấn đấu tỷ lệ che phủ rừng 46%.", 0),
    ],
)
def test_a_line_says_itself_how_its_amounts_differ(line, expected):
    """Lines below a heading that has no amount are lines by themselves, in a text or not."""
    assert len(found(plan(lines=line), "duplicate-target")) == expected
    lines = ct.Plan(indicators=ct.parse_indicators(line), period=YEAR)
    assert len(found(lines, "duplicate-target")) == expected
