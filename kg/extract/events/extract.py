"""The component: one Event a date expression that situates something."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.dates.words import any_of
from kg.annotate.passage import DateMention, Passage, State
from kg.extract.events.headings import MARKS, Heading, field_above, is_heading, repeats_heading, tells_nothing
from kg.extract.events.label import LONGEST, label_of, words_of
from kg.extract.events.participants import location_of, participants_of
from kg.extract.evidence import evidence, mentions
from kg.model import Allocation, Event, Membership, Span

__all__ = ["extract_events", "link_events"]

_LIFE = re.compile(
    r"\s*(出生|生(?=[，,；;。、）)\s]|$)|参加工作|入党|参军|入伍|加入(?:中国共产党|[\u4e00-\u9fff]{2,6}[党盟会社]))"
)
_BORN = re.compile(r"(?:出生[于在]|(?<![学先发产诞医师考新招萌])生于)$")
_TIME_LINE = re.compile(
    r"[ ]*[一二三四五六七八九十、.\d]*(?:会议|活动|公示|举办|召开|报名)?(?:时[ \u3000]*间|日[ \u3000]*期)[ ]*[：:][ ]*"
)
_FORM = re.compile(r"(?:纪要|通知|公告|议程|方案|简报)$")
_LIST = re.compile("[、和及与]|以及")
_SHORTEST = 2


def extract_events(passage: Passage) -> None:
    """Appends an Event for each dated clause to `passage.state.facts`; sets unresolved dates aside with the reason."""
    state = passage.state
    if is_heading(passage) and field_above(passage) is None:
        state.memory["events"] = Heading(passage.dates[0])
        return
    _under_heading(passage)
    for index, mention in enumerate(passage.dates):
        if mention.value is None:
            state.reject("event", mention.reason, mention.start, mention.end)
            continue
        if any(p.start <= mention.start < p.end and mention.end - mention.start < p.end - p.start for p in passage.persons):
            state.reject("event", "part of a person's name", mention.start, mention.end)
            continue
        if repeats_heading(passage, mention):
            state.reject("event", "the year of the heading", mention.start, mention.end)
            continue
        start, end = passage.segment_of(mention.start)
        first, last = _listed(passage, index)
        at = (passage.dates[first].start, passage.dates[last].end)
        _add(passage, mention, (start, end), (_low(passage, first, start), _high(passage, last, end)), at)


def _listed(passage: Passage, index: int) -> tuple[int, int]:
    """First and last of the mentions that share a predicate: 于5月18日、6月21日和7月12日分别拨付."""
    dates, text = passage.dates, passage.text
    first = last = index
    while first and _LIST.fullmatch(text, dates[first - 1].end, dates[first].start):
        first -= 1
    while last + 1 < len(dates) and _LIST.fullmatch(text, dates[last].end, dates[last + 1].start):
        last += 1
    return first, last


def _low(passage: Passage, index: int, start: int) -> int:
    """Where the clause of a mention may begin: behind the mention before it in its segment."""
    if index and passage.dates[index - 1].end > start:
        before = passage.dates[index - 1].end
        marks = [i for i in range(before, passage.dates[index].start) if passage.text[i] in "，,；：、"]
        return marks[-1] + 1 if marks else before
    return start


_BREAK = re.compile(r"[，,；;：:、（(|\s—]")


def _high(passage: Passage, index: int, end: int) -> int:
    """Where what is told of a mention ends: before the next that is not of its clause (截至9日，景区10月2日门票售罄)."""
    at = passage.dates[index].end
    later = (d.start for d in passage.dates[index + 1 :] if d.start < end)
    return next((start for start in later if _BREAK.search(passage.text, at, start)), end)


def _under_heading(passage: Passage) -> None:
    """An entry without a date of its own is dated by the heading above it."""
    heading = passage.state.memory.get("events")
    if not isinstance(heading, Heading) or not passage.segments or tells_nothing(passage):
        return
    start, end = passage.segments[0]
    first = next((d for d in passage.dates if start <= d.start < end), None)
    if first is not None:
        clauses = passage.clauses(start, first.start)
        if not clauses or clauses[0][1] >= first.start or clauses[0][1] - clauses[0][0] < 6:
            return
        end_of_label = clauses[0][1]
    else:
        end_of_label = end
    mention = heading.mention
    if mention.value is None:
        passage.state.reject("event", mention.reason, mention.start, mention.end)
        return
    _add(passage, mention, (start, end), (start, end_of_label), (start, start), rule="event.heading")


def _add(
    passage: Passage,
    mention: DateMention,
    segment: tuple[int, int],
    bounds: tuple[int, int],
    at: tuple[int, int],
    rule: str | None = None,
) -> None:
    state, rule = passage.state, rule or _rule(mention)
    label = (
        _life_label(passage, mention, segment)
        or (field_above(passage) if is_heading(passage) else None)
        or _titled_label(passage, mention)
        or words_of(passage, label_of(passage, *at, *bounds))
        or words_of(passage, label_of(passage, *at, *segment))
    )
    if len(label) < _SHORTEST:
        state.reject("event", "nothing is said of the date", mention.start, mention.end)
        return
    value = mention.value or ""
    state.facts.append(
        Event(
            evidence=evidence(state, *segment, rule),
            mentions=mentions(state, date=[(mention.start, mention.end)]),
            inferred=() if mention.basis == "stated" else (("date", f"{mention.text} → {value} ({mention.basis})"),),
            confidence=_confidence(mention, rule, label),
            label=label,
            date_text=state.article.raw[mention.start : mention.end],
            date=value,
            date_basis=mention.basis,
            participants=participants_of(passage, *bounds),
            location=location_of(passage, *bounds),
        )
    )


def _life_label(passage: Passage, mention: DateMention, segment: tuple[int, int]) -> str | None:
    """`X，男，1968年2月生，1990年8月参加工作` → `X出生`, `X参加工作`."""
    match = _LIFE.match(passage.text, mention.end, segment[1])
    person = next((p for p in passage.persons if segment[0] <= p.start < mention.start), None)
    person = person or next((p for p in passage.persons if p.start < mention.start), None)
    born = _BORN.search(passage.text, segment[0], mention.start)
    if match is None and born is None:
        return None
    what = match[1] if match and not match[1].endswith("生") else "出生"
    low = max(segment[0], max(passage.text.rfind(mark, segment[0], mention.start) for mark in "，,；;、。") + 1)
    who = passage.text[low : born.start() if born else mention.start].strip()
    if not who and born:
        who = re.split("[，,（]", passage.text[segment[0] : born.start()])[0].strip()
    return f"{person.name if person else who}{what}"


def _titled_label(passage: Passage, mention: DateMention) -> str | None:
    """`时间：9月19日上午9时`, alone on its line, dates what the title of the article names."""
    text = passage.text
    if not _TIME_LINE.fullmatch(text, passage.start, mention.start) or text[mention.end : passage.end].strip(
        MARKS + "。"
    ):
        return None
    raw = passage.state.article.raw.lstrip()
    title = _FORM.sub("", (passage.state.document.title or raw.split("\n", 1)[0]).strip())
    return title if len(title) <= LONGEST else title[-LONGEST:]


_COUNT = r"[\d一二两三四五六七八九十半]+"
_LUNAR = any_of("农历 正月 腊月 冬月 除夕 三十 节 春节 中秋 元宵 端午 重阳 七夕")
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("event.anaphoric", re.compile(rf"{_COUNT}个?(?:天|日|周|星期|礼拜|月|年|小时|分钟)[之以过]?[前后]$")),
    ("event.as_of", re.compile(r"截[至止]|.*为止$")),
    ("event.since", re.compile(r".*(?:以来|至今|迄今)$")),
    ("event.deadline", re.compile(r".*(?:前|之前|以前)$")),
    ("event.lunar", re.compile(rf".*(?:{_LUNAR}|初[一二三四五六七八九十])")),
    ("event.plan", re.compile(r".*五[”\"]?(?:期间|时期|末|初|[前后头].年)?$")),
    ("event.absolute", re.compile(r"(?:公元)?(?:[12]\d{3}|[一二][〇零○oO一二三四五六七八九]{3}年)")),
    ("event.week", re.compile(r".*(?:周|星期|礼拜)")),
    ("event.deictic", re.compile(r"[昨今明前后去上下本来]")),
    ("event.anaphoric", re.compile(r"[当同次翌那这该第隔]|.*后$")),
    ("event.partial", re.compile(r".")),
)
_CERTAINTY = {
    "stated": 0.95,
    "publication date": 0.93,
    "lunar calendar": 0.92,
    "earlier date": 0.88,
    "sign-off date": 0.88,
}


def _rule(mention: DateMention) -> str:
    return next(name for name, pattern in _RULES if pattern.match(mention.text))


def _confidence(mention: DateMention, rule: str, label: str) -> float:
    """How sure the date is, less where the expression is coarse or the label short."""
    score = _CERTAINTY.get(mention.basis, 0.85)
    if mention.granularity == "year" and rule != "event.plan":
        score -= 0.1
    if len(label) < 5:
        score -= 0.08
    return round(score, 2)


def link_events(state: State) -> None:
    """Say of each event which allocation of its day, else which appointment or removal, its sentence tells.

    Both are known only when the article ends, so this is called then.  Of several posts the first by id.
    """
    posts: dict[tuple[Span, ...], str] = {}
    sums: dict[tuple[tuple[Span, ...], str], str] = {}
    for fact in state.facts:
        spans = fact.evidence.spans
        if isinstance(fact, Membership) and fact.status in ("appointed", "removed"):
            posts[spans] = min(identifier := fact.id, posts.get(spans, identifier))
        elif isinstance(fact, Allocation) and fact.part_of is None:
            sums.setdefault((spans, (fact.date or "")[:10]), fact.id)
    for index, fact in enumerate(state.facts):
        if isinstance(fact, Event):
            spans = fact.evidence.spans
            about = sums.get((spans, fact.date[:10])) or posts.get(spans)
            if about:
                state.facts[index] = replace(fact, about=about)
