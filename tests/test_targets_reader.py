"""Targets in running text and in tables: the traps, one by one."""

import builders
import pytest
from builders import read_targets

import chitieu as ct

TRAPS = [
    # bounds before and behind
    ("không quá 2,5%", [("không quá 2,5%", "level")]),
    ("GRDP tăng từ 9,3% (trở lên)", [("tăng từ 9,3% trở lên", "increase")]),
    ("đạt 1.700 triệu USD (trở lên)", [("từ 1.700 triệu USD trở lên", "level")]),
    ("ít nhất 15 xã", [("từ 15 xã trở lên", "level")]),
    ("≥ 95%", [("từ 95% trở lên", "level")]),
    ("< 1,5%", [("dưới 1,5%", "level")]),
    ("trên 10% chi thường xuyên", [("trên 10%", "level")]),
    ("tỷ lệ đô thị hóa khoảng 24%", [("khoảng 24%", "level")]),
    ("GRDP bình quân: Trên 10%", [("trên 10%", "level")]),
    ("từ 95% trẻ dưới 1 tuổi được tiêm chủng", [("từ 95% trở lên", "level")]),
    # a level is not a change
    ("tỷ lệ hộ nghèo giảm còn 1,5%", [("1,5%", "level")]),
    ("tỷ lệ hộ nghèo giảm 1,5%", [("giảm 1,5%", "decrease")]),
    ("Giảm số vụ cháy, không quá 12 vụ", [("không quá 12 vụ", "level")]),
    ("dân số năm 2026: 950.000", [("950.000 người", "level")]),
    ("còn không quá 2,5% (giảm 1%/năm)", [("không quá 2,5%", "level"), ("giảm 1%/năm", "decrease")]),
    ("giảm còn dưới 2%", [("dưới 2%", "level")]),
    ("giảm xuống dưới 2%", [("dưới 2%", "level")]),
    ("tỷ lệ bao phủ tăng lên 95%", [("95%", "level")]),
    ("từ 65% (năm 2015) tăng lên 75%", [("65%", "level"), ("75%", "level")]),
    ("tăng 2 điểm phần trăm", [("tăng 2 điểm phần trăm", "increase")]),
    # ranges
    ("tăng 7,5 - 8%", [("tăng 7,5% - 8%", "increase")]),
    ("tăng từ 9% đến 9,5%", [("tăng 9% - 9,5%", "increase")]),
    ("30.000–30.500 tỷ đồng", [("30.000 tỷ đồng - 30.500 tỷ đồng", "level")]),
    ("trong khoảng 3,6 - 4,1%", [("3,6% - 4,1%", "level")]),
    # ranks and parts of a whole
    ("xếp thứ 38/63", [("hạng 38/63", "level")]),
    ("đứng trong nhóm 20/34 tỉnh, thành phố", [("tốp 20/34", "level")]),
    ("PCI vào tốp 35 tỉnh", [("tốp 35", "level")]),
    ("xếp thứ 5 vùng ĐBSCL", [("hạng 5", "level")]),
    ("đạt và vượt 100% kế hoạch", [("từ 100% trở lên", "level")]),
    ("GRDP giảm mạnh, đạt âm 5%", [("-5%", "level")]),
    ("hơn 1.234 lượt lao động", [("trên 1.234 lượt lao động", "level")]),
    ("có 59/131 xã đạt chuẩn", [("59/131 xã", "level")]),
    # lists that share a bound
    (
        "ít nhất 50 tổ hợp tác; 15 hợp tác xã",
        [("từ 50 tổ hợp tác trở lên", "level"), ("từ 15 hợp tác xã trở lên", "level")],
    ),
    # noise of copies
    ("đạt 4.000ha", [("4.000 ha", "level")]),
    ("bình quân 27m2sàn/người", [("27 m2/người", "level")]),
    ("tỷ lệ 7,1%[1] và", [("7,1%", "level")]),
    ("còn 0,5%0", [("0,5‰", "level")]),
    ("độ che phủ rừng(65%)", [("65%", "level")]),
    ("tăng 9,14%,giảm", [("tăng 9,14%", "increase")]),
    ("đạt95% kế hoạch", [("95%", "level")]),
    ("14 200 ha lúa", [("14.200 ha", "level")]),
    ("10.370USD/người/năm", [("10.370 USD/người/năm", "level")]),
    # amounts that look like a year
    ("21,5 giường bệnh/vạn dân", [("21,5 giường bệnh/vạn dân", "level")]),
    ("trên 0,5 bác sĩ/vạn dân", [("trên 0,5 bác sĩ/vạn dân", "level")]),
    # counts padded with a zero: "trên" says where
    ("trồng rừng trên 02 huyện", [("2 huyện", "level")]),
    # numbers that are no targets
    ("năm 2026, ngày 15/5/2026, quý I/2026", []),
    ("theo Nghị quyết số 31/2022/NQ-HĐND và 12/KH-UBND", []),
    ("QL6, Điều 8, giai đoạn 1, lần thứ 5, COVID-19, công nghiệp 4.0, 08h00", []),
    ("lúa tăng 4,%, đàn heo tăng ,54%, hơn 1, triệu tấn", []),
    ("trẻ em dưới 16 tuổi", []),
    ("Mục 2. Phần 3, khoản 4", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_traps(text, expected):
    assert read_targets(text) == expected


def test_the_whole_of_a_part_is_kept():
    (target,) = builders.found(ct.find_targets, "đạt 51/58 xã, phường")
    assert (str(target.quantity), str(target.total)) == ("51 xã, phường", "58 xã, phường")


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [("tăng 8.5%", "tăng 8,5%", "decimal point"), ("đạt 3,200,000 USD", "3.200.000 USD", "thousands separators")],
)
def test_english_writings_that_can_be_read_carry_a_note(text, value, note):
    (mention,) = ct.find_targets(text)
    assert str(mention.value) == value
    assert note in mention.notes[0]


def test_the_span_covers_the_words_of_the_bound():
    text = "Tỷ lệ hộ nghèo giảm còn không quá 2,5% (trở lên)"
    (mention,) = ct.find_targets(text)
    assert mention.text.startswith("giảm còn không quá 2,5%")
    assert mention.value.span == mention.span


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "target.none"),
        ("năm 2026", "target.none"),
        ("tăng 5%, giảm 6%", "target.several"),
        ("GRDP tăng 5%", "target.extra"),
        ("tăng 5% nhé", "target.extra"),
    ],
)
def test_parse_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_target(text)
    assert info.value.code == code
    assert 0 <= info.value.start <= info.value.end <= len(text)


ROWS = [
    ("TT | Chỉ tiêu | ĐVT | 2025 | 2026\n1 | Tốc độ tăng GRDP | % | 8,1 | 9,5", ["8,1%", "9,5%"]),
    ("| 2 | Thu ngân sách | Tỷ đồng | 8.100 | 8.460 |", ["8.100 tỷ đồng", "8.460 tỷ đồng"]),
    ("7a | Sản lượng lúa (1.000 tấn) | 2.950 |", ["2.950 nghìn tấn"]),
    ("3 | Tỷ lệ hộ nghèo | % | >12 | — |", ["trên 12%"]),
]


@pytest.mark.parametrize(("table", "expected"), ROWS)
def test_numbers_of_a_row_take_the_unit_of_the_row(table, expected):
    assert [target for target, _ in read_targets(table)] == expected


@pytest.mark.parametrize(
    "text", ["Điểm của bài viết là: 0 trong 0 đánh giá", "trên 3 loại hình báo chí", "với 3 trụ cột"]
)
def test_what_news_count_beside_results(text):
    assert ct.find_targets(text) == ()


def test_a_score_is_read_without_a_unit():
    (target,) = ct.find_targets("Điểm của bài viết là: 7 trong tuần")
    assert str(target.value) == "7"


def test_a_list_number_before_a_decrease():
    (target,) = [m.value for m in ct.find_targets("(6) Giảm tỷ lệ hộ nghèo 0,3%;")]
    assert target.change is ct.Change.DECREASE


@pytest.mark.parametrize("text", ["11 chỉ tiêu kinh tế gồm:\n- Tốc độ tăng", "4 chỉ tiêu môi trường:"])
def test_a_count_that_heads_a_list_is_no_target(text):
    assert ct.find_targets(text) == ()


# --- one word more or less -----------------------------------------------------------------------------------

WORDS = {
    # counts of parts of the text are no results
    "cả 3 chỉ tiêu": [], "toàn bộ 5 xã": [], "có toàn bộ 5 xã": [], "những 5 xã": [], "đủ 5 xã": [],
    "cả 5 nghìn xã": ["5 nghìn xã"], "cả hai 5 xã": ["5 xã"], "cả tỉnh có 5 xã": ["5 xã"],
    "thực hiện 5 nội dung": [], "thực hiện 5 nội dung chính": [], "đạt 5/7 nội dung": ["5/7 nội dung"], "3 nhóm nhiệm vụ": [],
    "thực hiện 5 lĩnh vực": [], "thực hiện 5 lĩnh vực, trong đó có 3 xã": ["3 xã"], "4 loại hình báo chí": [], "5 hồ sơ về 3 vấn đề": ["5 hồ sơ"],
    "6 chương trình": ["6 chương trình"], "6 chương trình mục tiêu quốc gia": [], "6 tiêu chí chủ yếu": [], "6 tiêu chí": ["6 tiêu chí"],
    "6/7 tiêu chí chủ yếu": ["6/7 tiêu chí"], "6 tiêu chí (chủ yếu)": [], "6 tiêu chí nông thôn mới": ["6 tiêu chí"], "4 nhiệm vụ lớn": [],
    "6 xã trọng tâm": ["6 xã"],
    # durations and ages, where the clause measures them
    "tuổi thọ đạt 74,5 tuổi": ["74,5 tuổi"], "tuổi thọ 74,5 tuổi": ["74,5 tuổi"], "tuổi thọ trung bình 74 tuổi": [],
    "tuổi thọ trung bình: 74 tuổi": ["74 tuổi"], "trẻ 6,5 tuổi": ["6,5 tuổi"], "trẻ dưới 6 tuổi": [], "tuổi thọ từ 74 tuổi": ["từ 74 tuổi trở lên"],
    "thời gian giải quyết còn 5 ngày": ["5 ngày"], "thời gian giải quyết 5 ngày": [], "thời gian giải quyết: 5 ngày": ["5 ngày"],
    "thời gian giải quyết không quá 5 ngày": ["không quá 5 ngày"], "thời gian lưu trú 2,5 ngày": ["2,5 ngày"], "trong 2,5 ngày": [],
    "thời gian lưu trú tăng 2 ngày": ["tăng 2 ngày"], "thời gian lưu trú từ 2 ngày": ["từ 2 ngày trở lên"], "thời gian lưu trú đạt 2 ngày": ["2 ngày"],
    "thời gian; còn 5 ngày": [], "họp còn 5 ngày": [],
    # places among the provinces
    "PCI: 25/63": ["hạng 25/63"], "PCI đạt 25/34": ["hạng 25/34"], "PCI: 34/34": ["hạng 34/34"], "PCI: 35/34": [], "PCI: 25/62": [],
    "PCI: 25/64": ["hạng 25/64"], "PCI: 25/65": [],
    # a unit that stands further to the right, or before the number
    "đạt 9,5 và 10%": ["9,5%", "10%"], "đạt 9,5, 10%": ["9,5%", "10%"], "đạt 9,5; 10 và 11%": ["9,5%", "10%", "11%"], "9 và 10 ngày": [],
    "đạt 9,5 và 10 triệu tấn": ["9,5 triệu tấn", "10 triệu tấn"], "từ 9 lên 10 tỷ đồng": ["9 tỷ đồng", "10 tỷ đồng"],
    "đạt 9, 10 và 11 xã": ["11 xã"], "tăng từ 9 lên 10%": ["9%", "10%"], "từ 9 xuống còn 8%": ["9%", "8%"], "9 hoặc 10%": ["10%"], "5/8 và 10%": ["10%"],
    "1, 2, 3, 4, 5, 6, 7, 8 và 9%": [f"{n}%" for n in range(1, 10)], "1, 2, 3, 4, 5, 6, 7, 8, 9 và 10%": [f"{n}%" for n in range(2, 11)],
    "9 và 10 điểm, 11%": ["10 điểm", "11%"], "9, khoảng 10%": ["khoảng 10%"], "9, 5 ngày, 10%": ["10%"],
    "Kim ngạch xuất khẩu (triệu USD) đạt 1.700": ["1.700 triệu USD"], "Kim ngạch xuất khẩu (triệu USD): 1.700": ["1.700 triệu USD"],
    "Số hộ (abc) đạt 1.700": ["1.700 hộ"], "Tỷ lệ (%) 25": ["25%"], "Số xã đạt chuẩn là 45": ["45 xã"], "Số xã đạt chuẩn 45": [], "Số xã trên 45": ["trên 45 xã"],
    "Số doanh nghiệp: 450": ["450 doanh nghiệp"], "Tổng số hộ còn 45": ["45 hộ"], "Số xã, số hộ là 45": ["45 hộ"], "Số % là 45": [],
    "Số vốn bằng tỷ đồng là 45": [],
    # scores
    "Chỉ số PCI đạt 68,5": ["68,5"], "Chỉ số PCI 68,5": [], "Chỉ số PCI: 68,5": ["68,5"], "HDI là 0": [], "HDI đạt 5/8": [], "HDI đạt 68x": [],
    "HDI đạt 1": ["1"], "GRDP đạt 68": [], "HDI trên 0,7": ["trên 0,7"], "HDI còn 0,7": ["0,7"],
    # counts broken down in brackets
    "23 doanh nghiệp (20 đang hoạt động, 03 tạm ngừng)": ["23 doanh nghiệp", "20 doanh nghiệp", "3 doanh nghiệp"],
    "23 doanh nghiệp (20 đang hoạt động, 03 tạm ngừng) 5 nữa": ["23 doanh nghiệp", "20 doanh nghiệp", "3 doanh nghiệp"],
    "23 doanh nghiệp, 20 đang hoạt động": ["23 doanh nghiệp"], "đạt 23% (20 đang hoạt động": ["23%"], "23 xã (có 20 đang làm": ["23 xã"],
    "23 xã (20 đang làm), (5)": ["23 xã", "20 xã"], "23 xã (20 đang làm 5)": ["23 xã", "20 xã"], "23 xã (20, 5)": ["23 xã", "20 xã"],
    "23 xã (20 đang làm, 5)": ["23 xã", "20 xã", "5 xã"],
    "23 xã (20 " + "đang " * 10 + "làm, 5)": ["23 xã", "20 xã", "5 xã"],
    "23 xã (20 " + "đang " * 11 + "ở, 5)": ["23 xã", "20 xã"],
    "23 xã (20 ở bản, 5)": ["23 xã", "20 xã", "5 xã"],
    "có 5 xã; đạt 10 khách sạn 5 sao": ["5 xã", "10 khách sạn"],
    "HDI đạt 68x nữa": [],
    "Số thu (tấn quy thóc) đạt 1.700": [],
    "Số xã là khoảng 45": ["khoảng 45 xã"],
    "tăng 5%, 6%, 7%": ["tăng 5%", "tăng 6%", "tăng 7%"],
    "thấp nhất 50 xã; 15 hộ": ["từ 50 xã trở lên", "15 hộ"],
    "ít nhất 50%, 120%": ["từ 50% trở lên", "từ 120% trở lên"],
    "ít nhất 50 xã, 7/9 xã": ["từ 50 xã trở lên", "từ 7/9 xã trở lên"],
    "ít nhất 50%, trong đó 7%": ["từ 50% trở lên", "7%"],
    "vượt khoảng 5%": ["tăng khoảng 5%"],
    "thu vượt 5 điểm": ["trên 5 điểm"],
    "Xã đạt; giảm hộ nghèo; tỷ lệ sinh 0,3‰": ["0,3‰"],
    "Nội dung; giảm hộ nghèo: 0,3%": ["giảm 0,3%"],
    # lists
    "tăng 5%, 6%": ["tăng 5%", "tăng 6%"], "tăng 5% và 6%": ["tăng 5%", "tăng 6%"], "tăng 5%; 6%": ["tăng 5%", "6%"], "giảm 5%, 6 xã": ["giảm 5%", "6 xã"],
    "tăng 5%, đạt 6%": ["tăng 5%", "6%"], "giảm 5%, tăng 6%": ["giảm 5%", "tăng 6%"], "giảm 5%, 6%": ["giảm 5%", "giảm 6%"], "5%, tăng 6%": ["5%", "tăng 6%"],
    "ít nhất 50 tổ hợp tác, 15 hợp tác xã": ["từ 50 tổ hợp tác trở lên", "từ 15 hợp tác xã trở lên"],
    "ít nhất 50 tổ hợp tác. 15 hợp tác xã": ["từ 50 tổ hợp tác trở lên", "15 hợp tác xã"],
    "ít nhất 50 tổ hợp tác (15 hợp tác xã)": ["từ 50 tổ hợp tác trở lên", "15 hợp tác xã"],
    "không quá 50 xã; 5/7 xã": ["không quá 50 xã", "5/7 xã"], "ít nhất 50%, 60% và 70%": ["từ 50% trở lên", "từ 60% trở lên", "từ 70% trở lên"],
    "ít nhất 50%; 60%": ["từ 50% trở lên", "60%"], "ít nhất 50%, 100%": ["từ 50% trở lên", "100%"], "ít nhất 50%, 99%": ["từ 50% trở lên", "từ 99% trở lên"],
    "ít nhất 50 xã, 60%": ["từ 50 xã trở lên", "60%"], "ít nhất 50 xã; 100 xã": ["từ 50 xã trở lên", "từ 100 xã trở lên"],
    "trên 50 xã; 15 xã": ["trên 50 xã", "15 xã"], "ít nhất 5 xã; lập mới 7 xã; 8 xã": ["từ 5 xã trở lên", "7 xã", "8 xã"],
    # from one level to another
    "từ 65% lên 75%": ["65%", "75%"], "từ 65% năm 2015 lên 75%": ["65%", "75%"], "từ 65%; lên 75%": ["từ 65% trở lên", "75%"],
    "từ 65% và 75%": ["từ 65% trở lên", "75%"], "từ 65% lên 75 xã": ["từ 65% trở lên", "75 xã"], "từ 65% trở lên, lên 75%": ["từ 65% trở lên", "75%"],
    "trên 65% lên 75%": ["trên 65%", "75%"], "tăng từ 65% lên 75%": ["65%", "75%"], "65% lên 75%": ["65%", "75%"], "tăng 65% lên 75%": ["tăng 65%", "75%"],
    "từ 65% " + "nữa " * 13 + "lên 75%": ["65%", "75%"], "từ 65% " + "nữa " * 13 + "xa lên 75%": ["từ 65% trở lên", "75%"],
    "từ 65%, xã loại A 70%, lên 75%": ["từ 65% trở lên", "70%", "75%"],
    # grades
    "có 10 khách sạn 5 sao": ["10 khách sạn"], "khách sạn 5 sao": [], "đạt 5 sao": ["5 sao"], "5 sao": ["5 sao"], "1 khách sạn, 5 sao": ["1 khách sạn"], "1 khách sạn; 5 sao": ["1 khách sạn", "5 sao"],
    "đạt 1 xã 5 sao": ["1 xã"], "từ 3 sao": ["từ 3 sao trở lên"], "khách sạn 5 phòng": ["5 phòng"],
    # bounds behind
    "850 doanh nghiệp thành lập mới (trở lên)": ["từ 850 doanh nghiệp trở lên"], "850 doanh nghiệp thành lập mới trở lên": ["850 doanh nghiệp"],
    "từ 850 doanh nghiệp thành lập mới trở lên": ["từ 850 doanh nghiệp trở lên"], "từ 850 doanh nghiệp trở xuống": ["không quá 850 doanh nghiệp"],
    "850 doanh nghiệp thành lập mới (trở xuống)": ["không quá 850 doanh nghiệp"], "850 doanh nghiệp trở xuống": ["không quá 850 doanh nghiệp"],
    "từ 850 doanh nghiệp cũ trở xuống": ["không quá 850 doanh nghiệp"], "tốp 20 trở lên": ["tốp 20"], "không quá 5 - 7%": ["5% - 7%"],
    # bounds before
    "trồng rừng trên 2 huyện": ["trên 2 huyện"], "đạt trên 02 huyện": ["trên 2 huyện"], "trên 05 ha": ["trên 5 ha"], "trên 02/05 huyện": ["trên 2/5 huyện"],
    "hơn 02 huyện": ["trên 2 huyện"], "không để xảy ra quá 5 vụ": ["không quá 5 vụ"], "chưa để quá 5 vụ": ["không quá 5 vụ"], "xảy ra quá 5 vụ": ["trên 5 vụ"],
    # comparisons
    "cao hơn 95%": ["trên 95%"], "thấp hơn 95%": ["dưới 95%"], "cao hơn 2 điểm phần trăm": ["tăng 2 điểm phần trăm"],
    "thấp hơn 2 điểm phần trăm": ["giảm 2 điểm phần trăm"], "cao hơn 5% so với năm 2025": ["tăng 5%"], "cao hơn 5 xã so với năm 2025": ["tăng 5 xã"],
    "cao hơn 5 xã": ["trên 5 xã"], "vượt 5%": ["tăng 5%"], "vượt 5 xã": ["trên 5 xã"], "vượt 5% kế hoạch": ["tăng 5%"], "thấp hơn 5 xã": ["dưới 5 xã"],
    "vượt 5 tỷ đồng dự toán": ["tăng 5 tỷ đồng"], "thấp hơn 5/7 xã": ["5/7 xã"], "vượt, cao hơn 5%": ["trên 5%"],
    # a fall named at the head of the clause
    "Tốc độ giảm nghèo: 1%": ["giảm 1%"], "Giảm tỷ lệ hộ nghèo 0,3%": ["giảm 0,3%"], "Giảm tỷ lệ hộ nghèo còn 0,3%": ["0,3%"],
    "Giảm tỷ lệ hộ nghèo bình quân 0,3%": ["giảm 0,3%"], "Phấn đấu giảm tỷ lệ hộ nghèo 0,3%": ["giảm 0,3%"], "Số hộ giảm dần 0,3%": ["0,3%"],
    "Tăng trưởng; giảm tỷ lệ hộ nghèo 0,3%": ["giảm 0,3%"], "Giảm nghèo. Tỷ lệ hộ 0,3%": ["0,3%"], "Giảm hộ nghèo: 0,3%": ["giảm 0,3%"],
    "- Giảm tỷ lệ sinh 0,3‰": ["giảm 0,3‰"], "Giảm hộ nghèo xuống thấp, sinh 0,3‰": ["0,3‰"], "Giảm nghèo; tỷ lệ sinh 0,3‰": ["0,3‰"],
    "Giảm hộ nghèo: theo chuẩn 0,3%": ["0,3%"], "Giảm tỷ lệ hộ nghèo 3 xã 0,3%": ["giảm 3 xã", "0,3%"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_a_word_decides(text, expected):
    assert [target for target, _ in read_targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("(850 xã trở lên)", ["850 xã trở lên"]),
        ("850 xã (trở lên), và", ["850 xã (trở lên)"]),
        ("850 xã trở lên , và", ["850 xã trở lên"]),
        ("850 xã xây mới (trở lên), và", ["850 xã xây mới (trở lên)"]),
        ("hộ nghèo còn 2% và", ["còn 2%"]),
        ("đạt từ 850 xã xây mới trở lên, và", ["đạt từ 850 xã xây mới trở lên"]),
        ("ít nhất 50 xã; 15 hộ", ["ít nhất 50 xã", "15 hộ"]),
        ("đạt 1 xã 5 sao", ["đạt 1 xã"]),
    ],
)
def test_the_words_a_target_is_read_from(text, covered):
    mentions = ct.find_targets(text)
    assert [mention.text for mention in mentions] == covered
    assert all(mention.value.span == mention.span for mention in mentions)


@pytest.mark.parametrize(
    ("text", "start", "end", "count"),
    [
        ("tăng 5%, giảm 6%, 7%", 9, 16, 3),
        ("GRDP tăng 5%", 0, 5, None),
        ("tăng 5% nhé", 7, 11, None),
        ("GRDP tăng 5% nhé", 0, 5, None),
        ("năm 2026", 0, 8, None),
    ],
)
def test_a_refusal_points_at_what_is_wrong(text, start, end, count):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_target(text)
    assert (info.value.start, info.value.end) == (start, end)
    assert info.value.fields.get("count") == count


def test_a_target_alone_may_have_space_around_it():
    assert str(ct.parse_target("  tăng 5%\n")) == "tăng 5%"


def test_a_target_alone_is_not_written_the_english_way():
    with pytest.raises(ct.AmbiguousNumberError):
        ct.parse_target("tăng 8.5%")


def test_money_for_the_poor_is_no_change():
    """*chi giảm nghèo 50 tỷ đồng* says what the money is for; *giảm nghèo 1%* how much fewer are poor."""
    spent, fewer = ct.find_targets("chi giảm nghèo 50 tỷ đồng; giảm nghèo 1%")
    assert (spent.value.change, fewer.value.change) == (ct.Change.LEVEL, ct.Change.DECREASE)
