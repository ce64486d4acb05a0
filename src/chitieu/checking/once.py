"""What several rules ask of a plan is read once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from chitieu.checking.subject import Subject

__all__ = ["once"]

T = TypeVar("T")


def once(read: Callable[[Subject], Iterable[T]]) -> Callable[[Subject], tuple[T, ...]]:
    """Return a reader of subjects that reads each of them once; what it read goes when the check is over.

    >>> from chitieu.checking.subject import Subject
    >>> from chitieu.plan import Plan
    >>> asked: list[str] = []
    >>> @once
    ... def title(subject):
    ...     asked.append("title")
    ...     yield subject.plan.title
    >>> subject = Subject(Plan(title="Kế hoạch"))
    >>> title(subject), title(subject), asked
    (('Kế hoạch',), ('Kế hoạch',), ['title'])
    """
    known: WeakKeyDictionary[Subject, tuple[T, ...]] = WeakKeyDictionary()

    @wraps(read)
    def reader(subject: Subject) -> tuple[T, ...]:
        found = known.get(subject)
        if found is None:
            found = known[subject] = tuple(read(subject))
        return found

    return reader
