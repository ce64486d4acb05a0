"""The unit of one row where the numbers say that it is that of the others."""

from decimal import Decimal

import pytest

import chitieu as ct
from chitieu.checking.parts.row_units import row_unit
from chitieu.plan import Relation


def row(name, number, unit, *parts, text="| Đàn vật nuôi |"):
    target = ct.Target(ct.Quantity(Decimal(number), unit)) if number is not None else None
    below = tuple(row(*part) for part in parts)
    return ct.PlannedIndicator(
        name, targets=(target,) if target else (), parts=below, text=text, relation=Relation.PART
    )


def found(*rows, text="| Đàn vật nuôi |"):
    whole, *parts = rows
    one = row(*whole, *parts, text=text)
    odd = row_unit(one)
    return odd and (odd.item.name, odd.expected)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("Tổng", "521", "ha"), ("Ao", "311", "ha"), ("Hồ", "210", "tấn")), ("Hồ", "ha")),
        ((("Tổng", "521", "tấn"), ("Ao", "311", "ha"), ("Hồ", "210", "ha")), ("Tổng", "ha")),
        ((("Tổng", "520", "ha"), ("Ao", "310", "ha"), ("Hồ", "210", "ha")), None),
        # the numbers must come to the first, to the last digit, in more digits than chance explains
        ((("Tổng", "521", "ha"), ("Ao", "310", "ha"), ("Hồ", "210", "tấn")), None),
        ((("Tổng", "5", "ha"), ("Ao", "3", "ha"), ("Hồ", "2", "tấn")), None),
        ((("Tổng", "520", "ha"), ("Ao", "300", "ha"), ("Hồ", "220", "tấn")), None),
        ((("Tổng", "521", "ha"), ("Ao", "301", "ha"), ("Hồ", "220", "tấn")), ("Hồ", "ha")),
        ((("Tổng", "52", "ha"), ("Ao", "30", "ha"), ("Hồ", "11", "tấn"), ("Đầm", "11", "ha")), ("Hồ", "ha")),
        # another division may follow
        ((("Tổng", "521", "ha"), ("Ao", "310", "ha"), ("Hồ", "211", "tấn"), ("Tưới", "90", "ha")), ("Hồ", "ha")),
        ((("Tổng", "521", "ha"), ("Ao", "521", "tấn")), None),
        # two odd ones, or nothing but odd ones
        ((("Tổng", "521", "ha"), ("Ao", "310", "tấn"), ("Hồ", "211", "tấn"), ("Đầm", "0", "ha")), None),
        ((("Tổng", "521", "ha"), ("Ao", "310", "tấn"), ("Hồ", "211", "người")), None),
        ((("Tổng", "521", "ha"), ("Ao", "310", "%"), ("Hồ", "211", "ha")), None),
        ((("Tổng", "521", "ha"), ("Ao", "310", "ha"), ("Hồ", None, "ha")), None),
    ],
)
def test_a_row_in_a_unit_that_its_number_rules_out(rows, expected):
    assert found(*rows) == expected


def test_lines_of_text_count_one_thing_by_many_names():
    rows = ("Tổng", "521", "con"), ("Bò", "310", "con"), ("Dê", "211", "đàn")
    assert found(*rows) == ("Dê", "con")
    assert found(*rows, text="Tổng đàn 521 con") is None
    assert found(("Tổng", "521", "ha"), ("Ao", "310", "ha"), ("Hồ", "211", "tấn"), text="Tổng 521 ha") == ("Hồ", "ha")
