"""Files are there whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export.atomic import AtomicFile, make_folder, write


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with write(path) as file:
        file.write("财政部\n")
        assert not path.exists()
    assert path.read_bytes() == "财政部\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_the_old_file_is_untouched(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def broken() -> None:
        with write(path) as file:
            file.write("new")
            raise error

    with pytest.raises(error):
        broken()
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        make_folder(tmp_path / "file" / "folder")
    with pytest.raises(OutputError, match="cannot write"):
        AtomicFile(tmp_path / "missing" / "a.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of a file")
def test_a_full_disk_is_an_output_error_and_leaves_nothing(tmp_path: Path) -> None:
    import resource
    import signal

    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"a\.txt: cannot write"), write(tmp_path / "a.txt") as file:
            file.write("财" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []


def test_a_lone_surrogate_keeps_its_place(tmp_path: Path) -> None:
    with write(tmp_path / "a.txt") as file:
        file.write("财\ud800政")
    assert (tmp_path / "a.txt").read_text("utf-8") == "财?政"
