"""Files are written whole or not at all."""

import errno
import io
import os
import stat
import threading

import pytest

import chitieu as ct
from chitieu import atomic
from chitieu.atomic import atomic_write, make_folder, write_bytes


@pytest.fixture
def old(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text("cũ", encoding="utf-8")
    return file


def untouched(file):
    return [path.name for path in file.parent.iterdir()] == [file.name] and file.read_text(encoding="utf-8") == "cũ"


def failing(number):
    def fail(*_args, **_kwargs):
        raise OSError(number, os.strerror(number))

    return fail


def test_text_is_utf_8_with_unix_line_ends(tmp_path):
    with atomic_write(tmp_path / "a.txt") as file:
        file.write("Chỉ tiêu\n")
    assert (tmp_path / "a.txt").read_bytes() == "Chỉ tiêu\n".encode()


def test_bytes_are_written_as_they_are(tmp_path):
    with atomic_write(tmp_path / "a.bin", "wb") as file:
        file.write(b"a\nb\r\n")
    assert (tmp_path / "a.bin").read_bytes() == b"a\nb\r\n"


def test_the_old_file_stands_until_the_block_ends(old):
    with atomic_write(old) as file:
        file.write("mới")
        file.flush()
        assert old.read_text(encoding="utf-8") == "cũ"
    assert old.read_text(encoding="utf-8") == "mới"
    assert len(list(old.parent.iterdir())) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError, GeneratorExit])
def test_whatever_interrupts_leaves_the_old_file_and_nothing_else(old, error):
    def write():
        with atomic_write(old) as file:
            file.write("một nửa")
            raise error

    with pytest.raises(error):
        write()
    assert untouched(old)


def write_new(path):
    with atomic_write(path) as file:
        file.write("mới")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "write.full"),
        (errno.EDQUOT, "write.full"),
        (errno.EIO, "write.failed"),
        (errno.EROFS, "write.denied"),
    ],
)
def test_a_disk_that_fails_at_the_end_leaves_the_old_file(old, monkeypatch, number, code):
    monkeypatch.setattr(atomic.os, "fsync", failing(number))
    with pytest.raises(ct.WriteError) as info:
        write_new(old)
    assert info.value.code == code
    assert info.value.path == str(old)
    assert untouched(old)


def test_a_disk_that_is_full_in_the_middle_leaves_the_old_file(old):
    def write():
        with atomic_write(old):
            failing(errno.ENOSPC)()

    with pytest.raises(ct.WriteError, match="no room"):
        write()
    assert untouched(old)


def test_errors_of_the_caller_are_not_called_errors_of_the_file(old):
    """A missing file that the caller reads inside the block is not the file it writes."""

    def write():
        with atomic_write(old), open(old.parent / "no.txt", encoding="utf-8"):  # noqa: PTH123
            pass

    with pytest.raises(FileNotFoundError):
        write()
    assert untouched(old)


def test_a_rename_that_fails_leaves_the_old_file(old, monkeypatch):
    monkeypatch.setattr(atomic.Path, "replace", failing(errno.EACCES))
    with pytest.raises(ct.WriteError) as info:
        write_new(old)
    assert info.value.code == "write.denied"
    assert untouched(old)


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(ct.WriteError) as info:
        write_new(tmp_path)
    assert info.value.code == "write.folder"


@pytest.mark.parametrize("name", ["none/a.txt", "file/a.txt"])
def test_a_missing_folder_is_named(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(ct.WriteError) as info:
        write_new(tmp_path / name)
    assert info.value.code == "write.no_folder"


@pytest.mark.parametrize("path", ["", b"a.txt", "a\0b"])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(ct.WriteError):
        write_new(path)


def test_a_read_only_folder_is_refused(tmp_path, monkeypatch):
    """The tests may run as root, whom nothing is forbidden."""
    monkeypatch.setattr(atomic.os, "open", failing(errno.EACCES))
    with pytest.raises(ct.WriteError) as info:
        write_new(tmp_path / "a.txt")
    assert info.value.code == "write.denied"


def test_a_read_only_file_is_refused(old, monkeypatch):
    monkeypatch.setattr(atomic.os, "access", lambda *_: False)
    with pytest.raises(ct.WriteError) as info:
        write_new(old)
    assert info.value.code == "write.denied"
    assert untouched(old)


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_are_kept(old):
    old.chmod(0o640)
    link = old.parent / "link.txt"
    link.symlink_to(old)
    write_new(link)
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == "mới"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_a_pipe_is_written_to_as_it_stands(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_new(pipe)
    reader.join(10)
    assert got == ["mới"]
    assert pipe.exists()


def test_long_names_are_no_trouble(tmp_path):
    write_new(tmp_path / ("a" * 250))
    assert (tmp_path / ("a" * 250)).read_text(encoding="utf-8") == "mới"


def test_the_error_is_one_of_the_system_and_of_values(tmp_path):
    with pytest.raises(ct.WriteError) as info:
        write_new(tmp_path)
    assert isinstance(info.value, OSError)
    assert isinstance(info.value, ValueError)
    assert str(tmp_path) in info.value.message("vi")


def test_bytes_go_to_a_path_or_a_file_object(old):
    stream = io.BytesIO()
    for place in (old, str(old), stream):
        write_bytes(place, "mới".encode())
    assert old.read_bytes() == stream.getvalue() == "mới".encode()
    with pytest.raises(ct.WriteError):
        write_bytes(old.parent, b"x")


def test_a_folder_is_made_with_those_above_it_or_refused(old):
    place = old.parent / "a" / "b"
    assert make_folder(place) == make_folder(str(place)) == place
    assert place.is_dir()
    for wrong, code in ((old, "write.failed"), (old / "x", "write.no_folder"), ("a\0b", "write.failed")):
        with pytest.raises(ct.WriteError) as info:
            make_folder(wrong)
        assert info.value.code == code
        assert str(wrong) in info.value.message("vi")
