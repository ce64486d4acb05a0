"""Whether parts are all there is of a whole though no *gồm* says so."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.complete_parts import Cue, are_all, leaves_a_rest

ALL, SOME, BRACKET, COLON, BESIDE = Cue


def amount(text):
    return SimpleNamespace(target=ct.parse_target(text))


def are(cue, whole, *parts, name="", said=None):
    """Ask of amounts; those said without a unit are hectares."""
    whole, *parts = (text if " " in text else f"{text} ha" for text in (whole, *parts))
    said = said or [f"loại {at}" for at in "abcdefgh"[: len(parts)]]
    return are_all(cue, name, said, amount(whole), [amount(part) for part in parts])


@pytest.mark.parametrize(
    ("cue", "whole", "parts", "expected"),
    [
        # in a bracket from a quarter of the whole to four times as much
        (BRACKET, "100", ("13", "12"), True),
        (BRACKET, "100", ("13", "11"), False),
        (BRACKET, "100", ("350", "50"), True),
        (BRACKET, "100", ("350", "51"), False),
        # each is as large as the whole: they are means
        (BRACKET, "90", ("60", "135"), False),
        (BRACKET, "90", ("59", "135"), True),
        (BRACKET, "90", ("60", "136"), True),
        # two behind a colon come near it, several less so
        (COLON, "100", ("60", "33"), True),
        (COLON, "100", ("60", "32"), False),
        (COLON, "100", ("60", "47"), True),
        (COLON, "100", ("60", "48"), False),
        (COLON, "100", ("25", "20", "30"), True),
        (COLON, "100", ("25", "20", "29"), False),
        (COLON, "100", ("50", "40", "60"), True),
        (COLON, "100", ("50", "40", "61"), False),
        (COLON, "100", ("40", "35"), False),
        # words that leave it open, or none at all
        (SOME, "100", ("60", "33"), False),
        (BESIDE, "100", ("60", "33"), False),
        (BESIDE, "100", ("25", "20", "30"), False),
        (ALL, "100", ("60", "3"), True),
        (ALL, "100", ("60",), True),
        # nothing is divided into something
        (BRACKET, "0", ("60", "33"), False),
    ],
)
def test_how_near_parts_come_that_are_all(cue, whole, parts, expected):
    """Parts are meant as all where a sign alone leads to them and they come near enough."""
    assert are(cue, whole, *parts) is expected


@pytest.mark.parametrize(
    ("cue", "parts", "said", "expected"),
    [
        (SOME, ("30", "20"), ("ngô", "cây khác"), True),
        (SOME, ("30", "19"), ("ngô", "cây khác"), False),
        (SOME, ("30", "20"), ("cây khác", "ngô"), False),
        (BESIDE, ("30", "20"), ("ngô", "cây khác"), False),
        (SOME, ("3", "2"), ("ngô", "còn lại"), True),
        (SOME, ("3", "2", "4"), ("ngô", "đậu", "còn lại"), False),
        (SOME, ("3", "2", "4", "1"), ("ngô", "đậu", "lạc", "còn lại"), False),
        (SOME, ("3 tỷ đồng", "2 tỷ đồng", "4 tỷ đồng"), ("ngô", "đậu", "còn lại"), True),
        (BESIDE, ("3", "2"), ("ngô", "còn lại"), False),
        # one that "trong đó" leads to is never all
        (SOME, ("60",), ("cây khác",), False),
        (SOME, ("60",), ("còn lại",), False),
    ],
)
def test_the_last_part_is_what_is_left(cue, parts, said, expected):
    """A last part of others, or of what is left, makes up the whole with those before it."""
    whole = "100 tỷ đồng" if " " in parts[0] else "100"
    assert are(cue, whole, *parts, said=said) is expected


@pytest.mark.parametrize(
    ("cue", "whole", "parts", "expected"),
    [
        (BRACKET, "95.000 xã, phường", ("72 xã", "23 phường"), True),
        (BRACKET, "9.500 xã, phường", ("72 xã", "23 phường"), True),
        (BRACKET, "9.400 xã, phường", ("72 xã", "23 phường"), False),
        (BRACKET, "90 xã, phường", ("52 xã", "23 phường"), True),
        (BRACKET, "90 xã, phường", ("82 xã", "73 phường"), True),
        (BRACKET, "90 xã, phường", ("85 xã", "53 xã"), True),
        (BRACKET, "9.000 xã, phường", ("52 xã", "23 xã"), False),
        (SOME, "90 xã, phường", ("52 xã", "23 phường"), False),
        (COLON, "9.500 xã, phường", ("72 xã", "23 phường"), False),
        # two of the whole's own noun may be some of it, three are all; more than the whole they are no some
        (BRACKET, "90 trường", ("40 trường", "30 trường"), False),
        (BRACKET, "90 trường", ("40 trường", "80 trường"), True),
        (BRACKET, "90 trường", ("30 trường", "20 trường", "10 trường"), True),
        (BRACKET, "90 trường", ("40 lớp", "20 người"), True),
    ],
)
def test_counts_in_a_bracket(cue, whole, parts, expected):
    """A bracket with one part for each noun of a whole holds all of them."""
    assert are(cue, whole, *parts) is expected


@pytest.mark.parametrize(
    ("cue", "whole", "parts", "expected"),
    [
        (SOME, "90,5 tỷ đồng", ("60,5 triệu đồng", "30 triệu đồng"), True),
        (SOME, "90,5 tỷ đồng", ("60,5 triệu đồng", "29 triệu đồng"), False),
        (SOME, "90,5 tỷ đồng", ("90,5 triệu đồng",), False),
        (BESIDE, "90,5 tỷ đồng", ("60,5 triệu đồng", "30 triệu đồng"), True),
    ],
)
def test_the_number_is_that_of_the_whole_in_another_size(cue, whole, parts, expected):
    """Parts that come to the very number of their whole are all, whatever scale word stands with it."""
    assert are(cue, whole, *parts) is expected


@pytest.mark.parametrize(
    ("cue", "name", "parts", "expected"),
    [
        # 545 was 554, or 12 was 21
        (SOME, "", ("365", "189"), True),
        (BESIDE, "", ("365", "189"), False),
        (BESIDE, "tổng diện tích", ("365", "189"), True),
        (BESIDE, "", ("165", "200", "189"), True),
        (SOME, "", ("365", "199"), False),
    ],
)
def test_two_digits_of_three_that_changed_places(cue, name, parts, expected):
    """A slip of two digits tells of all parts where the whole has digits enough, and something says that they are of it."""
    assert are(cue, "545", *parts, name=name) is expected


@pytest.mark.parametrize(
    ("cue", "whole", "parts", "expected"),
    [
        # 45 or 54
        (COLON, "54", ("31", "14"), True),
        (SOME, "54", ("31", "14"), False),
        (SOME, "540", ("310", "140"), False),
        # two digits tell little: four parts that come near it
        (SOME, "150", ("21", "50", "45", "43"), True),
        (SOME, "150", ("21", "70", "68"), False),
        (SOME, "110", ("21", "30", "45", "23"), False),
        (SOME, "80", ("12", "20", "20", "19"), False),
        (SOME, "130", ("12", "30", "30", "49"), True),
    ],
)
def test_two_digits_of_few_that_changed_places(cue, whole, parts, expected):
    """Few digits come to anything by chance: a sign must lead to the parts, or several come near."""
    assert are(cue, whole, *parts) is expected


@pytest.mark.parametrize(
    ("cue", "name", "parts", "expected"),
    [
        (COLON, "", ("2.120", "1.242"), True),
        (SOME, "", ("2.120", "1.242"), False),
        (SOME, "tổng diện tích", ("2.120", "1.242"), True),
        (SOME, "", ("1.120", "1.000", "1.242"), True),
        (BESIDE, "", ("1.120", "1.000", "1.242"), False),
        (BESIDE, "tổng diện tích", ("2.120", "1.242"), True),
        (SOME, "tổng diện tích", ("3.362",), False),
    ],
)
def test_one_digit_of_four_that_is_another(cue, name, parts, expected):
    """Parts that come to 3.362 are all of 7.362 where words or several parts say that they may be."""
    assert are(cue, "7.362", *parts, name=name) is expected


@pytest.mark.parametrize(
    ("cue", "whole", "parts", "expected"),
    [
        (SOME, "400", ("150", "100"), True),
        (BESIDE, "400", ("60", "40"), True),
        (BESIDE, "400", ("60", "39"), False),
        (BESIDE, "400", ("900", "700"), True),
        (BESIDE, "400", ("900", "701"), False),
        (BRACKET, "400", ("300", "500"), False),
        (BESIDE, "0", ("60", "40"), False),
    ],
)
def test_a_division_that_is_known(cue, whole, parts, expected):
    """Catching and rearing are all of fishing; without a cue no more than four times as much or as little."""
    said = ("khai thác", "nuôi trồng")
    assert (
        are(cue, f"{whole} tấn", *(f"{part} tấn" for part in parts), name="sản lượng thủy sản", said=said) is expected
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("quý i", "quý ii"), False),
        (("quý i", "quý ii", "quý iii"), False),
        (("quý i", "các quý sau"), True),
        (("quý i", "quý ii", "quý iii", "quý iv"), True),
    ],
)
def test_some_quarters_are_not_the_year(said, expected):
    """Fewer than four quarters leave the year open, whatever they come to."""
    assert are(BRACKET, "100", *["20"] * len(said), said=said) is expected


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("tổng số cuộc thanh tra, kiểm tra", ("thanh tra đất", "kiểm tra thuế"), True),
        ("tổng số cuộc thanh tra, kiểm tra", ("kiểm tra thuế", "thanh tra đất"), True),
        ("số vụ, số cuộc thanh tra và kiểm tra", ("thanh tra", "kiểm tra"), True),
        ("đường xã/đường thôn", ("đường xã", "đường thôn"), True),
        ("trồng cây - nuôi tôm - dệt vải", ("trồng cây", "nuôi tôm", "dệt vải"), True),
        ("tổng số cuộc thanh tra, kiểm tra", ("thanh tra đất", "thanh tra thuế"), False),
        ("tổng số cuộc thanh tra, kiểm tra", ("thanh tra đất", "giám sát"), False),
        ("tổng số cuộc thanh tra, kiểm tra, giám sát", ("thanh tra", "kiểm tra"), False),
        ("tổng số cuộc thanh tra", ("thanh tra đất", "thanh tra thuế"), False),
        ("", ("thanh tra", "kiểm tra"), False),
    ],
)
def test_a_name_made_up_of_those_of_the_parts(name, said, expected):
    """Where a name joins what the parts are of, each for itself, they are all; behind *trong đó* that stays open."""
    parts = ["11"] * len(said)
    assert are(BESIDE, "100", *parts, name=name, said=said) is expected
    assert not are(SOME, "100", *parts, name=name, said=said)


@pytest.mark.parametrize(("parts", "expected"), [(("40", "35"), True), (("40", "34"), False), (("66", "67"), True), (("66", "68"), False)])  # fmt: skip
def test_parts_that_a_name_joins_come_to_about_the_whole(parts, expected):
    """Of what is done one behind the other each may be nearly all: from three quarters to four thirds are a sum."""
    assert are(SOME, "100", *parts, name="thu gom, xử lý", said=("thu gom", "xử lý")) is expected


@given(st.lists(st.integers(10, 90), min_size=2, max_size=6))
def test_law_parts_in_a_bracket_that_come_to_the_whole_are_all(sizes):
    """Whatever the parts are, a bracket whose parts come to the whole holds all of it."""
    assert are(BRACKET, str(sum(sizes)), *map(str, sizes))


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", còn lại là rau màu.", True),
        ("; số còn lại là rau màu", True),
        (" và các cây khác.", True),
        (", một số cây họ đậu khác.", True),
        (", v.v", True),
        (" …", True),
        (", còn lại rau màu 40 ha.", False),
        (", nuôi cá.", False),
    ],
)
def test_a_rest_without_its_amount(behind, expected):
    """A rest that is named without a number is a part nobody can add up."""
    text = f"lúa 60 ha{behind}"
    assert leaves_a_rest(text) is leaves_a_rest(text, len("lúa 60 ha")) is expected


def test_only_what_stands_behind_the_parts_is_their_rest():
    text = "lúa 60 ha, còn lại là rau màu. ngô 30 ha."
    assert (leaves_a_rest(text, 9), leaves_a_rest(text, text.index(" ngô"))) == (True, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chi 100 tỷ đồng, trong đó chi khác 60 tỷ đồng.", []),
        ("Chi 100 tỷ đồng, trong đó phần còn lại 30 tỷ đồng.", []),
        ("Chi 100 tỷ đồng, trong đó chi lương 30 tỷ đồng, chi khác 60 tỷ đồng.", ["parts-sum"]),
    ],
)
def test_one_part_of_others_is_not_all(text, expected):
    """What is spent otherwise may be named alone; behind another part it makes up the whole."""
    assert [one.code for one in ct.check(ct.Plan(text=text), rules=["parts-sum", "parts-exceed"])] == expected
