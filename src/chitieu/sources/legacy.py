"""Vietnamese of before Unicode: TCVN3 (fonts .VnTime, "ABC") and VNI, recognised and converted.

Such text shows its letters only in its own fonts; without them ``Uû ban nh©n d©n`` is seen. What a text is in is
told by which reading makes Vietnamese syllables of its words.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

from attrs import frozen

from chitieu.text import without_tone

__all__ = ["convert", "font_encoding", "is_better", "recognise", "recover"]

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]"
_VOWELS = (
    "iêu|yêu|oai|oay|oao|oeo|uôi|ươi|ươu|uya|uyê|uyu|uây|uêu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|"
    "[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_VOWELS})(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")
_MODERN = re.compile(r"[\u1EA0-\u1EF9ăĂđĐơƠưƯĩĨũŨ]")
_OLD = re.compile(r"[\xa1-\xff]")
_LEAST_WORDS = 8  # fewer words with marks are no evidence
_LEAST_SHARE = 0.8  # of the words with marks that must be syllables; names and foreign words are not
_SAMPLE = 60_000
_FEW = 0.01
_CAPITAL_PAIR = re.compile(r"[AĂÂEÊIOÔƠUƯY][àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")


@frozen
class _Tables:
    tcvn3: dict[int, str]
    vni: dict[str, str]
    vni_pattern: re.Pattern[str]


@cache
def _tables() -> _Tables:
    data = tomllib.loads(resources.files("chitieu.sources").joinpath("legacy.toml").read_text(encoding="utf-8"))
    letters, first = data["tcvn3"]["letters"], data["tcvn3"]["first"]
    tcvn3 = {first + at: letter for at, letter in enumerate(letters) if letter != "."}
    pairs = _vni_pairs(data["vni"])
    pattern = re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True)))
    return _Tables(tcvn3, pairs, pattern)


def _vni_pairs(data: dict[str, Any]) -> dict[str, str]:
    """Write out every letter that VNI has, small and capital."""
    composed = {
        **{f"{vowel}{sign}": f"{vowel}{mark}" for vowel in "aeouy" for sign, mark in data["marks"].items()},
        **{f"{horn}{sign}": f"{data['alone'][horn]}{mark}" for horn in "ôö" for sign, mark in data["marks"].items()},
        **{f"{vowel}{sign}": f"{vowel}\u0302{mark}" for vowel in "aeo" for sign, mark in data["circumflex"].items()},
        **{f"a{sign}": f"a\u0306{mark}" for sign, mark in data["breve"].items()},
        **data["alone"],
    }
    small = {written: unicodedata.normalize("NFC", letter) for written, letter in composed.items()}
    capital = {written.upper(): letter.upper() for written, letter in small.items()}
    mixed = {written[0].upper() + written[1:]: letter.upper() for written, letter in small.items()}
    return {**mixed, **capital, **small}


def _raise_pair(match: re.Match[str]) -> str:
    """Join a capital and the same small letter with a tone, as TCVN3 writes a capital with a tone."""
    capital, small = match.group()[0], match.group()[1]
    bare = without_tone(small)[0]
    return small.upper() if bare.upper() == capital else match.group()


def convert(text: str, encoding: str) -> str:
    """Return text of an old encoding in Unicode.

    Args:
        text: the text as it is seen without the old fonts.
        encoding: ``TCVN3`` or ``VNI``.

    Text that has letters of Vietnamese Unicode is returned as it is.

    >>> convert("Uû ban nh©n d©n tØnh", "TCVN3"), convert("UÛy ban nhaân daân tænh", "VNI")
    ('Uỷ ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh')
    """
    if _MODERN.search(text) and not (encoding == "VNI" and not re.search(r"[\u1EA0-\u1EF9ơưđ]", text)):
        return text
    tables = _tables()
    if encoding == "TCVN3":
        return _CAPITAL_PAIR.sub(_raise_pair, text.translate(tables.tcvn3))
    return tables.vni_pattern.sub(lambda match: tables.vni[match.group()], text)


def font_encoding(fonts: tuple[str, ...]) -> tuple[str | None, bool]:
    """Return the encoding that a font is made for, and whether it shows small letters as capitals.

    >>> font_encoding((".VnTimeH",)), font_encoding(("VNI-Times",)), font_encoding(("Times New Roman",))
    (('TCVN3', True), ('VNI', False), (None, False))
    """
    for font in fonts:
        if font.startswith(".Vn"):
            return "TCVN3", font.endswith("H")
        if font.upper().startswith(("VNI-", "VNI ")):
            return "VNI", False
    return None, False


@cache
def _is_syllable(word: str) -> bool:
    bare, tones = without_tone(word)
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def _share(text: str) -> tuple[float, int]:
    """Return the share of Vietnamese syllables among the words with marks, and how many there are."""
    words = [word for word in _WORD.findall(text.lower()) if not word.isascii()]
    return (sum(map(_is_syllable, words)) / len(words) if words else 0.0), len(words)


def is_better(text: str, encoding: str) -> bool:
    """Whether text reads better converted: documents keep old fonts in styles long after they left the encoding."""
    as_is, _ = _share(text[:_SAMPLE])
    converted, count = _share(convert(text[:_SAMPLE], encoding))
    return count > 0 and converted >= as_is


def _is_modern(sample: str) -> bool:
    """Whether too many letters of Unicode stand in a text for one of an old encoding."""
    plenty = int(_FEW * len(sample))  # enough however many of the characters are letters: most texts end here, early
    if next(islice(_MODERN.finditer(sample), plenty, None), None):
        return True
    return len(_MODERN.findall(sample)) > _FEW * sum(map(str.isalpha, sample))


def recognise(text: str) -> str | None:
    """Name the old encoding that a text is in, or return None.

    >>> recognise("Uû ban nh©n d©n tØnh giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh")
    'TCVN3'
    """
    sample = text[:_SAMPLE]
    if not _OLD.search(sample) or _is_modern(sample):
        return None
    best, name = _share(sample)[0] + 0.2, None
    for encoding in ("TCVN3", "VNI"):
        share, count = _share(convert(_MODERN.sub("", sample), encoding))
        if count >= _LEAST_WORDS and share >= _LEAST_SHARE and share > best:
            best, name = share, encoding
    return name


def recover(data: bytes) -> tuple[str, str] | None:
    """Read bytes that are no UTF-8 as the old encoding in which they make Vietnamese.

    Returns:
        The text in Unicode and the name of the encoding (``TCVN3``, ``VNI`` or ``windows-1258``), or None.
    """
    seen = data.decode("cp1252", "surrogateescape")
    seen = "".join(chr(ord(char) - 0xDC00) if "\udc80" <= char <= "\udcff" else char for char in seen)
    encoding = recognise(seen)
    if encoding is not None:
        return convert(seen, encoding), encoding
    composed = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    share, count = _share(composed[:_SAMPLE])
    if count >= _LEAST_WORDS and share >= _LEAST_SHARE and "\ufffd" not in composed:
        return composed, "windows-1258"
    return None
