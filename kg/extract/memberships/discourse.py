"""Whom a paragraph is about: the subject that 他, 她, 其 or an elided subject stands for.

The nearest person that a clause opens with; where a text tells of one person above all, that one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import rjieba

from kg.annotate import regions
from kg.annotate.name_words import NOT_NAMES
from kg.annotate.names import is_stranger, score, takes_office
from kg.annotate.passage import Passage, State
from kg.annotate.surnames import surnames
from kg.extract.memberships.holders import Named, person_at, registry

__all__ = ["TOLD_OF", "carried", "set_subject"]

BringIn = Callable[[Passage, int, int], Named | None]
_PRONOUN = re.compile(
    r"(?:他|她|其|本人)(?!们|中|他|实|它|余|间)[^，。；！？\n]{0,12}$|(?:^|[，。；：“])(?:他|她|其)(?!们|中|他|实|它|余|间)"
)
_OPENING = re.compile(r"[，。；：！？“”\n—]$|(?:年|月|日|后|时|，但|而|当时|年间|个|位|岁的|名叫|人叫|是|叫)$")
_SURE = 3.0
"""The log-odds from which 他 stands for a person named for the first time in its sentence."""
_LIKELY = 2.0
"""The same of one whom the passage opens with."""
_LEAST = 4
"""Mentions that make a person the one whom a text tells of."""
_READ = 20000
_NO_NAME_ENDS = frozenset("村镇乡县市区州省沟局部处科院会司厅委办组队站所姐哥叔婶妈爸爷奶伯嫂的了集")
_FIRST = frozenset(surname[0] for surname in surnames())

_UNNAMED = re.compile(r"(?:^|[，。；：“])(?:其[父母妻夫子女弟兄妹姐孙侄]|[他她其]的?(?:儿子|女儿|丈夫|妻子|弟弟|妹妹|哥哥|姐姐|父亲|母亲))[现则曾也还历]?$")
"""其子|任…: one of the family whom the text does not name holds the title."""


def set_subject(passage: Passage, named: Named) -> None:
    """The person whom the next clauses are about, until another is named."""
    passage.state.memory["subject"] = named
    passage.state.memory["subject_passage"] = passage.start


def carried(passage: Passage, low: int, end: int, bring_in: BringIn) -> Named | None:
    """The subject at `end` of a clause of the segment from `low`: named earlier in it, or carried on from before.

    `bring_in` finds a person that the segment names for the first time.
    """
    if _UNNAMED.search(passage.text, max(passage.start, low - 1), end):
        return None
    return _told_of(passage, low, end, bring_in)


def _told_of(passage: Passage, low: int, end: int, bring_in: BringIn) -> Named | None:
    """The same, where no member of a family holds the title."""
    memory = passage.state.memory
    last = memory.get("subject")
    here = _opens_clause(passage, low, end)
    if _I.search(passage.text, max(passage.start, low - 1), end) and (speaker := _speaker(passage)):
        return speaker
    if here:
        later = bring_in(passage, here.end, end)
        return _kin(passage, here.end, end) or (later if later and _takes_over(passage, later) else here)
    pronoun = bool(_PRONOUN.search(passage.text, max(passage.start, low - 1), end))
    new = bring_in(passage, low, end)
    if new and (not pronoun or new.weight >= _SURE):
        return new
    if _FIRST_PERSON.search(passage.text, max(passage.start, low - 1), end) and (speaker := _speaker(passage)):
        return speaker
    if isinstance(last, Named) and low <= last.start and last.end <= end:
        return last
    career = memory.get("cv_subject")
    about = memory.get("subject_passage") == passage.start
    if isinstance(career, Named) and (about or pronoun):
        return last if isinstance(last, Named) and about and not pronoun else career
    if about or pronoun:
        opener = _opens_clause(passage, passage.start, low) or (_head(passage, low) if pronoun else None)
        hero = _protagonist(passage.state) if pronoun or not opener else None
        if hero and (not opener or hero.name in passage.text[passage.start : low]):
            return hero
        return opener or (last if isinstance(last, Named) else None)
    card = memory.get("card")
    if isinstance(card, Named) and not passage.text[card.end : passage.start].strip():
        return card  # 校长：A / 此前是某校副校长
    return _of_life(passage, low, end)


def _takes_over(passage: Passage, later: Named) -> bool:
    """甲说，首届监督员中的|乙已当选…: does one who is named behind the known opener of the sentence open a clause of his own?"""
    before = passage.text[later.start - 1]
    return before == "的" or (before in "，；：“" and later.weight >= _SURE)


def _of_life(passage: Passage, low: int, end: int) -> Named | None:
    """Whom a segment without a subject tells of: the one whose CV the line before was, or whose life the text is about."""
    career, last = passage.state.memory.get("cv_subject"), passage.state.memory.get("subject")
    if isinstance(career, Named) and isinstance(last, Named) and last.name == career.name and _goes_on(passage, low):
        return career
    return (_first_named(passage, low) or _protagonist(passage.state)) if _elided(passage, low, end) else None


_KIN = re.compile(
    r"(?<=[，；])(?:[他她其]的?)?(?:大|小|二)?(?:儿子|女儿|丈夫|妻子|爱人|老伴|弟弟|妹妹|哥哥|姐姐|父亲|母亲|孙子|孙女|儿媳|女婿|徒弟)(?=[\u4e00-\u9fff]{2})"
)


def _kin(passage: Passage, low: int, end: int) -> Named | None:
    """老支书A去世后，儿子|B…，当上了…: the one of the family who opens a later clause of the sentence, named for the first time."""
    found = (person_at(passage, m.end(), place="subject") for m in _KIN.finditer(passage.text, low, end))
    return next((named for named in found if named and named.end < end and named.weight >= 1), None)


_STEP = re.compile(r" *(?:于)?(?:[12][0-9]{3}(?:年|\.[01][0-9])|早年|毕业|参加工作|退伍|转业|后|此后|之后|现任|现为|曾任|历任|先后)")


def _goes_on(passage: Passage, low: int) -> bool:
    """1982年毕业于…。现任…: do the paragraph and the segment both go on with the CV of the line before, naming nobody?"""
    return bool(_STEP.match(passage.text, passage.start) and _STEP.match(passage.text, low))


_FIRST_PERSON = re.compile(r"(?:^|[，。；：“])(?:我|本人)(?![们国省市县区州厅局部委院校行司处镇乡村]|的)")


_I = re.compile(r"(?:^|[，；：“])(?:我|本人)(?:也|还|又|曾)?$")
"""…，我|是副组长: the clause of the link itself."""


def _speaker(passage: Passage) -> Named | None:
    """祝某：我是…: the one whose words the paragraph is."""
    named = person_at(passage, passage.start, place="opening")
    return named if named and passage.text[named.end : named.end + 1] == "：" else None


def _head(passage: Passage, low: int) -> Named | None:
    """陆文清的办公室在镇里。她是…所长: one not named before, at the head of the passage."""
    named = person_at(passage, passage.start, place="opening")
    return named if named and named.end <= low and (named.weight >= _LIKELY or TOLD_OF.match(passage.text, named.end)) else None


TOLD_OF = re.compile(
    "，?是(?=(?:于|自|从)?[12][0-9]{3}年(?:[0-9]{1,2}月)?[^，。；]{0,4}?(?:起|开始|调|考|进|到|当|任|担任|当选))|是[^，。；]{1,16}，(?:现任|曾任|历任|先后担任)|，?(?:今年|现年|时年|年近|年过)(?:[0-9]{2}|[二三四五六七八九]十)|"
    "(?:同志|先生|女士)?，?(?:(?:于|自|从)?[12][0-9]{3}年(?:[0-9]{1,2}月)?[^，。；]{0,6}?(?:调|考|进|回|出生|生于|参加|毕业|分配|任|担任|当|入|转业|退伍|来到|被|开始)|"
    "(?:出?生于|出身|(?:大学|本科|大专|中专|研究生|硕士|博士|师范|技校|高中|初中)?毕业|退伍|转业|复员|参加工作|考[入上进]|分配到|[下选]派到|调[到入任往]|执掌|主政|掌舵|出掌|履新|接棒|卸任|辞去|请辞|当选|连任|升任|晋升|"
    "(?:先|一直|长期|多年)?在[^，。；、：]{2,24}(?:工作|教书|任教|打工|务农|当兵|服役|就读|上班)|曾任|现任|历任|时任|就任|出任|担任|在[^，。；、：]{2,24}(?:担任|任职|任|当|做)(?!务)|当过|干过|做过|以前是?|原先是?|原是|早年|年轻时|退休前|退休后))"
)
"""王某是大学生，现任…; 王某1985年考入…: what only a person does."""


def _first_named(passage: Passage, low: int) -> Named | None:
    """陆文清1984年7月参加工作。其间，担任…: the person whose life the passage begins to tell."""
    named = person_at(passage, passage.start, place="opening") if passage.start < low else None
    return named if named and named.end <= low and _LIFE.match(passage.text, named.end) else None


_LIFE = re.compile(r"(?:同志)?，?(?:(?:于)?[12][0-9]{3}年[^，。；]{0,8}(?:参加工作|加入|入党|入伍|参军|毕业|出?生)|生于)")


def _elided(passage: Passage, low: int, end: int) -> bool:
    """Does the segment open with a date, so that its subject is the person told of?"""
    return bool(re.match(r"[ ]*(?:[0-9]{4}年|其间|期间|后来|如今|此后|后|不久)", passage.text[low:end]))


def _opens_clause(passage: Passage, low: int, end: int) -> Named | None:
    """The known person that opens the last clause between `low` and `end` which a person opens."""
    titled = passage.state.memory.get("titled")
    opens = titled if isinstance(titled, dict) else {}
    best: Named | None = None
    for at, name in registry(passage).mentions(passage.text, low, end):
        start = opens.get(at, at)
        if passage.text.startswith("的", at + len(name)) and passage.text[at - 1] == "是":
            continue  # 是A的老乡，曾任…
        if start == low or _OPENING.search(passage.text, max(low, start - 3), start):
            best = Named(at, at + len(name), name, 4.0)
    return best


def _protagonist(state: State) -> Named | None:
    """The person named far more often than any other in the article, if there is one."""
    found = state.memory.get("protagonist", "unread")
    if found == "unread":
        found = state.memory["protagonist"] = _most_named(state.article.text[:_READ])
    return found if isinstance(found, Named) else None


def _most_named(text: str) -> Named | None:
    """The name that stands at least `_LEAST` times in the text and half as often again as the next."""
    starts = (at for at in range(len(text) - 3) if text[at] in _FIRST and not takes_office(text, at) and not text.startswith("海关", at + 1))
    sizes = ((at, size) for at in starts for size in (2, 3, 4))
    forms = Counter(text[at : at + size] for at, size in sizes if size < 4 or is_stranger(text[at : at + 4]))
    names = [(n, name) for name, n in forms.items() if n >= _LEAST and _is_name(name)]
    names = [
        (n, name) for n, name in names if not any(len(o) > len(name) and name in o and m >= 0.6 * n for m, o in names)
    ]
    ranked = sorted(names, key=lambda pair: (-pair[0], pair[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        return None
    name = ranked[0][1]
    if 2 * len(re.findall(name + _OF_FIRMS, text)) >= ranked[0][0]:
        return None
    at = text.find(name)
    return Named(at, at + len(name), name, 3.0)


_OF_FIRMS = "(?:集团|股份|公司|银行|控股|地产|证券|电子|科技|医院|大学|(?<=大)[学道厦桥队])"
"""华夏|银行, 郑州大|学: what a text names most is no person."""


def _is_name(form: str) -> bool:
    return form.isalpha() and form[-1] not in _NO_NAME_ENDS and not regions.candidates(form) and score(form) > 1.0 and not _is_noun(form)


def _is_noun(form: str) -> bool:
    """资金, 项目: a word that a text names more often than any person."""
    words = rjieba.tag(form, False)
    return form[:2] in NOT_NAMES or (len(words) == 1 and words[0][1] in ("n", "v", "vn", "nt", "nz", "l"))
