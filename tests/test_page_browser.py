"""The web page in a real browser: Chromium, driven by ``tests/browser/run.mjs``.

Needs Node, Chromium and ``npm ci`` in ``tests/browser``; without them the tests are skipped, or fail where
``CHITIEU_REQUIRE_BROWSER`` is set.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from page_samples import HOSTILE, findings, large_plan, plan_of, results, stands

import chitieu as ct
from chitieu.plan_html import showable

pytest.importorskip("jinja2")
BROWSER = Path(__file__).parent / "browser"
CHECKS = (
    "accessible in light and dark, on screens and phones",
    "every link leads to a line of the page",
    "search finds words with and without accents",
    "filters by agency and role answer as the library does",
    "filters by deadline, state, rating and severity answer as the library does",
    "filters and search work together, and a link to a hidden line shows it",
    "the keyboard reaches everything, in order and in sight",
    "no sideways scrolling on a phone",
    "everything is there without JavaScript",
    "prints light, without tools, with what is filtered",
    "hostile text does nothing and stands as it is",
    "the content policy lets nothing else in",
    "a plan of several megabytes can be used",
    "no page writes to the console, asks for anything or opens a dialog",
)
_LARGE = (4000, 1500)
_TAGS = (0, 1, 11, 12, 14)  # hostile texts worth a page of their own in the browser; all are in test_page.py


def _tools() -> tuple[str, str]:
    """Return Node and Chromium; skip or fail with what is missing."""
    node = shutil.which("node")
    chromium = os.environ.get("CHITIEU_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    modules = (BROWSER / "node_modules" / "playwright-core").is_dir()
    wanted = {"node": node, "chromium": chromium, "npm ci in tests/browser": modules}
    missing = ", ".join(name for name, found in wanted.items() if not found)
    if missing:
        (pytest.fail if os.environ.get("CHITIEU_REQUIRE_BROWSER") else pytest.skip)(f"needs {missing}")
    return str(node), str(chromium)


def _expected(plan: ct.Plan, progress: ct.Progress) -> dict[str, object]:
    """Tell what the page must answer, asked of the library."""
    tasks = [task.text for _, task in plan.work(implementation=True)]
    names = {"": None, "lead": "lead"} | {role.name.lower(): role for role in ct.Role if role is not ct.Role.LEAD}
    work = {
        agency.name: {
            name: [entry.task.text for entry in plan.tasks_of(agency, role, implementation=True)]
            for name, role in names.items()
        }
        for agency in plan.agencies(implementation=True)
    }
    days = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1)]
    until = {
        day.isoformat(): [e.task.text for e in plan.due_before(day + timedelta(1), implementation=True)] for day in days
    }
    rated = [(row.indicator, row.rating) for row in progress.rows]
    lines = {
        rating.name.lower(): [
            f"i{at}"
            for at, item in enumerate(plan.indicators, 1)
            if any((part, rating) in rated for part in item.walk())
        ]
        for rating in {rating for _, rating in rated}
    }
    states: dict[str, list[str]] = {}
    for row in stands(plan).rows:
        states.setdefault(row.state.name.lower(), []).append(row.task.text)
        if row.report is None:
            states.setdefault("unreported", []).append(row.task.text)
    return {"tasks": len(tasks), "work": work, "until": until, "ratings": lines, "states": states}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, example_plan: ct.Plan) -> dict[str, str | None]:
    """Write the pages, run the browser once, and give what was wrong by check."""
    node, chromium = _tools()
    folder = tmp_path_factory.mktemp("pages")
    plan, progress = example_plan, results(example_plan)
    found = findings(plan)
    pages = {
        "full.html": ct.render_page(plan, findings=found, progress=progress, tasks=stands(plan)),
        "en.html": ct.render_page(plan, findings=found, progress=progress, tasks=stands(plan), language="en"),
        "plain.html": ct.render_page(plan),
        "empty.html": ct.render_page(ct.Plan(), findings=()),
    }
    hostile = {}
    for at in _TAGS:
        bad, its_findings, its_progress = plan_of(HOSTILE[at])
        pages[f"hostile{at}.html"] = ct.render_page(bad, findings=its_findings, progress=its_progress)
        hostile[f"hostile{at}.html"] = showable(HOSTILE[at])
    large = large_plan(*_LARGE)
    pages["large.html"] = ct.render_page(large, findings=(), progress=results(large))
    assert len(pages["large.html"].encode()) > 5_000_000
    expected = _expected(plan, progress) | {
        "severities": {"error": 1, "warning": 1, "note": 1},
        "hostile": hostile,
        "large": {"tasks": _LARGE[0], "of_one": len(large.tasks_of("Sở số 0"))},
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    command = [node, str(BROWSER / "run.mjs"), str(folder), chromium]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=600, check=False)  # noqa: S603
    told = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    (folder / "told.txt").write_text(run.stdout, encoding="utf-8")
    answers = {entry["name"]: entry["wrong"] for entry in told if "name" in entry}
    assert set(answers) == set(CHECKS), run.stdout + run.stderr
    return answers


@pytest.mark.parametrize("check", CHECKS)
def test_in_chromium(outcomes: dict[str, str | None], check: str):
    assert outcomes[check] is None, outcomes[check]
