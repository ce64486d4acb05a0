"""Percentages of one whole with what they come to, and what is reached by the times of a year (`identity.running_totals`)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text, rule):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=[rule])
    assert {finding.code for finding in findings} <= {rule}  # and the rule did not stop
    return findings


_ROW = (
    "- Giải ngân đến hết quý I đạt 20% ({} tỷ đồng), hết quý II đạt 50% ({} tỷ đồng), hết quý III đạt 70% ({} tỷ đồng)."
)


@given(whole=st.integers(10, 900).map(lambda one: one * 10), off=st.integers(0, 2))
def test_pairs_of_one_whole_agree(whole, off):
    """Law: amounts of one whole are silent; one of three that is doubled is told."""
    amounts = [whole * share // 10 for share in (2, 5, 7)]
    assert found(_ROW.format(*amounts), "fraction-percent") == ()
    amounts[off] *= 2
    assert len(found(_ROW.format(*amounts), "fraction-percent")) == 1


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Giải ngân 200 tỷ đồng vốn đầu tư, đến ngày 30/9/2026 đạt tối thiểu 90% (140 tỷ đồng).", 1),
        ("Giải ngân 200 tỷ đồng vốn đầu tư, đến ngày 30/9/2026 đạt tối thiểu 70% (140 tỷ đồng).", 0),
        ("Kế hoạch vốn 200 tỷ đồng; đến hết quý I đạt 15% (30 tỷ đồng), vốn trung ương quý I đạt 20% (10 tỷ đồng).", 0),
        ("Kế hoạch vốn giai đoạn 2026 - 2030 là 900 tỷ đồng, đến hết quý I giải ngân đạt 50% (70 tỷ đồng).", 0),
        # small shares; nought, and what is no percentage, is none
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 1% (5 tỷ đồng).", 1),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 0,5% (5 tỷ đồng).", 1),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 0% (5 tỷ đồng).", 0),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20 (50 tỷ đồng).", 0),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (0 tỷ đồng).", 0),
        ("Vốn 0 tỷ đồng, đến hết quý I đạt 20% (50 tỷ đồng).", 0),
        # the first whole of its own sentence
        ("Họp 5 lần. Vốn 200 tỷ đồng, đến hết quý I đạt 20% (50 tỷ đồng).", 1),
        ("Vốn 200 tỷ đồng. Đến hết quý I đạt 20% (50 tỷ đồng).", 0),
        ("Vốn 200 tỷ đồng, vốn 500 tỷ đồng, đến hết quý I đạt 10% (50 tỷ đồng).", 1),
        ("Chi 200 tỷ đồng, vốn 500 tỷ đồng, đến hết quý I đạt 25% (50 tỷ đồng).", 1),
        ("Chi 200 tỷ đồng, vốn 500 tỷ đồng, đến hết quý I đạt 10% (50 tỷ đồng).", 0),
        ("Đến hết quý I đạt 20% (50 tỷ đồng), quý II đạt 40% (100 tỷ đồng), vốn 500 tỷ đồng.", 0),
    ],
)
def test_a_whole_given_ahead(text, odd):
    assert len(found(text, "fraction-percent")) == odd


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Giải ngân đến hết quý I đạt 15%, quý II đạt 45%, quý III đạt 10%, cả năm đạt 95% trở lên.", 1),
        ("Giải ngân đến ngày 30/6 đạt 45%, đến ngày 30/9 đạt 20%.", 1),
        ("Giải ngân đến hết quý I đạt 15%, quý II đạt 45%, quý III đạt 70%, cả năm đạt 95% trở lên.", 0),
        # shares of each quarter; what should fall; another whole
        ("Giải ngân quý I đạt 15%, quý II đạt 35%, quý III đạt 30%, quý IV đạt 20%.", 0),
        ("Nợ chưa giải ngân đến hết quý I còn 15%, hết quý II còn 10%.", 0),
        ("Giải ngân đến 30/6 đạt 50% vốn địa phương, đến 30/9 đạt 25% vốn ODA.", 0),
    ],
)  # fmt: skip
def test_what_is_reached_never_falls(text, odd):
    assert len(found(text, "growth-between")) == odd


def test_it_says_that_what_is_reached_never_falls():
    (finding,) = found("Giải ngân đến hết quý I đạt 15%, hết quý II đạt 45%, hết quý III đạt 10%.", "growth-between")
    assert "never falls" in finding.message
    assert "không thể giảm" in finding.message_vi


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Giải ngân 200 tỷ đồng vốn, đến hết quý I đạt 20% (40 tỷ đồng), hết quý II đạt 50% (90 tỷ đồng).", "45,0%, not 50%"),
        ("Được giao 200 tỷ đồng kế hoạch vốn, đến hết quý I đạt 20% (50 tỷ đồng).", "25,0%, not 20%"),
        ("Được cấp 200 tỷ đồng, vốn đến hết quý I đạt 20% (50 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (50 tỷ đồng).", "25,0%, not 20%"),
        ("Vốn 200 tỷ đồng/năm, đến hết quý I đạt 20% (50 tỷ đồng).", ""),
        ("Vốn tăng 200 tỷ đồng, đến hết quý I đạt 20% (50 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (41 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (42 tỷ đồng).", "21,0%, not 20%"),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (39 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (38 tỷ đồng).", "19,0%, not 20%"),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20,0% (40,1 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20,0% (40,2 tỷ đồng).", "20,1%, not 20,0%"),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20,0% (0 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (50 dự án).", ""),
        ("Vốn 200 tỷ đồng. Đến hết quý I đạt 20% (50 tỷ đồng).", ""),
        ("Đến hết quý I đạt 20% (30 tỷ đồng), hết quý II đạt 50% (70 tỷ đồng).", ""),
        ("Đến hết quý I đạt 20% (30 tỷ đồng), hết quý II đạt 50% (70 tỷ đồng), hết quý III đạt 70% (105 tỷ đồng).", "46,7%, not 50%"),
        ("Đến hết quý I đạt 20% (30 tỷ đồng), hết quý II đạt 50% (70 tỷ đồng), hết quý III đạt 70% (115 tỷ đồng).", ""),
        ("Đến hết quý I đạt 20% (30 tỷ đồng), hết quý II đạt 50% (75 tỷ đồng), hết quý III đạt 70% (105 triệu đồng).", "0,1%, not 70%"),
        ("Đến hết quý I đạt 20% (30 xã), hết quý II đạt 50% (75 xã), hết quý III đạt 70% (115 xã).", "76,7%, not 70%"),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (40 tỷ đồng), nguồn vay đến quý II đạt 50% (90 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20 - 25% (70 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I tăng 20% (70 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đạt 20% (70 tỷ đồng).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (70 tỷ đồng vay).", ""),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20%, gồm 70 tỷ đồng.", ""),
    ],
)  # fmt: skip
def test_which_pairs_are_of_one_whole(text, told):
    """Pairs are of a whole given ahead in the sentence, or three of them tell it, as far as their digits say."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
