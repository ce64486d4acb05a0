"""Indicators that only one province has."""

from decimal import Decimal

import pytest

import chitieu as ct

HEAD = 'api = "1.0"\nextends = "standard"\nslug = "song-hau"\nname = "Sông Hậu"\n'
COCONUT = """[[local_indicators]]
key = "coconut_ha"
name = "Diện tích dừa hữu cơ"
aliases = ["dừa đạt chuẩn hữu cơ"]
units = ["ha"]
direction = "higher"
minimum = 0
maximum = 90000
kind = "stock"
part_of = "perennial_ha"
source = "Nghị quyết 01/2026/NQ-HĐND"
"""


@pytest.fixture
def load(tmp_path):
    def load(text):
        file = tmp_path / "f.toml"
        file.write_text(HEAD + text, encoding="utf-8")
        return ct.load_format(file)

    return load


def test_a_table_is_a_record_in_the_format_only(load):
    form = load(COCONUT)
    with form.in_use():
        record = ct.get_indicator("coconut_ha")
        assert ct.resolve_indicator("Diện tích dừa hữu cơ đến năm 2026") == "coconut_ha"
        assert ct.resolve_indicator("dừa đạt chuẩn hữu cơ") == "coconut_ha"
    assert (record.unit, record.direction, record.minimum, record.maximum) == (
        "ha",
        "higher",
        Decimal(0),
        Decimal(90000),
    )
    assert (record.kind, record.part_of, record.source) == ("stock", "perennial_ha", "Nghị quyết 01/2026/NQ-HĐND")
    assert ct.resolve_indicator("Diện tích dừa hữu cơ") is None


def test_plans_are_read_with_it(load):
    (item,) = ct.parse_indicators("1) Diện tích dừa hữu cơ đạt 20.000 ha;", load(COCONUT))
    assert (item.indicator, item.match.reason) == ("coconut_ha", ct.MatchReason.EXACT)
    assert ct.parse_indicators("1) Diện tích dừa hữu cơ đạt 20.000 ha;")[0].indicator is None


def test_names_are_given_to_it_and_to_the_catalogue(load):
    form = load('[indicators]\ncoconut_ha = ["vườn dừa sạch"]\npoor = ["nghèo toàn tỉnh"]\n' + COCONUT)
    with form.in_use():
        assert [ct.resolve_indicator(name) for name in ("vườn dừa sạch", "nghèo toàn tỉnh")] == ["coconut_ha", "poor"]


def test_a_unit_of_another_kind_is_a_finding(load):
    form = load(COCONUT)
    with form.in_use():
        match = ct.match_indicator("Diện tích dừa hữu cơ", unit="tỷ đồng")
    assert match.accepted is None


def test_a_format_takes_over_those_of_the_one_it_extends(load, tmp_path):
    load(COCONUT)
    file = tmp_path / "g.toml"
    file.write_text('api = "1.0"\nextends = "f"\nslug = "song-tien"\nname = "Sông Tiền"\n', encoding="utf-8")
    text = HEAD.replace("song-hau", "f") + COCONUT
    (tmp_path / "f.toml").write_text(text, encoding="utf-8")
    with ct.provinces.using(ct.load_format(tmp_path / "f.toml")):
        form = ct.load_format(file)
    assert [indicator.key for indicator in form.local_indicators] == ["coconut_ha"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = 'X y z'", "f.toml:5: 'local_indicators[0].key' is ''; this setting must be given"),
        ("key = 'A b'\nname = 'X y z'", "f.toml:6: 'local_indicators[0].key' is 'A b'; expected lower-case ASCII letters"),
        ("key = 'poor'\nname = 'X y z'", "f.toml:6: 'local_indicators[0].key' is 'poor'; another indicator, here or"),
        ("key = 'a'", "f.toml:5: 'local_indicators[0].name' is ''; this setting must be given"),
        ("key = 'a'\nname = 'Tỷ lệ hộ nghèo'", "'local_indicators[0].name' is 'Tỷ lệ hộ nghèo'; this is a name of the indicator poor"),
        ("key = 'a'\nname = 'X y z'\naliases = ['X', 'GRDP']", "'local_indicators[0].aliases[1]' is 'GRDP'; this is a name of the indicator grdp"),
        ("key = 'a'\nname = 'X y z'\nunits = 'ha'", "'local_indicators[0].units' is 'ha'; expected a list in square brackets"),
        ("key = 'a'\nname = 'X y z'\nminimum = 5\nmaximum = 3", "f.toml:9: 'local_indicators[0].maximum' is 3; expected a number that is not below 5"),
        ("key = 'a'\nname = 'X y z'\npart_of = 'b'", "'local_indicators[0].part_of' is 'b'; expected the key of an indicator"),
        ("key = 'a'\nname = 'X y z'\ndirection = 'up'", "'local_indicators[0].direction' is 'up'; expected one of 'higher', 'lower', 'context'"),
        ("key = 'a'\nname = 'X y z'\n[[local_indicators]]\nkey = 'a'\nname = 'U v w'", "f.toml:9: 'local_indicators[1].key' is 'a'; another indicator, here"),
    ],
)  # fmt: skip
def test_faults_say_where_and_what(load, text, says):
    with pytest.raises(ct.ProvinceFormatError) as caught:
        load(f"[[local_indicators]]\n{text}\n")
    assert says in str(caught.value)
    assert caught.value.message("vi") != caught.value.message("en")


def test_bounds_may_be_equal_and_a_part_may_be_of_another_of_the_format(load):
    form = load(
        "[[local_indicators]]\nkey = 'whole'\nname = 'Diện tích vườn dừa'\nminimum = 3\nmaximum = 3\n"
        "[[local_indicators]]\nkey = 'part'\nname = 'Diện tích dừa hữu cơ'\npart_of = 'whole'\n"
    )
    assert [indicator.record().key for indicator in form.local_indicators] == ["whole", "part"]
