"""The strategies chitieu ships for other people's tests: what they make, how it shrinks."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import chitieu as ct
from chitieu.indicators.records import IndicatorError
from chitieu.testing import strategies as cst
from chitieu.testing.generation.amounts import between
from chitieu.testing.generation.catalogue import indicator_of, values_of
from chitieu.units import NO_UNIT

FAMILY = ct.ReferenceFamily
KEYS = [record.key for record in ct.available_indicators()]
BOUNDED = [key for key in KEYS if values_of(ct.get_indicator(key)).outside(0)]
PROVINCES = st.sampled_from(ct.available_provinces())


def smallest(strategy, wanted=lambda _: True):
    """Return the example that a failing test would show."""
    return find(strategy, wanted, settings=settings(max_examples=300, database=None, derandomize=True))


# --- numbers, units, quantities, targets ------------------------------------------------------------


@given(cst.numbers(places=2, digits=4))
def test_numbers_keep_to_their_bounds(number):
    """Law: numbers have at most the places and digits asked for, and no sign."""
    assert 0 <= number < 10**4
    assert -number.as_tuple().exponent <= 2


@given(cst.numbers(signed=True))
def test_numbers_are_finite_decimals(number):
    """Law: numbers are what a Quantity takes."""
    assert isinstance(number, Decimal)
    assert number.is_finite()


@given(st.fractions(-100, 100), st.fractions(0, 100), st.integers(0, 3), st.data())
def test_numbers_between_two_ends_lie_there(low, width, places, data):
    """Law: numbers lie between the ends, with more places only where none with so few lies there."""
    width = max(width, Fraction(1, 10**25))
    number = data.draw(between(low, low + width, places=places))
    assert low <= number <= low + width
    needed = -number.as_tuple().exponent
    assert needed <= places or not any(
        low <= Fraction(round(low * 10**places) + step, 10**places) <= low + width for step in (0, 1)
    )


def test_no_number_lies_between_ends_that_are_the_wrong_way_round():
    with pytest.raises(ValueError, match="no decimal"):
        between(Fraction(1), Fraction(0))


@given(cst.units())
def test_units_are_units(unit):
    """Law: units are never ages, durations or ranks."""
    assert unit.kind not in (ct.UnitKind.AGE, ct.UnitKind.RANK)


def test_units_registered_in_a_scope_are_made_in_it():
    with ct.register_unit("giạ", size=(20, "kg")):
        assert str(smallest(cst.units(), lambda unit: "giạ" in unit.label)) == "giạ"
    with pytest.raises(NoSuchExample):
        smallest(cst.unit_labels(), lambda label: "giạ" in label)


@given(cst.quantities(unit="tỷ đồng", signed=True))
def test_quantities_of_one_unit(quantity):
    """Law: a unit asked for is the unit given."""
    assert quantity.unit.label == "tỷ đồng"


@given(cst.targets())
def test_targets_are_sound(target):
    """Law: a range has an upper end of its own unit, anything else has none."""
    assert (target.upper is not None) == (target.bound is ct.Bound.BETWEEN)
    assert target.upper is None or target.quantity <= target.upper


@given(cst.numbers(), cst.number_styles())
def test_every_style_is_a_style(number, style):
    """Law: every style writes every number."""
    assert ct.format_number(number, style=style)


@given(cst.spans(last=50))
def test_spans_run_forwards(span):
    """Law: a span lies in the text and does not run backwards."""
    assert 0 <= span.start <= span.end <= 50


# --- days, periods, documents, places ---------------------------------------------------------------


@given(cst.dates())
def test_dates_are_those_documents_cite(day):
    """Law: dates lie between independence and the end of the century."""
    assert date(1945, 9, 2) <= day <= date(2099, 12, 31)


@given(cst.dates(first=date(2025, 3, 1), last=date(2025, 3, 2)))
def test_dates_between_two_days(day):
    assert day in (date(2025, 3, 1), date(2025, 3, 2))


@given(cst.periods(first_year=2020, last_year=2150))
def test_periods_can_be_read(period):
    """Law: the writing of a period reads as that period, and it begins when it was asked to."""
    assert ct.parse_period(ct.format_period(period)) == period
    assert period.year >= 2020


@given(st.sampled_from(ct.PeriodKind).flatmap(lambda kind: st.tuples(st.just(kind), cst.periods(kind=kind))))
def test_periods_of_one_kind(pair):
    """Law: a kind asked for is the kind given."""
    kind, period = pair
    assert period.kind is kind


@given(cst.references())
def test_a_reference_is_read_from_its_own_text(reference):
    """Law: ``str`` of a reference reads as the same document, but for the day and issuer it leaves out."""
    again = ct.parse_reference(str(reference))
    assert (again.number, again.kind, again.family) == (reference.number, reference.kind, reference.family)


@given(st.sampled_from(FAMILY).flatmap(lambda family: st.tuples(st.just(family), cst.citations(family=family))))
def test_a_citation_is_read_whole(pair):
    """Law: a citation is one document of the family asked for."""
    family, text = pair
    assert ct.parse_reference(f"Căn cứ {text};").family is family


@given(cst.references(dated=True) | cst.references(dated=True, family=FAMILY.BARE), PROVINCES)
def test_day_and_issuer_are_read_back(reference, province):
    """Law: a citation in any province's habits reads as the same document, day and issuer too."""
    from chitieu.writing.references import cite  # noqa: PLC0415  (no public name)

    again = ct.parse_reference(f"Thực hiện {cite(reference, ct.get_province(province))};")
    assert again == reference


@given(cst.references(dated=True, family=FAMILY.NORMATIVE))
def test_the_year_in_a_number_is_that_of_its_day(reference):
    """Law: number and day of a normative document agree."""
    assert f"/{reference.date.year}/" in reference.number


@given(cst.references(dated=False))
def test_references_without_a_day(reference):
    """Law: undated references have neither day nor issuer."""
    assert (reference.date, reference.issuer) == (None, None)


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)).flatmap(lambda day: st.tuples(st.just(day), cst.areas(on=day))))
def test_areas_exist_on_their_day(pair):
    """Law: an area of a day exists on it."""
    day, area = pair
    assert area.exists_on(day)


@given(
    st.tuples(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.none() | PROVINCES).flatmap(
        lambda pair: st.tuples(st.just(pair), cst.agencies(on=pair[0], area=pair[1]))
    )
)
def test_agencies_exist_on_their_day_in_their_province(drawn):
    """Law: an agency of a day and a province is one that `agencies.on` lists."""
    (day, province), record = drawn
    assert record in ct.agencies.on(day, province)


def test_agencies_of_an_area():
    ben_tre = ct.areas.find("Bến Tre")
    assert smallest(cst.agencies(on=date(2024, 1, 1), area=ben_tre)).exists_on(date(2024, 1, 1))
    assert {"skhdt", "stc"} <= {record.key for record in _all(cst.agencies(area=ben_tre))}
    assert {record.key for record in _all(cst.agencies(area=ben_tre))} < {record.key for record in _all(cst.agencies())}
    with pytest.raises(ct.UnknownProvinceError):
        cst.agencies(area="atlantis")


def _all(strategy):
    found = {}

    @settings(max_examples=500, database=None)
    @given(strategy)
    def collect(record):
        found[record.key] = record

    collect()
    return found.values()


@given(cst.named_agencies(on=date(2026, 1, 1)))
def test_named_agencies_are_those_of_the_directory(agency):
    """Law: an agency as documents name it resolves to the record it was made from."""
    assert ct.agencies.get(agency.key).name == agency.name


# --- indicators -----------------------------------------------------------------------------------------


def within(record, quantity):
    low, high = (
        bound if bound is None else ct.Quantity(bound, own(record)) for bound in (record.minimum, record.maximum)
    )
    return (low is None or low <= quantity) and (high is None or quantity <= high)


def own(record):
    return values_of(record).unit


@given(st.sampled_from(KEYS).flatmap(lambda key: st.tuples(st.just(key), cst.indicator_strategy(key))))
def test_values_lie_within_their_bounds(pair):
    """Law: a value of an indicator lies within its bounds and in its unit."""
    record = ct.get_indicator(pair[0])
    assert within(record, pair[1])
    assert pair[1].unit == own(record)


@given(st.sampled_from(BOUNDED).flatmap(lambda key: st.tuples(st.just(key), cst.indicator_strategy(key, outside=True))))
def test_values_outside_lie_outside(pair):
    """Law: a value asked for outside is outside, never on the bound."""
    assert not within(ct.get_indicator(pair[0]), pair[1])


@given(st.sampled_from(KEYS).flatmap(lambda key: st.tuples(st.just(key), cst.observations(indicator=key))))
def test_results_lie_within_their_bounds(pair):
    """Law: a reported figure lies within the bounds, and both ends of a range do."""
    key, result = pair
    assert result.indicator == key
    assert all(within(ct.get_indicator(key), end) for end in (result.value, result.upper) if end is not None)


@given(cst.observations(outside=True, status=ct.ObservationStatus.OFFICIAL, period=ct.Period(2026)))
def test_results_outside_lie_outside(result):
    """Law: a result asked for outside has a figure that is."""
    assert not within(ct.get_indicator(result.indicator), result.value)
    assert (result.status, result.period) == (ct.ObservationStatus.OFFICIAL, ct.Period(2026))


@given(cst.planned_indicators())
def test_planned_values_lie_within_their_bounds(item):
    """Law: the target of a line is one the indicator can reach, bounded in its direction."""
    (target,) = item.targets
    record = ct.get_indicator(item.indicator)
    assert within(record, target.quantity)
    assert target.upper is None or within(record, target.upper)
    wrong = {"higher": ct.Bound.AT_MOST, "lower": ct.Bound.AT_LEAST}
    assert target.bound is not wrong.get(record.direction)


@given(st.sampled_from(["poor", "grdp", "beds", "ntm"]), PROVINCES, st.booleans(), st.data())
def test_texts_of_values_are_read_back(key, province, outside, data):
    """Law: what plans write of a value, in any province's habits, is that value."""
    text = data.draw(cst.indicator_strategy(key, as_text=True, province=province, outside=outside))
    assert within(ct.get_indicator(key), ct.parse_quantity(text)) is not outside


@given(st.sampled_from(["poverty_rate", "near_poor", "urban", "beds"]), PROVINCES, st.data())
def test_lines_are_read_back(key, province, data):
    """Law: the line of an indicator, in any province's habits, is read as that indicator with that target."""
    (line,) = ct.parse_indicators(
        f"1. {data.draw(cst.indicator_strategy(key, planned=True, as_text=True, province=province))}."
    )
    assert line.indicator == indicator_of(key).key
    assert within(indicator_of(key), line.targets[0].quantity)


@given(cst.indicator_strategy("ntm"))
def test_counted_things_are_whole(communes):
    """Law: nobody plans half a commune."""
    assert communes.value == communes.value.to_integral_value()


def test_units_are_converted():
    permille = cst.indicator_strategy("poverty_rate", unit="‰", places=0, outside=True)
    assert str(smallest(permille)) == "1.001‰"
    assert (
        str(smallest(cst.indicator_strategy("grdp", unit="triệu đồng"), lambda value: value.value > 7))
        == "8 triệu đồng"
    )
    with pytest.raises(ct.UnitError):
        cst.indicator_strategy("poverty_rate", unit="tỷ đồng")


def test_the_spread_limits_what_has_no_bound():
    with pytest.raises(NoSuchExample):
        smallest(cst.indicator_strategy("grdp", spread=500), lambda value: value.value > 500)
    with pytest.raises(NoSuchExample):
        smallest(cst.indicator_strategy("poor", spread=5), lambda value: value.value > 5)
    with pytest.raises(NoSuchExample):
        smallest(cst.indicator_strategy("poor", outside=True, spread=5), lambda value: abs(value.value - 50) > 55)
    assert smallest(cst.indicator_strategy("grdp_growth"), lambda value: value.value < 0).value == -1


def test_what_cannot_be_asked():
    with pytest.raises(IndicatorError) as info:
        cst.indicator_strategy("poverty_rte")
    assert (info.value.code, "poverty_rate" in str(info.value)) == ("indicator.unknown", True)
    with pytest.raises(IndicatorError) as info:
        cst.indicator_strategy("zzz")
    assert info.value.code == "indicator.unheard"
    with pytest.raises(IndicatorError) as info:
        cst.indicator_strategy("grdp_growth", outside=True)
    assert info.value.code == "indicator.unbounded"


def test_english_names_are_those_of_records():
    slugs = cst.indicator_slugs()
    assert slugs["poverty_rate"] == "poor"
    assert set(slugs.values()) <= set(KEYS)
    assert not set(slugs) & set(KEYS)
    assert len(set(slugs.values())) == len(slugs)


def test_own_indicators_have_values_too():
    coconut = ct.Indicator("coconut", "Diện tích dừa", units=("ha",), minimum=10, maximum=20)
    assert smallest(cst.indicator_strategy(coconut)).value == 10
    with ct.register_indicator(coconut):
        assert smallest(cst.indicator_strategy("coconut", outside=True)).value == 21
        often = settings(database=None, max_examples=10_000)  # one of hundreds of records
        assert find(cst.indicators(), lambda record: record.key == "coconut", settings=often) == coconut


def test_an_indicator_whose_unit_no_quantity_is_written_with_has_bare_values():
    odd = ct.Indicator("odd", "Chỉ số lạ", units=("100%%",))
    assert values_of(odd).unit == NO_UNIT


# --- shrinking -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strategy", "wanted", "text"),
    [
        (cst.numbers(), lambda number: number > 100, "101"),
        (cst.numbers(), lambda number: number != int(number), "0.1"),
        (cst.quantities(), lambda _: True, "0%"),
        (cst.quantities(unit="tỷ đồng"), lambda quantity: quantity.value >= 1000, "1.000 tỷ đồng"),
        (cst.targets(unit="%"), lambda target: target.upper, "0% - 1%"),
        (cst.targets(unit="%"), lambda target: target.bound is ct.Bound.AT_MOST, "không quá 0%"),
        (cst.indicator_strategy("poverty_rate"), lambda _: True, "0%"),
        (cst.indicator_strategy("poverty_rate"), lambda value: value.value > 50, "51%"),
        (cst.indicator_strategy("poverty_rate", outside=True), lambda _: True, "101%"),
        (cst.indicator_strategy("poverty_rate", outside=True), lambda value: value.value < 0, "-1%"),
        (cst.indicator_strategy("poverty_rate", outside=True), lambda value: 100 < value.value < 101, "100,1%"),
        (cst.periods(), lambda _: True, "2000"),
        (cst.periods(), lambda period: period.kind is ct.PeriodKind.RANGE, "2000/2001"),
        (cst.references(), lambda _: True, "Kế hoạch số 01/KH-UBND"),
        (cst.references(), lambda reference: reference.family is FAMILY.PARTY, "Nghị quyết số 01-NQ/TU"),
        (cst.observations(), lambda _: True, "grdp 2000: 0 tỷ đồng (ước)"),
        (cst.observations(), lambda result: result.words, "grdp 2000: đạt (ước)"),
        (cst.spans(), lambda span: span.start != span.end, "Span(start=0, end=1)"),
    ],
)
def test_the_smallest_example_is_small(strategy, wanted, text):
    assert str(smallest(strategy, wanted)) == text


def test_each_strategy_is_loaded_when_it_is_used():
    code = (
        "import sys\nfrom chitieu.testing import strategies as st\n"
        "st.quantities()\nprint('chitieu.plan' in sys.modules, all(callable(getattr(st, name)) for name in st.__all__))\n"
        "print(sorted(st.__all__) == dir(st), hasattr(st, 'atlantis'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout.split() == ["False", "True", "True", "False"]


def test_without_hypothesis_the_error_says_what_to_install():
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import chitieu as ct\n"
        "try:\n    import chitieu.testing.strategies\n"
        "except ct.MissingExtraError as error: print(error.package, 'chitieu[testing]' in str(error))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout.split() == ["hypothesis", "True"]


# --- what a failing test shows -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strategy", "shown"),
    [
        (cst.periods(), "Period(year=2000,"),
        (cst.spans(), "Span(start=0, end=0)"),
        (cst.indicators(), "get_indicator('"),
        (cst.observations(indicator="poverty_rate"), "Observation(indicator='poor',"),
        (cst.indicator_strategy("poverty_rate", planned=True), "targets=(Target(quantity=Quantity(Decimal('0'), '%')"),
        (cst.references(), "Reference(number='01/KH-UBND',"),
        (cst.areas(), "Area(id="),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_failing_value_is_shown_by_its_fields_and_not_by_how_it_was_made(strategy, shown):
    """What a report prints can be typed; names of ours that nobody outside knows would say nothing."""

    @settings(max_examples=5, database=None, derandomize=True)
    @given(strategy)
    def fails(value):
        pytest.fail(f"on purpose, for a {type(value).__name__}")

    with pytest.raises(pytest.fail.Exception) as info:
        fails()
    report = "\n".join(info.value.__notes__)
    assert shown in report
    assert "lambda" not in report


def test_a_plan_is_shown_without_the_settings_of_its_province():
    @settings(max_examples=1, database=None, derandomize=True, phases=[Phase.generate])
    @given(cst.plan_drafts("ben-tre"))
    def fails(draft):
        pytest.fail(f"on purpose, for number {draft.number}")

    with pytest.raises(pytest.fail.Exception) as info:
        fails()
    assert "form=<ProvinceFormat 'ben-tre'>" in "\n".join(info.value.__notes__)
