"""Growth of what is named after all its branches, with those of the branches behind it: *công nghiệp - xây dựng tăng 9% (…)*.

Such a line reads like one in a row with its branches, and its branches may stand in brackets amid the parts of another
whole. Its name tells what belongs together: it is made up of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.rates.told_rates import is_percentage
from chitieu.checking.texts.places import items_behind
from chitieu.plan import PlannedIndicator
from chitieu.targets.target import Change

__all__ = ["growth_of_joined"]

_WORD = re.compile(r"\w+")
_FILLERS = frozenset({"khu", "vực", "ngành", "lĩnh", "và", "riêng", "nhóm", "các", "phấn", "đấu", "dự", "kiến"})
_MOST_BRANCHES = 4
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])")
_PLANNED = re.compile(r"[^;,.()0-9]{0,20}(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")
_LONGEST = 4000
"""Characters of a line in which the words behind an amount are looked for."""


def growth_of_joined(
    items: Sequence[PlannedIndicator], claims: Mapping[int, tuple[Claim, ...]], known: Container[int]
) -> Iterator[IdentityResult]:
    """Yield the growths of sectors with those of the branches their names are made up of.

    Args:
        items: the indicator lines.
        claims: their amounts, by the identity of the line or part.
        known: the identities of the wholes that were looked at already.
    """
    for item in items:
        row = [_growth_or_first(claims[id(line)]) for line in item.walk() if claims.get(id(line))]
        for at, whole in enumerate(row):
            if id(whole) not in known and _grows(whole):
                branches = _branches(whole, items_behind(row, at, _MOST_BRANCHES))
                result = between_result(None, whole, branches) if branches else None
                if result is not None:
                    yield result


def _growth_or_first(claims: Sequence[Claim]) -> Claim:
    """Return the growth of a line, which may stand behind its level: *4.924 tỷ đồng, tăng 10,4%*."""
    return next(filter(_grows, claims), claims[0])


def _branches(whole: Claim, behind: Sequence[Claim]) -> list[Claim]:
    """Return the branches a sector is named after, if all of them stand right behind it."""
    own = set(_words(whole))
    found: list[Claim] = []
    for claim in behind:
        words = set(_words(claim)) - (_FILLERS - own)
        if not (words and words < own and _grows(claim) and _against_same(whole, claim)):
            break
        found.append(claim)
    for size in range(len(found), 1, -1):
        if partition_of(whole.name, [claim.name for claim in found[:size]], rates=True) is not None:
            return found[:size]
    return []


def _words(claim: Claim) -> list[str]:
    return _WORD.findall(claim.name.lower())


def _grows(claim: Claim) -> bool:
    """Whether a claim is a growth in percent."""
    target = claim.target
    named = target.change is not Change.LEVEL or (claim.key or "").startswith("growth_")
    return named and is_percentage(target)


def _against_same(whole: Claim, part: Claim) -> bool:
    """Whether two growths are of one time, against last year both or against what was planned both."""
    years = _YEAR.findall(part.name)
    return years in ([], _YEAR.findall(whole.name)) and _is_of_plan(whole) == _is_of_plan(part)


def _is_of_plan(claim: Claim) -> bool:
    behind = claim.piece[:_LONGEST].partition(claim.part)[2] if claim.part else ""
    return _PLANNED.match(behind.lower()) is not None
