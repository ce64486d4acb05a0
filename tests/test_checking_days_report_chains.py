"""Reports one agency makes of those of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.report_chains import due_before_parts, due_of_wholes

FORMS = [
    "các xã gửi số liệu về sở y tế trước ngày {} tháng cuối quý; sở y tế tổng hợp, báo cáo ubnd tỉnh trước ngày {} cùng tháng",
    "các xã gửi báo cáo về sở y tế trước ngày {} hằng tháng để tổng hợp, báo cáo ubnd tỉnh trước ngày {}",
    "các xã nộp báo cáo cho sở y tế chậm nhất ngày {}/11/2026, sở y tế trình ubnd tỉnh trước ngày {}/11/2026",
]


@given(st.integers(1, 28), st.integers(1, 28), st.sampled_from(FORMS))
def test_law_a_report_waits_for_its_parts(sent, made, form):
    """What is put together is due on the day of its parts or later."""
    assert bool(list(due_before_parts(form.format(sent, made)))) == (made < sent)


@pytest.mark.parametrize(
    "text",
    [
        "các xã gửi sở y tế trước ngày 25 hằng tháng; sở y tế tổng hợp, báo cáo ubnd tỉnh trước ngày 03 tháng sau",
        "sở y tế gửi sở tài chính trước ngày 20/6/2026; báo cáo bộ y tế trước ngày 15/6/2026",
        "các xã gửi sở y tế trước ngày 20/12; sở y tế báo cáo ubnd tỉnh trước ngày 05/01/2027",
        "các xã gửi báo cáo về sở y tế trước ngày 20 hằng tháng; sở y tế báo cáo ubnd tỉnh quý i trước ngày 18",
        "các xã gửi sở y tế trước ngày 20/6/2026; sở tài chính tổng hợp, báo cáo ubnd tỉnh trước ngày 15/6/2026",
    ],
)
def test_other_days_are_left_alone(text):
    assert list(due_before_parts(text)) == []


@given(st.integers(1, 28), st.integers(1, 28), st.sampled_from(FORMS[::2]))
def test_law_parts_are_known_with_their_whole(sent, made, form):
    """Where both days are of one month, that of the whole stands at the place of that of its parts."""
    text = form.format(sent, made)
    month = 11 if "/11/" in text else None
    assert due_of_wholes(text) == {text.index(str(sent)): (made, month, True)}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("các xã báo cáo trước ngày 12 tháng cuối quý; phòng kinh tế tổng hợp, trình ubnd xã trước ngày 15", 15),
        ("các xã gửi sở y tế trước ngày 10 tháng cuối quý; sở y tế tổng hợp, báo cáo ubnd tỉnh trước ngày 16", 16),
    ],
)
def test_what_is_put_together_is_due_in_the_month_of_its_parts(text, whole):
    assert [due[0] for due in due_of_wholes(text).values()] == [whole]


SENT = "các xã gửi số liệu về sở y tế trước ngày {}; sở y tế tổng hợp, báo cáo ubnd tỉnh trước ngày {}"


@pytest.mark.parametrize(
    ("sent", "made", "found"),
    [
        ("20/6", "15 cùng tháng", [("20/6", "15 cùng tháng")]),
        ("20/6", "25 cùng tháng", []),
        ("20/6", "15", []),
        ("20/6", "15 hằng tháng", []),
        ("20", "15/6", []),
        ("20", "15", []),
        ("20 hằng tháng", "15 tháng cuối quý", []),
        ("20 hằng tháng", "15 tháng này", [("20 hằng tháng", "15 tháng này")]),
        ("20/6", "15/6", [("20/6", "15/6")]),
        ("20/6", "25/5", [("20/6", "25/5")]),
        ("20/6", "20/6", []),
        ("20/12/2026", "05/01/2027", []),
        ("05/01/2027", "20/12/2026", [("05/01/2027", "20/12/2026")]),
        ("20/12", "05/01/2027", []),
        ("20/12/2026", "05/01", []),
    ],
)
def test_days_of_parts_and_of_their_whole(sent, made, found):
    assert [one[2:] for one in due_before_parts(SENT.format(sent, made))] == found


@pytest.mark.parametrize(
    ("sent", "made", "whole"),
    [
        ("10/6", "15/6", (15, 6, True)),
        ("10/6", "15", None),
        ("10", "15/6", None),
        ("10 tháng cuối quý", "15 tháng cuối quý", (15, None, True)),
        ("10 tháng cuối quý", "15 cùng tháng", (15, None, True)),
        ("10 tháng cuối quý", "10", (10, None, True)),
        ("10 tháng cuối quý", "09", None),  # of the month behind
        ("10 tháng cuối quý", "15/6", None),
        ("10 tháng cuối quý", "15 hằng tháng", None),
    ],
)
def test_when_a_whole_is_due(sent, made, whole):
    text = SENT.format(sent, made)
    assert list(due_of_wholes(text).values()) == [whole] * (whole is not None)
