"""The command ``chitieu progress``."""

import json

import pytest

PLAN, ACTUALS = "examples/ke-hoach-song-hau-2026.txt", "examples/ket-qua-song-hau-2026.csv"
HEAD = "Chỉ tiêu;ĐVT;TH năm 2026\n"


@pytest.fixture
def terminal(monkeypatch):
    import rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    return lambda columns: monkeypatch.setattr(rich, "_console", Console(width=columns))


@pytest.fixture
def actuals(tmp_path):
    def write(*rows):
        file = tmp_path / "ket-qua.csv"
        file.write_text(HEAD + "\n".join(rows), encoding="utf-8")
        return file

    return write


def test_a_table_a_sentence_and_counts(call, terminal):
    terminal(120)
    status, out, err = call("progress", PLAN, ACTUALS, "--lang", "vi")
    assert (status, err) == (0, "")
    assert "23/36 chỉ tiêu đạt và vượt, 7 chỉ tiêu chưa đánh giá" in out
    assert "Phấn đấu ngoài kế hoạch: xấp xỉ 1, không đạt 2" in out
    assert "Khác với tự đánh giá của nơi báo cáo: 2" in out
    assert "(báo cáo: vượt)" in out
    assert "Nếp sống văn minh" in out
    assert "Cơ cấu GRDP" in out  # the line its parts belong to


def test_english(call, terminal):
    terminal(120)
    assert "23/36 targets met or exceeded, 7 not rated" in call("progress", PLAN, ACTUALS)[1]


def test_narrow_lines_fit_and_say_the_same(call, terminal):
    terminal(60)
    status, out, _ = call("progress", PLAN, ACTUALS, "--lang", "vi")
    assert status == 0
    assert max(map(len, out.partition("chỉ tiêu đạt")[0].splitlines())) <= 60
    assert "Kết quả: 9,72%" in out


def test_a_line_stands_once_over_all_its_parts(call, terminal):
    terminal(160)
    out = call("progress", PLAN, ACTUALS, "--lang", "vi")[1]
    for line in ("Thu ngân sách nhà nước", "chỉ tiêu Trung ương giao", "chỉ tiêu địa phương phấn đấu"):
        assert out.count(line) == 1
    indents = [
        len(line) - len(line.lstrip()) for line in out.splitlines() if "thu nội địa" in line or "Trung ương" in line
    ]
    assert indents[1] == indents[0] + 2


def test_a_part_of_the_year_is_named_as_plans_do(call, terminal, tmp_path):
    terminal(300)
    file = tmp_path / "bay-thang.csv"
    file.write_text(
        "Chỉ tiêu;ĐVT;TH 7 tháng đầu năm 2026\nKim ngạch xuất khẩu hàng hóa;triệu USD;760\n", encoding="utf-8"
    )
    out = call("progress", PLAN, file, "--lang", "vi")[1]
    assert "760 triệu USD (7 tháng đầu năm 2026)" in out
    assert "760 triệu USD (2026-7M)" in call("progress", PLAN, file)[1]


def test_json_holds_text_and_no_floats(call):
    status, out, _ = call("progress", PLAN, ACTUALS, "--format", "json")
    data = json.loads(out, parse_float=lambda text: pytest.fail(f"a float: {text}"))
    assert status == 0
    assert data["summary"]["sentence"] == "23/36 targets met or exceeded, 7 not rated"
    first = data["rows"][0]
    assert (first["rating"], first["completion"], first["gap"]) == ("vượt", "1.023158", {"value": "0.22", "unit": "%"})
    assert first["result"]["source"] == "ket-qua-song-hau-2026.csv: F2"
    assert first["reason"]["code"] == "rating.above"


def test_what_was_not_compared_is_listed_and_strict_says_so(call, actuals):
    file = actuals("Tỷ lệ hộ nghèo;%;1.3", "Số hầm biogas;hầm;12", "Kim ngạch xuất khẩu hàng hóa;xã;3")
    status, out, _ = call("progress", PLAN, file, "--lang", "vi")
    assert status == 0
    for told in ("C2", "'1.3'", "Số hầm biogas 2026: 12 hầm (ước): kế hoạch không có mục tiêu", "không so sánh được"):
        assert told in " ".join(out.split())
    assert call("progress", PLAN, file, "--strict")[0] == 1
    assert call("progress", PLAN, ACTUALS, "--strict")[0] == 0
    doubts = json.loads(call("progress", PLAN, file, "--format", "json")[1])["doubts"]
    assert [doubt["code"] for doubt in doubts] == ["report.number", "observation.unmatched", "rating.refused"]


def test_the_rule_and_the_day(call, actuals):
    file = actuals("Năng suất lao động xã hội;%;7,6")
    rated = [
        json.loads(call("progress", PLAN, file, "--format", "json", "--rule", rule)[1])
        for rule in ("chitieu", "official-2019")
    ]
    assert [data["summary"]["counts"]["vượt"] for data in rated] == [0, 1]
    assert [data["rule"] for data in rated] == ["chitieu", "official-2019"]
    early = json.loads(call("progress", PLAN, file, "--format", "json", "--on", "31/12/2025")[1])
    assert [doubt["code"] for doubt in early["doubts"]] == ["observation.future"]
    assert early["on"] == "2025-12-31"


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        ((PLAN, "no-such-file.csv"), 1, "no-such-file.csv"),
        (("no-such-plan.txt", ACTUALS), 1, "no-such-plan.txt"),
        ((PLAN, PLAN), 1, "Chỉ tiêu"),
        ((PLAN, ACTUALS, "--on", "31/2/2026"), 2, "31/2/2026"),
        ((PLAN, ACTUALS, "--rule", "mine"), 2, "mine"),
        ((PLAN,), 2, "ACTUALS"),
    ],
)
def test_what_goes_wrong_is_one_line(call, args, status, said):
    found, out, err = call("progress", *args)
    assert (found, out) == (status, "")
    assert said in err
