"""The amounts a plan sets: what each is called, where it stands, and when it is meant for.

Covers `named_amounts.claim` and `named_amounts.line_claims` too.
"""

import unicodedata

import pytest
from small_plans import plan

import chitieu as ct
from chitieu.checking.named_amounts.amounts import words_near
from chitieu.checking.named_amounts.claim import written
from chitieu.checking.named_amounts.claims import Claim, claims_of, claims_of_text
from chitieu.checking.subject import Subject

TEXT = "Nâng tỷ lệ che phủ rừng đạt 46%; giảm tỷ lệ hộ nghèo còn 1,4%."


def read(work=TEXT, **parts):
    return plan(work=f"1. Sở Tài chính\n- {work}", **parts)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("scanned", [True, False])
def test_amounts_of_tasks_stand_where_the_plan_has_them(form, scanned):
    subject = Subject(ct.parse_plan(unicodedata.normalize(form, read().text)))
    claims = subject.claims if scanned else claims_of(subject.plan)
    places = [claim.span.of(subject.plan.text) for claim in claims if claim.indicator is None]
    assert [unicodedata.normalize("NFC", place) for place in places] == ["đạt 46%", "còn 1,4%"]
    assert {claim.key for claim in claims if claim.indicator is None} == {"forest", "poor"}


def test_runs_of_spaces_move_no_place():
    text = read("Họp;   nâng tỷ lệ   che phủ rừng đạt 46%; giảm tỷ lệ hộ nghèo còn 1,4%.").text
    subject = Subject(ct.parse_plan(f"    {text}"))
    places = [claim.span.of(subject.plan.text) for claim in subject.claims if claim.indicator is None]
    assert places == ["đạt 46%", "còn 1,4%"]
    assert {"tỷ lệ che phủ rừng", "tỷ lệ hộ nghèo"} <= {claim.name for claim in subject.named}


def test_a_line_may_begin_with_words_that_measure_nothing():
    lines = ct.parse_indicators("1) Quyết tâm thực hiện chỉ tiêu tỷ lệ che phủ rừng 46%;\n2) Quyết tâm vượt mây mù 5%;")
    assert [claim.key for claim in Subject(ct.Plan(indicators=lines, period=ct.Period(2026))).claims] == [
        "forest",
        None,
    ]


def test_a_task_without_a_place_has_amounts_without_one():
    section = ct.Assignment("Sở Tài chính", tasks=(ct.Task(TEXT, targets=(ct.parse_target("đạt 46%"),)),))
    claims = Subject(ct.Plan(assignments=(section,))).claims
    assert [(claim.key, claim.span) for claim in claims] == [("forest", None), ("poor", None)]


def test_a_place_is_counted_from_the_beginning_of_the_document():
    (claim,) = claims_of_text("Đạt tỷ lệ che phủ rừng 46%", 100)
    (here,) = claims_of_text("Đạt tỷ lệ che phủ rừng 46%", 0)
    assert (claim.span.start, claim.span.end) == (here.span.start + 100, here.span.end + 100)
    assert claims_of_text("Đạt tỷ lệ che phủ rừng 46%", None).__next__().span is None


def test_a_text_without_lines_and_sections_is_looked_through():
    assert [claim.key for claim in Subject(ct.Plan(text=TEXT)).claims] == ["forest", "poor"]
    assert [claim.key for claim in Subject(ct.Plan(text=TEXT)).named] == ["forest", "poor"]
    section = ct.Assignment("Sở Tài chính", tasks=(ct.Task("Báo cáo"),))
    assert Subject(ct.Plan(text=TEXT, assignments=(section,))).claims == ()
    line = ct.parse_indicators("1) Tỷ lệ đô thị hóa đạt 30%;")
    assert [claim.key for claim in Subject(ct.Plan(text=TEXT, indicators=line)).claims] == ["urban", "forest", "poor"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hướng tới mục tiêu nâng tỷ lệ che phủ rừng đạt 46%.", ["tỷ lệ che phủ rừng"]),
        ("Trồng cây, đưa tỷ lệ che phủ rừng lên 46%; bảo vệ rừng.", ["tỷ lệ che phủ rừng"]),
        ("Đạt 32,1 giường bệnh/vạn dân, 12 doanh nghiệp.", ["giường bệnh/vạn dân"]),
        ("Đến năm 2030 tỷ lệ che phủ rừng đạt 46%.", []),
        ("Trong quý I tỷ lệ che phủ rừng đạt 46%.", []),
        ("Kịch bản 1: tỷ lệ che phủ rừng đạt 46%; kịch bản 2: tỷ lệ che phủ rừng đạt 47%.", []),
        ("Phấn đấu\nTăng trưởng GRDP 9%.", ["Tăng trưởng GRDP"]),
        ("Năm 2030. Tỷ lệ che phủ rừng đạt 46%.", ["Tỷ lệ che phủ rừng"]),
        ("Tỷ lệ mây mù đạt 46%.", []),
        ("Đạt 46%, tỷ lệ che phủ rừng đạt 47%.", ["tỷ lệ che phủ rừng"]),
    ],
)
def test_names_in_running_text(text, names):
    assert [claim.name for claim in claims_of_text(text, 0)] == names


@pytest.mark.parametrize(
    ("line", "timed"),
    [
        ("Tỷ lệ che phủ rừng đạt 46%", False),
        ("Tỷ lệ che phủ rừng năm 2026 đạt 46%", False),
        ("Tỷ lệ che phủ rừng đến năm 2030 đạt 46%", True),
        ("Tỷ lệ che phủ rừng bình quân năm đạt 46%", True),
        ("Quyết định 12/2020/QĐ-UBND, tỷ lệ che phủ rừng đạt 46%", False),
    ],
)
def test_a_name_may_give_another_time(line, timed):
    (claim,) = Subject(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=ct.Period(2026))).claims
    assert claim.timed == timed


@pytest.mark.parametrize(
    ("piece", "timed"),
    [
        ("46%, đến năm 2030", False),
        ("Đến năm 2030 là 46%", True),
        ("Đến năm 2024, rừng đạt 46%", True),
        ("Đến năm 2026, rừng đạt 46%", False),
        ("Đến năm 2030, rừng đạt 46%", True),
        ("Đến năm 2030, rừng đạt 47%, năm 2026 đạt 46%", False),
        ("Theo quy hoạch đến năm 2030, rừng đạt 46%", False),
        (f"Năm 2030 {'x' * 49} 46%", True),
        (f"Năm 2030 {'x' * 60} 46%", True),
        ("Năm 2030 có 47%", False),
    ],
)
def test_the_words_before_an_amount_may_give_another_time(piece, timed):
    item = ct.PlannedIndicator("Rừng", targets=(ct.Target(ct.Quantity(46, "%")),), text=piece)
    (claim,) = Subject(ct.Plan(indicators=(item,), period=ct.Period(2026))).claims
    assert claim.timed == timed


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Duy trì mức sinh, tổng tỷ suất sinh 2,1 con/phụ nữ", "tfr"),
        ("Tổng tỷ suất sinh (TFR): 2,1%", None),
        ("Tỷ suất sinh thô: 2,1%", "birth_rate"),
        ("Giữ sạch đường làng, tỷ lệ che phủ rừng 46%", "forest"),
        ("Giữ sạch đường làng, mây mù 46%", None),
        ("Giữ sạch đường làng, số mây mù 46%", None),
    ],
)
def test_the_last_clause_of_a_name_may_tell_what_it_is(line, key):
    (claim,) = Subject(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"))).claims
    assert claim.key == key


@pytest.mark.parametrize(
    ("piece", "found"),
    [("còn 7 xã", "7 xã"), ("còn 07 xã", "7 xã"), ("xã thứ 7", "7"), ("còn bảy xã", ""), ("", "")],
)
def test_a_number_is_found_as_the_line_writes_it(piece, found):
    assert written(ct.Target(ct.Quantity(7, "xã")), piece) == found


def test_a_claim_is_sure_of_nothing_by_itself():
    claim = Claim("Rừng", None, ct.Target(ct.Quantity(46, "%")))
    assert (claim.kind, claim.span, claim.piece, claim.part) == (ct.TargetKind.PLANNED, None, "", "")
    assert (claim.sure, claim.timed, claim.record, claim.plan) == (False, False, None, None)


def test_amounts_beside_the_lines_are_those_in_no_line_and_no_table():
    work = f"{TEXT}\n| Tỷ lệ đô thị hóa | đạt 30% |"
    subject = Subject(read(work))
    beside = [claim for claim in subject.named if claim.indicator is None]
    assert [claim.name.rpartition("Nâng ")[2] for claim in beside] == ["tỷ lệ che phủ rừng", "tỷ lệ hộ nghèo"]
    assert {claim.name for claim in subject.lines} == {"Tỷ lệ hộ nghèo", "Kim ngạch xuất khẩu"}
    assert all(claim.part in claim.piece for claim in subject.named)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tỷ lệ hộ nghèo: 3%.", [("Tỷ lệ hộ nghèo", "poor")]),
        ("Kết quả: tỷ lệ hộ nghèo 3%.", [("tỷ lệ hộ nghèo", "poor")]),
        ("Mây mù: 3%.", [("Mây mù", None)]),
        ("Hộ nghèo:\n- 3%.", []),
        # a line that begins with a capital or a mark is another line, one that goes on is none
        ("- Tỷ lệ hộ nghèo\n3%", [("Tỷ lệ hộ nghèo", "poor")]),
        ("Trồng rừng\nTỷ lệ hộ nghèo 3%", [("Tỷ lệ hộ nghèo", "poor")]),
        ("Trồng rừng\n- Tỷ lệ hộ nghèo 3%", [("Tỷ lệ hộ nghèo", "poor")]),
        ("Trồng rừng\ntỷ lệ hộ nghèo 3%", [("Trồng rừng tỷ lệ hộ nghèo", None)]),
        ("Tỷ lệ hộ\nnghèo 3%", [("Tỷ lệ hộ nghèo", "poor")]),
        # named by the amount before it, by its unit, by its change, not at all
        ("Tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm, còn 2%.", [("Tỷ lệ hộ nghèo", "poor_cut"), ("Tỷ lệ hộ nghèo", "poor")]),
        ("Tỷ lệ hộ nghèo 3%, còn 2%.", [("Tỷ lệ hộ nghèo", "poor")]),
        ("Sản lượng cá tăng 12 tấn, còn 2%.", [("Sản lượng cá", None)]),
        ("Có 12 bác sĩ/vạn dân.", [("bác sĩ/vạn dân", "doctors")]),
        ("GRDP tăng 9%.", [("GRDP", "grdp_growth")]),
        ("Tỷ lệ hộ nghèo tại vùng xa 3%.", [("Tỷ lệ hộ nghèo tại vùng xa", None)]),
        ("Có 12 doanh nghiệp.", []),
    ],
)  # fmt: skip
def test_the_name_of_every_amount(text, named):
    claims = Subject(ct.Plan(text=text, period=ct.Period(2026))).named
    assert [(claim.name, claim.key) for claim in claims] == named
    assert all(claim.sure is (claim.key is not None) for claim in claims)


def test_a_part_has_the_kind_of_its_line():
    line = "Thu ngân sách nhà nước theo dự toán Trung ương giao 900 tỷ đồng, trong đó thu nội địa 700 tỷ đồng"
    plain = "Thu ngân sách nhà nước 900 tỷ đồng, trong đó thu nội địa 700 tỷ đồng"
    for text, kind in ((line, ct.TargetKind.ASSIGNED), (plain, ct.TargetKind.PLANNED)):
        claims = Subject(ct.Plan(indicators=ct.parse_indicators(f"1) {text};"), period=ct.Period(2026))).lines
        assert [claim.kind for claim in claims] == [kind, kind]


@pytest.mark.parametrize(
    ("line", "timed"),
    [
        ("Kim ngạch xuất khẩu đạt 900 triệu USD", True),
        ("Kim ngạch xuất khẩu năm 2030 đạt 900 triệu USD", False),
        ("Tỷ lệ che phủ rừng đạt 45%", False),
        ("Số tổ ong đạt 45 tổ", False),
    ],
)
def test_a_flow_of_several_years_may_be_of_all_of_them(line, timed):
    """What there is at the end of the years is of the last one; what no catalogue knows is taken for that."""
    period = ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE)
    (claim,) = Subject(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=period)).lines
    assert claim.timed is timed


def test_what_a_line_says_around_an_amount():
    claim = Claim("Rừng", None, ct.Target(ct.Quantity(46, "%")), piece="Năm nay, rừng đạt 46% đất, tăng 2%")
    assert (claim.ahead, claim.part, claim.behind) == ("Năm nay, rừng đạt ", "46%", " đất, tăng 2%")
    assert words_near(claim) == " rừng đạt 46% đất"
    unwritten = Claim("Rừng", None, ct.Target(ct.Quantity(46, "%")), piece="Năm nay giữ rừng")
    assert (unwritten.ahead, unwritten.behind, words_near(unwritten)) == ("", "", "")
