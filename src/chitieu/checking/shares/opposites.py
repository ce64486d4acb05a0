"""Shares of what is so and of what is not: *đúng hạn 98,2%, quá hạn 1,8%*, *đạt chuẩn 80%, chưa đạt chuẩn 20%*.

The two cannot be more than all there is; they may be less, where some is neither: what is still being done, what nobody has looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, shares_hold, sum_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.told_rates import is_known, told_claim
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, behind_last, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["opposite_shares"]

_SIGN = re.compile(r"[;:()|]|[,.](?=\s)")
_CLAUSE = re.compile(r"(?:\s?%)?\)?\s?[,;]?\s?\(?(?P<name>[^;.,:()|0-9\n]{2,60})")
_LEADS = re.compile(r"(?<!\w)(?:và|còn|còn lại|trong khi|tỷ lệ|tỉ lệ|số|có|chiếm|đạt|là|chỉ|khoảng)(?!\w)")
_NOT = re.compile(r"(?<!\w)(?:không|chưa)(?: được| bị)? (?P<what>[^\W\d_]+(?: [^\W\d_]+){0,3})$")
_PAIRS = (
    (re.compile(r"(?<!\w)đúng (?:thời )?hạn(?!\w)"), re.compile(r"^(?:hồ sơ )?(?:quá|trễ|chậm|muộn) (?:thời )?hạn$")),
    (re.compile(r"(?<!\w)trực tuyến(?!\w)"), re.compile(r"^(?:hồ sơ )?trực tiếp$")),
)
"""What is so and what is not, where another word says it."""
_ASIDE = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|so với|trong đó|riêng|năm [0-9]{4}|quý|tháng|kế hoạch|mục tiêu|phấn đấu)(?!\w)"
)


def opposite_shares(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield two shares side by side of which the second is that of what the first is not.

    Args:
        passage: a text with its amounts.
        known: where the shares stand that were looked at already.

    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Hồ sơ trả đúng hạn đạt 99,2%, quá hạn 1,8%.")
    >>> print(*opposite_shares((Piece(text, placed=True), tuple(scan_targets(text)[0])), Ranges.of([])))
    hồ sơ trả đúng hạn đạt: 99,2 + 1,8 = 100: does not hold
    """
    piece, hits = passage
    for first, second in pairwise(hits):
        names = _names(piece, first, second) if _is_share(first) and _is_share(second) else None
        if names is None or is_known(piece, second, known):
            continue
        shares: list[Claim] = [told_claim(piece, name, hit) for name, hit in zip(names, (first, second), strict=True)]
        total = sum_of(shares, HUNDRED)
        if total.value >= HUNDRED.value:
            holds = shares_hold(shares)
            yield IdentityResult(IdentityKind.SHARES, names[0], tuple(shares), holds, None, total, HUNDRED)


def _is_share(hit: TargetHit) -> bool:
    target = hit.target
    plain = target.is_single and target.bound is Bound.EXACT and target.change is Change.LEVEL and target.total is None
    return plain and target.quantity.unit.label == "%"


def _names(piece: Piece, first: TargetHit, second: TargetHit) -> tuple[str, str] | None:
    """Return what two shares are of, if the second is the opposite of the first."""
    lower = piece.source.lower
    between = _CLAUSE.fullmatch(lower, first.numeral.end, second.numeral.start)
    own = behind_last(_SIGN, text_before(lower, first.numeral.start, REACH).rstrip(" :("))
    if (
        between is None
        or "\n" in piece.source.text[first.end : second.start]
        or _ASIDE.search(f"{own} {between['name']}")
    ):
        return None
    name, other = _plain(own), _plain(between["name"])
    denied = _NOT.search(other)
    said = denied is not None and re.search(rf"(?<!\w)(?<!không )(?<!chưa ){re.escape(denied['what'])}(?!\w)", name)
    if not said and not any(one.search(name) and its.search(other) for one, its in _PAIRS):
        return None
    return own.strip(), other


def _plain(name: str) -> str:
    return " ".join(_LEADS.sub(" ", name).split())
