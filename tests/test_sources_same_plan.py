"""The same plan in every kind of file reads to the same plan, and every span leads back to its place."""

import re

import attrs
import pytest

import chitieu as ct

KINDS = ["txt", "docx", "html", "pdf"]


@pytest.fixture(scope="module", params=KINDS)
def document(request, files):
    return ct.read_document(files[request.param])


def test_the_same_plan_reads_the_same_from_every_kind_of_file(document, example_plan):
    plan = ct.read_plan(document)
    for name in attrs.fields_dict(ct.Plan):
        if name not in {"spans", "text"}:
            assert getattr(plan, name) == getattr(example_plan, name), name
    assert plan == example_plan


def spans(value):
    """Yield every span in a plan."""
    if isinstance(value, ct.Span):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans(getattr(value, field.name))


def squeezed(text):
    return re.sub(r"[\s|]+", "", text)


def said_at(document, place):
    """Return all that the document says at a place."""
    starts = [*(start for start, _ in document.places), len(document.text)]
    pieces = zip(document.places, starts[1:], strict=True)
    return "".join(document.text[start:end] for (start, found), end in pieces if found == place)


def test_every_span_lies_in_the_places_it_is_traced_to(document):
    """Law: what the places of a span say contains what the span quotes."""
    plan = ct.read_plan(document)
    found = list(spans(plan))
    assert len(found) > 150
    cache = {}
    for span in found:
        places = document.places_of(span)
        assert places[0] == document.place(span)
        said = "".join(cache.setdefault(place, squeezed(said_at(document, place))) for place in places)
        assert squeezed(span.of(document.text)) in said


def test_places_are_what_the_file_has(files):
    import io  # noqa: PLC0415

    import docx  # noqa: PLC0415

    word = docx.Document(io.BytesIO(files["docx"]))
    document = ct.read_document(files["docx"])
    for start, place in document.places:
        text = document.text[start:].split("\n", 1)[0]
        if place.kind == "paragraph":  # the number is counted by Word and is not in the file
            assert text.endswith(word.paragraphs[place.paragraph - 1].text)
        elif text != "|":
            assert text in word.tables[place.table - 1].cell(place.row - 1, place.column - 1).text
    pages = {place.page for _, place in ct.read_document(files["pdf"]).places}
    assert pages == set(range(1, max(pages) + 1))
    assert len(pages) > 4


def test_nothing_of_the_portal_is_read(files):
    text = ct.read_document(files["html"]).text
    assert text.startswith("ỦY BAN NHÂN DÂN")
    assert text.endswith("Nguyễn Văn A\n|")
    for junk in ("Trang chủ", "Số hiệu", "Trần Văn Khác", "liên quan", "Điện thoại", "99%", "năm 2025 tăng 7%"):
        assert junk not in text
