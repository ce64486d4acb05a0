"""Numbers of things in each state that leave out what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [one.code for one in ct.check(ct.Plan(text=text), rules=["parts-sum", "parts-exceed"])]


TASKS = "Giao 200 việc; hoàn thành {} (đúng hạn {}, quá hạn {}), chưa hoàn thành {} (trong hạn 35, quá hạn 5)."


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((160, 150, 10, 40), []),
        ((160, 140, 10, 40), ["parts-sum"]),
        ((160, 150, 10, 50), ["parts-sum"]),
    ],
)
def test_states_and_times_of_tasks(numbers, expected):
    assert found(TASKS.format(*numbers)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhận 1.284 đơn, đã xử lý 1.246, chưa xử lý 38.", []),
        ("Nhận 1.284 đơn, đã xử lý 1.246, chưa xử lý 48.", ["parts-sum"]),
        ("Giao 50 việc, hoàn thành 30, đang triển khai 15, chưa đến hạn 8.", ["parts-sum"]),
        ("Giao 50 việc, hoàn thành 30, đang triển khai 15, chưa đến hạn 5.", []),
        ("Giao 50 việc, hoàn thành 30, đang triển khai 15, nghiệm thu 30 việc.", []),
        ("Chi 9 tỷ đồng; giao 50 việc, hoàn thành 30, đang triển khai 15, chưa đến hạn 8.", ["parts-sum"]),
        ("Hoàn thành 30, chưa hoàn thành 15; giao 50 việc.", []),
        ("Hoàn thành 30, giao 50 việc, đã xử lý 30, chưa xử lý 15.", ["parts-sum"]),
        # in brackets: in time and late
        ("Giao 90 việc, hoàn thành 60 (đúng hạn 40, quá hạn 15), chưa hoàn thành 30.", ["parts-sum"]),
        ("Giao 90 việc, hoàn thành 60 (đúng hạn 45, quá hạn 15), chưa hoàn thành 30.", []),
        ("Giao 90 việc, hoàn thành 60 (đúng hạn: 40; trễ hạn: 15), chưa hoàn thành 30.", ["parts-sum"]),
        ("Giao 90 việc, hoàn thành 60 (trước hạn 40, quá hạn 15, rút 5), chưa hoàn thành 30.", []),
        # of those done, and things of another kind
        ("Giao 50 việc, hoàn thành 30, trong đó quá hạn 2.", []),
        ("Có 50 dự án, khởi công 30, hoàn thành 30.", []),
        ("Giao 50 việc. Năm trước hoàn thành 70, chưa hoàn thành 20.", []),
    ],
)
def test_states_without_a_noun(text, expected):
    assert found(text) == expected


@given(st.integers(20, 900), st.integers(20, 900), st.sampled_from([-3, 0, 3]))
def test_law_what_is_done_and_what_is_not_are_all_there_is(done, left, slip):
    """A number of things is that of those done and those not done; three more or less is found."""
    text = f"Nhận {done + left + slip} đơn, đã giải quyết {done}, chưa giải quyết {left}."
    assert bool(found(text)) == bool(slip)
