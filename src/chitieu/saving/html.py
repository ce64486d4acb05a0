"""Plans as web documents: composed, read again, and only then handed out."""

from __future__ import annotations

from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.saving.rendering import compose
from chitieu.sources import read_document
from chitieu.writing.html import compose_html

__all__ = ["render_html"]


def render_html(plan: Plan, province: str | ProvinceFormat | None = None, *, verify: bool = True) -> str:
    """Write a plan as a web document by the form of administrative documents (Nghị định 30/2020/NĐ-CP).

    The page says what `render_plan` says, with headings, lists and tables. It has no script and needs no network; printed,
    it is A4 with the margins of the decree. Reading it gives the plan back. For a page to look a plan up in, with
    search, filters and results, see `render_page`.

    Args:
        plan: the plan.
        province: slug of a format, or the format; None takes the one the plan was read with.
        verify: whether the page is read again and compared; without it nothing is promised.

    Raises:
        WriteError: something in the plan cannot be written so that it reads back; ``field`` says what.
        UnknownProvinceError: no format has this slug.
        MissingExtraError: lxml (the extra ``html``) is not installed; only reading again needs it.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> page = render_html(plan)
    >>> ct.read_plan(page.encode()) == plan
    True
    >>> "<h3>1. Sở Tài chính</h3>" in page, "<script" in page
    (True, False)
    """
    return compose(plan, province, compose_html, _text if verify else None)


def _text(page: str) -> str:
    return read_document(page.encode()).text
