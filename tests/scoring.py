"""Matching of read values with expected ones, by the rules the corpus was made for."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import chitieu as ct

_SAME_UNITS = tuple(
    (re.compile(pattern), uniform)
    for pattern, uniform in {
        r"\btỉ\b": "tỷ",
        r"\bngàn\b": "nghìn",
        r"\bsỹ\b": "sĩ",
        r"m²": "m2",
        r"m³": "m3",
        r"đô la mỹ|đôla mỹ|đô la|usd": "usd",
        r"\btỷ\. đ\b": "tỷ đồng",
        r"%0|‰|o/oo": "‰",
        r"/\s*(?:01|1|một)?\s*vạn dân|/\s*10\.?000 dân": "/vạn dân",
        r"^giường/": "giường bệnh/",
        r"\bdn\b": "doanh nghiệp",
        r"\bkcn\b": "khu công nghiệp",
        r"\bccn\b": "cụm công nghiệp",
        r"điểm phần trăm": "điểm %",
        r"^% (?:grdp|dân số)$": "%",
        r"^(?:bậc|hạng)$": "hạng",
        r"m2\s*sàn": "m2",
        r"\s+": " ",
    }.items()
)
_BOUND_NAMES = {"range": "between", "rank_at_most": "at_most", "increase": "exact", "decrease": "exact"}


@dataclass
class Score:
    """Counts of what was wanted, read and right; `wrong` says what was not, for people."""

    wanted: int = 0
    read: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.wanted + self.read, 1)


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _unit_key(label: str) -> str:
    key = unicodedata.normalize("NFC", label).strip().lower()
    for pattern, uniform in _SAME_UNITS:
        key = pattern.sub(uniform, key)
    return key.strip()


def _same_unit(expected: dict, label: str) -> bool:
    """Whether a unit is the expected one; a counted noun may be shorter or longer by whole words."""
    got = _unit_key(label)
    for written in (expected["unit"], expected.get("unit_canon") or expected["unit"]):
        want = _unit_key(written)
        if want in ("", got):
            return True
        plain = got and not set("/%") & set(want + got)
        if plain and (got.startswith(f"{want} ") or want.startswith(f"{got} ")):
            return True
    return False


def _bounds(expected: dict) -> set[str]:
    names = [expected.get("qualifier") or expected["bound"], *expected.get("bound_alt", ())]
    return {_BOUND_NAMES.get(name, name) for name in names}


def _rank(expected: dict, target: ct.Target) -> int:
    """Grade a target: 0 another value, 1 the value, 2 with its unit, 3 with its bound."""
    if abs(target.quantity.value) != abs(Decimal(str(expected["value"]))):
        return 0
    upper = target.upper.value if target.upper else None
    if expected.get("value2") and upper != Decimal(str(expected["value2"])):
        return 0
    if not _same_unit(expected, target.quantity.unit.label):
        return 1
    return 3 if target.bound.value in _bounds(expected) else 2


def _digits(number: object) -> str:
    return re.sub(r"\D", "", str(number))


def score_targets(path: Path) -> Score:
    """Score `find_targets`: value, unit and bound together."""
    score = Score()
    for row in rows(path):
        left = [mention.value for mention in ct.find_targets(row["text"])]
        score.wanted += len(row["expect"])
        for expected in row["expect"]:
            best = max(left, key=lambda target: _rank(expected, target), default=None)
            rank = _rank(expected, best) if best else 0
            if rank:
                left.remove(best)
                score.read += 1
                score.right += rank == 3
            if rank < 3:
                score.wrong.append(
                    f"{row['id']}: wanted {expected['value']} {expected['unit']} {expected['bound']}, got {best}"
                )
        ignored = {_digits(number) for number in row.get("ignore_numbers", ())}
        spare = [target for target in left if _digits(target.quantity.value) not in ignored]
        score.read += len(spare)
        score.wrong += [f"{row['id']}: not wanted {target}" for target in spare]
    return score


def _plain(number: str) -> str:
    return "".join(unicodedata.normalize("NFC", number).split()).upper()


def score_references(path: Path) -> Score:
    """Score `find_references` by number."""
    score = Score()
    for row in rows(path):
        left = [mention.value for mention in ct.find_references(row["text"])]
        score.wanted += len(row["expect"])
        score.read += len(left)
        for expected in row["expect"]:
            names = {_plain(expected["number"]), _plain(expected.get("as_written") or expected["number"])}
            match = next((reference for reference in left if _plain(reference.number) in names), None)
            if match is None:
                score.wrong.append(f"{row['id']}: missed {expected['number']}")
                continue
            left.remove(match)
            score.right += 1
        score.wrong += [f"{row['id']}: not wanted {reference.number}" for reference in left]
    return score
