"""Indicators: the catalogue as dated data, and which record a name in a plan means.

Names are loaded when first used, as those of `chitieu` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chitieu.lazy_names import lazy_names

if TYPE_CHECKING:
    from chitieu.indicators.match import IndicatorMatch, MatchReason, match_indicator, resolve_indicator
    from chitieu.indicators.records import (
        Catalogue,
        Indicator,
        IndicatorError,
        SeriesBreak,
        StatisticalCode,
        UnknownIndicatorError,
        catalogue,
        using,
    )
    from chitieu.indicators.registry import (
        available_indicators,
        breaks_between,
        get_indicator,
        register_indicator,
        search_indicators,
        with_aliases,
        with_indicators,
    )

__all__ = [
    "Catalogue",
    "Indicator",
    "IndicatorError",
    "IndicatorMatch",
    "MatchReason",
    "SeriesBreak",
    "StatisticalCode",
    "UnknownIndicatorError",
    "available_indicators",
    "breaks_between",
    "catalogue",
    "get_indicator",
    "match_indicator",
    "register_indicator",
    "resolve_indicator",
    "search_indicators",
    "using",
    "with_aliases",
    "with_indicators",
]

_MODULES = {
    "match": "IndicatorMatch MatchReason match_indicator resolve_indicator",
    "records": "Catalogue Indicator IndicatorError SeriesBreak StatisticalCode UnknownIndicatorError catalogue using",
    "registry": "available_indicators breaks_between get_indicator register_indicator search_indicators with_aliases with_indicators",
}
__getattr__, __dir__ = lazy_names(__name__, _MODULES)
