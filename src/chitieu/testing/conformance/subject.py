"""What is checked: a format, the folder of its samples, and the made-up plan most checks read."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from attrs import frozen

from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.reading import parse_plan
from chitieu.testing.skeleton import Skeleton

__all__ = ["Subject"]


@frozen(slots=False)
class Subject:
    """A format under check.

    Attributes:
        form: the format.
        home: where it comes from: distribution and version, or the file.
        samples: folder of sample texts, or None.
        max_examples: how many examples a law is tried with.
    """

    form: ProvinceFormat
    home: str = ""
    samples: Path | None = None
    max_examples: int = 50

    @cached_property
    def skeleton(self) -> Skeleton:
        """A made-up plan in the format's layout, with what it says."""
        return Skeleton.of(self.form)

    @cached_property
    def text(self) -> str:
        """The text of that plan."""
        return self.skeleton.text

    def read(self, text: str) -> Plan:
        """Read a text with the format."""
        return parse_plan(text, self.form)
