"""The chain of documents of plans."""

import json
from collections import Counter
from datetime import date

import attrs
import builders
import pytest
from builders import plan_text
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

REL, PART = ct.DocumentRelation, ct.DocumentPart

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\n-------\nSố: 58/KH-UBND\nSông Hậu, ngày 16 tháng 01 năm 2026\nKẾ HOẠCH\nPHÁT TRIỂN KINH TẾ NĂM 2026\n"
TEXT = (
    HEAD
    + """Căn cứ Nghị quyết số 01/NQ-CP ngày 08 tháng 01 năm 2026 của Chính phủ; Nghị quyết số 12-NQ/TU ngày 05 tháng 12 năm 2025
của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch như sau:
I. CHỈ TIÊU
1) Tỷ lệ hộ nghèo còn 1,4% theo Quyết định số 7/QĐ-UBND ngày 05/01/2026;
II. NHIỆM VỤ
1. Sở Tài chính
- Thực hiện Nghị quyết số 01/NQ-CP của Chính phủ và Nghị quyết số 41/2025/NQ-HĐND của HĐND tỉnh.
- Trình sửa đổi, bổ sung Quyết định số 9/2024/QĐ-UBND.
2. Sở Y tế
- Triển khai Kế hoạch số 20/KH-UBND ngày 03/02/2025 của UBND tỉnh về thực hiện Nghị quyết số 72-NQ/TW.
- Làm tốt công tác y tế.
III. TỔ CHỨC THỰC HIỆN
1. Các sở triển khai Nghị quyết số 12-NQ/TU.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
"""
)


@pytest.fixture(scope="module")
def graph():
    return ct.document_graph(ct.parse_plan(TEXT))


def numbers(documents):
    return [document.number for document in documents]


def test_documents(graph):
    assert numbers(graph.documents) == [
        "01/NQ-CP", "07/QĐ-UBND", "09/2024/QĐ-UBND", "12-NQ/TU", "20/KH-UBND", "41/2025/NQ-HĐND", "58/KH-UBND", "72-NQ/TW",
    ]  # fmt: skip
    (plan,) = (node for node in graph.documents if node.given)
    assert (str(plan), plan.date, plan.title) == (
        "Kế hoạch số 58/KH-UBND",
        date(2026, 1, 16),
        "PHÁT TRIỂN KINH TẾ NĂM 2026",
    )
    assert str(plan.identity) == "58/KH-UBND, 2026, Ủy ban nhân dân tỉnh Sông Hậu"


def test_citations(graph):
    assert [(edge.relation, edge.target.number, str(edge.place)) for edge in graph.citations] == [
        (REL.BASIS, "01/NQ-CP", "preamble"),
        (REL.BASIS, "12-NQ/TU", "preamble"),
        (REL.BASIS, "07/QĐ-UBND", "indicator 1"),
        (REL.CARRIES_OUT, "01/NQ-CP", "task 1 of section 1 (Sở Tài chính)"),
        (REL.CARRIES_OUT, "41/2025/NQ-HĐND", "task 1 of section 1 (Sở Tài chính)"),
        (REL.AMENDS, "09/2024/QĐ-UBND", "task 2 of section 1 (Sở Tài chính)"),
        (REL.CARRIES_OUT, "20/KH-UBND", "task 1 of section 2 (Sở Y tế)"),
        (REL.CARRIES_OUT, "72-NQ/TW", "task 1 of section 2 (Sở Y tế)"),
        (REL.CARRIES_OUT, "12-NQ/TU", str(graph.mentions("12-NQ/TU")[-1].place)),
    ]
    assert graph.mentions("12-NQ/TU")[-1].place.part is PART.IMPLEMENTATION


def test_a_quoted_abstract_is_an_edge_of_the_quoted_document(graph):
    assert numbers(graph.cited_by("72-NQ/TW")) == ["20/KH-UBND"]
    assert numbers(graph.cites("20/KH-UBND")) == ["72-NQ/TW"]
    assert graph.tasks_on("72-NQ/TW") == ()


def test_queries(graph):
    assert numbers(graph.cites("58/KH-UBND", REL.BASIS)) == ["01/NQ-CP", "07/QĐ-UBND", "12-NQ/TU"]
    assert numbers(graph.cited_by("1/NQ-CP")) == ["58/KH-UBND"]
    assert [task.lead[0].name for task in graph.tasks_on("01/NQ-CP")] == ["Sở Tài chính"]
    assert len(graph.tasks_on("12-NQ/TU")) == 1
    assert [edge.target.number for edge in graph.amendments("9/2024/QĐ-UBND")] == ["09/2024/QĐ-UBND"]
    assert graph.amendments("01/NQ-CP") == ()
    assert graph.find("no such number") == graph.cites("5/NQ-CP") == ()


@pytest.mark.parametrize(
    "name",
    [
        lambda graph: graph.find("01/NQ-CP")[0],
        lambda graph: graph.find("01/NQ-CP")[0].identity,
        lambda _: ct.parse_reference("01/NQ-CP ngày 08/01/2026"),
        lambda _: ct.parse_reference("1/NQ-CP"),
    ],
)
def test_ways_to_name_a_document(graph, name):
    assert len(graph.mentions(name(graph))) == 2


def test_a_plan_names_itself(graph):
    assert graph.cites(ct.parse_plan(TEXT)) == graph.cites("58/KH-UBND")


def test_the_same_number_of_two_years_is_two_documents():
    plan = ct.parse_plan(
        plan_text(
            "II. NHIỆM VỤ\n1. Sở Y tế\n- Thực hiện Nghị quyết số 01/NQ-CP ngày 08/01/2022.\n"
            "- Thực hiện Nghị quyết số 01/NQ-CP ngày 06/01/2023.\n- Thực hiện Nghị quyết số 01/NQ-CP."
        )
    )
    graph = ct.document_graph(plan)
    found = graph.find("01/NQ-CP")
    assert [node.identity.year for node in found] == [None, 2022, 2023]
    (doubt,) = graph.doubts
    assert (doubt.reason, doubt.candidates) == ("several", tuple(node.identity for node in found[1:]))


def test_one_document_with_two_days_is_said():
    text = "II. NHIỆM VỤ\n1. Sở Y tế\n- Theo Quyết định số 5/QĐ-TTg ngày 01/02/2023.\n- Theo Quyết định số 5/QĐ-TTg ngày 02/02/2023."
    (doubt,) = ct.document_graph(ct.parse_plan(plan_text(text))).doubts
    assert (doubt.reason, doubt.dates) == ("dates", (date(2023, 2, 1), date(2023, 2, 2)))


def test_plans_join_on_identity():
    below = TEXT.replace("58/KH-UBND", "4/KH-STC").replace("ngày 16 tháng 01", "ngày 30 tháng 01")
    below = below.replace("của Tỉnh ủy,", "của Tỉnh ủy; Kế hoạch số 58/KH-UBND ngày 16/01/2026 của UBND tỉnh,")
    above, below = ct.parse_plan(TEXT), ct.parse_plan(below)
    graph = ct.document_graph(below, above)
    assert [node.number for node in graph.documents if node.given] == ["04/KH-STC", "58/KH-UBND"]
    assert numbers(graph.cited_by(above)) == ["04/KH-STC"]
    assert numbers(graph.cited_by("12-NQ/TU")) == ["04/KH-STC", "58/KH-UBND"]
    assert graph == ct.document_graph(above, below)


def test_plans_of_two_provinces_do_not_mix_their_councils():
    other = ct.parse_plan(TEXT.replace("SÔNG HẬU", "NAM GIANG").replace("Sông Hậu", "Nam Giang"))
    graph = ct.document_graph(ct.parse_plan(TEXT), other)
    assert len(graph.find("41/2025/NQ-HĐND")) == len(graph.find("58/KH-UBND")) == 2
    assert len(graph.find("01/NQ-CP")) == 1


def test_a_plan_made_by_hand_has_a_graph():
    base = ct.parse_reference("Nghị quyết số 1/NQ-CP ngày 08/01/2026 của Chính phủ")
    task = ct.Task("Thực hiện", references=(attrs.evolve(base, span=None, relation=REL.CARRIES_OUT),))
    plan = ct.Plan(
        number="2/KH-UBND", bases=(attrs.evolve(base, span=None),), assignments=(ct.Assignment("A", tasks=(task,)),)
    )
    graph = ct.document_graph(plan)
    assert [(edge.relation, edge.place.part) for edge in graph.mentions("1/NQ-CP")] == [
        (REL.BASIS, PART.PREAMBLE),
        (REL.CARRIES_OUT, PART.TASK),
    ]
    assert graph.tasks_on("1/NQ-CP") == (task,)


def test_work_of_a_table_has_its_place():
    table = "II. NHIỆM VỤ\nSTT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời gian\n1 | Thực hiện Nghị quyết số 5/NQ-CP | Sở Y tế | Quý II\n"
    plan = ct.parse_plan(plan_text(table))
    (edge,) = ct.document_graph(plan).mentions("5/NQ-CP")
    assert (edge.relation, edge.place.agencies) == (REL.CARRIES_OUT, ("Sở Y tế",))


def test_every_edge_quotes_its_document(graph, example_plan, example_text):
    """Law: the words at an edge's span hold the number they cite, spaces and a leading nought aside."""
    for drawn, text in ((graph, TEXT), (ct.document_graph(example_plan), example_text)):
        assert drawn.citations
        for edge in drawn.citations:
            quoted = "".join(edge.span.of(text).split())
            assert quoted.lstrip("0").startswith(
                edge.target.number.lstrip("0")[: len(quoted)].split("-")[0].split("/")[0]
            )


@given(st.randoms())
def test_the_graph_does_not_depend_on_the_order_of_mentions(random):
    """Law: shuffled citations and shuffled plans give the same graph."""
    plan = ct.parse_plan(TEXT)
    shuffled = attrs.evolve(plan, cited=tuple(random.sample(plan.cited, len(plan.cited))))
    assert ct.document_graph(shuffled) == ct.document_graph(plan)
    assert ct.document_graph(plan, plan).documents == ct.document_graph(plan).documents


@given(builders.plans())
def test_any_plan_has_a_graph_that_survives_as_data(plan):
    """Law: a graph written as plain data, through JSON, reads back equal."""
    graph = ct.document_graph(plan)
    data = json.loads(json.dumps(graph.to_dict()))
    assert ct.DocumentGraph.from_dict(data) == graph
    assert graph.to_dot().count("->") == graph.to_mermaid().count("-->")
    known = {node.identity for node in graph.documents}
    assert all({edge.source, edge.target, edge.text_of} <= known for edge in graph.citations)
    assert all(edge.source != edge.target for edge in graph.citations)


def test_it_survives_the_json_of_the_plan(example_plan):
    again = ct.from_json(ct.to_json(example_plan))
    assert ct.document_graph(again) == ct.document_graph(example_plan)


def test_tasks_need_the_plan():
    plan = ct.parse_plan(TEXT)
    data = ct.document_graph(plan).to_dict()
    assert ct.DocumentGraph.from_dict(data).tasks_on("01/NQ-CP") == ()
    assert ct.DocumentGraph.from_dict(data, plan).tasks_on("01/NQ-CP") == ct.document_graph(plan).tasks_on("01/NQ-CP")


def test_dot_and_mermaid(graph):
    dot, mermaid = graph.to_dot(), graph.to_mermaid()
    assert dot.startswith("digraph documents {")
    assert dot.endswith("}\n")
    assert 'label="Kế hoạch số 58/KH-UBND\\n16/01/2026, Ủy ban nhân dân tỉnh Sông Hậu", peripheries=2' in dot
    assert mermaid.startswith("flowchart LR\n")
    assert '[["Kế hoạch số 58/KH-UBND<br/>16/01/2026, Ủy ban nhân dân tỉnh Sông Hậu"]]' in mermaid
    assert mermaid.count("-->|carries_out|") == dot.count('[label="carries_out"]')


def test_quotes_are_escaped():
    plan = ct.Plan(number='1"]; <b>\\', bases=(ct.Reference('2/"x"-[y]', issuer='"`#&'),))
    graph = ct.document_graph(plan)
    assert '\\"' in graph.to_dot()
    labels = [line.split('"', 1)[1].rsplit('"', 1)[0] for line in graph.to_mermaid().splitlines()[1:3]]
    assert all(sign not in label.replace("<br/>", "") for label in labels for sign in '"<>`')


# --- a whole real plan; it stands beside the repository and is not part of it


@pytest.fixture(scope="module")
def seed(shared):
    (path,) = (shared / "seeds").glob("001_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plan(seed):
    return ct.parse_plan(seed)


@pytest.fixture(scope="module")
def chain(plan):
    return ct.document_graph(plan)


def test_seed_counts(chain):
    assert (len(chain.documents), len(chain.citations), chain.doubts) == (36, 40, ())
    assert Counter(edge.place.part for edge in chain.citations) == {
        PART.TITLE: 1,
        PART.PREAMBLE: 3,
        PART.TASK: 35,
        PART.IMPLEMENTATION: 1,
    }
    assert Counter(edge.relation for edge in chain.citations) == {REL.CARRIES_OUT: 25, REL.BASIS: 15}


def test_seed_mentions_without_a_day_are_joined(chain):
    assert [len(chain.mentions(number)) for number in ("01/NQ-CP", "02/NQ-CP", "02-ĐA/TU")] == [3, 3, 2]
    assert all(len(chain.find(node.number)) == 1 for node in chain.documents)


def test_seed_plans_that_the_plan_quotes(chain):
    quoted = {"2813/KH-UBND": ["11/NQ-CP", "43/2022/QH15"], "3707/KH-UBND": ["08-CTr/TU"]}
    assert {number: numbers(chain.cites(number)) for number in quoted} == quoted


def test_seed_tasks(chain, plan):
    assert len(chain.tasks_on("02/NQ-CP")) == 3
    assert chain.tasks_on("10-CTr/TU")[0] in plan.assignments[7].tasks


def test_seed_quotes(chain, seed):
    for edge in chain.citations:
        assert "".join(edge.span.of(seed).split()).lstrip("0").startswith(edge.target.number.lstrip("0")[:2])


def test_seed_signature_and_recipients(plan):
    assert [str(step) for step in plan.signatory.signed_for] == ["thay mặt ỦY BAN NHÂN DÂN"]
    assert (plan.signatory.office, plan.cosignatories) == ("CHỦ TỊCH", ())
    kinds = Counter(party.kind.value for line in plan.recipients for party in line.parties)
    assert kinds == {"agency": 9, "group": 5, "office": 4, "archive": 2}
