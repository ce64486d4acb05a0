"""What several rules ask of a plan is read once for all of them."""

import gc
import weakref

import chitieu as ct
from chitieu.checking.once import once
from chitieu.checking.subject import Subject


def test_a_plan_is_read_once_and_nothing_is_kept_behind_it():
    asked = []

    @once
    def titles(subject):
        asked.append(subject.plan.title)
        yield subject.plan.title

    first, second = Subject(ct.Plan(title="Một")), Subject(ct.Plan(title="Hai"))
    assert [titles(one) for one in (first, second, first)] == [("Một",), ("Hai",), ("Một",)]
    assert asked == ["Một", "Hai"]
    gone = weakref.ref(first)
    del first
    gc.collect()
    assert gone() is None
