"""N-Quads on their way into Oxigraph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import rdf
from kg.store.rdf import Loader, Spool, bulk

TRIPLES = [(f"<a:{at}>", "<a:p>", f'"第{at}号"') for at in range(100)]


@pytest.mark.parametrize("chunk", [1, 500, 1_000_000])
def test_what_is_spooled_is_loaded_once_and_wholly(chunk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "_CHUNK", chunk)
    direct, spooled, spool = ox.Store(), ox.Store(), Spool(tmp_path / "quads")
    for loader in (Loader(bulk(direct)), Loader(spool.keep)):
        for at, triple in enumerate(TRIPLES):
            loader.add(f"<a:graph{at % 3}>", [triple])
        loader.close()
    spool.load(spooled)
    assert len(spooled) == 2 * len(TRIPLES)
    assert set(spooled) == set(direct)
    assert not list(tmp_path.iterdir())


def test_without_the_union() -> None:
    store = ox.Store()
    loader = Loader(bulk(store), union=False)
    loader.add("<a:graph>", TRIPLES)
    loader.close()
    assert {quad.graph_name for quad in store} == {ox.NamedNode("a:graph")}
