"""What the words of an amount itself say it is for: what its verb governs, what names its money, what a share opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import FUND_HEAD, VERB
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.recipient import named
from kg.extract.allocations.wording import SOURCE

__all__ = ["LABEL", "governed", "headed", "is_its_name", "stands"]

LABEL = r"(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十\d]+）|\d+[.．、](?!\d))"

_PLANNED_FOR = re.compile(
    r"了?(?:全[省市县区]|[我你本][省市县区州])?(?P<what>[^，。；：]{4,60}?)(?:(?:19|20)\d\d年度?)?(?:第[一二三四五六七八九十\d]+批)?"
    r"(?:中央|省级)?(?:预算内)?(?:投资|实施|项目|建设|资金)计划(?:资金|投资)?"
)
_USED = re.compile(r"(?:用于|投向|投入到|花在|用在)(?P<what>[^，。；：（]{2,30})的(?:[有为是达共约]|资金)*$")
"""省级资金中用于|渠道衬砌|的1200万元, 投向|茶叶|的有90万元."""
_MOSTLY = re.compile(r"(?:其中，?)?(?P<what>[^，。；：]{2,24}?)(?:占(?:了|去|到)?大头|是大头|占比最[高大]|最多|份额最大)，?(?:达|有|为|共)?$")
"""公路|占了大头，达2亿元: a share that is first said to be the largest."""
_IN_FIELD = re.compile(r"在(?P<what>[^，。；：在]{2,20}?)(?:方面|领域|上)(?:累计|一?共|总共|先后|已|又|就)*(?:投入|花|支出|投|用掉?|砸)了?$")
"""在|农村公路|上累计花了2亿元: the field that the verb itself names."""
_FIELD = re.compile(rf"\s*(?:{LABEL})?(?P<what>[^，。；：\n]{{4,20}}?)方面[，：]")
"""校舍维修|方面，中央资金1190万元、省级资金800万元: the field that a sentence opens with, where its sums only say whose money they are."""
_OPENS_PART = re.compile(
    r"(?:其中|另外|此外)，?(?P<what>[^，。；：其]{3,30})，(?:[已又共也均将还]|累计|一共)*"
    r"(?:总?投[入资]|落实|安排|下达|拨付|补助|支[付出]|花|需|资金)[^，。；]*$"
)
"""其中|渠道衬砌3处|，投入90万元: what a share opens with."""
_INNER = re.compile(rf"(?:用于|支持)(?P<what>[^，。；]{{2,48}}?)的?(?:专项|贷款|补助|(?:福利|体育)?彩票)?(?={FUND_HEAD.pattern})")
_WORKS_FUND = re.compile(rf"(?P<what>[^，。；：的]{{2,40}}?(?:项目|工程|大桥|水库|公路|铁路|基地|广场|片区))(?:建设|专项|补助)?(?={FUND_HEAD.pattern})")
"""审批|引水工程|贷款7亿元: the project in the name of the money."""
_HEADED = re.compile(
    r"(?P<what>[\u4e00-\u9fff、“”（）]{2,24}?)(?:累计|共|计划|预计|已|将|拟|全年|今年)*(?:概算)?(?:完成)?总?(?P<verb>投资|投入|安排)(?:额|规模)?"
)
_GIVER = re.compile(
    r"财政|政府|公司|集团|银行|企业|预算|中央|[省市县区州乡镇村里级部委厅局办处院会校社队组团]$|单位$|基金$|书记$|再$|另$|自筹|社会资[本金]|社会$|群众|部门$|应急|[年月日]|"
    r"^(?:累计|共|计划|项目|年度|地方|已|将|拟|决定|确定|继续|再|又|还)"
)


def headed(draft: Draft) -> str | None:
    """农村公路|投资75亿元, 社会保障|投入118亿元, 投向茶叶的有|9万元: the noun, which is no payer, before the verb of spending in a share."""
    assert draft.passage is not None
    said = _USED.search(draft.passage.text, draft.clause[0], draft.clause[1])
    if any(draft.passage.text.find(sign, *draft.head) >= 0 for sign in ("最", "大头")):
        said = said or _MOSTLY.search(draft.passage.text, *draft.head)
    said = said or _IN_FIELD.search(draft.passage.text, draft.clause[0], draft.clause[1]) or _field(draft)
    if said and not draft.region and not _GIVER.search(said["what"]):
        return said["what"]
    match = _HEADED.fullmatch(without_lead(draft.passage.text[draft.body : draft.head[1]]))
    opens = draft.parent or draft.level or draft.marker or (match is not None and match["verb"] == "投入" and draft.body == draft.segment[0])
    if match is None or draft.region or not opens:
        return None
    what = match["what"]
    return None if _GIVER.search(what) or VERB.search(what) or FUND_HEAD.search(what) else what


def _field(draft: Draft) -> re.Match[str] | None:
    """What the sentence opens with, where nothing else between it and the amount could be a purpose."""
    assert draft.passage is not None
    noun = own_noun(draft.passage.text, draft)
    plain = not noun or SOURCE.fullmatch(noun) or _FUND_END.search(noun)
    return _FIELD.match(draft.passage.text, draft.segment[0], draft.clause[1]) if plain else None


def governed(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """What stands between the verb and the name of the money: 下达|清溪水库除险加固工程|年度投资计划, 发放支持|农机科技|贷款."""
    action, text = draft.action, passage.text
    for kind, pattern, start in (("purpose", _USED, draft.clause[0]), ("noun", _MOSTLY, draft.head[0]), ("opening", _OPENS_PART, draft.head[0])):
        if use := pattern.search(text, start, draft.clause[1]):
            yield kind, 0, "用于", named(passage, use["what"], use.start("what"))
    if action is None or action.after or action.end > draft.clause[1]:
        return
    phrase = without_lead(text[action.end : draft.clause[1]])
    if planned := _PLANNED_FOR.fullmatch(phrase):
        yield "object own", 0, action.text[:1], named(passage, planned["what"], action.end)
    if inner := _INNER.search(text, action.start, draft.clause[1]):
        yield "inner before", 0, inner[0][:1], named(passage, inner["what"], inner.start())
    for match in _WORKS_FUND.finditer(text, draft.clause[0], draft.clause[1]):
        verbs = [m.end() for m in VERB.finditer(text, match.start(), match.end("what") - 2)]
        start = max([match.start(), *verbs])
        yield "inner before", 0, text[start], named(passage, text[start : match.end("what")], start)


_FUND_END = re.compile(f"{FUND_HEAD.pattern}$")


def is_its_name(text: str, neighbour: Draft, noun: str) -> bool:
    """免费教科书补助12亿元、校舍安全资金10亿元: what the amount before is called names its own purpose, and no other's."""
    own = own_noun(text, neighbour)
    if neighbour.bare and neighbour.target == own:
        return True
    named = len(noun) > 2 and neighbour.target is not None and own.startswith(neighbour.target)
    return named and _FUND_END.search(own) is not None and _FUND_END.search(noun) is not None


def stands(draft: Draft, text: str) -> str:
    """Where the phrase stands, seen from the amount."""
    assert draft.passage is not None
    words = draft.passage.text
    parts = (("own", (draft.clause[0], draft.money.start)), ("behind", draft.tail), ("head", draft.head), ("before", (draft.segment[0], draft.head[0])),
             ("after", (draft.tail[1], draft.segment[1])))  # fmt: skip
    return next((where for where, (a, b) in parts if text and words.find(text, a, b) >= 0), "far")
