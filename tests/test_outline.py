"""Headings, items, bullets and broken lines."""

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu import outline
from chitieu.text import SourceText


def read_outline(text):
    return ct.get_province("standard").outline(SourceText(text))


def tree(text):
    outline = read_outline(text)

    def show(block):
        return (block.kind, block.label, outline.clean(block), [show(child) for child in block.children])

    return [show(block) for block in outline.root.children]


def labels(text):
    return [(block.kind, block.label) for block in read_outline(text).root.walk()][1:]


def test_levels_follow_the_order_of_markers():
    assert tree("I. Một\n1. Hai\n1) Ba\n- Bốn\n2) Năm\n2. Sáu\nII. Bảy") == [
        ("roman", "I", "Một", [
            ("num", "1", "Hai", [("paren", "1", "Ba", [("bullet", "", "Bốn", [])]), ("paren", "2", "Năm", [])]),
            ("num", "2", "Sáu", []),
        ]),
        ("roman", "II", "Bảy", []),
    ]  # fmt: skip


def test_headings_in_words_stand_inside_what_is_open_and_hold_what_follows():
    assert tree("A. Một\nNhóm 1 - Hai\n1.1. Ba\nNhóm 2 - Bốn\n2.1. Năm\n- Sáu\nB. Bảy") == [
        ("capital", "A", "Một", [
            ("group", "Nhóm 1", "Hai", [("sub", "1.1", "Ba", [])]),
            ("group", "Nhóm 2", "Bốn", [("sub", "2.1", "Năm", [("bullet", "", "Sáu", [])])]),
        ]),
        ("capital", "B", "Bảy", []),
    ]  # fmt: skip


def test_letters_stand_inside_numerals_that_go_on_behind_them():
    assert tree("I. Một\nA. Hai\n1. Ba\nB. Bốn\n2. Năm\nII. Sáu\nA. Bảy\nIII. Tám") == [
        ("roman", "I", "Một", [
            ("capital", "A", "Hai", [("num", "1", "Ba", [])]),
            ("capital", "B", "Bốn", [("num", "2", "Năm", [])]),
        ]),
        ("roman", "II", "Sáu", [("capital", "A", "Bảy", [])]),
        ("roman", "III", "Tám", []),
    ]  # fmt: skip


def test_letters_stand_above_numerals_that_begin_anew():
    assert tree("A. Một\nI. Hai\nII. Ba\nB. Bốn\nI. Năm") == [
        ("capital", "A", "Một", [("roman", "I", "Hai", []), ("roman", "II", "Ba", [])]),
        ("capital", "B", "Bốn", [("roman", "I", "Năm", [])]),
    ]  # fmt: skip
    assert tree("I. Một\nII. Hai\nA. Ba\nI. Bốn") == [
        ("roman", "I", "Một", []),
        ("roman", "II", "Hai", []),
        ("capital", "A", "Ba", [("roman", "I", "Bốn", [])]),
    ]  # fmt: skip


@pytest.mark.parametrize("letters", ["ABCDĐ", "ABCDĐEG", "ABCDEF"])
def test_parts_are_counted_with_or_without_the_letter_d_with_a_stroke(letters):
    text = "\n".join(f"{letter}. {letter}ầu\n1. Việc" for letter in letters)
    assert [child[:2] for child in tree(text)] == [("capital", letter) for letter in letters]


def test_a_wider_heading_orders_what_is_below_it_anew():
    text = "Phần thứ nhất. Một\nI. Hai\nA. Ba\nII. Bốn\nPhần thứ hai. Năm\nA. Sáu\nI. Bảy\nB. Tám"
    first, second = tree(text)
    assert [child[:2] for child in first[3]] == [("roman", "I"), ("roman", "II")]
    assert [child[:2] for child in second[3]] == [("capital", "A"), ("capital", "B")]


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("PHẦN I. Mở đầu", "part", "PHẦN I"), ("Phần thứ nhất: Mở đầu", "part", "Phần thứ nhất"), ("IV- Giải pháp", "roman", "IV"), ("Điều 3. Hiệu lực", "article", "Điều 3"),
        ("1.2. Kinh tế", "sub", "1.2"), ("7. Kinh tế", "num", "7"), ("7) Kinh tế", "paren", "7"), ("(7) Kinh tế", "round", "7"), ("đ) Kinh tế", "letter", "đ"),
        ("Nhóm 2 - Kinh tế", "group", "Nhóm 2"), ("Nhóm chỉ tiêu 2: Kinh tế", "group", "Nhóm chỉ tiêu 2"), ("Việc 3. Kinh tế", "work", "Việc 3"),
        ("Lĩnh vực 4: Kinh tế", "field", "Lĩnh vực 4"), ("Tiểu dự án 1: Kinh tế", "subproject", "Tiểu dự án 1"), ("Nhóm 2 hộ kinh tế", "para", ""),
        ("- Kinh tế", "bullet", ""), ("+ Kinh tế", "bullet", ""), ("– Kinh tế", "bullet", ""), ("• Kinh tế", "bullet", ""), ("Kinh tế", "para", ""),
        ("2026. Kinh tế", "para", ""), ("1,5% tăng", "para", ""), ("Va. Kinh tế", "para", ""),
    ],
)  # fmt: skip
def test_markers(line, kind, label):
    assert labels(line) == [(kind, label)]


def test_broken_lines_are_joined():
    text = "1. Sở Giáo\ndục và Đào tạo\nphối hợp với các\nngành\n2. Sở Y tế"
    assert [block[2] for block in tree(text)] == ["Sở Giáo dục và Đào tạo phối hợp với các ngành", "Sở Y tế"]


def test_a_number_that_begins_a_broken_line_is_no_marker():
    text = "- Thu ngân sách đạt\n5. tỷ lệ giảm\ncòn thấp hơn năm\ntrước đó nhiều"
    assert [kind for kind, _ in labels(text)] == ["bullet"]


def test_lettered_items_do_not_make_a_text_look_broken():
    """``a)`` begins with a small letter but in the middle of no sentence."""
    assert labels("I. Chỉ tiêu\na) Một\nb) Hai\nc) Ba") == [
        ("roman", "I"),
        ("letter", "a"),
        ("letter", "b"),
        ("letter", "c"),
    ]


def test_rules_divide():
    assert [kind for kind, _ in labels("Trên\n-------\nDưới")] == ["para", "para"]


@given(builders.mixed_texts())
def test_blocks_lie_in_the_text_in_order(text):
    """Law: blocks follow each other, inside the text, and hold their children."""
    outline = read_outline(text)
    last = 0
    for block in outline.root.walk():
        if block.kind == "root":
            continue
        assert last <= block.start <= block.body <= block.end <= block.stop <= len(outline.source.text)
        last = block.start


@pytest.mark.parametrize("text", ["", "\n\n\n", "   "])
def test_nothing_has_no_blocks(text):
    assert tree(text) == []


# --- broken lines ------------------------------------------------------------------------------------------------

FILLER = "- Rà soát, bổ sung quy hoạch các vùng sản xuất tập\ntrung; hỗ trợ hợp tác xã đầu tư kho lạnh và mở\nrộng liên kết với các đơn vị thu mua ngoài tỉnh."


def wrapped(text):
    """A text among lines that show it is broken to a width."""
    return list(tree(f"{FILLER}\n{text}\n{FILLER}"))[1:-1]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("- Phối hợp với Sở Lao động\n- Thương binh và Xã hội mở lớp.", "Phối hợp với Sở Lao động - Thương binh và Xã hội mở lớp."),
        ("- Tổng mức bán lẻ hàng hóa cả năm phấn đấu tăng 11,5\n- 12% so với năm trước.", "Tổng mức bán lẻ hàng hóa cả năm phấn đấu tăng 11,5 - 12% so với năm trước."),
        ("- Nâng tổng công suất điện gió lên 96\nMW trong năm nay.", "Nâng tổng công suất điện gió lên 96 MW trong năm nay."),
        ("- Giao Sở Nội vụ, Sở Khoa học và\nCông nghệ rà soát, trình trước quý III.", "Giao Sở Nội vụ, Sở Khoa học và Công nghệ rà soát, trình trước quý III."),
    ],
)  # fmt: skip
def test_a_break_inside_a_name_or_an_amount_is_none(text, clean):
    assert [block[2] for block in wrapped(text)] == [clean]


def test_a_paragraph_begins_where_a_word_had_room():
    """*trước năm học.* leaves room for the next word, which yet stands below: a paragraph ends there."""
    text = "1. Về giáo dục\nCác huyện sắp xếp lại mạng lưới trường lớp xong\ntrước năm học.\nCác trường bổ sung thiết bị dạy học theo quy định\ncủa Bộ."
    (heading,) = tree(f"{text}\n{FILLER}")
    assert heading[2] == "Về giáo dục"
    assert [child[2] for child in heading[3]][:2] == [
        "Các huyện sắp xếp lại mạng lưới trường lớp xong trước năm học.",
        "Các trường bổ sung thiết bị dạy học theo quy định của Bộ.",
    ]


def test_a_list_goes_on_below_the_next_heading():
    text = "1. Kinh tế\n(1) Thu ngân sách 900 tỷ đồng;\n2. Xã hội\n(2) Tỷ lệ hộ nghèo còn 2%."
    assert labels(f"{FILLER}\n{text}")[1:] == [("num", "1"), ("round", "1"), ("num", "2"), ("round", "2")]


def test_a_few_broken_lines_of_one_width_are_enough():
    """Where lines are long few begin in small letters; that none is longer shows that they are broken."""
    lines = [
        f"{at}. Sở ngành số {at} phối hợp với các địa phương rà soát, lập danh mục công việc phải làm trong năm nay,\nTrung ương giao và tỉnh giao."
        for at in range(1, 4)
    ]
    broken = [
        f"{at}. Sở ngành số {at} phối hợp với các địa phương rà soát, lập danh mục công việc phải làm trong năm nay,\ntheo quy định."
        for at in range(4, 9)
    ]
    assert [len(block[3]) for block in tree("\n".join([*lines, *broken]))] == [0] * 8


def test_unwrapped_text_keeps_only_the_breaks_that_mean_something():
    text = f"{FILLER}\n| STT | Tên |\n| 1 | A |"
    assert read_outline(text).unwrapped().split("\n") == [
        " ".join(FILLER.split("\n")),
        "| STT | Tên |",
        "| 1 | A |",
    ]


def test_law_only_the_end_of_a_long_block_is_looked_at(monkeypatch):
    """One paragraph may be all there is of a hostile text: no line is paid for with all the lines before it."""
    looked = []

    class Pattern:
        def search(self, _text, start, end):
            looked.append(end - start)

    monkeypatch.setattr(outline, "_OPEN", Pattern())
    read_outline("1. Việc phải làm\n" + "các sở\nNội vụ\nchủ trì rà soát\n" * 300)
    assert looked
    assert max(looked) <= outline._LONGEST_OPEN
