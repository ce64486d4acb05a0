"""Amounts that are one amount over another: GRDP per head, doctors for ten thousand people, investment against GRDP.

What the two are, the catalogue says (``product`` in ``identities.toml``), or the unit does: so many of a noun for so many
people, beside the count of that noun. Both are looked for in the line itself first, then in the rest of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.identity.identities import Identity, IdentityKind, IdentityResult, known_identities
from chitieu.checking.identity.identity_arithmetic import level
from chitieu.checking.named_amounts.claim_words import words_about, years_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.parts.time_splits import years_counted
from chitieu.checking.ratios.quotient import is_near, is_shifted, made_of, quotient
from chitieu.checking.ratios.yields import yield_of_land
from chitieu.checking.texts.places import items_before
from chitieu.quantities.quantity import Quantity
from chitieu.units import UnitKind

__all__ = ["per_people", "quotients", "rate_of_people"]

_CONSTANT = re.compile(r"so sánh|giá (?:năm )?2010|giá cố định")


def quotients(claims: Sequence[Claim], *, alone: bool = False, people: Claim | None = None) -> Iterator[IdentityResult]:
    """Yield the amounts that are one amount over another, where a plan gives all three.

    Args:
        claims: the amounts of the indicator lines of a plan, line by line.
        alone: whether a line must give all three itself.
        people: how many people there are in the plan's own year, as its text says beside the lines.
    """
    plan = _Amounts.of(claims, alone=alone, people=people)
    products = {one.whole: one for one in known_identities() if one.kind is IdentityKind.PRODUCT}
    for whole in plan.levels:
        identity = products.get(whole.key or "")
        if identity is not None:
            result = _of_catalogue(identity, whole, plan)
        else:
            result = _of_people(whole, plan) or yield_of_land(whole, plan.by_line[whole.piece][:_LONGEST_LINE])
        if result is not None:
            yield result


@frozen(eq=False)
class _Amounts:
    """The levels of a plan, in order; those of each line, of each indicator and of each noun that is counted.

    `alone` says that what stands in another line is not looked at; `people` counts where no line has the population.
    """

    levels: Sequence[Claim]
    by_line: dict[str, list[Claim]]
    by_key: dict[str, list[Claim]]
    by_both: dict[tuple[str, str], list[Claim]]
    counts: dict[str, list[Claim]]
    times: dict[int, frozenset[str]]
    alone: bool
    people: Claim | None

    @classmethod
    def of(cls, claims: Sequence[Claim], *, alone: bool = False, people: Claim | None = None) -> _Amounts:
        """Return the levels among some amounts."""
        found = cls([claim for claim in claims if level(claim)], {}, {}, {}, {}, {}, alone, people)
        for claim in found.levels:
            found.by_line.setdefault(claim.piece, []).append(claim)
            if claim.key:
                found.by_key.setdefault(claim.key, []).append(claim)
                found.by_both.setdefault((claim.piece, claim.key), []).append(claim)
            noun = None if alone else _counted_alone(claim)
            if noun is not None:
                found.counts.setdefault(noun, []).append(claim)
        return found

    def one(self, key: str, like: str, whole: Claim, says: str = "") -> Claim | None:
        """Return the amount of an indicator that belongs to another: of its line, else the only one of the plan.

        Args:
            key: the indicator.
            like: a unit of what it is measured in.
            whole: the amount it should belong to, at the same time.
            says: words its name must hold.
        """
        unit = Quantity(1, like).unit

        def fits(claim: Claim) -> bool:
            return (
                claim.target.upper is None
                and says in claim.name.lower()
                and (claim.target.quantity.unit.same_dimension(unit) or _both_count_people(claim, like))
                and self.same_time(claim, whole)
                and years_counted(claim.name.lower()) == years_counted(whole.name.lower())
                and not _CONSTANT.search(words_about(claim))
                and not _is_taken_up(claim)
            )

        own = [claim for claim in self.by_both.get((whole.piece, key), ())[:_MOST] if fits(claim)]
        if own or self.alone:
            return _only(own)
        others = self.by_key.get(key, ())
        if key == "pop" and not others and self.people is not None:
            return self.people if not whole.timed and self._times(whole) <= years_of(self.people) else None
        return _only([claim for claim in others if fits(claim)]) if len(others) <= _MOST else None

    def same_time(self, left: Claim, right: Claim) -> bool:
        """Whether two amounts may be of one time: of the same years, or one of the plan's own and one that names none."""
        first, second = self._times(left), self._times(right)
        return first == second or (not first and not right.timed) or (not second and not left.timed)

    def _times(self, claim: Claim) -> frozenset[str]:
        """Return the years an amount is of; where its words name none, those of the first amount of its line."""
        for one in (claim, self.by_line[claim.piece][0]):
            if id(one) not in self.times:
                self.times[id(one)] = years_of(one)
            if self.times[id(one)]:
                return self.times[id(one)]
        return frozenset()


def _is_taken_up(claim: Claim) -> bool:
    """Whether an amount is what a share of the indicator comes to: *chiếm 25% GRDP năm 2030, khoảng 27 tỷ đồng*."""
    ahead = claim.piece.lower().partition(claim.part.lower())[0] if claim.part else ""
    return re.search(rf"%\s(?:của\s|tổng\s)*{re.escape(claim.name.lower())}[\s,(]", ahead[-_REACH:]) is not None


_REACH = 120
_MOST = 20
"""Amounts of one indicator that are looked at: no plan has more."""


def _only(claims: Sequence[Claim]) -> Claim | None:
    """Return the amount there is; None where there are none or several that differ: it is not known which is meant."""
    return claims[0] if len({claim.target.quantity for claim in claims}) == 1 else None


def _both_count_people(claim: Claim, like: str) -> bool:
    unit = claim.target.quantity.unit
    noun = unit.label.removeprefix("nghìn ").removeprefix("triệu ")
    return unit.kind is UnitKind.COUNT and counts_people(noun) and counts_people(like)


def _of_catalogue(identity: Identity, whole: Claim, plan: _Amounts) -> IdentityResult | None:
    """An indicator that the catalogue says is one over another; both with the units the catalogue gives them."""
    total_key, heads_key = identity.parts
    stated = whole.target.quantity
    ratio = stated.unit.kind is UnitKind.RATIO
    top = "tỷ đồng" if ratio else stated.unit.label.partition("/")[0]
    total = plan.one(total_key, top, whole, identity.says)
    heads = plan.one(heads_key, "tỷ đồng" if ratio else "người", whole)
    if total is None or heads is None or not heads.target.quantity.amount:
        return None
    scale = stated.unit.factor if ratio else Quantity(1, top).unit.factor
    return quotient(whole, total, heads, scale, identity)


# --- so many for so many people ---------------------------------------------------------------------------------

_PER_PEOPLE = re.compile(
    r"(?:/|(?<!\w)(?:trên|bình quân|cho|tính trên)\s)\s?(?:(?:1|01|một|mỗi)\s)?(?P<size>vạn|nghìn|ngàn|[0-9]{1,3}(?:\.000)*)\s?(?:người\s)?(?:dân|người)(?! sống)(?!\w)"
)
_SIZES = {"vạn": 10_000, "nghìn": 1_000, "ngàn": 1_000}
_NOT_ALL = re.compile(
    r"(?<!\w)(?:thêm|mới|tăng|tuyển|bổ sung|đào tạo|cử|thu hút|trong đó|riêng|trình độ|chuyên khoa|trạm y tế|kể cả|tuyến xã|xã, phường|cấp xã"
    r"|ngoài công lập|công lập|tư nhân|nước ngoài|phấn đấu có thêm|thiếu|bình quân|mỗi|trên)(?!\w)"
)
"""Words with a count that is not of all there are, or of more than the rate is of."""
_LEAD = re.compile(
    r"^(?:(?:toàn|cả) (?:tỉnh|ngành|thành phố)|trên địa bàn tỉnh|hiện|có|tổng|số lượng|số|đạt|là|:|,|\s)+"
)
_TAIL = re.compile(r"(?:\s(?:toàn|của|cả|trên địa bàn|hiện có|của toàn)\s?(?:tỉnh|thành phố|ngành)?)+$")


def per_people(claim: Claim) -> tuple[str, int] | None:
    """Return what is counted, and for how many people: *bác sĩ*, 10000; None for what is no such rate."""
    unit = claim.target.quantity.unit
    if unit.kind is not UnitKind.COUNT or claim.target.total is not None:
        return None
    noun, _, per = unit.label.partition("/")
    words = f"/{per}" if per else claim.name.lower()
    found = _PER_PEOPLE.search(words)
    if found is None or (per and found.group() != words):
        return None
    size = _SIZES.get(found["size"]) or int(found["size"].replace(".", ""))
    return (noun, size) if size > 1 else None


def _of_people(whole: Claim, plan: _Amounts) -> IdentityResult | None:
    """So many of a noun for so many people, where their count and the population are named."""
    rate = per_people(whole)
    if rate is None or whole.target.upper is not None:
        return None
    noun, size = rate
    heads = plan.one("pop", "người", whole)
    if heads is None or not heads.target.quantity.amount or not whole.target.quantity.value:
        return None
    total = _count_of(noun, whole, plan)
    beside = total is not None and total.piece == whole.piece
    return None if total is None else rate_of_people(whole, total, heads, size, beside=beside)


def rate_of_people(
    whole: Claim, total: Claim, heads: Claim, size: int, *, beside: bool = False
) -> IdentityResult | None:
    """Return what a count over the people makes, for so many of them; None where the count is hardly the one meant.

    Args:
        whole: the rate.
        total: the count.
        heads: the people.
        size: for how many people the rate is.
        beside: whether the count stands in the line of the rate, and so is meant however far off it is.
    """
    result = quotient(whole, total, heads, Fraction(1, size))
    made = made_of(total, heads, Fraction(1, size)) / Fraction(whole.target.quantity.value)
    return result if beside or result.holds or is_near(made) or is_shifted(made) else None


def _count_of(noun: str, whole: Claim, plan: _Amounts) -> Claim | None:
    """Return the count of a noun: the nearest before the rate in its line or behind it, else the only one of the plan."""
    line = plan.by_line[whole.piece][:_LONGEST_LINE]
    at = next((at for at, claim in enumerate(line) if claim is whole), len(line))
    for claim in (*reversed(items_before(line, at, _MOST)), *line[at + 1 : at + _MOST]):
        if _counts(noun, claim) and plan.same_time(claim, whole):
            return claim
    others = plan.counts.get(noun.lower(), ())
    return _only([claim for claim in others if plan.same_time(claim, whole)]) if len(others) <= _MOST else None


_LONGEST_LINE = 200
"""Amounts of a line that are looked at."""


def _counts(noun: str, claim: Claim) -> bool:
    """Whether an amount is the count of all of a noun."""
    unit = claim.target.quantity.unit
    label = unit.label.lower()
    name, own = claim.name.lower(), claim.indicator.text.lower() if claim.indicator is not None else ""
    named = label == noun.lower() or (counts_people(label) and noun.lower() in name)
    rest = name.replace(noun.lower(), " ").replace(label, " ")
    return (
        named and _ALL_THERE_ARE.fullmatch(rest) is not None and not _PART.search(own[:_LEADING]) and _is_count(claim)
    )


_ALL_THERE_ARE = re.compile(
    r"(?:\s|:|toàn|tỉnh|ngành|cả|thành|phố|trên|địa|bàn|hiện|có|tổng|số|lượng|kế|hoạch|đang|hoạt|động|đại|học|thực|kê|đạt|là|của|người)*"
)
"""Words with a noun that leave it the count of all there are."""
_PART, _LEADING = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm)(?!\w)"), 60


def _is_count(claim: Claim) -> bool:
    target, unit = claim.target, claim.target.quantity.unit
    if unit.kind is not UnitKind.COUNT or not target.is_single or "/" in unit.label:
        return False
    return not per_people(claim) and not _NOT_ALL.search(words_about(claim))


def _counted_alone(claim: Claim) -> str | None:
    """Return the noun of which an amount is the count, where its name says no more than that."""
    label = claim.target.quantity.unit.label.lower()
    name = _TAIL.sub("", _LEAD.sub("", claim.name.lower()))
    if name in ("", label):
        return label if _is_count(claim) else None
    return name if counts_people(label) and _is_count(claim) else None
