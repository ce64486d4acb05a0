"""What a rule is: a function over a plan that yields faults, and what is said of each.

The function knows nothing of languages, order or output; it says where and with which values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from chitieu.checking.catalogues import translated
from chitieu.errors import ChitieuError
from chitieu.findings import Severity
from chitieu.text import Span

if TYPE_CHECKING:
    from chitieu.checking.subject import Subject

__all__ = ["Check", "Rule", "RuleError", "RuleFault", "rule"]

_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class RuleError(ChitieuError, ValueError):
    """A rule cannot be: its code is none, or two rules have one code; or no rule has the code asked for."""


@frozen
class RuleFault:
    """One place where a rule does not hold.

    Attributes:
        about: what it speaks of, as the plan names it.
        span: where it stands in the text of the plan; None for a plan that was built.
        piece: the line it stands in, for plans whose text is not at hand; `part`: what in it is meant.
        related: other places it speaks of.
        fields: the values the sentence names.
        variant: which of the rule's other sentences says it; empty for its message.
    """

    about: str = ""
    span: Span | None = None
    piece: str = ""
    part: str = ""
    related: tuple[Span, ...] = ()
    fields: Mapping[str, Any] = field(factory=dict)
    variant: str = ""


Check = Callable[["Subject"], Iterator[RuleFault]]


@frozen(eq=False)
class Rule:
    """A rule of the table.

    Attributes:
        code: its name, stable: lower-case words with hyphens.
        severity: how grave its findings are.
        title: what it demands, in a few words of English.
        message: the sentence of a finding in English, with ``{fields}``; `translations`: both in other languages.
        variants: other sentences by name, for faults the message does not fit.
        check: the function.
        package: where the catalogues of its sentences are.

    >>> import chitieu as ct
    >>> ct.get_rule("shares-sum").severity.value
    'error'
    >>> print(ct.get_rule("shares-sum").title_in("vi"))
    Các tỷ trọng cộng lại bằng 100%
    """

    code: str
    severity: Severity
    title: str
    message: str
    check: Check = field(repr=False)
    translations: Mapping[str, tuple[str, str]] = field(factory=dict, repr=False)
    package: str = "chitieu"
    variants: Mapping[str, str] = field(factory=dict, repr=False)

    def title_in(self, language: str) -> str:
        """Return the title in a language."""
        return self._said(self.title, 0, language)

    def sentence(self, language: str, fields: Mapping[str, Any], variant: str = "") -> str:
        """Return the sentence of a finding in a language; `variant` names one of the other sentences."""
        if variant:
            return translated(self.variants[variant], language, self.package).format_map(fields)
        return self._said(self.message, 1, language).format_map(fields)

    def _said(self, english: str, which: int, language: str) -> str:
        own = self.translations.get(language)
        if own is not None or language == "en":
            return own[which] if own else english
        return translated(english, language, self.package)

    def __str__(self) -> str:
        return self.code


def rule(  # noqa: PLR0913  (each of its sentences is said by name)
    code: str,
    *,
    title: str,
    message: str,
    severity: Severity = Severity.WARNING,
    translations: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    variants: Mapping[str, str] = MappingProxyType({}),
) -> Callable[[Check], Rule]:
    """Make a rule of a function that takes a `Subject` and yields a `RuleFault` for each place where it does not hold.

    Args:
        code: lower-case words with hyphens; stable, since people silence rules by it.
        title: what it demands, in a few words of English.
        message: the sentence of a finding in English; ``{name}`` takes a field of the fault.
        severity: how grave its findings are.
        translations: title and sentence by language, where the package has no gettext catalogue (``locale/``).
        variants: other sentences in English by name, for faults that name one as their `variant`.

    Returns:
        The rule. It is run when it is given to ``check(rules=…)``, put in force with `using_rules`, or offered by an
        installed distribution under the entry point group ``chitieu.rules``.

    Raises:
        RuleError: the code is not of that form.

    >>> import chitieu as ct
    >>> @ct.rule("title-given", title="A plan has a title", message="the plan has no title")
    ... def title_given(subject):
    ...     if not subject.plan.title:
    ...         yield ct.RuleFault()
    >>> [str(finding) for finding in ct.check(ct.Plan(), rules=[title_given])]
    ['warning [title-given] the plan has no title']
    """
    if not _CODE.fullmatch(code):
        raise RuleError("rule.code", found=code)

    def make(check: Check) -> Rule:
        package = (check.__module__ or "").partition(".")[0]
        return Rule(code, severity, title, message, check, translations, package, variants)

    return make
