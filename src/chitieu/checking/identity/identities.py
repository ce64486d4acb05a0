"""Sums, shares and orders that must hold between the amounts of a plan: what they are, and what a plan makes of one.

Which indicators make up which is data (``identities.toml``); that the parts of one line make up its whole follows
from the line. A result says whether the identity holds; rules report those that do not.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.numbers.decimals import format_number
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change

__all__ = ["Identity", "IdentityKind", "IdentityResult", "known_identities", "signed"]


class IdentityKind(Enum):
    """What an identity says of its terms."""

    SUM = "sum"
    """The parts make up the whole."""
    SHARES = "shares"
    """The parts make up a hundred percent."""
    LIMIT = "limit"
    """The parts, not all of which are named, are together no larger than the whole."""
    ORDER = "order"
    """The first is no larger than the second."""
    BETWEEN = "between"
    """The whole lies between the smallest and the largest part."""
    RUNNING = "running"
    """The whole, what is reached by a time, lies between the parts: what is reached before and after."""
    PRODUCT = "product"
    """The whole is the first part for each of the second."""
    BALANCE = "balance"
    """The whole is the first part less the second."""


@frozen
class Identity:
    """An identity of the catalogue.

    Attributes:
        key: its name.
        kind: what it says.
        whole: key of the indicator that is made up; empty where the whole is 100 %.
        parts: keys of what makes it up; `optional`: keys that may be missing and then count nothing.
        tolerance: the largest gap that is rounding: in the unit of the whole, or as a share of it for a product.
            Nought where the digits written say it all.
        says: words the name of the first part must hold, where its indicator is of more than is meant.
        source: where it is known from.
    """

    key: str
    kind: IdentityKind
    parts: tuple[str, ...]
    whole: str = ""
    optional: tuple[str, ...] = ()
    tolerance: Fraction = Fraction(0)
    says: str = ""
    source: str = ""


@cache
def known_identities() -> tuple[Identity, ...]:
    """Return the identities between indicators of the catalogue."""
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return tuple(
        Identity(
            key=one["key"],
            kind=IdentityKind(one["kind"]),
            parts=tuple(one["parts"]),
            whole=one.get("whole", ""),
            optional=tuple(one.get("optional", ())),
            tolerance=Fraction(one.get("tolerance", 0)),
            says=one.get("says", ""),
            source=one["source"],
        )
        for one in tomllib.loads(text)["identity"]
    )


@frozen(eq=False)
class IdentityResult:
    """An identity worked out on the amounts of a plan.

    Attributes:
        kind: what it says.
        name: what it is about.
        whole: the claim of the whole; None where that is 100 %.
        parts: the claims of the parts.
        expected: what the parts give; `stated`: what the plan says; None where there is no one number.
        holds: whether it holds, within rounding.
        identity: the identity of the catalogue; None for the parts of one line.
    """

    kind: IdentityKind
    name: str
    parts: tuple[Claim, ...]
    holds: bool
    whole: Claim | None = None
    expected: Quantity | None = None
    stated: Quantity | None = None
    identity: Identity | None = None

    @property
    def claim(self) -> Claim:
        """The claim it speaks of: the whole, or the first part where the whole is 100 %."""
        return self.whole or self.parts[0]

    @property
    def equation(self) -> str:
        """What was worked out, in signs of every language: ``33 + 22,3 + 41,24 + 3,46 = 100``."""
        values = [format_number(part.target.quantity.value) for part in self.parts]
        stated = format_number(self.stated.value) if self.stated is not None else "?"
        if self.kind in (IdentityKind.BETWEEN, IdentityKind.RUNNING):
            ordered = sorted(self.parts, key=signed)
            low, high = (format_number(part.target.quantity.value) for part in (ordered[0], ordered[-1]))
            return f"{low} ≤ {stated} ≤ {high}"
        if self.kind is IdentityKind.PRODUCT:
            return f"{' : '.join(values)} = {stated}"
        if self.kind is IdentityKind.BALANCE:
            return f"{' − '.join(values)} = {stated}"
        relation = "≤" if self.kind in (IdentityKind.LIMIT, IdentityKind.ORDER) else "="
        return f"{' + '.join(values)} {relation} {stated}"

    def __str__(self) -> str:
        return f"{self.name}: {self.equation}: {'holds' if self.holds else 'does not hold'}"


def signed(claim: Claim, *, upper: bool = False) -> Fraction:
    """Return the amount of a claim, below zero for a fall; `upper` takes the far end of a range."""
    target = claim.target
    quantity = target.upper if upper and target.upper is not None else target.quantity
    return -quantity.amount if target.change is Change.DECREASE else quantity.amount
