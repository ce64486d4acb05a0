"""What stands in the place of a unit behind a number, and the word before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.values.bare_numbers import Ending, cue_before, ending_of
from chitieu.numbers.numerals import scan_numerals
from chitieu.text import SourceText


def ending(text):
    source = SourceText(text)
    numerals, _ = scan_numerals(source)
    return ending_of(source.text.lower(), numerals[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghề dệt đạt 45,5; nghề gốm mới có.", Ending.CLOSED),
        ("Nghề dệt đạt 45,5 (năm trước 40).", Ending.CLOSED),
        ("Nghề dệt đạt 45,5/người.", Ending.PER),
        ("Trồng được 450 rừng.", Ending.STUFF),
        ("Trồng mới 450 quế.", Ending.STUFF),
        ("Trồng mới 450 cây quế.", None),
        ("Nghề dệt đạt 45,5 so với kế hoạch.", Ending.SHARE),
        ("Nghề dệt đạt 45,5 trở lên.", Ending.UP),
        ("Nghề dệt đạt 45,5 và giữ như cũ.", Ending.GOES_ON),
        ("Nghề dệt đạt 45,5 ha.", None),
        ("Nghề dệt đạt 45,5 - 50.", None),
    ],
)
def test_endings(text, found):
    assert ending(text) is found


@given(
    st.sampled_from(["đạt", "tăng", "giảm", "bằng", "chiếm", "lên"]),
    st.sampled_from([" ", " thêm ", " khoảng ", " ít nhất ", " (", ": "]),
)
def test_law_the_cue_is_found_through_what_softens_it(cue, between):
    """Words such as *khoảng* between a cue and its number do not hide the cue; other words do."""
    text = f"nghề dệt {cue}{between}"
    assert cue_before(text, len(text)) == cue
    text = f"nghề dệt {cue} nghề gốm "
    assert cue_before(text, len(text)) == ""
