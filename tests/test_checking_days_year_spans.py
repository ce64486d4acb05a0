"""Spans of years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.days.year_spans import year_spans

YEARS = st.integers(1990, 2090)


@given(
    YEARS, YEARS, st.sampled_from(["giai đoạn {} - {}", "thời kỳ {}-{}", "từ năm {} đến năm {}", "nhiệm kỳ {} - {}"])
)
def test_law_a_span_runs_forward(first, last, form):
    """A span runs backwards where its second year is the smaller one, whatever word names it."""
    [span] = year_spans(form.format(first, last))
    assert (span.backward, span.counted) == (last < first, last - first + 1)
    assert span.sound  # nothing says how many years there are; one that runs backwards has that fault alone


@given(YEARS, st.integers(0, 5), st.sampled_from(["năm học", "niên vụ", "vụ đông xuân"]))
def test_law_a_school_year_ends_in_the_next_one(first, years, name):
    """One year of a school or of a crop has two numbers, one behind the other."""
    [span] = year_spans(f"{name} {first} - {first + years}")
    assert span.sound == (years == 1)


@given(YEARS, st.integers(2, 12), st.integers(-1, 3))
def test_law_years_of_a_plan_are_counted_with_both_ends(first, length, gap):
    """A plan of so many years has as many; what is looked back on may leave the first one out."""
    last = first + length - 1 + gap
    planned, past = (f"{words} {length} năm {first} - {last}" for words in ("kế hoạch đầu tư công", "sơ kết"))
    assert [one.sound for one in year_spans(planned)] == [gap == 0]
    assert [one.sound for one in year_spans(past)] == [gap in (0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "các năm học 2021 - 2025",
        "3 năm học 2022-2025",
        "so sánh 2025 - 2021",
        "tiêu chuẩn 2025-1990",
        "giai đoạn 2021 - 2025 - 2030",
    ],
)
def test_other_years_are_no_span(text):
    assert list(year_spans(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rà soát chiến lược giai đoạn 2035 - 2026.", "range-backwards"),
        ("Tổng kết năm học 2025 - 2027.", "date-impossible"),
        ("Tổng kết năm học 2027 - 2025.", "range-backwards"),
        ("Lập kế hoạch đầu tư công 5 năm 2031 - 2026.", "range-backwards"),
        ("So sánh 2025 - 2021 với giai đoạn 2035 - 2026.", "range-backwards"),
        ("Lập Kế hoạch phát triển kinh tế - xã hội 5 năm giai đoạn 2026 - 2031.", "identity"),
    ],
)
def test_rules_tell_of_them(text, code):
    assert [one.code for one in ct.check(text, rules=["range-backwards", "date-impossible", "identity"])] == [code]


@pytest.mark.parametrize(("word", "number"), [("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5), ("mười", 10), ("05", 5)])
def test_lengths_in_words(word, number):
    [span] = year_spans(f"lập kế hoạch đầu tư công {word} năm 2026 - 2030")
    assert (span.length, span.sound) == (number, number == 5)


def test_the_place_is_that_of_the_length_and_the_years():
    text = "lập kế hoạch đầu tư công 5 năm 2026 - 2031, tổng kết giai đoạn 2021-2025"
    assert [text[span.start : span.stop] for span in year_spans(text)] == ["5 năm 2026 - 2031", "giai đoạn 2021-2025"]
