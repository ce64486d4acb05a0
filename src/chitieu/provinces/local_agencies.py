"""`LocalAgency`: an agency of one province, as a format file declares it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from chitieu.agencies.records import AgencyRecord
from chitieu.settings import setting

__all__ = ["LocalAgency"]


@frozen
class LocalAgency:
    """An agency that only this province has, or that it writes its own way.

    >>> import chitieu as ct
    >>> ct.get_province("binh-phuoc").agencies[0].key
    'bptv'
    """

    key: str = setting("Its key: lower-case letters, digits and hyphens.", default="", example='"bptv"')
    name: str = setting("Its full name.", default="", example='"Đài Phát thanh - Truyền hình và Báo Bình Phước"')
    abbreviations: tuple[str, ...] = setting("Its abbreviations.", factory=tuple, example='["BPTV"]')
    aliases: tuple[str, ...] = setting(
        "Other writings of its name.", factory=tuple, example='["Báo và Đài Bình Phước"]'
    )
    category: str = setting("The field's own word for its kind.", default="đơn vị địa phương", example='"sở"')
    valid_from: date | None = setting("Its first day, if known.", example="2019-01-01")
    valid_to: date | None = setting("Its last day, if it has ended.", example="2025-06-30")
    successor: str | None = setting("Key of the agency that took over.", example='"stc"')
    source: str = setting("Where this is known from.", default="", example='"Quyết định 01/2020/QĐ-UBND"')

    def record(self) -> AgencyRecord:
        """Return it as a record of the directory."""
        return AgencyRecord(
            key=self.key,
            name=self.name,
            category=self.category,
            source=self.source,
            abbreviations=self.abbreviations,
            aliases=self.aliases,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            successor=self.successor,
        )
