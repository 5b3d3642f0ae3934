"""One pattern for many words: as if each was tried, the longest first.  Patterns with a glance ahead: as without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.alternation import at_a_glance, either, whether

WORDS = st.lists(st.text(alphabet="拨付款出^-]\\", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="拨付款出^-]\\。", max_size=20))
def test_finds_what_trying_each_word_finds(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    assert re.findall(either(words), text) == re.findall(plain, text)
    assert re.findall(f"(?:{either(words)}|。)$", text) == re.findall(f"(?:{plain}|。)$", text)


def test_a_word_may_want_more_than_its_characters() -> None:
    pattern = re.compile(either(["拨付", "付"], {"付": r"(?<=已)付(?=\d)"}))
    assert [match[0] for match in pattern.finditer("支付1元，已付2元，拨付3元")] == ["付", "拨付"]


PATTERNS = [
    "(?:已|共)?(?:拨|付)款|(?<=已)付|出[款付]|[^付]出$|^拨$|^(?:已|付)付",
    "(?P<verb>拨付?)(?P<rest>款*)|\\d+(?:款|出)|(?!已付)[已付]{1,2}",
    "付{0,2}(?:款|\\.)|(?:拨(?:付|出)|款)+?出|\\||[|()]",
    "[拨付]*(?:款)?",
    "(?=[拨付])(?:拨|付款)|已",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(alphabet="拨付款出已1.|(。", max_size=12))
def test_a_glance_ahead_changes_nothing(pattern: str, text: str) -> None:
    found = [(match.span(), match.groupdict()) for match in re.finditer(pattern, text)]
    assert [(match.span(), match.groupdict()) for match in re.finditer(at_a_glance(pattern), text)] == found
    assert bool(re.search(whether(pattern), text)) == bool(found)


def test_it_glances_where_all_alternatives_tell_what_they_begin_with() -> None:
    assert at_a_glance("(?:已|共)?付|出[款付]") == "(?=[已共付出])(?:(?:已|共)?付|出[款付])"
    assert at_a_glance("[^付]出|.款|付*") == "[^付]出|.款|付*"
    assert at_a_glance("付|[^付]出|款") == "(?=[付])(?:付)|[^付]出|(?=[款])(?:款)"
