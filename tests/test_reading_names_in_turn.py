"""Names that stand before all of their amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

NAMES = ("nông nghiệp", "công nghiệp, xây dựng", "dịch vụ", "thuế sản phẩm")


def shape(text):
    (item,) = ct.parse_indicators(f"- {text}")
    return [(one.name, [str(target) for target in one.targets]) for one in item.walk()]


@given(st.lists(st.integers(1, 97), min_size=3, max_size=4))
def test_dashes_divide_names_and_shares(shares):
    """Law: as many names as shares, both divided by dashes, go together in turn, rising or falling."""
    names = NAMES[: len(shares)]
    words, amounts = " - ".join(names), " - ".join(f"{share}%" for share in shares)
    parts = [(name, [f"{share}%"]) for name, share in zip(names, shares, strict=True)]
    for line in (f"Cơ cấu kinh tế: {words} là {amounts}", f"Cơ cấu kinh tế ({words}): {amounts}"):
        assert shape(line) == [("Cơ cấu kinh tế", []), *parts]
    assert shape(f"Cơ cấu kinh tế {words} lần lượt đạt {amounts}") == [("Cơ cấu kinh tế", []), *parts]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Tỷ trọng các khu vực I, II, III lần lượt là 20%, 40% và 40%",
            [("Tỷ trọng các khu vực", []), ("khu vực I", ["20%"]), ("khu vực II", ["40%"]), ("khu vực III", ["40%"])],
        ),
        (
            "Cơ cấu kinh tế: Khu vực I - II - III: 20% - 30,5% - 49,5%",
            [("Cơ cấu kinh tế", []), ("Khu vực I", ["20%"]), ("Khu vực II", ["30,5%"]), ("Khu vực III", ["49,5%"])],
        ),
        (
            "Tỷ lệ trường mầm non, tiểu học lần lượt đạt 54% và 70%",
            [("Tỷ lệ trường mầm non", ["54%"]), ("Tỷ lệ tiểu học", ["70%"])],
        ),
        (
            "Thu nội địa và thu từ hoạt động xuất, nhập khẩu lần lượt là 5.100 tỷ đồng và 130 tỷ đồng",
            [("Thu nội địa", ["5.100 tỷ đồng"]), ("thu từ hoạt động xuất, nhập khẩu", ["130 tỷ đồng"])],
        ),
        (
            "Số giường bệnh và số bác sĩ trên 1 vạn dân lần lượt đạt 34 giường và 11 bác sĩ",
            [("Số giường bệnh trên 1 vạn dân", ["34 giường bệnh"]), ("số bác sĩ trên 1 vạn dân", ["11 bác sĩ"])],
        ),
        # no word says so, or names and amounts are not as many
        ("Tỷ lệ trẻ nhà trẻ, mẫu giáo đạt 54%, 70%", [("Tỷ lệ trẻ nhà trẻ, mẫu giáo", ["54%"]), ("", ["70%"])]),
        (
            "Tăng trưởng các quý lần lượt là 8,2%; 8,7%; 9,1%",
            [("Tăng trưởng các quý lần lượt", ["8,2%"]), ("", ["8,7%"]), ("", ["9,1%"])],
        ),
        # two amounts with a dash are a range
        ("Tốc độ tăng: nông nghiệp - dịch vụ 8% - 9%", [("Tốc độ tăng", []), ("nông nghiệp - dịch vụ", ["8% - 9%"])]),
    ],
)
def test_names_and_amounts(line, expected):
    assert shape(line) == expected


def test_what_follows_a_row_is_read_on():
    (item,) = ct.parse_indicators("- Cơ cấu (lúa - ngô - sắn): 50% - 30% - 20%; tỷ lệ che phủ rừng 45%.")
    assert [one.name for one in item.walk()] == ["Cơ cấu", "lúa", "ngô", "sắn", "tỷ lệ che phủ rừng"]


def test_shares_of_a_row_are_checked():
    plan = ct.Plan(indicators=ct.parse_indicators("- Cơ cấu kinh tế (I - II - III): 22% - 36% - 44%."))
    assert [finding.code for finding in ct.check(plan)] == ["shares-sum"]
