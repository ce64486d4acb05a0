"""Emulation blocks as values, and the rule they are scored by."""

import json
import pickle
from decimal import Decimal, localcontext
from itertools import pairwise

import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.scoring.emulation import same_agency

RULE = ct.example_scoring_rule()
CRITERIA = {item.key: item.points for item in RULE.criteria()}
FULL = dict(CRITERIA)


def sheet(name="Sở Y tế", *, bonuses=None, penalties=None, faults=(), **points):
    return ct.ScoreSheet(name, {**FULL, **points}, bonuses or {}, penalties or {}, faults)


def plain(**changes):
    """Give the data of a small rule."""
    data = {
        "name": "Bảng điểm",
        "total": 60,
        "groups": [
            {"key": "a", "name": "Nhiệm vụ", "criteria": [{"key": "a1", "name": "Chỉ tiêu", "points": 40}]},
            {"key": "b", "name": "Tổ chức", "criteria": [{"key": "b1", "name": "Kỷ luật", "points": 20}]},
        ],
    }
    return {**data, **changes}


@st.composite
def sheets(draw, name="Sở Y tế"):
    places = st.integers(0, 2)
    points = {
        key: draw(st.builds(lambda n, p: Decimal(n).scaleb(-p), st.integers(0, int(most)), places))
        for key, most in CRITERIA.items()
    }
    times = st.integers(0, 20)
    return ct.ScoreSheet(
        name,
        points,
        {item.key: draw(times) for item in RULE.bonuses},
        {item.key: draw(times) for item in RULE.penalties},
        draw(st.sets(st.sampled_from([fault.key for fault in RULE.faults]))),
    )


@st.composite
def blocks(draw):
    """Give sheets of several members; few different points, so that there are equals."""
    count = draw(st.integers(0, 9))
    totals = st.sampled_from([0, 5, 10, 15])
    faults = st.sampled_from([(), (), (), ("discipline",)])
    return [
        sheet(f"Đơn vị {at}", movements=draw(totals), reform=draw(totals), faults=draw(faults)) for at in range(count)
    ]


# --- one score ----------------------------------------------------------------------------------------------


def test_a_full_sheet_gets_the_total():
    score = ct.score_sheet(RULE, sheet())
    assert (score.total, score.grade, score.barred) == (Decimal(100), "Xuất sắc", False)


@given(sheets())
def test_groups_bonus_and_penalty_make_the_total(one):
    """Law: the score is the sum of the groups and what is added and taken away, between zero and the limit."""
    score = ct.score_sheet(RULE, one)
    assert sum(score.groups.values()) == sum(one.points.values())
    assert score.total == max(0, min(RULE.limit, sum(score.groups.values()) + score.bonus - score.penalty))


@given(sheets(), st.data())
def test_more_points_never_lower_a_score(one, data):
    """Law: raising a criterion or a bonus, or taking a penalty away, never lowers score or grade."""
    key = data.draw(st.sampled_from(sorted(CRITERIA)))
    more = data.draw(st.decimals(one.points[key], CRITERIA[key], places=2))
    better = ct.ScoreSheet(
        one.agency,
        {**one.points, key: max(more, one.points[key])},
        {name: times + 1 for name, times in one.bonuses.items()},
        {name: max(0, times - 1) for name, times in one.penalties.items()},
        one.faults,
    )
    before, after = ct.score_sheet(RULE, one), ct.score_sheet(RULE, better)
    grades = [grade.name for grade in RULE.grades]
    assert after.total >= before.total
    assert grades.index(after.grade) <= grades.index(before.grade)


@given(sheets())
def test_the_program_decides_nothing_about_digits(one):
    """Law: scores are exact whatever the decimal context of the program is."""
    with localcontext() as context:
        context.prec = 2
        rough = ct.score_sheet(RULE, one)
    assert rough.total == ct.score_sheet(RULE, one).total


@given(sheets())
def test_the_explanation_ends_in_the_total(one):
    score = ct.score_sheet(RULE, one)
    by_part = {part: [line for line in score.lines if line.part == part] for part in ("criterion", "group", "total")}
    assert [line.key for line in by_part["criterion"]] == list(CRITERIA)
    assert [line.points for line in by_part["group"]] == list(score.groups.values())
    assert [line.points for line in by_part["total"]] == [score.total]
    assert score.explain().count("\n") == len(score.lines) - 1


def test_weights_apply_to_groups():
    rule = ct.parse_scoring_rule(plain(total="40", groups=[{**plain()["groups"][0], "weight": 1, "key": "w"}]))
    assert rule.groups[0].points == 40
    halved = ct.parse_scoring_rule(plain(total=20, groups=[{**plain()["groups"][0], "weight": "0.5"}]))
    score = ct.score_sheet(halved, ct.ScoreSheet("A", {"a1": 30}))
    assert score.groups["a"] == score.total == 15
    assert "(hệ số 0,5): 15/20,0" in score.explain()


def test_caps_of_one_kind_and_of_all():
    score = ct.score_sheet(RULE, sheet(targets=0, bonuses={"initiative": 9}))
    assert score.bonus == 3
    score = ct.score_sheet(RULE, sheet(targets=0, bonuses={"initiative": 9, "national_award": 9}))
    assert score.bonus == 5
    assert "Điểm thưởng tối đa: 5" in score.explain()
    score = ct.score_sheet(RULE, sheet(penalties={"criticised": 99}))
    assert (score.penalty, score.total) == (20, 80)
    assert "Điểm trừ tối đa: -20" in score.explain()


def test_a_fault_lowers_the_grade_and_bars():
    score = ct.score_sheet(RULE, sheet(faults=["discipline"]))
    assert (score.total, score.grade, score.barred) == (100, "Khá", True)
    assert "kỷ luật" in score.explain()


def test_below_every_grade_there_is_none():
    rule = ct.parse_scoring_rule(plain(grades=[{"name": "Tốt", "at_least": 50}]))
    assert ct.score_sheet(rule, ct.ScoreSheet("A", {"a1": 1, "b1": 1})).grade is None


@pytest.mark.parametrize(
    ("bad", "code", "key"),
    [
        (ct.ScoreSheet("A", {"targets": 1}), "scoring.missing", "deadlines"),
        (sheet(targets=36), "scoring.range", "targets"),
        (sheet(targets=Decimal("35.01")), "scoring.range", "targets"),
        (sheet(targets=-1), "scoring.range", "targets"),
        (sheet(targets=Decimal("1e-10")), "scoring.digits", "targets"),
        (sheet(nonsense=1), "scoring.unknown", "nonsense"),
        (sheet(bonuses={"late_report": 1}), "scoring.unknown", "late_report"),
        (sheet(faults=["late"]), "scoring.unknown", "late"),
        (sheet(penalties={"late_report": -1}), "scoring.times", "late_report"),
        (sheet(bonuses={"initiative": 10**9}), "scoring.times", "initiative"),
        (sheet(bonuses={"initiative": Decimal(1)}), "scoring.times", "initiative"),
    ],
)
def test_a_sheet_that_does_not_fit_is_refused(bad, code, key):
    with pytest.raises(ct.ScoreSheetError) as info:
        ct.score_sheet(RULE, bad)
    assert (info.value.code, info.value.key, info.value.agency) == (code, key, bad.agency.name)
    assert info.value.message("vi") != info.value.message("en")
    assert pickle.loads(pickle.dumps(info.value)).key == key  # noqa: S301  (our own bytes)


def test_floats_are_refused():
    with pytest.raises(ct.NumberTypeError):
        ct.ScoreSheet("A", {"a1": 0.1})


# --- a block ------------------------------------------------------------------------------------------------


def summary(standings):
    return [(standing.place, standing.score.agency.name, standing.award, standing.contested) for standing in standings]


@given(blocks(), st.randoms(use_true_random=False))
def test_the_order_of_sheets_does_not_matter(block, random):
    """Law: ranking depends on the sheets and not on their order."""
    shuffled = random.sample(block, len(block))
    assert summary(ct.rank_sheets(RULE, shuffled)) == summary(ct.rank_sheets(RULE, block))


@given(blocks())
def test_places_are_a_total_preorder(block):
    """Law: everybody has one place; a better score never stands behind; a place counts those before it."""
    standings = ct.rank_sheets(RULE, block)
    assert sorted(s.score.agency.name for s in standings) == sorted(one.agency.name for one in block)
    for one, two in pairwise(standings):
        assert one.place <= two.place
        assert one.score.total >= two.score.total
    for standing in standings:
        assert standing.place == 1 + sum(other.place < standing.place for other in standings)


@given(blocks())
def test_quotas_are_never_exceeded(block):
    """Law: no award is given more often than the rule has it, and none to somebody barred or below its grade."""
    standings = ct.rank_sheets(RULE, block)
    grades = [grade.name for grade in RULE.grades]
    for quota in RULE.awards:
        given_to = [standing for standing in standings if standing.award == quota.award]
        assert len(given_to) <= quota.of(len(block))
        for standing in given_to:
            assert not standing.score.barred
            assert grades.index(standing.score.grade) <= grades.index(quota.grade)
    assert not any(standing.award and standing.contested for standing in standings)


@given(blocks())
def test_equals_are_treated_alike(block):
    """Law: of one place, those not barred get the same award, or contest the same awards."""
    fates = {}
    for standing in ct.rank_sheets(RULE, block):
        if not standing.score.barred:
            fates.setdefault(standing.place, set()).add((standing.award, standing.contested))
    assert all(len(fate) == 1 for fate in fates.values())


FLAG, CERTIFICATE = (quota.award for quota in RULE.awards)


def test_one_flag_to_the_first_and_certificates_to_the_next_two():
    block = [sheet(name, movements=points) for name, points in (("A", 15), ("B", 14), ("C", 13), ("D", 12))]
    assert [standing.award for standing in ct.rank_sheets(RULE, block)] == [FLAG, CERTIFICATE, CERTIFICATE, None]


def test_equals_for_fewer_awards_wait_for_the_block():
    block = [sheet("A"), sheet("B"), sheet("C", movements=1), sheet("D", movements=0)]
    first, second, third, fourth = ct.rank_sheets(RULE, block)
    assert first.contested == second.contested == (FLAG, CERTIFICATE)
    assert (first.award, third.award, fourth.award) == (None, CERTIFICATE, None)
    assert [first.place, second.place, third.place] == [1, 1, 3]


def test_tie_breakers_decide_between_equal_totals():
    block = [
        sheet("A", targets=30, penalties={"late_report": 0}),
        sheet("B", movements=10),  # as many points, but more of them for tasks
    ]
    assert [standing.score.agency.name for standing in ct.rank_sheets(RULE, block)] == ["B", "A"]
    rule = ct.parse_scoring_rule(plain(tie_breakers=["penalty"], penalties=[{"key": "p", "name": "Chậm", "points": 1}]))
    late = ct.ScoreSheet("A", {"a1": 31, "b1": 20}, penalties={"p": 1})
    assert ct.rank_sheets(rule, [late, ct.ScoreSheet("B", {"a1": 30, "b1": 20})])[0].score.agency.name == "B"


def test_the_barred_keep_their_place_and_the_award_goes_on():
    standings = ct.rank_sheets(RULE, [sheet("A", faults=["discipline"]), sheet("B", movements=14)])
    assert [(str(s.score.agency), s.place, s.award) for s in standings] == [("A", 1, None), ("B", 2, FLAG)]
    assert str(standings[1]) == f"2. B: 99 - {FLAG}"


def test_a_share_of_the_members_is_rounded_down():
    rule = ct.parse_scoring_rule(plain(awards=[{"award": "Bằng khen", "percent": 50}]))
    block = [ct.ScoreSheet(f"Đơn vị {at}", {"a1": 40 - at, "b1": 20}) for at in range(5)]
    assert [bool(standing.award) for standing in ct.rank_sheets(rule, block)] == [True, True, False, False, False]


def test_two_sheets_of_one_member_are_refused():
    with pytest.raises(ct.ScoreSheetError, match="two sheets"):
        ct.rank_sheets(RULE, [sheet("A"), sheet("A")])
    one, other = (ct.ScoreSheet(ct.Agency(name, "bdt"), FULL) for name in ("Ban Dân tộc", "Ban Dân tộc tỉnh"))
    with pytest.raises(ct.ScoreSheetError):
        ct.rank_sheets(RULE, [one, other])


def test_a_block_of_nobody():
    assert ct.rank_sheets(RULE, []) == ()


# --- rules as data ------------------------------------------------------------------------------------------


def problems(source):
    with pytest.raises(ct.ScoringRuleError) as info:
        ct.parse_scoring_rule(source)
    assert info.value.message("en") != info.value.message("vi")
    assert pickle.loads(pickle.dumps(info.value)).problems == info.value.problems  # noqa: S301  (our own bytes)
    return {(problem.key, problem.line) for problem in info.value.problems}


TOML = """name = "Bảng điểm"
total = 60
[[groups]]
key = "a"
name = "Nhiệm vụ"
[[groups.criteria]]
key = "a1"
name = "Chỉ tiêu"
points = 40.5
[[groups.criteria]]
key = "a2"
name = "Tiến độ"
points = 19.5
"""


def test_decimals_of_a_file_are_exact():
    rule = ct.parse_scoring_rule(TOML.replace("40.5", "40.1").replace("19.5", "19.9"))
    assert [str(item.points) for item in rule.criteria()] == ["40.1", "19.9"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("total = 60", "total = 61", {("total", 2)}),
        ("points = 40.5", 'points = "x"', {("groups[0].criteria[0].points", 9)}),
        ("points = 40.5", "points = true", {("groups[0].criteria[0].points", 9)}),
        ("points = 40.5", "point = 40.5", {("groups[0].criteria[0].point", 9), ("groups[0].criteria[0].points", 6)}),
        ("points = 40.5", "points = -40.5", {("groups[0].criteria[0].points", 9), ("total", 2)}),
        ("points = 40.5", "points = 1e999999", {("groups[0].criteria[0].points", 9)}),
        ("points = 40.5", "points = nan", {("groups[0].criteria[0].points", 9)}),
        ('key = "a2"', 'key = "a1"', {("groups[0].criteria[1].key", 11)}),
        ('key = "a2"', 'key = "bonus"', {("groups[0].criteria[1].key", 11)}),
        ('key = "a2"', 'key = ""', {("groups[0].criteria[1].key", 11)}),
        ("total = 60", 'total = 60\ntie_breakers = ["x"]', {("tie_breakers[0]", 3)}),
        ("total = 60", "total = 60\ngrades = 3", {("grades", 3)}),
        ("total = 60", "total = 60\nfaults = [1]", {("faults[0]", 3)}),
        (
            "total = 60",
            'total = 60\nfaults = [{key = "f", name = "F", bars_awards = true}]\nlimit = "x"',
            {("limit", 4)},
        ),
        ("total = 60", "total = = 60", {("", 2)}),
    ],
)
def test_faults_of_a_file_have_key_and_line(old, new, found):
    assert problems(TOML.replace(old, new)) == found


GRADES = [{"name": "Tốt", "at_least": 50}, {"name": "Khá", "at_least": 30}]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"grades": GRADES[::-1]}, "grades[1].at_least"),
        ({"grades": [GRADES[0], {"name": "Tốt", "at_least": 1}]}, "grades[1].name"),
        ({"grades": [{"name": "Kém", "at_least": -1}]}, "grades[0].at_least"),
        ({"faults": [{"key": "f", "name": "Vi phạm", "best_grade": "Tốt"}]}, "faults[0].best_grade"),
        ({"awards": [{"award": "Cờ", "count": 1, "percent": 5}]}, "awards[0]"),
        ({"awards": [{"award": "Cờ"}]}, "awards[0]"),
        ({"awards": [{"award": "Cờ", "count": -1}]}, "awards[0].count"),
        ({"awards": [{"award": "Cờ", "percent": 101}]}, "awards[0].percent"),
        ({"awards": [{"award": "Cờ", "count": 1, "grade": "Tốt"}]}, "awards[0].grade"),
        ({"limit": 0}, "limit"),
        ({"bonuses": [{"key": "a1", "name": "Thưởng", "points": 1}]}, "bonuses[0].key"),
        ({"total": 0.1}, "total"),
    ],
)
def test_contradictions_are_named(changes, key):
    assert (key, None) in problems(plain(**changes))


def test_what_is_no_table_is_refused():
    assert problems([]) == {("", None)}  # type: ignore[arg-type]


def test_a_file_is_read_and_named(tmp_path):
    path = tmp_path / "rule.toml"
    path.write_text("\ufeff" + TOML, encoding="utf-8")
    assert ct.read_scoring_rule(path).name == "Bảng điểm"
    path.write_text(TOML.replace("60", "70"), encoding="utf-8")
    with pytest.raises(ct.ScoringRuleError, match=r"rule\.toml:2: 'total'"):
        ct.read_scoring_rule(path)
    with pytest.raises(ct.SourceError):
        ct.read_scoring_rule(tmp_path / "none.toml")
    path.write_text("#" * 300_000, encoding="utf-8")
    with pytest.raises(ct.ScoringRuleError):
        ct.read_scoring_rule(path)


def test_a_rule_made_in_python_is_checked_too():
    with pytest.raises(ct.ScoringRuleError, match="add up to 9"):
        ct.ScoringRule("R", 10, [ct.CriterionGroup("a", "A", [ct.Criterion("a1", "A1", 9)])])


# --- values -------------------------------------------------------------------------------------------------


def test_every_award_of_the_catalogue_has_a_source():
    kinds = ct.award_kinds()
    assert len({kind.key for kind in kinds}) == len(kinds)
    assert all(kind.source and kind.base for kind in kinds)
    for category in {kind.category for kind in kinds}:
        ranks = [kind.rank for kind in kinds if kind.category == category and kind.rank]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Di Linh", "huyện Di Linh", True),
        ("UBND huyện Di Linh", "Huyện Di Linh", True),
        ("TP. Đồng Xoài", "thành phố Đồng Xoài", True),
        ("TX Kỳ Anh", "huyện Kỳ Anh", False),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hoá - Thể thao và Du lịch", True),
        ("Sở Y tế", "Sở Nội vụ", False),
    ],
)
def test_one_agency_under_two_names(one, other, same):
    assert same_agency(ct.Agency(one), ct.Agency(other)) is same
    assert same_agency(ct.Agency(other), ct.Agency(one)) is same


BLOCK = ct.EmulationBlock(
    "Khối thi đua số 2",
    number=2,
    members=(ct.Agency("Sở Y tế", "syt"), ct.Agency("Công ty Cấp nước Sông Hậu")),
    offices=(ct.BlockOffice(2025, ct.Agency("Sở Y tế", "syt"), (ct.Agency("Sở Nội vụ", "snv"),)),),
    awards=(
        ct.Award("Cờ thi đua của tỉnh", ct.Agency("Sở Y tế tỉnh", "syt"), "flag_province", 2024),
        ct.Award("Bằng khen", ct.Agency("Sở Y tế", "syt"), "certificate", 2024, thematic=True, span=ct.Span(3, 9)),
    ),
)


def test_a_block_answers():
    assert BLOCK.head(2025) == ct.Agency("Sở Y tế", "syt")
    assert BLOCK.head(2024) is None
    assert [str(deputy) for deputy in BLOCK.deputies(2025)] == ["Sở Nội vụ"]
    assert BLOCK.deputies(2020) == ()
    assert len(BLOCK.awards_of(ct.Agency("Sở Y tế", "syt"), 2024)) == 2
    assert [award.rank for award in BLOCK.yearly_awards(2024)] == [2]
    assert BLOCK.awards_of(ct.Agency("Sở Nội vụ")) == ()
    assert (str(BLOCK), str(BLOCK.awards[0]), str(RULE)) == (BLOCK.name, BLOCK.awards[0].name, RULE.name)


def test_a_block_goes_through_json_and_pickle():
    converter = ct.configure_converter(cattrs.Converter())
    text = json.dumps(converter.unstructure(BLOCK), ensure_ascii=False)
    again = converter.structure(json.loads(text), ct.EmulationBlock)
    assert again == BLOCK
    assert again.awards[1].span == ct.Span(3, 9)
    assert pickle.loads(pickle.dumps(BLOCK)) == BLOCK  # noqa: S301  (our own bytes)
