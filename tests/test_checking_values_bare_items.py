"""Amounts without a unit in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_items import bare_items

AMOUNTS = {"Chè": "610", "Hồ tiêu": "1.290", "Điều": "2.400", "Dừa": "3.105,5", "Mía": "12.700"}
MARKERS = ["- {}", "+ {}", "• {}", "{at}. {}", "({at}) {}", "{at}) {}"]


def listed(*items, head="Diện tích cây lâu năm:", marker="+ {}"):
    """Return the names, numbers and units of the bare items of a list."""
    lines = "\n".join(marker.format(item, at=at) for at, item in enumerate(items, 1))
    ((piece, hits),) = Subject(plan(lines=f"- {head}\n{lines}")).passages
    return [(bare.name, bare.number, bare.unit) for bare in bare_items((piece, hits))]


@given(st.permutations(list(AMOUNTS)), st.sampled_from(["ha", "tấn", "tỷ đồng", "triệu kWh"]), st.sampled_from(MARKERS))
def test_law_one_of_several_lacks_what_the_others_have(names, unit, marker):
    """A list whose items have one unit is silent; where one of them lost it, that one is reported."""
    whole = [f"{name} {AMOUNTS[name]} {unit};" for name in names]
    assert listed(*whole, marker=marker) == []
    for at, name in enumerate(names):
        if "." in AMOUNTS[name]:
            lost = [*whole[:at], f"{name} {AMOUNTS[name]};", *whole[at + 1 :]]
            assert [bare[:2] for bare in listed(*lost, marker=marker)] == [(name, AMOUNTS[name])]


@pytest.mark.parametrize(
    ("items", "names"),
    [
        (["Chè 610 ha, búp tươi 5.100 tấn;", "Hồ tiêu 1.290, hạt khô 2.300 tấn;", "Điều 2.400 ha."], ["Hồ tiêu"]),
        (["Chè: 610 ha;", "Hồ tiêu: 1.290;", "Điều: 2.400 ha."], ["Hồ tiêu"]),
        (["Chè đạt 610 ha", "Hồ tiêu đạt 1.290", "Điều đạt 2.400 ha"], ["Hồ tiêu"]),
        (["Thành thị 1,2%;", "Miền núi 9,8;", "Nông thôn 4,1%;"], ["Miền núi"]),
        (
            ["Chè 610 ha;", "Hồ tiêu\n1.290 (năm 2025: 1.200 ha);", "Điều 2.400 ha."],
            [],
        ),  # the next amount has it for both
        (["Chè 610 ha;", "Hồ tiêu 1.290, điều 2.400 ha;", "Mía 900 ha."], []),
        # one sibling alone, siblings of several units, counted things
        (["Chè 610 ha;", "Hồ tiêu 1.290;"], []),
        (["Chè 610 ha;", "Hồ tiêu 1.290;", "Điện 2.400 kWh;"], []),
        (["Trâu 610 con;", "Thỏ 1.290;", "Dê 2.400 con;"], []),
        # numbers of things, indices, names that say what is counted, a number that goes on
        (["Quốc lộ 12;", "Đường tỉnh 15 km;", "Đường xã 20 km;"], []),
        (["Chỉ số ICOR 5,5;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
        (["Số hộ trồng chè 1.290;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
        (["Hồ tiêu 1.290\nha;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
        (["Hồ tiêu (ha) 1.290;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
        (["Hồ tiêu 1.290 - 1.300 ha;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
        (["Hồ tiêu, dừa: 1.290 và 1.300 ha;", "Chè 610 ha;", "Điều 2.400 ha;"], []),
    ],
)
def test_lists(items, names):
    assert [name for name, _, _ in listed(*items)] == names


def test_the_line_above_has_the_unit():
    items = ("Rừng phòng hộ: 1.250 ha;", "Rừng sản xuất: 2.750.")
    assert listed(*items, head="Trồng rừng 4.000 ha, gồm:") == [("Rừng sản xuất", "2.750", "ha")]
    assert listed(*items, head="Trồng rừng, gồm:") == []
    assert listed(*items, "Rừng đặc dụng: 300 ha.", head="Trồng rừng (ha):") == []


@pytest.mark.parametrize(
    ("items", "names"),
    [
        # numbers with a comma or in thousands, not those of things and changes
        (["Chè 610 ha;", "Hồ tiêu 129,5;", "Điều 2.400 ha."], ["Hồ tiêu"]),
        (["Chè 610 ha;", "Hồ tiêu 129;", "Điều 2.400 ha."], []),
        (["Chè 610 ha;", "Hồ tiêu tăng 1.290;", "Điều 2.400 ha."], []),
        (["Chè tăng 610 ha;", "Hồ tiêu 1.290;", "Điều 2.400 ha."], []),
        (["Chè xã 12: 610 ha;", "Hồ tiêu 1.290;", "Điều 2.400 ha."], []),
        # an item goes on with the next line until a sign closes it
        (["Chè đồi\nvà chè vườn 610 ha;", "Hồ tiêu 1.290;", "Điều 2.400 ha."], ["Hồ tiêu"]),
        (["Chè 610 ha;", "Hồ tiêu 1.290;\n\n", "Điều 2.400 ha."], ["Hồ tiêu"]),
        (["Chè 610 ha;\nMua giống.", "Hồ tiêu 1.290;", "Điều 2.400 ha."], []),
        # the unit most have is the one expected
        (["Chè 610 ha;", "Hồ tiêu 1.290;", "Điều 24 km2."], ["Hồ tiêu"]),
        (["Hồ tiêu 1.290, hạt khô 2.300 ha;", "Chè 610 ha;", "Điều 2.400 ha."], []),
        (["Hồ tiêu 1.290, hạt khô 2.300 tấn;", "Chè 610 ha;", "Điều 2.400 ha."], ["Hồ tiêu"]),
    ],
)
def test_what_an_item_opens_with(items, names):
    assert [name for name, _, _ in listed(*items)] == names


def test_lists_of_another_sort_of_marker_are_other_lists():
    assert bare_in("- Cây trồng:\n+ Chè 610 ha;\n+ Hồ tiêu 1.290;\n+ Điều 2.400 ha.") == ["1.290"]
    assert bare_in("- Cây trồng:\n+ Chè 610 ha;\na) Hồ tiêu 1.290;\n+ Điều 2.400 ha.") == []
    assert bare_in("- Cây trồng:\n1. Chè 610 ha;\n2) Hồ tiêu 1.290;\n3. Điều 2.400 ha.") == []
    assert bare_in("+ Cây 4.000 ha, gồm:\n- Chè 610 ha;\n- Hồ tiêu 1.290.\n+ Khác:\n- Mía 900;\n- Dừa 3.105,5.") == [
        "1.290"
    ]
    assert bare_in("- Cây tăng 4.000 ha, gồm:\n+ Chè 610 ha;\n+ Hồ tiêu 1.290.") == []
    assert bare_in("- Cây 4.000 tấn, gồm:\n+ Chè 610 ha;\n+ Hồ tiêu 1.290.") == []


def bare_in(text):
    return [bare.number for passage in Subject.of(text, (), (), None).passages for bare in bare_items(passage)]
