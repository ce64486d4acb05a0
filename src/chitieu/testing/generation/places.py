"""Strategies for areas and agencies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chitieu import agencies as directory
from chitieu import areas as map_
from chitieu.agencies.agency import Agency
from chitieu.agencies.records import AgencyRecord, agency_records
from chitieu.areas import Area
from chitieu.provinces import ProvinceFormat
from chitieu.testing.generation.hypothesis_strategies import SearchStrategy, st

__all__ = ["agencies", "areas", "named_agencies"]


def areas(*, on: date | None = None) -> SearchStrategy[Area]:
    """Generate provinces and cities.

    Args:
        on: the day they exist on; None takes those of all times.
    """
    return _areas([area.id for area in map_.on(on)] if on else list(map_.by_id()))


@st.composite
def _areas(draw: st.DrawFn, ids: list[str]) -> Area:
    return map_.by_id()[draw(st.sampled_from(ids))]


def agencies(
    *, on: date | None = None, area: Area | ProvinceFormat | str | None = None
) -> SearchStrategy[AgencyRecord]:
    """Generate agencies of the directory.

    Args:
        on: the day they exist on; None takes those of all times.
        area: a province (an `Area`, a format or the slug of either) which may have them; None takes any.

    Raises:
        UnknownProvinceError: there is no such province.

    >>> from datetime import date
    >>> from hypothesis import find
    >>> print(find(agencies(on=date(2025, 3, 1)), lambda record: record.category == "sở"))
    Sở Tài chính
    """
    province = area.slug if isinstance(area, Area) else area
    if on is not None:
        return _of(directory.on(on, province))
    slugs = _slugs(province)
    return _of([record for record in agency_records() if not record.only_in or not slugs or slugs & {*record.only_in}])


def _of(records: Iterable[AgencyRecord]) -> SearchStrategy[AgencyRecord]:
    known = {record.key: record for record in records}
    return st.sampled_from(list(known)).map(known.__getitem__)  # keys: a record takes long to compare and to print


def _slugs(province: ProvinceFormat | str | None) -> set[str]:
    if province is None:
        return set()
    directory.on(date.max, province)  # says what is wrong with it
    return {province.slug if isinstance(province, ProvinceFormat) else province}


def named_agencies(
    *, on: date | None = None, area: Area | ProvinceFormat | str | None = None
) -> SearchStrategy[Agency]:
    """Generate agencies as documents name them, by full names of the directory.

    Args:
        on: the day they exist on; None takes those of all times.
        area: a province which may have them; None takes any.
    """
    return agencies(on=on, area=area).map(lambda record: Agency(record.name, record.key))
