"""What the amounts beside a number tell of the unit it lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def bare(line):
    subject = Subject(plan(lines=line))
    ((passage, (_, numerals)),) = zip(subject.passages, subject.numerals, strict=True)
    return [(one.name, one.number, one.unit) for one in bare_amounts(passage, numerals)]


@given(st.integers(1000, 90_000), st.sampled_from(["ha", "tấn", "tỷ đồng", "MW"]))
def test_law_an_amount_has_the_unit_of_its_earlier_value(value, unit):
    """Without a unit it is reported, with one it is not."""
    now, before = (f"{number:,}".replace(",", ".") for number in (value, value + 900))
    line = "- Quy mô ngành in vải đạt {}, giảm 5% so với năm 2025 ({} {})."
    assert bare(line.format(now, before, unit)) == [("Quy mô ngành in vải", now, unit)]
    assert bare(line.format(f"{now} {unit}", before, unit)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Quy mô vùng quế: 12.450 (năm 2025: 12.310 ha).", [("Quy mô vùng quế", "12.450", "ha")]),
        ("- Quy mô vùng quế: 12.450 (năm 2025: 12.310).", []),
        (
            "- Doanh thu ngành công nghệ số đạt 3.100, tăng 5% so với năm 2025 (2.950 tỷ đồng).",
            [("Doanh thu ngành công nghệ số", "3.100", "tỷ đồng")],
        ),
        ("- Quy mô vùng quế: 12.450 (năm 2025: 31 ha).", []),
        ("- Hệ số sử dụng đất đạt 2,35 (năm 2025: 2,3 tấn).", []),
        ("- Số hộ tham gia đạt 1.250 (năm 2025: 1.100 hộ).", []),
    ],
)
def test_bare_amounts(line, found):
    assert bare(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64.", [("hộ mắc mạng riêng", "64", "%")]),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng 5G đạt 64.", [("hộ mắc mạng 5G", "64", "%")]),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64%.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64 hộ.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, chỉ số hộ hài lòng đạt 64.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, thêm 64 trạm phát.", []),
    ],
)
def test_shares_beside_shares(line, found):
    assert bare(line) == found


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        # the percentage of a fraction, or of the two amounts before it
        ("Có 3/4 trạm bơm được sửa (75).", "75 %"),
        ("Có 100 con trâu, 3/4 trạm bơm được sửa (75).", "75 %"),
        ("Có 3/4 trạm bơm được sửa, đạt 75; thêm việc khác.", "75 %"),
        ("Có 3/4 trạm bơm được sửa, đạt 75 và tốt.", None),
        ("Có 3/4 trạm bơm được sửa, còn việc 75; thêm việc khác.", None),
        ("Có 3/4 trạm bơm được sửa (76).", None),
        ("Có 3/4 trạm bơm được sửa (74).", None),
        ("Có 400 hộ vay vốn, trong đó 100 hộ trẻ, bằng 25; vay thêm sau.", "25 %"),
        ("Có 400 hộ vay vốn, trong đó 100 hộ trẻ, bằng 27; vay thêm sau.", None),
        ("Có 400 hộ vay vốn, nuôi 100 con trâu, bằng 25; vay thêm sau.", None),
        # a field whose yield or harvest follows
        ("Lúa nương 850, năng suất đạt khá: 42 tạ/ha.", "850 ha"),
        ("Lúa nương đạt 850, năng suất đạt khá: 42 tạ/ha.", None),
        ("Lúa nương 850, thu hoạch đạt khá: 42 tạ/ha.", None),
        # a whole is no less than the first of its parts, which follows soon
        ("Kinh phí cầu treo: 785, gồm: ván 400 tỷ đồng; sơn 385 tỷ đồng.", "785 tỷ đồng"),
        ("Kinh phí cầu treo: 400, gồm: ván 400 tỷ đồng.", "400 tỷ đồng"),
        ("Kinh phí cầu treo: 385, gồm: ván 400 tỷ đồng; sơn 385 tỷ đồng.", None),
        ("Kinh phí cầu treo: 785, gồm: 400 tấm ván và 385 hộp sơn.", None),
        ("Rừng quế: 785, trong đó 400 ha trồng mới.", "785 ha"),
        ("Rừng quế: 785, trong đó 50% trồng mới.", None),
        (f"Rừng quế: 785, trong đó quế trồng mới {'trên đất dốc, ' * 5}ven suối là 400 ha.", "785 ha"),
        (f"Rừng quế: 785, trong đó quế trồng mới {'trên đất dốc, ' * 7}ven suối là 400 ha.", None),
        # an earlier value in a bracket is no more than three times as large or as small
        ("Nghề mây thu 42 tỷ đồng, tăng 7% so với năm trước (39).", "39 tỷ đồng"),
        ("Nghề mây thu 42 tỷ đồng, tăng 7% so với năm trước (15).", "15 tỷ đồng"),
        ("Nghề mây thu 42 tỷ đồng, tăng 7% so với năm trước (14).", None),
        ("Nghề mây thu 42 tỷ đồng, giảm 7% so với năm trước (125).", "125 tỷ đồng"),
        ("Nghề mây thu 42 tỷ đồng, giảm 7% so với năm trước (126).", None),
        ("Nghề mây thu 42 tỷ đồng (39).", None),
        ("Nghề mây giảm 42 tỷ đồng, ít hơn so với năm trước (39).", None),
        ("Đàn trâu 420 con, tăng 7% so với năm trước (390).", None),
        ("Đón 42 nghìn lượt khách, tăng 7% so với năm trước (39).", "39 nghìn lượt khách"),
        ("Quy mô vùng quế 42 ha, tăng 7% so với năm trước (39).", "39 ha"),
        ("Nghề mây thu 42 tỷ đồng, tăng 7% so với năm trước 39.", None),
        ("Quy mô vùng quế 12.450 (năm 2025: 310 ha, năm 2024: 12.400 ha).", None),
        ("Quy mô vùng quế 12.450 (năm 2025: 4.151 ha).", "12.450 ha"),
        ("Quy mô vùng quế 12.450 (năm 2025: 4.150 ha).", None),
        ("Quy mô vùng quế 12.450 (năm 2025: 37.349 ha).", "12.450 ha"),
        ("Quy mô vùng quế 12.450 (năm 2025: 37.350 ha).", None),
        ("Quy mô vùng quế tăng 1.245 (năm 2025: 1.150 ha).", None),
        ("Quy mô vùng quế 450 (năm 2025: 415 ha).", None),
        ("Quy mô vùng quế 450,5 (năm 2025: 415 ha).", "450,5 ha"),
        # one share in a bracket, like the others
        ("Có 12 xã xa (24%), 38 xã (76).", "76 %"),
        ("Có 12 xã xa (24%), 38 xã (100).", "100 %"),
        ("Có 12 xã xa (24%), 38 xã (101).", None),
        ("Có 12 xã xa 24%, 38 xã (76).", None),
        ("Có 12 xã xa (24 km), 38 xã (76).", None),
        ("Có 12 xã xa (24%), 38 xã ở ven biển (76).", None),
    ],
)
def test_amounts_told_with_another(line, lost):
    assert [f"{number} {unit}" for _, number, unit in bare(f"- {line}")] == ([] if lost is None else [lost])


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        # behind an amount of the list
        ("Vốn xã 120 tỷ đồng, vốn bản 30.", "30 tỷ đồng"),
        ("Vốn xã 120 tỷ đồng, vốn bản 30 và công thợ.", "30 tỷ đồng"),
        ("Vốn xã 120 tỷ đồng, vốn bản 30 mới.", None),
        ("Vốn xã 120 tỷ đồng, vốn bản tăng 30.", "30 %"),
        ("Vốn xã 120 tỷ đồng, thu hút 30.", None),
        ("Vốn xã 120 tỷ đồng, thu hút đạt 30.", "30 tỷ đồng"),
        ("Vốn xã 12/120 tỷ đồng, vốn bản 30.", None),
        ("Vốn xã 120 xe, vốn bản 30.", None),
        ("Vốn xã 120 tỷ đồng, vốn của các bản ven suối và ven núi 30.", "30 tỷ đồng"),
        ("Vốn xã 120 tỷ đồng, vốn của các bản ven suối và ven núi rất cao 30.", None),
        ("Vốn xã 120 tỷ đồng.\n- Vốn bản: 30.", None),
        # among shares
        ("Nhóm xe chiếm 12%, nhóm máy chiếm 30.", "30 %"),
        ("Nhóm xe chiếm 12%, nhóm máy đạt 30.", "30 %"),
        ("Nhóm xe còn 12%, nhóm máy đạt 30.", None),
        ("Nhóm xe chiếm 12%, nhóm máy chiếm 100.", "100 %"),
        ("Nhóm xe chiếm 12%, nhóm máy chiếm 101.", None),
        ("Thi xe đỗ 45 (12%), trượt 30.", None),
        # ahead of two amounts of the list
        ("Vốn xã 120,5, vốn bản 40 tỷ đồng, vốn thôn 30 tỷ đồng.", "120,5 tỷ đồng"),
        ("Vốn xã 1.205, vốn bản 40 tỷ đồng, vốn thôn 30 tỷ đồng.", "1.205 tỷ đồng"),
        ("Vốn xã 120, vốn bản 40 tỷ đồng, vốn thôn 30 tỷ đồng.", None),
        ("Thu 9 tỷ đồng; vốn xã 120, vốn bản 40 tỷ đồng, vốn thôn 30 tỷ đồng.", "120 tỷ đồng"),
        ("Vốn xã 120,5, vốn bản 40 tỷ đồng.", None),
        ("Vốn xã 120,5, vốn bản 40 tỷ đồng, vốn thôn 30 ha.", None),
        ("Vốn xã đạt 120,5, vốn bản 40 tỷ đồng, vốn thôn 30 tỷ đồng.", "120,5 %, tỷ đồng, ha …"),
        ("Vốn xã 120,5, vốn bản 40 hộ, vốn thôn 30 hộ.", "120,5 %, tỷ đồng, ha …"),
        # ahead of a share that is said alike
        ("Xã đạt 45; bản đạt 40%.", "45 %"),
        ("Xã đạt 45; bản chiếm 40%.", None),
        ("Xã đạt 45, bản đạt 40%.", None),
        ("Xã đạt 100; bản đạt 40%.", "100 %"),
        ("Xã đạt 101; bản đạt 40%.", None),
    ],
)
def test_lists(line, lost):
    assert [f"{number} {unit}" for _, number, unit in bare(f"- {line}")] == ([] if lost is None else [lost])
