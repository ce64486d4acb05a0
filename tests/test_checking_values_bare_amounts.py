"""Amounts that nothing gives a unit, and what it must have been (`values.lost_units`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

import chitieu as ct
from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def bare(line):
    return _lost(Subject(plan(lines=f"- {line}")))


def bare_of(text):
    return _lost(Subject.of(text, (), (), None))


def _lost(subject):
    ((passage, (_, numerals)),) = zip(subject.passages, subject.numerals, strict=True)
    return [(one.number, one.unit) for one in bare_amounts(passage, numerals)]


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from(["tăng", "giảm", "chiếm", "bằng", "đạt"]))
def test_law_decimals_behind_a_verb_have_a_unit(whole, tenth, verb):
    """Without one the number is reported, with one it is not."""
    line = f"Nghề dệt chiếu {verb} {whole},{tenth}{{}}; nghề gốm giữ như cũ."
    assert bare(line.format("")) == [(f"{whole},{tenth}", "%")]
    assert bare(line.format("%")) == []


@given(st.permutations([10, 20, 30, 40]), st.integers(0, 3))
def test_law_all_parts_have_their_unit_or_only_the_last(amounts, at):
    """One of several parts without a unit is reported; parts that share the unit of the last are not."""
    line = "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh {}, vốn huyện {}, vốn xã {}, vốn dân {}."
    written = [f"{amount} tỷ đồng" for amount in amounts]
    assert bare(line.format(*written)) == []
    assert bare(line.format(*amounts[:3], written[3])) == []
    written[at] = str(amounts[at])
    assert at == 0 or bare(line.format(*written)) == [(str(amounts[at]), "tỷ đồng")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Có 3/4 trạm đạt chuẩn (75); thêm 02 trạm.", [("75", "%")]),
        ("Doanh thu nghề mây 45 tỷ đồng, tăng 12 so với năm 2025 (40 tỷ đồng).", [("12", "%")]),
        ("Giải ngân vốn làm đường đạt 95 kế hoạch.", [("95", "%")]),
        ("Vốn làm đường bằng 0,9 GRDP.", [("0,9", "%")]),
        ("Trồng mới 1.250 rừng phòng hộ; bình quân thu nhập 73,5/người.", [("1.250", "ha"), ("73,5", "triệu đồng")]),
        ("Tỷ lệ hộ có vườn mẫu đạt 45; tỷ lệ hộ có ao 12%.", [("45", "%")]),
        ("Kinh phí 785, gồm: sửa nhà 400 tỷ đồng; mua bàn 385 tỷ đồng.", [("785", "tỷ đồng")]),
        ("Thi nghề: 450 người dự, đỗ 441 (98,0%), trượt 9; thi lại sau.", []),
        ("Sách 4.800 bộ, trung bình 12,5 học sinh tiểu học/bộ (năm trước 14,5); mua thêm 20 bộ.", []),
        ("Xảy ra 45 vụ, giảm 5 so với cùng kỳ.", []),
        ("Chỉ số PCI đạt 68,5; hệ số ICOR là 5,2.", []),
        ("Tốc độ tăng các quý lần lượt là 7,2; 7,8; 8,1 và 8,5%.", []),
        ("Tỷ lệ hộ có ao giảm từ 2,5 xuống còn 1,8%.", []),
        ("Số hộ trồng dâu 1.250, số hộ nuôi tằm 12.400.", []),
        ("Số bác sĩ/vạn dân đạt 12,5.", []),
        ("Hoàn thành 12 chỉ tiêu; ban hành 57 kế hoạch.", []),
        ("Đã làm 38,5 trong tổng số 45,5 km.", []),
    ],
)
def test_bare_amounts(line, found):
    assert bare(line) == found


def test_a_unit_over_the_list():
    assert bare("Đơn vị tính: triệu đồng\n- Vốn tỉnh: 98.500;\n- Vốn xã: 62.300.") == []
    assert bare("Vốn tỉnh: 98.500; vốn xã: 62.300.") == [("98.500", "triệu đồng"), ("62.300", "triệu đồng")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Gieo 05 rừng.", []),
        # the unit of a list stands behind its last number; one that others have was lost
        ("Nghề mây đạt 12,5, nghề gốm nung đạt 14,5 và nghề rèn đạt 16,5%.", []),
        ("Nghề mây 12,5%, nghề gốm 14,5, nghề rèn 16,5%.", [("14,5", "%")]),
        ("Nghề mây 12,5, nghề gốm 14,5%, nghề rèn 16,5%.", [("12,5", "%")]),
        ("Nghề mây 12,5, nghề gốm 14,5%, nghề rèn 16,5 ha.", []),
        ("Nghề mây 12,5, nghề gốm 14,5%; nghề rèn 16,5%.", []),
        ("Mức 12,5, 14,5 và 16,5%.", []),
        ("Mức 12,5 - 14,5%.", []),
        ("Mức 12,5% và 14,5.", [("14,5", "%")]),
        ("Mức 12,5; 14,5%.", [("12,5", "%")]),
        ("Mức 12,5, bình quân 14,5%.", [("12,5", "%")]),
        # a list none of which has a unit is no list of shares, two numbers are none
        ("Mức 12,5, 14,5.", [("12,5", "%"), ("14,5", "%")]),
        ("Nghề mây đạt 12,5, 14,5, 16,5.", [("14,5", "%"), ("16,5", "%")]),
        # one verb holds for the list
        ("Nghề mây tăng 12,5, nghề gốm tăng 14,5%.", []),
        ("Nghề mây tăng 12,5, nghề gốm giảm 14,5%.", [("12,5", "%")]),
        # from so much to so much
        ("Mức từ 12,5 năm trước lên trên 14,5 năm nay.", []),
        ("Mức 12,5 năm trước; giữ 14,5.", [("14,5", "%")]),
        # what is in brackets behind a rate is one, or much like it
        ("Học 12,8 học sinh/bộ (năm trước 25,5).", []),
        ("Học 12,8 học sinh/bộ (năm trước 25,6).", [("25,6", "%")]),
        ("Học 12,8 học sinh/bộ (năm trước 6,5).", []),
        ("Học 12,8 học sinh/bộ (năm trước 6,4).", [("6,4", "%")]),
        ("Có 62 giường/vạn dân (công 7.850 giường, tức 155,5; tư 20 giường, tức 7,5).", []),
        ("Có 29,2 m2/người (phố 30,1; làng 27,6).", []),
        ("Có 29,2 m2 (phố 30,1; làng 27,6).", []),
        ("Có 29,2 m2/người ở bản, ở xã (phố 30,1).", [("30,1", "%")]),
        ("Có 29,2 m2/người; phố 30,1.", [("30,1", "m2/người")]),
        # the last number of a row has the unit of all
        ("Chi quý I và quý II tương ứng 67,5; 130,5 và 250 tỷ đồng.", []),
        ("Chi quý I và quý II tương ứng với dự toán 67,5; 130,5 và 250 tỷ đồng.", [("67,5", "%")]),
        # a line that begins small goes on with the one before, no item of a list does
        ("Tỷ lệ hộ nghề mây\ncó vườn đạt 45.", [("45", "%")]),
        ("Tỷ lệ hộ nghề mây\nở bản\ncó vườn đạt 45.", [("45", "%")]),
        ("Tỷ lệ hộ nghề mây\na) vườn đạt 45.", []),
        ("Tỷ lệ hộ nghề mây\nCó vườn đạt 45.", []),
        ("Tỷ lệ hộ nghề mây ở bản.\ncó vườn đạt 45.", []),
        # cells of tables are sentences from six words on, from three with a verb
        ("| Nghề mây đạt 45,5 | 12 |", [("45,5", "%")]),
        ("| Nghề đạt 45,5 | 12 |", []),
        ("| Nghề mây ở bản nhà ta 45,5 | 12 |", [("45,5", "%")]),
        ("| Nghề mây ở bản nhà 45,5 | 12 |", []),
        ("Nghề mây ở bản 45,5 | 12", []),
        ("12 | nghề mây ở bản 45,5", []),
        ("Nghề mây ở bản 45,5.\nHai | 13", [("45,5", "%")]),
    ],
)
def test_where_the_unit_may_stand(line, found):
    assert bare(line) == found


@pytest.mark.parametrize(
    ("head", "given_there"),
    [
        ("ĐVT: triệu đồng", True),
        ("1. Thu (triệu đồng)", True),
        ("Thu (triệu đồng)\nNghề phụ", True),
        ("1. Thu (triệu đồng)\na) Nghề phụ", True),
        ("1. Thu (triệu đồng)\n2. Nghề phụ", False),
        ("1. Thu (triệu đồng)\n2) Nghề phụ", True),
        ("1. Thu, đvt: triệu đồng\n2. Nghề phụ", True),
        ("I. Thu (triệu đồng)\nII. Nghề phụ", False),
        ("I. Thu (triệu đồng)\n1. Nghề phụ", True),
        ("a) Thu (triệu đồng)\nb) Nghề phụ", False),
        ("| Thu (triệu đồng) |", False),
        ("Nghề phụ", False),
    ],
)
def test_law_a_unit_in_a_heading_holds_to_the_next_heading_of_its_sort(head, given_there):
    """It is that of amounts, and of rates only if it is *%* itself."""
    for unit, line, number in (("triệu đồng", "Kinh phí", "1.250"), ("%", "Tỷ lệ đạt", "45,5")):
        lost = [] if given_there and unit in head else [(number, unit)]
        assert bare_of(f"{head}\n- {line}: {number}.") == lost
        written = head.replace("triệu đồng", unit)
        assert bare_of(f"{written}\n- {line}: {number}.") == ([] if given_there else [(number, unit)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bảng điểm PCI và\nmức hài lòng đạt 68,5.", []),
        ("Bảng điểm PCI,\nvườn chè, ao cá và\nmức hài lòng đạt 68,5.", []),
        ("Bảng điểm PCI và\nMức hài lòng đạt 68,5.", [("68,5", "%")]),
        ("Bảng điểm PCI và\na) mức hài lòng đạt 68,5.", [("68,5", "%")]),
    ],
)
def test_a_line_that_begins_small_goes_on_with_the_one_before(text, found):
    assert bare_of(text) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # a noun behind is no unit of so much of a plan
        ("Gieo mạ đạt 87,2 kế hoạch.", True),
        ("Ban hành 12 kế hoạch.", False),
        ("Bán ra vượt 13,9 kế hoạch.", True),
        ("Giá bán tăng 7,9 so cùng kỳ.", True),
        ("Xuất khẩu chiếm 20 cả nước.", True),
        ("Hỗ trợ không quá 30 tổng mức vốn.", True),
        # the second end of a range
        ("Tăng trưởng đạt 9,2 - 10; gieo 5 ha.", True),
        ("Tăng trưởng đạt 9,2 - 10%; gieo 5 ha.", False),
        # the unit of what comes next is no unit of it
        ("Tổng vốn đầu tư chợ 210,5, chiều dài khoảng 2,6 km.", True),
        ("Ngô tăng 5,2, lạc tăng 6,1 và mía tăng 7%.", False),
        # an index that grows
        ("Chỉ số sản xuất công nghiệp quý I tăng 92,8.", True),
    ],
)
def test_amounts_of_plans_of_ranges_and_of_lists(line, found):
    told = [one.code for one in ct.check(ct.Plan(text=line), rules=["unit-missing"])]
    assert told == ["unit-missing"] * found
