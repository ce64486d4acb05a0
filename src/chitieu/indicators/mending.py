"""Words of a name that lost or misplaced the marks of their letters: *đào tao*, *đầu ngưòi*, *gíải quyết*.

Marks tell words apart in Vietnamese (*lúa* is rice, *lụa* is silk), so only such words are put right as no name in force
has and that lost a mark: those without any, those without a tone, and those that are no syllable.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product

from chitieu.indicators.index import index_of
from chitieu.indicators.records import Catalogue
from chitieu.indicators.words import known_words, plain, spelled, words_data
from chitieu.text import fold, without_tone

__all__ = ["mended"]

_MOST_WORDS = 3
_MOST_WAYS = 8
_WORD = re.compile(r"[^\W\d_]+")
_ONSET = re.compile(r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?")


@cache
def _rhymes() -> frozenset[str]:
    return frozenset(words_data()["syllables"]["rhymes"].split())


def _is_syllable(word: str) -> bool:
    """Whether letters make a syllable with at most one tone.

    >>> _is_syllable("người"), _is_syllable("ngưòi"), _is_syllable("gíải")
    (True, False, False)
    """
    bare, tones = without_tone(word)
    if tones > 1:
        return False
    onset = _ONSET.match(bare)
    rhyme = bare[onset.end() :] if onset else bare
    return rhyme in _rhymes() or (onset is not None and onset[0] in ("gi", "qu") and bare[1:] in _rhymes())


@lru_cache(maxsize=16)
def _spellings(known: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the words with marks of the names in force, by their form without."""
    found: dict[str, set[str]] = {}
    words = {word for raw in index_of(known, accents=True).raw for word in raw} | known_words()
    for word in words:
        found.setdefault(plain(word), set()).add(word)
    return {bare: tuple(sorted(words)) for bare, words in found.items()}


def mended(name: str, known: Catalogue) -> tuple[str, ...]:
    """Return a name with its misspelt words put right, in every way; none where nothing is, or too much.

    Args:
        name: the name, at most a few hundred characters: time grows with its length.
        known: the catalogue whose words count.

    >>> from chitieu.indicators.records import catalogue
    >>> mended("Tỷ lệ che phủ rưng", catalogue())
    ('tỷ lệ che phủ rừng',)
    >>> mended("Sản lượng lụa", catalogue())
    ()
    """
    text, spellings = fold(name).lower(), _spellings(known)
    wrong: list[tuple[int, int, tuple[str, ...]]] = []
    ways = 1
    for word in _WORD.finditer(text):
        written = spelled(word[0])
        bare = plain(written)
        right = spellings.get(bare, ())
        if not right or written in right:
            continue
        if written != bare and _is_syllable(word[0]):
            right = tuple(meant for meant in right if without_tone(meant)[0] == written)
            if not right:
                continue
        wrong.append((word.start(), word.end(), right))
        ways *= len(right)
        if len(wrong) > _MOST_WORDS or ways > _MOST_WAYS:
            return ()
    found: list[str] = []
    for choice in product(*(right for _, _, right in wrong)) if wrong else ():
        said, at = "", 0
        for (start, end, _), word_meant in zip(wrong, choice, strict=True):
            said, at = said + text[at:start] + word_meant, end
        found.append(said + text[at:])
    return tuple(found)
