"""Bodies nobody names on the day of a text."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.names import agencies
from chitieu.checking.names.ended_bodies import begun_bodies, ended_bodies

NEWS = "{head}\n\n{line}\n\n{said}\n"


def names(text):
    """Return the agencies a text names that are not there."""
    findings = ct.check(text, rules=["agency-not-existing"])
    return [finding.about for finding in findings]


def news(said, head="Sông Hậu: những việc lớn", line="14/01/2023 - 07:30"):
    """Write a news item; parts not given are good."""
    return NEWS.format(head=head, line=line, said=said)


@given(
    st.sampled_from(sorted(ended_bodies().values(), key=lambda body: body.key)),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
)
def test_law_what_ended_long_ago_is_named_by_nobody(body, day):
    """A body gone for more than ten years is reported wherever it is named; before its last day it never is."""
    text = news(f"Hội nghị đánh giá cao phần việc của {body.key} trong phong trào.", line=f"{day:%d/%m/%Y}")
    if day > body.last + timedelta(days=366 * 10 + 31):
        assert names(text) == [body.key]
    elif day <= body.last:
        assert names(text) == []


@given(st.sampled_from(sorted(begun_bodies().items())), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_law_what_is_to_begin_is_named_by_nobody_yet(named, day):
    """More than half a year before its first day a body is reported wherever it is named; from then on it never is."""
    words, body = named
    name = " ".join(words).capitalize()
    text = news(f"Hội nghị đánh giá cao phần việc của {name} trong phong trào.", line=f"{day:%d/%m/%Y}")
    if day < body.first - timedelta(days=180):
        assert names(text) == [name]
    else:
        assert names(text) == []


@pytest.mark.parametrize(
    "said",
    [
        "Nguyên Giám đốc Sở Thủy sản Nguyễn Văn A kể chuyện.",
        "Quyết định số 12/2005/QĐ-BTC năm 2005 giao Sở Thủy sản lập quỹ.",
        "Sở Công Thương có tiền thân là Sở Thương mại.",
        "Đoàn công tác gặp Sở Thương mại của nước bạn Lào.",
        "Dự kiến thành lập Sở Nông nghiệp và Môi trường trong thời gian tới.",
        "Sở Dân tộc và Tôn giáo sẽ được thành lập.",
        "Huyện Mỏ Cày Nam và huyện Mỏ Cày Bắc làm 3 cầu.",
    ],
)
def test_sentences_that_look_back_or_ahead(said):
    assert names(news(said)) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Khối gồm: Sở Y tế; Sở Bưu chính, Viễn thông; Sở Nội vụ.", ["Sở Bưu chính, Viễn thông"]),
        ("Xin ý kiến của Bộ Bưu chính - Viễn thông về từng nhiệm vụ.", ["Bộ Bưu chính - Viễn thông"]),
        ("Trao cờ cho Sở Y tế và Sở Dân tộc và Tôn giáo.", ["Sở Dân tộc và Tôn giáo"]),
        ("Phấn đấu huyện Mỏ Cày đạt chuẩn.", ["huyện Mỏ Cày"]),
    ],
)
def test_bodies_named_anywhere(said, expected):
    assert names(news(said)) == expected


def test_a_text_without_a_day_is_later_than_what_it_cites():
    cited = "Thực hiện Nghị quyết số 07/2021/NQ-HĐND ngày 15/12/2021 và Chỉ thị số 19-CT/TW ngày 18/10/2022. "
    assert names(news(f"{cited}Xin ý kiến Bộ Thủy sản.", line="")) == ["Bộ Thủy sản"]
    assert names(news("Xin ý kiến Bộ Thủy sản.", line="")) == []


def test_a_text_without_a_day_is_of_the_years_it_speaks_of():
    years = "Năm 2022, Sở Thông tin và Truyền thông dẫn đầu. Cuối năm 2022 thu đạt dự toán. Năm 2023 giao sớm. "
    said = "Đồng chí Chủ tịch đồng tình với Sở Nông nghiệp và Môi trường thành lập tổ công tác."
    assert names(news(years + said, line="")) == ["Sở Nông nghiệp và Môi trường"]
    assert names(news(said, line="")) == []
    assert names(news(f"{years}Năm 2025 sắp xếp xong. {said}", line="")) == []


def test_a_plan_names_none_anywhere():
    work = "1. Sở Y tế\n- Việc kiểm tra thuộc phần việc của Sở Thủy sản."
    (finding,) = found(plan(work=work), agencies.agency_not_existing)
    assert finding.about == "Sở Thủy sản"
    assert not found(evolve(plan(work=work), issued=date(2007, 1, 5)), agencies.agency_not_existing)


def test_a_region_of_the_state_bank_is_new():
    work = "1. Ngân hàng Nhà nước chi nhánh Khu vực 14\n- Chỉ đạo các ngân hàng."
    early = plan(issued="19 tháng 01 năm 2023", title="Kế hoạch năm 2023", bases="", work=work)
    assert len(found(early, agencies.agency_not_existing)) == 1
    assert not found(plan(work=work), agencies.agency_not_existing)
