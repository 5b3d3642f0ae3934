"""Posts over time: where spells begin and end, on what basis, and who came before whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.spells import Spell, Told, spells


def told(text: str) -> Told:
    """`林 appointed seen=2016-03 since=2016-01`: one fact, whose id is the text."""
    name, status, *times = text.split()
    found = dict(time.split("=") for time in times)
    since, until, when, seen = (found.get(key, "") for key in ("since", "until", "when", "seen"))
    return Told(name, status, since, until, when, seen, text)


def shown(spell: Spell) -> str:
    """`林* 2016-01 stated | 2018-09 successor@2018-10`: a star for acting, @ the day by which an end was known."""
    begin = f"{spell.begin.date} {spell.begin.basis}".strip()
    known = f"@{spell.end.known}" if spell.end.known else ""
    end = f"{spell.end.date} {spell.end.basis}{known}".strip()
    return f"{spell.name}{'*' if spell.acting else ''} {begin} | {end}"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # nothing but being seen: an open beginning, and no end
        (["林 current seen=2017-06-09"], ["林  | "]),
        (["林 current seen=2017", "林 current seen=2019"], ["林  | "]),
        # boundaries that are stated
        (["林 current since=2016 until=2018-03 seen=2020"], ["林 2016 stated | 2018-03 stated@2020"]),
        (["林 appointed since=2016-03-01 seen=2016-03-08"], ["林 2016-03-01 stated | "]),
        (["林 appointed when=2016-03-01 seen=2016-03-08"], ["林 2016-03-01 appointment | "]),
        # an appointment whose day nobody gives is known by its publication, and is no date
        (["林 appointed seen=2016-03-08"], ["林 appointment | "]),
        # removal, with and without a day
        (["林 appointed since=2016 seen=2016", "林 removed until=2018-09-20 seen=2018-10"],
         ["林 2016 stated | 2018-09-20 removal@2018-10"]),
        (["林 removed seen=2018-10-01"], ["林  | removal@2018-10-01"]),
        # a later document that calls it former says only that it had ended
        (["林 current seen=2017", "林 former seen=2023"], ["林  | former@2023"]),
        # the successor's appointment closes it; the successor's being seen does too, without a date
        (["林 current seen=2017", "周 appointed since=2018-05 seen=2018-06"],
         ["林  | 2018-05 successor@2018-06", "周 2018-05 stated | "]),
        (["林 current seen=2017", "周 current seen=2019"], ["林  | successor@2019", "周  | "]),
        (["林 current seen=2017", "林 former seen=2023", "周 appointed since=2018 seen=2018"],
         ["林  | 2018 successor@2018", "周 2018 stated | "]),
        # who is seen in the post after the other began is not closed by the other
        (["林 current seen=2017", "林 current seen=2020", "周 current seen=2019"], ["林  | ", "周  | "]),
        # a removal that is told stays, whatever the successor's day
        (["林 current seen=2017", "林 removed until=2018-01 seen=2018", "周 appointed since=2018-05 seen=2018-06"],
         ["林  | 2018-01 removal@2018", "周 2018-05 stated | "]),
        # acting first, then appointed: two spells, the first ended by the second
        (["周 acting seen=2018-09", "周 appointed since=2019-01-15 seen=2019-01-16"],
         ["周*  | 2019-01-15 successor@2019-01-16", "周 2019-01-15 stated | "]),
        # twice in the post
        (["林 appointed since=2010 seen=2010", "林 removed until=2012 seen=2012", "林 appointed since=2015 seen=2015"],
         ["林 2010 stated | 2012 removal@2012", "林 2015 stated | "]),
        # the same told again is one spell, begun as most say, and as exactly as that is said
        (["林 appointed since=2016-03-01 seen=2016-03-08", "林 appointed since=2016-03 seen=2017", "林 current since=2015 seen=2018"],
         ["林 2016-03-01 stated | "]),
        # without any date, a removal is still an end
        (["林 current", "林 removed"], ["林  | removal"]),
    ],
)  # fmt: skip
def test_spells_of_a_post_that_one_person_holds(facts: list[str], expected: list[str]) -> None:
    assert [shown(spell) for spell in spells(map(told, facts), seat=True)] == expected


def test_several_hold_a_post_of_many_seats_at_once() -> None:
    found = spells(map(told, ["林 current seen=2017", "周 appointed since=2018 seen=2018"]), seat=False)
    assert [shown(spell) for spell in found] == ["林  | ", "周 2018 stated | "]
    assert not any(spell.before for spell in found)


def test_seen_after_removal_stays_in_the_spell_and_shows() -> None:
    (spell,) = spells(map(told, ["林 removed until=2018-01 seen=2018", "林 current seen=2019"]), seat=True)
    assert (spell.closes, spell.last) == ("2018-01", "2019")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["林 current seen=2017", "周 appointed since=2018 seen=2018", "吴 appointed since=2021 seen=2021"],
         {"周": "林", "吴": "周"}),
        (["林 removed until=2018-01 seen=2018", "周 appointed since=2018-05 seen=2018"], {"周": "林"}),
        (["周 removed seen=2021-05-11", "吴 appointed seen=2021-05-11"], {"吴": "周"}),
        (["林 current seen=2017", "周 acting seen=2018", "周 appointed since=2019 seen=2019"], {"周": "林", "周*": "林"}),
        (["林 current seen=2017", "林 current seen=2020", "周 current seen=2019"], {}),
        (["林 former seen=2023", "周 appointed since=2018 seen=2018"], {}),  # former, but when?
    ],
)  # fmt: skip
def test_who_came_before_whom(facts: list[str], expected: dict[str, str]) -> None:
    found = spells(map(told, facts), seat=True)
    name = {spell.key: spell.name for spell in found}
    before = {f"{s.name}{'*' if s.acting else ''}": name[s.before] for s in found if s.before}
    assert before == expected


dates = st.sampled_from(["", "2015", "2016-03", "2016-03-08", "2017", "2018-05-01", "2019-12", "2021"])
facts = st.lists(
    st.builds(
        Told,
        st.sampled_from("林周吴"),
        st.sampled_from(["current", "former", "appointed", "removed", "acting"]),
        dates, dates, dates, dates,
        st.uuids(version=4).map(str),
    ),
    max_size=9,
)  # fmt: skip


@given(facts, st.booleans(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(items: list[Told], seat: bool, random: object) -> None:
    again = [*items, *items[:3]]
    random.shuffle(again)  # type: ignore[attr-defined]
    assert spells(again, seat) == spells(items, seat)


@given(facts, st.booleans())
def test_every_fact_is_in_one_spell_and_last_seen_is_never_an_end(items: list[Told], seat: bool) -> None:
    found = spells(items, seat)
    assert sorted(fact for spell in found for fact in spell.facts) == sorted(item.fact for item in items)
    assert len({spell.key for spell in found}) == len(found)
    ends = {item.until for item in items} | {item.when for item in items if item.status == "removed"}
    begins = {spell.begin.date for spell in found}
    for spell in found:
        assert bool(spell.end.basis) or spell.end == ("", "", "")
        assert not spell.end.date or spell.end.date in (begins if spell.end.basis == "successor" else ends)


@given(facts)
def test_whom_the_next_holder_closes_is_found_among_all(items: list[Told]) -> None:
    """The search begins in the year in which another can have come; here it is made among all."""
    found = spells(items, seat=True)
    alone = {spell.key: spell for spell in spells(items, seat=False)}
    for spell in found:
        if alone[spell.key].end == ("", "", "") and alone[spell.key].opens:
            later = [o for o in alone.values() if o.name != spell.name and o.first and o.opens > spell.opens]
            free = [o for o in later if o.begin.basis and max(spell.last, spell.begin.date) <= o.opens + "~"]
            assert bool(spell.end.basis) >= bool(free)


@given(facts)
def test_a_predecessor_had_ended_before_the_successor_began(items: list[Told]) -> None:
    found = {spell.key: spell for spell in spells(items, seat=True)}
    for spell in found.values():
        if spell.before:
            other = found[spell.before]
            assert other.name != spell.name
            assert other.closes
            assert other.closes <= spell.opens + "~"
