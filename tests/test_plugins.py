"""Plugins as installed distributions, in interpreters of their own: what each does, and that none stops another."""

import subprocess
import sys

import distributions
import pytest
from distributions import answers, install, install_toml, python, toml

import chitieu as ct
from chitieu.provinces.entry_points import offers
from chitieu.provinces.plugins import GROUP, find_plugins

ASK = """
import json, sys, warnings
import chitieu as ct
found = {"slugs": ct.available_provinces(), "early": [name for name in sys.modules if name.startswith("goi")]}
for slug in SLUGS:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            form = ct.get_province(slug)
            said = {"name": form.name, "class": type(form).__name__, "padded": form.numbers.pad_counts,
                    "same": form is ct.get_province(slug), "titles": form.sections.indicators,
                    "home": ct.provinces.province_home(slug)}
        except ct.ChitieuError as error:
            said = {"error": type(error).__name__, "en": error.message("en"), "vi": error.message("vi"),
                    "cause": type(error.__cause__).__name__}
        said["warnings"] = [f"{item.category.__name__}: {item.message}" for item in caught]
    found[slug] = said
found["late"] = [name for name in sys.modules if name.startswith("goi")]
print(json.dumps(found))
"""

MODULE = """
from attrs import evolve
import chitieu as ct

class Form(ct.ProvinceFormat):
    def classify_line(self, line):
        return ct.Marker("sign", "bullet", "§", None, "", 2) if line.startswith("§ ") else super().classify_line(line)

FORMAT = ct.load_format(__file__.replace("__init__.py", "f.toml"), Form)
"""
"""A plugin that is code: a step of the format overridden, the rest from its file."""


def fill(folder):
    """Install one plugin of every kind, good and bad."""
    install_toml(folder, "tot", toml("tot", more="[numbers]\npad_counts = true\n"), version="2.5")
    install(folder, "goi-ma", {"ma": "goi_ma:FORMAT"}, {"goi_ma/__init__.py": MODULE, "goi_ma/f.toml": toml("ma")})
    install_toml(folder, "con", toml("con", base="tot", more='[sections]\nindicators = ["chỉ số"]\n'))
    for slug, line in (("no", "1 / 0"), ("thoat", "raise SystemExit(3)"), ("cu-phap", "def (")):
        package = f"goi_{slug.replace('-', '_')}"
        install(folder, f"goi-{slug}", {slug: f"{package}:FORMAT"}, {f"{package}/__init__.py": line}, "3.1")
    install(folder, "goi-sai", {"sai": "goi_sai:FORMAT"}, {"goi_sai/__init__.py": "FORMAT = {'slug': 'sai'}"})
    install(folder, "goi-thieu", {"thieu": "goi_thieu:FORMAT"}, {"goi_thieu/__init__.py": ""})
    install(folder, "goi-khong-goi", {"khong-goi": "goi_khong_co:f.toml"})
    install(folder, "goi-khong-tep", {"khong-tep": "goi_tot:khong_co.toml"})
    install(folder, "goi-khong-gi", {"khong-gi": ""})
    install_toml(folder, "khac", toml("khac-han"))
    install_toml(folder, "hong", toml("hong", more="[numbers]\npad_counts = 1\nseperator = '.'\n"))
    install_toml(folder, "khong-toml", "slug = [")
    install_toml(folder, "chinh", toml("chinh", api="2.0"))
    install_toml(folder, "phu", toml("phu", api="1.9", more='[numbers]\npad_counts = true\nmau = "đỏ"\n[moi]\na = 1\n'))
    install_toml(folder, "con-phu", toml("con-phu", base="phu"))
    install_toml(folder, "vong-a", toml("vong-a", base="vong-b"))
    install_toml(folder, "vong-b", toml("vong-b", base="vong-a"))
    install_toml(folder, "con-hong", toml("con-hong", base="hong"))
    install_toml(folder, "hai", name="goi-hai-bac", version="1.1")
    install_toml(folder, "hai", name="goi-hai-nam", version="1.2")
    install_toml(folder, "ben-tre", toml("ben-tre", more="[numbers]\npad_counts = false\n"))


SLUGS = [
    *(
        "tot",
        "ma",
        "con",
        "no",
        "thoat",
        "cu-phap",
        "sai",
        "thieu",
        "khong-goi",
        "khong-tep",
        "khong-gi",
        "khac",
        "hong",
    ),
    *(
        "khong-toml",
        "chinh",
        "phu",
        "con-phu",
        "vong-a",
        "vong-b",
        "con-hong",
        "hai",
        "ben-tre",
        "standard",
        "khong-co",
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    fill(folder)
    return folder


@pytest.fixture(scope="module")
def world(site):
    """Ask one interpreter with all of them installed for each."""
    return answers(f"SLUGS = {SLUGS!r}\n{ASK}", site)


# --- the good ones ------------------------------------------------------------------------------------------


def test_plugins_are_found_without_importing_any(world):
    assert set(world["slugs"]) > {"tot", "ma", "con", "no", "standard", "ben-tre"}
    assert world["early"] == []


def test_a_toml_file_is_read_without_running_code_of_its_package(world):
    assert world["tot"]["padded"] is True
    assert "goi_tot" not in world["late"]
    assert "goi_ma" in world["late"]


@pytest.mark.parametrize("slug", ["tot", "ma", "con", "phu", "con-phu", "standard"])
def test_a_good_plugin_gives_its_format_whatever_the_others_do(world, slug):
    assert "error" not in world[slug]
    assert world[slug]["same"]
    assert "chỉ tiêu" in world[slug]["titles"]


def test_a_plugin_says_where_it_comes_from(world):
    assert (world["tot"]["home"], world["standard"]["home"]) == ("goi-tot 2.5", "chitieu")


def test_a_plugin_builds_on_a_plugin(world):
    assert world["con"]["padded"] is True
    assert world["con"]["titles"][0] == "chỉ số"


def test_a_plugin_in_code_overrides_a_step(site):
    code = """
import chitieu as ct
form = ct.get_province("ma")
print(type(form).__name__, form.classify_line("§ Kinh tế").level, form.classify_line("Điều 2. Kinh tế").level)
plan = ct.parse_plan("KẾ HOẠCH\\nI. CHỈ TIÊU\\n§ Tỷ lệ hộ nghèo dưới 2,5%\\n§ Số xã đạt chuẩn: 07 xã\\n", form)
print(len(plan.indicators))
print(*sorted({origin.slug for origin in ct.province_origins("ma")}))
"""
    assert python(code, site, flags=["-W", "ignore"]).splitlines() == ["Form sign article", "2", "ma standard"]


# --- the bad ones -------------------------------------------------------------------------------------------

BAD = {
    "no": ("goi-no 3.1", "ZeroDivisionError"),
    "thoat": ("goi-thoat 3.1", "SystemExit: 3"),
    "cu-phap": ("goi-cu-phap 3.1", "SyntaxError"),
    "sai": ("goi-sai 1.0", "the entry point gives dict; expected a .toml file or a ProvinceFormat"),
    "thieu": ("goi-thieu 1.0", "FORMAT"),
    "khong-goi": ("goi-khong-goi 1.0", "goi_khong_co"),
    "khong-tep": ("goi-khong-tep 1.0", "khong_co.toml"),
    "khong-gi": ("goi-khong-gi 1.0", "ValueError"),
    "khac": ("goi-khac 1.0", "calls itself 'khac-han'"),
    "hong": ("goi-hong 1.0", "f.toml:6: 'numbers.pad_counts' is 1; expected true or false"),
    "khong-toml": ("goi-khong-toml 1.0", "the file is not TOML"),
    "chinh": ("goi-chinh 1.0", "this chitieu reads version 1 of the schema"),
    "con-hong": ("goi-con-hong 1.0", "f.toml:2: 'extends' is 'hong'"),
    "vong-a": ("goi-vong-a 1.0", "extends itself: vong-a → vong-b → vong-a"),
    "vong-b": ("goi-vong-b 1.0", "extends itself"),
}


@pytest.mark.parametrize(("slug", "said"), BAD.items())
def test_a_broken_plugin_is_named_with_distribution_and_version(world, slug, said):
    assert world[slug]["error"] == "ProvincePluginError"
    for part in said:
        assert part in world[slug]["en"]
    assert said[0] in world[slug]["vi"]


def test_the_error_of_the_plugin_itself_is_the_cause(world):
    assert world["no"]["cause"] == "ZeroDivisionError"
    assert world["hong"]["cause"] == "ProvinceFormatError"


def test_every_fault_of_a_file_is_named(world):
    assert "f.toml:7: 'numbers.seperator'" in world["hong"]["en"]
    assert "'numbers.separator'" in world["hong"]["en"]


def test_two_plugins_with_one_slug_are_both_named(world):
    assert world["hai"]["error"] == "ProvincePluginError"
    assert "goi-hai-bac 1.1" in world["hai"]["en"]
    assert "goi-hai-nam 1.2" in world["hai"]["en"]


def test_a_plugin_for_a_later_minor_version_is_read_and_named(world):
    (warning,) = world["phu"]["warnings"]
    assert warning.startswith("ProvincePluginWarning: goi-phu 1.0: the format 'phu' is written for version 1.9")
    assert world["phu"]["padded"] is True


def test_a_format_may_build_on_one_of_a_later_minor_version(world):
    assert world["con-phu"]["padded"] is True


def test_a_slug_of_the_library_stays_the_librarys(world):
    """Law: an installed package cannot change what a built-in format means; it is named when plugins are looked at."""
    assert (world["ben-tre"]["home"], world["ben-tre"]["padded"]) == ("chitieu", True)


def test_a_slug_nobody_offers_names_those_there_are(world):
    assert world["khong-co"]["error"] == "UnknownProvinceError"
    assert "tot" in world["khong-co"]["en"]


def test_a_plugin_under_a_slug_of_the_library_is_named_once(site):
    code = "import chitieu as ct\nfor _ in range(3): ct.available_provinces()\n"
    command = [sys.executable, "-W", "always", "-c", code]
    environment = {"PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603  (our own code)
    assert done.stderr.count("ProvincePluginWarning") == 1
    assert "goi-ben-tre 1.0 (goi_ben_tre:f.toml) offers 'ben-tre'" in done.stderr


def test_detection_names_a_broken_plugin_and_goes_on(site):
    code = """
import json, warnings
import chitieu as ct
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    found = ct.detect_province("ỦY BAN NHÂN DÂN\\nTỈNH BẾN TRE\\n\\nĐông Hà, ngày 19 tháng 01 năm 2023")
print(json.dumps([str(found[0]), [str(item.message) for item in caught]]))
"""
    slug, warned = answers(code, site)
    assert slug == "ben-tre"
    assert any("goi-no 3.1" in message for message in warned)
    assert any("goi-khong-toml 1.0" in message for message in warned)
    assert len(set(warned)) == len(warned)


# --- switched off, raced for, found elsewhere ---------------------------------------------------------------


@pytest.mark.parametrize(("value", "known"), [("1", False), ("yes", False), ("0", True), ("", True)])
def test_plugins_can_be_switched_off(site, value, known):
    code = "import json, chitieu as ct\nprint(json.dumps('tot' in ct.available_provinces()))"
    assert answers(code, site, CHITIEU_NO_PLUGINS=value, flags=["-W", "ignore"]) is known


def test_switching_off_holds_for_formats_already_loaded(tmp_path, monkeypatch):
    install_toml(tmp_path, "tat-di")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert ct.get_province("tat-di").slug == "tat-di"
    monkeypatch.setenv("CHITIEU_NO_PLUGINS", "1")
    with pytest.raises(ct.UnknownProvinceError):
        ct.get_province("tat-di")


RACE = """
import json, sys, threading
sys.setswitchinterval(1e-6)
import chitieu as ct
from chitieu.provinces import registry
made = []
build = registry.build
registry.build = lambda source, cls, **options: made.append(source.slug) or build(source, cls, **options)
barrier = threading.Barrier(24)
got = []
def ask(slug):
    barrier.wait()
    got.append((slug, id(ct.get_province(slug))))
threads = [threading.Thread(target=ask, args=(slug,)) for slug in ("con", "tot", "ben-tre", "ma") * 6]
for thread in threads: thread.start()
for thread in threads: thread.join(30)
print(json.dumps([len(got), len(set(got)), sorted(made), any(thread.is_alive() for thread in threads)]))
"""


def test_many_threads_make_each_format_once(site):
    count, different, made, stuck = answers(RACE, site)
    assert (count, different, stuck) == (24, 4, False)
    assert made == ["ben-tre", "con", "ma", "ma", "standard", "tot"]  # the module of "ma" makes its own


CROSSED = """
import importlib, sys, threading, time
import chitieu as ct
def imports(): importlib.import_module("goi_cham")
def asks(): ct.get_province("cham")
threads = [threading.Thread(target=work, daemon=True) for work in (imports, asks)]
for thread in threads:
    thread.start()
    time.sleep(0.05)
for thread in threads: thread.join(20)
print(any(thread.is_alive() for thread in threads))
"""


def test_a_module_that_asks_for_a_format_while_it_is_imported_stops_nobody(tmp_path):
    """One thread imports the plugin's module, which needs a format; another asks for the plugin's format."""
    code = (
        "import time\ntime.sleep(0.3)\nimport chitieu as ct\nfrom attrs import evolve\n"
        "FORMAT = evolve(ct.get_province('standard'), slug='cham', name='Chậm')\n"
    )
    install(tmp_path, "goi-cham", {"cham": "goi_cham:FORMAT"}, {"goi_cham/__init__.py": code})
    assert python(CROSSED, tmp_path) == "False\n"


def test_a_plugin_in_a_zip_file_is_found(tmp_path):
    install_toml(tmp_path / "tree", "nen", name="goi-nen")
    (tmp_path / "tree" / "goi_nen" / "__init__.py").write_text("", encoding="utf-8")
    file = distributions.zipped(tmp_path / "tree", tmp_path / "goi.zip")
    code = "import json, chitieu as ct\nprint(json.dumps([ct.get_province('nen').name, ct.provinces.province_home('nen')]))"
    assert answers(code, file) == ["Tỉnh nen", "goi-nen 1.0"]


def test_the_first_of_two_versions_on_the_path_counts(tmp_path):
    """As for imports: what stands first on the path hides what stands behind."""
    install_toml(tmp_path / "first", "mot", toml("mot", more="[numbers]\npad_counts = true\n"), version="2.0")
    install_toml(tmp_path / "second", "mot", version="1.0", name="Goi.Mot")
    code = "import json, chitieu as ct\nprint(json.dumps([ct.get_province('mot').numbers.pad_counts, ct.provinces.province_home('mot')]))"
    assert answers(code, tmp_path / "first", tmp_path / "second") == [True, "goi-mot 2.0"]


def test_a_distribution_that_cannot_be_read_hides_no_other(tmp_path, monkeypatch):
    install_toml(tmp_path, "con-lai")
    for name in ("hong-1.0.dist-info", "nhi_phan-1.0.dist-info", "thu-muc-1.0.dist-info"):
        (tmp_path / name).mkdir()
    (tmp_path / "nhi_phan-1.0.dist-info" / "entry_points.txt").write_bytes(b"\xff\xfe[chitieu.provinces]\n\x00")
    (tmp_path / "thu-muc-1.0.dist-info" / "entry_points.txt").mkdir()
    (tmp_path / "cu.egg-info").write_text("Name: cu\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "con-lai" in find_plugins()


def test_a_distribution_without_metadata_has_the_name_of_its_folder(tmp_path, monkeypatch):
    install_toml(tmp_path, "vo-danh", version="4.2")
    (tmp_path / "goi_vo_danh-4.2.dist-info" / "METADATA").unlink()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert ct.provinces.province_home("vo-danh") == "goi_vo_danh 4.2"


def test_the_scan_finds_what_importlib_finds(site, tmp_path):
    """Law: looking at the files gives what ``importlib.metadata`` gives."""
    code = """
import json, sys, importlib.metadata
from chitieu.provinces.entry_points import offers
entries = importlib.metadata.entry_points(group="chitieu.provinces")
slow = sorted((entry.name, entry.value, entry.dist.name, entry.dist.version) for entry in entries)
fast = sorted((offer.name, offer.value, *offer.identity()) for offer in offers("chitieu.provinces", sys.path))
print(json.dumps([slow, fast]))
"""
    slow, fast = answers(code, site, tmp_path)
    assert slow == fast
    assert len(fast) == len(list(offers(GROUP, [str(site)])))


def test_other_finders_are_asked_the_slow_way(tmp_path):
    """A loader of packages that are no folders brings its distributions by a finder."""
    install_toml(tmp_path / "hidden", "la", version="7.0")
    code = f"""
import importlib.metadata, json, sys
class Finder:
    def find_spec(self, *args): return None
    def find_distributions(self, context):
        return iter([importlib.metadata.PathDistribution(__import__("pathlib").Path({str(tmp_path)!r}, "hidden", "goi_la-7.0.dist-info"))])
sys.meta_path.append(Finder())
from chitieu.provinces.plugins import find_plugins
print(json.dumps([f"{{plugin}}" for plugin in find_plugins()["la"]]))
"""
    assert answers(code) == ["goi-la 7.0 (goi_la:f.toml)"]


def test_asking_for_a_format_of_the_library_looks_at_no_plugin(site):
    code = """
import json, sys
import chitieu as ct
ct.get_province("ben-tre")
from chitieu.provinces import plugins
print(json.dumps([plugins._installed.cache_info().misses, "importlib.metadata" in sys.modules]))
"""
    assert answers(code, site) == [0, False]
