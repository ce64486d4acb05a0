"""How cases came in and went out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.case_flow import case_shares
from chitieu.numbers.decimals import format_number


def sums(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


def shares(text):
    found = ct.check(ct.Plan(text=text), rules=["fraction-percent"])
    return [(str(one.fields["expected"]), str(one.fields["stated"])) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # those done came out in time or late
        ("Tiếp nhận 9.400 hồ sơ; đã giải quyết 9.100, đúng hạn 9.020 (99,1%), quá hạn 60.", ["9.080 hồ sơ"]),
        ("Tiếp nhận 9.400 hồ sơ; đã giải quyết 9.100 hồ sơ, trước và đúng hạn 9.020, quá hạn 90.", ["9.110 hồ sơ"]),
        ("Thụ lý 940 đơn; đã giải quyết 910 đơn (trước hạn 400, đúng hạn 500, quá hạn 20).", ["920 đơn"]),
        # so did those under way
        ("Tiếp nhận 940 đơn; đã giải quyết 900 đơn; đang giải quyết 40 đơn (trong hạn 35, quá hạn 6).", ["41 đơn"]),
        # both are all that came in, but for a slip
        ("Tiếp nhận 38.250 hồ sơ; đã giải quyết 36.110, còn 2.410.", ["38.520 hồ sơ"]),
        ("Tiếp nhận 38.250 hồ sơ, trong đó trực tuyến 30.100 (78,7%); đã giải quyết 36.110; đang giải quyết 2.240.", ["38.350 hồ sơ"]),
    ],
)  # fmt: skip
def test_cases_that_do_not_add_up(text, told):
    assert sums(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 9.400 hồ sơ; đã giải quyết 9.100, đúng hạn 9.020 (99,1%), quá hạn 80 (0,9%); đang giải quyết 300.",
        "Tiếp nhận 38.250 hồ sơ; đã giải quyết 36.110, còn 1.900.",  # some were taken back
        "Tiếp nhận 38.250 hồ sơ (kỳ trước chuyển sang 1.000 hồ sơ); đã giải quyết 36.110, còn 2.410.",
        "Tiếp nhận 1.500 kiến nghị; đã giải quyết 1.450, giải trình 30, còn 20.",
        "Tiếp nhận 9.400 hồ sơ; đã giải quyết 9.100, quá hạn 80.",  # in time, how many is left open
        "Tiếp nhận 9.400 hồ sơ. Đã giải quyết 9.100, đúng hạn 4.000, quá hạn 60.",
        "Giải quyết 9.100 hồ sơ, đúng hạn 9.000.",
        "Tiếp nhận 60 đơn; đã giải quyết 60 đơn, đang giải quyết 5 đơn.",
        "Tiếp nhận 9.400 hồ sơ, đã giải quyết 9.100 hồ sơ; đúng hạn 99,1%, quá hạn 0,9%.",
    ],
)
def test_others_are_left_alone(text):
    assert sums(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ, quá hạn 12 hồ sơ (12%).", [("2,0%", "12%")]),
        ("Tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ (đúng hạn 588 hồ sơ, đạt 89%).", [("98,0%", "89%")]),
        ("Tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ, đúng hạn 588 (98%), quá hạn 12 (2%).", []),
        ("Tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ; đang giải quyết 40, trong hạn 38 (95%).", []),
        ("Tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ; đang giải quyết 40, trong hạn 38 (59%).", [("95,0%", "59%")]),
    ],
)
def test_shares_of_those_done(text, told):
    assert shares(text) == told


def test_no_share_without_those_that_came_in():
    assert list(case_shares("đã giải quyết 600 hồ sơ, đúng hạn 588 (98%)")) == []


@given(st.integers(2000, 9000), st.integers(100, 900), st.sampled_from([0, 30]))
def test_law_in_time_and_late_are_those_done(in_time, late, slip):
    """Those in time and those late are all that are done; thirty fewer or none are told, and just these."""
    done, came = format_number(in_time + late + slip), format_number(in_time + late + slip + 5000)
    text = f"Tiếp nhận {came} hồ sơ; đã giải quyết {done}, đúng hạn {format_number(in_time)}, quá hạn {late}."
    assert bool(sums(text)) == bool(slip)
