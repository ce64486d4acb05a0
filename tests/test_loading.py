"""Format files: what is wrong is named with file, line, key, what was found and what is allowed."""

import tomllib
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.provinces.layers import FormatData, merge, origins
from chitieu.provinces.loading import MAX_CHARACTERS, build, format_data, parse_data, settings_of
from chitieu.provinces.schema import ProvinceFormat

HEAD = 'slug = "x"\nname = "X"\n'


@pytest.fixture
def load(tmp_path):
    """Load a text or bytes as a format file called f.toml."""

    def call(content, cls=ProvinceFormat):
        path = tmp_path / "f.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return ct.load_format(path, cls)

    return call


@pytest.fixture
def faults(load, tmp_path):
    """Load a wrong text; give the error without the folder, in a language."""

    def call(content, language="en"):
        with pytest.raises(ct.ProvinceFormatError) as info:
            load(content)
        return [line.removeprefix(f"{tmp_path}/") for line in info.value.message(language).splitlines()]

    return call


# --- what an error says -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[numbers]\npad_counts = 1", "f.toml:4: 'numbers.pad_counts' is 1; expected true or false"),
        ("[numbers]\nseparator = ','", "f.toml:4: 'numbers.separator' is ','; expected one of '.', ' '"),
        ("[reporting]\nday = 31", "f.toml:4: 'reporting.day' is 31; expected a day every month has, 1 to 28"),
        ("[reporting]\nday = true", "f.toml:4: 'reporting.day' is True; expected a whole number"),
        ("[sections]\ntasks = 'a'", "f.toml:4: 'sections.tasks' is 'a'; expected a list in square brackets"),
        ("[sections]\ntasks = [\n'a',\n7]", "f.toml:6: 'sections.tasks[1]' is 7; expected text on one line"),
        ("[sections]\ntasks = [' ']", "f.toml:4: 'sections.tasks[0]' is ' '; expected text on one line"),
        ('[sections]\ntasks = ["a\\tb"]', "f.toml:4: 'sections.tasks[0]' is 'a\\tb'; expected text on one line"),
        ("numbers = 3", "f.toml:3: 'numbers' is 3; expected a table"),
        ("valid_to = '2025-06-30'", "f.toml:3: 'valid_to' is '2025-06-30'; expected a day without quotes"),
        ("valid_to = 2025-06-30T00:00:00", "f.toml:3: 'valid_to' is datetime"),
        ("valid_from = 2026-01-01\nvalid_to = 2025-06-30", "f.toml:4: 'valid_to' is datetime.date(2025, 6, 30); "),
        ("areas = ['99']", "f.toml:3: 'areas[0]' is '99'; expected the id of an area"),
        ("[units]\n'giường' = '???'", "f.toml:4: 'units.\"giường\"' is '???'; the library knows no unit '???'"),
        ("[indicators]\nnothing = ['a']", "f.toml:4: 'indicators.nothing' is 'nothing'; expected the key of an ind"),
        ("[levels.a]\nforms = []", "f.toml:3: 'levels.a' is -; a level needs at least one form"),
        ("[levels]\na.forms = ['-']\nb.forms = ['-']", "f.toml:5: 'levels.b.forms[0]' is '-'; the level 'a' is"),
        ("[[agencies]]\nkey = 'A b'\nname = 'B'", "f.toml:4: 'agencies[0].key' is 'A b'; expected lower-case ASCII"),
        ("[[agencies]]\nkey = 'ab'", "f.toml:3: 'agencies[0].name' is ''; this setting must be given"),
        ("[[agencies]]\nkey='a'\nname='b'\nsuccessor='c'", "f.toml:6: 'agencies[0].successor' is 'c'; expected the"),
        (
            "[layout]\nlevels = ['a']\nindicator_item = 'b'",
            "f.toml:4: 'layout.levels[0]' is 'a'; expected the name of a level",
        ),
        ("extends = 'atlantis'", "f.toml:3: 'extends' is 'atlantis'; expected the slug of a format that can be read"),
        ("extends = 3", "f.toml:3: 'extends' is 3; expected text on one line"),
        ("api = '2.0'", "f.toml:3: 'api' is '2.0'; this chitieu reads version 1 of the schema"),
        ("api = '1'", "f.toml:3: 'api' is '1'; expected major and minor version"),
        ("api = 1.0", "f.toml:3: 'api' is 1.0; expected major and minor version"),
        ("a = ", "f.toml:3: Invalid value (at end of document); the file is not TOML"),
        ("a b", "f.toml:3: Expected '='"),
        ("name = 'Y'", "f.toml:3: Cannot overwrite a value"),
    ],
)
def test_a_fault_is_named_with_line_key_found_and_allowed(faults, text, said):
    (line, *more) = faults(HEAD + text)
    assert line.startswith(said)
    assert all("layout.indicator_item" in other for other in more)


def test_faults_are_told_in_vietnamese(faults):
    assert faults(HEAD + "[numbers]\npad_counts = 1", "vi") == [
        "f.toml:4: 'numbers.pad_counts' là 1; cần true hoặc false"
    ]


def test_every_message_is_in_both_languages():
    templates = tomllib.loads((ct.provinces.registry.FOLDER / "../../data/messages.toml").read_text(encoding="utf-8"))
    for key, words in templates.items():
        assert set(words) == {"en", "vi"}, key


def test_several_faults_are_told_at_once_in_the_order_of_the_file(faults):
    text = HEAD + "colour = 1\n[numbers]\npad_counts = 1\npading = 2\n[dates]\nstyle = 'x'\n[[agencies]]\nkeys = 'a'\n"
    assert [line.partition("' is ")[0] for line in faults(text)] == [
        "f.toml:3: 'colour",
        "f.toml:5: 'numbers.pad_counts",
        "f.toml:6: 'numbers.pading",
        "f.toml:8: 'dates.style",
        "f.toml:10: 'agencies[0].keys",
    ]


def test_an_unknown_setting_names_the_nearest_first(faults):
    (line,) = faults(HEAD + "[numbers]\npad_count = true")
    assert "perhaps 'numbers.pad_counts' was meant (settings here: grouping, separator" in line


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[bounds]\nat_least = ['x']", "words.bounds"),
        ("[words]\nat_least = ['x']", "words.bounds.at_least"),
        ("[words.bound]\nat_least = ['x']", "words.bounds"),
        ("[levels.a]\nform = ['a)']\nforms = ['a)']", "levels.a.forms"),
        ("[[agencies]]\nkey = 'a'\nname = 'A'\nalias = ['B']", "agencies[0].aliases"),
        ("[words]\nlead_label = ['x']", "assigning.lead_labels"),
        ("[sections]\nlevels = ['x']", "levels / layout.levels"),
        ("[words]\nindicators = ['x']", "indicators / sections.indicators / layout.indicators"),
        ("[layout]\nforms = ['x']", 'levels."<name>".forms'),
        ("successor = 'a'", "agencies.successor"),
    ],
)
def test_an_unknown_setting_names_the_one_meant_with_its_path(faults, text, meant):
    (line,) = faults(HEAD + text)
    assert f"perhaps '{meant}' was meant (settings here: " in line
    assert f"có lẽ là '{meant}' (các mục ở đây: " in faults(HEAD + text, "vi")[0]


def test_an_unknown_setting_like_no_other_names_none(faults):
    assert "the schema has no such setting (settings here: slug, name" in faults(HEAD + "zzzzz = 1")[0]
    assert "lược đồ không có mục này (các mục ở đây: slug, name" in faults(HEAD + "zzzzz = 1", "vi")[0]


@pytest.mark.parametrize(
    ("writing", "unit", "en", "vi"),
    [
        ("tỷ đô", "tỷ USD", 'write "đô" = "USD" instead, and \'tỷ đô\' is read', 'hãy viết "đô" = "USD", khi đó'),
        ("nghìn tỷ đô", "nghìn tỷ USD", 'write "đô" = "USD" instead', 'hãy viết "đô" = "USD"'),
        ("tỷ đô la mỹ", "tỷ USD", "because 'đô la mỹ' means 'USD': leave this line out", "hãy bỏ dòng này"),
        (
            "tỷ bạc",
            "triệu đồng",
            "only a writing of one word can; give the noun a writing of its own",
            "cách viết riêng",
        ),
        ("tỷ ha", "tỷ đồng", "only a writing of one word can", "chỉ cách viết một từ mới được"),
        ("ca", "cái bàn ghế", "the library knows no unit 'cái bàn ghế': expected", "không biết đơn vị 'cái bàn ghế'"),
        ("ca", "xã", "the writing 'ca' already means the unit 'ca'", "cách viết 'ca' đã là đơn vị 'ca'"),
    ],
)
def test_a_writing_of_a_unit_that_cannot_be_says_what_to_write(faults, writing, unit, en, vi):
    text = f'{HEAD}[units]\n"{writing}" = "{unit}"'
    assert en in faults(text)[0]
    assert vi in faults(text, "vi")[0]


def test_what_a_message_says_to_write_can_be_written(load):
    form = load(f'{HEAD}[units]\n"đô" = "USD"')
    with form.in_use():
        assert ct.parse_quantity("7 tỷ đô").unit.label == "tỷ USD"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("[levels.mục]\nforms = ['Mục 1.']", '[levels."mục"]'),
        ("[levels.mu\u0323c]\nforms = ['Mục 1.']", '[levels."mục"]'),
        ('[[đơn."vị"]]', '[["đơn"."vị"]]'),
        ("giường y tế = 'x'", '"giường y tế" ='),
        ("units = { 'a' = 'b', giường = 'x' }", '"giường" ='),
    ],
)
def test_names_that_need_quotes_are_told(faults, text, quoted):
    assert f"names with Vietnamese letters or spaces are written in quotes: {quoted}" in faults(HEAD + text)[0]
    assert f"phải đặt trong ngoặc kép: {quoted}" in faults(HEAD + text, "vi")[0]
    assert faults(HEAD + text)[0].startswith(("f.toml:3: Expected", "f.toml:3: Invalid initial"))


def test_a_fault_beside_names_in_quotes_is_not_put_down_to_them(faults):
    assert faults(HEAD + "\"mục\" = 'x' y")[0].endswith("the file is not TOML")
    assert faults(HEAD + f"mục{' ' * 90_000}")[0].endswith("the file is not TOML")


def test_what_is_missing_is_named(faults):
    assert faults("") == [
        "f.toml: 'slug' is -; this setting must be given",
        "f.toml: 'name' is -; this setting must be given",
    ]


def test_an_error_holds_its_problems_as_values(load):
    with pytest.raises(ct.ProvinceFormatError) as info:
        load(HEAD + "[numbers]\npad_counts = 1")
    (problem,) = info.value.problems
    assert (problem.key, problem.line, problem.found, problem.allowed) == ("numbers.pad_counts", 4, 1, "switch")
    assert isinstance(info.value, ValueError)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "cannot be read as UTF-8"),
        ("slug = 'tỉnh'".encode("utf-16"), "cannot be read as UTF-8"),
        (b"\x00\x01", "the file is not TOML"),
        (b"\x7fELF\x02\x01\x01", "the file is not TOML"),
        ("#" * (MAX_CHARACTERS + 1), "at most 100000 characters"),
        ("[" * 5000, "the file is not TOML"),
        ("a = " + "[" * 5000, "the file is not TOML"),
        ("a = " + "[" * 50 + "]" * 50, "nest at most 8 deep"),
        (".".join("a" * 150) + " = 1", "nest at most 8 deep"),
        ("\n" + ".".join("a" * 20_000) + " = 1", "nest at most 8 deep"),
        ("a = " + "{a = " * 300 + "1" + "}" * 300, ""),
        ("[reporting]\nday = " + "9" * 5000, "the file is not TOML"),
        (HEAD + "[reporting]\nday = 0x" + "f" * 5000, "int of too many digits"),
        (HEAD + "areas = [0x" + "f" * 5000 + "]", "int of too many digits"),
        (HEAD + "[units]\n'' = 'a'", "expected text"),
        (HEAD + "[levels.'']\nforms = ['-']", "expected text"),
        (HEAD + "valid_to = 2025-02-30", "the file is not TOML"),
    ],
)
def test_hostile_files_are_faults_too(faults, content, said):
    assert said in "\n".join(faults(content))


def test_a_missing_file_and_a_folder_are_faults(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path, "a\0b.toml"):
        with pytest.raises(ct.ProvinceFormatError, match="cannot be read"):
            ct.load_format(path)


def test_a_byte_order_mark_and_windows_line_ends_are_no_faults(load, faults):
    assert load(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()).name == "X"
    assert faults(HEAD.replace("\n", "\r\n") + "[dates]\r\nstyle = 3\r\n")[0].startswith("f.toml:4:")


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.sampled_from(["-", "a)", "I.", "1.", "(1)", "%", "tỷ đồng", "standard", "poor", "dot", "order", "labels"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
).filter(lambda value: value is not None)


def tables(cls):
    """Make data of the right keys with values of any kind: what someone writes who has not read the schema."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(attrs.fields_dict(cls), VALUES))


def nested(cls):
    own = {item.name: tables(item.default.factory) for item in attrs.fields(cls) if _is_table(item)}
    return st.builds(lambda wild, right: {**wild, **right}, tables(cls), st.fixed_dictionaries({}, optional=own))


def _is_table(item):
    return isinstance(item.default, attrs.Factory) and attrs.has(item.default.factory)


@given(nested(ProvinceFormat))
def test_data_of_any_kind_is_a_format_or_a_format_error(data):
    """Law: only `ProvinceFormatError` escapes, and its messages can be shown; what is built can be used."""
    source = FormatData("x", "x.toml", {"slug": "x", "name": "X", **data, "extends": "standard"}, {})
    form, error = built(lambda: source)
    if error:
        assert error.problems
        assert error.message("en")
        assert error.message("vi")
    else:
        use(form)


def built(source):
    """Build a format; give it, or the error."""
    try:
        return build(source(), ProvinceFormat), None
    except ct.ProvinceFormatError as error:
        return None, error


def use(form):
    """Touch everything that is made of the settings."""
    with form.in_use():
        ct.find_targets("tăng không quá 2,5% so với năm 2025")
        ct.format_quantity(ct.parse_quantity("7 xã"), province=form)
    ct.parse_indicators("I. CHỈ TIÊU\n1) Tỷ lệ hộ nghèo dưới 2,5%", form)
    assert origins(format_data(form))


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_a_format_or_a_format_error(text):
    form, error = built(lambda: parse_data(text, "x.toml"))
    assert form or str(error)


@given(st.data())
def test_a_good_file_with_a_hole_is_a_format_or_a_format_error(data):
    """Law: files cut, doubled or stirred anywhere are read or refused."""
    text = (ct.provinces.registry.FOLDER / "ben-tre.toml").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    put = data.draw(st.sampled_from(["", '"', "[", "]]", "\n", "=", "'''", "\\", "1", "{", "#"]))
    _, error = built(lambda: parse_data(text[:start] + put + text[end:], "x.toml"))
    lines = {problem.line for problem in error.problems} - {None} if error else set()
    assert all(1 <= line <= text.count("\n") + 2 for line in lines)


# --- building on another ------------------------------------------------------------------------------------


def test_values_override_lists_add_and_choices_replace(load):
    form = load(
        HEAD + "extends = 'standard'\n[sections]\nindicators = ['CHỈ SỐ']\n[dates]\nstyle = 'slash'\n"
        "[layout]\nlevels = ['num', 'dash']\nindicator_item = 'dash'\n[header]\norder = ['motto', 'issuer', 'number', 'place']"
    )
    base = ct.get_province("standard")
    assert form.sections.indicators == ("CHỈ SỐ", *base.sections.indicators)
    assert (form.dates.style, form.layout.levels) == ("slash", ("num", "dash"))
    assert form.header.order == ("motto", "issuer", "number", "place")
    assert form.numbers == base.numbers


def test_identity_is_never_taken_over(load):
    form = load("slug = 'x'\nname = 'X'\nextends = 'ben-tre'")
    assert (form.areas, form.valid_to, form.source, form.extends) == ((), None, "", "ben-tre")
    assert form.numbers.pad_counts is True


@given(*[st.dictionaries(st.sampled_from("abc"), st.integers() | st.lists(st.integers(), max_size=3))] * 3)
def test_laying_over_nothing_and_itself_changes_nothing(low, middle, high):
    """Laws: nothing is neutral, laying twice is laying once, and the order of laying does not matter for values."""
    assert merge({}, low) == merge(low, {}) == low
    once = merge(low, high)
    assert {key: value for key, value in once.items() if isinstance(high.get(key), int)} == {
        key: value for key, value in high.items() if isinstance(value, int)
    }
    assert set(merge(merge(low, middle), high)) == {*low, *middle, *high}


def test_origins_say_which_format_and_what_it_overrides(load):
    form = load(HEAD + "extends = 'ben-tre'\n[numbers]\npad_counts = false\n[words]\nstriving = ['phấn đấu', 'mới']")
    found = {
        (origin.key, origin.value): origin
        for origin in ct.province_origins(form)
        if not isinstance(origin.value, (list, dict))
    }
    assert found["numbers.pad_counts", False].overrides is True
    assert found["numbers.pad_counts", False].slug == "x"
    assert found["words.striving", "mới"].slug == "x"
    assert found["words.striving", "phấn đấu"].slug == "standard"
    assert found["dates.style", "long"].slug == "ben-tre"
    assert ("areas", "83-legacy") not in found


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_origins_add_up_to_the_format(slug):
    """Law: every setting that is not at its default has an origin, and no origin speaks of another value."""
    data = format_data(ct.get_province(slug)).data
    named = {origin.key.partition(".")[0] for origin in ct.province_origins(slug)}
    assert set(data) <= named
    for origin in ct.province_origins(slug):
        if origin.key.startswith("numbers."):
            assert getattr(ct.get_province(slug).numbers, origin.key.removeprefix("numbers.")) == origin.value


# --- formats made in Python ---------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_the_data_of_a_format_builds_it_again(slug):
    """Law; and the library's own formats, whose meaning is not checked when they are loaded, are checked here."""
    form = ct.get_province(slug)
    again = build(attrs.evolve(format_data(form), base=None), ProvinceFormat)
    assert settings_of(again) == settings_of(form)


def test_a_subclass_is_built_from_a_file(load):
    @attrs.frozen(slots=False, eq=False)
    class Own(ProvinceFormat):
        extra: str = "mine"

        def assign(self, source, start, end):
            return super().assign(source, start, end)

    form = load(HEAD, Own)
    assert (type(form), form.extra) == (Own, "mine")
    assert "extra" not in format_data(form).data


# --- versions -----------------------------------------------------------------------------------------------


LATER = (
    HEAD
    + 'api = "1.7"\nextends = "standard"\nnew = 1\n[numbers]\npad_counts = true\nfont = "x"\n[spelling]\nfont = "phông"\n'
    '[levels.item]\nforms = ["§"]\nmood = 3\n[[agencies]]\nkey = "ab"\nname = "Ban A"\nfloor = 2\n'
)


def test_settings_of_a_later_minor_version_are_passed_over_with_a_warning(load):
    with pytest.warns(
        ct.ProvincePluginWarning, match="'x' is written for version 1.7 of the schema, this chitieu knows 1.0"
    ):
        form = load(LATER)
    assert (form.numbers.pad_counts, form.agencies[0].name, form.levels["item"].forms) == (True, "Ban A", ("§",))
    assert form.spelling["font"] == "phông"  # a key of the author's own choice is no setting of the schema


def test_a_wrong_value_is_no_matter_of_versions(faults):
    (line,) = faults(LATER.replace("pad_counts = true", "pad_counts = 3"))
    assert "'numbers.pad_counts' is 3" in line


def test_without_a_later_version_they_are_faults(faults):
    assert len(faults(LATER.replace("1.7", "1.0"))) == 4


def test_a_day_is_a_day(load):
    assert load(HEAD + "valid_to = 2025-06-30").valid_to == date(2025, 6, 30)
