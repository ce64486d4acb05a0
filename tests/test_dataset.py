"""A dataset of many plans: whole or not at all, the same rows as the tables, readable by those who read Parquet."""

from pathlib import Path

import pytest

import chitieu as ct

pq = pytest.importorskip("pyarrow.parquet")


@pytest.fixture(scope="module")
def folder(tmp_path_factory, example_text):
    root = tmp_path_factory.mktemp("plans")
    for at in range(5):
        (root / f"{at}.txt").write_text(example_text.replace("58/KH-UBND", f"{at}/KH-UBND"), encoding="utf-8")
    (root / "bad.txt").write_text("Không phải kế hoạch.", encoding="utf-8")
    return root


def test_the_dataset_holds_the_rows_of_the_tables(folder, tmp_path):
    summary = ct.write_dataset(ct.read_plans(folder), tmp_path / "ds", batch=2)
    tables = ct.tables(ct.read_plans(folder))
    assert summary.plans == 5
    assert [row.path.name for row in summary.errors] == ["bad.txt"]
    for name, table in tables.items():
        assert pq.read_table(tmp_path / "ds" / f"{name}.parquet").equals(table), name
        assert summary.rows[name] == table.num_rows


def test_plans_make_a_dataset_too(example_plan, tmp_path):
    for number, given in enumerate((example_plan, [example_plan])):
        summary = ct.write_dataset(given, tmp_path / str(number))
        assert (summary.plans, summary.errors) == (1, ())
        assert pq.read_table(tmp_path / str(number) / "plans.parquet")["plan_number"].to_pylist() == ["58/KH-UBND"]


def test_duckdb_asks_the_dataset(folder, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    ct.write_dataset(ct.read_plans(folder), tmp_path / "ds")
    query = "select count(*), max(value) from read_parquet(?) where key = 'export'"
    count, largest = duckdb.execute(query, [str(tmp_path / "ds" / "targets.parquet")]).fetchone()
    assert (count, largest) == (5, 1250)


def test_an_interrupted_run_leaves_nothing(folder, tmp_path):
    def stopping():
        yield from list(ct.read_plans(folder))[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ct.write_dataset(stopping(), tmp_path / "ds", batch=1)
    assert list(tmp_path.iterdir()) == []


def test_a_dataset_that_is_there_is_kept_unless_it_may_go(folder, tmp_path):
    ct.write_dataset(ct.read_plans(folder), tmp_path / "ds")
    with pytest.raises(ct.WriteError, match="there already"):
        ct.write_dataset(ct.read_plans(folder), tmp_path / "ds")
    summary = ct.write_dataset(list(ct.read_plans(folder))[:1], tmp_path / "ds", overwrite=True)
    assert summary.plans == 1
    assert pq.read_table(tmp_path / "ds" / "plans.parquet").num_rows == 1
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]


def test_a_folder_that_holds_something_else_is_never_replaced(folder, tmp_path):
    """The plans themselves must not go when somebody names their folder as the dataset."""
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(ct.WriteError) as info:
        ct.write_dataset(ct.read_plans(folder), folder, overwrite=True)
    assert (info.value.code, info.value.found) == ("write.foreign", before[0])
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not list(tmp_path.glob(".chitieu-*"))


def test_a_failed_run_keeps_the_dataset_that_was_there(folder, tmp_path):
    ct.write_dataset(ct.read_plans(folder), tmp_path / "ds")

    def failing():
        yield from ()
        raise OSError(28, "No space left on device")

    with pytest.raises(ct.WriteError, match="No space left"):
        ct.write_dataset(failing(), tmp_path / "ds", overwrite=True)
    assert pq.read_table(tmp_path / "ds" / "plans.parquet").num_rows == 6


def test_a_dataset_keeps_its_name_where_the_new_one_cannot_take_it(folder, tmp_path, monkeypatch):
    ct.write_dataset(ct.read_plans(folder), tmp_path / "ds")
    rename = Path.rename

    def refused(path, target):
        if path.name.endswith(".part"):
            raise OSError(39, "Directory not empty")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(ct.WriteError, match="not empty"):
        ct.write_dataset(list(ct.read_plans(folder))[:1], tmp_path / "ds", overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["ds"]
    assert pq.read_table(tmp_path / "ds" / "plans.parquet").num_rows == 6


def test_a_place_that_cannot_be_written_is_said(folder, tmp_path):
    with pytest.raises(ct.WriteError):
        ct.write_dataset(ct.read_plans(folder), tmp_path / "missing" / "ds")


def test_the_command_writes_the_dataset_and_names_bad_files(call, folder, tmp_path):
    status, out, err = call("corpus", folder, "-o", tmp_path / "ds", "--lang", "vi")
    assert status == 0
    assert out.startswith("kế hoạch đã đọc: 5, tệp lỗi: 1")
    assert "indicators.parquet: " in out
    assert "bad.txt" in err
    status, _, err = call("corpus", folder, "-o", tmp_path / "ds")
    assert (status, "there already" in err) == (1, True)
    assert call("corpus", folder, "-o", tmp_path / "ds", "--overwrite", "--workers", "2")[0] == 0


def test_the_command_fails_where_nothing_could_be_read(call, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_text("Không phải kế hoạch.", encoding="utf-8")
    assert call("corpus", tmp_path / "in", "-o", tmp_path / "ds")[0] == 1
    assert call("corpus", tmp_path / "none", "-o", tmp_path / "ds2")[0] == 1
