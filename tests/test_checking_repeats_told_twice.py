"""The same amount told twice, once miswritten: of one thing and one time, whatever the catalogue knows of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.repeats.told_twice import told_twice
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText, Span

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. KẾT QUẢ NĂM 2025
- {}

II. CÁC CHỈ TIÊU NĂM 2026
- {}
"""
TABLE = """Tỷ lệ che phủ rừng 42,5%.
Bảng 1. Giống cây lâm nghiệp năm 2026
TT | Loại cây | Năm 2025 (cây) | Năm 2026 (cây)
1 | Keo lai | 51.240 | {}
2 | Bạch đàn | 12.110 | 13.900"""


def said(result, line):
    plan = ct.parse_plan(HEAD.format(result, line))
    return [finding.message for finding in ct.check(plan) if finding.code == "duplicate-target"]


SHELVES = "Tỷ lệ bao phủ sổ sức khỏe học đường {}%"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # what a name leaves out stands in one clause ahead of it, whichever of the two comes first
        ((SHELVES.format("86,4"), "Rà soát học sinh chưa có sổ sức khỏe học đường, nâng tỷ lệ bao phủ lên {}%"), True),
        (("Rà soát học sinh chưa có sổ sức khỏe học đường, nâng tỷ lệ bao phủ lên {}%", SHELVES.format("86,4")), True),
        # in two clauses; of something else; with a word of its own
        ((SHELVES.format("86,4"), "Phát sổ sức khỏe, sân chơi học đường, nâng tỷ lệ bao phủ lên {}%"), False),
        ((SHELVES.format("86,4"), "Rà soát học sinh chưa có thẻ thư viện, nâng tỷ lệ bao phủ lên {}%"), False),
        ((SHELVES.format("86,4"), "Rà soát học sinh chưa có sổ sức khỏe học đường, nâng tỷ lệ bao phủ điện tử lên {}%"), False),
    ],
)  # fmt: skip
def test_what_a_name_leaves_out_stands_ahead_of_it(lines, found):
    first, second = (line.format("85,4") for line in lines)
    assert bool(said("Năm qua được mùa.", f"{first}.\n- {second}.")) is found


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("Đóng mới 1.240 tàu câu. Trong {} tàu có 40 tàu vỏ thép.", "1.240", "1.340"),
        ("Mở 1.350 lớp xóa mù chữ; {} lớp nói trên đều ở bản.", "1.350", "1.530"),
        ("Cấp 21.630 thẻ bạn đọc; cũng {} thẻ này mượn được sách ở thư viện xã.", "21.630", "26.130"),
        ("Gieo cấy vụ xuân 18.240 ha.\n- Vụ xuân gieo cấy {} ha, xong trong tháng 02.", "18.240", "18.420"),
        (
            "Trang bị thêm 45 giường hồi sức cấp cứu trẻ em.\n- Trang bị thêm {} giường hồi sức cấp cứu trẻ em để chống quá tải.",
            "45",
            "54",
        ),
        ("Thư viện số có 36.450 bản sách nói.\n- Phấn đấu thư viện số có {} bản sách nói.", "36.450", "36.950"),
    ],
)
def test_what_is_told_again_is_told_one_way(line, right, wrong):
    assert said("Năm qua được mùa.", line.format(right)) == []
    assert len(said("Năm qua được mùa.", line.format(wrong))) == 1


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (
            "Tỷ lệ người lái đò có phao cứu sinh đạt {}%.",
            "Tỷ lệ người lái đò có phao cứu sinh 85%, tăng so với 71,4% của năm 2025.",
        ),
        (
            "Tỷ lệ người lái đò có phao cứu sinh (đạt {}%) còn thấp.",
            "Tỷ lệ người lái đò có phao cứu sinh 85%, cao so với mức 71,4% năm 2025.",
        ),
    ],
)
def test_a_base_is_what_the_results_tell(result, line):
    assert said(result.format("71,4"), line) == []
    assert len(said(result.format("74,4"), line)) == 1


def test_a_cell_is_what_a_line_tells():
    line = "Số cây giống keo lai năm 2026 là 61.530 cây.\n- " + TABLE
    assert said("Năm qua được mùa.", line.format("61.530")) == []
    assert len(said("Năm qua được mùa.", line.format("61.830"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Gieo cấy vụ xuân 18.240 ha.\n- Gieo cấy vụ mùa 18.420 ha.",  # another season
        "Đóng mới 1.240 tàu câu. Trong 1.240 tàu có 1.140 tàu vỏ gỗ.",  # a part
        "Nuôi 45.620 lồng cá tầm quý I.\n- Nuôi 45.820 lồng cá tầm quý II.",  # another time
        "Nuôi 45.620 lồng cá tầm ở hồ Thác Mơ.\n- Nuôi 45.820 lồng cá tầm ở hồ Núi Cốc.",  # another place
        "Nuôi 45.620 lồng cá tầm.\n- Nuôi 45.820 lồng cá lăng.",  # another thing
        "Nuôi 45.620 lồng cá tầm, năm 2025 có 45.120 lồng cá tầm.",  # the year before
        "Nuôi 45.620 lồng cá tầm.\n- Thêm 45.820 con cá tầm giống.",  # another unit
        "Tỷ lệ hộ có bếp sạch từ 91,5% lên 95,5%.",  # from and to
        "Đội tuần rừng được giao 1.140 người, hiện có 1.340 người. Trong 1.340 người có 20 kiểm lâm.",  # what there is, not what was given
        "Ngân sách tỉnh cho đo đạc 45,62 tỷ đồng.\n- Ngân sách tỉnh cho tuần tra 45,82 tỷ đồng.",  # another purpose
        "Nuôi 45.620 lồng cá tầm.\n- Nuôi 97.310 lồng cá tầm.\n- Sở Y tế làm tốt.",  # not alike: may be another thing
    ],
)
def test_what_is_of_another_thing_or_time_may_differ(line):
    assert [one for one in said("Năm qua được mùa.", line) if "45.8" in one or "18.4" in one or "1.1" in one] == []


@given(st.integers(10_000, 99_999), st.integers(0, 4), st.integers(1, 9))
def test_one_digit_is_enough(number, place, more):
    digits = list(str(number))
    digits[place] = str((int(digits[place]) + more) % 10)
    other = int("".join(digits))
    line = "Thư viện số có {} bản sách nói.\n- Trong {} bản sách nói này có sách cho trẻ em."
    written = [f"{one:,}".replace(",", ".") for one in (number, other)]
    assert said("Năm qua được mùa.", line.format(written[0], written[0])) == []
    if len(str(other)) == len(digits):
        assert len(said("Năm qua được mùa.", line.format(*written))) <= 1


def twice(*lines, work=0):
    """Return the odd amounts of a text with those they ought to be; the lines from `work` on are tasks."""
    text = "\n".join(lines)
    source, tasks = SourceText(text), sum(len(line) + 1 for line in lines[: len(lines) - work])
    piece = Piece(source, placed=True)
    passage = piece, tuple(scan_targets(source)[0])
    found = told_twice(passage, 2026, 0, Ranges.of([Span(tasks, len(text))] if work else []))
    return [(str(twice.one.value), str(twice.other.value)) for twice in found]


BOOKS = "Thư viện số có {} bản sách nói."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the one that no third place tells is odd, wherever it stands; else the later one; each is told once
        (("36.450", "36.950"), [("36950", "36450")]),
        (("36.450", "36.950", "36.950"), [("36450", "36950")]),
        (("36.950", "36.950", "36.450"), [("36450", "36950")]),
        (("36.450", "36.950", "36.150"), [("36950", "36450"), ("36150", "36450")]),
        (("36.450", "36.950", "36.950", "36.450"), []),
        # two digits apart
        (("36.450", "36.999"), []),
    ],
)
def test_the_odd_one_is_told(lines, expected):
    assert twice(*map(BOOKS.format, lines)) == expected


@pytest.mark.parametrize(
    ("form", "one", "other", "found"),
    [
        ("Có {} sách.", "3.641", "3.941", True),
        ("Có {} sách.", "364", "394", False),
        ("Mượn {} sách nói.", "364", "394", True),
        ("Lắp {} loa không dây.", "36", "39", True),
        ("Lắp {} loa treo.", "36", "39", False),
        ("Lắp {} loa không dây ngoài trời.", "3", "4", False),
        ("Lắp {} loa không dây ngoài trời.", "30", "40", False),
        ("Lắp {} loa không dây ngoài trời.", "100", "120", False),
        ("Lắp {} loa không dây ngoài trời.", "130", "120", True),
    ],
)
def test_few_digits_need_many_words(form, one, other, found):
    """Two digits that tell need a name of four words, three need two, more any; one digit tells nothing."""
    assert twice(form.format(one), form.format(other)) == ([(other.replace(".", ""), one.replace(".", ""))] * found)


@pytest.mark.parametrize(
    "lines",
    [
        (BOOKS.format("36.450") + " " + BOOKS.format("36.950"),),  # a line says itself how its amounts differ
        (BOOKS.format("36.450"), "Thư viện số thêm 36.950 bản sách nói."),
        (BOOKS.format("36.450"), "Thư viện số mới có 36.950 bản sách nói."),
        (BOOKS.format("36.450"), "Thư viện số của tỉnh Đông có 36.950 bản sách nói."),
        (BOOKS.format("36.450"), "Thư viện số giảm 36.950 bản sách nói."),
        (BOOKS.format("36.450"), "Thư viện số có 36.950 cuốn sách nói."),
        (BOOKS.format("36.450"), "Quý I, thư viện số có 36.950 bản sách nói."),
        ("Đón 1.350 nghìn lượt khách tàu biển.", "Đón 1.530 lượt khách tàu biển."),
        ("Thu phí chợ 7.140 triệu đồng.", "Thu phí chợ 7.410 tỷ đồng."),
        (BOOKS.format("36.450"), "Thư viện số có trên 36.400 bản sách nói."),
        (BOOKS.format("36.450"), "Thư viện số có ít nhất 36.400 bản sách nói."),
    ],
)
def test_a_change_another_unit_and_what_is_new_are_other_amounts(lines):
    assert twice(*lines) == []


def test_limits_are_the_number_they_limit():
    """A limit of as many digits is the other number miswritten, and so is one of two limits."""
    few, many = (f"Thư viện số có trên {number} bản sách nói." for number in ("36.400", "36.900"))
    assert twice(few, many) == [("36900", "36400")]
    assert twice(BOOKS.format("36.450"), "Thư viện số có trên 36.540 bản sách nói.") == [("36540", "36450")]


def test_each_agency_may_have_a_number_of_its_own():
    """Two tasks may each have some of a thing; not so many to the last of five digits, nor some that another line tells."""
    few, many = [BOOKS.format(one) for one in ("3.645", "3.695")], [BOOKS.format(one) for one in ("36.455", "36.955")]
    assert twice(*few, work=2) == []
    assert twice(*few, work=1) == twice(*few) == [("3695", "3645")]
    assert twice(*many, work=2) == [("36955", "36455")]
    again = "Trong 3.695 bản sách nói của thư viện số này có sách cho trẻ em."
    assert twice(few[0], again, work=2) == [("3695", "3645")]


WOODS = ("Bảng 1. Giống cây lâm nghiệp", "Loại cây | Năm 2026 (cây)", "Keo lai | 61.830")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Số cây keo lai là 61.530 cây.", *WOODS), [("61830", "61530")]),
        # what stands above a table may be said with its cells, and nothing else
        (("Số giống cây keo lai là 61.530 cây.", *WOODS), [("61830", "61530")]),
        (("Số giống cây keo lai nuôi mô là 61.530 cây.", *WOODS), []),
        (("Số cây keo lai nuôi mô là 61.530 cây.", *WOODS), []),
        (("Số cây keo là 61.530 cây.", *WOODS), []),
        (("Số giống cây keo lai là 61.530 cây.", "Giống", *WOODS[1:]), [("61830", "61530")]),
        # a table may not say in what its numbers are
        (("Số cây keo lai là 61.530 cây.", WOODS[0], "Loại cây | Năm 2026", WOODS[2]), [("61830", "61530")]),
        (("Số cây keo lai là 61.530 ha.", *WOODS), []),
        # two tables are two places, two rows of one are not
        ((*WOODS, "", *WOODS[:2], "Keo lai | 61.530"), [("61530", "61830")]),
        ((*WOODS, "Keo lai | 61.530"), []),
        # a cell may be what is spoken of further
        ((*WOODS, "Trong 61.530 cây keo lai này có cây nuôi mô."), [("61530", "61830")]),
    ],
)
def test_cells_say_less_of_what_they_are(lines, expected):
    assert twice(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Sửa 364 cầu treo.", "Sửa 394 cầu treo nêu trên."), [("394", "364")]),
        (("Sửa 36 cầu treo.", "Sửa 39 cầu treo nêu trên."), []),
        # what is done with it may be another thing, where the number alone tells enough
        (("Sửa 3.641 cầu treo.", "Sơn 3.941 cầu treo nêu trên."), [("3941", "3641")]),
        (("Sửa 364 cầu treo.", "Sơn 394 cầu treo nêu trên."), []),
        # words that say nothing
        (("Thư viện số có 3.645 bản sách nói.", "Trong 3.695 bản sách nói này có sách cho trẻ em."), []),
        # of another year, or of a part of one that is not named again
        (("Sửa 3.641 cầu treo năm 2025.", "Sửa 3.941 cầu treo nêu trên."), []),
        (("Sửa 3.641 cầu treo quý I.", "Sửa 3.941 cầu treo nêu trên."), []),
        # in one line any other number but a round one
        (("Đóng 36 tàu câu. Trong 39 tàu có 10 tàu vỏ thép.",), [("39", "36")]),
        (("Đóng 36 tàu câu. Trong 40 tàu có 10 tàu vỏ thép.",), []),
        (("Đóng 36 tàu câu. Trong 39 tàu lưới có 10 tàu vỏ thép.",), []),
        (("Trong 39 tàu câu có 10 tàu vỏ thép; đóng 36 tàu câu.",), []),
        # of two that were told before, neither is told of the other
        (("Đóng 3.641 tàu câu nêu trên.", "Đóng 3.941 tàu câu nêu trên."), []),
        # a base is none of what is told in its own line
        (("Thư viện có 364 bản sách nói; cao so với 394 bản.",), []),
    ],
)
def test_what_was_told_before_is_found_again(lines, expected):
    assert twice(*lines) == expected


@pytest.mark.parametrize(
    ("told", "base", "found"),
    [
        ("năm 2025", "của năm 2025", True),
        ("năm 2024", "của năm 2025", False),
        ("quý I năm 2025", "của năm 2025", False),
        ("quý I năm 2025", "quý I năm 2025", True),
        ("năm 2025", "quý I năm 2025", True),
    ],
)
def test_a_base_is_of_the_time_it_is_told_of(told, base, found):
    lines = f"Tỷ lệ hộ dùng bếp sạch {told} đạt 71,4%.", f"Tỷ lệ hộ dùng bếp sạch 85%, tăng so với 74,4% {base}."
    assert twice(*lines) == [("74.4", "71.4")] * found
