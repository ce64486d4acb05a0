"""Read the unit that stands at a place of a text: ``[scale] noun ["/" [number] [scale] noun]…``.

The reader looks at words, never at the whole text: it takes at most a handful from where it stands, so
its time is bounded. What the table does not list is still read: an unknown noun is a counted thing.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import prod

from attrs import evolve, frozen

from chitieu.errors import ParseError
from chitieu.text import SourceText
from chitieu.units.model import Unit, UnitKind
from chitieu.units.table import Atom, count_atom, table

__all__ = ["NO_UNIT", "UnitMatch", "parse_unit", "read_unit", "scale_steps"]

NO_UNIT = Unit("", UnitKind.NONE, "none")
"""The unit of a bare number."""

_WORD = re.compile(r"\s{0,3}([^\W\d_](?:[^\W_]|[²³]|[&.\-](?=[^\W\d_]))*|[$€₫]|°c)")
_GLUED_MEASURE = re.compile(r"(km2|km3|m2|m3|km²|m²|m³|ha)(?=[^\W\d_]{2})")
_CUT_SHORT = re.compile(r"\s{0,3}(?P<scale>[^\W\d_]{2,3})\.\s?(?=[^\W\d_])")
_PER = re.compile(r"\s?/\s?(?:([0-9][0-9.]{0,10})(?![0-9.]|,[0-9])\s?)?")
_PER_WORDS = re.compile(
    r"\s(?:tính\s)?(?:trên(?:\smỗi)?|(?:cho\s)?mỗi(?=\s(?:vạn|một|[0-9]))|cho(?=\s(?:1\s|01\s|một\s)?vạn))"
    r"\s(?:(1|01|một|[0-9]{2,3}|[0-9]{1,3}(?:\.?000)+)\s)?(?=(vạn\s)?(\w+))"
)
_LIST_GAP = re.compile(r"(?:,\s?|/|\s(?:và|hoặc)\s)")
_MODIFIERS = re.compile(r"(?:(?<=[23²³])[^\W\d_]+)?(?:\s[^\W\d_]+){0,5}(?=\s?/\s?[\w])")
_NUMBER_OF = re.compile(r"\s{0,3}số(?=\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s?/\s?(?:10|vạn|nghìn|triệu))")
"""The word for *number of* before what is counted for so many: ``32 số giường bệnh/vạn dân``."""
_MAX_OPEN_WORDS = 2
_ACRONYM = re.compile(r"[A-ZĐ0-9&.\-]+")
_ROMAN = re.compile(r"[IVX]{2,5}[.)]")
_BEFORE = 30
_MAX_PER = 3
_MAX_SCALES = 2
_MAX_LABEL = 80
_OPEN_AFTER_FIRST = re.compile(r"\s([^\W\d_]+)")


@frozen
class UnitMatch:
    """A unit read from a text.

    Attributes:
        unit: the unit.
        end: offset after it.
        known: whether the noun was in the table (an open noun is a guess from its place).
        total: the number behind a slash that is a total (``130 xã/194 xã``), with its end.
    """

    unit: Unit
    end: int
    known: bool = True
    total: str | None = None


@frozen
class _Head:
    atom: Atom
    scale_label: str
    end: int
    known: bool


def _words(lower: str, pos: int, most: int) -> list[tuple[str, int]]:
    """Return up to `most` words from a place, each with the offset after it."""
    found: list[tuple[str, int]] = []
    while len(found) < most and (match := _WORD.match(lower, pos)):
        pos = match.end()
        found.append((match[1], pos))
    return found


def _lookup(words: list[tuple[str, int]], flat: str) -> tuple[Atom, int, int] | None:
    """Find the longest writing of the table; return atom, words taken, offset after."""
    known = table()
    for count in range(min(len(words), known.longest.get(words[0][0], 1)), 0, -1):
        writing = " ".join(word for word, _ in words[:count])
        atom = known.atoms.get(writing)
        if atom is None and count == 1 and len(writing) == 1:
            atom = known.symbols.get(flat[words[0][1] - 1])
        if atom is None:
            continue
        if count == 1 and len(words) > 1 and words[1][0] in known.not_before.get(writing, ()):
            return None
        return atom, count, words[count - 1][1]
    return None


def _open_noun(flat: str, words: list[tuple[str, int]]) -> tuple[Atom, int] | None:
    """Take an unknown noun: lower case or an acronym, not a word that only says what happens."""
    known = table()
    first, end = words[0]
    written = flat[end - len(first) : end]
    if first in known.not_nouns or (first.isascii() and len(first) < 2) or not _is_noun(flat, end - len(first), end):
        return None
    denied = len(words) > 1 and words[1][0] in known.not_before.get(first, ())
    if denied and first not in known.opens_noun:
        return None
    label = written
    for word, stop in words[1:_MAX_OPEN_WORDS]:
        gap = flat[end : stop - len(word)]
        if gap.strip() or word in known.not_nouns or not flat[stop - len(word) : stop].islower():
            break
        label, end = f"{label} {word}", stop
    return count_atom(label), end


def _is_noun(flat: str, start: int, end: int) -> bool:
    """Whether a word may be a noun by its case: no heading on the next line (*8 tỷ⏎II. NHIỆM VỤ*, *8 tỷ⏎PHẦN HAI*)."""
    written = flat[start:end]
    if not written.isupper():
        return written.islower()
    if _ROMAN.match(flat, start):
        return False
    return _ACRONYM.fullmatch(written) is not None or not any(map(str.islower, flat[max(0, start - _BEFORE) : start]))


def _scale(words: list[tuple[str, int]]) -> tuple[str, int]:
    """Take leading scale words (``nghìn tỷ``); return their label and number."""
    known = table()
    labels: list[str] = []
    for at, (word, _) in enumerate(words[:_MAX_SCALES]):
        scale = known.scales.get(word)
        after = words[at + 1][0] if at + 1 < len(words) else ""
        if scale is None or after in known.not_before.get(word, ()):
            break
        labels.append(scale[0])
    return " ".join(labels), len(labels)


def _noun_words(lower: str, words: list[tuple[str, int]], taken: int) -> list[tuple[str, int]]:
    """Return the words behind the scale, as many as the longest writing with that first word may need."""
    if taken >= len(words):
        return []
    first = words[taken]
    most = max(table().longest.get(first[0], 1), _MAX_OPEN_WORDS) + 1  # one more: it may deny the unit
    return [first, *_words(lower, first[1], most - 1)]


def _head(flat: str, lower: str, pos: int, *, known_only: bool) -> _Head | None:
    words = _words(lower, pos, _MAX_SCALES + 1)
    if not words:
        return None
    compound = table().compounds.get(words[0][0])
    if compound:
        inner = _head(compound, compound.lower(), 0, known_only=True)
        return inner and _Head(inner.atom, inner.scale_label, words[0][1], known=True)
    cut = _CUT_SHORT.match(lower, pos)
    if cut and cut["scale"] in table().abbreviated and flat[cut.end()].islower():
        inner = _head(flat, lower, cut.end(), known_only=known_only)
        return inner and evolve(inner, scale_label=table().abbreviated[cut["scale"]])
    glued = _GLUED_MEASURE.match(words[0][0])
    if glued:
        start = words[0][1] - len(words[0][0])
        return _Head(table().atoms[glued[1]], "", start + glued.end(), known=True)
    label, taken = _scale(words)
    sign = table().special.match(lower, words[taken - 1][1]) if taken else None
    if sign:
        return _Head(table().atoms[sign[1]], label, sign.end(), known=True) if sign[1] in table().atoms else None
    rest = _noun_words(lower, words, taken)
    if rest and (not taken or not flat[words[taken - 1][1] : rest[0][1] - len(rest[0][0])].strip()):
        found = _lookup(rest, flat)
        if found:
            return _Head(found[0], label, found[2], known=True)
        noun = None if known_only else _open_noun(flat, rest)
        if noun:
            return _Head(noun[0], label, noun[1], known=False)
    if taken and not known_only:  # "43,5 nghìn tỷ": the currency is left out
        return _Head(table().atoms["đồng"], label, words[taken - 1][1], known=True)
    return None


def _noun_list(flat: str, lower: str, head: _Head) -> _Head:
    """Take the rest of ``xã, phường, thị trấn``, unless a proper name follows (``15 xã, huyện Ba Tri``)."""
    labels, end = [head.atom.label], head.end
    while gap := _LIST_GAP.match(lower, end):
        words = _words(lower, gap.end(), 3)
        found = _lookup(words, flat) if words else None
        if found is None or found[0].label in labels:
            break
        if table().listed.get(found[0].label) != table().listed[head.atom.label]:
            break
        if found[2] + 1 < len(flat) and flat[found[2]] == " " and flat[found[2] + 1].isupper():
            break
        if gap.group().strip() == "và" and len(labels) < 2:
            break
        labels.append(found[0].label)
        end = found[2]
    if len(labels) == 1:
        return head
    return _Head(count_atom(", ".join(labels)), head.scale_label, end, known=True)


def _round_number(digits: str) -> int:
    return int(digits.replace(".", "")) if digits.replace(".", "").isdecimal() else 0


@lru_cache(maxsize=4096)
def _compose(head: Atom, scale_label: str, pers: tuple[tuple[str, Fraction, Atom], ...]) -> Unit:
    """Build the unit of a head and its denominators; equal writings share one object."""
    label = f"{scale_label} {head.label}".strip()
    scale = prod((table().scales[word][1] for word in scale_label.split()), start=Fraction(1))
    dimension, factor, kind = head.dimension, scale * head.factor, head.kind
    for per_label, per_size, atom in pers:
        label += f"/{per_label}"
        dimension += f"/{atom.dimension}"
        factor /= per_size * atom.factor
        scale /= per_size
    return Unit(label, kind, dimension, factor, scale)


def _per_label(number: int, scale_label: str, atom: Atom) -> tuple[str, Fraction]:
    """Return the uniform label and the size of a denominator: ``/10.000 dân`` is ``/vạn dân``."""
    size = prod((table().scales[word][1] for word in scale_label.split()), start=Fraction(max(number, 1)))
    if size == 1:
        return atom.label, size
    if size == 10_000:
        return f"vạn {atom.label}", size
    return f"{size.numerator:,} {atom.label}".replace(",", "."), size


_DAY_AND_NIGHT = re.compile(r"ngđ(?!\w)")


def _denominator_head(flat: str, lower: str, pos: int) -> _Head | None:
    """Read the noun behind a slash; there ``ngđ`` is day and night, not thousands of đồng."""
    match = _DAY_AND_NIGHT.match(lower, pos)
    if match:
        return _Head(table().atoms["ngày đêm"], "", match.end(), known=True)
    return _head(flat, lower, pos, known_only=False)


def _denominators(flat: str, lower: str, pos: int, pers: list[tuple[str, Fraction, Atom]]) -> tuple[int, str | None]:
    """Collect what stands behind slashes; return the offset after, and a total if one is met."""
    while len(pers) < _MAX_PER and (slash := _PER.match(lower, pos)):
        number = _round_number(slash[1]) if slash[1] else 0
        if number and number not in table().bases:
            return slash.end(1), slash[1]  # "130 xã/194 xã": a total, not a denominator
        head = _denominator_head(flat, lower, slash.end())
        if head is None or head.atom.kind in (UnitKind.RATIO, UnitKind.MONEY):
            break
        label, size = _per_label(number, head.scale_label, head.atom)
        pers.append((label, size, head.atom))
        pos = head.end
    return pos, None


def _per_words(flat: str, lower: str, pos: int, pers: list[tuple[str, Fraction, Atom]]) -> int:
    """Read a denominator in words: ``trên 1 vạn dân``, ``cho mỗi vạn dân``, ``trên một xã``."""
    match = _PER_WORDS.match(lower, pos)
    if match is None or not (match[1] or match[2]):
        return pos
    number = 1 if match[1] in (None, "một") else _round_number(match[1])
    head = _head(flat, lower, match.end(), known_only=True)
    if head is None or number not in table().bases:
        return pos
    if head.atom.label not in table().population and number != 1:
        return pos
    label, size = _per_label(number, head.scale_label, head.atom)
    pers.append((label, size, head.atom))
    return head.end


def _special(flat: str, lower: str, match: re.Match[str]) -> UnitMatch:
    """Read a unit written in signs: ``%``, ``%/năm``, ``g/l``, ``US$/người``, ``tr.đ/người``."""
    pers: list[tuple[str, Fraction, Atom]] = []
    compound = table().compounds.get(match[1])
    inner = _head(compound, compound.lower(), 0, known_only=True) if compound else None
    if inner:
        end, _ = _denominators(flat, lower, match.end(), pers)
        return UnitMatch(_compose(inner.atom, inner.scale_label, tuple(pers)), end)
    atom = table().atoms.get(match[1]) or table().atoms[re.sub(r"\s?(?=[%‰])|(?<=[%‰])\s?", " ", match[1]).strip()]
    end = match.end()
    if atom.kind in (UnitKind.RATIO, UnitKind.POINTS):
        per = _PER.match(lower, end)
        head = _head(flat, lower, per.end(), known_only=True) if per and not per[1] else None
        if head and head.atom.kind is UnitKind.TIME:
            pers.append((head.atom.label, Fraction(1), head.atom))
            end = head.end
    else:
        end, _ = _denominators(flat, lower, end, pers)
    return UnitMatch(_compose(atom, "", tuple(pers)), end)


def _modified(flat: str, lower: str, head: _Head, pers: list[tuple[str, Fraction, Atom]]) -> tuple[_Head, int]:
    """Read words between head and slash: ``ha đất rừng/hộ``, ``dược sĩ đại học/vạn dân``.

    A measure stays what it is; a counted noun takes the words into its name.
    """
    modifiers = _MODIFIERS.match(lower, head.end)
    if modifiers is None or head.atom.kind not in (UnitKind.MEASURE, UnitKind.COUNT):
        return head, head.end
    end, _ = _denominators(flat, lower, modifiers.end(), pers)
    if head.atom.kind is UnitKind.COUNT and pers and pers[0][2].label not in table().population:
        pers.clear()
    if not pers:
        return head, head.end
    if head.atom.kind is UnitKind.COUNT:
        noun = " ".join(flat[head.end : modifiers.end()].split())
        head = _Head(count_atom(f"{head.atom.label} {noun}"), head.scale_label, head.end, known=True)
    return head, end


def read_unit(flat: str, lower: str, pos: int, *, known_only: bool = False) -> UnitMatch | None:
    """Read the unit at a place of a folded text, or return None if no unit stands there.

    Args:
        flat: folded text, line breaks as spaces.
        lower: the same in lower case.
        pos: offset right behind a number.
        known_only: refuse nouns that the table does not list.
    """
    special = table().special.match(lower, pos)
    if special:
        return _special(flat, lower, special)
    number_of = _NUMBER_OF.match(lower, pos)
    pos = number_of.end() if number_of else pos
    head = _head(flat, lower, pos, known_only=known_only)
    if head is None or head.end - pos > _MAX_LABEL:
        return None
    if head.atom.label in table().listed:
        head = _noun_list(flat, lower, head)
    pers: list[tuple[str, Fraction, Atom]] = []
    end, total = _denominators(flat, lower, head.end, pers)
    if not pers and total is None:
        head, end = _modified(flat, lower, head, pers)
    if not pers:
        end = _per_words(flat, lower, end, pers)
    unit = _compose(head.atom, head.scale_label, tuple(pers))
    return UnitMatch(unit, end, head.known, total)


_STEPS = ("", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ")


def scale_steps(unit: Unit) -> tuple[Unit, ...]:
    """Return the units that differ from a unit only in the scale word before its noun.

    Money, measures and counts have scales; ratios, points, scores and ranks have none.

    >>> [str(step) for step in scale_steps(parse_unit("tỷ đồng"))]
    ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng', 'nghìn tỷ đồng', 'triệu tỷ đồng']
    """
    if unit.kind not in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT):
        return (unit,)
    words = unit.label.split(" ")
    while len(words) > 1 and words[0] in table().scales:
        words.pop(0)
    noun = " ".join(words)
    # some are other words together: "tỷ suất" is a rate, no billion portions
    steps = (known_unit(f"{step} {noun}".strip()) for step in _STEPS)
    return tuple(step for step in steps if step is not None and step.same_dimension(unit))


_THOUSANDS = re.compile(r"\s*1((?:\.?000){1,3})\s(?=[^\W\d_])")
_RATE = re.compile(r"(?:/|trên)\s?([0-9][0-9.]*|nghìn|vạn)\s([^\W\d_]+(?:\s[^\W\d_]+){0,3})")


def _scale_word(match: re.Match[str]) -> str:
    """Write the scale of a table head in words: ``1.000 đồng`` is ``nghìn đồng``."""
    return ("nghìn ", "triệu ", "tỷ ")[match[1].count("000") - 1]


def _rate_unit(match: re.Match[str]) -> Unit:
    """Build the unit of a rate whose counted thing is left out: ``/100.000 dân``."""
    words = {"nghìn": 1000, "vạn": 10_000}
    base = words.get(match[1]) or _round_number(match[1])
    noun = match[2]
    label = f"/{base:,} {noun}".replace(",", ".")
    return Unit(label, UnitKind.RATIO, f"1/count:{noun}", Fraction(1, max(base, 1)), Fraction(1, max(base, 1)))


def parse_unit(text: str) -> Unit:
    """Read a unit alone.

    Args:
        text: the unit as written: ``tỉ đồng``, ``bác sỹ/10.000 dân``, ``m2/hộ``; any noun is a unit.

    Raises:
        ParseError: there is no unit, or something stands behind it.

    >>> parse_unit("tr.đ/người").label
    'triệu đồng/người'
    >>> parse_unit("hầm biogas").kind
    <UnitKind.COUNT: 'count'>
    """
    source = SourceText(_THOUSANDS.sub(_scale_word, text, count=1))
    rate = _RATE.fullmatch(source.lower.strip())
    if rate:
        return _rate_unit(rate)
    match = read_unit(source.flat, source.lower, 0)
    if match is None:
        raise ParseError("unit.none", text=text, start=0, end=len(text))
    rest = source.flat[match.end :]
    if rest.strip():
        start = source.offset(match.end + len(rest) - len(rest.lstrip()))
        raise ParseError("unit.extra", text=text, start=start, end=len(text), found=rest.strip()[:40])
    return match.unit


def known_unit(label: str) -> Unit | None:
    """Return the unit of a label; None for a label that no quantity is written with (``thứ hạng``).

    >>> known_unit("tỷ đồng").factor, known_unit("(%)")
    (Fraction(1000000000, 1), None)
    """
    try:
        return parse_unit(label)
    except ParseError:
        return None
