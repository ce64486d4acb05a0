"""Packages that are needed for one feature each: imported when it is used, and named with their extra where they are missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from chitieu.errors import MissingExtraError

__all__ = ["needs"]

_DISTRIBUTIONS = {"docx": "python-docx"}
"""Packages that are installed under another name than they are imported by."""


@contextmanager
def needs(extra: str, package: str, feature: str) -> Iterator[None]:
    """Say what to install where an import in the ``with`` block fails.

    Args:
        extra: the extra that brings the packages.
        package: the package imported; what is said to be missing where the error names none.
        feature: what it is for, as the message begins.

    Raises:
        MissingExtraError: an import failed.

    >>> with needs("xlsx", "openpyxl", ".xlsx"):
    ...     raise ModuleNotFoundError("No module named 'et_xmlfile'", name="et_xmlfile")
    Traceback (most recent call last):
    ...
    chitieu.errors.MissingExtraError: .xlsx needs the package 'et_xmlfile', which is not installed; run: pip install "chitieu[xlsx]"
    """
    try:
        yield
    except ImportError as error:
        name = (error.name or package).partition(".")[0]
        missing = _DISTRIBUTIONS.get(name, name)
        raise MissingExtraError("extra.missing", feature=feature, package=missing, extra=extra) from error
