"""Names in plans and the records they mean."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.indicators.match import THRESHOLD
from chitieu.indicators.words import LONGEST_NAME, plain

DATA = Path(__file__).parent / "data"
RECORDS = ct.available_indicators()
NAMES = [(record.key, name) for record in RECORDS for name in (record.name, *record.aliases)]
CHANGES = {"increase": ct.Change.INCREASE, "decrease": ct.Change.DECREASE}
REASONS = list(ct.MatchReason)

named = st.sampled_from(NAMES)
units = st.sampled_from([None, *builders.LABELS])
changes = st.sampled_from([None, *ct.Change])
lines = st.sampled_from([None, *(record.key for record in RECORDS)])


def key_of(name, **known):
    match = ct.match_indicator(name, **known)
    return (match.accepted if match else None) or ""


# --- laws ---


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_own_names_mean_their_record(record):
    """Law: every name and alias of a record resolves to it, surely."""
    for name in (record.name, *record.aliases):
        match = ct.match_indicator(name)
        assert (match.key, match.confidence) == (record.key, 1)
        assert match.reason in (ct.MatchReason.EXACT, ct.MatchReason.ALIAS)


WRITTEN_OTHERWISE = [
    str.upper, str.lower, str.title, builders.nfd, builders.no_break, lambda name: name.replace("ỷ", "ỉ").replace("sĩ", "sỹ"),
    lambda name: f"  {name} :", lambda name: name.replace("hóa", "hoá").replace("thủy", "thuỷ"), lambda name: name.replace(" - ", " – "),
]  # fmt: skip


@given(named, st.sampled_from(WRITTEN_OTHERWISE))
def test_case_and_spelling_change_nothing(pair, write):
    """Law: a name in capitals, decomposed, with no-break spaces or spelled the other way means the same, as surely."""
    key, name = pair
    match = ct.match_indicator(write(name))
    assert (match.key, match.confidence) == (key, 1)


QUALIFIERS = [
    " năm 2026", " đến năm 2030", " giai đoạn 2026 - 2030", " trên địa bàn tỉnh", " toàn tỉnh", " hằng năm", " (%)", " theo giá hiện hành",
    " đạt", " bình quân hằng năm", " của tỉnh Sông Hậu", " 6 tháng đầu năm 2026", " quý II/2026", " cuối năm 2026",
]  # fmt: skip


@given(named, st.sampled_from(QUALIFIERS))
def test_a_qualifier_never_changes_the_key(pair, added):
    """Law: what says when and where is left out: a name with it means its record."""
    key, name = pair
    assert key_of(name + added) == key


@given(named, st.lists(st.sampled_from(QUALIFIERS), min_size=2, max_size=3))
def test_qualifiers_never_give_another_key(pair, added):
    """Law: a name with several of them means its record or stays open."""
    key, name = pair
    assert key_of(name + "".join(added)) in (key, "")


@given(named)
def test_accents_may_be_missing(pair):
    """Law: a name without accents means its record, less surely, or stays open."""
    key, name = pair
    match = ct.match_indicator(plain(name))
    assert match is None or match.accepted in (key, None) or plain(name).isascii() is False
    if match and match.accepted and plain(name) != name and match.reason is ct.MatchReason.UNACCENTED:
        assert THRESHOLD <= match.confidence <= Decimal("0.75")


@given(builders.any_texts(), units, changes, lines)
def test_any_name_is_safe(name, unit, change, within):
    """Law: whatever comes in, what comes out is a record that exists, with a confidence from 0 to 1 and a reason."""
    match = ct.match_indicator(name, unit=unit, change=change, within=within)
    if match is not None:
        assert ct.get_indicator(match.key).key == match.key
        assert 0 < match.confidence <= 1
        assert (match.accepted is not None) == (match.confidence >= THRESHOLD)
        assert match.message("en") != match.message("vi")
    assert ct.match_indicator(name, unit=unit, change=change, within=within) == match


@given(named, st.integers(1, 40))
def test_long_names_are_no_names(pair, times):
    """Law: what is longer than any name is not searched."""
    name = " ".join([pair[1]] * times)
    assert len(name) <= LONGEST_NAME or ct.match_indicator(name) is None


@pytest.mark.parametrize("word", ["(", "tỷ lệ ", "hộ nghèo ", "a ", "1 ", "/người ", "tỉnh Sông Hậu ", "năm 2026 - "])
def test_hostile_names(word):
    assert key_of((word * LONGEST_NAME)[:LONGEST_NAME]) == ""
    assert ct.match_indicator(word * 20_000) is None


# --- single decisions ---


@pytest.mark.parametrize(
    ("name", "known", "key", "reason"),
    [
        ("Tỷ lệ hộ nghèo", {}, "poor", "exact"),
        ("Tỷ lệ nghèo đa chiều", {}, "poor", "alias"),
        ("Tỷ lệ hộ nghèo theo chuẩn mới trên địa bàn tỉnh", {}, "poor", "wording"),
        ("Tỷ lệ hộ nghèo", {"unit": "%", "change": ct.Change.DECREASE}, "poor_cut", "change"),
        ("Số hộ nghèo", {"unit": "%", "change": ct.Change.DECREASE}, "poor_households", "exact"),
        ("hộ nghèo", {"unit": "hộ"}, "poor_households", "unit"),
        ("hộ nghèo", {"unit": "%"}, "poor", "unit"),
        ("GRDP", {"unit": "%"}, "grdp_growth", "unit"),
        ("GRDP", {"unit": "%", "change": ct.Change.INCREASE}, "grdp_growth", "change"),
        ("GRDP", {"unit": "triệu đồng/người"}, "grdp_pc", "unit"),
        ("GRDP", {"unit": "nghìn tỷ đồng"}, "grdp", "alias"),
        ("Khu vực I", {"within": "grdp_structure", "unit": "%"}, "share_agri", "line"),
        ("Khu vực I", {"within": "grdp_growth", "unit": "%"}, "growth_agri", "line"),
        ("chỉ tiêu địa phương phấn đấu", {"within": "bud_rev", "unit": "tỷ đồng"}, "bud_rev", "line"),
        ("Thành lập mới", {"unit": "tổ hợp tác"}, "coopgrp_new", "unit"),
        ("ty le ho can ngheo", {}, "near_poor", "unaccented"),
        ("Kim ngạch xuất khẩu", {"unit": "%"}, "export", "share_of_plan"),
    ],
)
def test_decided_by(name, known, key, reason):
    match = ct.match_indicator(name, **known)
    assert (match.accepted, match.reason.value) == (key, reason)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Khu vực I", {}), ("Khu vực I", {"unit": "%"}), ("Nông nghiệp", {"unit": "%", "change": ct.Change.INCREASE}),
        ("doanh nghiệp", {"unit": "doanh nghiệp"}), ("Tỷ lệ hộ nghèo", {"unit": "tỷ đồng"}), ("Kim ngạch xuất khẩu gạo", {}),
        ("Tỷ lệ hộ nghèo và hộ cận nghèo", {}), ("Tỷ lệ", {}), ("", {}), ("%", {}), ("Số hầm biogas", {}), ("Các chỉ tiêu về kinh tế", {}),
        ("tăng trưởng", {"unit": "%", "within": "export"}),
    ],
)  # fmt: skip
def test_undecided(name, known):
    """A wrong key is worse than none."""
    assert key_of(name, **known) == ""


def test_a_guess_gives_no_key():
    match = ct.match_indicator("Tỷ lệ hộ nghèo ở các xã bãi ngang")
    assert (match.key, match.accepted, match.reason) == ("poor", None, ct.MatchReason.UNKNOWN_WORDS)
    assert match.confidence < THRESHOLD


def test_the_scale_of_confidence():
    """The surer reasons come first in the enumeration."""
    known = tomllib.loads(Path(ct.__file__).parent.joinpath("data/indicator-words.toml").read_text(encoding="utf-8"))[
        "reason"
    ]
    assert [reason.value for reason in REASONS] == list(known)
    confidences = [Decimal(known[reason.value]["confidence"]) for reason in REASONS]
    assert confidences == sorted(confidences, reverse=True)
    assert confidences[0] == 1


def test_a_plan_carries_the_match(example_plan):
    for item in example_plan.indicators:
        for part in item.walk():
            assert part.indicator == (part.match.accepted if part.match else None)
    again = ct.from_json(ct.to_json(example_plan))
    for one, other in zip(example_plan.indicators, again.indicators, strict=True):
        assert [part.match for part in one.walk()] == [part.match for part in other.walk()]
        assert [part.match and part.match.matched for part in one.walk()] == [
            part.match and part.match.matched for part in other.walk()
        ]
    first = json.loads(ct.to_json(example_plan))["plan"]["indicators"][0]
    assert first["match"]["confidence"] == "0.9"


def test_a_match_is_not_compared():
    match = ct.match_indicator("Tỷ lệ hộ nghèo")
    assert ct.PlannedIndicator("a", match=match) == ct.PlannedIndicator("a")


def test_the_example_plan(example_plan):
    keys = [part.indicator for item in example_plan.indicators for part in item.walk()]
    assert keys == [
        "grdp_growth", "growth_agri", "growth_ind", "growth_serv", "growth_tax",
        "grdp_structure", "share_agri", "share_ind", "share_serv", "share_tax",
        "grdp_pc", "invest", "public_invest", "export", "import",
        "bud_rev", "bud_rev", "bud_dom", "bud_trade", "bud_rev", "bud_dom", "bud_trade",
        "labor_prod_growth", "tourists", "tourists_int", "tourism_rev", "ntm", "ntm_adv", "poor", "near_poor", "trained", "trained_cert",
        "beds", "doctors", "commune_std", "house_area", "social_housing", "rice_low_emission", "wind_mw", "wind_total", "pci", None,
    ]  # fmt: skip


# --- measures ---


def score(cases):
    """Count the cases whose record is in the catalogue, those resolved to it, and wrong keys."""
    known = right = wrong = 0
    for name, unit, change, within, wanted in cases:
        keys = wanted.split("|")
        got = key_of(name, unit=unit, change=change, within=within)
        known += keys != [""]
        right += bool(got) and got in keys
        wrong += bool(got) and got not in keys
        known -= not got and "" in keys and keys != [""]  # may stay open
    return known, right, wrong


def invented(part):
    data = tomllib.loads((DATA / "indicator_names.toml").read_text(encoding="utf-8"))
    for group in data[part]:
        change = CHANGES.get(group.get("change"), ct.Change.LEVEL if "unit" in group else None)
        for name, wanted in group["names"]:
            yield name, group.get("unit"), change, group.get("within"), wanted


@pytest.mark.parametrize("part", ["seen", "unseen", "published", "later"])
def test_names_in_other_provinces_ways(part):
    cases = list(invented(part))
    known, right, wrong = score(cases)
    assert right >= 0.95 * known
    assert wrong < 0.01 * len(cases)


ROUNDS = tomllib.loads((DATA / "indicator_rounds.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("known", ROUNDS.values(), ids=ROUNDS)
def test_names_and_lines_of_rounds(known):
    """At least 95% of the names whose indicator is in the catalogue resolve to it, and fewer than 1% to another."""
    got = []
    for name, unit, change, within, wanted in known["names"]:
        how = {"inc": ct.Change.INCREASE, "dec": ct.Change.DECREASE}.get(change, ct.Change.LEVEL if unit else None)
        got.append((key_of(name, unit=unit or None, change=how, within=within or None), wanted))
    for line, wanted in known["lines"]:
        keys = [part.indicator or "" for item in ct.parse_indicators(line) for part in item.walk()]
        got += zip(keys, wanted.split(), strict=True)
    got = [(key or "-", wanted.split("|")) for key, wanted in got]
    fixed = [(key, wanted) for key, wanted in got if "-" not in wanted]
    assert sum(key in wanted for key, wanted in fixed) >= 0.95 * len(fixed)
    assert sum(key != "-" and key not in wanted for key, wanted in got) < 0.01 * len(got)


LINES = tomllib.loads((DATA / "indicator_plan_lines.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("known", LINES.values(), ids=LINES)
def test_whole_lines_of_plans(known):
    """At least 98% of what whole lines measure resolves to its record, and no line gives a record it does not name."""
    fixed = right = 0
    for line, wanted in known["lines"]:
        got = {part.indicator for item in ct.parse_indicators(line) for part in item.walk()} - {None}
        choices = [set(one.rstrip("?").split("|")) for one in wanted.split()]
        assert got <= set().union(*choices), line
        sure = [keys for one, keys in zip(wanted.split(), choices, strict=True) if "?" not in one and "-" not in keys]
        fixed += len(sure)
        right += sum(bool(keys & got) for keys in sure)
    assert right >= Decimal("0.98") * fixed


UNITS = {"% GRDP": "%", "% dân số": "%", "%0": "‰"}


def corpus_lines(shared):
    labels = tomllib.loads((DATA / "corpus_keys.toml").read_text(encoding="utf-8"))
    for line in (shared / "corpus" / "lines.jsonl").read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        within = None
        for at, item in enumerate(data["expect"]):
            # The reader sees "chiếm" before the number; the expected names leave it out.
            share = f"{item['name']} chiếm".lower() in data["text"].lower()
            name = f"{item['name']} chiếm" if share else item["name"]
            change = CHANGES.get(item["bound"], ct.Change.LEVEL)
            unit = UNITS.get(item["unit"], item["unit"])
            yield name, unit, change, within, labels[data["id"]][at]
            if at == 0:
                within = key_of(name, unit=unit, change=change) or None


def test_the_names_of_the_corpus(shared):
    """At least 95% of the names whose indicator is in the catalogue resolve to it, and fewer than 1% to another."""
    cases = list(corpus_lines(shared))
    known, right, wrong = score(cases)
    assert len(cases) == 408
    assert right >= 0.95 * known
    assert wrong < 0.01 * len(cases)


def test_whole_lines_of_the_corpus(shared):
    """As they are read, too: at least 95% of what the lines measure, and fewer than 1% of records that are not there."""
    labels = tomllib.loads((DATA / "corpus_keys.toml").read_text(encoding="utf-8"))
    known = right = wrong = values = 0
    for line in (shared / "corpus" / "lines.jsonl").read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        choices = [set(wanted.split("|")) for wanted in labels.get(data["id"], ())]
        parts = [part.indicator for item in ct.parse_indicators(data["text"]) for part in item.walk()]
        found = [key for key in parts if key is not None]
        sure = [keys for keys in choices if "" not in keys]
        known += len(sure)
        right += sum(not keys.isdisjoint(found) for keys in sure)
        wrong += sum(key not in set().union(*choices) for key in found)
        values += len(parts)
    assert known == 299
    assert right >= 0.95 * known
    assert wrong < 0.01 * values


def test_the_indicators_of_seed_001(shared):
    (path,) = (shared / "seeds").glob("001_*.txt")
    labels = tomllib.loads((DATA / "corpus_keys.toml").read_text(encoding="utf-8"))["seed-001"]
    keys = [part.indicator or "" for item in ct.read_plan(path).indicators for part in item.walk()]
    assert len(keys) == len(labels)
    missed = [(got, want) for got, want in zip(keys, labels, strict=True) if got != want]
    assert missed == [("", "exercise")]  # its name holds that of a district


@pytest.mark.parametrize("unit", ["%", "‰"])
def test_a_whole_name_says_more_than_a_unit(unit):
    """What a name means with nothing left over is not another record because of its unit, which may be a slip."""
    match = ct.match_indicator("Tổng tỷ suất sinh", unit=unit)
    assert (match.key, match.reason) == ("tfr", ct.MatchReason.OTHER_UNIT)
    assert ct.match_indicator("Tỷ suất sinh", unit=unit).key == "birth_rate"
