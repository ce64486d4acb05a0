"""What an amount is of, by the words before and behind it."""

from __future__ import annotations

import pytest

from chitieu.checking.named_amounts.said_again import said_in_text
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def said(text):
    source = SourceText(text)
    (hit,) = scan_targets(source)[0]
    return [one.name for one in said_in_text(source, hit, source.flat[: hit.name_end])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rà soát, bảo đảm 95% hộ ở nông thôn dùng nước sạch theo quy chuẩn.", "tỷ lệ hộ ở nông thôn dùng nước sạch"),
        ("Tháo gỡ khó khăn, đưa tỷ lệ lấp đầy cụm công nghiệp lên 60%.", "tỷ lệ lấp đầy cụm công nghiệp"),
        ("Huy động nhân công, hoàn thành 60 km kênh mương nội đồng trước ngày 20/12.", "kênh mương nội đồng"),
        (
            "Mở rộng đại lý, phát triển người tham gia bảo hiểm y tế, đạt 95% dân số.",
            "tỷ lệ người tham gia bảo hiểm y tế dân số",
        ),
    ],
)
def test_the_words_that_name_an_amount(text, name):
    assert name in said(text)


def test_words_up_to_a_place_are_no_name():
    """So many of a commune are not so many of all: only with the place is it a name."""
    assert "tỷ lệ hộ gia đình văn hóa" not in said("Phấn đấu 95% hộ gia đình văn hóa tại xã Long Phú.")
