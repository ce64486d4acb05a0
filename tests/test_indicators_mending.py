"""Words of names that lost the marks of their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.indicators.mending import mended
from chitieu.indicators.records import catalogue
from chitieu.indicators.words import plain

NAMES = [(record.key, name) for record in ct.available_indicators() for name in (record.name, *record.aliases)]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Tỷ lệ lao động qua đào tao", "tỷ lệ lao động qua đào tạo"),
        ("Thu nhập bình quân đầu ngưòi", "thu nhập bình quân đầu người"),
        ("Gíải quyết việc làm", "giải quyết việc làm"),
        ("Tỷ lệ che phủ rưng", "tỷ lệ che phủ rừng"),
        ("Tỷ lệ hộ cận ngheo", "tỷ lệ hộ cận nghèo"),
    ],
)
def test_put_right(name, right):
    assert right in mended(name, catalogue())


@pytest.mark.parametrize(
    "name", ["Tỷ lệ hộ nghèo", "Sản lượng lụa", "Tỷ lệ che phù rừng", "", "%", "xyz", "Số hầm biogas"]
)
def test_left_alone(name):
    """A word that is another word is no mistake: silk is no rice."""
    assert mended(name, catalogue()) == ()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Tỷ lệ lao động qua đào tao", "trained"),
        ("Tỷ lệ giải ngan vốn đầu tư công", "disburse"),
        ("Tổng thu ngân sách nhà nuớc trên địa bàn", "bud_rev"),
        ("Sản lượng lụa", None),
        ("Tỷ lệ hộ ngheo và hộ cận nghèo", None),
    ],
)
def test_what_is_meant(name, key):
    match = ct.match_indicator(name)
    assert (match.accepted if match else None) == key
    if key is not None:
        assert match.reason is ct.MatchReason.UNACCENTED


@given(st.sampled_from(NAMES), st.data())
def test_one_word_without_marks_gives_no_other_record(pair, data):
    """Law: a name of a record with one word that lost its marks means that record or stays open."""
    key, name = pair
    words = name.split()
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = plain(words[at])
    match = ct.match_indicator(" ".join(words))
    assert match is None or match.accepted in (key, None)


@given(st.text(alphabet="aăâeêioôơuưyáàảãạđ nghtclm", max_size=200))
def test_any_text_is_safe(text):
    """Law: whatever comes in, a few names come out, each as long in words."""
    found = mended(text, catalogue())
    assert len(found) <= 8
    assert all(len(name.split()) == len(text.split()) for name in found)
