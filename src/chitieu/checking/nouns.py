"""Nouns that count the same things, so that an amount of one may be part of an amount of the other."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

__all__ = ["same_noun"]


def same_noun(whole: str, part: str) -> bool:
    """Whether two nouns may count the same things: one begins as the other does, or both count people."""
    heads = [noun.removeprefix("nghìn ").removeprefix("triệu ").split()[0] for noun in (whole.lower(), part.lower())]
    people = _people()
    return heads[0] == heads[1] or all(
        head in people or noun in people for head, noun in zip(heads, (whole, part), strict=True)
    )


@cache
def _people() -> frozenset[str]:
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["people"])
