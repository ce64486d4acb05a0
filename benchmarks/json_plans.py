"""Speed of plans as JSON, as ratios to pydantic models of the same shape, measured in the same run.

The models below say what `chitieu.exchange.json` says: the same keys, unknown ones refused, text that must be text,
decimals as strings of digits, days, periods, offsets, and the closed sets as enums. They leave out what pydantic has no
word for: a unit stays a string here, while chitieu reads it into its dimension and size, and a range is not checked.

    python benchmarks/json_plans.py [LIMIT]

Ends with status 1 if loading or dumping takes more than LIMIT (1.0) times what pydantic takes.
"""

from __future__ import annotations

import datetime as dt
import gc
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

import chitieu as ct
from chitieu.testing.skeleton import skeleton_plan

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "ke-hoach-song-hau-2026.txt"
SEEDS = ROOT.parent / "shared" / "seeds"
LIMIT = 1.0
"""What the library promises: no slower than pydantic."""

Text = str
Digits = Annotated[Decimal, Field(allow_inf_nan=False)]
PeriodCode = Annotated[
    str, Field(pattern=r"^(term:)?[0-9]{4}(-(Q[1-4]|H[12]|[245789]M|1[01]M|0[1-9]|1[0-2])|/[0-9]{4})?$")
]
Offsets = tuple[NonNegativeInt, NonNegativeInt]


class Model(BaseModel):
    """As strict as chitieu: no unknown key, no value turned into another type; frozen like ours."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Quantity(Model):
    """The shape of `chitieu.Quantity`."""

    value: Digits
    unit: Text


class Target(Model):
    """The shape of `chitieu.Target`."""

    quantity: Quantity
    bound: ct.Bound = ct.Bound.EXACT
    change: ct.Change = ct.Change.LEVEL
    upper: Quantity | None = None
    total: Quantity | None = None
    span: Offsets | None = None


class Agency(Model):
    """The shape of `chitieu.Agency`."""

    name: Text
    key: Text | None = None
    group: bool = False
    span: Offsets | None = None


class Reference(Model):
    """The shape of `chitieu.Reference`."""

    number: Text
    kind: Text | None = None
    date: dt.date | None = None
    issuer: Text | None = None
    family: ct.ReferenceFamily = ct.ReferenceFamily.ADMINISTRATIVE
    span: Offsets | None = None
    term: int | None = None
    relation: ct.DocumentRelation = ct.DocumentRelation.REFERS_TO
    subject: Text | None = None


class Match(Model):
    """The shape of `chitieu.IndicatorMatch`."""

    key: Text
    confidence: Digits
    reason: ct.MatchReason
    matched: Text = ""


class Indicator(Model):
    """The shape of `chitieu.PlannedIndicator`."""

    name: Text
    number: Text | None = None
    indicator: Text | None = None
    targets: tuple[Target, ...] = ()
    parts: tuple[Indicator, ...] = ()
    relation: ct.Relation = ct.Relation.ITEM
    kind: ct.TargetKind = ct.TargetKind.PLANNED
    match: Match | None = None
    text: Text = ""
    span: Offsets | None = None


class Task(Model):
    """The shape of `chitieu.Task`."""

    text: Text
    role: ct.Role = ct.Role.CARRY_OUT
    lead: tuple[Agency, ...] = ()
    cooperating: tuple[Agency, ...] = ()
    due: ct.Recurrence | dt.date | PeriodCode | None = None
    product: Text | None = None
    targets: tuple[Target, ...] = ()
    references: tuple[Reference, ...] = ()
    span: Offsets | None = None
    assigner: Agency | None = None


class Assignment(Model):
    """The shape of `chitieu.Assignment`."""

    heading: Text
    number: Text | None = None
    agencies: tuple[Agency, ...] = ()
    tasks: tuple[Task, ...] = ()
    span: Offsets | None = None


class Schedule(Model):
    """The shape of `chitieu.ReportingSchedule`."""

    frequencies: tuple[ct.ReportFrequency, ...] = ()
    day: int | None = None
    before: bool = True
    recipients: tuple[Agency, ...] = ()
    text: Text = ""
    span: Offsets | None = None


class Signatory(Model):
    """The shape of `chitieu.Signatory`."""

    name: Text
    title: Text | None = None
    authority: Text | None = None
    span: Offsets | None = None
    rank: Text | None = None


class Party(Model):
    """The shape of `chitieu.RecipientParty`."""

    name: Text
    kind: ct.PartyKind = ct.PartyKind.AGENCY
    agency: Agency | None = None
    note: Text | None = None
    text: Text = ""


class Recipient(Model):
    """The shape of `chitieu.Recipient`."""

    text: Text
    span: Offsets | None = None
    parties: tuple[Party, ...] = ()


class Appendix(Model):
    """The shape of `chitieu.Appendix`."""

    label: Text
    present: bool = False
    span: Offsets | None = None


class Footnote(Model):
    """The shape of `chitieu.Footnote`."""

    mark: Text
    text: Text | None = None
    span: Offsets | None = None


class Plan(Model):
    """The shape of `chitieu.Plan`."""

    number: Text | None = None
    issuer: Text | None = None
    place: Text | None = None
    issued: dt.date | None = None
    title: Text | None = None
    period: PeriodCode | None = None
    bases: tuple[Reference, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    implementation: tuple[Assignment, ...] = ()
    reporting: Schedule | None = None
    signatory: Signatory | None = None
    recipients: tuple[Recipient, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    province: Text = "standard"
    spans: dict[Text, Offsets] = {}
    cosignatories: tuple[Signatory, ...] = ()
    cited: tuple[Reference, ...] = ()


class Document(Model):
    """The whole document."""

    schema_: Annotated[Literal["chitieu/plan/1"], Field(alias="schema")]
    plan: Plan


def corpus() -> list[ct.Plan]:
    """Return the plans measured: the example, the skeleton of every format, the seeds where they are."""
    plans = [ct.read_plan(EXAMPLE)]
    for slug in ct.available_provinces():
        form = ct.get_province(slug)
        plans.append(ct.parse_plan(skeleton_plan(form), form))
    for path in sorted(SEEDS.glob("*.txt")):
        with suppress(ct.NotAPlanError):  # one is a news item
            plans.append(ct.read_plan(path))
    return plans


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of one call, memory cleared before and the collector at rest."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    work()
    end = time.process_time()
    gc.enable()
    return end - begin


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 31) -> float:
    """Return how many times as long ours takes: the middle of rounds that measure both side by side."""
    return median(spent(ours) / spent(theirs) for _ in range(rounds))


def main() -> int:
    """Measure, print, and compare with the limit."""
    limit = float(sys.argv[1]) if len(sys.argv) > 1 else LIMIT
    plans = corpus()
    texts = [ct.to_json(plan) for plan in plans]
    models = [Document.model_validate_json(text) for text in texts]
    for text, model in zip(texts, models, strict=True):  # the same document, or the comparison says nothing
        if model.model_dump_json(by_alias=True) != text:
            sys.exit("the models do not have the shape of the plans any more")
    load = ratio(
        lambda: [ct.from_json(text) for text in texts], lambda: [Document.model_validate_json(text) for text in texts]
    )
    dump = ratio(
        lambda: [ct.to_json(plan) for plan in plans], lambda: [model.model_dump_json(by_alias=True) for model in models]
    )
    print(f"{len(plans)} plans, {sum(map(len, texts))} characters of JSON")
    print(f"load: {load:.2f} x pydantic")
    print(f"dump: {dump:.2f} x pydantic")
    return int(max(load, dump) > limit)


if __name__ == "__main__":
    sys.exit(main())
