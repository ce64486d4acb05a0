"""A small writer of PDF for the tests: text at a place, ruled lines, pages; letters of any language.

The font is named and not embedded; its letters are given their meaning by a ToUnicode map, which is what reading
text uses. Every letter is half as wide as the font is high.
"""

from __future__ import annotations

import textwrap

from attrs import define, field
from source_files import marked

WIDTH, HEIGHT = 595, 842
SIZE = 12
_TURNS = {  # pages that are stored turned and shown upright
    0: "",
    90: f"0 1 -1 0 {HEIGHT} 0 cm\n",
    180: f"-1 0 0 -1 {WIDTH} {HEIGHT} cm\n",
    270: f"0 -1 1 0 0 {WIDTH} cm\n",
}


@define
class PdfWriter:
    """Pages of drawing commands; distances from the upper left corner."""

    pages: list[list[str]] = field(factory=list)
    letters: dict[str, int] = field(factory=dict)
    rotate: int = 0

    def page(self) -> None:
        self.pages.append([])

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        codes = "".join(f"{self.letters.setdefault(char, len(self.letters) + 1):04x}" for char in text)
        self.pages[-1].append(f"BT /F1 {size} Tf {x} {HEIGHT - y} Td <{codes}> Tj ET")

    def line(self, x: float, y: float, x2: float, y2: float) -> None:
        self.pages[-1].append(f"0.5 w {x} {HEIGHT - y} m {x2} {HEIGHT - y2} l S")

    def table(self, x: float, y: float, widths: list[float], rows: list[list[str]], step: float = 16) -> float:
        """Draw a table with every border; return the height below it."""
        right, bottom = x + sum(widths), y + step * len(rows)
        for at in range(len(rows) + 1):
            self.line(x, y + step * at, right, y + step * at)
        edge = x
        for width in [*widths, 0]:
            self.line(edge, y, edge, bottom)
            edge += width
        for at, row in enumerate(rows):
            edge = x
            for cell, width in zip(row, widths, strict=True):
                self.text(edge + 2, y + step * at + 12, cell, 8)
                edge += width
        return bottom

    def save(self, trailer: str = "") -> bytes:
        chars = "\n".join(f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in self.letters.items())
        unicode = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(self.letters)} beginbfchar\n{chars}\n"
            "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        kids = " ".join(f"{7 + 2 * at} 0 R" for at in range(len(self.pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>",
            (
                "<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /DescendantFonts [4 0 R] "
                "/ToUnicode 6 0 R >>"
            ),
            (
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /CIDSystemInfo << /Registry (Adobe) "
                "/Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>"
            ),
            (
                "<< /Type /FontDescriptor /FontName /Times-Roman /Flags 4 /FontBBox [0 -216 1000 891] /ItalicAngle 0 "
                "/Ascent 891 /Descent -216 /CapHeight 662 /StemV 80 >>"
            ),
            _stream(unicode),
        ]
        size = f"{HEIGHT} {WIDTH}" if self.rotate % 180 else f"{WIDTH} {HEIGHT}"
        for at, commands in enumerate(self.pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Rotate {self.rotate} "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {8 + 2 * at} 0 R >>"
            )
            objects.append(_stream(_TURNS[self.rotate] + "\n".join(commands)))
        return _file(objects, trailer)


def _stream(text: str) -> str:
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"


def _file(objects: list[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def encrypted() -> bytes:
    """Return a PDF with a user password: its key fits no empty one."""
    writer = PdfWriter()
    writer.page()
    writer.text(72, 100, "KẾ HOẠCH")
    key = "00112233445566778899aabbccddeeff" * 2
    return writer.save(f"/ID [<{key}> <{key}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")


def pdf_plan(parts) -> bytes:
    """Write the plan as printed: head in two columns, wrapped lines, page numbers, the list of recipients beside."""
    writer = PdfWriter()
    writer.page()
    left = [*parts.left, parts.number]
    right = [*parts.right, parts.dated]
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        writer.text(72, 72 + 16 * at, one)
        writer.text(300, 72 + 16 * at, other)
    lines = ["", "KẾ HOẠCH", *(line for text in parts.title for line in textwrap.wrap(text, 70))]
    for piece in parts.body:
        lines += textwrap.wrap(marked(piece), 72, break_on_hyphens=False)
    y = 130
    for line in lines:
        if y > 760:
            writer.text(295, 800, str(len(writer.pages)))
            writer.page()
            y = 72
        writer.text(72, y, line)
        y += 18
    for at, line in enumerate(("Nơi nhận:", *parts.recipients)):
        writer.text(72, y + 16 * at, line)
    for at, line in enumerate(parts.signature):
        writer.text(360, y + 16 * at, line)
    return writer.save()
