"""Makes the files that the tests of sources read: the example plan as .docx, .html and .pdf, and hostile ones."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

import docx
import openpyxl
from attrs import frozen
from docx.oxml import parse_xml

from chitieu import get_province
from chitieu.text import SourceText

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@frozen
class Piece:
    """A paragraph of the example with the marker it was typed with."""

    kind: str  # roman, num, paren, bullet, para
    label: str
    text: str


@frozen
class Parts:
    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str
    dated: str
    title: tuple[str, ...]
    body: tuple[Piece, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


def split(text: str) -> Parts:
    """Take the example apart: hard-wrapped lines become the paragraphs they were."""
    head, body = text.split("\nĐể cụ thể hóa", 1)
    body, tail = f"Để cụ thể hóa{body}".split("\nNơi nhận:\n", 1)
    recipients, signature = tail.split("\n|\n", 1)
    outline = get_province("standard").outline(SourceText(body))
    pieces: list[Piece] = []
    for block in outline.root.walk():
        heading, task, rest = outline.clean(block).partition(" Công bố số liệu")  # a heading and a paragraph
        if block.kind != "root":
            pieces.append(Piece(block.kind, block.label, heading))
        if task:
            pieces.append(Piece("para", "", f"{task.strip()}{rest}"))
    title = head.split("KẾ HOẠCH\n", 1)[1].split("\n")
    assert "Sông Hậu, ngày 16 tháng 01 năm 2026" in head
    return Parts(
        ("ỦY BAN NHÂN DÂN", "TỈNH SÔNG HẬU"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "Số: 58/KH-UBND",
        "Sông Hậu, ngày 16 tháng 01 năm 2026",
        (" ".join(title[:2]), title[2]),
        tuple(pieces),
        tuple(recipients.split("\n")),
        tuple(line for line in signature.split("\n") if line.strip(" |")),
    )


def marked(piece: Piece) -> str:
    """Return a paragraph with its marker typed."""
    shown = {"roman": "{}. ", "num": "{}. ", "paren": "{}) ", "bullet": "- ", "para": ""}[piece.kind]
    return shown.format(piece.label) + piece.text


# --- .docx -------------------------------------------------------------------------------------------------


def _numbering(document) -> None:
    """Give the document one list of three levels and one of dashes, as Word stores them."""
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%3)"))
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{how}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (how, text) in enumerate(levels)
    )
    dash = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for key, inner in (("90", written), ("91", dash)):
        root.append(parse_xml(f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{key}">{inner}</w:abstractNum>'))
    for key in ("90", "91"):
        root.append(parse_xml(f'<w:num xmlns:w="{WORD}" w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))


def _listed(paragraph, number: str, level: int) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr xmlns:w="{WORD}"><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def docx_plan(parts: Parts) -> bytes:
    """Write the plan as an office would: numbers counted by Word, head and signature in tables without borders."""
    document = docx.Document()
    _numbering(document)
    head = document.add_table(2, 2)
    for at, lines in ((0, parts.left), (1, parts.right)):
        head.cell(0, at).text = "\n".join(lines)
    head.cell(1, 0).text, head.cell(1, 1).text = parts.number, parts.dated
    for line in ("KẾ HOẠCH", *parts.title):
        document.add_paragraph(line)
    levels = {"roman": ("90", 0), "num": ("90", 1), "paren": ("90", 2), "bullet": ("91", 0)}
    for piece in parts.body:
        paragraph = document.add_paragraph(piece.text)
        if piece.kind in levels:
            _listed(paragraph, *levels[piece.kind])
    end = document.add_table(1, 2)
    end.cell(0, 0).text = "\n".join(("Nơi nhận:", *parts.recipients))
    end.cell(0, 1).text = "\n".join(parts.signature)
    return saved(document)


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docx_body(body: str, **parts: str) -> bytes:
    """Write a .docx of bare XML: the inside of ``w:body`` and other parts by name (``numbering``, ``styles`` …)."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = "".join(f'<Relationship Id="r{name}" Type="{kinds}/{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{kinds}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        **{f"word/{name}.xml": xml.replace("<w:", "<w:", 1) for name, xml in parts.items()},
    }
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()


# --- .html -------------------------------------------------------------------------------------------------

PORTAL_HEAD = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Kế hoạch 58/KH-UBND</title>
<style>p { margin: 0 }</style><script>var count = "<p>1. Không phải kế hoạch đạt 99%</p>";</script></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li><li><a href="/tin">Tin tức</a></li></ul></nav>
<div class="breadcrumb"><a href="/">Trang chủ</a> | <a href="/vb">Văn bản</a> | Kế hoạch 58/KH-UBND</div>
<div id="main"><h1>Kế hoạch 58/KH-UBND 2026 tỉnh Sông Hậu</h1>
<table class="info"><tr><td>Số hiệu:</td><td>58/KH-UBND</td><td>Loại văn bản:</td><td>Kế hoạch</td></tr>
<tr><td>Nơi ban hành:</td><td>Tỉnh Sông Hậu</td><td>Người ký:</td><td>Trần Văn Khác</td></tr>
<tr><td>Ngày ban hành:</td><td>17/02/2026</td><td>Tình trạng:</td><td>Đã biết</td></tr></table>
<div class="sidebar"><ul><li><a href="/1">Kế hoạch 11/KH-UBND năm 2025 tăng 7%</a></li></ul></div>
<div class="content1">
"""
PORTAL_TAIL = """</div><div class="related"><h3>Văn bản liên quan</h3><ul><li><a href="/2">Quyết định 12/QĐ-UBND</a></li>
<li><a href="/3">Nghị quyết 4/NQ-HĐND</a></li><li><a href="/4">Kế hoạch 5/KH-UBND</a></li></ul></div></div>
<footer>Cổng thông tin điện tử. Điện thoại: 0270 3.822.000</footer></body></html>"""


def html_plan(parts: Parts) -> bytes:
    """Write the plan as portals show it, inside a page of other things."""
    lines = [
        f'<table><tr><td><p align="center"><b>{"<br>".join(parts.left)}<br>-------</b></p></td>',
        f"<td><p><b>{'<br>'.join(parts.right)}<br>---------------</b></p></td></tr>",
        f"<tr><td><p>{parts.number}</p></td><td><p><i>{parts.dated}</i></p></td></tr></table>",
        "<p align=center><a name=loai_1><b>KẾ HOẠCH</b></a></p>",
        f"<p><b>{'<br>'.join(parts.title)}</b></p>",
    ]
    for piece in parts.body:
        wrapped = re.sub(r"((?:\S+ ){9})", "\\1\n", escape(marked(piece)))
        lines.append(f"<p>{wrapped.replace('[1]', '<sup><a href=#ftn1>1</a></sup>')}</p>")
    lines += [
        f"<table><tr><td><p><b>Nơi nhận:</b><br>{'<br>'.join(parts.recipients)}</p></td>",
        f"<td><p><b>{'<br>'.join(parts.signature[:-1])}<br><br><br>{parts.signature[-1]}</b></p></td></tr></table>",
    ]
    return "\n".join([PORTAL_HEAD, *lines, PORTAL_TAIL]).encode()


# --- tables ------------------------------------------------------------------------------------------------


def docx_table(rows) -> bytes:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    return saved(document)


def html_table(rows) -> bytes:
    lines = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<html><body><p>Bảng</p><table>{lines}</table></body></html>".encode()


def xlsx_table(rows) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Biểu 1")
    for row in rows:
        sheet.append([text or None for text in row])
    return saved(book)
