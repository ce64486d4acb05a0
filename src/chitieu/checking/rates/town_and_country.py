"""Rates and means of town, of country and of both together, in one line or in several: the last lies between the first two.

So do those of other divisions of all there are: plain and mountains, men and women, public and private schools.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, between_result, level
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import is_mean, without_time
from chitieu.checking.rates.told_rates import in_unit
from chitieu.plan import PlannedIndicator
from chitieu.units import UnitKind

__all__ = ["DIVISIONS", "Division", "rates_of_town_and_country"]


@frozen(eq=False)
class Division:
    """Groups that are all there is, by the words that name each; of the rarer ones some may be missing.

    Attributes:
        members: the patterns of the groups; `rarer`: those of groups that may be named beside them.
    """

    members: tuple[re.Pattern[str], ...]
    rarer: tuple[re.Pattern[str], ...] = ()

    def first_named(self, words: str) -> int | None:
        """Return which of the members some words name first; None if they name none.

        >>> town_or_country = DIVISIONS[0]
        >>> [town_or_country.first_named(words) for words in ("ở nông thôn và thành thị", "khu vực thành thị", "ven biển")]
        [1, 0, None]
        """
        found = [(match.start(), at) for at, member in enumerate(self.members) if (match := member.search(words))]
        return min(found)[1] if found else None

    def is_all(self, groups: Iterable[int | None]) -> bool:
        """Whether some groups are the members, each of them once."""
        return sorted(group for group in groups if group is not None) == [*range(len(self.members))]


def _group(words: str) -> re.Pattern[str]:
    """Return the pattern of a group that is named by itself: *nữ*, *trường công lập*."""
    return re.compile(
        rf"^(?:riêng |đối với |ở |tại |cấp |bậc |khối |khu vực |các |trường |cơ sở |lao động |dân số )*(?:{words})$"
    )


_AT = r"(?:(?:khu vực|khối|vùng|địa bàn|ở|tại|trên|thuộc|các) )"
_CENTRE = r"(?:khu vực|vùng|địa bàn) (?:trung tâm|nội thành|nội thị)(?:\s[^\W\d_]+){0,3}"
DIVISIONS = (
    Division(
        (
            re.compile(
                rf"(?<!\w)(?:{_AT}*(?:thành thị|đô thị)(?! hóa| hoá)|{_CENTRE}|{_AT}*(?:khu vực|khối|địa bàn|các|ở|tại|thuộc) phường|^phường$)(?!\w)(?!,? (?:và )?xã(?!\w))"
            ),
            re.compile(
                rf"(?<!\w)(?:{_AT}*nông thôn(?! mới)|{_AT}*(?:khu vực|khối|địa bàn|các|ở|tại|thuộc) xã|^xã$)(?!\w)(?!,? (?:và )?phường(?!\w))"
            ),
        )
    ),
    Division(
        (
            re.compile(rf"(?<!\w){_AT}*đồng bằng(?!\w)(?! sông)"),
            re.compile(rf"(?<!\w){_AT}*(?:miền núi|vùng cao|núi cao)(?!\w)"),
        ),
        (
            re.compile(
                rf"(?<!\w){_AT}*(?:trung du|ven biển|hải đảo|biển đảo|biên giới|đô thị|thành thị|nông thôn)(?!\w)"
            ),
        ),
    ),
    Division((_group("nam|nam giới|trẻ em trai"), _group("nữ|nữ giới|phụ nữ|trẻ em gái"))),
    Division((_group("công lập"), _group("ngoài công lập|tư thục|dân lập"))),
)
_BOTH = re.compile(
    r"(?<!\w)(?:chung(?: của)?(?: toàn| cả)? ?(?:tỉnh|thành phố|xã|phường)?|(?:trên )?(?:toàn|cả) (?:tỉnh|thành phố|xã|phường)|bình quân chung"
    r"|trên địa bàn(?: tỉnh| thành phố| xã| phường)?|của tỉnh|của thành phố)(?!\w)"
)
_SENSE = re.compile(r"(?<!\w)(?:tỉ lệ)(?!\w)")
_NONE, _LEAST_WORDS = "", 2


def rates_of_town_and_country(
    items: Sequence[PlannedIndicator], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    """Yield the rates that are named for all groups of a division, town and country first, and for all of them.

    Args:
        items: the indicator lines.
        claims: their amounts, by the identity of the line or part.
    """
    for division in DIVISIONS:
        yield from _rates(division, items, claims)


def _rates(
    division: Division, items: Sequence[PlannedIndicator], claims: Mapping[int, tuple[Claim, ...]]
) -> Iterator[IdentityResult]:
    found: dict[str, _Places] = {}
    for item in items:
        own: dict[str, _Places] = {}
        above = _NONE
        for line in item.walk():
            where, words = _told_apart(_named(line), division)
            shorter = where != _ALL and f"{above} ".removeprefix("tỷ lệ ").startswith(
                f"{words} "
            )  # "hộ ở xã" of "Hộ gia đình có cáp quang"
            told = claims.get(id(line), ())
            if words and not shorter and (not told or any(_is_rate(claim, words) for claim in told)):
                above = words  # of what is only counted, a rate says nothing: "92% tổng số 1.106.000 hộ"
            rates = [claim for claim in told if _is_rate(claim, above)]
            if rates and len(above.split()) >= _LEAST_WORDS:
                own.setdefault(above, {}).setdefault(where, []).extend(rates)
        for name, places in own.items():
            if all(len(places.get(where, ())) == 1 for where in (_ALL, *range(len(division.members)))):
                yield from _result(division, places)
            else:
                for where, rates in places.items():
                    found.setdefault(name, {}).setdefault(where, []).extend(rates)
    for places in found.values():
        yield from _result(division, places)


_ALL = -1
"""Where a rate of all groups is of."""
_Places = dict[int, list[Claim]]


def _result(division: Division, places: Mapping[int, list[Claim]]) -> Iterator[IdentityResult]:
    """Yield what follows from one rate for each of the groups and one for all."""
    members = [places.get(where, []) for where in range(len(division.members))]
    others = [places.get(len(members) + at, []) for at in range(len(division.rarer))]
    wholes = places.get(_ALL, [])
    if all(len(one) == 1 for one in (wholes, *members)) and all(len(one) <= 1 for one in others):
        (whole,) = wholes
        parts = [_for_as_many(part, whole) for one in (*members, *others) for part in one]
        result = between_result(None, whole, parts)
        if result is not None and (result.holds or not _are_shares(whole, parts)):
            yield result


def _are_shares(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether rates in one line are shares of the one for all, or of one whole: *khách có lưu trú 60%, trong đó nam 32%, nữ 28%*."""
    if any(part.piece != whole.piece for part in parts):
        return False
    total = sum(part.target.quantity.amount for part in parts)
    return total in (whole.target.quantity.amount, HUNDRED.amount)


def _for_as_many(part: Claim, whole: Claim) -> Claim:
    """Return a part in the unit of its whole, where it is only said in fewer words: ``62 triệu đồng/năm (thành thị 70 triệu đồng)``."""
    unit = whole.target.quantity.unit
    return in_unit(part, unit) if unit.label.startswith(f"{part.target.quantity.unit.label}/") else part


def _is_rate(claim: Claim, name: str) -> bool:
    """Whether an amount is a share or a mean for each: those of both places lie between those of the two."""
    unit = claim.target.quantity.unit
    for_each = unit.kind in (UnitKind.RATIO, UnitKind.AGE) or "/" in without_time(unit.label) or is_mean(name)
    return for_each and level(claim) and not claim.timed


def _named(line: PlannedIndicator) -> str:
    """Return the name of a line, of a part as its text has it: *xã* alone and *đồng bằng* are cut off as words of an amount."""
    if line.name and not line.name.endswith("đồng"):
        return line.name
    found = _OWN_WORDS.match(line.text.lower())
    return found["name"] if found is not None else line.name


_OWN_WORDS = re.compile(
    r"\W{0,5}(?:(?:trong đó|bao gồm|gồm|riêng|và|còn)(?!\w)\W{0,5}){0,3}(?P<name>[^\d;.()]{1,60}?)(?:\s?(?:đạt|còn|là|khoảng|trên|dưới|ước|từ|:)){0,3}\s\d"
)


def _told_apart(name: str, division: Division) -> tuple[int, str]:
    """Return which group a rate is of, and its name without the words for that."""
    lower = _SENSE.sub("tỷ lệ", name.lower())
    for where, pattern in enumerate((*division.members, *division.rarer)):
        if pattern.search(lower):
            return where, _plain(pattern.sub(" ", lower))
    return _ALL, _plain(_BOTH.sub(" ", lower))


def _plain(name: str) -> str:
    return " ".join(word for word in name.replace(",", " ").split() if word not in _FILLERS)


_FILLERS = frozenset({"dân", "số", "hộ", "cư", "được", "của", "là", "các", "tại", "ở", "trong"})
