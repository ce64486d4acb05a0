"""The texts of a plan that are looked at."""

import pytest

import chitieu as ct
from chitieu.checking.texts.pieces import pieces

WRONG = "Họp ngày 31/6."


@pytest.mark.parametrize(
    "plan",
    [
        ct.Plan(title=WRONG),
        ct.Plan(indicators=(ct.PlannedIndicator("Họp", text=WRONG),)),
        ct.Plan(indicators=(ct.PlannedIndicator(WRONG),)),
        ct.Plan(assignments=(ct.Assignment("", tasks=(ct.Task("Trồng rừng."), ct.Task(WRONG))),)),
        ct.Plan(implementation=(ct.Assignment("", tasks=(ct.Task(WRONG),)),)),
        ct.Plan(reporting=ct.ReportingSchedule(text=WRONG)),
        ct.Plan(text=WRONG),
        ct.Plan(title="Kế hoạch", text=WRONG),
    ],
)
def test_every_text_of_a_plan_is_looked_at(plan):
    (finding,) = ct.check(plan, rules=["date-impossible"])
    assert finding.about == "31/6"
    assert finding.quote == f"{WRONG}\n         ^^^^"
    assert (finding.span is not None) == bool(plan.text)


def test_the_text_of_a_plan_stands_for_all():
    plan = ct.Plan(title=WRONG, text="Họp.", indicators=(ct.PlannedIndicator(WRONG),))
    assert [piece.source.text for piece in pieces(plan)] == ["Họp."]
    assert list(pieces(ct.Plan())) == []
    parts = ct.Plan(
        title="A", indicators=(ct.PlannedIndicator("B", text="C"),), reporting=ct.ReportingSchedule(text="D")
    )
    assert [piece.source.text for piece in pieces(parts)] == ["A", "C", "D"]
    assert not any(piece.placed for piece in pieces(parts))


def test_a_fault_is_about_what_is_written_unless_it_has_a_name():
    (piece,) = pieces(ct.Plan(text="Họp  ngày 31/6"))
    assert piece.fault(4, 13).fields == {"written": "ngày 31/6"}
    assert (piece.fault(4, 13).about, piece.fault(4, 13, "họp", more=1).about) == ("ngày 31/6", "họp")
    assert piece.fault(4, 13, "họp", more=1).fields == {"written": "ngày 31/6", "more": 1}
    assert piece.fault(4, 13).span == ct.Span(5, 14)
