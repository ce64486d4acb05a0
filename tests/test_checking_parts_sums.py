"""Rules on amounts that make up one another, in the text beside the lines."""

import pytest
from small_plans import found, plan

import chitieu as ct


def said(*lines, work=None, rules=("parts-*", "part-*", "shares-*", "identity", "order")):
    text = {"lines": "\n".join(f"{at}. {line};" for at, line in enumerate(lines, 1))}
    subject = plan(**text, **({"work": f"1. Sở Tài chính\n- {work}"} if work else {}))
    return [(one.code, one.about) for one in found(subject, *rules)]


FOREST = "Trồng mới 500 ha rừng, {} rừng phòng hộ {} ha, rừng sản xuất {} ha"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what a line says is worked out once, and not again from the text
        (FOREST.format("gồm", 300, 250), [("parts-sum", "Trồng mới rừng")]),
        (FOREST.format("trong đó", 300, 250), [("parts-exceed", "Trồng mới rừng")]),
        (FOREST.format("gồm", 300, 200), []),
        # each part that is too large is named
        (
            FOREST.format("trong đó", 600, 700),
            [("part-over-whole", "rừng phòng hộ"), ("part-over-whole", "rừng sản xuất")],
        ),
        (FOREST.format("trong đó", 300, 700), [("part-over-whole", "rừng sản xuất")]),
        (FOREST.format("trong đó", 500, 1), []),  # a hectare is the last digit
    ],
)
def test_parts_of_a_line_are_reported_once(line, expected):
    assert said(line) == expected
    assert said("Tỷ lệ hộ nghèo còn 1%", line) == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("Công nhận 47/47 xã.", []),
        ("Công nhận 48/47 xã.", ["part-over-whole"]),
        ("Chi 48/47 tỷ đồng.", []),
        ("Bố trí 48/47 giờ.", []),
        ("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        # the last part is what is left; of three counts one may be some of another
        ("Chi 40 tỷ đồng, trong đó tỉnh 20 tỷ đồng, xã 10 tỷ đồng, còn lại 15 tỷ đồng do dân góp.", ["parts-sum"]),
        ("Chi 40 tỷ đồng, trong đó tỉnh 20 tỷ đồng, xã 10 tỷ đồng, còn lại 10 tỷ đồng do dân góp.", []),
        ("Có 90 xã, trong đó 50 xã đạt chuẩn, còn lại 30 xã.", ["parts-sum"]),
        ("Có 90 xã, trong đó 50 xã đạt chuẩn, 20 xã nâng cao, còn lại 40 xã.", []),
        # about so much: all the parts come near it
        ("Sửa khoảng 100 km đường, gồm đường xã 60 km, đường thôn 45 km.", []),
        ("Đào tạo 800 lao động (cao đẳng 240 người, sơ cấp 560 người), trong đó nữ 410 người.", []),
        ("Đào tạo 800 lao động (cao đẳng 240 người, sơ cấp 560 người), trong đó nữ 910 người.", ["part-over-whole"]),
        ("Sửa 100 km đường (theo Đề án), trong đó đường xã 160 km.", ["part-over-whole"]),
        ("Sửa khoảng 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Trồng khoảng 1.250 ha rừng, gồm phòng hộ 450 ha, sản xuất 820 ha.", []),
        ("Trồng khoảng 1.250 ha rừng, gồm phòng hộ 450 ha, sản xuất 840 ha.", ["parts-sum"]),
        # the whole ahead of its name, what it is of a plan in between
        (
            "Phân bổ 940 tỷ đồng vốn sự nghiệp của các chương trình mục tiêu cho những xã còn khó khăn, gồm: đường 500 tỷ đồng, trường 300 tỷ đồng, trạm 120 tỷ đồng.",
            ["parts-sum"],
        ),
        ("Gieo cấy 940 ha, tăng 20 ha so với vụ trước; gồm lúa 800 ha, ngô 120 ha.", ["parts-sum"]),
        (
            "Thu ngân sách nhà nước 940 tỷ đồng, bằng 104,4% dự toán (900 tỷ đồng); trong đó thu nội địa 800 tỷ đồng, thu từ xuất, nhập khẩu 120 tỷ đồng.",
            ["parts-sum"],
        ),
        (
            "Thu ngân sách nhà nước 940 tỷ đồng, trong đó thu nội địa 800 tỷ đồng, thu từ xuất, nhập khẩu 120 tỷ đồng, còn lại thu viện trợ.",
            [],
        ),
        ("Thu ngân sách địa phương 940 tỷ đồng, trong đó thu nội địa 800 tỷ đồng, thu hải quan 120 tỷ đồng.", []),
        ("Sửa 100 km đường, gồm đường xã khoảng 60 km, đường thôn 50 km.", []),
        ("Sửa dưới 100 km đường, trong đó đường xã 60 km, đường thôn 50 km.", ["parts-exceed"]),
        ("Sửa trên 100 km đường, trong đó đường xã 60 km, đường thôn 50 km.", []),
    ],
)
def test_amounts_of_a_task(work, expected):
    assert [code for code, _ in said("Tỷ lệ hộ nghèo còn 1%", work=work)] == expected


def test_a_sum_in_the_text_is_in_the_unit_of_its_whole():
    text = "Đón 2,6 triệu lượt khách, gồm khách quốc tế 600 nghìn lượt, khách trong nước 1,9 triệu lượt."
    (finding,) = found(ct.Plan(text=text), "parts-sum")
    assert (str(finding.fields["expected"]), str(finding.fields["stated"])) == (
        "2,5 triệu lượt khách",
        "2,6 triệu lượt khách",
    )


def test_shares_without_a_whole_point_at_the_first():
    line = "1) Cơ cấu kinh tế: Khu vực I 33%; khu vực II 22,3%; khu vực III 42,24%; thuế sản phẩm 3,46%;"
    (finding,) = found(ct.Plan(indicators=ct.parse_indicators(line)), "shares-sum")
    assert finding.about == "Cơ cấu kinh tế"
    row, caret = finding.quote.splitlines()
    assert row[caret.index("^") : caret.rindex("^") + 1] == "33%"


LONG_LIVED = "Diện tích cây lâu năm: cà phê 400 ha, hồ tiêu 150 ha, cây {} ha"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("khác 50", []), ("khác 90", [("parts-sum", "cây lâu năm")]), ("điều 90", [])],
)
def test_the_whole_of_a_list_may_stand_in_another_line(rest, expected):
    whole = "Tổng diện tích gieo trồng 900 ha, gồm cây hằng năm 300 ha và cây lâu năm 600 ha"
    assert said(whole, LONG_LIVED.format(rest)) == expected


@pytest.mark.parametrize(
    "added",
    ["tức thêm 04 trạm", "đạt 83,6%, thêm 04 trạm", "nghĩa là có thêm 04 trạm", "tăng 04 trạm", "thêm được 04 trạm"],
)
@pytest.mark.parametrize("level", ["46/55 trạm", "46 trạm"])
def test_what_comes_to_a_level_is_not_what_its_parts_are_of(added, level):
    """*46 trạm, thêm 04 trạm; trong đó …*: the parts are those of the 46."""
    line = f"Trạm quan trắc tự động: {level}, {added}; trong đó {{}} trạm nước mặt"
    assert said(line.format(12)) == []


def test_what_is_added_may_have_parts_where_nothing_else_is_told():
    assert said("Lắp thêm 04 trạm quan trắc; trong đó 12 trạm nước mặt") == [("part-over-whole", "trạm nước mặt")]
    assert said("Lắp thêm 14 trạm quan trắc; trong đó 12 trạm nước mặt") == []


def over(text):
    plan = ct.Plan(text=text)
    return [(one.code, one.about) for one in ct.check(plan, rules=["part-over-whole", "parts-exceed"])]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        # of the places there are no more can be counted, of those planned there can
        ("Có 48/47 xã đạt chuẩn.", True),
        ("Có 48/47 xã đạt chuẩn, vượt kế hoạch.", False),
        ("Công nhận 48/47 xã, vượt kế hoạch.", False),
        ("Công nhận 48/47 xã, đạt 102% kế hoạch.", False),
        ("Xây 86/80 mô hình.", True),
        ("Xây 80/80 mô hình.", False),
        ("Xây 86/80 mô hình, đạt 107,5% kế hoạch.", False),
        ("Xây 86/80 mô hình (107,5%).", False),
        ("Xây 86/80 mô hình, đạt 99,5%.", True),
        ("Có 86/80 mô hình, đạt 107,5%.", False),
        ("Có 48/47 xã đạt chuẩn, bằng 102,1%.", True),
        # a stroke that is no *of*
        ("Họp 86/80 lần.", False),
        ("Dạy nghề 86/80 người.", False),
        ("Kết nạp 86/80 đảng viên.", False),
        ("Sửa 86/80 xã/năm.", False),
    ],
)
def test_more_than_there_are(text, odd):
    assert bool(over(text)) is odd


@pytest.mark.parametrize(
    ("bound", "alone", "together"),
    [("", 101, 102), ("dưới ", 101, 102), ("khoảng ", 106, 106), ("trên ", None, None), ("ít nhất ", None, None)],
)
def test_the_limit_that_a_whole_sets(bound, alone, together):
    """A part passes it by the least, several by more than rounding; one that is about so much sets a wider one."""
    for size in (100, 101, 105, 106, 111):
        one = over(f"Sửa {bound}100 km đường, trong đó đường xã {size} km.")
        assert one == ([("part-over-whole", f"{size} km")] if alone and size >= alone else [])
        two = over(f"Sửa {bound}100 km đường, trong đó đường xã 60 km, đường thôn {size - 60} km.")
        assert [code for code, _ in two] == (
            ["parts-exceed"] if together and max(size, 102) == size >= together else []
        )


@pytest.mark.parametrize(("length", "odd"), [(0, False), (150, False), (246, False), (247, True)])
def test_parts_that_come_to_what_stands_ahead_are_of_that(length, odd):
    """So many characters ahead of the first of them at most."""
    aside = ("các xã báo cáo kết quả rà soát về phòng chuyên môn để tổng hợp " * 5)[:length].strip().ljust(length, "c")
    text = f"Có 580 người đăng ký; {aside}; có 620 người dự, trong đó nam 400 người, còn lại 180 người là nữ."
    assert bool(list(ct.check(ct.Plan(text=text), rules=["parts-sum"]))) is odd


def test_a_finding_points_at_the_parts():
    text = "Sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km."
    (finding,) = ct.check(ct.Plan(text=text), rules=["parts-sum"])
    assert finding.span is not None
    assert finding.span.of(text) == "100 km"
    assert [span.of(text) for span in finding.related] == ["60 km", "50 km"]
    task = ct.Assignment("Sở Xây dựng", tasks=(ct.Task(text), ct.Task(text.replace("100", "101"))))
    found = list(ct.check(ct.Plan(assignments=(task,)), rules=["parts-sum"]))
    assert [(one.span, one.related) for one in found] == [(None, ())] * 2


def test_times_that_are_wrong_are_told_once():
    text = "Thu 100 tỷ đồng, trong đó quý I 20 tỷ đồng, quý II 20 tỷ đồng, quý III 30 tỷ đồng, quý IV 60 tỷ đồng."
    assert [one.code for one in ct.check(ct.Plan(text=text))] == ["parts-sum"]
    task = ct.Assignment("Sở Tài chính", tasks=(ct.Task(text), ct.Task(text.replace("100", "101"))))
    codes = [one.code for one in ct.check(ct.Plan(assignments=(task,)), rules=["parts-sum"])]
    assert codes == ["parts-sum"] * 2
    line = ct.Plan(indicators=ct.parse_indicators(f"1. {text}"), text=f"1. {text}")
    assert len(ct.check(line, rules=["parts-sum", "parts-exceed"])) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hộ dùng nước máy: thành thị 96,5%, nông thôn 88,0%; chênh lệch 9,5 điểm phần trăm.", ["8,5 điểm phần trăm"]),
        ("Hộ dùng nước máy: thành thị 96,5%, nông thôn 88,0%; chênh lệch 8,5 điểm phần trăm.", []),
    ],
)
def test_how_far_two_groups_are_apart_follows_from_both(text, expected):
    findings = ct.check(ct.Plan(text=text), rules=["identity"])
    assert [str(one.fields["expected"]) for one in findings] == expected


@pytest.mark.parametrize(
    ("lead", "odd"), [("Trong tổng số", True), ("Trong số", True), ("Trong", True), ("Hội có", False)]
)
def test_words_before_a_whole_say_that_the_parts_are_of_it(lead, odd):
    """What the parts come to may stand ahead: *Năm ngoái 350 hội viên; trong tổng số 360 hội viên, gồm …*."""
    text = f"Năm ngoái có 350 hội viên. {lead} 360 hội viên, gồm nam 210 người, nữ 140 người."
    assert bool(ct.check(ct.Plan(text=text), rules=["parts-sum"])) is odd
