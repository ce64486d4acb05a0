"""The SDMX structures of targets and results: code lists of what the data hold, concepts, data structure, dataflow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chitieu.exchange.sdmx_codes import CodeBook, codes

__all__ = ["ATTRIBUTES", "DIMENSIONS", "Books", "schema_of_texts", "structures_of"]

DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "FIGURE", "CHANGE", "UNIT_MEASURE", "TIME_PERIOD")
ATTRIBUTES = ("OBS_STATUS", "UNIT_MULT", "DECIMALS", "BOUND", "UPPER_VALUE", "UNIT_LABEL", "SOURCE", "COMMENT_OBS")
_URN = "urn:sdmx:org.sdmx.infomodel."


class Books:
    """The code lists whose codes come from the data."""

    def __init__(self) -> None:
        self.areas, self.indicators, self.units = CodeBook(), CodeBook(), CodeBook()


def structures_of(rows: tuple[dict[str, str], ...], books: Books, agency: str, version: str) -> tuple[Any, ...]:
    """Return the code lists, the concepts, the data structure definition and the dataflow of some rows."""
    from pysdmx import model  # noqa: PLC0415  (an extra)

    data = codes()
    used = {row["FREQ"] for row in rows}
    lists: dict[str, Mapping[str, str]] = {
        "FREQ": {code: name for code, name in data["frequencies"].values() if code in used},
        "REF_AREA": books.areas.names,
        "INDICATOR": books.indicators.names,
        "FIGURE": data["figures"],
        "CHANGE": data["changes"],
        "UNIT_MEASURE": books.units.names,
        "OBS_STATUS": data["status_names"],
        "BOUND": data["bounds"],
    }
    owned: dict[str, Any] = {"agency": agency, "version": version}
    codelists = {
        concept: model.Codelist(
            id=f"CL_{concept}",
            name=data["concepts"][concept],
            items=[model.Code(id=code, name=name) for code, name in names.items()],
            urn=f"{_URN}codelist.Codelist={agency}:CL_{concept}({version})",
            **owned,
        )
        for concept, names in lists.items()
    }
    scheme = model.ConceptScheme(
        id="CS_PLAN",
        name="Concepts of plans",
        items=[
            model.Concept(
                id=concept, name=name, urn=f"{_URN}conceptscheme.Concept={agency}:CS_PLAN({version}).{concept}"
            )
            for concept, name in data["concepts"].items()
        ],
        urn=f"{_URN}conceptscheme.ConceptScheme={agency}:CS_PLAN({version})",
        **owned,
    )
    components = model.Components([_component(model, concept, scheme, codelists) for concept in data["concepts"]])
    structure = model.DataStructureDefinition(
        id="DSD_PLAN",
        name="Targets and results",
        components=components,
        urn=f"{_URN}datastructure.DataStructure={agency}:DSD_PLAN({version})",
        **owned,
    )
    flow = model.Dataflow(
        id="PLAN",
        name="Targets and results of plans",
        structure=structure,
        urn=f"{_URN}datastructure.Dataflow={agency}:PLAN({version})",
        **owned,
    )
    return *codelists.values(), scheme, structure, flow


def schema_of_texts(structure: Any) -> Any:
    """Return the schema of the data with numbers as texts: pysdmx would make doubles of them and lose digits."""
    from msgspec.structs import replace  # noqa: PLC0415  (pysdmx brings it)
    from pysdmx import model  # noqa: PLC0415

    components = [replace(one, local_dtype=model.DataType.STRING) for one in structure.components]
    return replace(structure.to_schema(), components=model.Components(components))


def _component(model: Any, concept: str, scheme: Any, codelists: Mapping[str, Any]) -> Any:
    roles = model.Role
    role = roles.DIMENSION if concept in DIMENSIONS else roles.MEASURE if concept == "OBS_VALUE" else roles.ATTRIBUTE
    kinds: dict[str, Callable[[], Any]] = {
        "TIME_PERIOD": lambda: model.DataType.PERIOD,
        "OBS_VALUE": lambda: model.DataType.DECIMAL,
        "UPPER_VALUE": lambda: model.DataType.DECIMAL,
        "UNIT_MULT": lambda: model.DataType.INTEGER,
        "DECIMALS": lambda: model.DataType.INTEGER,
    }
    kind = kinds.get(concept, lambda: model.DataType.STRING)()
    required = role is roles.DIMENSION or concept == "OBS_STATUS"
    return model.Component(
        id=concept,
        required=required,
        role=role,
        concept=next(item for item in scheme.items if item.id == concept),
        local_dtype=kind,
        local_codes=codelists.get(concept),
        attachment_level="O" if role is roles.ATTRIBUTE else None,
    )
