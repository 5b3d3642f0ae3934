"""What the sentences around an amount speak of: their subjects, and what 该项目 and a heading stand for.

    二期扩建|要380万元 · 祁水隧道|全长4公里，概算总投资9亿元 · 危房改造资金中，甲县400万元
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.alternation import at_a_glance
from kg.annotate.passage import Passage, remembered
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.recipient import named
from kg.extract.learned.phrases import is_cut

__all__ = ["subjects"]

_ADVERB = (
    r"(?:已经?|将|也|正在?|[均都全还又再共约仅只就刚]|累计|先后|陆续|至少|大约|[三每全当][年月]|[今去明][年春夏秋冬]|计划|预计|拟|分别|一共|共同|同时|"
    r"顺利|正式|全面|全部|基本|最后|实际)*"
)
_PREDICATE = re.compile(at_a_glance(
    rf"{_ADVERB}(?:需要?|要|是|为|获得?|得到|争取|收到|拿到|分[得到]|领[取到走回]|捧回|每[人户]|[总全]长|长\d|坐落|位于|选址|占地|建筑面积|总?投资|总?概算|总造价|批复|[动开竣完]工|"
    r"通车|建成|投[用产入]|交付|封顶|结顶|开学|开标|立项|验收|安排|拨付|支[付出]|使用|花|由|通过|有|被|列入|纳入|用|成立|自|从|于|在|启动|始建|达到?|占|分为?|分布|配套(?![管设基用道服])|"
    r"维修|大修|补助|贴息|实施|涉及|惠及|覆盖|完成|落实|到位|排在|采用|采取|属于?|共享受)"
))
"""What a subject ends before."""
_DEICTIC = re.compile(r"(?:[该此本]|这[个项条座所处家])(?P<kind>[\u4e00-\u9fff]{1,3}?)(?=[由的在是共总已将于\d自从，需计使获实占全]|投资|成立|概算)")
_BARE = re.compile(
    r"(?<![^，。；\s])(?P<kind>工程|项目|专项)"
    r"(?=[自从]\d|启动|实施|总?投资|[总估]|概算|批复|总造价|已|累计|计划|全长|位于|占地|分布|建设|资本金|于|由|[去今]年|\d)"
)
_HEADING = re.compile(
    r"(?:^|(?<=[\n。；]))\s*(?P<what>[^，。；：\n\d]{2,24}?)(?:部分)?(?:各[省市县区州镇乡村]{1,2})?(?:资金)?(?:的)?(?:具体)?(?:分配|安排|下达|进度|分解|构成)?(?:情况|进度|方案)?(?:如下|为|是)"
    r"(?:（[^）]*）)?[：:]",
    re.MULTILINE,
)
_USE = re.compile(
    rf"(?:^|(?<=[\n。；]))\s*(?:[一二三四五六七八九十]+、|\d+[.、])?[^，。；：\n元]{{0,16}}?(?:{FUND_HEAD.pattern})[^。；\n元]{{0,40}}?(?<![得禁准能])用于(?P<what>[^。；，：\n]{{3,60}})(?=[。；，\n]|$)",
    re.MULTILINE,
)
"""该项资金主要用于…: what a sentence of its own says of the money."""
_LABELLED = re.compile(
    rf"(?:^|(?<=[\n。；]))\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])?(?:该项|这笔|上述)?(?:{FUND_HEAD.pattern})?(?:主要)?"
    r"(?:投向|用途|使用方向|使用范围|支持方向|支持范围|支持重点)(?:是|为)?：(?P<what>[^。；\n]{3,40}?)(?=，[由各不]|[。；\n，])",
    re.MULTILINE,
)
"""资金用途：…: a label says it."""
_OF_THE_FUND = re.compile(rf"(?P<what>[^，。；：\d]{{2,24}}?)(?:专项|补助|配套|奖补)?(?:{FUND_HEAD.pattern})(?:当|之)?中，")
_LABEL = re.compile(
    r"[\s—\-▲●■◆*]*(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十\d]+）|\d+[.．、](?!\d)|【[^】]*】|〔[^〕]*〕|[^，。；：]{2,8}：|其中，?|另外，?|"
    r"[^，。；]{2,4}方面，)+"
)
_OPENS = re.compile(r"(?:其中|而且?|但|另外?|目前|此外|新(?=[建修增改])|今年|去年|同时|全[省市县区]|[省市县区镇村乡]里的?|[我该][省市县区镇村乡州局]的?)+")


def subjects(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """`(kind, how far off, cue, phrase)` of what the clauses and sentences around the amount and their heading speak of."""
    text, start, limit = passage.text, draft.segment[0], draft.head[1]
    for i, (a, b) in enumerate(reversed(passage.clauses(start, limit)[-5:])):
        if found := _subject(passage, a, b):
            yield "subject", i, *found
    back = [segment for segment in passage.segments if segment[1] <= start][-2:]
    for i, (a, b) in enumerate(passage.clauses(*segment)[0] for segment in reversed(back) if passage.clauses(*segment)):
        if found := _subject(passage, a, b):
            yield "subject back", i, *found
    for i, pattern in enumerate((_DEICTIC, _BARE)):
        for match in pattern.finditer(text, start, limit):
            yield "meant", i, match["kind"][-1], _antecedent(text, match["kind"], start)
    yield from _stated_apart(passage, start, limit, draft.segment[1])


def _stated_apart(passage: Passage, start: int, limit: int, end: int) -> Iterator[tuple[str, int, str, str | None]]:
    """What a heading says of its list, or a sentence of its own of the money; the amount's sentence goes from `start` to `end`."""
    text, far = passage.text, max(0, start - 300)
    for match in _in(text, start, limit, _OF_THE_FUND, "中，"):
        yield "of the fund", 0, match["what"][-1], named(passage, match["what"], match.start())
    for match in _in(text, far, limit, _HEADING, "：", ":")[-1:]:
        yield "heading", int(match.end() <= start), match["what"][-1], named(passage, match["what"], match.start())
    for match in _uses(passage, start, end):
        yield "use", int(match.end() <= start), match["what"][:1], match["what"]


@remembered
def _uses(passage: Passage, start: int, end: int) -> list[re.Match[str]]:
    """What sentences of their own, behind and before that of the amount, say of the money."""
    text, far = passage.text, max(0, start - 300)
    return [
        match for pattern, sign in ((_USE, "用于"), (_LABELLED, "："))
        for match in (*_in(text, end, end + 500, pattern, sign)[:1], *_in(text, far, start, pattern, sign)[-1:])
    ]  # fmt: skip


def _in(text: str, start: int, end: int, pattern: re.Pattern[str], *signs: str) -> list[re.Match[str]]:
    """The matches in the stretch, each of which has one of the `signs`: most stretches have none, and are not searched."""
    return list(pattern.finditer(text, start, end)) if any(text.find(sign, start, end) >= 0 for sign in signs) else []


@remembered
def _subject(passage: Passage, start: int, b: int) -> tuple[str, str | None] | None:
    """Cue and phrase of the clause's words before its predicate, without label, date and deixis; None for a clause without a subject."""
    text, a = passage.text, start
    if label := _LABEL.match(text, a, b):
        a = label.end()
    a = _behind_date(passage, a, b)
    if opening := _OPENS.match(text, a, b):
        a = _behind_date(passage, opening.end(), b)
    stop = next((d.start for d in passage.dates if a + 2 <= d.start < b), b)
    ends = (m.start() for m in _PREDICATE.finditer(text, a + 2, b) if not is_cut(passage, m.start()))
    end = min(next(ends, b), stop)
    what = text[a:end].strip("“ 的")
    return (what[-1], named(passage, what, start)) if end < b and 2 <= len(what) <= 30 else None


def _behind_date(passage: Passage, a: int, b: int) -> int:
    """Where the clause goes on behind a date at its beginning."""
    return next((d.end for d in passage.dates if a <= d.start <= a + 1 and d.end < b), a)


def _antecedent(text: str, kind: str, before: int) -> str | None:
    """晋水大桥工程…。该工程: what was last named with the same head."""
    floor = max(0, before - 400)
    name = rf"(?:^|[，。；：、“”（）\s的了在对是为到向将把与及])(?P<what>[^，。；：、“”（）\s的了该此本这将把向]{{2,24}}{re.escape(kind)})"
    quoted = rf"(?P<quoted>“[^”]{{3,30}}”{re.escape(kind)})|"
    found = [match["quoted"] or match["what"] for match in re.finditer(quoted + name, text[floor:before])]
    return found[-1] if found else None
