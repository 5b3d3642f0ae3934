"""One pattern for many words: as if each was tried, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.alternation import either

WORDS = st.lists(st.text(alphabet="拨付款出^-]\\", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="拨付款出^-]\\。", max_size=20))
def test_finds_what_trying_each_word_finds(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    assert re.findall(either(words), text) == re.findall(plain, text)
    assert re.findall(f"(?:{either(words)}|。)$", text) == re.findall(f"(?:{plain}|。)$", text)


def test_a_word_may_want_more_than_its_characters() -> None:
    pattern = re.compile(either(["拨付", "付"], {"付": r"(?<=已)付(?=\d)"}))
    assert [match[0] for match in pattern.finditer("支付1元，已付2元，拨付3元")] == ["付", "拨付"]
