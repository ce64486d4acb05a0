"""Configuration of the documentation: Sphinx, MyST, furo. Nothing here needs the network."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chitieu import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "chitieu"
author = "The chitieu maintainers"
copyright = "The chitieu maintainers"  # noqa: A001  (the name Sphinx reads)
version = release = __version__
language = "en"

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "format_reference", "table_reference"]
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = f"chitieu {release}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False  # quotation marks in messages and code stay as they are

# Docstrings write names in single backquotes: link those that are ours, set the others as code.
default_role = "py:obj"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False  # the signature shows them
python_maximum_signature_line_length = 88

_SEVERAL = re.compile(r"(\s+)(\w+(?:, \w+)+): (.*)")
_NO_UNIT = re.compile(r"Unit\(label='', .*?scale=Fraction\(1, 1\)\)")


def _split_attributes(*args: Any) -> None:
    """Give each name of ``a, b: text`` a line of its own; napoleon would take ``a,`` for a type."""
    lines: list[str] = args[-1]
    if "Attributes:" not in lines:
        return
    start = lines.index("Attributes:") + 1
    for at in range(len(lines) - 1, start - 1, -1):
        match = _SEVERAL.fullmatch(lines[at])
        if match:
            lines[at : at + 1] = [f"{match[1]}{name}: {match[3]}" for name in match[2].split(", ")]


def _rejoin_sentence(*args: Any) -> None:
    """Undo napoleon's reading of ``A share: 5%`` under a member of an enum as type and description."""
    what, lines = args[1], args[-1]
    kinds = [line for line in lines if line.startswith(":type: ")]
    if what == "attribute" and kinds:
        lines[:] = [line for line in lines if line not in kinds]
        lines[0] = f"{kinds[0].removeprefix(':type: ')}: {lines[0]}"


def _tidy_signature(*args: Any) -> tuple[str, str] | None:
    """Show defaults that attrs computes as ``...``, and the unit of a bare number by its name."""
    signature, returns = args[-2:]
    if not signature:
        return None
    return _NO_UNIT.sub("NO_UNIT", signature.replace("NOTHING", "...")), returns


def setup(app: Sphinx) -> None:
    """Connect the hooks, one before napoleon's and one after."""
    app.connect("autodoc-process-docstring", _split_attributes, priority=100)
    app.connect("autodoc-process-docstring", _rejoin_sentence, priority=900)
    app.connect("autodoc-process-signature", _tidy_signature)
