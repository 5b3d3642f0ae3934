"""The user's corrections: as a file, and what they do to the facts of a document and to who is who."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, UsageError
from kg.merge.blocks import Blocks
from kg.merge.corrections import (
    NONE,
    Corrections,
    Entry,
    FactEntry,
    NameEntry,
    PersonsEntry,
    Place,
    corrected,
    load,
    parse,
    render,
    unmatched_of,
)
from kg.merge.corrections.fields import FAMILIES, values
from kg.merge.derived import Derived, union
from kg.merge.profile import profile
from kg.model import Allocation, Event, Extraction, Membership

Maker = Callable[..., Extraction]
A = 'document = "a.txt"\nfamily = "membership"\n'
CLOUD = f'{A}fact = {{ person = "云某平" }}\n'


def applied(extraction: Extraction, text: str) -> Extraction:
    return corrected(extraction, Corrections(parse(text)))


def lost(extraction: Extraction, text: str) -> list[str]:
    return [item.reason for item in unmatched_of(extraction, Corrections(parse(text)))]


# The file

_text = st.text(min_size=1, max_size=8).map(str.strip).filter(bool).filter(lambda t: "\ufffd" not in t and t.isprintable())
_spans = st.lists(st.tuples(st.integers(0, 50), st.integers(51, 90)), max_size=2).map(tuple)
_posts = st.dictionaries(st.sampled_from(["person", "role", "organization"]), _text, min_size=1).map(
    lambda told: tuple(sorted(told.items()))
)
_facts = st.one_of(
    st.builds(
        lambda d, s, f, n: FactEntry("reject", Place(d, "membership", s), f, (), "", n), _text, _spans, _posts, _text
    ),
    st.builds(
        lambda d, s, f, t: FactEntry("edit", Place(d, "membership", s), f, (("role", t),)), _text, _spans, _posts, _text
    ),
    st.builds(
        lambda d, p, r, q: FactEntry("add", Place(d, "membership", ()), (), (("person", p), ("role", r)), q),
        _text, _text, _text, _text,
    ),
)  # fmt: skip
_persons = st.builds(
    lambda kind, found: PersonsEntry(kind, tuple(sorted(found))),
    st.sampled_from(["same", "different"]),
    st.sets(st.tuples(_text, _text), min_size=2, max_size=3),
)
_named = st.builds(NameEntry, st.sampled_from(["alias", "name"]), st.just("fund"), _text, _text).filter(
    lambda entry: entry.of != entry.value
)
_entries = st.lists(st.one_of(_facts, _persons, _named), max_size=5)


@given(_entries)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    again = parse(render(entries))
    assert sorted(again, key=repr) == sorted(entries, key=repr)


@given(st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(chance: random.Random) -> None:
    entries = parse(f'[[reject]]\n{CLOUD}[[alias]]\nfund = "甲"\nalias = "乙"\n[[name]]\nfund = "甲"\nname = "丙"\n')
    mixed = [*entries, *entries[:2]]
    chance.shuffle(mixed)
    assert Corrections(mixed) == Corrections(entries)
    assert len(Corrections(mixed)) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[refuse]]\n", r"no kind of correction: 'refuse'"),
        ('reject = "x"\n', r"no kind of correction: 'reject'"),
        ("[[reject]\n", r"corrections.toml: .*line 1"),
        (f'\n[[reject]]\n{CLOUD}\n[[reject]]\n{A}', r"line 7: \[\[reject\]\] number 2: .*which fact is meant"),
        (f'[[reject]]\n{A}spans = [[4, 4]]\n', "start before end"),
        (f'[[reject]]\n{A}spans = [[4, true]]\n', "start before end"),
        (f'[[reject]]\n{A}quote = 3\n', "quote must be a text"),
        (f'[[reject]]\n{CLOUD}to = {{ role = "处长" }}\n', "no key of it: 'to'"),
        ('[[reject]]\nfamily = "event"\nquote = "x"\n', "document is missing"),
        ('[[reject]]\ndocument = "a"\nfamily = "post"\nquote = "x"\n', "no family of facts: 'post'"),
        (f'[[edit]]\n{CLOUD}', "to is missing"),
        (f'[[edit]]\n{CLOUD}to = {{ rank = "1" }}\n', "no field of membership: 'rank'"),
        (f'[[edit]]\n{CLOUD}to = {{ status = "past" }}\n', "status is one of current"),
        (f'[[edit]]\n{CLOUD}to = {{ since = "2021-02-30" }}\n', "since is no date"),
        (f'[[edit]]\n{CLOUD}to = {{ person = "" }}\n', "membership needs person"),
        (f'[[edit]]\n{CLOUD}to = {{ person = [1] }}\n', "to.person must be a text"),
        (f'[[add]]\n{A}quote = "x"\nfact = {{ person = "甲某" }}\n', "membership needs role"),
        (f'[[add]]\n{CLOUD}', "spans or quote is missing"),
        ('[[add]]\ndocument = "a"\nfamily = "allocation"\nquote = "x"\nfact = { amount = "很多" }\n', "amount is no sum"),
        ('[[add]]\ndocument = "a"\nfamily = "allocation"\nquote = "x"\nfact = { amount = 3, currency = "元" }\n', "three capital"),
        ('[[same]]\npersons = [{ document = "a", name = "林正" }]\n', "two or more"),
        ('[[same]]\npersons = "林正"\n', "persons must be"),
        ('[[alias]]\nalias = "乙"\n', "whose name it is"),
        ('[[alias]]\nfund = "甲"\nalias = "甲"\n', "called so already"),
        ('[[name]]\nfund = "甲"\nname = "乙"\ndocument = "a"\n', "document goes with person"),
    ],
)  # fmt: skip
def test_what_is_none_is_told_by_entry_and_line(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        f'[[reject]]\n{CLOUD}[[edit]]\n{CLOUD}to = {{ role = "处长" }}\n',
        f'[[edit]]\n{CLOUD}to = {{ role = "科长" }}\n[[edit]]\n{CLOUD}to = {{ role = "处长" }}\n',
        '[[alias]]\nfund = "甲"\nalias = "丙"\n[[alias]]\nfund = "乙"\nalias = "丙"\n',
        '[[alias]]\nfund = "甲"\nalias = "乙"\n[[alias]]\nfund = "乙"\nalias = "甲"\n',
        '[[name]]\nfund = "甲"\nname = "丙"\n[[name]]\nfund = "甲"\nname = "丁"\n',
        '[[name]]\norganization = "工信部"\nname = "丙"\n[[name]]\norganization = "工业和信息化部"\nname = "丁"\n',
    ],
)
def test_contradictions_name_both(text: str) -> None:
    with pytest.raises(UsageError, match=r"contradict each other: .+ \| .+"):
        Corrections(parse(text))


def persons(kind: str, *documents: str, name: str = "林正") -> str:
    told = ", ".join(f'{{ document = "{document}", name = "{name}" }}' for document in documents)
    return f"[[{kind}]]\npersons = [{told}]\n"


def test_who_is_one_by_way_of_others_is_not_two() -> None:
    chain = persons("same", "a", "b") + persons("same", "b", "c")
    with pytest.raises(UsageError, match=r"contradict each other: same .* \| different 林正 a, 林正 c"):
        Corrections(parse(chain + persons("different", "a", "c")))
    Corrections(parse(chain + persons("different", "a", "d")))
    other = '[[same]]\npersons = [{ document = "a", name = "林正" }, { document = "b", name = "林政" }]\n'
    with pytest.raises(UsageError, match="different names"):
        Corrections(parse(other))
    Corrections(parse(other + '[[alias]]\nperson = "林正"\nalias = "林政"\n'))


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes("# 更正".encode("gbk"))
    with pytest.raises(InputError, match="no UTF-8"):
        load(tmp_path / "gbk.toml")


def test_numbers_and_dates_need_no_quotes() -> None:
    (entry,) = parse('[[edit]]\ndocument = "a"\nfamily = "allocation"\nfact = { amount = 3000.0 }\nto = { date = 2020-01-25 }\n')
    assert isinstance(entry, FactEntry)
    assert (entry.fact, entry.to) == ((("amount", "3000"),), (("date", "2020-01-25"),))


# Facts


def test_reject(make_extraction: Maker) -> None:
    read = make_extraction()
    held = applied(read, f"[[reject]]\n{CLOUD}")
    assert len(held.facts) == len(read.facts) - 1
    assert all(getattr(fact, "person", "") != "云某平" for fact in held.facts)
    assert held.as_read() == read
    assert [(c.kind, c.before and values(c.before)["person"], c.after) for c in held.corrected] == [("reject", "云某平", None)]


def test_edit_changes_fields_and_what_follows_from_them(make_extraction: Maker) -> None:
    read = make_extraction()
    told = 'to = { payer = "水利部、财政部", region = "湖北、朝阳区", amount = "13亿元", date = "" }\n'
    place = 'document = "a.txt"\nfamily = "allocation"\n'
    held = applied(read, f'[[edit]]\n{place}fact = {{ amount = "12.5亿元" }}\n{told}')
    (grant,) = (f for f in held.facts if isinstance(f, Allocation) and f.part_of is None and f.fund)
    assert (grant.payers, grant.amount_text, grant.date) == (("水利部", "财政部"), "13亿元", None)
    assert grant.amount == 1300000000
    assert [(region.name, region.code) for region in grant.regions] == [("湖北省", "420000"), ("朝阳区", None)]
    assert dict(grant.inferred)["date"].startswith("2021-03-02 → ∅")
    assert grant.evidence == read.facts[3].evidence
    assert grant.confidence == 1
    (part,) = (f for f in held.facts if isinstance(f, Allocation) and f.part_of)
    assert part.part_of == grant.id != read.facts[3].id
    (event,) = (f for f in held.facts if isinstance(f, Event) and f.about)
    assert event.about == grant.id
    gone = applied(read, f'[[reject]]\n{place}fact = {{ amount = 1250000000 }}\n')
    assert not [f for f in gone.facts if isinstance(f, Allocation) and f.part_of]


def test_add_is_grounded(make_extraction: Maker) -> None:
    read = make_extraction()
    entry = f'[[add]]\n{A}quote = "闻人月\\t任省财政厅党组书记、代厅长"\nfact = {{ person = "闻人月", role = "厅长", status = "acting" }}\n'
    held = applied(read, entry)
    (added,) = (f for f in held.facts if isinstance(f, Membership) and f.role == "厅长")
    text = "".join(read.document.text[s.start : s.end] for s in added.evidence.spans)
    assert text == added.evidence.quote == "闻人月\t任省财政厅党组书记、代厅长"
    assert {name: [text[s.start - added.evidence.start : s.end - added.evidence.start] for s in spans]
            for name, spans in added.mentions} == {"person": ["闻人月"], "role": ["厅长"]}  # fmt: skip
    assert (added.evidence.rule, added.status, added.organization, added.confidence) == ("correction.add", "acting", None, 1)
    assert lost(read, entry.replace("闻人月\\t任", "闻人月任")) == ["the quote does not stand there"]
    same = next(f for f in read.facts if isinstance(f, Event))
    again = f'[[add]]\ndocument = "a.txt"\nfamily = "event"\nquote = "{same.evidence.quote}"\nfact = {{ '
    told = ", ".join(f'{key} = "{value}"' for key, value in values(same).items() if value)
    assert applied(read, f"{again}{told} }}\n") == read
    assert lost(read, f"{again}{told} }}\n") == []


@pytest.mark.parametrize(
    ("fact", "place", "reason"),
    [
        ('{ person = "云某平", role = "司长" }', "", None),
        ('{ person = "云某平", role = "司长" }', "spans = [[30, 31]]\n", None),
        ('{ person = "云某平", role = "司长" }', 'quote = "财政部社会保障司司长"\n', None),
        ('{ person = "云某平", role = "处长" }', "", "no such fact there any more"),
        ('{ person = "云某平" }', "spans = [[80, 90]]\n", "no such fact there any more"),
        ('{ organization = "" }', "", None),
        ("{ }", "spans = [[0, 9]]\n", "3 facts are meant"),
    ],
)
def test_a_fact_is_found_by_place_and_by_what_it_says(
    make_extraction: Maker, fact: str, place: str, reason: str | None
) -> None:
    """Not by rule or confidence; a place within its sentence will do, for a new rule may quote more of it or less."""
    read = make_extraction()
    assert lost(read, f"[[reject]]\n{A}{place}fact = {fact}\n") == ([reason] if reason else [])


def test_what_is_right_by_now_needs_no_edit(make_extraction: Maker) -> None:
    read = make_extraction()
    text = f'[[edit]]\n{A}fact = {{ person = "云某平", role = "处长" }}\nto = {{ role = "司长" }}\n'
    assert lost(read, text) == []
    assert applied(read, text) == read
    assert lost(read, text.replace('to = { role = "司长" }', 'to = { role = "科长" }')) != []


def test_the_document_is_meant_by_its_id_or_its_key(make_extraction: Maker) -> None:
    read = make_extraction()
    by_key = f"[[reject]]\n{CLOUD}".replace("a.txt", read.document.key)
    assert applied(read, by_key).facts == applied(read, f"[[reject]]\n{CLOUD}").facts != read.facts
    assert applied(make_extraction("b.txt"), by_key) == make_extraction("b.txt")
    assert corrected(read, NONE) is read


def test_a_fact_that_two_entries_change_is_changed_by_one_and_the_other_is_told(make_extraction: Maker) -> None:
    """By its id the one, by its key the other: only the document shows that they mean the same fact."""
    read = make_extraction()
    edit = f'[[edit]]\n{CLOUD}to = {{ role = "处长" }}\n'.replace("a.txt", read.document.key)
    for text in (f"[[reject]]\n{CLOUD}{edit}", f"{edit}[[reject]]\n{CLOUD}"):
        assert [change.kind for change in applied(read, text).corrected] == ["edit"]
        assert lost(read, text) == ["another correction changes this fact already"]


def test_every_field_that_may_be_named_is_one_of_its_family(make_extraction: Maker) -> None:
    for fact in make_extraction().facts:
        assert tuple(values(fact)) == FAMILIES[fact.type]


# Who is who, and what it is called


def derived(extractions: list[Extraction], text: str) -> Derived:
    right = Corrections(parse(text))
    return union(Blocks((profile(corrected(e, right), right) for e in extractions), right))


def who(found: Derived) -> list[set[str]]:
    """The persons, each by how many documents tell of it."""
    together: dict[str, set[str]] = {}
    for edge in found.edges:
        if edge.label == "IDENTIFIED_AS" and edge.source.startswith("person:"):
            together.setdefault(edge.target, set()).add(edge.source)
    return sorted(together.values(), key=sorted)


def test_same_and_different_decide(make_extraction: Maker) -> None:
    three = [make_extraction(f"{name}.txt", "前言" * at + make_extraction().document.text) for at, name in enumerate("abc")]
    plain = who(derived(three, ""))
    assert sorted(map(len, plain)) == [1, 1, 1, 3, 3]  # 孔令某 has no post that tells
    one = who(derived(three, persons("same", "a.txt", "b.txt", name="孔令某")))
    assert sorted(map(len, one)) == [1, 2, 3, 3]
    two = derived(three, persons("different", "a.txt", "b.txt", name="云某平"))
    assert sorted(map(len, who(two))) == [1, 1, 1, 1, 2, 3]
    assert not any(edge.label == "POSSIBLY_SAME_AS" and "云" in edge.source for edge in two.edges)
    assert who(derived(three, persons("different", "a.txt", "z.txt", name="云某平"))) == plain


def test_persons_who_are_different_have_each_their_own_time_in_a_post(make_extraction: Maker) -> None:
    two = [make_extraction(), make_extraction("b.txt")]
    for text, number in (("", 1), (persons("different", "a.txt", "b.txt", name="云某平"), 2)):
        found = derived(two, text)
        held = [n for n in found.nodes if n.ref.startswith("spell:") and "云某平" in n.name]
        assert len(held) == number
        assert not any(edge.label == "SUCCEEDS" for edge in found.edges)


def lives(found: Derived) -> list[tuple[int, int]]:
    """Of each person called 云某平: how many facts of posts, and how many spells tell of them."""
    holder = {e.source: e.target for e in found.edges if e.label == "MEMBER"}
    called = {n.ref for n in found.nodes if n.ref.startswith("person:") and n.name == "云某平"}
    spells: dict[str, set[str]] = {person: set() for person in called}
    for edge in found.edges:
        if edge.source.startswith("spell:") and edge.label == "DERIVED_FROM" and holder[edge.target] in called:
            spells[holder[edge.target]].add(edge.source)
    whole = [spell for found_ in spells.values() for spell in found_]
    assert len(whole) == len(set(whole)), "a spell of two persons"
    return sorted((list(holder.values()).count(person), len(found_)) for person, found_ in spells.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(6, 1)]),
        (persons("different", "a.txt", "b.txt", name="云某平"), [(1, 1), (5, 1)]),
        (persons("different", "e.txt", "c.txt", name="云某平"), [(1, 1), (5, 1)]),
        (persons("different", "a.txt", "b.txt", "c.txt", name="云某平"), [(1, 1), (1, 1), (4, 1)]),
        (persons("different", "a.txt", "z.txt", name="云某平"), [(6, 1)]),  # the other is in no document
        (persons("different", "a.txt", "b.txt", name="云某平") + persons("same", "b.txt", "c.txt", name="云某平"), None),
        (persons("different", "a.txt", "b.txt", name="云某平") + persons("different", "c.txt", "d.txt", name="云某平"), None),
    ],
)
def test_all_that_is_told_of_a_person_whom_the_user_tells_apart_is_one_time_in_the_post(
    make_extraction: Maker, text: str, expected: list[tuple[int, int]] | None
) -> None:
    six = [make_extraction(f"{name}.txt", "前言" * at + make_extraction().document.text) for at, name in enumerate("abcdef")]
    found = lives(derived(six, text))
    assert {spells for _, spells in found} == {1}
    assert sum(facts for facts, _ in found) == 6
    if expected:
        assert found == expected
    assert lives(derived(six[::-1], text)) == found


def test_names(make_extraction: Maker) -> None:
    two = [make_extraction(), make_extraction("b.txt")]
    text = '[[name]]\norganization = "工信部"\nname = "工业部"\n[[alias]]\norganization = "财政部"\nalias = "工业和信息化部"\n'
    found = {node.name: dict(node.values).get("correction") for node in derived(two, text).nodes}
    assert "工业和信息化部" not in found  # all that it did, 财政部 has done
    assert found["财政部"] == "alias organization 财政部 → 工业和信息化部"
    shown = derived(two, text.split("[[alias]]")[0])
    (node,) = (node for node in shown.nodes if node.name == "工业部")
    assert ("alias", "工业和信息化部") in node.values
    fund = derived(two, '[[alias]]\nfund = "防疫资金"\nalias = "防疫补助资金"\n')
    assert {n.name for n in fund.nodes if n.ref.startswith("fund:")} == {"防疫资金"}
    mine = '[[name]]\nperson = "云某平"\nname = "云某平（司长）"\ndocument = "a.txt"\n'
    assert {n.name for n in derived(two, mine).nodes if "云某平" in n.name and n.ref.startswith("person:")} == {"云某平（司长）"}
    renamed = derived(two, '[[alias]]\nperson = "云某平"\nalias = "闻人月"\n')
    assert {n.name for n in renamed.nodes if n.ref.startswith("person:")} == {"云某平", "孔令某"}
