"""Targets and results as SDMX (extra ``sdmx``): structures and data for statistical systems, through pysdmx.

A series has six dimensions and a time: how long its periods are, the area, the indicator, who says the figure (the plan,
a higher level, a report), level or change, and the unit. Code lists are made of what the plans hold.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import frozen

from chitieu import areas
from chitieu.atomic import atomic_write, make_folder
from chitieu.exchange.safe_cells import writable
from chitieu.exchange.sdmx_codes import codes, sdmx_id, time_period
from chitieu.exchange.sdmx_json import data_json
from chitieu.exchange.sdmx_structures import ATTRIBUTES, DIMENSIONS, Books, schema_of_texts, structures_of
from chitieu.extras import needs
from chitieu.indicators.registry import get_indicator
from chitieu.monitoring.observations import Observation
from chitieu.periods.period import Period
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target

__all__ = ["SdmxData", "to_sdmx", "write_sdmx"]

AGENCY = "CHITIEU"
"""Who maintains the structures unless the caller says otherwise."""
_UNSAID = "_U"


@frozen
class SdmxData:
    """Plans and results as SDMX.

    Attributes:
        structures: artefacts of pysdmx: code lists, the concept scheme, the data structure definition, the dataflow.
        dataset: a `pysdmx.io.pd.PandasDataset`; its ``data`` is a pandas table with one row an observation.
        rows: the same rows as dictionaries of texts.
    """

    structures: tuple[Any, ...]
    dataset: Any
    rows: tuple[Mapping[str, str], ...]


def to_sdmx(
    plans: Plan | Iterable[Plan],
    observations: Iterable[Observation] = (),
    *,
    agency: str = AGENCY,
    version: str = "1.0",
) -> SdmxData:
    """Return targets and results as SDMX structures and data.

    A target is an observation of the period of its plan, the value in the unit as written: ``12.500 tỷ đồng`` is 12500 in
    ``VND`` with ``UNIT_MULT`` 9. Estimates have the status E, preliminary figures P, official ones A; what was reported in
    words has no value, the status M and the words as its comment. An indicator the catalogue does not know gets a code
    from its name. A plan that does not say its period gives no data.

    Args:
        plans: one plan or several; their targets become data.
        observations: results.
        agency: id of the agency that maintains the structures.
        version: their version.

    Raises:
        MissingExtraError: pysdmx is not installed.

    >>> import chitieu as ct
    >>> data = ct.to_sdmx(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> [data.rows[0][name] for name in ("FIGURE", "CHANGE", "OBS_VALUE", "UNIT_MEASURE", "TIME_PERIOD")]
    ['PLANNED', 'INCREASE', '9.5', 'PT', '2026']
    """
    _pysdmx()
    books = Books()
    given = [plans] if isinstance(plans, Plan) else list(plans)
    rows = [row for plan in given for row in _targets(plan, books)]
    home = given[0].area if len(given) == 1 else None
    rows += [_result(one, books, home.id if home else None) for one in observations]
    unique = tuple(_told_apart(rows, books))
    return _assembled(unique, books, agency, version)


def write_sdmx(data: SdmxData, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write SDMX into a folder and return the paths.

    ``structures.json`` is SDMX-JSON 2.0, ``structures.xml`` SDMX-ML 2.1, ``data.csv`` SDMX-CSV 2.0, ``data.xml``
    SDMX-ML 2.1 (structure specific), ``data.json`` SDMX-JSON 1.0.

    Args:
        data: what `to_sdmx` gave.
        folder: made if it is not there; files of the same names are replaced.

    Raises:
        MissingExtraError: pysdmx is not installed.
        WriteError: a file cannot be written.

    >>> import tempfile
    >>> import chitieu as ct
    >>> data = ct.to_sdmx(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> [path.name for path in ct.write_sdmx(data, tempfile.mkdtemp())]
    ['data.json', 'structures.json', 'structures.xml', 'data.csv', 'data.xml']
    """
    io = _pysdmx()
    forms = io.format.Format
    files = [
        ("structures.json", data.structures, forms.STRUCTURE_SDMX_JSON_2_0_0),
        ("structures.xml", data.structures, forms.STRUCTURE_SDMX_ML_2_1),
        ("data.csv", data.dataset, forms.DATA_SDMX_CSV_2_0_0),
        ("data.xml", data.dataset, forms.DATA_SDMX_ML_2_1_STR),
    ]
    home = make_folder(folder)
    texts = {"data.json": data_json(data.rows, data.structures)}
    for name, what, form in files:
        text = io.write_sdmx(what, sdmx_format=form)
        if name == "structures.json":
            text = _without_empty_groups(text)
        texts[name] = text
    for name, text in texts.items():
        with atomic_write(home / name, "w") as file:
            file.write(text)
    return tuple(home / name for name in texts)


def _without_empty_groups(text: str) -> str:
    """Take out the empty list of groups that pysdmx writes and, as the standard says, refuses to read."""
    message = json.loads(text)
    for structure in message["data"]["dataStructures"]:
        if not structure["dataStructureComponents"].get("groups"):
            structure["dataStructureComponents"].pop("groups", None)
    return json.dumps(message, ensure_ascii=False)


def _pysdmx() -> Any:
    with needs("sdmx", "pysdmx", "SDMX"):
        import pysdmx.io.format  # noqa: PLC0415
        import pysdmx.io.pd  # noqa: PLC0415
        import pysdmx.model  # noqa: PLC0415
    return pysdmx.io


# --- rows -----------------------------------------------------------------------------------------------------


def _targets(plan: Plan, books: Books) -> Iterator[dict[str, str]]:
    if plan.period is None:
        return
    area = plan.area.id if plan.area else None
    for item, target in plan.targets():
        yield {
            **_key(plan.period, area, books),
            "INDICATOR": _indicator(item, books),
            "FIGURE": item.kind.name,
            "CHANGE": target.change.name,
            **_figure(target.quantity, target.upper, books),
            "OBS_STATUS": "A",
            "BOUND": target.bound.name,
            "SOURCE": plan.number or "",
            "COMMENT_OBS": _comment(target),
            "name": item.name,
        }


def _result(one: Observation, books: Books, home: str | None) -> dict[str, str]:
    known = codes()["statuses"]
    return {
        **_key(one.period, one.area or home, books),
        "INDICATOR": _known(one.indicator, books)
        or books.indicators.code(one.indicator, sdmx_id(one.indicator), one.indicator),
        "FIGURE": "ACTUAL",
        "CHANGE": "LEVEL",
        **(_figure(one.value, one.upper, books) if one.value is not None else _no_figure(books)),
        "OBS_STATUS": "M" if one.value is None else known[one.status.value],
        "BOUND": "",
        "SOURCE": one.source,
        "COMMENT_OBS": "; ".join(text for text in (one.words, one.note) if text),
        "name": one.indicator,
    }


def _key(period: Period, area: str | None, books: Books) -> dict[str, str]:
    record = areas.by_id().get(area) if area else None
    named = record.name if record else area or "Not said"
    return {
        "FREQ": codes()["frequencies"][period.kind.value][0],
        "REF_AREA": books.areas.code(area or "", sdmx_id(area) if area else _UNSAID, named),
        "TIME_PERIOD": time_period(period),
    }


def _figure(quantity: Quantity, upper: Quantity | None, books: Books) -> dict[str, str]:
    code, power = books.units.unit(quantity.unit)
    digits = f"{quantity.value:f}"
    return {
        "UNIT_MEASURE": code,
        "OBS_VALUE": digits,
        "UNIT_MULT": str(power),
        "DECIMALS": str(len(digits.partition(".")[2])),
        "UPPER_VALUE": "" if upper is None else _in_unit(upper, quantity),
        "UNIT_LABEL": quantity.unit.label,
    }


def _in_unit(upper: Quantity, lower: Quantity) -> str:
    value: Decimal = upper.value if upper.unit == lower.unit else upper.to(lower.unit).value
    return f"{value:f}"


def _no_figure(books: Books) -> dict[str, str]:
    unit = books.units.code("", codes()["units"][""], "Not applicable")
    empty = dict.fromkeys(("OBS_VALUE", "DECIMALS", "UPPER_VALUE", "UNIT_LABEL"), "")
    return {"UNIT_MEASURE": unit, "UNIT_MULT": "0", **empty}


def _comment(target: Target) -> str:
    return "" if target.total is None else str(target)


def _indicator(item: PlannedIndicator, books: Books) -> str:
    known = _known(item.indicator, books) if item.indicator else None
    return known or books.indicators.code(item.name, sdmx_id(item.name), item.name)


def _known(key: str, books: Books) -> str | None:
    try:
        record = get_indicator(key)
    except KeyError:
        return None
    return books.indicators.code(f"key:{key}", sdmx_id(key), record.name)


def _told_apart(rows: Iterable[dict[str, str]], books: Books) -> Iterator[dict[str, str]]:
    """Give an indicator a code of its own where the key is taken: two lines of a plan may mean one record."""
    taken: dict[tuple[str, ...], int] = {}
    for row in rows:
        name, wanted = row.pop("name"), row["INDICATOR"]
        first = key = tuple(row[dimension] for dimension in DIMENSIONS)
        number = taken.get(first, 1)
        while key in taken:
            number += 1
            row["INDICATOR"] = books.indicators.code(f"{number}:{wanted}:{name}", f"{wanted}_{number}", name)
            key = tuple(row[dimension] for dimension in DIMENSIONS)
        taken[first] = number  # the next of this kind goes on counting here
        taken[key] = taken.get(key, 1)
        yield {column: writable(text, len(text)).translate(_QUOTES) for column, text in row.items()}


_QUOTES = str.maketrans({"'": "\N{RIGHT SINGLE QUOTATION MARK}", '"': "\N{RIGHT DOUBLE QUOTATION MARK}"})
"""pysdmx writes SDMX-ML with a straight quote that would end the attribute it stands in."""


def _assembled(rows: tuple[dict[str, str], ...], books: Books, agency: str, version: str) -> SdmxData:
    import pandas as pd  # noqa: PLC0415  (comes with the extra)
    from pysdmx.io.pd import PandasDataset  # noqa: PLC0415

    structures = structures_of(rows, books, agency, version)
    schema = schema_of_texts(structures[-2])
    columns = [*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES]
    table = pd.DataFrame([{name: row[name] for name in columns} for row in rows], columns=columns, dtype="object")
    return SdmxData(structures, PandasDataset(structure=schema, data=table), rows)
