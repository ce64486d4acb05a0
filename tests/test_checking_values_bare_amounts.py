"""Amounts that nothing gives a unit, and what it must have been (`values.lost_units`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def bare(line):
    subject = Subject(plan(lines=f"- {line}"))
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
