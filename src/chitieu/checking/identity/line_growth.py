"""Growth of an indicator line between the growths of its parts, whatever is produced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.identity.line_lists import ALL, LONGEST, SOME, listed, words_before_parts
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.partitions import partition_of
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import Change

__all__ = ["growth_of_parts"]

_OTHERS = re.compile(r"^(?:\w+[ ,]+){0,5}khác$")
"""The last part is what is left: *vốn huy động khác*."""


def growth_of_parts(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Growth of a whole between those of all its parts, whatever is produced: the catalogue knows that of GRDP."""
    whole = next((claim for claim in wholes if _rises(claim)), None)
    if whole is None:
        return
    named = [claim for part in line.parts if (claim := _growth_like(whole, claims.get(id(part), ()))) is not None]
    row = listed(line)
    together = len(row) > 1 and all(_growth_like(whole, claims.get(id(part), ())) is not None for part in row)
    if together and _are_all(line, whole, row):
        named = [claim for part in row if (claim := _growth_like(whole, claims.get(id(part), ()))) is not None]
    else:
        known = partition_of(line.name, [claim.name for claim in named], rates=True)
        led = any(part.relation is Relation.PART for part in line.parts)
        if known is None or (known.has(line.name) and not led):
            return
    if any(_YEAR.findall(claim.name) not in ([], _YEAR.findall(whole.name)) for claim in named):
        return  # of another year
    if {claim.key for claim in named} >= _KNOWN_SECTORS and whole.key == "grdp_growth":
        return  # looked at by the identity of the catalogue
    result = between_result(None, whole, named)
    if result is not None:
        yield result


def _are_all(line: PlannedIndicator, whole: Claim, parts: Sequence[PlannedIndicator]) -> bool:
    """Whether parts are all there is of a whole: the words say so, or its name is made up of theirs (*công nghiệp - xây dựng*)."""
    words = words_before_parts(line)
    if (ALL.search(words) and not SOME.search(words)) or _OTHERS.search(parts[-1].name.lower()):
        return True
    rest = f" {whole.name.lower()} "
    for name in sorted((part.name.lower() for part in parts), key=len, reverse=True):
        if not name or f" {name} " not in rest.replace(",", " "):
            return False
        rest = rest.replace(",", " ").replace(f" {name} ", "  ", 1)
    return _JOINED_NAMES.search(whole.name.lower()) is not None and not _PRODUCES.search(rest)


_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])")
_JOINED_NAMES = re.compile(r"\s(?:-|–|và)\s|,\s")
_PRODUCES = re.compile(
    r"(?<!\w)(?:dịch vụ|thương mại|du lịch|thủy sản|lâm nghiệp|nông nghiệp|công nghiệp|xây dựng)(?!\w)"
)
"""What a whole produces beside the parts that are named of it: they are not all, then."""


def _growth_like(whole: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the growth of a part that is against the same as that of the whole: last year, or what was planned."""
    rises = [claim for claim in claims if _rises(claim)]
    planned = bool(rises) and _of_the_plan(whole)
    return next((claim for claim in rises if _of_the_plan(claim) == planned), None)


def _of_the_plan(claim: Claim) -> bool:
    """Whether a growth is against what was planned: ``tăng 12% so với dự toán``."""
    behind = claim.piece[:LONGEST].partition(claim.part)[2] if claim.part else ""
    return _PLANNED.match(behind.lower()) is not None


_PLANNED = re.compile(r"[^;,.()0-9]{0,20}(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")


_KNOWN_SECTORS = frozenset({"growth_agri", "growth_ind", "growth_serv"})


def _rises(claim: Claim) -> bool:
    """Whether a claim is a growth in percent."""
    return claim.target.quantity.unit.label in ("%", "%/năm") and (
        claim.target.change is not Change.LEVEL or (claim.key or "").startswith(("growth_", "grdp_growth"))
    )
