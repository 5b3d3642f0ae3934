"""Holders: the persons named after a stack of titles, or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import rjieba

from kg.annotate.countries import is_foreign
from kg.annotate.name_ends import PREDICATE
from kg.annotate.names import clean, marked, score
from kg.annotate.passage import Passage, PersonMention
from kg.annotate.registry import Registry
from kg.annotate.spelt import spelt
from kg.extract.learned.person_names import best_form, forms

__all__ = ["after", "alone", "is_named", "listed_from", "person_at", "registry"]

_HONOUR = (
    r"(?:享受[^，。、；：\n]{2,16}待遇的?(?:[离退]休)?(?:老?干部|老?红军|老?同志)?|(?:中国共产党的)?优秀(?:共产)?党员|中国共产党党员|"
    r"(?:(?:久经考验的)?忠诚的|杰出的|优秀的)[^，。、；：\n]{2,14}[士者家员]|"
    r"(?:全国|全省|全市|省级|国家级|市级|省|市)?(?:劳动模范|先进工作者|优秀共产党员|三八红旗手|道德模范|教学名师|名中医|优秀教师|优秀企业家)|[上中少大]将|[大上中少]校|"
    r"[^，。、；：\n]{0,18}(?:奖章|奖|奖牌|称号|基金|津贴|人才计划)(?:获得者|获奖者|入选者|(?:的)?专家)|(?<=、)[^，。、；：\n]{2,14}(?:传承人|入选者|学术带头人)|"
    r"(?<=、)[\u4e00-\u9fff]{2,10}(?:之[子女孙]|侄女|孙女|外孙女?|儿子|女儿))(?=[\u4e00-\u9fff、，])"
)
"""What one is besides the post, between the title and the name: 副院长、国家杰出青年基金获得者|贺秋实, 司令员、中将|贺秋实."""
_SKIP = re.compile(
    r"：?(?:分管|主管|负责|主抓)[\u4e00-\u9fff]{1,8}的(?=[\u4e00-\u9fff]{2})|"
    r"(?:（[^（）\n]{1,30}）)?"
    r"(?:，(?:今年|现年|年[近过])?(?:[0-9]{2}|[二三四五六七八]十[一二三四五六七八九多]?)岁的|"
    rf"(?:[、，]{_HONOUR}){{1,4}}|"
    r"(?<=）)，[离退]休干部|、(?:老?专家|主持人|[\u4e00-\u9fff]{2,12}(?:大学|学院|中学)校友|"
    r"(?:著名|知名|国内|国际)[\u4e00-\u9fff]{0,8}(?:家|专家|学者)|[\u4e00-\u9fff]{2,6}专家|"
    r"[\u4e00-\u9fff]{1,5}籍(?:华人|专家|学者|教授)?|博士|企业家|"
    r"(?:[\u4e00-\u9fff]{2,3}省?市?)?援[藏疆青]干部|(?:离休|退休|离退休)老?(?:干部|职工|教师|工人)|老(?:军医|党员|校友|劳模|大夫|中医|红军|战士|八路|领导|干部|同志|革命)|"
    r"[他她我]的[\u4e00-\u9fff]{2}|(?:今年|现年|年[近过])?(?:[0-9]{2}|[二三四五六七八]十[一二三四五六七八九多]?)岁的?(?:老(?:中医|党员|专家|教授|支书|军医|兵|人|教师|校长|干部|工人))?|"
    r"致富带头人|种[粮植]大户|养殖大户|退役军人|老?共产党员|全国人大代表|全国政协委员))?(?:名?叫|“[\u4e00-\u9fff]{1,4}”|[ ：]{0,40}|\n *)"
)
_JOIN = re.compile(r"(?:（[^（）\n]{1,30}）)?(?:同志)?(?:、(?:(?:分管|主管|负责|主抓)[\u4e00-\u9fff]{1,8}的)?|和|及|与|以及| {1,6})")
_OF = re.compile(
    r"的(?:[\u4e00-\u9fff]{1,4}族|[\u4e00-\u9fff]{2,4}(?=干部|专家|青年|校友))?(?:干部|弟子|学生|老人|姑娘|小伙子?|青年|校友|同志|专家|女士|先生|女干部|[他她]|妻子|丈夫|儿子|女儿|(?:老)?(?:战友|同学|同事|朋友|老乡))?(?=[\u4e00-\u9fff]{2})"
)
"""时任副处长的叶知秋, 原任局长的仫佬族干部吴双喜."""
_LEAST = 0.8
"""The least weight of a padded name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at a place, with the log-odds that it is one."""

    start: int
    end: int
    name: str
    weight: float

    def mention(self, text: str) -> PersonMention:
        return PersonMention(self.start, self.end, text[self.start : self.end], self.name)


def alone(text: str) -> bool:
    """Is the post held by one person, so that 和 after its holder does not share it (处长A和B)?"""
    return text.endswith(("长", "主任", "书记")) and "副" not in text


def registry(passage: Passage) -> Registry:
    """The article's names so far."""
    found = passage.state.memory.setdefault("names", Registry())
    assert isinstance(found, Registry)
    return found


def person_at(
    passage: Passage, start: int, *, place: str, role: str = "", stops: frozenset[int] = frozenset()
) -> Named | None:
    """The name that begins at `start`, or None.

    `place` says what kind of place it is, `role` is the title before it, `stops` are where titles begin (A为|处长).
    The readings that were weighed are kept, to train by.
    """
    sure = marked(passage.text, start, passage.end)
    if sure:
        end, weight = sure
        return Named(start, end, raw_name(passage, start, end), weight) if weight >= _LEAST else None
    readings = forms(passage, start, place, role, stops, registry(passage))
    kept = passage.state.memory.setdefault("readings", {})
    assert isinstance(kept, dict)
    kept[start, place] = readings
    best = best_form(readings)
    return Named(start, best[0].end, raw_name(passage, start, best[0].end), best[1]) if best else None


_EVIDENT = 3.0
"""The log-odds from which a name behind a title is its holder, whatever stands before the title."""


def _joins_name(text: str, at: int) -> bool:
    """副院长|和彭玲教授: is it 和, and a name with its own surname, behind a title?"""
    return any(text[at + size : at + size + 2] in _RANKS and score(text[at : at + size]) > _SURE for size in (2, 3))


_RANKS = ("教授", "院长", "校长", "主任", "书记", "局长", "处长", "部长", "所长", "博士", "院士", "先生", "女士", "同志", "老师", "经理", "主席")
_SURE = 2.0


def ends_in_he(text: str, at: int) -> bool:
    """包信|和院士: is the 和 at `at` the end of the name, since a rank and no other name follows it?"""
    return bool(_TITLED_HE.match(text, at))


_TITLED_HE = re.compile("和(?:院士|教授|同志|先生|女士|博士)[，。；出主作致为到说讲做向表介指率]")
_SHORT = 2
"""叶知秋和教授 are two: the 和 is a third character."""


def is_named(passage: Passage, end: int, role: str) -> bool:
    """Does the holder of the title that ends at `end` evidently stand behind it (海军副司令员|贺秋实中将)?"""
    if passage.text.startswith("和", end) and _joins_name(passage.text, end + 1):
        return False
    best = best_form(forms(passage, end, "title", role, frozenset(), registry(passage)))
    return best is not None and best[1] >= _EVIDENT


def raw_name(passage: Passage, start: int, end: int) -> str:
    """The name as the document writes it, without padding; variant characters are kept."""
    return clean(passage.state.article.raw[start:end])


def _spelt_at(passage: Passage, start: int, usual: Named | None) -> Named | None:
    """The name spelt by sound that begins at `start` (泽连斯基), where the usual reading finds none as long."""
    dot = passage.text.rfind("·", start, usual.end) if usual else -1
    if usual and dot > 0:
        last = spelt(passage.text, dot + 1, usual.end, sure=True)  # 埃马纽埃尔·马克龙|计划
        stop = last if last and last < usual.end else usual.end
        return Named(start, stop, raw_name(passage, start, stop), usual.weight)
    end = spelt(passage.text, start, passage.end)
    if end is None or passage.text.startswith("·", end) or (usual and usual.end >= end and (usual.end == end or end - start == 2)):
        return usual
    return Named(start, end, raw_name(passage, start, end), 3.0)


def listed_from(
    passage: Passage, start: int, stops: frozenset[int], *, single: bool = False, place: str = "title", role: str = "", abroad: bool = False
) -> list[Named]:
    """The names of a list that begins at `start`: A、B和C.  It ends where a title begins (`stops`); a `single` post ends it at 和.

    `abroad`: may the first be a name spelt by sound?
    """
    found: list[Named] = []
    at = start
    while at not in stops:
        named = person_at(passage, at, place="list" if found else place, role=role, stops=stops)
        if named and len(named.name) == _SHORT and ends_in_he(passage.text, named.end):
            named = Named(named.start, named.end + 1, named.name + "和", named.weight)
        another = found and is_foreign(passage.text[at : at + 8])  # 副总理甲、文莱|苏丹乙
        named = _spelt_at(passage, at, named) if abroad and not another else named
        kin = found and named and _KIN_OF.match(passage.text, named.end, passage.end)
        if named is None or kin or any(at < stop < named.end for stop in stops) or (found and _is_place(passage, named)):
            break
        found.append(named)
        join = _JOIN.match(passage.text, named.end, passage.end)
        if not join or _NO_HOLDER.match(passage.text, join.end(), passage.end) or (single and len(found) == 1 and join[0].endswith(("和", "与", "及"))):
            break
        at = join.end()
    return found


_KIN_OF = re.compile("(?:亲属|家属|遗属|之[子女妻孙]|[的之]?(?:妻子|丈夫|儿子|女儿|父亲|母亲))(?=[\u4e00-\u9fff]{2})")
"""副书记A、B|亲属C: who is kin of B."""
_NO_HOLDER = re.compile("[省市县镇乡州局](?=[\u4e00-\u9fff])|(?:[相有]关|所属|下属|各)[\u4e00-\u9fff]")
"""副县长甲及|县农业、果业等部门负责人: whoever else came, not by name."""


_PLACES = re.compile("(?:、[\u4e00-\u9fff]{2,4}){1,6}[两三四五六七八九][省市县区州]|[两三四五六七八九][省市县区州]")
"""总工程师A以及|于都、婺源两县负责人."""


def _is_place(passage: Passage, named: Named) -> bool:
    """A、宁德|时代首席科学家B: is what looks like the next name the place that the name of a body opens with?"""
    place = any(m.start == named.start and m.end == named.end for m in passage.regions)
    if place and _PLACES.match(passage.text, named.end):
        return True
    return place and passage.text[named.end : named.end + 1].isalpha() and not PREDICATE.match(passage.text, named.end)


def _joins_word(tail: str) -> bool:
    """所长和扶贫专干: a word of action behind 和, which is no surname there."""
    word, tag = (rjieba.tag(tail, False) or [("", "x")])[0]
    return len(word) > 1 and tag in ("vn", "v")


def after(
    passage: Passage, end: int, stops: frozenset[int], *, of: bool, role: str = "", place: str = "title", abroad: bool = False
) -> list[Named]:
    """The names right after a stack that ends at `end`; `of` allows 的 between (时任副处长的叶知秋).

    `place` says what kind of title it is: one with its body, a bare one, or a common word (会计); `abroad`, that its body is foreign.
    """
    text = passage.text
    skip = _SKIP.match(text, end, passage.end)
    at = skip.end() if skip else end
    if of and (described := _OF.match(text, at, passage.end)):
        at = described.end()
    joins = text[at : at + 1] == "和" and _joins_name(text, at + 1)
    if at in stops or joins or text.startswith("有", at) or (text[at : at + 1] in ("和", "与", "及") and _joins_word(text[at + 1 : at + 5])):
        return []
    return listed_from(passage, at, stops, single=alone(role), place=place, role=role, abroad=abroad)
