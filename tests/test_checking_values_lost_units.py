"""What the words around a number tell of the unit it lost."""

import pytest

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def amounts(text):
    subject = Subject.of(text, (), (), None)
    both = zip(subject.passages, subject.numerals, strict=True)
    return [one for passage, (_, numerals) in both for one in bare_amounts(passage, numerals)]


def bare(text):
    return [one.number for one in amounts(text)]


def units_lost(text):
    return [f"{one.number} {one.unit}" for one in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Gây Quỹ “Khuyến học”: 85; tặng 12 suất học bổng.", ["85"]),
        ("- Quỹ Đền ơn đáp nghĩa đạt 120.", ["120"]),
        ("- Vận động Quỹ Khuyến học: 85,5.", ["85,5"]),
        ("- Tổng kinh phí là 1.250; trong đó ngân sách xã 200 triệu đồng.", ["1.250"]),
        ("- Vận động Quỹ Khuyến học: 85,5 triệu đồng.", []),
        ("- Vận động Quỹ Khuyến học đạt 105% kế hoạch.", []),
        ("- Quỹ Đền ơn đáp nghĩa: 12/12 thôn thu đạt.", []),
        ("- Số quỹ khuyến học: 12.", []),
        ("- Quỹ đất công ích: 450.", []),
        ("- Kinh phí: 450, 500 và 600 triệu đồng.", []),
        ("- Kinh phí hoạt động theo Nghị quyết số 12/2025/NQ-HĐND.", []),
        # the unit stands in the line, over the list, or over another one
        ("- Vận động Quỹ Khuyến học (triệu đồng): 450.", []),
        ("1. Các quỹ (triệu đồng)\n- Quỹ Khuyến học: 450.\n- Quỹ Vì người nghèo: 12.", []),
        ("1. Thu ngân sách (triệu đồng)\n- Thu phí 12.\n2. Các quỹ\n- Quỹ Khuyến học: 450.", ["450"]),
        ("| Quỹ Khuyến học: 450 | 12 |", []),
    ],
)
def test_numbers_of_funds(text, expected):
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        # of all there is, whose unit may be a count or not
        ("Đã làm 38,5 trong tổng số 45,5 km.", None),
        ("Đã làm 38,5 trong tổng số 45 xã.", "38,5 %"),
        # for each, or a change in a year
        ("Số vở bình quân 73,5/người.", "73,5 triệu đồng"),
        ("Số vở tăng 7/năm.", "7 %"),
        ("Số vở đạt 7/năm.", None),
        ("Số vở tăng 7/người.", None),
        ("Nghề mây thu 45 tỷ đồng, tăng 7/người.", None),
        # land and money, of which there are not few
        ("Trồng mới 99 rừng quế.", None),
        ("Trồng mới 100 rừng quế.", "100 ha"),
        ("Trồng mới 9,5 rừng quế.", "9,5 ha"),
        ("Huy động 100 vốn dân góp.", "100 tỷ đồng"),
        ("Huy động 99 vốn dân góp.", None),
        # shares of what was set, which may be counted too
        ("Đạt 100 chỉ tiêu.", "100 %"),
        ("Đạt 99 chỉ tiêu.", None),
        ("Đạt 99,5 chỉ tiêu.", "99,5 %"),
        ("Giao 100 chỉ tiêu.", None),
        ("Đạt 300 kế hoạch.", "300 %"),
        ("Đạt 301 kế hoạch.", None),
        ("Đạt 1.250 kế hoạch.", None),
        ("Giao 95 kế hoạch.", None),
        ("Hoàn thành 95 kế hoạch.", None),
        ("Hoàn thành 95 kế hoạch vốn.", "95 %"),
        ("Hoàn thành 95,5 kế hoạch.", "95,5 %"),
        ("Mới làm một phần (95 kế hoạch).", "95 %"),
        ("Mới làm một phần (95 diện tích).", None),
        # shares of other things
        ("Bằng 95 so với năm trước.", "95 %"),
        ("Còn 95 so với năm trước.", None),
        ("Tăng 95 số hộ trồng dâu.", "95 %"),
        ("Tăng 95 tổng số hộ trồng dâu.", None),
        ("Vốn làm đường 0,9 dư nợ.", "0,9 %"),
        ("Vốn làm đường 9 dư nợ.", None),
        ("Vốn làm đường bằng 9 dư nợ.", "9 %"),
        ("Vốn làm đường bằng 100 dư nợ.", "100 %"),
        ("Vốn làm đường bằng 101 dư nợ.", None),
        ("Đã tiêm cho 45 dân số.", "45 %"),
        # changes
        ("Nghề mây tăng 12.", None),
        ("Nghề mây thu 45 tỷ đồng, tăng 12.", "12 %"),
        ("Nghề mây đón 45 nghìn lượt khách, tăng 12.", "12 %"),
        ("Nghề mây có 45 hộ, tăng 12.", None),
        ("Nghề mây thu 45 tỷ đồng, tăng 300.", "300 %"),
        ("Nghề mây thu 45 tỷ đồng, tăng 301.", None),
        ("Nghề mây thu 45 tỷ đồng, tăng 1.250.", None),
        ("Nghề mây thu 45 tỷ đồng, nuôi 12 con, tăng 12.", None),
        ("Nghề mây tăng 12,5.", "12,5 %"),
        ("Phụ nữ học nghề tăng 12,5.", None),
        ("Tốc độ tăng phụ nữ học nghề tăng 12,5.", "12,5 %"),
        ("Giá trị tăng thêm nghề mây tăng 12.", "12 %"),
        ("Nghề mây tăng 12 trở lên.", "12 %"),
        # rates by a word or by their name
        ("Nghề mây giải ngân 45.", "45 %"),
        ("Nghề mây chiếm 45.", "45 %"),
        ("Nghề mây chiếm 100.", "100 %"),
        ("Nghề mây chiếm 101.", None),
        ("Nghề mây chiếm 45 và giữ như cũ.", None),
        ("Nghề mây đạt 49 trở lên.", None),
        ("Nghề mây đạt 50 trở lên.", "50 %"),
        ("Nghề mây 50 trở lên.", None),
        ("Nghề mây đạt 12%, nghề gốm nung già lửa đạt 45 trở lên.", "45 %"),
        ("Nghề mây đạt 12 xã, nghề gốm nung già lửa đạt 45 trở lên.", None),
        ("Nghề mây đạt 12, nghề gốm nung già lửa đạt 45 trở lên.", None),
        ("Tỷ lệ hộ có vườn cảnh đạt 45.", "45 %"),
        ("Tỷ lệ hộ có vườn cảnh 45.", "45 %"),
        ("Vườn cảnh, tỷ lệ hộ có 45.", None),
        ("Tỷ lệ hộ có vườn cảnh loại 45.", None),
        ("Tỷ lệ hộ có vườn cảnh đạt 100.", "100 %"),
        ("Tỷ lệ hộ có vườn cảnh đạt 145.", None),
        ("Hộ có vườn cảnh đạt 45.", None),
        # land and money by their name
        ("Diện tích vườn cảnh 1.450.", "1.450 ha"),
        ("Diện tích vườn cảnh 450.", None),
        ("Diện tích vườn cảnh 1.450 trên tổng kế hoạch 1.500 ha.", None),
        ("Kinh phí vườn cảnh 1.450.", "1.450 triệu đồng"),
        ("Kinh phí vườn cảnh 450.", None),
        ("Cấp 9 triệu USD.\nKinh phí vườn cảnh 1.450.", "1.450 triệu đồng"),
        ("Nhà vườn 1.450.", None),
        ("Kinh phí vườn cảnh 2,5 và ngày công.", "2,5 %"),
        ("Kinh phí vườn cảnh 3 cho các bản.", "3 triệu đồng"),
        ("Kinh phí vườn cảnh 2 cho các bản.", None),
        ("Kinh phí vườn cảnh 3 mới.", None),
        ("Cấp 9 triệu USD, thêm 2 triệu USD; kinh phí vườn cảnh 1.450 và công.", "1.450 triệu USD"),
        ('Quỹ "Vì người nghèo" đạt 10.', "10 triệu đồng"),
        ('Quỹ "Vì người nghèo" đạt 9.', None),
        ('Quỹ "Vì người nghèo" đạt 85 và hơn thế.', None),
        # decimals
        ("Nghề mây 45,6.", "45,6 %"),
        ("Nghề mây 100,6.", "100,6 %, tỷ đồng, ha …"),
        ("Tuổi nghề mây 45,6.", None),
        ("Tuổi nghề mây đạt 45,6.", "45,6 %"),
        ("Nghề mây 456.", None),
        ("Có nghề mây (12,5).", "12,5 %"),
        ("Có nghề mây (12).", None),
        ("Có nghề mây (112,5).", "112,5 %, tỷ đồng, ha …"),
    ],
)
def test_what_the_words_tell(line, lost):
    assert units_lost(f"- {line}") == ([] if lost is None else [lost])
