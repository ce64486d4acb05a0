"""Plans for the tests of the web page: with results, hostile in every text, and as large as plans never are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import chitieu as ct
from chitieu.findings import Finding, Severity, quoted
from chitieu.plan import Appendix, Recipient, Relation, Signatory
from chitieu.text import Span

HOSTILE = (
    "</script><script>window.pwned=1</script>", '"><img src=x onerror="window.pwned=2">', "javascript:window.pwned=3",
    "<svg onload=window.pwned=4>", "' onfocus='window.pwned=5' autofocus='", "</title><iframe srcdoc='<script>top.pwned=6</script>'>",
    "<style>*{display:none}</style>", "{{ 7*7 }}{% raw %}", "&lt;b&gt; &amp;lt;", "--><!--", "]]>", "a\u202eevil\u2066b", "nul\x00char\x1b[31m", "👩‍👩‍👧‍👦🇻🇳",
    "W" * 3000, "lone \ud800 surrogate", "\\u003cscript\\u003e", "</style><link rel=stylesheet href=http://203.0.113.1/x.css>", "url(http://203.0.113.1/)",
    "<base href=http://203.0.113.1/><meta http-equiv=refresh content=0>", "`${window.pwned=7}`", "line\u2028separator\r\nbreak",
)  # fmt: skip
"""Texts that would do something on a page that did not escape them."""

YEAR = ct.Period(2026)
_SHARES = ("1.046", "1.12", "0.99", "0.71", None, "1", "1.3")


def results(plan: ct.Plan) -> ct.Progress:
    """Rate invented results of every target but each seventh."""
    observations = [ct.Observation("Số bò", YEAR, ct.parse_quantity("19 con"))]
    for at, (indicator, target) in enumerate(plan.targets()):
        share = _SHARES[at % len(_SHARES)]
        if share is not None:
            value = (target.quantity.value * Decimal(share)).quantize(Decimal("0.1"))
            official = ct.Rating.MET if at == 3 else None
            observations.append(
                ct.Observation(indicator.name, YEAR, ct.Quantity(value, target.quantity.unit), official=official)
            )
    return ct.progress(plan, observations, on=date(2026, 12, 31))


_STATES = (ct.TaskState.DONE, ct.TaskState.IN_PROGRESS, None, ct.TaskState.DONE_LATE, ct.TaskState.STANDING)


def stands(plan: ct.Plan) -> ct.TaskProgress:
    """Tell how the tasks of a plan stand by invented reports, one of them on a task the plan does not have."""
    told = [ct.TaskReport("Việc không có trong kế hoạch", ct.TaskState.DONE)]
    for at, (_, task) in enumerate(plan.work()):
        state, day = _STATES[at % len(_STATES)], date(2026, 7, 4) if at % 2 == 0 else None
        if state is not None:
            told.append(ct.TaskReport(task.text, state, day, "đã báo cáo" if at % 3 == 0 else "", "Sở Tài chính"))
    return ct.task_progress(plan, told, on=date(2026, 9, 30))


def finding(plan: ct.Plan, words: str, severity: Severity) -> Finding:
    """Make a finding about some words of a plan."""
    start = plan.text.index(words)
    quote, line, column = quoted(plan.text, start, start + len(words))
    span = Span(start, start + len(words))
    return Finding(
        f"sample-{severity.value}",
        severity,
        f"Look at {words}",
        f"Xem lại {words}",
        plan.number,
        words,
        quote,
        line,
        column,
        span,
    )


def findings(plan: ct.Plan) -> tuple[Finding, ...]:
    """Make findings about the example plan, of every severity, out of order."""
    places = (("96 MW", Severity.NOTE), ("1,4%", Severity.ERROR), ("Khởi công cầu", Severity.WARNING))
    return tuple(finding(plan, words, severity) for words, severity in places)


def plan_of(text: str) -> tuple[ct.Plan, tuple[Finding, ...], ct.Progress]:
    """Make a plan with findings and results that has one text in every place that holds any."""
    agency, other = ct.Agency(text), ct.Agency(f"{text} 2")
    target = ct.Target(ct.Quantity(5, "xã"))
    reference = ct.Reference(number=text)
    part = ct.PlannedIndicator(text, targets=(target,), relation=Relation.PART, span=Span(0, 1))
    beside = ct.PlannedIndicator(f"{text} 3", relation=Relation.BESIDE)
    item = ct.PlannedIndicator(text, text, targets=(target, target), parts=(part, beside), span=Span(0, 3))
    task = ct.Task(
        text,
        lead=(other,),
        cooperating=(agency,),
        product=text,
        targets=(target,),
        due=date(2026, 3, 1),
        span=Span(4, 9),
    )
    section = ct.Assignment(f"{text} ", text, (agency,), (task, ct.Task(text, due=ct.Recurrence.QUARTER)))
    plan = ct.Plan(
        number=text, issuer=text, place=text, issued=date(2026, 1, 2), title=text, period=YEAR, bases=(reference,), indicators=(item,),
        assignments=(section,), implementation=(section,), signatory=Signatory(text, text, text), recipients=(Recipient(text),),
        appendices=(Appendix(text),), text=f"{text}{text}0123456789",
    )  # fmt: skip
    found = tuple(
        Finding(text, severity, text, text, text, text, f"{text}\n^^", 1, 1, span)
        for severity, span in ((Severity.ERROR, Span(0, 2)), (Severity.WARNING, None))
    )
    observed = ct.Observation(text, YEAR, words=text, note=text, official=ct.Rating.MET, source=text)
    told = [observed, ct.Observation(f"{text} 9", YEAR, ct.Quantity(5, "xã"), agency=text)] if text.strip() else []
    return plan, found, ct.progress(plan, told)


def large_plan(tasks: int, indicators: int) -> ct.Plan:
    """Make a plan of many tasks and indicators, each as long as they are in plans."""
    agencies = tuple(ct.Agency(f"Sở số {at}") for at in range(60))
    text = "Chủ trì rà soát, cập nhật và công khai hồ sơ hỗ trợ hộ nghèo, cận nghèo tại các xã, phường của tỉnh. " * 8
    sections = []
    for at, agency in enumerate(agencies):
        own = tuple(
            ct.Task(f"Việc {number}: {text}", lead=(agency,), cooperating=(agencies[(at + number) % 60],), due=date(2026, 1 + number % 12, 15))
            for number in range(at, tasks, len(agencies))
        )  # fmt: skip
        sections.append(ct.Assignment(agency.name, str(at + 1), (agency,), own))
    lines = tuple(
        ct.PlannedIndicator(
            f"Chỉ tiêu số {at} về xã đạt chuẩn", str(at), targets=(ct.Target(ct.Quantity(at + 1, "xã")),)
        )
        for at in range(indicators)
    )
    return ct.Plan(number="1/KH-UBND", title="KẾ HOẠCH LỚN", period=YEAR, indicators=lines, assignments=tuple(sections))
