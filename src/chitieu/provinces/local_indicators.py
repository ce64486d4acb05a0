"""An indicator that only one province counts, as a table of its format file."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from chitieu.indicators.records import Indicator
from chitieu.settings import setting

__all__ = ["LocalIndicator"]


@frozen
class LocalIndicator:
    """An indicator that the catalogue does not have and a province sets targets for.

    >>> coconut = LocalIndicator("coconut_ha", "Diện tích dừa hữu cơ", units=("ha",), direction="higher", minimum=0)
    >>> coconut.record().unit
    'ha'
    """

    key: str = setting("Its key: lower-case letters and digits, joined by `_`.", default="", example='"coconut_ha"')
    name: str = setting("Its name.", default="", example='"Diện tích dừa hữu cơ"')
    aliases: tuple[str, ...] = setting("Its other names.", factory=tuple, example='["dừa hữu cơ"]')
    units: tuple[str, ...] = setting(
        "Units plans give it in, the usual one first; a target in a unit of another kind is a finding.",
        factory=tuple,
        example='["ha"]',
    )
    direction: Literal["higher", "lower", "context"] = setting(
        "Whether higher or lower is better; `context`: neither.", default="context", example='"higher"'
    )
    minimum: int | None = setting("Lowest value there can be, in the first unit.", example="0")
    maximum: int | None = setting("Highest value there can be, in the first unit.", example="100000")
    kind: Literal["stock", "flow", "rate", "share", "ratio", "index", "score", "average"] | None = setting(
        "What a value is: counted on a day (`stock`) or over a period (`flow`), a part of its whole in percent (`share`), "
        "and so on.",
        example='"stock"',
    )
    part_of: str | None = setting(
        "Key of the indicator it is a part of, of the catalogue or of this format: its value is never above that one's.",
        example='"perennial_ha"',
    )
    source: str = setting("Where this is known from.", default="", example='"Nghị quyết 01/2026/NQ-HĐND"')

    def record(self) -> Indicator:
        """Return it as a record of the catalogue.

        Raises:
            IndicatorError: the lowest value is above the highest, or the key or the name is empty.
        """
        return Indicator(
            key=self.key,
            name=self.name,
            aliases=self.aliases,
            units=self.units,
            direction=self.direction,
            minimum=self.minimum,
            maximum=self.maximum,
            kind=self.kind,
            part_of=self.part_of,
            source=self.source,
        )
