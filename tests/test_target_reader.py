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


HOSTILE = [
    "1.",
    "(",
    " ",
    "1 ",
    "từ ",
    "1,",
    "1/",
    "9%-",
    "ngày 1",
    "số 1, ",
    "1% ",
    "5 xã, ",
    "\n",
    "a\u0301",
    "\u200b",
    "không ",
    "/1",
    "1)\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_is_read_to_its_end(piece):
    """A plain call on 100,000 characters: a reader that is not linear does not come back."""
    text = (piece * 100_000)[:100_000]
    for mention in ct.find_targets(text):
        assert mention.text


# Shorter where the reader is known not to be linear: at full length these calls do not come back in a minute.
@pytest.mark.parametrize("piece", ["|1", "1|", "| 1 |"])
def test_hostile_table_rows_are_read_to_their_end(piece):
    """A row of many cells is read in one pass too."""
    text = (piece * 20_000)[:20_000]
    for mention in ct.find_targets(text):
        assert mention.text


def test_reading_a_document_twice_as_long_finds_twice_as_much():
    """Counted, not timed: one sentence repeated gives one more target each time."""
    sentence = "Tỷ lệ hộ nghèo giảm còn 1,5%. "
    assert [len(ct.find_targets(sentence * count)) for count in (1, 2, 50, 100)] == [1, 2, 50, 100]


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
