"""Which rules there are: our own, those of installed distributions, and those in force for a piece of code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from pkgutil import resolve_name

from chitieu.checking.rules import Rule, RuleError
from chitieu.provinces.entry_points import Offer, offers

__all__ = ["GROUP", "available_rules", "get_rule", "rules_named", "using_rules"]

GROUP = "chitieu.rules"
"""The entry point group; an entry point names a rule or a module of rules."""

_MODULES = (
    *("values.units", "values.bounds", "values.directions", "parts.sums", "rates.growth", "changes.history"),
    *("repeats.agreement", "days.dates", "names.agencies", "names.citations", "days.reporting", "values.writing"),
    *("values.missing_units", "values.whole_counts"),
)
"""The modules of our own rules, in the order their rules are listed."""

_added: ContextVar[tuple[Rule, ...]] = ContextVar("chitieu_rules", default=())


def _rules_in(value: object, origin: str) -> tuple[Rule, ...]:
    """Return the rules something holds: itself, or the attributes of a module."""
    if isinstance(value, Rule):
        return (value,)
    found = tuple(one for one in vars(value).values() if isinstance(one, Rule)) if hasattr(value, "__dict__") else ()
    if not found:
        raise RuleError("rule.entry", origin=origin, found=type(value).__name__)
    return found


@cache
def _own() -> tuple[Rule, ...]:
    modules = (import_module(f"chitieu.checking.{name}") for name in _MODULES)
    return tuple(found for module in modules for found in _rules_in(module, module.__name__))


@cache
def _installed(path: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(found for offer in offers(GROUP, path) for found in _load(offer))


def _load(offer: Offer) -> tuple[Rule, ...]:
    origin = " ".join(offer.identity())
    try:
        value = resolve_name(offer.value.partition("[")[0].strip())
    except Exception as error:  # whatever the import of a foreign module raises
        raise RuleError("rule.import", origin=origin, reason=f"{type(error).__name__}: {error}") from error
    return _rules_in(value, origin)


def available_rules() -> tuple[Rule, ...]:
    """Return the rules that `check` runs: our own, those of installed distributions, those put in force.

    Distributions are passed over while the environment variable ``CHITIEU_NO_PLUGINS`` is set.

    Raises:
        RuleError: a distribution's rules cannot be loaded, or two rules have one code.

    >>> import chitieu as ct
    >>> "shares-sum" in {rule.code for rule in ct.available_rules()}
    True
    """
    off = os.environ.get("CHITIEU_NO_PLUGINS", "") not in ("", "0")
    rules = (*_own(), *(() if off else _installed(tuple(map(str, sys.path)))), *_added.get())
    seen: set[str] = set()
    for one in rules:
        if one.code in seen:
            raise RuleError("rule.twice", code=one.code)
        seen.add(one.code)
    return rules


def get_rule(code: str) -> Rule:
    """Return a rule by its code.

    Raises:
        RuleError: no rule has this code.

    >>> get_rule("value-bounds").title
    'A value lies within the bounds of its indicator'
    """
    rules = {one.code: one for one in available_rules()}
    if code not in rules:
        raise RuleError("rule.unknown", code=code, known=", ".join(sorted(rules)))
    return rules[code]


def rules_named(code: str) -> tuple[Rule, ...]:
    """Return the rules a code stands for; ``*`` in it stands for any letters.

    Raises:
        RuleError: no rule has such a code.

    >>> [rule.code for rule in rules_named("reference-*")][:2]
    ['reference-future', 'reference-year']
    """
    found = tuple(rule for rule in available_rules() if fnmatchcase(rule.code, code))
    return found or (get_rule(code),)  # which says what codes there are


@contextmanager
def using_rules(*rules: Rule) -> Iterator[None]:
    """Put more rules in force for the code inside a ``with``, in this thread or task only.

    >>> import chitieu as ct
    >>> @ct.rule("place-given", title="A plan names a place", message="the plan names no place")
    ... def place_given(subject):
    ...     if not subject.plan.place:
    ...         yield ct.RuleFault()
    >>> with ct.using_rules(place_given):
    ...     [finding.code for finding in ct.check(ct.Plan())]
    ['place-given']
    """
    token = _added.set((*_added.get(), *rules))
    try:
        yield
    finally:
        _added.reset(token)
