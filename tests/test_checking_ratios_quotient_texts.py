"""Amounts of running text that are one amount over another."""

import time

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the three may stand in sentences of their own, in any order, as long as one line has them
        ("GRDP đạt 90.000 tỷ đồng. Dân số 1.200.000 người. GRDP bình quân đầu người đạt 85 triệu đồng.", ["90.000 : 1.200.000 = 85"]),
        ("Dân số 1.200.000 người. GRDP bình quân đầu người đạt 85 triệu đồng. GRDP đạt 90.000 tỷ đồng.", ["90.000 : 1.200.000 = 85"]),
        ("GRDP đạt 90.000 tỷ đồng. Dân số 1.200.000 người.\nGRDP bình quân đầu người đạt 85 triệu đồng.", []),
        ("GRDP đạt 90.000 tỷ đồng.\nDân số 1.200.000 người. GRDP bình quân đầu người đạt 85 triệu đồng.", []),
        ("Diện tích lúa 180.000 ha. Năng suất 70,1 tạ/ha. Sản lượng 1.081.800 tấn.", ["1.081.800 : 180.000 = 70,1"]),
        ("Diện tích lúa 180.000 ha. Năng suất 70,1 tạ/ha.\nSản lượng 1.081.800 tấn.", []),
        # bare counts
        ("Toàn tỉnh có 1.440 bác sĩ. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.", ["1.440 : 1.200.000 = 13,0"]),
        ("1.440 bác sĩ. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.", ["1.440 : 1.200.000 = 13,0"]),
        ("Họp.\n1.440 bác sĩ. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.\nHọp.", ["1.440 : 1.200.000 = 13,0"]),
        ("1.440 bác sĩ.\nDân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.", []),
        ("Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.\n1.440 bác sĩ.", []),
        ("Dân số 1.200.000 người; có 3.600 giường bệnh; đạt 32,0 giường bệnh/vạn dân.", ["3.600 : 1.200.000 = 32,0"]),
        # the count nearest before the rate is meant, whether or not it is named
        ("2.400 bác sĩ. Số bác sĩ là 1.440 người. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.", ["1.440 : 1.200.000 = 13,0"]),
        ("Số bác sĩ là 2.400 người. 1.440 bác sĩ. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân.", ["1.440 : 1.200.000 = 13,0"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ahead", ["", "Các xã họp bàn.\n"])
def test_one_line_gives_all_three(text, expected, ahead):
    assert said(ahead + text) == [(one, False) for one in expected]


def test_an_endless_line_takes_time_in_proportion():
    def seconds(count):
        text = "Có 1.440 bác sĩ. Dân số 1.200.000 người. Tỷ lệ đạt 13,0 bác sĩ/vạn dân. " * count
        start = time.perf_counter()
        assert said(text)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(160) < 12 * max(seconds(40), 0.05)
