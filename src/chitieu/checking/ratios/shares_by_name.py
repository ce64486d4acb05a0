"""Lines that are the share of one line of the plan in another, by their names: *Tỷ trọng chi thường xuyên trong tổng chi*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import level
from chitieu.checking.named_amounts.claim_words import years_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import same_noun
from chitieu.checking.ratios.quotient import is_near, quotient
from chitieu.indicators.words import name_words
from chitieu.units import UnitKind

__all__ = ["shares_by_name"]

_SHARE = re.compile(
    r"(?:tỷ|tỉ) (?:trọng|lệ) (?:giữa )?(?P<part>[^,;:()]{3,80}?) (?:chiếm )?(?:trong|trên|so với|so|/) (?P<whole>[^,;:()]{3,60})"
)
_ASIDE = re.compile(r"\s?\([^()]*\)")
_ALL_OF_IT = re.compile(
    r"(?:\s(?:ngân sách|nhà nước|địa phương|trên địa bàn|toàn tỉnh|toàn xã hội|xã hội|trung bình|của tỉnh|tỉnh|cả năm|thực hiện|đang làm việc|trong độ tuổi))*"
)
"""Words behind the name of a whole that leave it the whole."""
_FIRM = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)


def shares_by_name(lines: Sequence[Claim], known: Iterable[IdentityResult]) -> Iterator[IdentityResult]:
    """Yield the shares whose name says of which line they are in which.

    Args:
        lines: the amounts of the indicator lines of a plan.
        known: what was worked out already.
    """
    done = {id(one.whole) for one in known}
    amounts = [claim for claim in lines if _is_amount(claim)]
    for share in lines:
        said = _SHARE.fullmatch(_plain(share.name)) if id(share) not in done and _is_share(share) else None
        if said is None:
            continue
        core = name_words(said["part"]).core
        part = _only(one for one in amounts if name_words(one.name).core == core)
        whole = _only(one for one in amounts if one is not part and _is_named(one, said["whole"]))
        if part is None or whole is None or not _alike(part, whole) or len({*map(years_of, (share, part, whole))}) > 1:
            continue
        result = quotient(share, part, whole, share.target.quantity.unit.factor)
        made = part.target.quantity.amount / whole.target.quantity.amount / share.target.quantity.amount
        if result.holds or is_near(made):
            yield result


def _plain(name: str) -> str:
    return " ".join(_ASIDE.sub(" ", name.lower()).split())


def _is_share(claim: Claim) -> bool:
    quantity = claim.target.quantity
    return level(claim) and quantity.unit.label == "%" and claim.target.upper is None and quantity.value > 0


def _is_amount(claim: Claim) -> bool:
    target, unit = claim.target, claim.target.quantity.unit
    plain = level(claim) and target.is_single and target.quantity.value > 0
    return plain and not claim.timed and unit.kind in _FIRM and "/" not in unit.label


def _is_named(claim: Claim, words: str) -> bool:
    """Whether a line is named by some words, and by nothing else but what leaves it the whole."""
    name = _plain(claim.name)
    return any(
        name.startswith(one) and _ALL_OF_IT.fullmatch(name, len(one)) is not None
        for one in (words, words.removeprefix("tổng "), f"tổng {words}", f"số {words}", f"tổng số {words}")
    )


def _only(found: Iterable[Claim]) -> Claim | None:
    """Return the amount there is; None where there are none or several that differ."""
    claims = list(found)
    return claims[0] if len({one.target.quantity for one in claims}) == 1 else None


def _alike(part: Claim, whole: Claim) -> bool:
    left, right = part.target.quantity.unit, whole.target.quantity.unit
    counts = left.kind is right.kind is UnitKind.COUNT and same_noun(left.label, right.label)
    return left.same_dimension(right) or counts
