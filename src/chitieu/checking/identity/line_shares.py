"""Shares of a whole that the parts of an indicator line are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, firm, level, shares_hold, sum_of
from chitieu.checking.identity.line_lists import said_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import is_cut_across
from chitieu.checking.parts.partitions import partition_of
from chitieu.plan import PlannedIndicator
from chitieu.units import UnitKind

__all__ = ["composition_results", "is_composition", "shares_of_all"]

_COMPOSITION = re.compile(r"cơ cấu|(?:tỷ|tỉ) trọng (?:các|từng|của các)")
_SHARE = re.compile(r"cơ cấu|(?:tỷ|tỉ) trọng")
_REST = re.compile(r"(?<!\w)(?:còn lại|không (?:kể|tính|gồm|bao gồm)|chưa (?:kể|tính)|ngoài ra)(?!\w)")
_LEAST_SHARES = 3


def is_composition(line: PlannedIndicator, parts: list[Claim]) -> bool:
    """Whether parts are shares of one whole: ``Cơ cấu kinh tế: khu vực I: 33%; …``."""
    named = _COMPOSITION.search(line.name.lower()) is not None or all(
        part.key and part.key.startswith("share_") for part in parts
    )
    shares = all(part.target.quantity.unit.same_dimension(HUNDRED.unit) for part in parts)
    open_sum = all(target.quantity == HUNDRED for target in line.targets)  # "Cơ cấu kinh tế: 100%"
    return open_sum and named and shares and len(parts) >= _LEAST_SHARES and firm(parts)


def composition_results(line: PlannedIndicator, parts: Sequence[Claim]) -> Iterator[IdentityResult]:
    """Yield what the shares of a composition make: in each year, where the line gives those of several; its own need not be named."""
    years = round(sum_of(parts, HUNDRED).amount)
    size = len(parts)
    if years > 1 and size % years == 0 and len(set(_YEAR.findall(line.text))) >= years - 1:
        size //= years
    for start in range(0, len(parts), size):
        yield _shares_result(line, line.name, parts[start : start + size])


_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])")


def _shares_result(line: PlannedIndicator, name: str, parts: Sequence[Claim]) -> IdentityResult:
    """Return whether shares make a hundred, or may lack what the line says is left.

    Args:
        line: the line.
        name: what they are shares of.
        parts: the shares.
    """
    total = sum_of(parts, HUNDRED)
    rest = total.amount < HUNDRED.amount and _REST.search(line.text.lower()) is not None
    return IdentityResult(IdentityKind.SHARES, name, tuple(parts), rest or shares_hold(parts), None, total, HUNDRED)


def shares_of_all(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Shares that are all there is, though no word for *cơ cấu* heads them.

    They stand below an amount (``Tổng vốn đầu tư 1.100 tỷ đồng, trong đó vốn nhà nước 25%, …``), below a row of a table
    without a value, or in one row with the line itself (``Tỷ trọng công nghiệp 42%, dịch vụ 40%, nông nghiệp 18%``).
    """
    own = [claim for part in line.parts for claim in claims.get(id(part), ())[:1]]
    rate = any(claim.target.quantity.unit.kind is UnitKind.RATIO for claim in wholes)
    first = rate and _SHARE.search(line.name.lower()) is not None
    shares = [claim for claim in (*(wholes[:1] if first else ()), *own) if _is_share(claim)]
    if not wholes or len(shares) < _LEAST_SHARES or not firm(shares) or (rate and not _SHARE.search(line.text.lower())):
        return
    names = [claim.name for claim in shares]
    alike = (
        not rate and len({name.split()[0].lower() for name in names if name}) == 1 and _NO_SHARE.match(names[0]) is None
    )
    together = " ".join(map(said_of, shares))
    known = partition_of(line.name, names) is not None
    over = sum_of(shares, HUNDRED).amount > HUNDRED.amount and not any(is_cut_across(one, together) for one in names)
    if not known and not (alike and over):
        return
    if abs(sum_of(shares, HUNDRED).amount - HUNDRED.amount) > _SHARES_APART:  # rates of growth
        return
    yield _shares_result(line, names[0] if first else line.name, shares)


_NO_SHARE = re.compile(r"(?:tỷ lệ|tỉ lệ|mức|số|hộ|người|dân|trẻ|học sinh|xã|thôn)(?!\w)", re.IGNORECASE)
"""First words of names whose rates are each of another whole."""
_SHARES_APART = Fraction(30, 100)


def _is_share(claim: Claim) -> bool:
    target = claim.target
    return level(claim) and target.quantity.unit.label == "%" and target.is_single
