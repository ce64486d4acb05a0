"""Endless repetition in running text and in tables: read to its end, in a time that grows with the text."""

import pytest

import chitieu as ct

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
