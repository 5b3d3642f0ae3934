"""The spaCy pipeline: jieba segmentation, then one component a kind of mention, then one a fact family.

A Doc is one passage and carries it in its `user_data`, as `doc._.passage`; see passage.py for why offsets are characters.
"""

from __future__ import annotations

from collections.abc import Callable

import rjieba
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.dates import annotate_dates
from kg.annotate.money import annotate_money
from kg.annotate.organizations import annotate_organizations
from kg.annotate.passage import Passage
from kg.annotate.regions import annotate_regions

__all__ = ["ANNOTATORS", "JiebaTokenizer", "register"]


class JiebaTokenizer:
    """jieba's words as spaCy tokens; blanks inside a passage are tokens too, so that the Doc's text is the passage's.

    `doc.user_data["lengths"]` has the words' lengths in code points.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = rjieba.cut(text)
        lengths = [len(word) for word in words]
        return Doc(self.vocab, words=words, spaces=[False] * len(words), user_data={"lengths": lengths})


def register(name: str, function: Callable[[Passage], None]) -> str:
    """Make a spaCy component of a function on passages; returns its name."""

    def component(doc: Doc) -> Doc:
        function(doc.user_data["passage"])
        return doc

    Language.component(name, func=component)
    return name


if not Doc.has_extension("passage"):
    Doc.set_extension("passage", getter=lambda doc: doc.user_data.get("passage"))

ANNOTATORS: tuple[str, ...] = (
    register("kg_money", annotate_money),
    register("kg_dates", annotate_dates),
    register("kg_regions", annotate_regions),
    register("kg_organizations", annotate_organizations),
)


def blank() -> Language:
    """A pipeline with jieba's tokenizer and the annotators.

    The vocabulary computes no lexical attributes (shape, is_url …): nothing reads them, and they
    would cost more than the extraction.
    """
    nlp = Language(Vocab(lex_attr_getters={}))
    nlp.tokenizer = JiebaTokenizer(nlp.vocab)
    for name in ANNOTATORS:
        nlp.add_pipe(name)
    return nlp
