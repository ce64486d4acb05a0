"""Fractions of what is named ahead of them, with their share behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    found = ct.check(ct.Plan(text=text), rules=["fraction-percent"])
    return [(one.about, str(one.fields["expected"]), str(one.fields["stated"])) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cụm công nghiệp 7/16 (34,8%) có trạm xử lý.", [("7/16", "43,8%", "34,8%")]),
        ("Cụm công nghiệp 7/16 (43,8%) có trạm xử lý.", []),
        ("Cụm công nghiệp 7/16, đạt 34,8%.", [("7/16", "43,8%", "34,8%")]),
        ("Cụm công nghiệp 7/16 = 34,8%.", [("7/16", "43,8%", "34,8%")]),
        ("Trường trung học phổ thông 26/44 (95%).", [("26/44", "59,1%", "95%")]),
        # days, numbers of documents, changes and bounds
        ("Giải ngân đến 7/6 (52,3%).", []),
        ("Theo Báo cáo số 7/16 (34,8%).", []),
        ("Cụm công nghiệp 7/16 (tăng 34,8%).", []),
        ("Cụm công nghiệp 7/16 (trên 34,8%).", []),
        ("Cụm công nghiệp 7/16 (6,2%) có trạm xử lý.", []),  # far off: hardly of the two
        ("Cụm công nghiệp 7/16 có trạm; lấp đầy 34,8%.", []),
        ("Cụm công nghiệp 0/16 (34,8%).", []),
    ],
)
def test_shares_of_bare_fractions(text, expected):
    assert told(text) == expected


@given(st.integers(12, 30), st.integers(31, 60))
def test_law_the_share_of_a_fraction_is_right(part, whole):
    """The share rounded to a whole percent is right; one of fifteen points more is told."""
    share = round(100 * part / whole)
    assert told(f"Chợ hạng ba {part}/{whole} ({share}%).") == []
    assert len(told(f"Chợ hạng ba {part}/{whole} ({share + 15}%).")) == 1
