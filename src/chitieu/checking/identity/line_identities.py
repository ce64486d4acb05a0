"""What follows from the parts of one indicator line: shares of a whole, parts of an amount, rates of sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity.identity_arithmetic import (
    HUNDRED,
    between_result,
    firm,
    level,
    rounding,
    shares_hold,
    sum_of,
)
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import (
    is_cut_across,
    is_for_each,
    is_mean,
    is_narrower,
    names_itself,
    same_noun,
)
from chitieu.checking.parts.complete_parts import leaves_a_rest
from chitieu.checking.parts.named_ones import named_beside
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.second_levels import is_second_level
from chitieu.plan import PlannedIndicator, Relation
from chitieu.targets.target import ABOUT_TOLERANCE, Bound, Change
from chitieu.units import UnitKind

__all__ = ["line_results"]

_ALL = re.compile(r"(?<!\w)(?:gồm|bao gồm|cơ cấu|chia ra)(?!\w)")
_SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|nhất là)(?!\w)")
_TOWN = re.compile(r"(?<!\w)(?:thành thị|đô thị|phường)(?!\w)")
_COUNTRY = re.compile(r"(?<!\w)(?:nông thôn|xã)(?!\w)")
_COMPOSITION = re.compile(r"cơ cấu|(?:tỷ|tỉ) trọng (?:các|từng|của các)")
_SHARE = re.compile(r"cơ cấu|(?:tỷ|tỉ) trọng")
_LEAST_SHARES = 3


def _same_sort(whole: Claim, part: Claim) -> bool:
    """Whether a part is an amount of what the whole is an amount of; rates of parts are no parts of a rate."""
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if left.kind in (UnitKind.RATIO, UnitKind.POINTS, UnitKind.RANK) or is_for_each(left):
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return not is_for_each(right) and part.target.total is None and same_noun(left.label, right.label)
    return left.same_dimension(right)


def line_results(item: PlannedIndicator, claims: Mapping[int, tuple[Claim, ...]]) -> Iterator[IdentityResult]:
    """Yield what follows from the parts of each line."""
    for line in item.walk():
        wholes = claims.get(id(line), ())
        parts = [claim for part in _listed(line) for claim in claims.get(id(part), ()) if level(claim)]
        whole = next((claim for claim in wholes if level(claim)), None)
        yield from _growth_of_parts(line, wholes, claims)
        if _is_composition(line, parts):
            yield _shares_result(line, line.name, parts)
        else:
            yield from _shares_of_all(line, wholes, claims)
        yield from _contributions(line, wholes, claims)
        if whole is not None and parts and (line.name or line.relation is Relation.ITEM):
            added = [part for part in parts if part.key not in _DIFFERENCES and _same_sort(whole, part)]
            if len(added) == 1 or not is_mean(whole.name):
                yield from _part_results(line, whole, added)
            yield from _narrower_rates(whole, parts)


_DIFFERENCES = frozenset({"trade_balance"})
"""What is no part of a whole it stands below: ``xuất nhập khẩu 26 tỷ USD, trong đó xuất khẩu 14, nhập khẩu 12, xuất siêu 2``."""


def _listed(line: PlannedIndicator) -> list[PlannedIndicator]:
    """Return the parts of a line that stand in one list: what follows a semicolon behind commas begins something else."""
    parts = [part for part in line.parts if part.relation is Relation.PART]
    kept: list[PlannedIndicator] = []
    aside = False
    for part in parts:
        lead = part.text.lstrip()[:1]
        closes = aside and lead == ")"
        if kept and ((aside and not closes) or lead == "("):  # a part of the part before, or its value of another year
            aside = ")" not in part.text
            continue
        aside = False
        if kept and (
            lead == "." or (part.text.lstrip()[:2] == ");" and not closes) or is_second_level(line.name, part)
        ):
            break  # another statement
        if lead == ";" and kept and (_only_commas(kept) or _is_other(line, kept[0], part)):
            break
        kept.append(part)
    return kept


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
    some = _SOME.search(first.text.lower()) is not None
    return some and len(sizes) > 1 and sizes[0].unit.same_dimension(sizes[1].unit) and sizes[1] > sizes[0]


_OPENS_LIST = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|chia ra|cụ thể)\s?:")


def _said_of(claim: Claim) -> str:
    """Return the words about an amount: its name, and what stands behind it up to the next sign."""
    behind = claim.piece[:_LONGEST].partition(claim.part)[2] if claim.part else ""
    return f"{claim.name} {_SIGN.split(behind)[0]}"


_OTHERS = re.compile(r"^(?:\w+[ ,]+){0,5}khác$")
"""The last part is what is left: *vốn huy động khác*."""
_REST = re.compile(r"(?<!\w)(?:còn lại|không (?:kể|tính|gồm|bao gồm)|chưa (?:kể|tính)|ngoài ra)(?!\w)")
_SIGN = re.compile(r"[;,.()]")
_LONGEST = 4000
"""Characters of a line in which the words behind an amount are looked for."""


def _is_composition(line: PlannedIndicator, parts: list[Claim]) -> bool:
    """Whether parts are shares of one whole: ``Cơ cấu kinh tế: khu vực I: 33%; …``."""
    named = _COMPOSITION.search(line.name.lower()) is not None or all(
        part.key and part.key.startswith("share_") for part in parts
    )
    shares = all(part.target.quantity.unit.same_dimension(HUNDRED.unit) for part in parts)
    open_sum = all(target.quantity == HUNDRED for target in line.targets)  # "Cơ cấu kinh tế: 100%"
    return open_sum and named and shares and len(parts) >= _LEAST_SHARES and firm(parts)


def _shares_result(line: PlannedIndicator, name: str, parts: list[Claim]) -> IdentityResult:
    total = sum_of(parts, HUNDRED)
    rest = total.amount < HUNDRED.amount and _REST.search(line.text.lower()) is not None
    return IdentityResult(IdentityKind.SHARES, name, tuple(parts), rest or shares_hold(parts), None, total, HUNDRED)


def _shares_of_all(
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
    together = " ".join(map(_said_of, shares))
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
    return level(claim) and target.quantity.unit.label == "%" and target.upper is None and target.total is None


def _narrower_rates(whole: Claim, parts: Sequence[Claim]) -> Iterator[IdentityResult]:
    """A rate of some of those a rate is of, counted from the same whole: ``nước hợp vệ sinh 97%, trong đó nước sạch 58%``."""
    stated = whole.target.upper or whole.target.quantity
    if not _is_rate(whole) or whole.target.bound is Bound.ABOUT:
        return
    for part in parts:
        pair = {whole.key, part.key}
        known = any(one.kind is IdentityKind.ORDER and {one.whole, *one.parts} == pair for one in known_identities())
        if _is_rate(part) and not known and is_narrower(part.name) and not is_narrower(whole.name):
            size = part.target.quantity
            holds = size.amount <= stated.amount
            yield IdentityResult(IdentityKind.ORDER, part.name, (part,), holds, whole, size, whole.target.quantity)


def _is_rate(claim: Claim) -> bool:
    return level(claim) and claim.target.quantity.unit.label == "%" and claim.target.total is None


def _contributions(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Percent points that the sectors bring to a growth in percent: ``GRDP tăng 9%, trong đó khu vực I đóng góp 0,5 điểm …``."""
    parts = [claim for part in line.parts for claim in claims.get(id(part), ())]
    points = [part for part in parts if part.target.quantity.unit.kind is UnitKind.POINTS]
    whole = next((claim for claim in wholes if claim.target.quantity.unit.label in ("%", "%/năm")), None)
    if whole is None or not firm([whole, *points]):
        return
    if partition_of(line.name, [part.name for part in points]) is None or whole.target.upper is not None:
        return
    total = sum_of(points, HUNDRED)
    stated = whole.target.quantity
    gap = total.amount - stated.amount
    open_ended = len(points) == _LEAST_SHARES and -gap <= stated.amount / 4  # the taxes on products may be left out
    holds = abs(gap) <= rounding(points, stated) or (open_ended and gap < 0)
    yield IdentityResult(IdentityKind.SUM, whole.name, tuple(points), holds, whole, total, stated)


def _part_results(line: PlannedIndicator, whole: Claim, parts: list[Claim]) -> Iterator[IdentityResult]:
    """Parts of an amount: all of them (``gồm``, or known to be all), or some (``trong đó``)."""
    if not parts:
        return
    stated = whole.target.quantity
    parts = _own_parts(whole, parts)
    if len(parts) > 1 and not _town_and_country(parts):
        together = " ".join(map(_said_of, parts))
        alone = [part for part in parts if not is_cut_across(_said_of(part), together)]
        for part in parts:
            if part not in alone and part.target.quantity.amount > stated.amount:
                yield IdentityResult(
                    IdentityKind.LIMIT,
                    whole.name,
                    (part,),
                    holds=False,
                    whole=whole,
                    expected=part.target.quantity,
                    stated=stated,
                )
        parts = alone or parts[:1]
    total = sum_of(parts, stated)
    gap = total.amount - stated.amount
    counts = stated.unit.kind is UnitKind.COUNT
    named = named_beside(line.text, [part.text for part in _listed(line)]) if counts else 0
    near = gap == -named or abs(gap) <= rounding([whole, *parts], stated)
    words = _words_before_parts(line)
    several = len(parts) > 1
    complete = several and (
        near
        or _sum_known(whole, parts) is not None
        or partition_of(f"{line.name} {whole.name}", [part.name for part in parts]) is not None
        or _town_and_country(parts)
        or (_OTHERS.search(parts[-1].name.lower()) is not None and total.amount * 2 >= stated.amount)
        or bool(_ALL.search(words) and not _SOME.search(words))
    )
    if complete and not near and leaves_a_rest(line.text.lower()):
        complete = False  # "còn lại chi khác": a last part without its amount
    if complete and firm([whole, *parts]):
        yield IdentityResult(IdentityKind.SUM, whole.name, tuple(parts), near, whole, total, stated)
        return
    slack = rounding([whole, *parts], stated) if several else Fraction(0)
    if whole.target.bound is Bound.ABOUT:
        slack = max(slack, abs(stated.amount) * ABOUT_TOLERANCE)
    fits = gap <= slack
    yield IdentityResult(IdentityKind.LIMIT, whole.name, tuple(parts), fits, whole, total, stated)


def _growth_of_parts(
    line: PlannedIndicator, wholes: Sequence[Claim], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Growth of a whole between those of all its parts, whatever is produced: the catalogue knows that of GRDP."""
    whole = next((claim for claim in wholes if _rises(claim)), None)
    if whole is None:
        return
    named = [claim for part in line.parts if (claim := _growth_like(whole, claims.get(id(part), ()))) is not None]
    listed = _listed(line)
    together = len(listed) > 1 and all(_growth_like(whole, claims.get(id(part), ())) is not None for part in listed)
    if together and _are_all(line, whole, listed):
        named = [claim for part in listed if (claim := _growth_like(whole, claims.get(id(part), ()))) is not None]
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
    words = _words_before_parts(line)
    if (_ALL.search(words) and not _SOME.search(words)) or _OTHERS.search(parts[-1].name.lower()):
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
    behind = claim.piece[:_LONGEST].partition(claim.part)[2] if claim.part else ""
    return _PLANNED.match(behind.lower()) is not None


_PLANNED = re.compile(r"[^;,.()0-9]{0,20}(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")


_KNOWN_SECTORS = frozenset({"growth_agri", "growth_ind", "growth_serv"})


def _rises(claim: Claim) -> bool:
    """Whether a claim is a growth in percent."""
    return claim.target.quantity.unit.label in ("%", "%/năm") and (
        claim.target.change is not Change.LEVEL or (claim.key or "").startswith(("growth_", "grdp_growth"))
    )


def _town_and_country(parts: Sequence[Claim]) -> bool:
    """Whether the parts are town and country, which are all there is."""
    return len(parts) == 2 and all(
        any(words.search(part.name.lower()) for part in parts) for words in (_TOWN, _COUNTRY)
    )


def _words_before_parts(line: PlannedIndicator) -> str:
    """Return the words of a line before its first part."""
    first = next(part for part in line.parts if part.relation is Relation.PART)
    name, text, own = first.name.lower(), line.text.lower(), first.text.lower()
    if name and name in own:  # the name of the whole may hold that of the part
        return (text.partition(own)[0] if own in text else "") + own.partition(name)[0]
    return (text.partition(name)[0] if name else "") or text


def _sum_known(whole: Claim, parts: Sequence[Claim]) -> Identity | None:
    """Return the sum of the catalogue all of whose parts are among some; None if there is none."""
    keys = {part.key for part in parts}
    fitting = (one for one in known_identities() if one.kind is IdentityKind.SUM and one.whole == whole.key)
    return next((one for one in fitting if set(one.parts) <= keys), None)


def _own_parts(whole: Claim, parts: list[Claim]) -> list[Claim]:
    """Leave out what another clause of the line is about, where the parts are known: spending behind revenue."""
    known = _sum_known(whole, parts)
    own = {*known.parts, *known.optional, None} if known else set()
    return [part for part in parts if part.key in own] if known else parts
