"""What a plan says does not depend on how it was typed, and nor does what is found in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.texts.plain_spelling import plainly
from chitieu.text import SourceText

FAULTY = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU
Số: 31/KH-UBND
Sông Hậu, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

Căn cứ Nghị quyết số 88/NQ-HĐND ngày 20 tháng 01 năm 2026 của Hội đồng nhân dân tỉnh;

I. CÁC CHỈ TIÊU CHỦ YẾU
1. Cơ cấu kinh tế: khu vực I 24%; khu vực II 31%; khu vực III 41%; thuế sản phẩm 6%.
2. Thu ngân sách nhà nước trên địa bàn 9.400 tỷ đồng, gồm thu nội địa 9.000 tỷ đồng; thu từ hoạt động xuất, nhập khẩu 300 tỷ đồng.
3. Văn hóa, xã hội:
a) Tỷ lệ dân số tham gia bảo hiểm y tế đạt 96%;
b) Tỷ lệ hộ nghèo còn 2,1%, giảm 0,9 điểm phần trăm so với năm 2025 (3,2%);
c) Tỷ lệ lao động qua đào tạo đạt 104%.

II. NHIỆM VỤ
1. Sở Y tế
- Chủ trì vận động người dân tham gia bảo hiểm y tế, phấn đấu tỷ lệ dân số tham gia bảo hiểm y tế đạt 95%;
- Trình đề án trạm y tế trước ngày 31/9/2026.
2. Sở Thông tin và Truyền thông
- Chủ trì hoàn thành cổng dữ liệu trước ngày 15/03/2027.

III. TỔ CHỨC THỰC HIỆN
Định kỳ hằng quý, 6 tháng và năm, các sở báo cáo về Sở Tài chính trước ngày 20 của tháng cuối quý./.
"""
TYPED = {
    "bullets": lambda text: re.sub(r"(?m)^- ", "• ", text),
    "stars": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "tight bullets": lambda text: re.sub(r"(?m)^- ", "-", text),
    "numbers with a slash": lambda text: re.sub(r"(?m)^([0-9IVX]+)\. ", r"\1/ ", text),
    "numbers with a dash": lambda text: re.sub(r"(?m)^([0-9IVX]+)\. ", r"\1- ", text),
    "letters with a slash": lambda text: re.sub(r"(?m)^([a-c])\) ", r"\1/ ", text),
    "tight semicolons": lambda text: text.replace("; ", ";"),
    "no ends of lines": lambda text: re.sub(r"(?m)[;.]$", "", text),
    "dates with dots": lambda text: re.sub(r"([0-9]{2})/([0-9]{1,2})/([0-9]{4})", r"\1.\2.\3", text),
    "dates with dashes": lambda text: re.sub(r"([0-9]{2})/([0-9]{1,2})/([0-9]{4})", r"\1-\2-\3", text),
    "long dates short": lambda text: re.sub(r"ngày ([0-9]{2}) tháng ([0-9]{2}) năm", r"ngày \1/\2/", text).replace("/ 20", "/20"),
    "footnotes": lambda text: re.sub(r"(?<=đồng);", "[3];", text),
    "old spelling": lambda text: text.replace("tỷ", "tỉ").replace("Tỷ", "Tỉ"),
    "short names": lambda text: text.replace("Hội đồng nhân dân", "HĐND").replace("Ủy ban nhân dân", "UBND"),
    "no dots in numbers": lambda text: re.sub(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))", "", text),
    "spaces in numbers": lambda text: re.sub(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))", " ", text),
    "space before %": lambda text: text.replace("%", " %"),
    "indented": lambda text: re.sub(r"(?m)^(?=[-0-9a-c])", "      ", text),
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "Markdown": lambda text: re.sub(r"(?m)^(I+\. .*)$", r"## \1", re.sub(r"(?m)^([0-9]\. [^:;,\n]*)", r"**\1**", text)),
    "including": lambda text: text.replace("gồm", "bao gồm"),
}  # fmt: skip


def found(text):
    """Return the faults of a plan: their rules and what they are about, without the marks the writing differs in."""
    return sorted(finding.code for finding in ct.check(ct.parse_plan(text)))


EXPECTED = found(FAULTY)


def test_the_plan_has_faults_of_many_kinds():
    assert EXPECTED == [
        "agency-not-existing", "date-impossible", "due-after-period", "duplicate-target", "level-change", "parts-sum",
        "reference-future", "shares-sum", "value-bounds",
    ]  # fmt: skip


@pytest.mark.parametrize("way", TYPED)
def test_the_same_is_found_however_it_is_typed(way):
    changed = TYPED[way](FAULTY)
    assert changed != FAULTY
    assert found(changed) == EXPECTED


@given(
    st.sets(
        st.sampled_from(
            [way for way in TYPED if way not in ("stars", "tight bullets", "numbers with a dash", "dates with dashes")]
        ),
        max_size=4,
    )
)
def test_law_ways_of_typing_go_together(ways):
    """Several ways of typing in one document change nothing either."""
    text = FAULTY
    for way, typed in TYPED.items():
        text = typed(text) if way in ways else text
    assert found(text) == EXPECTED


@given(st.text("1aIđ./-)[]•►. \n\t20269đồng;", max_size=120))
def test_law_plain_spelling_keeps_the_length(text):
    """No place moves: a finding points where the text says it."""
    source = SourceText(text)
    assert len(plainly(ct.get_province("standard").outline(source))) == len(source.text)
