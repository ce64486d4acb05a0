"""Why something is as it is, as a code with values, said in English or Vietnamese.

A reason is no error: nothing went wrong when a result is ``not rated: the year is not over``. Its sentences stand
with those of the errors, in ``data/messages.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from chitieu.errors import ChitieuError

__all__ = ["Reason", "Said"]


@frozen
class Reason:
    """A code and the values its sentence speaks of.

    Attributes:
        code: stable across versions (``rating.above``).
        fields: the values in the sentence; a value that is itself a `Reason`, a `Said` or an error of the library is said in
            the language of the sentence.

    >>> reason = Reason("rating.none", {"indicator": "Tỷ lệ hộ nghèo"})
    >>> reason.message("vi")
    'chưa có số liệu'
    >>> str(reason)
    'nothing is reported yet'
    """

    code: str
    fields: Mapping[str, Any] = field(factory=dict, eq=False)

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``."""
        said = {
            name: value.message(language) if isinstance(value, (Reason, Said, ChitieuError)) else str(value)
            for name, value in self.fields.items()
        }
        return ChitieuError(self.code, **said).message(language)

    def __str__(self) -> str:
        return self.message("en")


@frozen
class Said:
    """A sentence that comes with the data in both languages, as a value inside a `Reason`.

    >>> Said("the standard changed", "chuẩn nghèo thay đổi").message("vi")
    'chuẩn nghèo thay đổi'
    """

    en: str
    vi: str

    def message(self, language: str = "en") -> str:
        """Return the sentence in a language, ``"en"`` or ``"vi"``."""
        return self.vi if language == "vi" and self.vi else self.en

    def __str__(self) -> str:
        return self.en
