"""Plans in notebooks: a small table, every text escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import HOSTILE, large_plan, plan_of

import chitieu as ct
from chitieu.plan_html import MOST_ROWS, html_table, showable

html = pytest.importorskip("lxml.html")
TEXTS = st.one_of(st.sampled_from([text for text in HOSTILE if len(text) < 300]), st.text(min_size=1, max_size=40))


def shape(text):
    """Return the names and attributes of all elements, in order."""
    return [(node.tag, tuple(node.attrib)) for node in html.fragment_fromstring(text).iter()]


def test_the_example(example_plan):
    shown = example_plan._repr_html_()
    root = html.fragment_fromstring(shown)
    assert example_plan.title in root.text_content()
    assert [cell.text for cell in root.iter("th")] == ["STT", "Chỉ tiêu", "Mục tiêu"]
    assert len(list(root.iter("tr"))) == 1 + MOST_ROWS
    rest = sum(1 for item in example_plan.indicators for _ in item.walk()) - MOST_ROWS
    assert f"… và {rest} dòng nữa" in root.text_content()


@given(TEXTS)
def test_texts_change_no_element(text):
    """Whatever a plan says, its table has the elements of a plan that says ``x``, and shows the text."""
    plan = ct.Plan(text, text, title=text, indicators=(ct.PlannedIndicator(text, text),))
    plain = ct.Plan("x", "x", title="x", indicators=(ct.PlannedIndicator("x", "x"),))
    shown = plan._repr_html_()
    assert shape(shown) == shape(plain._repr_html_())
    cell = html.fragment_fromstring(shown).xpath("//td")[1].text or ""
    assert cell.replace("\r", "\n") == showable(text).replace("\r\n", "\n").replace("\r", "\n")


def test_a_large_plan_has_a_short_table():
    shown = large_plan(10, 5000)._repr_html_()
    assert len(shown) < 10_000
    assert "… và 4970 dòng nữa" in shown


def test_long_texts_are_cut():
    assert len(html_table(["k" * 10_000], ["t"], [["w" * 10_000]], 1)) < 1500


def test_an_empty_plan():
    assert (
        ct.Plan()._repr_html_()
        == '<div lang="vi"><p><strong>Kế hoạch</strong><br>0 dòng chỉ tiêu, 0 nhiệm vụ</p></div>'
    )


@given(st.text())
def test_showable_keeps_what_can_be_shown(text):
    """`showable` changes no length, is idempotent, and leaves what UTF-8 can hold."""
    shown = showable(text)
    assert len(shown) == len(text)
    assert showable(shown) == shown
    assert shown.encode().decode() == shown
    assert all(new in (old, "\N{REPLACEMENT CHARACTER}") for old, new in zip(text, shown, strict=True))


def test_every_hostile_text_is_shown_or_replaced():
    for text in HOSTILE:
        plan, _, _ = plan_of(text)
        assert "<script" not in plan._repr_html_().lower()
