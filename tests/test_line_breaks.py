"""How the lines of a text are broken."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from chitieu.line_breaks import LineBreaks

SENTENCE = (
    "Sở Nông nghiệp và Môi trường hướng dẫn các xã trồng rừng phòng hộ ven sông, chăm sóc và bảo vệ rừng đã trồng."
)


def breaks(text):
    return LineBreaks(text, lambda _line: None)


@given(st.text(alphabet="aĐ1.| \n", max_size=60))
def test_lines_are_the_text_without_its_space(text):
    """Law: the lines hold all of a text but space, in order, and none is empty or begins or ends with space."""
    lines = [text[start:end] for start, end in breaks(text).lines]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line and line == line.strip() for line in lines)


@given(st.integers(30, 100), st.integers(2, 6))
def test_a_broken_text_is_known_with_its_width(width, sentences):
    """Law: a text broken to a width is wrapped, and its lines are held to be no wider than that."""
    found = breaks(textwrap.fill(" ".join([SENTENCE] * sentences), width))
    assert found.wrapped
    assert 0 < found.width <= width


@given(st.integers(1, 6))
def test_a_line_for_each_sentence_is_not_wrapped(sentences):
    """Law: lines that each hold a sentence are not broken to a width."""
    found = breaks("\n".join([SENTENCE] * sentences))
    assert not found.wrapped
    assert found.width == 0


def test_empty_lines_stand_between_paragraphs():
    paragraph = textwrap.fill(SENTENCE, 40)
    assert breaks(f"{paragraph}\n\n{paragraph}").spaced
    assert not breaks(paragraph.replace("\n", "\n\n")).spaced
