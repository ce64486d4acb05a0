"""The directory of agencies, by name, province and day; see `chitieu.agency_reader` for reading names in text."""

from __future__ import annotations

from chitieu.agency_reader import (
    Agency,
    AgencyRecord,
    agency_records,
    find_agencies,
    heading_agencies,
    match_agency,
    read_agencies,
)

__all__ = [
    "Agency",
    "AgencyRecord",
    "agency_records",
    "find_agencies",
    "heading_agencies",
    "match_agency",
    "read_agencies",
]
