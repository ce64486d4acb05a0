"""Names that differ from another by words which seldom change what is meant."""

import tomllib
from pathlib import Path

import pytest

import chitieu as ct
from chitieu.indicators.index import index_of
from chitieu.indicators.likeness import nearly_the_same
from chitieu.indicators.records import catalogue
from chitieu.indicators.words import name_words

INDEX = index_of(catalogue(), accents=True)
WORDS = tomllib.loads(Path(ct.__file__).parent.joinpath("data/indicator-words.toml").read_text(encoding="utf-8"))


def keys_of(name):
    return {entry.record.key for entry in nearly_the_same(name_words(name, soft=2).core, INDEX)}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Tỷ lệ giải ngân các nguồn vốn đầu tư công", {"disburse"}),
        ("Vốn FDI đăng ký cấp mới, điều chỉnh", {"fdi"}),
        ("Nợ xấu nội bảng", {"npl"}),
        ("Tổng mức bán lẻ hàng hóa xuất khẩu", set()),
        ("Tỷ lệ hộ nghèo dân tộc", set()),
        ("Nợ xấu nội bảng của hợp tác xã", set()),
        ("các", set()),
        ("Chi", set()),
        ("thứ hạng trước", set()),
        ("Điểm số", set()),
        ("", set()),
    ],
)
def test_likeness(name, keys):
    assert keys_of(name) == keys


def test_words_beside_are_those_of_records():
    """Every key that words stand beside is one of the catalogue; no word is listed twice for one list."""
    for item in WORDS["beside"]:
        assert all(key in catalogue().records for key in item["keys"])
        assert len(item["words"]) == len(set(item["words"]))


@pytest.mark.parametrize(
    "name",
    [
        "Vốn đầu tư toàn xã hội khu vực nhà nước", "Tỷ lệ trường ngoài công lập đạt chuẩn quốc gia", "Khách du lịch cộng đồng",
        "Chỉ số cải cách hành chính cấp xã", "Chỉ số tiếp cận đất đai (thành phần PCI)", "Tỷ lệ lao động qua đào tạo nghề có chứng chỉ",
        "Tỷ lệ thất nghiệp của thanh niên", "Tỷ lệ giải ngân vốn ODA", "Kim ngạch xuất khẩu thủy sản", "Tỷ lệ che phủ rừng và cây lâu năm",
        "thứ hạng trước", "Điểm số", "Chi", "Thu ngân sách so dự toán",
    ],
)  # fmt: skip
def test_words_that_change_what_is_meant(name):
    """A wrong key is worse than none."""
    assert ct.resolve_indicator(name) is None
