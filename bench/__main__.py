"""Characters a second and peak memory, in one run on the same generated text: `python -m bench`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.corpus import documents, write

MEGABYTE = 1_000_000


def speed(size: int) -> tuple[int, float, float]:
    """Characters, and seconds for jieba.posseg alone and for the whole of kg extract, on one core.

    Both have loaded their dictionaries before, on another text; no name or number of the text was seen before.
    """
    import jieba.posseg

    jieba.setLogLevel("WARNING")
    from kg.export.jsonl import dumps, lines
    from kg.pipeline import extract
    from kg.read import Options, Source, read_source

    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        write(corpus, size)
        texts = [record["text"] for record in documents(size)]
        warm = next(documents(1, seed=2))["text"]

        def tag(text: str) -> int:
            return sum(1 for _ in jieba.posseg.cut(text))

        def whole() -> None:
            with open(os.devnull, "w", encoding="utf-8") as out:
                for reading in read_source(Source("corpus.jsonl", str(corpus)), Options()):
                    out.writelines(map(dumps, lines(extract(reading.document))))  # type: ignore[union-attr]

        tag(warm)
        _warm_up()
        tagged = _seconds(lambda: [tag(text) for text in texts])
        extracted = _seconds(whole)
    return sum(map(len, texts)), tagged, extracted


def _warm_up() -> None:
    """Load gazetteers and compile patterns."""
    from kg import Document
    from kg.pipeline import extract

    extract(Document("warm", next(documents(1, seed=3))["text"]))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def peak(size: int) -> tuple[float, float]:
    """Seconds, and peak resident memory in megabytes, of `kg extract` over a corpus of `size` bytes."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        write(corpus, size)
        begin = time.perf_counter()
        with open(os.devnull, "wb") as out:
            process = os.posix_spawn(
                sys.executable,
                [sys.executable, "-m", "kg", "extract", "--quiet", str(corpus)],
                os.environ,
                file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)],
            )
            _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"kg extract failed: {status}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return time.perf_counter() - begin, usage.ru_maxrss * unit / MEGABYTE


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1, 50], metavar="MB", help="corpora for memory [1 50]")
    parser.add_argument("--speed", type=float, default=1, metavar="MB", help="text for the speed [1]")
    options = parser.parse_args()
    characters, tagged, extracted = speed(int(options.speed * MEGABYTE))
    print(f"speed, one core, {characters:,} characters")
    print(f"  jieba.posseg alone      {characters / tagged:>10,.0f} characters a second")
    print(f"  kg extract, the whole   {characters / extracted:>10,.0f} characters a second")
    print(f"  ratio                   {tagged / extracted:>10.2f}")
    print("peak memory of kg extract")
    for size in options.sizes:
        seconds, memory = peak(size * MEGABYTE)
        print(f"  {size:>4} MB of text   {memory:>7,.0f} MB   {seconds:>7,.1f} s", flush=True)


if __name__ == "__main__":
    main()
