"""Many plans: one row a file, in order, whatever becomes of files and processes."""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import tracemalloc
from multiprocessing.connection import wait
from pathlib import Path

import pytest

import chitieu as ct
from chitieu import corpus
from chitieu.exchange.json import to_json

FILES = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory, example_text):
    """Twelve plans in two folders, with two files that are none and some that are passed over."""
    root = tmp_path_factory.mktemp("plans")
    (root / "b").mkdir()
    (root / ".cache").mkdir()
    for at in range(FILES):
        path = root / ("b" if at % 2 else ".") / f"{at:02}.txt"
        path.write_text(example_text.replace("58/KH-UBND", f"{at}/KH-UBND"), encoding="utf-8")
    (root / "03-empty.txt").write_text("", encoding="utf-8")
    (root / "b" / "04-news.txt").write_text("Hôm nay trời đẹp.\n", encoding="utf-8")
    (root / "~$10.docx").write_bytes(b"lock")
    (root / ".cache" / "11.txt").write_text(example_text, encoding="utf-8")
    (root / "notes.md").write_text("none", encoding="utf-8")
    return root


def names(rows):
    return [row.path.name for row in rows]


def test_a_folder_is_read_file_by_file_in_order(folder):
    rows = list(ct.read_plans(folder))
    assert names(rows) == [path.name for path in ct.find_plan_files(folder)]
    assert len(rows) == FILES + 2
    assert [row.plan.number for row in rows if row.ok] == [f"{int(row.path.stem)}/KH-UBND" for row in rows if row.ok]


def test_a_bad_file_is_a_row_with_its_error(folder):
    errors = {row.path.name: row.error.code for row in ct.read_plans(folder) if not row.ok}
    assert errors == {"03-empty.txt": "source.empty", "04-news.txt": "plan.none"}


def test_processes_give_the_same_rows_in_the_same_order(folder):
    alone, together = list(ct.read_plans(folder)), list(ct.read_plans(folder, workers=2))
    assert names(alone) == names(together)
    assert [row.plan for row in alone] == [row.plan for row in together]
    assert [row.error.code for row in together if row.error] == ["source.empty", "plan.none"]


@pytest.mark.parametrize("short", [True, False])
def test_a_plan_comes_whole_from_another_process(folder, monkeypatch, short):
    """Law: unpacking what was packed gives the same row, with the spans and the text that comparison leaves out."""
    if short:
        pytest.importorskip("msgspec")
    else:
        monkeypatch.setattr(corpus, "fast_json", lambda _: None)
    for row in ct.read_plans(folder):
        back = corpus._unpack(pickle.loads(pickle.dumps(corpus._pack(row))))  # noqa: S301  (our own)
        assert (back.path, back.plan) == (row.path, row.plan)
        if row.plan is None:
            assert back.error.code == row.error.code
        else:
            assert back.plan.text == row.plan.text
            assert to_json(back.plan) == to_json(row.plan)


def test_a_plan_packed_short_is_unpacked_where_msgspec_is_missing(folder, monkeypatch):
    pytest.importorskip("msgspec")
    row = next(ct.read_plans(folder))
    parcel = corpus._pack(row)
    assert parcel.json
    monkeypatch.setattr(corpus, "fast_json", lambda _: None)
    assert corpus._unpack(parcel) == row


def test_files_may_come_from_a_generator_and_are_taken_as_needed(folder):
    taken = []

    def files():
        for path in ct.find_plan_files(folder):
            taken.append(path)
            yield path

    rows = ct.read_plans(files())
    assert taken == []
    next(rows)
    assert len(taken) == 1


def test_progress_is_told(folder):
    told = []
    for _ in ct.read_plans(folder, progress=lambda done, total: told.append((done, total))):
        pass
    assert told == [(at, FILES + 2) for at in range(1, FILES + 3)]


def test_a_bar_can_be_shown(folder, capsys):
    assert len(list(ct.read_plans(list(ct.find_plan_files(folder))[:2], progress=True))) == 2
    assert capsys.readouterr().out == ""


def test_a_single_file_may_be_given(example_path):
    (row,) = ct.read_plans(example_path)
    assert row.ok


@pytest.mark.parametrize("given", [{"workers": 0}, {"workers": 2, "client": object()}])
def test_workers_that_cannot_be_are_refused_at_once(given, folder):
    with pytest.raises(ValueError, match="worker"):
        ct.read_plans(folder, **given)


def test_a_missing_folder_is_an_error_at_once(tmp_path):
    with pytest.raises(ct.SourceError):
        ct.read_plans(tmp_path / "none")


def test_a_missing_file_is_a_row(tmp_path):
    (row,) = ct.read_plans([tmp_path / "none.txt"])
    assert row.error.code == "source.missing"


def test_an_error_nobody_foresaw_is_a_row(folder, monkeypatch):
    def stop(*_):
        raise ZeroDivisionError("three")

    monkeypatch.setattr(corpus, "read_plan", stop)
    row = next(ct.read_plans(folder))
    assert row.error.code == "source.crash"
    assert "ZeroDivisionError: three" in row.error.message("vi")


# --- processes that die -----------------------------------------------------------------------------------


def _dies_on(path: Path, province: str | None) -> corpus.PlanRow:
    """End the process as the kernel does when memory runs out; once only for files that say so."""
    text = path.read_text(encoding="utf-8")
    once = path.with_suffix(".once")
    if "KILL" in text or (once.exists() and once.unlink() is None):
        os.kill(os.getpid(), signal.SIGKILL)
    return _original(path, province)


_original = corpus._read


@pytest.mark.skipif(sys.platform != "linux", reason="needs processes that inherit the patched reader")
def test_a_worker_that_is_killed_loses_no_file(tmp_path, example_text, monkeypatch):
    monkeypatch.setattr(corpus, "_read", _dies_on)
    for at in range(FILES):
        (tmp_path / f"{at:02}.txt").write_text(example_text.replace("58/KH", f"{at}/KH"), encoding="utf-8")
    (tmp_path / "04.once").write_text("", encoding="utf-8")
    (tmp_path / "07.txt").write_text("KILL", encoding="utf-8")
    rows = list(ct.read_plans(tmp_path, workers=2))
    assert names(rows) == [f"{at:02}.txt" for at in range(FILES)]
    assert [row.path.name for row in rows if not row.ok] == ["07.txt"]
    (killed,) = (row.error for row in rows if not row.ok)
    assert killed.code == "source.killed"


def test_leaving_early_ends_the_processes(folder):
    before = set(multiprocessing.active_children())
    rows = ct.read_plans(folder, workers=2)
    next(rows)
    started = set(multiprocessing.active_children()) - before
    assert started
    rows.close()
    gc.collect()
    running = {child.sentinel for child in started}  # the pool joins its processes too: a second join may miss the end
    while running:
        ended = wait(running, timeout=60)
        assert ended
        running -= set(ended)


def test_memory_does_not_grow_with_the_number_of_files(folder):
    """Law: reading four times as many files takes no more memory at its height."""
    files = [path for path in ct.find_plan_files(folder) if path.stem.isdecimal()]

    def height(times):
        tracemalloc.start()
        for _ in ct.read_plans(files[:3] * times):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    height(1)  # tables are loaded once
    assert height(4) < 1.3 * height(1)


# --- a cluster ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def client():
    distributed = pytest.importorskip("distributed")
    options = {"distributed.scheduler.allowed-failures": 5, "distributed.admin.tick.interval": "10s"}
    import dask  # noqa: PLC0415

    with (
        dask.config.set(options),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as found,
    ):
        yield found


def test_a_cluster_gives_the_same_rows(folder, client):
    rows = list(ct.read_plans(folder, client=client))
    assert names(rows) == names(ct.read_plans(folder))
    assert [row.error.code for row in rows if row.error] == ["source.empty", "plan.none"]


def test_a_worker_of_the_cluster_that_is_killed_loses_no_file(folder, client):
    files = [path for path in ct.find_plan_files(folder) if path.stem.isdecimal()] * 3
    rows = ct.read_plans(files, client=client)
    found = [next(rows)]
    victim = next(iter(client.cluster.workers.values()))
    os.kill(victim.pid, signal.SIGKILL)
    found += rows
    assert names(found) == [path.name for path in files]
    assert all(row.ok for row in found)
