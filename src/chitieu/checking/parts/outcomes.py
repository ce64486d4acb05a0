"""So many in all, so many done, so many under way, so many left: *nhận 1.450 đơn; đã giải quyết 1.380 đơn, còn lại 70 đơn*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.parts.bare_states import in_time_or_late, with_bare_states
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.part_leads import blank
from chitieu.checking.parts.slips import comes_to
from chitieu.checking.parts.time_splits import likely_sum
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import items_behind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit

__all__ = ["outcomes"]

_WORK = r"(?:giải quyết|hoàn thành|xử lý|thực hiện|triển khai|nghiệm thu|khắc phục|giải ngân|thi công|xem xét|xác minh|điều tra|hoàn thiện|thẩm định)"
_STATES = {
    "done": re.compile(
        rf"(?<!\w)(?:đã (?:được )?{_WORK}|hoàn thành|giải quyết xong|xử lý xong|(?:giải quyết|xử lý|trả)(?= (?:kết quả )?(?:trước|sớm|đúng|quá|trễ|chậm)))(?!\w)"
    ),
    "doing": re.compile(rf"(?<!\w)đang (?:được )?(?:trong quá trình |tiếp tục )?{_WORK}(?!\w)"),
    "open": re.compile(rf"(?<!\w)(?:chưa (?:được )?(?:{_WORK}|đến hạn|khởi công)|không hoàn thành)(?!\w)"),
    "left": re.compile(r"(?<!\w)còn lại(?!\w)"),
    "not yet": re.compile(r"(?<!\w)còn \|"),
}
_ORDER = ("left", "open", "doing", "done", "not yet")
"""Of the states that words name, the first of these counts: *chưa hoàn thành* holds *hoàn thành*."""
_TIMES = {
    "late": re.compile(r"(?<!\w)(?:quá|trễ|chậm|muộn) (?:thời )?hạn(?!\w)"),
    "in time": re.compile(r"(?<!\w)(?:đúng|trong) (?:thời )?hạn(?!\w)"),
    "early": re.compile(r"(?<!\w)(?:trước|sớm) (?:thời )?hạn(?!\w)"),
}
_EITHER = re.compile(r"(?<!\w)(?P<not>đã|chưa) (?:được )?(?P<what>[^\W\d_]+ [^\W\d_]+)")
"""What was done to some and not to others: *đã kiên cố hóa 280 trạm, chưa kiên cố hóa 40 trạm*."""
_NOT_BESIDE = re.compile(
    r"(?<!\w)(?:trong đó|gồm|bao gồm|riêng|so với|tăng|giảm|bằng|mỗi|bình quân|thêm|lũy kế|luỹ kế|tổng|kế hoạch|dự toán|chuyển sang|điều chỉnh|bổ sung|phát sinh|năm [0-9]{4})(?!\w)"
)
_OF_ITS_OWN = re.compile(
    r"(?<!\w)(?:khởi công|mở mới|bàn giao|hoàn thành|nghiệm thu|ban hành|thành lập|đã|đang|chưa|còn|thêm|trong đó|riêng|gồm)(?!\w)"
)
"""Words with a number that is of one state itself, so that the others are none of its."""
_LEAD = re.compile(
    r"(?:[^;.,:()|0-9]{0,60}?[,;.]?\s(?:trong đó|trong số (?:đó|này)|cụ thể|kết quả)\s?[,:]?|[^;.,:()|0-9]{0,60}?:)(?:\s(?:có|đã có))?(?=\s)"
)
"""What may lead from a number to its states, as to any parts."""
_SENTENCE = re.compile(r"\.(?=\s|$)|\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))\s|[|:]")
_ENDS = re.compile(r"\.(?=\s|$)|\n")
_SIGN = re.compile(r"[;,.()|](?=\s|$)|(?<!\w)và(?=\s)(?!\s(?:trước|đúng|sớm)(?!\w))")
_BRACKET = re.compile(r"\([^()]*\)")
_MOST, _LEAST = 6, 2
_ALL_STATES = {"done", "doing", "open"}
_ALL_TIMES = {(state, time) for state in ("done", "doing") for time in ("in time", "late")}


def outcomes(passage: Passage, lower: str) -> Iterator[Group]:
    """Yield the numbers of things with how many of them came out in each way, which exclude one another.

    Args:
        passage: a text with its amounts.
        lower: the text, as `plain_words` has it.
    """
    piece, hits = passage
    kept = with_bare_states(piece, [hit for hit in hits if lower[hit.numeral.start] != " "])
    yield from in_time_or_late(piece, kept)
    for at, whole in enumerate(kept):
        if not sums_up(whole) or _OF_ITS_OWN.search(name_before(piece, whole).lower()):
            continue
        states: dict[tuple[str, str], TargetHit] = {}
        for state, hit in _states(lower, piece.source.text, whole, items_behind(kept, at, _MOST)):
            if state in states:
                break
            states[state] = hit
        sizes = [hit.target.quantity for hit in states.values()]
        stated = whole.target.quantity
        if len(states) < _LEAST or not likely_sum(stated.amount, [size.amount for size in sizes]):
            continue
        kinds = {kind for kind, _ in states}
        if any(time and (kind, "") in states for kind, time in states):
            continue  # of those done so many in time
        left = next(reversed(states))[0] == "left"
        first = at == 0 or _ENDS.search(piece.source.text, kept[at - 1].end, whole.numeral.start) is not None
        behind = lower[whole.end : max(hit.end for hit in states.values())]
        either = first and len(states) == _LEAST and _is_either(behind)
        if not _STATES.keys() >= kinds and not either and not (left and first and _are_ways(stated, sizes)):
            continue
        complete = left or either or kinds >= _ALL_STATES or states.keys() >= _ALL_TIMES
        yield Group(name_before(piece, whole), whole, tuple(states.values()), complete)


def _is_either(words: str) -> bool:
    """Whether words say what was done to some and what, the same, was not done to others."""
    said = {(one["not"], one["what"]) for one in _EITHER.finditer(words)}
    return len(said) == _LEAST == len({way for way, _ in said}) and len({what for _, what in said}) == 1


def _are_ways(stated: Quantity, sizes: Sequence[Quantity]) -> bool:
    """Whether numbers ahead of one that is left are all the others: there is one of them and both are most of it, or they come to all but for a slip."""
    most = sum(size.amount for size in sizes) >= stated.amount * _MOST_OF_IT
    return (len(sizes) == _LEAST and most) or comes_to(stated, sizes)


_MOST_OF_IT = Fraction(2, 3)


def _state(words: str) -> str | None:
    """Return the state that words name."""
    return next((name for name in _ORDER if _STATES[name].search(words)), None)


def _states(
    lower: str, text: str, whole: TargetHit, hits: Sequence[TargetHit]
) -> Iterator[tuple[tuple[str, str], TargetHit]]:
    """Yield the amounts behind a whole with the state each is in and whether in time, or another name where the words tell none."""
    if not hits:
        return
    led = _LEAD.match(lower, whole.end, hits[0].numeral.start)
    first, limit = hits[0].end, hits[-1].end + REACH
    lower = lower[:first] + _BRACKET.sub(blank, lower[first:limit])  # what a bracket says of a part
    done = led.end() if led else whole.end
    last = ""
    for hit in hits:
        if lower[hit.numeral.start] == " ":
            continue
        between = lower[done : hit.numeral.start]
        if len(between) > REACH or _SENTENCE.search(text, done, hit.numeral.start) or not same_sort(whole, hit):
            return
        ahead, behind = _SIGN.split(between), _SIGN.split(lower[hit.end : hit.end + REACH // 2], maxsplit=1)
        words = f"{ahead[-1]}| {behind[0]}"
        state = _state(words) or _state(between)  # "đã điều tra, làm rõ 371 vụ"
        if (len(ahead) == 1 and not (led and hit is hits[0])) or _NOT_BESIDE.search(between):
            return
        time = next((name for name, said in _TIMES.items() if said.search(words)), "")
        last = state or (last if time else "") or str(hit.start)
        yield (last, time), hit
        done = hit.end
