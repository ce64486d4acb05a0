"""The registry: which format a slug means where, what a program may add, and which format fits a province."""

import asyncio
import gc
import threading
import weakref
from datetime import date

import pytest
from attrs import evolve
from distributions import install, install_toml, toml
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.provinces import fitting, registry, using
from chitieu.provinces.fitting import format_for, place_areas


@pytest.fixture(autouse=True)
def _own_registration(monkeypatch):
    """What a test registers is gone after it."""
    monkeypatch.setattr(registry, "_registered", {})
    monkeypatch.setattr(registry, "_warned", set())


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def named(slug, name="Thử"):
    return evolve(ct.get_province("standard"), slug=slug, name=name)


# --- formats of a program -----------------------------------------------------------------------------------


def test_a_registered_format_is_known_by_its_slug():
    form = named("thu")
    ct.provinces.register(form)
    assert ct.get_province("thu") is form
    assert "thu" in ct.available_provinces()
    assert ct.provinces.province_home("thu") == "registered"


@pytest.mark.parametrize("slug", ["thu", "standard"])
def test_a_slug_is_taken_over_only_when_that_is_said(slug):
    if slug == "thu":
        ct.provinces.register(named("thu"))
    with pytest.raises(ct.ProvincePluginError, match="replace=True"):
        ct.provinces.register(named(slug))
    ct.provinces.register(named(slug, "Khác"), replace=True)
    assert ct.get_province(slug).name == "Khác"


def test_a_plugins_slug_is_taken_as_well(site):
    install_toml(site, "co-roi")
    with pytest.raises(ct.ProvincePluginError):
        ct.provinces.register(named("co-roi"))


def test_using_holds_inside_its_block_only():
    with using(named("thu")):
        assert ct.get_province("thu").name == "Thử"
        with using(named("thu", "Trong"), named("nua")):
            assert ct.get_province("thu").name == "Trong"
            assert {"thu", "nua"} <= set(ct.available_provinces())
        assert ct.get_province("thu").name == "Thử"
    with pytest.raises(ct.UnknownProvinceError):
        ct.get_province("thu")


def test_using_wins_over_what_is_registered_and_built_in():
    ct.provinces.register(named("thu"))
    with using(named("thu", "Khối"), named("ben-tre", "Khối")):
        assert ct.get_province("thu").name == ct.get_province("ben-tre").name == "Khối"
    assert ct.get_province("ben-tre").name == "Bến Tre"


def test_an_exception_ends_using():
    with pytest.raises(ZeroDivisionError), using(named("thu")):
        _ = 1 / 0
    assert "thu" not in ct.available_provinces()


def test_using_is_of_its_thread_and_task():
    seen = []
    with using(named("thu")):
        thread = threading.Thread(target=lambda: seen.append("thu" in ct.available_provinces()))
        thread.start()
        thread.join()
    assert seen == [False]

    async def inside(name):
        with using(named("thu", name)):
            await asyncio.sleep(0)
            return ct.get_province("thu").name

    async def both():
        return await asyncio.gather(inside("Một"), inside("Hai"))

    assert asyncio.run(both()) == ["Một", "Hai"]


@given(st.lists(st.sampled_from(["thu", "nua", "ben-tre"]), max_size=5))
def test_blocks_leave_no_trace(slugs):
    """Law: after any nest of blocks everything means what it meant."""
    before = (ct.available_provinces(), ct.get_province("ben-tre"))

    def nest(rest):
        if rest:
            with using(named(rest[0], f"Lớp {len(rest)}")):
                assert ct.get_province(rest[0]).name == f"Lớp {len(rest)}"
                nest(rest[1:])

    nest(slugs)
    assert (ct.available_provinces(), ct.get_province("ben-tre")) == before


def test_the_names_of_the_package_are_loaded_when_used():
    assert set(dir(ct.provinces)) == set(ct.provinces.__all__)
    assert all(getattr(ct.provinces, name) is getattr(ct.provinces, name) for name in ct.provinces.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ct.provinces.nonsense


# --- what builds on what ------------------------------------------------------------------------------------


def test_an_installed_format_never_builds_on_one_of_a_block(site):
    """It outlives the block: what was read inside would stay outside."""
    install_toml(site, "xay-tren", toml("xay-tren", base="nen-rieng"))
    with using(named("nen-rieng")), pytest.raises(ct.ProvincePluginError, match="nen-rieng"):
        ct.get_province("xay-tren")


def test_an_installed_format_builds_on_the_standard_of_the_library(site):
    install_toml(site, "xay-chuan")
    with using(evolve(ct.get_province("standard"), name="Khác", header=ct.get_province("standard").header)):
        assert ct.get_province("xay-chuan").sections == ct.get_province("standard").sections


def test_a_file_builds_on_formats_of_the_program(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(toml("x", base="nen"), encoding="utf-8")
    base = evolve(named("nen"), numbers=evolve(ct.get_province("standard").numbers, pad_counts=True))
    with using(base):
        form = ct.load_format(file)
    assert form.numbers.pad_counts is True
    assert {origin.slug for origin in ct.province_origins(form)} == {"x", "nen"}


def test_a_file_that_extends_itself_through_a_block_ends(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(toml("standard", base="standard"), encoding="utf-8")
    form = ct.load_format(file)
    with using(form):
        again = ct.load_format(file)
    assert again.sections == form.sections


def test_loading_a_file_registers_nothing_and_keeps_nothing(tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(toml("le"), encoding="utf-8")
    form = ct.load_format(file)
    assert "le" not in ct.available_provinces()
    gone = weakref.ref(form)
    del form
    gc.collect()
    assert gone() is None


def test_a_format_is_one_object_in_a_process():
    assert ct.get_province("ben-tre") is ct.get_province("ben-tre")


def test_origins_of_a_slug_and_of_a_format_are_the_same():
    assert ct.province_origins("ben-tre") == ct.province_origins(ct.get_province("ben-tre"))


# --- which format fits --------------------------------------------------------------------------------------

LANG_SON = 'areas = ["20-legacy"]\n'


def test_a_plugin_fits_its_province(site):
    install_toml(site, "xu-lang", toml("xu-lang", more=LANG_SON))
    (area,) = ct.areas.search("Lạng Sơn")
    assert format_for(area).slug == "xu-lang"
    assert str(ct.detect_province("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n")[0]) == "xu-lang"


def test_the_days_of_a_format_count(site):
    more = LANG_SON + "valid_to = 2020-12-31\n"
    install_toml(site, "xu-lang-cu", toml("xu-lang-cu", more=more))
    (area,) = ct.areas.search("Lạng Sơn")
    assert format_for(area, date(2020, 1, 1)).slug == "xu-lang-cu"
    assert format_for(area, date(2021, 1, 1)) is None


def test_a_plugin_names_the_place_its_documents_are_dated_at(site):
    install_toml(site, "xu-dong-dang", toml("xu-dong-dang", more=LANG_SON + '[header]\nplaces = ["Đồng Đăng"]\n'))
    assert [area.short_name for area in place_areas("đồng đăng")] == ["Lạng Sơn"]


def test_formats_that_do_not_fit_are_not_made(site):
    for at in range(20):
        install_toml(site, f"xa-{at}", toml(f"xa-{at}", more='areas = ["20-legacy"]\n' if at == 7 else ""))
    (area,) = ct.areas.search("Lạng Sơn")
    assert format_for(area).slug == "xa-7"
    assert [plugin.slug for plugin in registry._of_plugins if plugin.slug.startswith("xa-")] == ["xa-7"]


def test_formats_of_the_program_fit_first(site):
    install_toml(site, "xu-lang-hai", toml("xu-lang-hai", more=LANG_SON))
    (area,) = ct.areas.search("Lạng Sơn")
    with using(evolve(named("cua-toi"), areas=("20-legacy",))):
        assert format_for(area).slug == "cua-toi"


@pytest.mark.parametrize(
    "more",
    ["areas = 3\n", 'areas = [3, "20-legacy"]\n', 'header = 3\nareas = ["20-legacy"]\n', 'areas = ["khong-co"]\n'],
)
def test_a_wrong_file_is_named_and_passed_over(site, more, request):
    slug = f"sai-{request.node.callspec.indices['more']}"
    install_toml(site, slug, toml(slug, more=more))
    (area,) = ct.areas.search("Lạng Sơn")
    if "20-legacy" in more:
        with pytest.warns(ct.ProvincePluginWarning, match=f"goi-{slug} 1.0"):
            assert format_for(area) is None
    else:
        assert format_for(area) is None
    assert place_areas("đông hà")


def test_a_plugin_in_code_fits_too(site):
    code = (
        "import chitieu as ct\nfrom attrs import evolve\n"
        "FORM = evolve(ct.get_province('standard'), slug='lang-ma', name='Lạng Sơn', areas=('20-legacy',))\n"
    )
    install(site, "goi-lang-ma", {"lang-ma": "goi_lang_ma:FORM"}, {"goi_lang_ma.py": code})
    (area,) = ct.areas.search("Lạng Sơn")
    assert format_for(area).slug == "lang-ma"


def test_two_plugins_with_one_slug_are_named_and_passed_over(site):
    install_toml(site, "doi", toml("doi", more=LANG_SON), name="goi-doi-a")
    install_toml(site, "doi", toml("doi", more=LANG_SON), name="goi-doi-b")
    (area,) = ct.areas.search("Lạng Sơn")
    with pytest.warns(ct.ProvincePluginWarning, match="goi-doi-a 1.0.* and goi-doi-b 1.0"):
        assert format_for(area) is None
    assert fitting.format_for(area) is None  # said once
