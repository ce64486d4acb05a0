"""The end of a document: reports, recipients, signature, appendices, notes."""

import pytest
from builders import plan_text

import chitieu as ct
from chitieu.reading.closing import read_appendices, read_footnotes, read_recipients, read_signatories
from chitieu.text import SourceText

SIGNED = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (SIGNED, "Nguyễn Văn A", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nTrần Thị Bích Ngọc", "Trần Thị Bích Ngọc", "CHỦ TỊCH"),
        ("|\nTM.\nỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Thị B\n|", "Trần Thị B", "CHỦ TỊCH"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn C", "Lê Văn C", "BÍ THƯ"),
    ],
)
def test_signatory(text, name, title):
    (signatory,) = read_signatories(SourceText(text))
    assert (signatory.name, signatory.title) == (name, title)
    assert signatory.span.of(text).rstrip().endswith(name)


@pytest.mark.parametrize("text", ["", "Nguyễn Văn A", "TM. ỦY BAN NHÂN DÂN\nđã ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"])
def test_no_signatory(text):
    assert read_signatories(SourceText(text)) == ()


def test_recipients():
    text = f"Nơi nhận:\n- Như trên;\n- Các sở,\nngành tỉnh;\n- Lưu: VT, TH.\n|\n{SIGNED}"
    recipients = read_recipients(SourceText(text))
    assert [str(recipient) for recipient in recipients] == ["Như trên", "Các sở, ngành tỉnh", "Lưu: VT, TH"]
    assert " ".join(recipients[1].span.of(text).split()) == "Các sở, ngành tỉnh;"


@pytest.mark.parametrize("text", ["", "Nơi nhận:", "- Lưu: VT"])
def test_no_recipients(text):
    assert read_recipients(SourceText(text)) == ()


def test_appendices_named_and_present():
    text = "(Đính kèm Phụ lục I, II và III)\nPHỤ LỤC II\nBảng số liệu"
    assert [(a.label, a.present) for a in read_appendices(SourceText(text))] == [
        ("I", False),
        ("II", True),
        ("III", False),
    ]


def test_footnotes_with_and_without_their_notes():
    text = "lúa phát thải thấp[1] và hai cấp[2].\n[1] Theo đề án một triệu héc-ta."
    notes = read_footnotes(SourceText(text))
    assert [(note.mark, note.text) for note in notes] == [("1", "Theo đề án một triệu héc-ta."), ("2", None)]
    assert [note.span.of(text) for note in notes] == ["[1]", "[2]"]


REPORTING = "Hằng quý, 6 tháng, 9 tháng và cả năm, các sở báo cáo kết quả về Sở Tài chính và Văn phòng UBND tỉnh trước ngày 20 tháng cuối quý."


def test_reporting():
    plan = ct.parse_plan(plan_text(f"II. NHIỆM VỤ\n1. Sở Y tế\n- Việc.\nIII. TỔ CHỨC THỰC HIỆN\n1. {REPORTING}"))
    schedule = plan.reporting
    assert [often.value for often in schedule.frequencies] == ["quý", "6 tháng", "9 tháng", "năm"]
    assert (schedule.day, schedule.before) == (20, True)
    assert [str(agency) for agency in schedule.recipients] == ["Sở Tài chính", "Văn phòng UBND tỉnh"]
    assert [day.isoformat() for day in schedule.deadlines(2026)] == [
        "2026-03-19",
        "2026-06-19",
        "2026-09-19",
        "2026-12-19",
    ]


def test_a_plan_need_not_say_when_to_report():
    plan = ct.parse_plan(plan_text("II. NHIỆM VỤ\n1. Sở Y tế\n- Việc của ngành."))
    assert (plan.reporting, plan.signatory, plan.recipients, plan.appendices, plan.footnotes) == (
        None,
        None,
        (),
        (),
        (),
    )


def test_recipients_and_signature_side_by_side():
    text = (
        "Nơi nhận:                                TM. ỦY BAN NHÂN DÂN\n- Văn phòng Chính phủ;                       CHỦ TỊCH\n"
        "- Lưu: VT.\n\n                                          Nguyễn Văn A\n"
    )
    source = SourceText(text)
    assert [recipient.text for recipient in read_recipients(source)] == ["Văn phòng Chính phủ", "Lưu: VT"]
    (signatory,) = read_signatories(source)
    assert (signatory.name, signatory.title) == ("Nguyễn Văn A", "CHỦ TỊCH")


def test_the_words_of_the_format_say_how_often():
    plan = ct.parse_plan(plan_text("III. TỔ CHỨC THỰC HIỆN\n1. Các sở lập báo cáo tháng, gửi UBND tỉnh trước ngày 25."))
    assert [frequency.value for frequency in plan.reporting.frequencies] == ["tháng"]


@pytest.mark.parametrize(
    ("line", "rank"),
    [("Đại tá Nguyễn Văn A", "Đại tá"), ("TS. Nguyễn Văn A", "TS"), ("BS CKII Nguyễn Văn A", "BS CKII")],
)
def test_a_rank_is_no_part_of_the_name(line, rank):
    (signatory,) = read_signatories(SourceText(f"CHỈ HUY TRƯỞNG\n\n{line}\n"))
    assert (signatory.name, signatory.rank, signatory.title) == ("Nguyễn Văn A", rank, "CHỈ HUY TRƯỞNG")


SIDE_BY_SIDE = (
    "TM. BAN THƯỜNG TRỰC                TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH                KT. CHỦ TỊCH\n"
    "                                   PHÓ CHỦ TỊCH\n\nTrần Thị B                Nguyễn Văn A\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nTrần Thị B\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A\n",
        SIDE_BY_SIDE,
    ],
)
def test_two_who_sign_together(text):
    first, second = read_signatories(SourceText(text))
    assert (first.name, first.body, first.office) == ("Trần Thị B", "BAN THƯỜNG TRỰC", "CHỦ TỊCH")
    assert (second.name, second.body, second.office) == ("Nguyễn Văn A", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def test_recipients_have_their_parties():
    (line,) = read_recipients(SourceText("Nơi nhận:\n- CT, các PCT UBND tỉnh (để b/c);\n"))
    assert line.text == "CT, các PCT UBND tỉnh (để b/c)"
    assert [party.name for party in line.parties] == ["Chủ tịch UBND tỉnh", "các Phó Chủ tịch UBND tỉnh"]
    assert {party.note for party in line.parties} == {"để báo cáo"}


def test_long_notes_behind_the_signature_do_not_hide_it():
    text = f"Nơi nhận:\n- Như trên.\n{SIGNED}[1] {'Theo giá so sánh. ' * 800}"
    (signatory,) = read_signatories(SourceText(text))
    assert signatory.name == "Nguyễn Văn A"


def test_the_word_appendix_is_no_label_of_one():
    labels = [
        appendix.label for appendix in read_appendices(SourceText("(Kèm theo Phụ lục I, Phụ lục II và phụ lục 3)"))
    ]
    assert labels == ["I", "II", "3"]
