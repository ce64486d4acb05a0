"""Errors: fields, languages, carets, pickling."""

import pickle

import pytest

import chitieu as ct
from chitieu.errors import excerpt, position

CLASSES = [
    (ct.ParseError, ValueError),
    (ct.AmbiguousNumberError, ct.ParseError),
    (ct.NumberTypeError, TypeError),
    (ct.UnitError, ValueError),
    (ct.SourceError, ValueError),
    (ct.NotAPlanError, ValueError),
    (ct.DocumentError, ValueError),
    (ct.UnknownProvinceError, LookupError),
    (ct.UnknownAgencyError, LookupError),
    (ct.UnknownAreaError, LookupError),
    (ct.MissingExtraError, ImportError),
    (ct.SpellingError, ValueError),
    (ct.PeriodError, ValueError),
]


def caught(call, *args):
    with pytest.raises(ct.ChitieuError) as info:
        call(*args)
    return info.value


ERRORS = [
    lambda: caught(ct.parse_number, "8.5"),
    lambda: caught(ct.parse_number, 8.5),
    lambda: caught(ct.parse_date, "31/02/2026"),
    lambda: caught(ct.parse_unit, "% abc"),
    lambda: caught(ct.parse_target, "tăng 5%, giảm 6%"),
    lambda: caught(ct.Quantity(1, "%").to, "ha"),
    lambda: caught(ct.parse_plan, ""),
    lambda: caught(ct.parse_plan, "Hôm nay trời đẹp."),
    lambda: caught(ct.from_json, "{"),
    lambda: caught(ct.from_json, '{"schema": "chitieu/plan/1", "plan": {"indicators": [{"name": 1}]}}'),
    lambda: caught(ct.get_province, "atlantis"),
    lambda: caught(ct.read_plan, "no such file.txt"),
]


@pytest.mark.parametrize(("cls", "builtin"), CLASSES)
def test_every_error_is_a_chitieu_error_and_the_builtin_a_caller_would_catch(cls, builtin):
    assert issubclass(cls, ct.ChitieuError)
    assert issubclass(cls, builtin)


@pytest.mark.parametrize("make", ERRORS)
def test_errors_pickle(make):
    error = make()
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own bytes)
    assert type(again) is type(error)
    assert (again.code, again.fields, str(again)) == (error.code, error.fields, str(error))


@pytest.mark.parametrize("make", ERRORS)
def test_messages_are_one_line_in_both_languages(make):
    error = make()
    english, vietnamese = error.message("en"), error.message("vi")
    assert english
    assert vietnamese
    assert english != vietnamese or error.code == "document.schema"  # place and reason, both from the parser
    assert "\n" not in english + vietnamese
    assert "{" not in error.message("xx").replace("{'", "")  # an unknown language falls back to English


def test_fields_are_attributes():
    error = caught(ct.parse_number, "đạt 8.5")
    assert (error.code, error.text, error.start, error.end, error.found) == ("number.english", "đạt 8.5", 4, 7, "8.5")


def test_unknown_attributes_are_attribute_errors():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = ct.ParseError("number.none", text="", start=0, end=0).nonsense


def test_parse_errors_point_with_a_caret():
    lines = str(caught(ct.parse_number, "số\n12.5 ha")).splitlines()
    assert lines[0].startswith("line 2, column 1: ")
    assert lines[1:] == ["12.5 ha", "^^^^"]


def test_the_caret_stands_under_decomposed_letters():
    """Combining marks take no column, so the caret must not count them."""
    text = "đa\u0323t 9,3,1%"
    assert excerpt(text, text.index("9"), len(text)).splitlines()[1] == "    ^^^^^^"


def test_a_long_line_is_cut_around_the_place():
    text = "a" * 500 + " X " + "b" * 500
    quoted, caret = excerpt(text, 501, 502).splitlines()
    assert len(quoted) < 160
    assert quoted[0] == quoted[-1] == "…"
    assert quoted[caret.index("^")] == "X"


def test_control_characters_are_not_printed():
    assert "\x1b" not in excerpt("a\x1b[31mđỏ", 0, 3)


def test_a_span_over_lines_is_marked_on_its_first():
    assert excerpt("một hai\nba", 4, 10) == "một hai\n    ^^^"


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3))])
def test_positions_count_from_one(offset, place):
    assert position("ab\ncde", offset) == place


def test_an_unknown_province_names_those_there_are():
    error = caught(ct.get_province, "atlantis")
    assert error.name == "atlantis"
    assert "ben-tre, binh-phuoc" in str(error)
