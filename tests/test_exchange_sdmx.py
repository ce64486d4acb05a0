"""SDMX: what is written is read by pysdmx and by sdmx1, codes are valid, no figure is lost."""

import builtins
import json
import re
import warnings
from decimal import Decimal

import builders
import pytest
import sdmx
from hypothesis import given, settings
from hypothesis import strategies as st
from pysdmx.io import read_sdmx

import chitieu as ct
from chitieu.exchange.sdmx_codes import CodeBook, codes, sdmx_id, unit_mult
from chitieu.exchange.sdmx_structures import ATTRIBUTES, DIMENSIONS
from chitieu.testing import strategies as cst

ID = re.compile(r"[A-Za-z0-9_@$\-]+")
YEAR = ct.Period(2026)


@pytest.fixture(scope="module")
def results():
    return [
        ct.Observation("poor", YEAR, ct.parse_quantity("1,3%"), area="92"),
        ct.Observation("poor", ct.Period(2026, ct.PeriodKind.HALF, 1), ct.parse_quantity("1,40%"), status=ct.ObservationStatus.PRELIMINARY),
        ct.Observation("Thu ngân sách", YEAR, ct.parse_quantity("12.500 tỷ đồng"), ct.parse_quantity("13 nghìn tỷ đồng"), status=ct.ObservationStatus.OFFICIAL),
        ct.Observation("Cán cân thương mại", YEAR, words="xuất siêu", note="theo báo cáo"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def data(example_plan, results):
    return ct.to_sdmx(example_plan, results)


@pytest.fixture(scope="module")
def folder(data, tmp_path_factory):
    home = tmp_path_factory.mktemp("sdmx")
    ct.write_sdmx(data, home)
    return home


def test_every_target_and_result_is_there(data, example_plan, results):
    assert len(data.rows) == len(list(example_plan.targets())) + len(results)
    values = [row["OBS_VALUE"] for row in data.rows if row["FIGURE"] != "ACTUAL"]
    assert values == [f"{target.quantity.value:f}" for _, target in example_plan.targets()]


def test_results_say_how_sure_they_are(data):
    found = [
        (row["OBS_VALUE"], row["OBS_STATUS"], row["UNIT_MEASURE"], row["UNIT_MULT"], row["DECIMALS"], row["UPPER_VALUE"], row["TIME_PERIOD"])
        for row in data.rows[-4:]
    ]  # fmt: skip
    assert found == [
        ("1.3", "E", "PT", "0", "1", "", "2026"),
        ("1.40", "P", "PT", "0", "2", "", "2026-S1"),
        ("12500", "A", "VND", "9", "0", "13000", "2026"),
        ("", "M", "_Z", "0", "", "", "2026"),
    ]
    assert data.rows[-1]["COMMENT_OBS"] == "xuất siêu; theo báo cáo"


def test_pysdmx_reads_the_structures(folder):
    for name in ("structures.json", "structures.xml"):
        ids = {structure.id for structure in read_sdmx(folder / name).structures}
        assert {"CS_PLAN", "DSD_PLAN", "PLAN", "CL_INDICATOR", "CL_REF_AREA", "CL_UNIT_MEASURE", "CL_OBS_STATUS"} <= ids


@pytest.mark.parametrize("name", ["data.csv", "data.xml"])
def test_pysdmx_reads_the_data(folder, data, name):
    (read,) = read_sdmx(folder / name).data
    assert [str(value) for value in read.data["INDICATOR"]] == [row["INDICATOR"] for row in data.rows]
    values = ["" if value is None or str(value) in ("<NA>", "nan") else str(value) for value in read.data["OBS_VALUE"]]
    assert values == [row["OBS_VALUE"] for row in data.rows]


def read_with_sdmx1(path, **options):
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", ResourceWarning
        )  # sdmx1 leaves files it is given by name to be closed by themselves
        return sdmx.read_sdmx(path, **options)


def test_sdmx1_reads_structures_and_data(folder, data):
    message = read_with_sdmx1(folder / "structures.xml")
    assert {"CL_INDICATOR", "CL_UNIT_MEASURE"} <= set(message.codelist)
    structure = message.structure["DSD_PLAN"]
    assert [dimension.id for dimension in structure.dimensions] == list(DIMENSIONS)
    for name in ("data.csv", "data.xml"):
        (read,) = read_with_sdmx1(folder / name, structure=structure).data
        assert len(read.obs) == len(data.rows)
        first = read.obs[0]
        assert (str(first.value), first.attached_attribute["OBS_STATUS"].value) == (data.rows[0]["OBS_VALUE"], "A")


def test_sdmx1_reads_the_data_as_json(folder, data):
    (read,) = read_with_sdmx1(folder / "data.json").data
    found = [
        ({name: str(value.value) for name, value in one.key.values.items()}, one.value, str(one.attached_attribute["OBS_STATUS"].value))
        for one in read.obs
    ]  # fmt: skip
    expected = [
        (
            {name: row[name] for name in DIMENSIONS},
            float(row["OBS_VALUE"]) if row["OBS_VALUE"] else None,
            row["OBS_STATUS"],
        )
        for row in data.rows
    ]
    assert [(key, value) for key, value, _ in found] == [(key, value) for key, value, _ in expected]
    assert '": [1.40, ' in (folder / "data.json").read_text(encoding="utf-8")
    message = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    assert {one["id"] for one in message["structure"]["attributes"]["observation"]} <= {*ATTRIBUTES}


def test_codes_are_in_their_lists(data):
    lists = {one.id: {item.id for item in one.items} for one in data.structures if one.id.startswith("CL_")}
    for row in data.rows:
        for concept in ("FREQ", "REF_AREA", "INDICATOR", "FIGURE", "CHANGE", "UNIT_MEASURE", "OBS_STATUS"):
            assert row[concept] in lists[f"CL_{concept}"]
        assert row["BOUND"] in lists["CL_BOUND"] | {""}


@settings(max_examples=25)
@given(st.lists(builders.plans(), max_size=2))
def test_any_plan_gives_valid_codes_and_no_key_twice(plans):
    """Law: ids are ASCII as SDMX wants them, and no two observations have one key."""
    data = ct.to_sdmx(plans)
    keys = [tuple(row[name] for name in DIMENSIONS) for row in data.rows]
    assert len(keys) == len(set(keys))
    for one in data.structures:
        assert all(ID.fullmatch(item.id) for item in getattr(one, "items", ()))
    for row in data.rows:
        assert Decimal(row["OBS_VALUE"]).is_finite()


@given(st.text())
def test_any_text_makes_an_id(text):
    """Law: an id is never empty and has only letters, digits and underscores."""
    assert re.fullmatch("[A-Z0-9_]{1,60}", sdmx_id(text))


@given(cst.units())
def test_the_multiplier_and_the_rest_are_the_unit(unit):
    """Law: the unit without its scale words, times ten to the power, is the unit."""
    power, label = unit_mult(unit)
    assert not power or ct.parse_unit(label).factor * 10**power == unit.factor


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("%", ("PT", 0)),
        ("nghìn tỷ đồng", ("VND", 12)),
        ("triệu đồng/người/năm", ("VND_PER_PS_PER_A", 6)),
        ("giường bệnh/vạn dân", ("GIUONG_BENH_PER_10000PS", 0)),
        ("doanh nghiệp", ("DOANH_NGHIEP", 0)),
        ("triệu USD", ("USD", 6)),
        ("điểm phần trăm", ("PP", 0)),
    ],
)
def test_codes_of_units(label, code):
    assert CodeBook().unit(ct.parse_unit(label)) == code


def test_two_units_never_share_a_code():
    book = CodeBook()
    assert [book.unit(ct.parse_unit(label))[0] for label in ("xã", "xạ", "xã")] == ["XA", "XA_2", "XA"]


def test_codes_of_the_data_file_are_ids():
    assert all(ID.fullmatch(code) for code in codes()["units"].values())


def test_lines_that_mean_one_record_are_told_apart():
    item = ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(ct.parse_target("2%"),))
    other = ct.PlannedIndicator("Tỷ lệ hộ nghèo miền núi", indicator="poor", targets=(ct.parse_target("4%"),))
    data = ct.to_sdmx(ct.Plan(period=YEAR, indicators=(item, other)))
    assert [row["INDICATOR"] for row in data.rows] == ["POOR", "POOR_2"]
    (codelist,) = (one for one in data.structures if one.id == "CL_INDICATOR")
    assert [item.name for item in codelist.items] == ["Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo miền núi"]


def test_a_plan_without_a_period_has_no_data():
    assert ct.to_sdmx(ct.Plan(indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 2%;"))).rows == ()


def test_a_file_in_the_way(data, tmp_path):
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(ct.WriteError):
        ct.write_sdmx(data, tmp_path / "taken")


def test_without_pysdmx_the_error_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def blocked(name, *args, **kwargs):
        if name.partition(".")[0] == "pysdmx":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", blocked)
    with pytest.raises(ct.MissingExtraError, match=r"chitieu\[sdmx\]"):
        ct.to_sdmx(ct.Plan())
