"""The sentences of rules in other languages: gettext catalogues (``locale/vi/LC_MESSAGES/*.po``), read with Babel.

A rule is written with its English sentences; those are the keys. Translators work on the ``.po`` file with the tools
they know; nothing is compiled.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from io import BytesIO

__all__ = ["translated"]


@cache
def _catalogue(package: str, language: str) -> dict[str, str]:
    """Return sentence by sentence what a package's catalogue of a language says; empty where there is none."""
    from babel.messages.pofile import read_po  # noqa: PLC0415  (plans are mostly read without being checked)

    spec = getattr(sys.modules.get(package), "__spec__", None)
    if spec is None or not spec.has_location or spec.submodule_search_locations is None:
        # a rule made in a script, a notebook or a single module has no package
        return {}
    folder = resources.files(package).joinpath("locale", language, "LC_MESSAGES")
    if not folder.is_dir():
        return {}
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".po"):
            messages = read_po(BytesIO(file.read_bytes()), locale=language)
            found |= {str(one.id): str(one.string) for one in messages if one.id and one.string and not one.fuzzy}
    return found


def translated(sentence: str, language: str, package: str) -> str:
    """Return a sentence in a language, or as it is where the package's catalogue has no translation of it.

    Args:
        sentence: the English sentence.
        language: ``"vi"``, or the language of any other catalogue.
        package: the top package that holds ``locale/``.
    """
    return _catalogue(package, language).get(sentence, sentence)
