"""What a check of a plan found: which rule, how grave, where, in words for people.

A finding is a value of its own, so that tables, pages and reports can show it without knowing the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from attrs import field, frozen

from chitieu.errors import excerpt, position
from chitieu.text import Span

__all__ = ["Finding", "Severity"]


class Severity(Enum):
    """How grave a finding is, the gravest first.

    >>> [severity.value for severity in Severity]
    ['error', 'warning', 'note']
    """

    ERROR = "error"
    """The plan cannot be right as it stands."""
    WARNING = "warning"
    """The plan is probably wrong, or somebody must explain it."""
    NOTE = "note"
    """Worth knowing; nothing needs to change."""

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@frozen
class Finding:
    """One thing a rule found in a plan.

    Attributes:
        code: the rule, stable across versions (``share-bounds``).
        severity: how grave it is.
        message: the sentence in English; `message_vi`: in Vietnamese.
        plan: number of the plan it is in; None if the plan has none.
        about: what it speaks of: the indicator, task, agency or document, as the plan names it.
        quote: the line with a caret under what is meant; empty where the plan has no text of it.
        line, column: where that is in the text, from 1; None where only a piece of the text is known.
        span: offsets in the text the plan was read from; None for a plan that was built. Not compared.
        related: the other places it speaks of. Not compared.
        fields: the values in the sentence. Not compared.

    >>> import chitieu as ct
    >>> plan = ct.Plan(indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 101%;"))
    >>> finding, = ct.check(plan)
    >>> finding.code, finding.severity.value, finding.about
    ('value-bounds', 'error', 'Tỷ lệ hộ nghèo')
    >>> print(finding.quote)
    Tỷ lệ hộ nghèo còn 101%;
                       ^^^^
    """

    code: str
    severity: Severity
    message: str
    message_vi: str
    plan: str | None = None
    about: str = ""
    quote: str = field(default="", repr=False)
    line: int | None = None
    column: int | None = None
    span: Span | None = field(default=None, eq=False)
    related: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    fields: Mapping[str, Any] = field(factory=dict, eq=False, repr=False)

    def in_language(self, language: str) -> str:
        """Return the sentence in ``"en"`` or ``"vi"``."""
        return self.message_vi if language == "vi" else self.message

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.severity.value} [{self.code}] {self.message}"


def quoted(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the line with a caret, and line and column, of a place in a text."""
    return excerpt(text, start, end), *position(text, start)
