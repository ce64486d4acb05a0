"""A whole and its parts in one sentence."""

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a bracket names is all there is where it comes to nearly all
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 92 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng, gồm chi giao thông 60 tỷ đồng, chi giảm nghèo 30 tỷ đồng, còn lại là chi khác.", []),
        ("Chi 100 tỷ đồng, gồm chi giao thông 60 tỷ đồng, chi giảm nghèo 30 tỷ đồng và chi khác 10 tỷ đồng.", []),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 32 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng năm 2026 (tỉnh 60 tỷ đồng, xã 32 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng năm 2026 (tỉnh 60 tỷ đồng, xã 40 tỷ đồng).", []),
        ("Chi 100 tỷ đồng (tỉnh 12 tỷ đồng, xã 11 tỷ đồng).", []),
        ("Chi 7.362 triệu đồng: tỉnh 2.120 triệu đồng, xã 1.242 triệu đồng.", ["parts-sum"]),
        ("Tổng chi 7.362 triệu đồng, trong đó điện 2.120 triệu đồng, nước 1.242 triệu đồng.", ["parts-sum"]),
        ("Tổng chi 7.000 triệu đồng, trong đó điện 2.000 triệu đồng, nước 1.000 triệu đồng.", []),
        ("Mở 90 lớp (12 lớp buổi tối; 50 lớp nghề).", []),
        ("Có 92 đơn vị cấp xã (60 xã, 12 phường).", ["parts-sum"]),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 33 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 39 tỷ đồng).", []),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 40 tỷ đồng).", []),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 41 tỷ đồng).", []),
        ("Chi 100 tỷ đồng (tỉnh 60 tỷ đồng, xã 42 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng, trong đó tỉnh 60 tỷ đồng, xã 33 tỷ đồng.", []),
        # what is left over is the last part
        ("Chi 100 tỷ đồng, trong đó tỉnh 60 tỷ đồng, nguồn khác 30 tỷ đồng.", ["parts-sum"]),
        ("Chi 100 tỷ đồng, trong đó nguồn khác 60 tỷ đồng, tỉnh 30 tỷ đồng.", []),
        # a division that is known is all there is
        ("Diện tích lúa 100 ha, trong đó Đông Xuân 50 ha, Hè Thu 30 ha, Thu Đông 10 ha.", ["parts-sum"]),
        ("Diện tích lúa 100 ha, trong đó Đông Xuân 50 ha, Hè Thu 30 ha.", []),
        # other words that lead to parts
        ("Trồng 100 ha, trong số này rừng đước 160 ha.", ["part-over-whole"]),
        ("Trồng 100 ha (riêng rừng đước 160 ha).", ["part-over-whole"]),
        ("Trồng 100 ha; riêng xã Tân An 160 ha.", ["part-over-whole"]),
        ("Trồng 100 ha; riêng năm 2027 trồng 160 ha.", []),
        ("Rừng tràm 90 ha, rừng đước 100 ha; riêng ruộng lúa 160 ha.", []),
        ("Thưởng 10 triệu đồng, riêng giải nhất 20 triệu đồng.", []),
        ("Có 100 người, kể cả 160 giáo viên.", ["part-over-whole"]),
        ("Xã rộng 86,5 km2, được hình thành từ 40,2 km2 của xã A và 43,6 km2 của xã B.", ["parts-sum"]),
        ("Trồng khoảng 100 ha, trong đó rừng đước 104 ha.", []),
        ("Trồng khoảng 100 ha, trong đó rừng đước 140 ha.", ["part-over-whole"]),
        # so much a day adds up, wages do not
        ("Thu gom 900 tấn/ngày, gồm rác nhà dân 700 tấn/ngày và rác chợ 300 tấn/ngày.", ["parts-sum"]),
        ("Lương 9 triệu đồng/tháng, gồm thợ 7 triệu đồng/tháng, lái xe 8 triệu đồng/tháng.", []),
        # so many parts are counted ahead of them
        ("Chia 82 xã thành 03 nhóm: nhóm 1 gồm 46 xã, nhóm 2 gồm 27 xã, nhóm 3 gồm 11 xã.", ["parts-sum"]),
        ("Chia 82 xã thành 03 nhóm: nhóm 1 gồm 46 xã, nhóm 2 gồm 27 xã, nhóm 3 gồm 9 xã.", []),
        ("Chi 150 tỷ đồng cho 3 dự án: đường 60 tỷ đồng, cầu 50 tỷ đồng, kè 54 tỷ đồng.", ["parts-sum"]),
        ("Chi 150 tỷ đồng cho 3 dự án, gồm: đường 60 tỷ đồng, cầu 50 tỷ đồng.", []),
        # a count of other things is the name of a part
        ("Lắp 950 camera, gồm: 20 phường 520 camera, 82 xã 340 camera.", ["parts-sum"]),
        ("Lắp 950 camera, gồm: 520 camera tại 20 phường, 430 camera tại 82 xã.", []),
        # a colon and nothing else leads to all there are
        ("Mở 24 lớp: 10 lớp thêu, 8 lớp may, 2 lớp hàn.", ["parts-sum"]),
        ("Trồng 500 ha: lúa 200 ha, ngô 150 ha, đậu 50 ha và một số cây khác.", []),
        # one part alone is none of a list
        ("Sửa 100 km đường, gồm đường xã 160 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 100 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 160 km.", ["part-over-whole"]),
        # what may overlap is no part of a sum, and still no more than the whole
        ("Tuyển 100 người, trong đó nữ 160 người.", ["part-over-whole"]),
        ("Tuyển 100 người, trong đó nông thôn 60 người, nữ 160 người.", ["part-over-whole"]),
        ("Tuyển 100 người, trong đó nông thôn 60 người, nữ 70 người.", []),
        # of the places there are no more can be, of those planned they can
        ("Có 126/124 xã, phường có nhà văn hóa, đạt 101,6%.", ["part-over-whole"]),
        ("Có 126/124 xã, phường hoàn thành, vượt kế hoạch.", []),
        ("Công nhận 12/10 xã, đạt 120%.", []),
        # the whole may stand ahead of those among it
        ("Trong số 1.500 lao động đi làm việc ở nước ngoài có 1.620 lao động thuộc hộ nghèo.", ["part-over-whole"]),
        ("Trong tổng số 1.500 lao động đi nước ngoài, có ít nhất 620 lao động thuộc hộ nghèo.", []),
        ("Trong số 1.500 lao động, 1.620 lao động đi nước ngoài.", []),
        # behind a semicolon stands another matter
        ("Sửa 100 km đường, trong đó đường xã 60 km; xây dựng cống 70 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km; kênh 170 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km; đường thôn 70 km.", ["parts-exceed"]),
        # what the whole is of something else stands before its parts
        ("Chi 100 tỷ đồng, bằng 12% GRDP; gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        ("Chi 100 tỷ đồng (bằng 12% GRDP), trong đó: tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-exceed"]),
        ("Chi 110 tỷ đồng, tăng 10% so với (100 tỷ đồng), bằng 12% GRDP; gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", []),
        ("Chi 100 tỷ đồng; gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        # a list of its own lines
        ("Sửa 100 km đường, gồm:\n- Đường xã 60 km;\n- Đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm:\n- Đường xã 60 km;\n- Đường thôn 40 km.", []),
    ],
)
def test_parts_that_are_all_or_some(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts that come to the very number of the whole, in another size
        ("Bố trí 90,5 triệu đồng, gồm 60,5 tỷ đồng vốn trung ương và 30 tỷ đồng vốn tỉnh.", ["parts-sum"]),
        ("Bố trí 90,5 tỷ đồng, trong đó vốn trung ương 60,5 triệu đồng, vốn tỉnh 30 triệu đồng.", ["parts-sum"]),
        (
            "Mua thiết bị dạy học tối thiểu hết 90,5 triệu đồng, gồm 60,5 tỷ đồng vốn trung ương và 30 tỷ đồng vốn tỉnh.",
            ["parts-sum"],
        ),
        ("Bố trí 90,5 tỷ đồng, trong đó vốn trung ương 60.500 triệu đồng, vốn tỉnh 30.000 triệu đồng.", []),
        ("Bố trí 90,5 tỷ đồng, trong đó vốn trung ương 60,5 triệu đồng, vốn tỉnh 20 triệu đồng.", []),
        ("Bố trí 1,5 tỷ đồng, trong đó xây lắp 900 triệu đồng, thiết bị 600 triệu đồng.", []),
    ],
)
def test_a_scale_word_that_does_not_go_with_those_of_the_parts(text, expected):
    assert codes(text) == expected


def test_what_a_semicolon_divides_off_ends_the_parts():
    text = (
        "Tạo việc làm cho 3.000 lao động, trong đó 3.500 người đi làm việc ở nước ngoài; tỷ lệ thất nghiệp dưới 3,0%."
    )
    found = ct.check(ct.Plan(text=text), rules=["part-over-whole"])
    assert [finding.code for finding in found] == ["part-over-whole"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiểm tra 120 cơ sở, trong đó 150 trường.", ["part-over-whole"]),
        ("Thành lập 50 doanh nghiệp, trong đó 60 công ty.", ["part-over-whole"]),
        ("Tuyển 300 học sinh, trong đó 350 em ở xã biên giới.", ["part-over-whole"]),
        ("Mở 30 lớp, trong đó 600 học viên.", []),
        ("Hỗ trợ 120 hộ nghèo, trong đó 450 nhân khẩu.", []),
    ],
)
def test_nouns_that_count_the_same_things(text, expected):
    found = ct.check(ct.Plan(text=text), rules=["part-over-whole"])
    assert [finding.code for finding in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trồng 3.200 cây (quý I 400 cây; quý II 900 cây).",
        "Trồng 3.200 cây (quý I: 1.400 cây; quý II: 900 cây; quý III: 600 cây).",
    ],
)
def test_some_quarters_in_a_bracket_are_not_the_year(text):
    assert not ct.check(ct.Plan(text=text), rules=["parts-sum"])


@pytest.mark.parametrize(("last", "count"), [(300, 0), (350, 1)])
def test_all_quarters_in_a_bracket_are_the_year(last, count):
    text = f"Trồng 3.200 cây (quý I: 1.400 cây; quý II: 900 cây; quý III: 600 cây; quý IV: {last} cây)."
    assert len(ct.check(ct.Plan(text=text), rules=["parts-sum"])) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is so much for each is no whole, but so much a day is
        ("Bình quân thu gom 900 tấn rác, gồm 700 tấn nhà dân và 300 tấn chợ.", []),
        ("Thu gom 900 tấn rác, gồm 700 tấn nhà dân và 300 tấn chợ.", ["parts-sum"]),
        ("Bình quân thu gom 900 tấn/ngày, gồm rác nhà dân 700 tấn/ngày và rác chợ 300 tấn/ngày.", ["parts-sum"]),
        ("Mỗi xã thu gom 900 tấn/ngày, gồm rác nhà dân 700 tấn/ngày và rác chợ 300 tấn/ngày.", []),
        # the next sentence divides what the one before is about, which is no part
        ("Trồng 100 ha keo. Trong đó xã Tân An 60 ha, xã Tân Mỹ 90 ha.", ["parts-exceed"]),
        ("Trồng 300 ha rừng, riêng keo 100 ha. Trong đó xã Tân An 60 ha, xã Tân Mỹ 90 ha.", []),
        # so much more is divided where no level stands before it
        ("Diện tích keo tăng 100 ha, gồm 60 ha trồng mới và 90 ha trồng lại.", ["parts-sum"]),
        ("Diện tích keo tăng 100 ha, trong đó 60 ha trồng mới và 90 ha trồng lại.", []),
        ("Diện tích keo đạt 500 ha, tăng 100 ha, gồm 300 ha trồng mới và 200 ha trồng lại.", []),
        ("Sửa 20 km đường. Diện tích keo tăng 100 ha, gồm 60 ha trồng mới và 90 ha trồng lại.", ["parts-sum"]),
        ("Diện tích mít đạt 500 ha. Diện tích keo tăng 100 ha, gồm 60 ha trồng mới và 90 ha trồng lại.", ["parts-sum"]),
        ("Sửa 20 km đường, diện tích keo tăng 100 ha, gồm 60 ha trồng mới và 90 ha trồng lại.", ["parts-sum"]),
        # small sums of money may be for each
        ("Chi 1 tỷ đồng, riêng xã Tân An 2 tỷ đồng.", ["part-over-whole"]),
        ("Chi 900 triệu đồng, riêng xã Tân An 950 triệu đồng.", []),
        ("Kè 100 m2, riêng bờ đông 160 m2.", ["part-over-whole"]),
        ("Chi 1 nghìn tỷ đồng, riêng xã Tân An 2 nghìn tỷ đồng.", ["part-over-whole"]),
        ("Rừng tràm 90 ha. Rừng đước 100 ha; riêng xã Tân An 160 ha.", ["part-over-whole"]),
        # the second of two wholes is meant where the part has its name
        ("Rừng tràm 190 ha, rừng đước 100 ha, riêng rừng đước ven sông 160 ha.", ["part-over-whole"]),
        ("Rừng tràm 190 ha, rừng đước 100 ha, riêng rừng tràm ven sông 160 ha.", []),
        ("Rừng đước 100 ha, chỉ tính xã Tân An đã trồng 160 ha.", []),
        ("Rừng đước 100 ha, chỉ tính xã Tân An đã có 160 ha.", ["part-over-whole"]),
        ("Rừng đước 100 ha, gồm xã Tân An đã có 160 ha.", []),
        ("Lập 3 tổ, rừng đước 100 ha; riêng xã Tân An 160 ha.", ["part-over-whole"]),
        # words behind the amounts tell that they are a division
        ("Sản lượng thủy sản 245.000 tấn, trong đó 202.000 tấn khai thác, 33.000 tấn nuôi trồng.", ["parts-sum"]),
        ("Sản lượng thủy sản 245.000 tấn, trong đó 202.000 tấn cá, 33.000 tấn tôm.", []),
        # nothing but a sign: the whole is one of a list, or of those in a bracket
        ("Tổng diện tích keo 7.362 ha, cây lớn 2.120 ha, cây nhỏ 1.242 ha.", ["parts-sum"]),
        ("Có 10.724 ha, gồm tổng diện tích keo 7.362 ha, cây lớn 2.120 ha, cây nhỏ 1.242 ha.", []),
        ("Có 10.724 ha (tổng diện tích keo 7.362 ha, cây lớn 2.120 ha, cây nhỏ 1.242 ha).", []),
        ("Có 10.724 ha, trong đó: tổng diện tích keo 7.362 ha, cây lớn 2.120 ha, cây nhỏ 1.242 ha.", []),
        # a bracket that names what is worth it
        ("Chi 100 tỷ đồng (giáo dục 12 tỷ đồng; khoa học 22 tỷ đồng).", ["parts-sum"]),
        ("Chi 100 tỷ đồng (giáo dục chiếm 12 tỷ đồng; khoa học 22 tỷ đồng).", []),
        ("Chi 100 tỷ đồng (giáo dục 12 tỷ đồng; khoa học 22 tỷ đồng...).", []),
        # what is no whole does not hide those behind it
        ("Mỗi tổ dọn 2 tấn rác. Chi 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        ("Keo tăng 2 ha, trong đó xã Tân An 1 ha. Chi 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        ("Chi 2 triệu đồng, riêng tổ Một 3 triệu đồng. Chi 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        ("Có 80 ha (keo 50 ha, quế 30 ha). Chi 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng.", ["parts-sum"]),
        # as many parts as things are counted just before
        ("Làm 03 cầu với tổng vốn 12 tỷ đồng, trong đó cầu Sông 5 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", ["parts-sum"]),
        ("Làm 04 cầu với tổng vốn 12 tỷ đồng, trong đó cầu Sông 5 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", []),
        ("Làm 03 cầu; tổng vốn 12 tỷ đồng, trong đó cầu Sông 5 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", []),
        ("Làm 03 km với tổng vốn 12 tỷ đồng, trong đó cầu Sông 5 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", []),
        ("Làm 03 cầu với 12 tỷ đồng, trong đó cầu Sông 5 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", []),
        ("Làm 03 cầu với 12 tỷ đồng: cầu Sông 3 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", ["parts-sum"]),
        ("Làm 04 cầu với 12 tỷ đồng: cầu Sông 3 tỷ đồng, cầu Kênh 2 tỷ đồng, cầu Rạch 2 tỷ đồng.", []),
        # those told once more, of which nearly all are named
        ("Trong 320 căn có 150 căn tầng một, 100 căn tầng hai, 60 căn tầng ba.", ["parts-sum"]),
        ("Trong 320 căn có 138 căn tầng một, 100 căn tầng hai, 50 căn tầng ba.", ["parts-sum"]),
        ("Trong 320 căn có 137 căn tầng một, 100 căn tầng hai, 50 căn tầng ba.", []),
        ("Trong 320 căn có 150 căn tầng một, 100 căn tầng hai, 40 căn tầng ba, 20 căn tầng tư.", ["parts-sum"]),
        ("Trong 320 căn có 150 căn tầng một, 160 căn tầng hai.", []),
        ("Có 320 căn, 150 căn tầng một, 100 căn tầng hai, 60 căn tầng ba.", []),
    ],
)  # fmt: skip
def test_which_amounts_are_divided(text, expected):
    """What stands before an amount says whether those behind it are its parts, and whether they are all."""
    assert [code for code in codes(text) if code.startswith("part")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # twice: in a bracket, and behind it
        ("Có 900 lao động (600 lao động phổ thông, 350 lao động có nghề), trong đó 950 lao động nữ.", ["part-over-whole", "parts-sum"]),
        ("Có 900 lao động (600 lao động phổ thông, 300 lao động có nghề), trong đó 950 lao động nữ.", ["part-over-whole"]),
        ("Có 900 lao động (600 lao động phổ thông, 300 lao động có nghề), trong đó 450 lao động nữ.", []),
        # once: what was divided behind it is not divided again by what it closes
        ("Trồng 40 ha cam, 35 ha quýt, tổng cộng 80 ha, gồm 50 ha vườn và 40 ha đồi.", ["parts-sum"]),
    ],
)  # fmt: skip
def test_what_is_divided_twice(text, expected):
    """A whole with two divisions is told of each that is wrong, and of none twice."""
    assert sorted(code for code in codes(text) if code.startswith("part")) == expected
