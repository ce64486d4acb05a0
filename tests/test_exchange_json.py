"""Plans as JSON, there and back."""

import json
from decimal import Decimal

import attrs
import builders
import cattrs
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.exchange.json import SCHEMA


def document(**plan):
    return json.dumps({"schema": SCHEMA, "plan": plan})


@given(builders.plans())
def test_there_and_back_is_identity(plan):
    """Law: a plan written and read is equal, digits, spans and province included."""
    text = ct.to_json(plan)
    again = ct.from_json(text)
    assert again == plan
    assert ct.to_json(again) == text
    assert (again.spans, again.province) == (plan.spans, plan.province)
    assert [item.span for item in again.indicators] == [item.span for item in plan.indicators]


@given(builders.plans())
def test_the_text_can_be_stored(plan):
    """Law: the JSON of any plan can be encoded, lone surrogates and all."""
    assert json.loads(ct.to_json(plan, indent=2).encode("utf-8"))["schema"] == SCHEMA


def test_the_example_survives(example_plan):
    again = ct.from_json(ct.to_json(example_plan, indent=2))
    assert again == example_plan
    assert again.spans == example_plan.spans
    assert [t.span for _, t in again.targets()] == [t.span for _, t in example_plan.targets()]


def test_decimals_keep_their_digits():
    plan = ct.Plan(indicators=(ct.PlannedIndicator("GRDP", targets=(ct.Target(ct.Quantity(Decimal("53.90"), "%")),)),))
    text = ct.to_json(plan)
    assert '"53.90"' in text
    assert str(ct.from_json(text).indicators[0].targets[0]) == "53,90%"


@pytest.mark.parametrize(
    "label", ["/100.000 trẻ đẻ sống", "", "hạng", "tuổi", "điểm phần trăm", "triệu đồng/người/năm"]
)
def test_every_kind_of_unit_survives(label):
    quantity = ct.parse_quantity("15/100.000 trẻ đẻ sống") if label.startswith("/") else ct.Quantity(15, label)
    plan = ct.Plan(indicators=(ct.PlannedIndicator("x", targets=(ct.Target(quantity),)),))
    assert ct.from_json(ct.to_json(plan)) == plan


@pytest.mark.parametrize("value", ["1E+999999999", "1E-999999", "9" * 5000])
def test_a_number_nobody_can_write_out_is_refused(value):
    """Eleven characters must not fill the memory of whoever shows the plan."""
    text = document(indicators=[{"name": "a", "targets": [{"quantity": {"value": value, "unit": "%"}}]}])
    with pytest.raises(ct.DocumentError, match="digits"):
        ct.from_json(text)


TARGET = {"quantity": {"value": "5", "unit": "%"}}
WRONG = [
    (document(nonsense=1), "$.plan"),
    (document(number=5), "$.plan.number"),
    (document(issued="2023-13-01"), "$.plan.issued"),
    (document(issued=20230101), "$.plan.issued"),
    (document(issued="20230101"), "$.plan.issued"),
    (document(issued="2023-W01-1"), "$.plan.issued"),
    (document(period="2023-Q5"), "$.plan.period"),
    (document(period="2023-13"), "$.plan.period"),
    (document(indicators={}), "$.plan.indicators"),
    (document(indicators="abc"), "$.plan.indicators"),
    (document(indicators=[{}]), "$.plan.indicators[0].name"),
    (document(indicators=[{"name": "a"}, {"name": 5}]), "$.plan.indicators[1].name"),
    (
        document(indicators=[{"name": "a", "targets": [TARGET | {"bound": "maybe"}]}]),
        "$.plan.indicators[0].targets[0].bound",
    ),
    (
        document(indicators=[{"name": "a", "targets": [{"quantity": {"value": 5, "unit": "%"}}]}]),
        "$.plan.indicators[0].targets[0].quantity",
    ),
    (
        document(indicators=[{"name": "a", "targets": [{"quantity": {"value": "NaN", "unit": "%"}}]}]),
        "$.plan.indicators[0].targets[0].quantity",
    ),
    (
        document(indicators=[{"name": "a", "targets": [{"quantity": {"value": "x", "unit": "%"}}]}]),
        "$.plan.indicators[0].targets[0].quantity",
    ),
    (
        document(indicators=[{"name": "a", "targets": [TARGET | {"bound": "between"}]}]),
        "$.plan.indicators[0].targets[0]",
    ),
    (document(indicators=[{"name": "a", "span": [3]}]), "$.plan.indicators[0].span"),
    (document(indicators=[{"name": "a", "span": [-1, 3]}]), "$.plan.indicators[0].span"),
    (
        document(assignments=[{"heading": "a", "tasks": [{"text": "b", "due": "soon"}]}]),
        "$.plan.assignments[0].tasks[0].due",
    ),
    (
        document(assignments=[{"heading": "a", "tasks": [{"text": "b", "due": "2023-W01-1"}]}]),
        "$.plan.assignments[0].tasks[0].due",
    ),
    (document(period="term:2023-Q2"), "$.plan.period"),
    (document(appendices=[{"label": "I", "present": "yes"}]), "$.plan.appendices[0].present"),
    (document(reporting={"day": True}), "$.plan.reporting.day"),
    ("{", "$"),
    ("", "$"),
    ('{"schema": "chitieu/plan/1", "plan": {"number": NaN}}', "$"),
    ("[" * 100_000, "$"),
    ("[]", "$.schema"),
    ("{}", "$.schema"),
    ('{"schema": "chitieu/plan/2", "plan": {}}', "$.schema"),
    ('{"schema": "chitieu/plan/1"}', "$"),
    ('{"schema": "chitieu/plan/1", "plan": {}, "more": 1}', "$"),
    ('{"schema": "chitieu/plan/1", "plan": []}', "$.plan"),
]


@pytest.mark.parametrize(("text", "path"), WRONG)
def test_a_wrong_document_is_refused_with_its_place(text, path):
    with pytest.raises(ct.DocumentError) as info:
        ct.from_json(text)
    assert info.value.path == path
    assert info.value.message("vi")


@pytest.mark.parametrize(
    ("text", "code"),
    [("[]", "document.other"), ('{"a": 1}', "document.other"), ('{"schema": null}', "document.version")],
)
def test_json_that_is_no_plan_is_told_from_a_plan_of_another_version(text, code):
    with pytest.raises(ct.DocumentError) as info:
        ct.from_json(text)
    assert info.value.code == code


def test_missing_fields_take_their_defaults():
    assert ct.from_json(document()) == ct.Plan()


@given(builders.any_texts())
def test_any_text_is_a_document_or_an_error(text):
    """Law: from_json returns a plan or raises DocumentError."""
    with pytest.raises(ct.DocumentError):
        ct.from_json(text)


def test_a_converter_of_ones_own_learns_our_values():
    """A program with its own attrs classes can hold quantities and periods in them."""

    @attrs.define
    class Row:
        name: str
        amount: ct.Quantity
        period: ct.Period

    converter = ct.configure_converter(cattrs.Converter())
    row = Row("Xuất khẩu", ct.parse_quantity("1.250 triệu USD"), ct.parse_period("quý I năm 2026"))
    data = converter.unstructure(row)
    assert data["amount"] == {"value": "1250", "unit": "triệu USD"}
    assert converter.structure(data, Row) == row


@pytest.mark.parametrize(
    ("plan", "english", "vietnamese"),
    [
        ({"number": 5}, "expected text, found 5", "cần chuỗi chữ, gặp 5"),
        ({"issued": "2023-02-30"}, "expected a day that exists", "cần một ngày có thật"),
        ({"period": "quý I"}, 'as "2026", "2026-Q2"', "cần một kỳ"),
        ({"nubmer": "1"}, "there is no key 'nubmer' here; known: number, issuer", "ở đây không có khóa 'nubmer'"),
        ({"indicators": [{}]}, "the key 'name' is missing", "thiếu khóa 'name'"),
        (
            {"indicators": [{"name": "a", "relation": "inside"}]},
            'expected one of "item", "part", "beside", found "inside"',
            'cần một trong "item", "part", "beside", gặp "inside"',
        ),
        ({"spans": {"number": [5]}}, "[start, end]", "[đầu, cuối]"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(plan, english, vietnamese):
    """With what was found and what is expected there."""
    with pytest.raises(ct.DocumentError) as info:
        ct.from_json(document(**plan))
    assert english in info.value.message("en")
    assert english in str(info.value)
    assert vietnamese in info.value.message("vi")
