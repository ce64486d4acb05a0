"""Which parts of an indicator line stand in one list, and the words they are led in and told by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.checking.identity.identity_arithmetic import level
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import names_itself
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.second_levels import is_second_level
from chitieu.plan import PlannedIndicator, Relation

__all__ = ["ALL", "LONGEST", "SOME", "listed", "said_of", "side_by_side", "told_once", "words_before_parts"]

ALL = re.compile(r"(?<!\w)(?:gồm|bao gồm|cơ cấu|chia ra)(?!\w)")
"""Words that lead to all the parts there are."""
SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|nhất là)(?!\w)")
"""Words that lead to some of them."""
_SIGN = re.compile(r"[;,.()]")
LONGEST = 4000
"""Characters of a line in which the words behind an amount are looked for."""


def listed(line: PlannedIndicator) -> list[PlannedIndicator]:
    """Return the parts of a line that stand in one list: what follows a semicolon behind commas begins something else."""
    parts = [part for part in line.parts if part.relation is Relation.PART]
    kept: list[PlannedIndicator] = []
    aside = False
    for part in parts:
        text = _SAID_BEFORE.sub("", part.text, count=1).lstrip()
        lead = text[:1]
        closes = aside and lead == ")"
        if kept and ((aside and not closes) or lead == "("):  # a part of the part before, or its value of another year
            aside = ")" not in part.text
            continue
        aside = False
        if kept and _COMPARED.match(part.text):
            continue  # what it was: "thu nội địa 46 tỷ đồng, tăng 10% so với cùng kỳ (42 tỷ đồng)"
        if kept and (lead == "." or (text[:2] == ");" and not closes) or is_second_level(line.name, part)):
            break  # another statement
        if lead == ";" and kept and (_only_commas(kept) or _is_other(line, kept[0], part)):
            break
        kept.append(part)
    return kept


def side_by_side(parts: Sequence[PlannedIndicator]) -> list[PlannedIndicator]:
    """Return the parts of a list, each with what its item tells beside it: *c) Trả lãi vay 14 tỷ đồng; dự phòng 860 tỷ đồng*."""
    found: list[PlannedIndicator] = []
    for part in parts:
        found.append(part)
        for one in part.parts:
            if one.relation is not Relation.BESIDE or one.text.lstrip()[:1] != ";":
                break
            found.append(one)
    return found


_SAID_BEFORE = re.compile(r"^\s*\([^()]*\)(?=\s*[;,])")
"""What a bracket that ends ahead of a part says of the one before: *… 16.300 người (A 8.700, B 7.600); C 2.450 người*."""
_COMPARED = re.compile(
    r"[\s(),;]*(?:so(?:\svới)?(?!\w)|với\s(?:cùng kỳ|năm|mức|thực hiện|ước|kế hoạch|dự toán|cuối|đầu)(?!\w))"
)


def _only_commas(kept: Sequence[PlannedIndicator]) -> bool:
    return len(kept) > 1 and all(one.text.lstrip()[:1] in (",", "v") for one in kept[1:])


def _is_other(line: PlannedIndicator, first: PlannedIndicator, part: PlannedIndicator) -> bool:
    """Whether what stands behind a semicolon is another indicator: it says what is measured, or is more than the whole.

    Where *trong đó* opens a list with a colon it is none.
    """
    if _OPENS_LIST.search(first.text.lower()):
        return False
    if names_itself(part.name, first.name):
        return partition_of(line.name, [first.name, part.name]) is None
    sizes = [one.targets[0].quantity for one in (line, part) if one.targets]
    some = SOME.search(first.text.lower()) is not None
    return some and len(sizes) > 1 and sizes[0].unit.same_dimension(sizes[1].unit) and sizes[1] > sizes[0]


_OPENS_LIST = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|chia ra|cụ thể)\s?:")


def said_of(claim: Claim) -> str:
    """Return the words about an amount: its name, and what stands behind it up to the next sign."""
    behind = claim.piece[:LONGEST].partition(claim.part)[2] if claim.part else ""
    return f"{claim.name} {_SIGN.split(behind)[0]}"


def told_once(claims: Sequence[Claim]) -> list[Claim]:
    """Return the first amount of each sort that a part tells: the others are what it is of, what it was, or it once more.

    ``4.620 tỷ đồng, bằng 105% dự toán (4.400 tỷ đồng), tăng 10% so với cùng kỳ (4.200 tỷ đồng)``.
    """
    kept = list[Claim]()
    for claim in claims:
        if level(claim) and not any(
            one.target.quantity.unit.same_dimension(claim.target.quantity.unit) for one in kept
        ):
            kept.append(claim)
    return kept


def words_before_parts(line: PlannedIndicator) -> str:
    """Return the words of a line before its first part; all of them where it has none."""
    first = next((part for part in line.parts if part.relation is Relation.PART), None)
    if first is None:
        return line.text.lower()
    name, text, own = first.name.lower(), line.text.lower(), first.text.lower()
    if name and name in own:  # the name of the whole may hold that of the part
        return (text.partition(own)[0] if own in text else "") + own.partition(name)[0]
    return (text.partition(name)[0] if name else "") or text
