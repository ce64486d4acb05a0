"""Amounts of running text that are one amount over another."""

import pytest

import chitieu as ct


def said(text):
    found = ct.run_checks(ct.Plan(text=text, period=ct.Period(2026)), rules=[]).identities
    return [(one.equation, one.holds) for one in found if one.kind.value == "product"]


def test_running_text_is_looked_at_line_by_line():
    line = "Toàn tỉnh có 1.440 bác sĩ, dân số 1.200.000 người, đạt 13,0 bác sĩ/vạn dân."
    assert said(line) == [("1.440 : 1.200.000 = 13,0", False)]
    assert said(line.replace(", ", "\n- ")) == []


def test_a_finding_names_both_amounts():
    text = "Nhân lực: có 1.440 bác sĩ, dân số 1.200.000 người, đạt 13,0 bác sĩ/vạn dân."
    (finding,) = ct.check(text, rules=["per-head"])
    assert finding.message.endswith(
        "is 13,0 bác sĩ/vạn dân, but 1.440 bác sĩ over 1.200.000 người make 12,00 bác sĩ/vạn dân"
    )
    assert [text[span.start : span.end] for span in finding.related] == ["1.440 bác sĩ", "1.200.000 người"]


def test_an_endless_line_is_looked_at_where_the_three_stand_together():
    line = "Toàn tỉnh có 1.440 bác sĩ, dân số 1.200.000 người, đạt 13,0 bác sĩ/vạn dân"
    assert said(f"{line}{', và như vậy' * 400}") == [("1.440 : 1.200.000 = 13,0", False)]
    assert said(f"{'Và như vậy, ' * 400}{line}") == [("1.440 : 1.200.000 = 13,0", False)]


def test_each_line_is_one_of_its_own():
    line = "1.440 bác sĩ, dân số 1.200.000 người, đạt 13,0 bác sĩ/vạn dân."
    wrong = ("1.440 : 1.200.000 = 13,0", False)
    assert said(f"{line}\nHọp.") == said(f"Họp.\n{line}") == [wrong]
    assert said(f"{line}\n{line}") == [wrong, wrong]
    assert said(f"{line}\nĐạt 14,0 bác sĩ/vạn dân.") == [wrong]


@pytest.mark.parametrize("words", [0, 500, 2000])
def test_a_line_is_looked_at_to_its_end(words):
    line = "GRDP 90.000 tỷ đồng, dân số 1.200.000 người, GRDP bình quân đầu người 85 triệu đồng/người"
    assert said(f"{'Họp, ' * words}{line}") == [("90.000 : 1.200.000 = 85", False)]


def test_what_another_line_gives_is_not_taken():
    """Of two lines each counts its own; the people of another line are none."""
    line = "Toàn vùng GRDP {} tỷ đồng, dân số 1.200.000 người, GRDP bình quân đầu người 75 triệu đồng/người."
    assert said(f"{line.format('90.000')}\n{line.format('96.000')}") == [
        ("90.000 : 1.200.000 = 75", True),
        ("96.000 : 1.200.000 = 75", False),
    ]
    apart = "Toàn vùng GRDP 90.000 tỷ đồng, GRDP bình quân đầu người 85 triệu đồng/người."
    assert said(f"{apart}\nDân số 1.200.000 người.") == said(f"Dân số 1.200.000 người.\n{apart}") == []
