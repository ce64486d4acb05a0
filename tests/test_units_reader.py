"""The reader of units: what it takes behind a number, and where it stops."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst
from chitieu.text import SourceText
from chitieu.units import read_unit, scale_steps
from chitieu.units.table import table


def read(text, *, known_only=False):
    """Read the unit behind a number; return it and what is left of the text."""
    source = SourceText(f"5 {text}")
    match = read_unit(source.flat, source.lower, 1, known_only=known_only)
    return None if match is None else (match, source.flat[match.end :])


@pytest.mark.parametrize("spaces", [" ", "  ", "\n"])
def test_words_may_stand_on_two_lines(spaces):
    match, _ = read(f"nghìn{spaces}tỷ{spaces}đồng")
    assert match.unit.label == "nghìn tỷ đồng"


@pytest.mark.parametrize(
    ("text", "label", "known"),
    [
        ("con số", None, False), ("con đường", None, False), ("con", "con", True), ("con bò", "con bò", True), ("đồng bộ", None, False),
        ("đồng chí", "đồng chí", True), ("điểm cầu", "điểm cầu", False), ("điểm", "điểm", True), ("dân tộc", "dân tộc", False), ("dân", "dân", True),
        ("tỷ phú", None, False), ("triệu tập", None, False), ("vạn thọ", None, False), ("năm học", None, False), ("mẫu giáo", "mẫu giáo", False),
        ("nước sạch", "nước sạch", False), ("L", "lít", True), ("l", "lít", True), ("t", "tấn", True), ("T", None, False), ("đ", "đồng", True),
        ("g", "gam", True), ("G", None, False), ("h", "giờ", True), ("V", None, False), ("ab", "ab", False), ("a", None, False), ("THPT", "THPT", False),
        ("Thpt", None, False), ("ngày công", "ngày công", True), ("trăm năm", "trăm năm", True), ("tỷ.đ", "tỷ đồng", True), ("tr.kwh", "triệu kWh", True),
        ("triệu (đồng)", "triệu đồng", True), ("nghìn, đồng", "nghìn đồng", True), ("tỷ usd", "tỷ USD", True), ("triệu $", "triệu USD", True),
    ],
)  # fmt: skip
def test_words_that_mean_a_unit_only_alone(text, label, known):
    found = read(text)
    assert (found and (found[0].unit.label, found[0].known)) == (label and (label, known))


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("hộ nghèo đa chiều/vạn dân", "hộ nghèo đa chiều/vạn dân", ""), ("cán bộ y tế/vạn dân", "cán bộ y tế/vạn dân", ""),
        ("lao động nông thôn/năm", "lao động", " nông thôn/năm"), ("con/ha mặt nước", "con/ha", " mặt nước"), ("m3/s", "m3", "/s"),
        ("triệu đồng / người", "triệu đồng/người", ""), ("%/ năm", "%/năm", ""), ("người/km2", "người/km2", ""), ("%/xã", "%", "/xã"),
        ("máy trên 100 dân", "máy/100 dân", ""), ("máy trên 5 dân", "máy", " trên 5 dân"), ("xã trên 1 huyện", "xã/huyện", ""),
        ("xã trên 100 huyện", "xã", " trên 100 huyện"), ("máy trên địa bàn", "máy", " trên địa bàn"), ("ha/người/năm/vụ/xã", "ha/người/năm/vụ", "/xã"),
        ("tr. Lượt khách", "triệu đồng", ". Lượt khách"), ("tr. lượt khách", "triệu lượt khách", ""),
        ("đồng/tr.đ", "đồng", "/tr.đ"), ("kg rau/người/ngày", "kg/người/ngày", ""), ("xã và phường, thị trấn", "xã", " và phường, thị trấn"),
        ("cháu, người", "cháu", ", người"), ("xã  và phường", "xã", " và phường"), ("tổ chức, cá nhân", "tổ chức", ", cá nhân"),
    ],
)  # fmt: skip
def test_denominators_and_what_they_are_not(text, label, rest):
    match, left = read(text)
    assert (match.unit.label, left, match.known) == (label, rest, True)


def test_a_label_is_no_longer_than_eighty_characters():
    long = "x" * 79  # and the space before it
    assert read(long)[0].unit.label == long
    assert read(long + "x") is None


def test_known_nouns_are_known_when_only_those_are_asked():
    for text in (
        "trđ",
        "m2sàn",
        "triệu US$",
        "km2",
        "xã, phường",
        "m3/ngđ",
        "tr.đ/người",
        "dược sĩ đại học/vạn dân",
        "bác sĩ trên 1 vạn dân",
    ):
        assert read(text, known_only=True)[0] == read(text)[0]


@pytest.mark.parametrize(
    ("text", "label", "factor", "rest"),
    [
        ("tỷ đồng", "tỷ đồng", 10**9, ""), ("nghìn tỷ", "nghìn tỷ đồng", 10**12, ""), ("trđ", "triệu đồng", 10**6, ""),
        ("nghìn tỷ đồng.", "nghìn tỷ đồng", 10**12, "."), ("nghìn", "nghìn đồng", 1000, ""), ("trăm", "trăm đồng", 100, ""),
        ("tr.đ/người", "triệu đồng/người", 10**6, ""), ("trđ/người/năm", "triệu đồng/người/năm", Fraction(10**6, 12), ""),
        ("km2mặt nước", "km2", 10**6, "mặt nước"), ("m2sàn/người", "m2/người", 1, ""), ("ha đất rừng/hộ", "ha/hộ", 10**4, ""),
        ("km đường nông thôn/xã", "km/xã", 1000, ""), ("dược sĩ đại học/vạn dân", "dược sĩ đại học/vạn dân", Fraction(1, 10**4), ""),
        ("giáo viên mầm non/lớp", "giáo viên", 1, " mầm non/lớp"), ("người nghèo", "người", 1, " nghèo"),
        ("hộ/1.000 dân", "hộ/1.000 dân", Fraction(1, 1000), ""), ("bác sĩ/10.000 dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""),
        ("bác sĩ/1 vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""), ("cán bộ/01 xã", "cán bộ/xã", 1, ""),
        ("trạm y tế/100 xã", "trạm y tế/100 xã", Fraction(1, 100), ""), ("bác sĩ trên 1 vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""),
        ("bác sĩ trên một vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""), ("bác sĩ tính trên vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""),
        ("bác sĩ cho mỗi vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""), ("bác sĩ cho một vạn dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""),
        ("bác sĩ mỗi 10.000 dân", "bác sĩ/vạn dân", Fraction(1, 10**4), ""), ("trạm cho 10.000 dân", "trạm", 1, " cho 10.000 dân"),
        ("trạm cho mỗi xã", "trạm", 1, " cho mỗi xã"),
        ("giường trên 10.000 dân", "giường bệnh/vạn dân", Fraction(1, 10**4), ""), ("trẻ trên 25 xã", "trẻ", 1, " trên 25 xã"),
        ("doanh nghiệp trên 1.000 dân", "doanh nghiệp/1.000 dân", Fraction(1, 1000), ""),
        ("doanh nghiệp trên 1.000 xã", "doanh nghiệp", 1, " trên 1.000 xã"), ("công trình trên một xã", "công trình/xã", 1, ""),
        ("công trình trên xã", "công trình", 1, " trên xã"), ("%/năm", "%/năm", Fraction(1, 1200), ""), ("%/hộ", "%", Fraction(1, 100), "/hộ"),
        ("%/10 năm", "%", Fraction(1, 100), "/10 năm"), ("% năm", "%", Fraction(1, 100), " năm"), ("‰", "‰", Fraction(1, 1000), ""),
        ("điểm %", "điểm phần trăm", Fraction(1, 100), ""), ("us$/người", "USD/người", 1, ""), ("triệu US$", "triệu USD", 10**6, ""),
        ("m3/ngđ", "m3/ngày đêm", Fraction(1, 86400), ""), ("ngđ", "nghìn đồng", 1000, ""), ("tấn/ha/năm/vụ", "tấn/ha/năm/vụ", Fraction(1, 120), ""),
        ("tấn/ha/năm/vụ/xã", "tấn/ha/năm/vụ", Fraction(1, 120), "/xã"), ("tỷ đồng/%", "tỷ đồng", 10**9, "/%"), ("tỷ đồng/đồng", "tỷ đồng", 10**9, "/đồng"),
        ("đồng/kg", "đồng/kg", 1, ""), ("triệu lượt khách", "triệu lượt khách", 10**6, ""), ("vạn dân", "vạn dân", 10**4, ""),
        ("sản phẩm OCOP", "sản phẩm OCOP", 1, ""), ("tổ chức tín dụng", "tổ chức", 1, " tín dụng"), ("triệu đồng và", "triệu đồng", 10**6, " và"),
    ],
)  # fmt: skip
def test_units_of_the_table(text, label, factor, rest):
    match, left = read(text)
    assert (match.unit.label, match.unit.factor, left, match.known) == (label, factor, rest, True)
    assert match.total is None


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("xã, phường, thị trấn", "xã, phường, thị trấn", ""), ("xã và phường", "xã", " và phường"), ("xã hoặc phường", "xã, phường", ""),
        ("xã, phường và thị trấn", "xã, phường, thị trấn", ""), ("xã, huyện Ba Tri", "xã", ", huyện Ba Tri"), ("xã/phường", "xã, phường", ""),
        ("xã, xã", "xã", ", xã"), ("xã, hộ", "xã", ", hộ"), ("xã, phường X", "xã", ", phường X"), ("xã, phường x", "xã, phường", " x"),
        ("xã,phường", "xã, phường", ""), ("văn bản, tài liệu", "văn bản", ", tài liệu"),
    ],
)  # fmt: skip
def test_lists_of_nouns(text, label, rest):
    match, left = read(text)
    assert (match.unit.label, left) == (label, rest)


@pytest.mark.parametrize(
    ("text", "total"), [("xã/194 xã", "194"), ("cán bộ/02 xã", "02"), ("xã/1.250 xã", "1.250"), ("hộ/9 hộ", "9")]
)
def test_a_number_behind_a_slash_that_is_no_base_is_a_total(text, total):
    match, left = read(text)
    assert (match.total, left) == (total, text.partition(total)[2])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("hầm biogas", "hầm biogas"),
        ("chậu mai vàng", "chậu mai"),
        ("HẦM BIOGAS", "HẦM"),
        ("ghe, xuồng", "ghe"),
        ("triệu ghe", "triệu ghe"),
    ],
)
def test_other_nouns_are_counted_things(text, label):
    match, left = read(text)
    assert (match.unit.label, match.known) == (label, False)
    assert left == text[len(label) :]
    assert match.unit.kind is ct.UnitKind.COUNT
    assert read(text, known_only=True) is None


@pytest.mark.parametrize("text", ["Hầm biogas", "x", "tỷ suất", "tỷ lệ", "", ", xã", "và xã", "(xã)", "123", "Ba Tri"])
def test_what_is_no_unit(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["nghìn", "vạn", "nghìn tỷ"])
def test_a_scale_without_its_noun_is_money_only_where_that_may_be_guessed(text):
    assert read(text, known_only=True) is None
    assert read(text)[0].unit.label == f"{text} đồng"


@pytest.mark.parametrize(
    ("text", "label", "factor"),
    [
        ("1.000 đồng", "nghìn đồng", 1000), ("1000 đồng", "nghìn đồng", 1000), ("1.000.000 đồng", "triệu đồng", 10**6),
        ("1.000.000.000 đồng", "tỷ đồng", 10**9), ("/100.000 dân", "/100.000 dân", Fraction(1, 10**5)), ("/vạn dân", "/10.000 dân", Fraction(1, 10**4)),
        ("trên 1000 trẻ", "/1.000 trẻ", Fraction(1, 1000)), ("/ 100 hộ gia đình", "/100 hộ gia đình", Fraction(1, 100)),
    ],
)  # fmt: skip
def test_heads_of_tables(text, label, factor):
    unit = ct.parse_unit(text)
    assert (unit.label, unit.factor, unit.scale) == (label, factor, factor)


@pytest.mark.parametrize(("text", "start", "found"), [("% abc", 2, "abc"), ("ha; km", 2, "; km"), (" ha   x ", 6, "x")])
def test_the_place_of_what_stands_behind_a_unit(text, start, found):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit(text)
    assert (info.value.start, info.value.end, info.value.found) == (start, len(text), found)


@pytest.mark.parametrize(
    ("label", "steps"),
    [
        ("tỷ đồng", ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng", "triệu tỷ đồng"]),
        ("nghìn tấn", ["tấn", "nghìn tấn", "triệu tấn", "tỷ tấn", "nghìn tỷ tấn", "triệu tỷ tấn"]),
        ("%", ["%"]), ("điểm", ["điểm"]), ("hạng", ["hạng"]),
        ("suất", ["suất", "nghìn suất", "triệu suất"]),  # tỷ suất is a rate
    ],
)  # fmt: skip
def test_steps_of_scale(label, steps):
    assert [str(step) for step in scale_steps(ct.parse_unit(label))] == steps


@given(cst.units())
def test_steps_are_of_one_dimension_and_rise(unit):
    """Law: steps measure the same, and each is larger than the one before."""
    steps = scale_steps(unit)
    assert all(step.same_dimension(unit) for step in steps)
    assert [step.factor for step in steps] == sorted({step.factor for step in steps})


@given(cst.units(), st.sampled_from(["", ".", ";", " và", ", trong đó", ")", " (trở lên)"]))
def test_a_unit_ends_where_its_label_ends(unit, behind):
    """Law: what sentences go on with is no part of the unit."""
    match, left = read(unit.label + behind)
    assert (match.unit, left) == (unit, behind)
    assert (match.unit.label, match.unit.scale) == (unit.label, unit.scale)


@given(st.sampled_from(sorted(table().scales)), st.sampled_from(["đồng", "tấn", "lượt khách", "ha"]))
def test_scale_words_multiply(word, noun):
    """Law: the size of a unit is that of its noun times its scale word, in any spelling of the word."""
    unit, plain = ct.parse_unit(f"{word} {noun}"), ct.parse_unit(noun)
    label, size = table().scales[word]
    assert (unit.label, unit.factor, unit.scale) == (f"{label} {noun}", size * plain.factor, size)


HEADS = sorted(
    {
        atom.label
        for atom in table().atoms.values()
        if atom.kind in (ct.UnitKind.MONEY, ct.UnitKind.MEASURE, ct.UnitKind.COUNT) and "/" not in atom.label
    }
)


@given(st.sampled_from(HEADS), st.sampled_from(["/năm", "/người", "/vạn dân", "/1.000 hộ"]))
def test_a_denominator_divides(label, per):
    """Law: the size of a rate is that of its head by that of its denominator."""
    rate, head = ct.parse_unit(label + per), ct.parse_unit(label)
    below = ct.parse_unit(per.strip("/").replace("1.000", "nghìn"))
    assert rate.factor == head.factor / below.factor
    assert rate.dimension == f"{head.dimension}/{below.dimension}"


def test_units_compare_by_dimension_and_size():
    one, other = ct.parse_unit("tỷ đồng"), ct.parse_unit("triệu đồng")
    assert one != other
    assert other != one
    assert not one.same_dimension(ct.parse_unit("ha"))
    assert not ct.parse_unit("ha").same_dimension(one)
    assert (
        ct.Unit("A", ct.UnitKind.COUNT, "b")
        != ct.Unit("B", ct.UnitKind.COUNT, "a")
        != ct.Unit("A", ct.UnitKind.COUNT, "b")
    )
    plain = ct.Unit("việc", ct.UnitKind.COUNT, "count:việc")
    assert (plain.factor, plain.scale) == (1, 1)


@pytest.mark.parametrize(
    ("label", "glued"), [("%", True), ("%/năm", True), ("‰", True), ("/1.000 dân", True), ("xã", False), ("", False)]
)
def test_signs_stand_right_behind_the_number(label, glued):
    assert ct.Unit(label, ct.UnitKind.RATIO, "ratio").glued is glued


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("xã, phường ", "xã, phường", " "),
        ("hộ triệu", "hộ", " triệu"),
        ("máy trên 100 Abc", "máy", " trên 100 Abc"),
        ("máy trên 25 dân", "máy", " trên 25 dân"),
        ("máy trên 1 xyzt", "máy", " trên 1 xyzt"),
        ("trđ và nữa", "triệu đồng", " và nữa"),
    ],
)
def test_where_a_unit_ends(text, label, rest):
    match, left = read(text)
    assert (match.unit.label, left) == (label, rest)


def test_a_proper_name_ends_a_list_wherever_it_begins():
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit("xã, phường X")
    assert info.value.found == ", phường X"


@pytest.mark.parametrize(("text", "factor"), [("/1 dân", 1), ("/0 dân", 1), ("/2 dân", Fraction(1, 2))])
def test_a_rate_for_each_one(text, factor):
    unit = ct.parse_unit(text)
    assert (unit.factor, unit.scale, unit.kind) == (factor, factor, ct.UnitKind.RATIO)


@pytest.mark.parametrize("text", ["123", "", "  Ba Tri"])
def test_a_text_without_a_unit_is_refused_as_a_whole(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit(text)
    assert (info.value.code, info.value.start, info.value.end) == ("unit.none", 0, len(text))


def test_what_stands_behind_is_said_up_to_forty_characters():
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit("ha; " + "x" * 50)
    assert info.value.found == "; " + "x" * 38


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("số bé trai/100 bé gái", "bé trai/100 bé gái"),
        ("trẻ em trai/100 trẻ em gái", "bé trai/100 bé gái"),
        ("số giường bệnh/vạn dân", "giường bệnh/vạn dân"),
        ("số nam / 100 nữ", "nam/100 nữ"),
    ],
)
def test_the_word_for_number_before_what_is_counted_for_so_many(text, label):
    assert ct.parse_unit(text).label == label


@pytest.mark.parametrize("text", ["số xã", "số xã/194 xã", "số 12/QĐ-UBND", "số"])
def test_the_word_for_number_is_no_unit_by_itself(text):
    assert read_unit(text, text, 0) is None
