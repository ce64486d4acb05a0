"""Growth of sectors with that of the branches they are named after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text)))]


@pytest.mark.parametrize(
    "line",
    [
        "- Công nghiệp - xây dựng tăng {} (công nghiệp tăng 9,4%, xây dựng tăng 8,1%).",
        "- Khu vực công nghiệp và xây dựng ước tăng {}; công nghiệp tăng 9,4%, xây dựng tăng 8,1%.",
        "- GRDP tăng 8,5%, trong đó: khu vực công nghiệp - xây dựng tăng {} (công nghiệp tăng 9,4%, xây dựng tăng 8,1%); khu vực dịch vụ tăng 8%.",
        "- GRDP tăng 8,5%, trong đó:\n+ Khu vực công nghiệp - xây dựng tăng {} (công nghiệp tăng 9,4%, xây dựng tăng 8,1%);\n+ Khu vực dịch vụ tăng 8%.",
        "- Xuất, nhập khẩu hàng hóa tăng {} (xuất khẩu tăng 9,4%, nhập khẩu tăng 8,1%).",
        "- Xuất, nhập khẩu hàng hóa 920 triệu USD, tăng {} (xuất khẩu tăng 9,4%, nhập khẩu tăng 8,1%).",
    ],
)
@pytest.mark.parametrize(
    ("growth", "found"), [("9,0%", []), ("9,9%", ["growth-between"]), ("7,5%", ["growth-between"])]
)
def test_a_sector_lies_between_the_branches_of_its_name(line, growth, found):
    assert codes(line.format(growth)) == found


@pytest.mark.parametrize(
    "line",
    [
        "- Khu vực công nghiệp - xây dựng tăng 8%; giá trị sản xuất công nghiệp tăng 9%; giá trị sản xuất xây dựng tăng 10%.",
        "- Khu vực công nghiệp - xây dựng tăng 8%; chỉ số sản xuất công nghiệp tăng 9%; vốn xây dựng tăng 10%.",
        "- Công nghiệp - xây dựng tăng 11% (riêng công nghiệp tăng 10%).",
        "- Nông nghiệp tăng 3%, lâm nghiệp tăng 4%, thủy sản tăng 5%.",
        "- Công nghiệp - xây dựng chiếm 42% (công nghiệp 35%, xây dựng 7%).",
    ],
)
def test_what_is_measured_otherwise_is_left_alone(line):
    assert codes(line) == []


@given(st.integers(10, 300), st.integers(10, 300), st.integers(0, 100))
def test_law_a_mean_of_the_branches_is_silent(industry, building, weight):
    """Whatever the weights are, a growth made of those of the branches is none to complain of."""
    whole = round((industry * weight + building * (100 - weight)) / 100)
    rates = [f"{value // 10},{value % 10}%" for value in (whole, industry, building)]
    assert codes("- Công nghiệp - xây dựng tăng {} (công nghiệp tăng {}, xây dựng tăng {}).".format(*rates)) == []
