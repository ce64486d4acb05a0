"""Formats broken on purpose, one fault each, by the check that must catch it. Data where data can be wrong, else a step."""

from __future__ import annotations

import re
from itertools import count
from types import SimpleNamespace

import attrs
from attrs import evolve

import chitieu as ct
from chitieu.agencies import reader as directories
from chitieu.levels import Level
from chitieu.provinces.local_agencies import LocalAgency
from chitieu.provinces.local_indicators import LocalIndicator
from chitieu.provinces.vocabulary import Bounds, Changes
from chitieu.work.assigning import Assigned, Assigning

STANDARD = ct.get_province("standard")
BEN_TRE = ct.get_province("ben-tre")


def changed(table, **settings):
    """Change settings of one table of the standard form."""
    return evolve(STANDARD, **{table: evolve(getattr(STANDARD, table), **settings)})


def more(table, name, *words):
    """Put words before those a list has."""
    return changed(table, **{name: (*words, *getattr(getattr(STANDARD, table), name))})


def levels(**added):
    return evolve(STANDARD, levels={**STANDARD.levels, **added})


def words(**tables):
    return evolve(STANDARD, words=evolve(STANDARD.words, **tables))


def agency(key, name, **rest):
    return evolve(STANDARD, agencies=(LocalAgency(key=key, name=name, **rest),))


def made_of(cls, base=STANDARD):
    """Make a format of a class that breaks a step, with the settings of another."""
    return cls(**{field.name: getattr(base, field.name) for field in attrs.fields(ct.ProvinceFormat)})


# --- steps that break -----------------------------------------------------------------------------------------


class DeafToArticles(ct.ProvinceFormat):
    def classify_line(self, line):
        return None if line.startswith("Điều") else super().classify_line(line)


class DeafToBullets(ct.ProvinceFormat):
    def classify_line(self, line):
        return None if line.startswith("-") else super().classify_line(line)


class NoOrders(ct.ProvinceFormat):
    def assign(self, source, start, end):
        found = super().assign(source, start, end)
        return evolve(found, lead=()) if source.flat[start:end].startswith("Yêu cầu") else found


class NoHelpers(ct.ProvinceFormat):
    def assign(self, source, start, end):
        found = super().assign(source, start, end)
        return evolve(found, cooperating=()) if ": Sở Y tế" in source.flat or ", phối hợp" in source.flat else found


class NeverValid(ct.ProvinceFormat):
    def covers(self, _day):
        return False


class NoDecimals(ct.ProvinceFormat):
    @property
    def number_style(self):
        return ct.NumberStyle(places=0)


class XaIsPhuong(ct.ProvinceFormat):
    @property
    def number_style(self):
        return ct.NumberStyle(spelling={"xã": "phường"})


class ReadsTheOriginal(ct.ProvinceFormat):
    """Looks past the folded text: other writings of the same letters are strange to it."""

    def assign(self, source, start, end):
        return super().assign(source, start, end) if "Sở Tài chính" in source.original else Assigned()


class Remembers(ct.ProvinceFormat):
    seen = count()

    def assign(self, source, start, end):
        return Assigned() if next(self.seen) > 12 else super().assign(source, start, end)


class WrongPlaces(ct.ProvinceFormat):
    def assign(self, source, start, end):
        found = super().assign(source, start, end)
        return evolve(found, lead=tuple(evolve(agency, span=ct.Span(0, 3)) for agency in found.lead))


class PlacesBeyondTheEnd(ct.ProvinceFormat):
    def assign(self, source, start, end):
        found = super().assign(source, start, end)
        return evolve(found, lead=tuple(evolve(agency, span=ct.Span(9, 99_999)) for agency in found.lead))


class Backwards(ct.ProvinceFormat):
    def outline(self, source):
        outline = super().outline(source)
        outline.root.children.reverse()
        return outline


class ApartBySymbol(ct.ProvinceFormat):
    """Puts a bullet inside the one before it where their marks differ."""

    def outline(self, source):
        outline = super().outline(source)
        for block in outline.root.walk():
            if len(block.children) == 2 and block.children[0].symbol != block.children[1].symbol:
                block.children[0].children.append(block.children.pop())
        return outline


class BreaksAtLists(ct.ProvinceFormat):
    def outline(self, source):
        if re.search(r"^\d{3}\. ", source.text, re.MULTILINE):
            raise KeyError(source.text)
        return super().outline(source)


class Breaks(ct.ProvinceFormat):
    def classify_line(self, line):
        if line[:3].isdecimal() and line[3:4] == ".":
            raise KeyError(line)
        return super().classify_line(line)


class Quadratic(ct.ProvinceFormat):
    """Takes time with the square of the text, on a clock of its own: no test waits for it."""

    clock = 0

    def outline(self, source):
        type(self).clock += len(source.text) ** 2
        return super().outline(source)


class DeafToProducts(Assigning):
    product_label = re.compile("(?!)")


class NeedsTwoColons(Assigning):
    """Reads a label that was declared with its colon only where a document writes two."""

    lead_label = re.compile(r"chủ trì chính:\s*:\s*")


class DeafToLabels(Assigning):
    cooperating_label = re.compile("(?!)")


def deaf(cls, **settings):
    return evolve(STANDARD, assigning=cls(**(attrs.asdict(STANDARD.assigning) | settings)))


def bad_style():
    """Have a style of dates that the schema knows nothing of."""
    return evolve(STANDARD, dates=SimpleNamespace(style="iso", zero="always"))


class SpoiledDirectory(ct.ProvinceFormat):
    def in_use(self):
        return directories.using(evolve(directories.directory(), names={}))


BROKEN = {
    "metadata-schema": {
        "slug": evolve(STANDARD, slug="Tỉnh A"),
        "separator": changed("numbers", separator=","),
        "level twice": levels(again=Level(("I.",))),
        "unknown level": changed("layout", levels=("roman", "nowhere")),
        "unknown unit": evolve(STANDARD, units={"sào": "mẫu ta"}),
        "two agencies, one key": evolve(STANDARD, agencies=(LocalAgency(key="a", name="Hội A"),) * 2),
        "report day": changed("reporting", day=31),
    },
    "metadata-source": {"nothing": evolve(STANDARD, source="")},
    "metadata-days": {"after its province": evolve(BEN_TRE, valid_from=ct.parse_date("1/7/2025"), valid_to=None)},
    "levels-lines": {"breaks": made_of(Breaks)},
    "levels-recognised": {"deaf": made_of(DeafToArticles), "taken": levels(item=Level(("i)",)))},
    "levels-distinct": {"same form": levels(item=Level(("Phần  I",)))},
    "levels-plain": {"bare number": levels(bare=Level(("1",)))},
    "levels-nested": {
        "upside down": changed("layout", levels=("num", "roman")),
        "backwards": made_of(Backwards),
    },
    "levels-siblings": {"apart": made_of(ApartBySymbol)},
    "sections-layout": {
        "all results": more("sections", "results", "chỉ tiêu"),
        "no titles": changed("sections", indicators=(), tasks=(), implementation=()),
    },
    "sections-indicators": {"as results": more("sections", "indicators", "tình hình thực hiện")},
    "sections-tasks": {"as indicators": more("sections", "tasks", "mục tiêu cụ thể")},
    "sections-implementation": {"as indicators": more("sections", "implementation", "các mục tiêu")},
    "sections-aims": {"as tasks": more("sections", "aims", "nhiệm vụ")},
    "sections-results": {"as indicators": more("sections", "indicators", "chỉ tiêu", "kết quả thực hiện chỉ tiêu")},
    "sections-purpose": {"as indicators": more("sections", "purpose", "chỉ tiêu")},
    "header-read": {"no kinds": changed("header", kinds=())},
    "header-kinds": {"no letters": more("header", "kinds", "kế hoạch", "2026")},
    "header-preamble": {"no word": more("header", "preamble", "căn cứ", ", theo")},
    "header-places": {"two in one": changed("header", places=("Tân Bình, Hòa Bình",))},
    "header-detected": {"never": made_of(NeverValid, BEN_TRE)},
    "header-places-detected": {
        "another's": evolve(BEN_TRE, header=evolve(BEN_TRE.header, places=("Hà Nội",))),
    },
    "words-bounds": {
        "two meanings": words(bounds=Bounds(at_least=("chạm mốc",), at_most=("chạm mốc",))),
        "no word": words(bounds=Bounds(at_least_after=("5%",))),
    },
    "words-changes": {
        "two meanings": words(changes=Changes(increase=("nhích",), decrease=("nhích",))),
        "no link": words(changes=Changes(link=("chạm ngay, mốc",))),
    },
    "words-assigned": {"a number": words(assigned=("giao 100%",))},
    "words-striving": {"a cue": words(striving=("tăng",))},
    "words-verbs": {"small letter": words(task_verbs=("vận động",))},
    "units-read": {"scaled": evolve(STANDARD, units={"nghìn ha": "ha"})},
    "indicators-resolve": {
        "one name twice": evolve(
            STANDARD, indicators={"poor": ("tỷ lệ nghèo chung",), "near_poor": ("tỷ lệ nghèo chung",)}
        ),
        "endless": evolve(STANDARD, indicators={"poor": ("hộ nghèo " * 60,)}),
    },
    "indicators-own": {
        "endless": evolve(STANDARD, local_indicators=(LocalIndicator(key="coconut", name="diện tích dừa " * 60),)),
        "one name twice": evolve(
            STANDARD,
            local_indicators=(
                LocalIndicator(key="coconut", name="Diện tích dừa hữu cơ"),
                LocalIndicator(key="organic", name="Diện tích dừa hữu cơ"),
            ),
        ),
    },
    "agencies-found": {"dots": agency("bptv", "Đài Bình Phước", abbreviations=("B.P.T.V",))},
    "agencies-unique": {
        "the library's": agency("stc-moi", "Sở Tài chính"),
        "its own": evolve(
            STANDARD,
            agencies=(LocalAgency(key="a", name="Hội Nước sạch"), LocalAgency(key="b", name="Hội Nước sạch")),
        ),
    },
    "library-targets": {
        "bound": words(bounds=Bounds(at_least=("không quá",))),
        "change": words(changes=Changes(increase=("giảm",))),
    },
    "library-names": {
        "indicator": evolve(STANDARD, indicators={"poor": ("tỷ lệ hộ cận nghèo",)}),
        "directory": made_of(SpoiledDirectory),
    },
    "assigning-orders": {"deaf": made_of(NoOrders)},
    "assigning-leads": {"part of names": more("assigning", "leads", "chủ trì", "tỉnh")},
    "assigning-cooperating": {"deaf": made_of(NoHelpers)},
    "assigning-lead-labels": {
        "two meanings": more("assigning", "lead_labels", "phối hợp"),
        "colon": deaf(NeedsTwoColons, lead_labels=("chủ trì chính:",)),
    },
    "assigning-cooperating-labels": {"deaf": deaf(DeafToLabels)},
    "assigning-due-labels": {"a day": more("assigning", "due_labels", "trước ngày 01/01/2024 đến")},
    "assigning-product-labels": {"deaf": deaf(DeafToProducts)},
    "reporting-words": {"meetings": more("reporting", "month", "phiên họp hàng tháng")},
    "tables-titles": {"two meanings": more("tables", "unit", "tên chỉ tiêu")},
    "numbers-round-trip": {"no decimals": made_of(NoDecimals)},
    "dates-round-trip": {"no style": bad_style()},
    "spelling-read": {"no such word": evolve(STANDARD, spelling={"tỷ": "tỵ"})},
    "quantities-round-trip": {"other noun": made_of(XaIsPhuong)},
    "targets-round-trip": {"other bound": words(bounds=Bounds(at_most=("trên",)))},
    "text-nfd": {"original": made_of(ReadsTheOriginal)},
    "text-no-break": {"original": made_of(ReadsTheOriginal)},
    "text-repeatable": {"remembers": made_of(Remembers)},
    "text-spans": {"wrong": made_of(WrongPlaces), "beyond": made_of(PlacesBeyondTheEnd)},
    "text-outline": {"backwards": made_of(Backwards)},
    "text-errors": {"breaks": made_of(BreaksAtLists)},
    "text-time": {"quadratic": made_of(Quadratic)},
}
"""By check: formats that it alone, or it before others, must catch."""
