"""Headings, items, bullets and broken lines."""

import builders
import pytest
from hypothesis import given

import chitieu as ct
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


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("PHẦN I. Mở đầu", "part", "PHẦN I"), ("Phần thứ nhất: Mở đầu", "part", "Phần thứ nhất"), ("IV- Giải pháp", "roman", "IV"), ("Điều 3. Hiệu lực", "article", "Điều 3"),
        ("1.2. Kinh tế", "sub", "1.2"), ("7. Kinh tế", "num", "7"), ("7) Kinh tế", "paren", "7"), ("(7) Kinh tế", "round", "7"), ("đ) Kinh tế", "letter", "đ"),
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
