"""N-Triples text: what goes in comes out, in rdflib and in Oxigraph."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.graph.terms import decimal, iri, text
from kg.graph.vocabulary import RDFS

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=30)


@given(ANY)
def test_texts_survive(value: str) -> None:
    line = f"<https://example.org/s> {RDFS.label} {text(value, 'zh')} .\n"
    (found,) = Graph().parse(data=line, format="nt").objects()
    assert str(found) == value
    (triple,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert triple.object.value == value


@given(ANY.filter(lambda value: not set("#[]%") & set(value)))  # delimiters are the caller's own
def test_iris_hold_what_they_may(value: str) -> None:
    line = f'{iri("https://example.org/" + value)} {RDFS.label} "x" .\n'
    assert len(list(pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES))) == 1


def test_a_lone_surrogate_is_replaced() -> None:
    assert text("a\ud800b") == '"a\ufffdb"'


@pytest.mark.parametrize(
    ("value", "lexical"), [("1000000000.00", "1000000000"), ("0.50", "0.5"), ("1E+9", "1000000000")]
)
def test_decimals_are_canonical(value: str, lexical: str) -> None:
    assert decimal(Decimal(value)) == f'"{lexical}"^^<http://www.w3.org/2001/XMLSchema#decimal>'
