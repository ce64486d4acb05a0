"""Hypothesis strategies for chitieu's values. They build values and do not filter, so they shrink well.

>>> from hypothesis import given
>>> from chitieu.testing import strategies as st
>>> @given(st.quantities())
... def test_round_trip(quantity):
...     assert ct.parse_quantity(str(quantity)) == quantity
>>> import chitieu as ct
>>> test_round_trip()

``hypothesis.strategies.from_type`` knows the types of chitieu too, where the package is installed: `from_type(ct.Quantity)`
is `quantities()`.

Strategies are loaded when first used: those of numbers do not load the readers of plans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import chitieu.testing.generation.hypothesis_strategies as _needed  # noqa: F401  (it says what to install)
from chitieu.lazy_names import lazy_names

if TYPE_CHECKING:
    from chitieu.testing.generation.amounts import (
        number_styles,
        numbers,
        quantities,
        spans,
        targets,
        unit_labels,
        units,
    )
    from chitieu.testing.generation.catalogue import indicator_slugs
    from chitieu.testing.generation.documents import citations, references
    from chitieu.testing.generation.measured import indicator_strategy, indicators, observations, planned_indicators
    from chitieu.testing.generation.places import agencies, areas, named_agencies
    from chitieu.testing.generation.times import dates, periods
    from chitieu.testing.plans import plan_drafts, plans
    from chitieu.testing.planting import Planted, broken, plant, plantable

__all__ = [
    "Planted",
    "agencies",
    "areas",
    "broken",
    "citations",
    "dates",
    "indicator_slugs",
    "indicator_strategy",
    "indicators",
    "named_agencies",
    "number_styles",
    "numbers",
    "observations",
    "periods",
    "plan_drafts",
    "planned_indicators",
    "plans",
    "plant",
    "plantable",
    "quantities",
    "references",
    "spans",
    "targets",
    "unit_labels",
    "units",
]

_MODULES = {
    "generation.amounts": "number_styles numbers quantities spans targets unit_labels units",
    "generation.catalogue": "indicator_slugs",
    "generation.documents": "citations references",
    "generation.measured": "indicator_strategy indicators observations planned_indicators",
    "generation.places": "agencies areas named_agencies",
    "generation.times": "dates periods",
    "planting": "Planted broken plant plantable",
    "plans": "plan_drafts plans",
}
__getattr__, __dir__ = lazy_names(__name__, _MODULES, within="chitieu.testing")
