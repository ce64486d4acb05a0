"""Data as SDMX-JSON 1.0, which pysdmx has no writer for: every observation with its key, numbers with their digits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from chitieu.exchange.sdmx_codes import codes
from chitieu.exchange.sdmx_structures import ATTRIBUTES, DIMENSIONS

__all__ = ["data_json"]


def data_json(rows: Iterable[Mapping[str, str]], structures: Iterable[Any]) -> str:
    """Return rows as an SDMX-JSON 1.0 data message, flat: all dimensions at the observation.

    Args:
        rows: as in `chitieu.SdmxData.rows`.
        structures: the artefacts they go with; their code lists name the codes.
    """
    listed = list(rows)
    lists: dict[str, Mapping[str, str]] = {}
    agency = ""
    for one in structures:
        if one.id.startswith("CL_"):
            lists[one.id.removeprefix("CL_")] = {item.id: item.name for item in one.items}
        agency = str(one.agency)
    values = {
        name: list(dict.fromkeys(row[name] for row in listed if row[name])) for name in (*DIMENSIONS, *ATTRIBUTES)
    }
    places = {name: {value: at for at, value in enumerate(found)} for name, found in values.items()}
    head = {
        "header": {
            "id": f"{agency}-PLAN",
            "test": False,
            "prepared": datetime.now(UTC).isoformat(timespec="seconds"),
            "sender": {"id": agency},
        },
        "structure": {
            "name": "Targets and results of plans",
            "dimensions": {
                "dataSet": [],
                "series": [],
                "observation": [
                    {**_component(name, values[name], lists.get(name)), "keyPosition": at}
                    for at, name in enumerate(DIMENSIONS)
                ],
            },
            "attributes": {
                "dataSet": [],
                "series": [],
                "observation": [_component(name, values[name], lists.get(name)) for name in ATTRIBUTES if values[name]],
            },
        },
    }
    used = [name for name in ATTRIBUTES if values[name]]
    observations = ",".join(_observation(row, places, used) for row in listed)
    # A number goes into the text as it is: a float would lose digits.
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "dataSets": [{{"action": "Information", "observations": {{{observations}}}}}]}}'


def _component(name: str, values: list[str], known: Mapping[str, str] | None) -> dict[str, Any]:
    coded = known is not None or name in DIMENSIONS
    names = known or {}
    return {
        "id": name,
        "name": codes()["concepts"][name],
        "values": [{"id": value, "name": names.get(value, value)} if coded else {"name": value} for value in values],
    }


def _observation(row: Mapping[str, str], places: Mapping[str, Mapping[str, int]], used: list[str]) -> str:
    key = ":".join(str(places[name][row[name]]) for name in DIMENSIONS)
    attributes = (str(places[name][row[name]]) if row[name] else "null" for name in used)
    return f'"{key}": [{", ".join((row["OBS_VALUE"] or "null", *attributes))}]'
