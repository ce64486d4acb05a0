"""The words that lead from a whole to its parts."""

import pytest

from chitieu.checking.parts.complete_parts import Cue
from chitieu.checking.parts.part_leads import lead_behind_bracket, lead_beside, lead_of, plain_words
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

FAR = "các phòng chuyên môn của tỉnh và của các xã cùng rà soát lại một lần nữa hồ sơ và bản đồ của từng nơi theo mẫu đã gửi về"


def read(text):
    source = SourceText(text)
    return plain_words(source.lower), scan_targets(source)[0]


@pytest.mark.parametrize(
    ("text", "first", "cue"),
    [
        ("Chi 900 tỷ đồng, gồm lương 500 tỷ đồng.", 1, Cue.ALL),
        ("Chi 900 tỷ đồng, gồm", 1, Cue.ALL),
        ("Chi 900 tỷ đồng", 1, None),
        ("Chi 900 tỷ đồng (lương 500 tỷ đồng).", 1, Cue.BRACKET),
        ("Chi 900 tỷ đồng: lương 500 tỷ đồng.", 1, Cue.COLON),
        ("Chi 900 tỷ đồng, riêng lương 500 tỷ đồng.", 1, Cue.SOME),
        ("Chi 900 tỷ đồng xe 90 tỷ đồng.", 1, None),
        # what the whole is of something else stands between, two amounts at most
        ("Chi 900 tỷ đồng, bằng 30% GRDP; gồm lương 500 tỷ đồng.", 2, Cue.ALL),
        ("Chi 900 tỷ đồng, gấp 2 lần, tăng 20 tỷ đồng; gồm lương 500 tỷ đồng.", 3, Cue.ALL),
        ("Chi 900 tỷ đồng, gấp 2 lần (80 tỷ đồng); trong đó lương 500 tỷ đồng.", 3, Cue.SOME),
        ("Chi 900 tỷ đồng, gấp 2 lần, tăng 20 tỷ đồng, đạt 3%; gồm lương 500 tỷ đồng.", 1, None),
        ("Chi 900 tỷ đồng, gấp 2 lần, xe 80 tỷ đồng; gồm lương 500 tỷ đồng.", 1, None),
        ("Chi 900 tỷ đồng cho 40 xã; gồm lương 500 tỷ đồng.", 1, None),
        ("Chi 900 tỷ đồng, gấp 2 lần", 1, None),
        # not behind a sign that ends what is said of it, nor far off
        ("Chi 900 tỷ đồng; gấp 2 lần; gồm lương 500 tỷ đồng.", 1, None),
        ("Chi 900 tỷ đồng. Gấp 2 lần; gồm lương 500 tỷ đồng.", 1, None),
        (f"Chi 900 tỷ đồng, gấp 2 lần {FAR}; gồm lương 500 tỷ đồng.", 1, None),
        (f"Chi 900 tỷ đồng {FAR} gấp 2 lần; gồm lương 500 tỷ đồng.", 1, None),
    ],
)
def test_the_lead_and_the_first_amount_behind_it(text, first, cue):
    at, lead = lead_of(*read(text), 1)
    assert (at, lead and lead.cue) == (first, cue)
    assert lead is None or lead.counted is None


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("theo 2 nhóm: lương 500 tỷ đồng", 2),
        ("theo 03 nhóm, gồm lương 500 tỷ đồng", 3),
        ("theo 12 nhóm: lương 500 tỷ đồng", 12),
        ("theo hai nhóm: lương 500 tỷ đồng", 2),
        ("theo ba nhóm: lương 500 tỷ đồng", 3),
        ("theo bốn nhóm: lương 500 tỷ đồng", 4),
        ("làm 2 đợt, đợt 1 là 500 tỷ đồng", 2),
        ("theo 1 nhóm: lương 500 tỷ đồng", None),
        ("theo 13 nhóm: lương 500 tỷ đồng", None),
    ],
)
def test_so_many_parts(words, counted):
    """The number of the parts is none of them."""
    lower, hits = read(f"Chi 900 tỷ đồng {words}.")
    at, lead = lead_of(lower, hits, 1)
    assert (lead.counted if lead else None) == counted
    if lead is not None:
        assert str(hits[at].target.quantity) == "500 tỷ đồng"


@pytest.mark.parametrize(
    ("text", "first", "cue"),
    [
        ("Chi 900 tỷ đồng (lương 500 tỷ đồng), trong đó xe 90 tỷ đồng.", 2, Cue.SOME),
        ("Chi 900 tỷ đồng (năm trước 800 tỷ đồng); gồm xe 90 tỷ đồng.", 2, Cue.ALL),
        ("Chi 900 tỷ đồng (năm trước), gồm xe", 1, Cue.ALL),
        ("Chi 900 tỷ đồng (lương 500 tỷ đồng), xe 90 tỷ đồng.", None, None),
        ("Chi 900 tỷ đồng, gồm xe 90 tỷ đồng.", None, None),
    ],
)
def test_a_lead_behind_a_bracket(text, first, cue):
    found = lead_behind_bracket(*read(text), 1)
    assert (found and (found[0], found[1].cue)) == (cue and (first, cue))


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Chi 900 tỷ đồng; xe 90 tỷ đồng.", ";", False),
        ("Chi 900 tỷ đồng. Xe 90 tỷ đồng.", ".", True),
        ("Trong 900 xe có 80 xe mới.", " có ", False),
        ("Trong tổng số 900 xe, có 80 xe mới.", ", có ", False),
        ("Trong 900 xe; 80 xe mới.", ";", False),
        ("Có 900 xe có 80 xe mới.", None, False),
    ],
)
def test_nothing_but_a_sign(text, words, sentence):
    lower, hits = read(text)
    lead = lead_beside(lower, hits[0])
    assert (lead and lead.words) == words
    assert lead is None or (lead.sentence is sentence and lead.among is text.startswith("Trong"))


@pytest.mark.parametrize(
    ("lower", "aside"),
    [
        ("gồm: (1) lúa", "(1)"),
        ("gồm: (12) lúa", "(12)"),
        ("gồm (iv) lúa", "(iv)"),
        ("gồm a) lúa", "a)"),
        ("gồm(1) lúa", ""),
        ("lúa 300 ha, tăng 5% so với cùng kỳ; ngô", ", tăng 5% so với cùng kỳ"),
        ("lúa 300 ha (tăng khoảng 5,5%), ngô", " (tăng khoảng 5,5%)"),
        ("lúa 300 ha, tăng 5% nhờ giống mới; ngô", ""),
        ("300 ha, bằng 25% của 1.200 ha đất trống (keo", ", bằng 25% của 1.200 ha đất trống"),
        ("900 tỷ, bằng 144% dự toán năm (17.700 tỷ); gồm", ", bằng 144% dự toán năm (17.700 tỷ)"),
        ("4.860 triệu đồng (4,86 tỷ đồng): lương", " (4,86 tỷ đồng)"),
        ("4.860 triệu đồng (4,86 tỷ đồng), lương", ""),
        ("nhóm 1 gồm 40 xã", "gồm"),
        ("nhóm ii bao gồm 40 xã", "bao gồm"),
        ("các nhóm gồm 40 xã", ""),
    ],
)
def test_what_is_said_aside_is_blank(lower, aside):
    assert plain_words(lower) == lower.replace(aside, " " * len(aside))
    assert plain_words(f"{lower} và {lower}").count(aside or "#") == 0
