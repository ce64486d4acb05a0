"""The texts of tasks, for rules that read on in them."""

from chitieu.checking.texts.task_texts import task_text
from chitieu.text import Span
from chitieu.work.tasks import Task


def test_the_words_of_a_task_are_read_where_they_stand():
    text = "- Mở 2 lớp\nhọc."
    task = Task("Mở 2 lớp học.", span=Span(2, len(text)))
    one = task_text(task, text)
    assert (one.words.text, one.placed.text, one.offset) == ("Mở 2 lớp học.", "Mở 2 lớp\nhọc.", 2)


def test_a_plan_without_text_has_the_words_alone():
    one = task_text(Task("Họp."), "")
    assert one.placed is one.words
    assert one.offset is None
