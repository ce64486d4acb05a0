"""Whole plans in many layouts, and what is no plan."""

import textwrap
from datetime import date

import builders
import pytest
from builders import HEAD, plan_text
from hypothesis import given, settings
from hypothesis import strategies as st

import chitieu as ct
from chitieu.sources.limits import MAX_BYTES

INDICATORS = """
I. CHỈ TIÊU CHỦ YẾU
1. Tốc độ tăng GRDP đạt 8%;
2. Thu ngân sách nhà nước trên 5.000 tỷ đồng;
3. Tỷ lệ hộ nghèo giảm còn không quá 2,5%.
"""
WORK = """
II. NHIỆM VỤ, GIẢI PHÁP
1. Sở Tài chính
- Phân bổ vốn trước ngày 15 tháng 02 năm 2026.
- Chủ trì, phối hợp với Thuế tỉnh theo dõi thu ngân sách.
2. Sở Y tế
- Mở rộng bảo hiểm y tế trong quý II/2026.
"""


def lines(plan):
    return [(item.number, item.name, [str(target) for target in item.targets]) for item in plan.indicators]


EXPECTED = [
    ("Tốc độ tăng GRDP", ["8%"]),
    ("Thu ngân sách nhà nước", ["trên 5.000 tỷ đồng"]),
    ("Tỷ lệ hộ nghèo", ["không quá 2,5%"]),
]
LAYOUTS = {
    "numbers": INDICATORS,
    "brackets": INDICATORS.replace("\n1. ", "\n1) ").replace("\n2. ", "\n2) ").replace("\n3. ", "\n3) "),
    "round": INDICATORS.replace("\n1. ", "\n(1) ").replace("\n2. ", "\n(2) ").replace("\n3. ", "\n(3) "),
    "letters": INDICATORS.replace("\n1. ", "\na) ").replace("\n2. ", "\nb) ").replace("\n3. ", "\nc) "),
    "bullets": INDICATORS.replace("\n1. ", "\n- ").replace("\n2. ", "\n- ").replace("\n3. ", "\n- "),
    "plus": INDICATORS.replace("\n1. ", "\n+ ").replace("\n2. ", "\n+ ").replace("\n3. ", "\n+ "),
    "dots": INDICATORS.replace("\n1. ", "\n• ").replace("\n2. ", "\n• ").replace("\n3. ", "\n• "),
    "article": INDICATORS.replace("I. CHỈ TIÊU", "Điều 1. CHỈ TIÊU"),
    "part": INDICATORS.replace("I. CHỈ TIÊU", "PHẦN I. CHỈ TIÊU"),
    "one paragraph": "I. CHỈ TIÊU CHỦ YẾU\n(1) Tốc độ tăng GRDP đạt 8%; (2) Thu ngân sách nhà nước trên 5.000 tỷ đồng; (3) Tỷ lệ hộ nghèo giảm còn không quá 2,5%.",
    "no-break spaces": builders.no_break(INDICATORS),
    "decomposed": builders.nfd(INDICATORS),
    "windows": INDICATORS.replace("\n", "\r\n"),
    "old mac": INDICATORS.replace("\n", "\r"),
    "wide dashes": INDICATORS.replace("\n1. ", "\n– ").replace("\n2. ", "\n– ").replace("\n3. ", "\n– "),
    "below a heading": INDICATORS.replace("I. CHỈ TIÊU CHỦ YẾU", "I. ĐỊNH HƯỚNG\n1. Các chỉ tiêu chủ yếu")
    .replace("\n1. T", "\na) T")
    .replace("\n2. T", "\nb) T")
    .replace("\n3. T", "\nc) T"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_indicators_are_read_in_every_layout(layout):
    plan = ct.parse_plan(plan_text(LAYOUTS[layout]))
    assert [(name, targets) for _, name, targets in lines(plan)] == EXPECTED


def test_hard_wrapped_and_unwrapped_lines_read_alike(example_text, example_plan):
    """A copy whose lines were joined gives the same indicators."""
    joined = []
    for line in example_text.splitlines():
        first = line.split(" ")[0]
        starts = line[:1].islower() or (line[:1].isdigit() and not first.rstrip(".)").isdecimal())
        if starts and joined:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    plan = ct.parse_plan("\n".join(joined))
    assert [item.targets for item in plan.indicators] == [item.targets for item in example_plan.indicators]


@pytest.mark.parametrize(
    "change", [builders.nfd, builders.no_break, lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text]
)
def test_a_plan_does_not_see_how_its_text_is_encoded(example_text, example_plan, change):
    """NFD, no-break spaces, Windows line ends and a byte order mark change nothing that is read."""
    plan = ct.parse_plan(change(example_text))
    assert plan.indicators == example_plan.indicators
    assert (plan.number, plan.issuer, plan.place, plan.issued, plan.title) == (
        example_plan.number, example_plan.issuer, example_plan.place, example_plan.issued, example_plan.title,
    )  # fmt: skip
    assert [(a.number, a.agencies, len(a.tasks)) for a in plan.assignments] == [
        (a.number, a.agencies, len(a.tasks)) for a in example_plan.assignments
    ]


def test_every_span_of_the_example_slices_back(example_text, example_plan):
    for item, target in example_plan.targets():
        assert (
            str(target.quantity.value).split(".")[0].lstrip("0") in target.span.of(example_text).replace(".", "")
            or item
        )
        assert ct.find_targets(target.span.of(example_text))
    for section in example_plan.assignments:
        for agency in section.agencies:
            assert " ".join(agency.span.of(example_text).split()) == agency.name
        for task in section.tasks:
            assert " ".join(task.span.of(example_text).split()) == task.text


def test_the_example_plan(example_plan):
    assert (example_plan.number, example_plan.place, example_plan.issued) == (
        "58/KH-UBND",
        "Sông Hậu",
        date(2026, 1, 16),
    )
    assert str(example_plan.period) == "2026"
    assert [item.number for item in example_plan.indicators] == [str(n) for n in range(1, 19)]
    assert [section.number for section in example_plan.assignments] == [str(n) for n in range(1, 14)]
    assert sum(len(section.tasks) for section in example_plan.assignments) == 34
    assert len(example_plan.implementation) == 4
    assert example_plan.province == "standard"


def test_windows_line_ends_slice_back(example_text):
    text = example_text.replace("\n", "\r\n")
    plan = ct.parse_plan(text)
    assert plan.spans["number"].of(text) == "58/KH-UBND"
    assert " ".join(plan.assignments[0].tasks[0].span.of(text).split()) == plan.assignments[0].tasks[0].text


def test_work_by_agency():
    plan = ct.parse_plan(plan_text(INDICATORS, WORK))
    assert [(section.number, section.heading, len(section.tasks)) for section in plan.assignments] == [
        ("1", "Sở Tài chính", 2),
        ("2", "Sở Y tế", 1),
    ]
    task = plan.assignments[0].tasks[1]
    assert (task.role, [str(a) for a in task.lead], [str(a) for a in task.cooperating]) == (
        ct.Role.LEAD,
        ["Sở Tài chính"],
        ["Thuế tỉnh"],
    )


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (
            "Chi nhánh Ngân hàng Chính sách xã hội tỉnh giải ngân 1.250 tỷ đồng.",
            "Chi nhánh Ngân hàng Chính sách xã hội tỉnh",
        ),
        ("Hiệp hội Du lịch tỉnh vận động 30 hội viên dự hội chợ.", "Hiệp hội Du lịch tỉnh"),
        ("Sở Y tế mở 12 lớp.", "Sở Y tế"),
    ],
)
def test_a_sentence_of_an_agency_is_its_task(line, agency):
    """Heading and task are one sentence, also where the directory does not know the agency or the sentence is short."""
    work = f"II. NHIỆM VỤ\n1. Sở Tài chính cấp vốn cho các dự án trong quý I.\n2. {line}\n"
    for end in ("", "./.\n"):
        section = ct.parse_plan(plan_text(INDICATORS, work + end)).assignments[-1]
        assert (section.heading, [task.text.removesuffix(" ./.") for task in section.tasks]) == (agency, [line])


def test_work_by_field_names_its_agencies_inside():
    """``Giao Sở X chủ trì`` in a section by field says who leads."""
    plan = ct.parse_plan(
        plan_text(
            INDICATORS,
            """
II. NHIỆM VỤ, GIẢI PHÁP
1. Về y tế
- Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính mua sắm thiết bị.
2. Về giáo dục
Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với UBND các xã, phường xóa phòng học tạm.
""",
        )
    )
    assert [section.heading for section in plan.assignments] == ["Về y tế", "Về giáo dục"]
    assert [[str(agency) for agency in task.lead] for section in plan.assignments for task in section.tasks] == [
        ["Sở Y tế"],
        ["Sở Giáo dục và Đào tạo"],
    ]


def test_a_resolution():
    plan = ct.parse_plan("""HỘI ĐỒNG NHÂN DÂN
TỈNH SÔNG HẬU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 41/2025/NQ-HĐND
Sông Hậu, ngày 11 tháng 12 năm 2025
NGHỊ QUYẾT
VỀ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Điều 1. Mục tiêu, chỉ tiêu chủ yếu
1. Tốc độ tăng GRDP đạt 8%.
2. Tỷ lệ che phủ rừng đạt 45%.
Điều 2. Tổ chức thực hiện
1. Ủy ban nhân dân tỉnh tổ chức triển khai Nghị quyết.
TM. HỘI ĐỒNG NHÂN DÂN
CHỦ TỊCH
Trần Thị B
""")
    assert (plan.number, plan.issuer, plan.place) == ("41/2025/NQ-HĐND", "HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG HẬU", "Sông Hậu")
    assert plan.title == "VỀ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026"
    assert [reference.number for reference in plan.bases] == ["72/2025/QH15"]
    assert [item.name for item in plan.indicators] == ["Tốc độ tăng GRDP", "Tỷ lệ che phủ rừng"]
    assert str(plan.signatory) == "Trần Thị B"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\t\u00a0"])
def test_empty_text_is_a_source_error(text):
    with pytest.raises(ct.SourceError) as info:
        ct.parse_plan(text)
    assert info.value.code == "source.empty"


NEWS = "Sáng nay, lãnh đạo tỉnh đến thăm bà con vùng lũ. Theo Sở Nông nghiệp, giá lúa tăng 5% so với tuần trước.\n" * 3
NO_PLANS = [
    NEWS,
    "Kính gửi: Ông Nguyễn Văn A\nTôi xin cảm ơn.",
    "1. Một\n2. Hai",
    "\x01\x02\x03 chữ",
    "\ud800\udfff",
    "9" * 5000,
    "| | |",
    "I. A\nII. B",
    "\u200b",
]


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_is_no_plan(text):
    with pytest.raises(ct.NotAPlanError):
        ct.parse_plan(text)


def test_noise_inside_a_plan_does_no_harm():
    noisy = plan_text(INDICATORS, WORK).replace("Thu ngân", "Thu\x01 ngân\ud800").replace("Sở Y tế", "Sở\u200b Y tế")
    plan = ct.parse_plan(noisy)
    assert len(plan.indicators) == 3
    assert [section.heading for section in plan.assignments] == ["Sở Tài chính", "Sở Y tế"]
    assert ct.from_json(ct.to_json(plan)) == plan


def test_an_unknown_province_is_refused():
    with pytest.raises(ct.UnknownProvinceError):
        ct.parse_plan(plan_text(INDICATORS), "atlantis")


def test_a_format_may_be_given_by_value(example_text):
    assert ct.parse_plan(example_text, ct.get_province("ben-tre")).province == "ben-tre"


@pytest.mark.parametrize("parse", builders.PARSERS)
@given(text=builders.any_texts())
def test_parsers_fail_only_with_their_own_errors(parse, text):
    """Law: whatever the text, a parse function returns a value or raises ChitieuError."""
    try:
        parse(text)
    except ct.ChitieuError as error:
        assert str(error)  # noqa: PT017  (either outcome is allowed)
        assert error.message("vi")  # noqa: PT017


@pytest.mark.parametrize("find", [*builders.FINDERS, ct.detect_province, ct.areas.find, ct.areas.search, ct.fold])
@given(text=builders.any_texts())
def test_finders_never_fail(find, text):
    """Law: a search through any text ends with a result."""
    find(text)


@given(st.data())
def test_mutated_pieces_of_a_plan_are_read_or_refused(example_text, data):
    """Law: a plan cut, shuffled and dirtied is read or refused, and what is read survives JSON."""
    begin = data.draw(st.integers(0, len(example_text)))
    piece = list(example_text[begin : begin + data.draw(st.integers(0, 1500))])
    for place, dirt in data.draw(st.lists(st.tuples(st.floats(0, 1), builders.any_texts()), max_size=5)):
        at = int(place * len(piece))
        piece[at : at + len(dirt) // 2] = dirt
    text = "".join(piece)
    assert isinstance(ct.parse_indicators(text), tuple)
    try:
        plan = ct.parse_plan(text)
    except ct.ChitieuError:
        return
    assert ct.from_json(ct.to_json(plan)) == plan


def test_indicator_lines_alone():
    (item,) = ct.parse_indicators("11) Tỷ lệ hộ nghèo còn không quá 2,5% (giảm 1%/năm);")
    assert (item.number, item.name, item.indicator) == ("11", "Tỷ lệ hộ nghèo", "poor")
    assert ct.parse_indicators("") == ()


@pytest.mark.parametrize("piece", ["(", "1 ", "- x\n", "1) ", "I. A\n", "a) ", "|\n", "trong đó ", "Sở Y tế, "])
def test_hostile_documents_are_read_to_their_end(piece):
    text = (piece * 20_000)[:20_000]
    assert isinstance(ct.parse_indicators(text), tuple)


def test_fifty_million_characters_are_over_the_limit(tmp_path):
    """One line of a sentence repeated: this file is refused by its size alone."""
    sentence = "Tỷ lệ hộ nghèo giảm còn 1,5%. "
    path = tmp_path / "line.txt"
    path.write_text(sentence * (50_000_000 // len(sentence)), encoding="utf-8")
    with pytest.raises(ct.SourceError) as info:
        ct.read_plan(path)
    assert info.value.code == "source.large"


def test_a_long_single_line_below_the_limit_is_read(tmp_path):
    sentence = "Tỷ lệ hộ nghèo giảm còn 1,5%. "
    path = tmp_path / "line.txt"
    path.write_text(HEAD + "I. CHỈ TIÊU\n1. " + sentence * 10_000, encoding="utf-8")
    plan = ct.read_plan(path)
    assert sum(1 for _ in plan.targets()) == 10_000


def test_one_line_as_long_as_the_limit_is_read_to_its_end(tmp_path):
    """The slowest test of the suite: one sentence repeated, just below the limit of size."""
    sentence = "Tinh nay se lam tot hon. "
    path = tmp_path / "line.txt"
    path.write_text(sentence * (MAX_BYTES // len(sentence)), encoding="utf-8")
    with pytest.raises(ct.NotAPlanError):
        ct.read_plan(path)


def test_one_article_may_hold_results_and_aims():
    """A resolution approves what was reached and sets what is to come in one article: only the second is planned."""
    text = """HỘI ĐỒNG NHÂN DÂN
TỈNH SÔNG HẬU
Số: 58/NQ-HĐND
Sông Hậu, ngày 10 tháng 12 năm 2025
NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2026
QUYẾT NGHỊ:
Điều 1. Tán thành đánh giá kết quả thực hiện nhiệm vụ năm 2025 và quyết nghị mục tiêu, chỉ tiêu, nhiệm vụ năm 2026 như sau:
I. KẾT QUẢ THỰC HIỆN NĂM 2025
1. Về kinh tế
- GRDP tăng 7,3%.
- Tỷ lệ hộ nghèo còn 2,4%.
II. CHỈ TIÊU CHỦ YẾU NĂM 2026
- GRDP tăng 8,3%.
- Tỷ lệ hộ nghèo còn 1,9%.
III. NHIỆM VỤ, GIẢI PHÁP
1. Y tế
- Sở Y tế sắp xếp lại trạm y tế trước ngày 30/6/2026.
Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.
"""
    plan = ct.parse_plan(text)
    assert [str(item.targets[0]) for item in plan.indicators] == ["tăng 8,3%", "1,9%"]
    assert [task.lead[0].name for section in plan.assignments for task in section.tasks] == ["Sở Y tế"]


# --- broken lines ---------------------------------------------------------------------------------------------------


def broken(text, width, first=None):
    """Break the lines of a text to a width; some copies break the first line of each paragraph early."""
    lines = []
    for line in text.splitlines():
        if "|" in line or len(line) <= width:
            lines.append(line)
            continue
        opening = textwrap.wrap(line, first or width, break_on_hyphens=False, break_long_words=False)[0]
        lines += [opening, *textwrap.wrap(line[len(opening) :], width, break_on_hyphens=False, break_long_words=False)]
    return "\n".join(lines)


def told(plan):
    """Return what a plan says, as it is compared: places in the text do not count."""
    return (
        plan.indicators, plan.title, plan.number, plan.issued, plan.period, plan.reporting, plan.recipients,
        [(one.number, one.agencies, [(task.text, task.due) for task in one.tasks]) for one in plan.assignments],
    )  # fmt: skip


EXAMPLE = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")


@given(
    province=st.sampled_from(ct.available_provinces()),
    width=st.integers(50, 130),
    first=st.none() | st.integers(30, 40),
)
@settings(max_examples=60)
def test_law_a_plan_does_not_see_where_its_lines_are_broken(province, width, first):
    """A plan reads alike with a line for each paragraph and broken to any width, in the middle of names too."""
    text = ct.render_plan(EXAMPLE, province)
    assert told(ct.parse_plan(broken(text, width, first), province)) == told(ct.parse_plan(text, province))
