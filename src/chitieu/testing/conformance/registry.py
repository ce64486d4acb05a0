"""The table of checks, in the order they run and are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from attrs import frozen

from chitieu.testing.conformance.mismatch import Mismatch
from chitieu.testing.conformance.subject import Subject

__all__ = ["KIT_VERSION", "Check", "all_checks", "check"]

KIT_VERSION = "1.0"
"""Version of the kit: the version of the schema its newest check came with."""

_MODULES = (
    "metadata",
    "levels",
    "sections",
    "header",
    "words",
    "names",
    "assigning",
    "reporting",
    "round_trips",
    "text",
    "golden",
)  # in the order of the report; a module registers its checks as they stand in it

Run = Callable[[Subject], Iterator[Mismatch]]


@frozen
class Check:
    """One check.

    Attributes:
        id: its name, also of its page; `group`: the part of the format it is about.
        since: the version of the schema it came with: formats written for an older one are not held to it.
        needs: capabilities without which there is nothing to check.
        after: checks that must have passed: where one fails, this one would only say so again.
        says: what holds where it passes.
        run: yields what is wrong.
    """

    id: str
    group: str
    since: str
    needs: tuple[str, ...]
    after: tuple[str, ...]
    says: str
    run: Run

    @property
    def anchor(self) -> str:
        """The page of the documentation that says what is checked, why, and how to mend a failure."""
        return f"reference/conformance/{self.id}.html"


_registered: dict[str, Check] = {}


def check(
    id: str,  # noqa: A002  (what it is called in reports and on the page)
    *,
    group: str,
    since: str = "1.0",
    needs: str | tuple[str, ...] = (),
    after: str | tuple[str, ...] = (),
) -> Callable[[Run], Run]:
    """Register a function as a check; the first line of its docstring is the sentence reports show.

    Args:
        id: lower-case words with hyphens, the group's name first.
        group: the part of the format it is about.
        since: the version of the schema it comes with.
        needs: capabilities without which there is nothing to check.
        after: checks that must have passed.

    Raises:
        ValueError: the id is taken.
    """

    def register(run: Run) -> Run:
        if id in _registered:
            message = f"there are two checks {id!r}"
            raise ValueError(message)
        says = (run.__doc__ or "").partition("\n")[0]
        _registered[id] = Check(id, group, since, _names(needs), _names(after), says, run)
        return run

    return register


def _names(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


@cache
def all_checks() -> Mapping[str, Check]:
    """Return the checks by id, in the order of the report.

    >>> all_checks()["levels-distinct"].anchor
    'reference/conformance/levels-distinct.html'
    """
    order = {import_module(f"{__package__}.{name}").__name__: at for at, name in enumerate(_MODULES)}
    checks = sorted(_registered.values(), key=lambda check: order[check.run.__module__])
    return MappingProxyType({check.id: check for check in checks})
