"""The compact tables are what the Turtle says; the Turtle says what it should."""

from __future__ import annotations

import pytest
from rdflib import RDFS, Graph

from kg.graph import vocabulary
from kg.graph.vocabulary import KG, ONTOLOGY, Terms, ontology_file
from ontology.divisions import kind_of, short_of
from ontology.generate import DATA, TABLES, table


@pytest.mark.parametrize(("source", "target", "rows"), TABLES, ids=[target for _, target, _ in TABLES])
def test_a_table_is_its_turtle(source: str, target: str, rows: object) -> None:
    made = next(table(s, r) for s, t, r in TABLES if t == target)
    assert (DATA / target).read_text("utf-8") == made


@pytest.mark.parametrize("name", ONTOLOGY)
def test_every_file_is_there_and_is_turtle(name: str) -> None:
    assert len(Graph().parse(ontology_file(name), format="turtle"))


def test_an_unknown_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no such ontology file"):
        ontology_file("other.ttl")


def _labels() -> dict[str, set[str | None]]:
    graph = Graph().parse(ontology_file("kg.ttl"), format="turtle")
    found: dict[str, set[str | None]] = {}
    for subject, label in graph.subject_objects(RDFS.label):
        found.setdefault(str(subject), set()).add(getattr(label, "language", None))
    return found


def test_the_closed_namespace_and_the_ontology_define_the_same_terms() -> None:
    defined = {iri.removeprefix(KG.base) for iri in _labels() if iri.startswith(KG.base)}
    assert defined == KG.names


def test_every_term_has_a_chinese_and_an_english_label() -> None:
    reused = [
        t for t in vars(vocabulary).values() if isinstance(t, Terms) and t.prefix not in ("", "rdf", "rdfs", "xsd")
    ]
    wanted = {t.base + name for t in reused for name in t.names} | {KG.base + name for name in KG.names}
    labels = _labels()
    assert {iri for iri in wanted if not labels.get(iri, set()) >= {"zh", "en"}} == set()


def test_an_unknown_term_is_an_error() -> None:
    assert KG.status == f"<{KG.base}status>"
    with pytest.raises(AttributeError, match="statsu"):
        _ = KG.statsu


def _regions() -> dict[str, dict[str, str]]:
    lines = (DATA / "regions.tsv").read_text("utf-8").splitlines()
    header = lines[0].split("\t")
    return {line.split("\t")[0]: dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]}


@pytest.mark.parametrize(
    ("code", "name", "short", "parent", "kind"),
    [
        ("420000", "湖北省", "湖北", "", "province"),
        ("150000", "内蒙古自治区", "内蒙古", "", "autonomous_region"),
        ("810000", "香港特别行政区", "香港", "", "sar"),
        ("710000", "台湾省", "台湾", "", "province"),
        ("310000", "上海市", "上海", "", "municipality"),
        ("513300", "甘孜藏族自治州", "甘孜", "510000", "autonomous_prefecture"),
        ("653100", "喀什地区", "喀什", "650000", "prefecture"),
        ("513326", "道孚县", "道孚", "513300", "county"),
        ("429004", "仙桃市", "仙桃", "420000", "county_city"),
        ("110101", "东城区", "东城", "110000", "district"),
        ("140109", "万柏林区", "万柏林", "140100", "district"),
        ("220200", "吉林市", "吉林市", "220000", "prefecture_city"),
        ("130171", "石家庄高新技术产业开发区", "石家庄高新技术产业开发区", "130100", "zone"),
        ("622926", "东乡族自治县", "东乡", "622900", "autonomous_county"),
        ("150724", "鄂温克族自治旗", "鄂温克", "150700", "autonomous_banner"),
        ("429021", "神农架林区", "神农架", "420000", "forestry_district"),
    ],
)
def test_divisions(code: str, name: str, short: str, parent: str, kind: str) -> None:
    row = _regions()[code]
    assert (row["name"], row["short_name"], row["parent_code"], row["kind"]) == (name, short, parent, kind)


def test_every_division_has_six_digits_a_parent_in_the_table_and_no_pseudo_name() -> None:
    regions = _regions()
    for code, row in regions.items():
        assert len(code) == 6
        assert code.isdigit()
        assert row["parent_code"] in regions or row["level"] == "province"
        assert row["name"] not in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def test_renamed_divisions_keep_their_former_names() -> None:
    assert "襄樊市" in _regions()["420600"]["former"].split("|")
    assert _regions()["110101"]["former"] == ""  # a district that was merged into it is no former name


def test_short_names_that_an_enclosing_division_has_keep_their_suffix() -> None:
    assert short_of("阜新蒙古族自治县", "autonomous_county", frozenset({"阜新"})) == ("阜新县", ())
    assert short_of("阜新蒙古族自治县", "autonomous_county", frozenset()) == ("阜新", ("阜新县",))


def test_kinds_by_code_and_name() -> None:
    assert kind_of("130171", "石家庄高新技术产业开发区") == "zone"
    assert kind_of("230751", "金林区") == "district"
