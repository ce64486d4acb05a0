"""How the fields of a format's tables are declared: a default, and what the setting means.

The words of `setting` go into the JSON Schema, the reference page and the error messages, so that all three
say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field

__all__ = ["setting"]


def setting(says: str, default: Any = None, *, factory: Callable[[], Any] | None = None, example: str = "") -> Any:
    """Declare a setting of a format.

    Args:
        says: what it means, one sentence.
        default: its value where a file leaves it out; ignored when `factory` is given.
        factory: makes that value, for lists and tables.
        example: how it is written in a TOML file.
    """
    metadata = {"says": says, "example": example}
    if factory is not None:
        return field(factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)
