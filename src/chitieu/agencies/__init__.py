"""Agencies: the directory by name, province and day, and the reading of their names in sentences.

Names are loaded when first used, as those of `chitieu` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chitieu.lazy_names import lazy_names

if TYPE_CHECKING:
    from chitieu.agencies.agency import Agency
    from chitieu.agencies.directory import expand, find, get, on, search
    from chitieu.agencies.groups import Expansion
    from chitieu.agencies.matching import match_agency
    from chitieu.agencies.reader import find_agencies, heading_agencies, read_agencies
    from chitieu.agencies.records import AgencyRecord, WorkPart, agency_records

__all__ = [
    "Agency",
    "AgencyRecord",
    "Expansion",
    "WorkPart",
    "agency_records",
    "expand",
    "find",
    "find_agencies",
    "get",
    "heading_agencies",
    "match_agency",
    "on",
    "read_agencies",
    "search",
]

_MODULES = {
    "agency": "Agency",
    "directory": "expand find get on search",
    "groups": "Expansion",
    "matching": "match_agency",
    "reader": "find_agencies heading_agencies read_agencies",
    "records": "AgencyRecord WorkPart agency_records",
}
__getattr__, __dir__ = lazy_names(__name__, _MODULES)
