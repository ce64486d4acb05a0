"""Rounds that are counted and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.counted_rounds import counted_rounds


@given(st.integers(2, 6), st.integers(2, 6), st.sampled_from(["đợt", "giai đoạn", "vòng", "bước"]))
def test_law_numbered_rounds_are_as_many_as_said(stated, named, noun):
    """So many rounds, then each by its number."""
    listed = "; ".join(f"{noun} {number} rà soát" for number in range(1, named + 1))
    text = f"Chia làm {stated:02} {noun}: {listed}."
    assert [(one.stated, one.named) for one in counted_rounds(text, text.lower())] == (
        [(stated, named)] if stated != named else []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Báo cáo theo 04 kỳ trong năm 2026: quý I, 6 tháng, 9 tháng và cả năm.", []),
        ("Báo cáo theo 03 kỳ trong năm 2026: quý I, 6 tháng, 9 tháng và cả năm.", [(3, 4)]),
        ("Có 3 kỳ: quý I, họp báo và cả năm.", []),
        ("Gửi 05 báo cáo trong năm: quý I, 6 tháng, 9 tháng và cả năm; ngoài ra báo cáo đột xuất.", [(5, 4)]),
        ("Gửi 04 báo cáo trong năm: quý I, 6 tháng, 9 tháng và cả năm; ngoài ra báo cáo đột xuất.", []),
        ("Chia hai đợt:\n- đợt 1: tháng 3\n- đợt 2: tháng 6", []),
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 3 tháng 6.", []),
        ("Chia 3 đợt, mỗi đợt 20 người.", []),
    ],
)
def test_rounds(text, found):
    assert [(one.stated, one.named) for one in counted_rounds(text, text.lower())] == found


@pytest.mark.parametrize(
    ("word", "number"), [("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5), ("sáu", 6), ("12", 12), ("03", 3)]
)
@pytest.mark.parametrize(
    "names",
    [
        ["một", "hai", "ba", "bốn", "năm"],
        ["I", "II", "III", "IV", "V", "VI"],
        ["đầu", "2", "3", "4"],
        ["thứ một", "thứ hai"],
    ],
)
def test_numbers_in_words(word, number, names):
    text = f"Chia làm {word} vòng: {'; '.join(f'vòng {name} chấm điểm' for name in names)}."
    assert [(one.stated, one.named) for one in counted_rounds(text, text.lower())] == (
        [(number, len(names))] if number != len(names) else []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chia 3 đợt: đợt 1 tháng 3.", []),  # an example
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 2 tháng 6", [(3, 2)]),
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 2 tháng 6. Đợt 3 khi có vốn.", [(3, 2)]),
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 2 tháng 6 | đợt 3", [(3, 2)]),
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 2 tháng 6, đợt 2 tháng 9.", []),
        ("Chia 3 đợt: đợt 2 tháng 3, đợt 3 tháng 6.", []),
        ("Chia 3 đợt: đợt 1 tháng 3, đợt 1 tháng 6.", []),
        (f"Chia 3 đợt: đợt 1 tháng 3, đợt 2 {'tổ chức họp bản ' * 50}", []),  # too long to be sure
    ],
)
def test_where_a_list_ends(text, found):
    assert [(one.stated, one.named) for one in counted_rounds(text, text.lower())] == found


def test_the_place_is_that_of_the_number_and_its_noun():
    text = "Trong năm chia làm 03 đợt: đợt 1 tháng 3, đợt 2 tháng 6."
    assert [(text[one.start : one.stop], one.noun) for one in counted_rounds(text, text.lower())] == [("03 đợt", "đợt")]
