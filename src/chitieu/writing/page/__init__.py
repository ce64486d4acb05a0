"""The plan as one web page that needs nothing else: no network, no other files.

The page is made here, whole: the script in it only hides lines. Style and script are inline and named by their hashes in
the page's own content policy, which allows nothing else. Every text of the plan is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from chitieu.errors import MissingExtraError
from chitieu.findings import Finding
from chitieu.plan import Plan
from chitieu.writing.page.chart import chart_view, track
from chitieu.writing.page.findings_view import FindingView, Place, findings_view
from chitieu.writing.page.indicators_view import IndicatorView, indicators_view
from chitieu.writing.page.results import Results
from chitieu.writing.page.wordlist import asset, words_of, written_day, written_period
from chitieu.writing.page.work_view import Choice, WorkView, work_view

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render_page"]

_ICONS = {"exceeded": "▲", "met": "✓", "nearly": "≈", "missed": "✕", "pending": "–", "error": "✕", "warning": "!", "note": "i"}
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters no page can hold, and those that turn the direction of the text around them."""


def _showable(value: Any) -> Any:
    """Replace what a page cannot hold by the sign for it; the engine calls this for every value, then escapes it."""
    from markupsafe import Markup  # noqa: PLC0415  (comes with the extra)

    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    return value
