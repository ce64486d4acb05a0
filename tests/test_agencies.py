"""The directory of agencies: laws of the data, look-ups by name, province and day."""

import pickle
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu import agencies
from chitieu.agencies.records import AgencyRecord, WorkPart, agency_data, bound

BEFORE, AFTER, TWO_LEVELS = date(2025, 2, 28), date(2025, 3, 1), date(2025, 7, 1)
RECORDS = agencies.agency_records()
EDGES = sorted(
    {edge + timedelta(days=by) for r in RECORDS for edge in (r.valid_from, r.valid_to) if edge for by in (-1, 0, 1)}
)
DAYS = st.one_of(st.sampled_from(EDGES), st.dates(date(2014, 1, 1), date(2030, 12, 31)))
PROVINCES = st.sampled_from([None, "ben-tre", "binh-phuoc", "vinh-long", "ho-chi-minh", "standard"])
records = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)


def keys(found):
    return [record.key for record in found]


# --- laws of the data ---------------------------------------------------------------------------------


@records
def test_a_record_is_valid(record):
    assert record.name == " ".join(record.name.split())
    assert record.source
    assert record.category
    assert record.head, "who heads it is asked for by title"
    assert not (record.valid_from and record.valid_to) or record.valid_from <= record.valid_to
    assert not record.only_in or not record.everywhere
    assert (record.successor is None) == (record.valid_to is None)


@records
def test_work_goes_on_the_day_after(record):
    """Whoever takes over exists on that day, and again until today: chains end and have no cycle."""
    by_key = {r.key: r for r in RECORDS}
    for part in record.parts:
        since = part.since or record.valid_to + timedelta(days=1)
        assert by_key[part.to].exists_on(since)
        assert part.words
        assert part.source
    seen, at = set(), record
    while at.successor:
        assert by_key[at.successor].exists_on(at.valid_to + timedelta(days=1))
        assert at.key not in seen
        seen.add(at.key)
        at = by_key[at.successor]
    assert at.valid_to is None


@given(record=st.sampled_from(RECORDS), day=DAYS)
def test_successors_exist_that_day_and_not_while_it_lasts(record, day):
    found = record.successors(day)
    assert all(after.exists_on(day) for after in found)
    assert record.key not in keys(found)
    if record.exists_on(day):
        assert found == ()
        assert record.owner(day) == record
    elif record.valid_to and day > record.valid_to:
        assert found[0] == record.owner(day)


@records
def test_successors_and_predecessors_agree(record):
    assert all(record in after.predecessors for after in record.successors())
    assert all(
        record.key == before.successor or any(part.to == record.key for part in before.parts)
        for before in record.predecessors
    )


@records
def test_a_name_is_one_record_on_a_day(record):
    """Every writing finds the record while it exists, with its title and its symbol too; answers change at EDGES."""
    titled = f"{record.head} {record.name.partition(' (')[0]}".replace("Trưởng ban Ban", "Trưởng Ban")
    titled = titled.replace("Chánh Văn phòng Văn phòng", "Chánh Văn phòng").replace("Trưởng Thuế Thuế", "Trưởng Thuế")
    titled = titled.replace("Chánh Thanh tra Thanh tra", "Chánh Thanh tra").replace(
        "Trưởng Thống kê Thống kê", "Trưởng Thống kê"
    )
    titled = titled.replace("Trưởng Thi hành án dân sự Thi", "Trưởng Thi").replace("Trưởng phòng Phòng", "Trưởng Phòng")
    writings = [record.name, record.name.upper(), *record.aliases, *record.abbreviations, *record.symbols, titled]
    writings += [f"12/TTr-{symbol}" for symbol in record.symbols]
    for writing, day in product(writings, EDGES):
        assert (agencies.find(writing, on=day) == record) == record.exists_on(day), (writing, day)


@given(day=DAYS, province=PROVINCES)
def test_what_is_in_force_is_found_by_name(day, province):
    for record in agencies.on(day, province):
        assert record.exists_on(day)
        assert agencies.find(record.name, province, day).key == record.key


@given(
    day=DAYS,
    province=PROVINCES,
    group=st.sampled_from(
        [
            "Các sở, ban, ngành tỉnh", "UBND các huyện, thành phố", "UBND các huyện, thị xã, thành phố", "UBND các xã, phường",
            "các sở, ngành, địa phương", "cơ quan Trung ương đóng trên địa bàn", "các đơn vị liên quan", "Thủ trưởng các sở",
            "các đoàn thể", "Các Ban Quản lý dự án", "các doanh nghiệp",
        ]
    ),
)  # fmt: skip
def test_no_group_holds_an_agency_that_does_not_exist(day, province, group):
    found = agencies.expand(group, province, day)
    assert all(record.exists_on(day) for record in (*found.members, *found.possible, *found.successors))
    assert not any(record.exists_on(day) for record in found.ended)
    assert not set(keys(found.members)) & set(keys(found.possible))
    assert len(found) == len(list(found)) == len(found.members)


def test_the_table_of_groups_names_what_there_is():
    categories, known = {r.category for r in RECORDS}, {r.key for r in RECORDS}
    names = [group["name"] for group in agency_data()["group"]]
    assert len(set(names)) == len(names)
    for group in agency_data()["group"]:
        assert set(group.get("categories", ())) <= categories
        assert set(group.get("keys", ())) <= known
        assert set(group.get("unless", ())) <= set(names)
        assert group["source"]


# --- who followed whom --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day", "after"),
    [
        ("Sở Kế hoạch và Đầu tư", AFTER, ["stc"]),
        ("Sở Giao thông vận tải", AFTER, ["sxd", "cat"]),
        ("Sở Tài nguyên và Môi trường", AFTER, ["snnmt"]),
        ("Sở Nông nghiệp và PTNT", AFTER, ["snnmt"]),
        ("Sở Thông tin và Truyền thông", AFTER, ["skhcn", "svhttdl", "cat"]),
        ("Sở Lao động, Thương binh và Xã hội", AFTER, ["snv", "sgddt", "syt", "snnmt", "cat"]),
        ("Ban Dân tộc", AFTER, ["sdttg"]),
        ("Cục Thuế tỉnh", AFTER, ["cct_kv"]),
        ("Cục Thuế tỉnh", TWO_LEVELS, ["thue_tinh"]),
        ("Cục Thống kê tỉnh", TWO_LEVELS, ["tk_tinh"]),
        ("UBND huyện Ba Tri", TWO_LEVELS, ["ubnd_xa_moi"]),
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", TWO_LEVELS, ["bch_bdbp_moi"]),
        ("Sở Y tế", TWO_LEVELS, []),
    ],
)
def test_successors(name, day, after):
    assert keys(agencies.find(name).successors(on=day)) == after


def test_the_day_before_nothing_has_changed():
    assert agencies.find("Sở KH&ĐT", on=BEFORE).successors(on=BEFORE) == ()
    assert agencies.find("UBND huyện", on=date(2025, 6, 30)).exists_on(datetime(2025, 6, 30, 12))  # noqa: DTZ001
    assert agencies.find("UBND huyện", on=TWO_LEVELS) is None


def test_whoever_does_not_exist_yet_answers_for_itself():
    new = agencies.get("snnmt")
    assert new.owner(date(2025, 2, 20)) == new
    assert new.successors(date(2025, 2, 20)) == ()


def test_predecessors():
    assert keys(agencies.get("snnmt").predecessors) == ["snnptnt", "stnmt", "sldtbxh"]


# --- look-ups -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sở KH&ĐT", "skhdt"),
        ("sở kế hoạch & đầu tư", "skhdt"),
        ("SKHĐT", "skhdt"),
        ("Sở LĐ-TB&XH", "sldtbxh"),
        ("Sở Văn hoá, Thể thao và Du lịch", "svhttdl"),
        ("Sở TP", "stp"),
        ("Giám đốc Sở Y tế", "syt"),
        ("Phó Giám đốc Sở Y tế tỉnh Bến Tre", "syt"),
        ("Chánh Văn phòng UBND tỉnh", "vpubnd"),
        ("Chủ tịch UBND tỉnh", "ubnd"),
        ("Chánh Thanh tra tỉnh", "thanhtra"),
        ("Trưởng Ban Dân tộc", "bdt"),
        ("Trưởng Thuế tỉnh", "thue_tinh"),
        ("TTr-STC", "stc"),
        ("12/TTr-STC", "stc"),
        ("350/SYT-NVY", "syt"),
        ("09-NQ/TU", "tinhuy"),
        ("31/2022/NQ-HĐND", "hdnd"),
        ("VP UBND tỉnh", "vpubnd"),
        ("Ngân hàng Nhà nước Chi nhánh Bến Tre", "nhnn_cn"),
        ("UBND thành phố Bến Tre", "ubnd_huyen"),
        ("UBND thành phố Cần Thơ", "ubnd"),
        ("UBND TP. Hồ Chí Minh", "ubnd"),
        ("UBND phường An Hội", "ubnd_xa"),
        ("Bưu điện Bến Tre", "buudien"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "mttq"),
    ],
)
def test_find(name, key):
    assert agencies.find(name).key == key


@pytest.mark.parametrize(
    "name", ["", "tỉnh", "Sở", "Sở Y", "Giám đốc", "Văn phòng", "12/TTr-", "Bến Tre", "số 12/2023", "so y te"]
)
def test_what_is_no_agency_is_not_found(name):
    assert agencies.find(name) is None


@given(name=st.text(max_size=60))
def test_any_text_may_be_asked_for(name):
    found = agencies.find(name)
    assert found is None or isinstance(found, AgencyRecord)
    agencies.search(name)
    agencies.expand(name)


def test_an_agency_of_another_province_is_not_found():
    assert agencies.find("Sở Y tế Bến Tre", province="ben-tre").key == "syt"
    assert agencies.find("Sở Y tế Vĩnh Long", province="ben-tre").key == "syt", "what Bến Tre became"
    assert agencies.find("Sở Y tế Cà Mau", province="ben-tre") is None
    assert agencies.find("Sở An toàn thực phẩm", province="ben-tre") is None
    assert agencies.find("Sở An toàn thực phẩm", province="ho-chi-minh", on=TWO_LEVELS).key == "sattp"


def test_a_province_adds_its_own():
    form = ct.get_province("binh-phuoc")
    assert agencies.find("BPTV") is None
    assert agencies.find("BPTV", province=form) == agencies.find("BPTV", province="binh-phuoc")
    with form.in_use():
        assert agencies.find("BPTV").key == "bptv"
    assert "bptv" in keys(agencies.expand("Các sở, ban, ngành tỉnh", form))


def test_a_province_without_a_format_has_the_national_agencies():
    assert agencies.find("Sở Y tế", province="vinh-long").key == "syt"
    with pytest.raises(ct.UnknownProvinceError):
        agencies.find("Sở Y tế", province="atlantis")


def test_what_a_province_says_of_an_agency_holds_there():
    """Provinces acted some days before the national date; their records and who followed go together."""
    early = AgencyRecord("skhdt", "Sở Kế hoạch và Đầu tư", "sở", "test", valid_to=date(2025, 2, 19), successor="own")
    own = AgencyRecord("own", "Sở Tài chính - Kế hoạch", "sở", "test", valid_from=date(2025, 2, 20))
    home = bound((*RECORDS, early, own))
    assert home["skhdt"].owner(date(2025, 2, 20)) == home["own"] == own
    assert keys(home["own"].predecessors) == ["skhdt"]
    assert pickle.loads(pickle.dumps(home["skhdt"])).successors(TWO_LEVELS) == (own,)  # noqa: S301  (our own bytes)


def test_get_says_when_it_existed_and_who_followed():
    assert agencies.get("skhdt") == agencies.get("Sở KH&ĐT") == agencies.get("Sở KH&ĐT", on=BEFORE)
    with pytest.raises(ct.UnknownAgencyError) as info:
        agencies.get("Sở KH&ĐT", on=AFTER)
    assert keys(info.value.records) == ["skhdt"]
    for said in ("2025-03-01", "2025-02-28", "Sở Tài chính"):
        assert said in str(info.value)
        assert said in info.value.message("vi")
    with pytest.raises(LookupError, match="Sở Hàng không"):
        agencies.get("Sở Hàng không")


@pytest.mark.parametrize("call", [agencies.on, lambda day: agencies.find("STC", on=day), RECORDS[0].successors])
def test_a_text_is_no_day(call):
    with pytest.raises(ct.NumberTypeError):
        call("2025-03-01")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("so ke hoach", "skhdt"),
        ("y te", "syt"),
        ("ldtbxh", "sldtbxh"),
        ("SO TAI CHINH", "stc"),
        ("thuế", "thue_tinh"),
        ("stc", "stc"),
    ],
)
def test_search(text, first):
    assert keys(agencies.search(text))[0] == first


def test_search_keeps_to_the_day_and_wants_letters():
    assert keys(agencies.search("so ke hoach", on=AFTER)) == []
    assert agencies.search(" -") == ()


# --- groups -------------------------------------------------------------------------------------------


def test_the_departments_of_a_province():
    found = agencies.expand("Các sở, ban, ngành tỉnh", "ben-tre", BEFORE)
    assert {"skhdt", "stc", "thanhtra", "vpubnd"} <= set(keys(found))
    assert not {"cat", "cucthue_tinh", "tinhuy", "ubnd_huyen", "snnmt", "sqhkt"} & set(keys(found))
    assert "bdt" in keys(found.possible)
    assert agencies.get("bdt") in found
    assert agencies.get("cat") not in found


def test_the_district_level_ends():
    before = agencies.expand("UBND các huyện, thị xã, thành phố", on=date(2025, 6, 30))
    after = agencies.expand("UBND các huyện, thị xã, thành phố", on=TWO_LEVELS)
    assert (keys(before), keys(after), keys(after.ended), keys(after.successors)) == (
        ["ubnd_huyen"],
        [],
        ["ubnd_huyen"],
        ["ubnd_xa_moi"],
    )


def test_groups_in_one_name_add_up():
    found = agencies.expand("Các sở, ban, ngành tỉnh và UBND các huyện, thành phố", on=BEFORE)
    assert {"stc", "ubnd_huyen"} <= set(keys(found))
    assert "ubnd_xa" not in keys(found)


@pytest.mark.parametrize(
    "text",
    [
        "các cơ quan, đơn vị có liên quan",
        "các sở, ngành liên quan",
        "các ngành, địa phương",
        "các doanh nghiệp",
        "một số sở",
    ],
)
def test_open_groups_stay_open(text):
    found = agencies.expand(ct.Agency(text, group=True))
    assert found.open
    assert agencies.get("stc") not in found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ban Di dân tái định cư thủy điện Sông Hậu", "ban"),
        ("Ban Quản lý Khu kinh tế", "ban quản lý"),
        ("Trường Đại học Sông Hậu", "trường"),
        ("UBND phường An Hội", "ủy ban nhân dân"),
        ("Công ty Điện lực Sông Hậu", "công ty"),
        ("Boong Ke", "cơ quan"),
    ],
)
def test_an_unknown_agency_keeps_its_kind(name, kind):
    assert ct.Agency(name).kind == kind
    assert ct.Agency(name, group=True).kind == "nhóm"


def test_parts_are_read_from_tables():
    record = AgencyRecord("a", "A", "sở", "test", parts=[{"to": "b", "work": "Một; hai", "source": "test"}])
    assert record.parts == (WorkPart("b", "Một; hai", "test"),)
    assert record.parts[0].words == ("một", "hai")
