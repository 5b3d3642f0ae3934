"""Holders before a title, joined to it by a link (任命A为…, B任…, 免去C的…), or the mark of the title (时任)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.annotate.boundaries import organization_before
from kg.annotate.names import score
from kg.annotate.passage import Passage
from kg.annotate.roles import has_role
from kg.extract.memberships.discourse import carried, set_subject
from kg.extract.memberships.emit import Statement, emit, is_past
from kg.extract.memberships.holders import Named, person_at, raw_name
from kg.extract.memberships.introduced import introduced, unheard
from kg.extract.memberships.links import FORMER, Link, link_before
from kg.extract.memberships.pending import none_yet
from kg.extract.memberships.records import drafts_of
from kg.extract.memberships.stations import near_body
from kg.extract.memberships.status import TAKEN_AWAY, is_anothers, status_of
from kg.extract.memberships.subjects import context_status, persons_before
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["YM", "Chain", "by_link"]

_MONTH = r"(?:1[0-2]|0?[1-9])(?![0-9])(?: ?[.月/-] ?(?:[0-9]{1,2}日?)?(?![0-9]))?"
YM = (
    rf"(?:[0-9]{{4}} ?(?:年 ?(?:{_MONTH})?|[./-] ?{_MONTH})|[12][0-9]{{3}}(?= ?[—\-－至~～]{{1,2}} ?(?:[12][0-9]{{3}}|至?今))|"
    r"(?<=[—\-－至~～])[12][0-9]{3}(?=[ ，：])|"
    r"[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月)?)"
)
"""A year, and the month and day where they are told (1990.07, 1998年6月); a year alone from or to another (1974-1975)."""
_DATE_END = re.compile(
    rf"{YM}(?: ?(?:[—\-－至~～起]{{1,2}}|到) ?(?P<until>{YM}|至今|今)?)?[ ，起后]*(?:开始|他|她)?"
    r"(?:(?:先后)?(?:选调|转业|考|分配|调|到|回|进|在|于)(?:到|入|进|往|至|回|任)?[\u4e00-\u9fff、]{2,24}?(?:工作，|任职，)?)?$"
)
_SINGLE = re.compile(r"^(?!副|党).*(?:[局厅处部司院校]长|总[\u4e00-\u9fff]{1,3}师)$")
_FILL = re.compile(r"(?:同志)?(?:（[^（）]{1,20}）)?(?:先后|历)?")


@dataclass(frozen=True, slots=True)
class Chain:
    """Persons to whom the next titles belong too: 历任A局局长，B局局长."""

    persons: tuple[Named, ...]
    said: Statement
    end: int


def by_link(passage: Passage, stack: Stack) -> Chain | None:
    """Draft the posts of the persons before the stack, joined to it by a link."""
    text = passage.text
    low, _ = passage.segment_of(stack.start)
    if _HIS.search(text, low, stack.start) and _FALLS_AWAY.match(text, stack.end):
        return _stripped(passage, stack, low)
    term = _TERM.search(text, low + 1, stack.start)
    term = term if term and text[term.start() - 1] in "为选任" else None
    found = _before_body(passage, stack, low) or link_before(text, low, term.start() if term else stack.start) or _past_link(stack)
    if not found:
        return _stripped(passage, stack, low)
    link, at = found
    if text[at : stack.start] == "历任" and text.startswith(("中", "里", "都"), stack.end):
        return None  # 在历任市长中
    if none_yet(passage, link.status, at, stack) or is_anothers(text, link, at, stack):
        return None
    if link.status == "from" and (left := _LEFT.match(text, stack.end, passage.end)):
        named = person_at(passage, left.end(), place="title", role=stack.units[-1].role.text)
        emit(passage, [named] if named else [], stack.units, Statement("former", link.id))
        return None
    status = status_of(passage, link, low, at, stack)
    persons = _beside_blank(passage, _persons(passage, link, low, at, stack.units[0].body is not None), at) if status else []
    if not (status and persons):
        return None
    set_subject(passage, persons[0])
    led = near_body(passage, stack, low, stack.start - 1 if link.status == "served" or "在" in text[at : stack.start] else at)
    for unit in stack.units:
        unit.several = True
    begin = persons[0].start if low <= persons[0].start < at and _FILL.fullmatch(text, persons[-1].end, at) else at
    said = _dated_statement(passage, link, "current" if led and status == "appointed" else status, low, begin)
    if _MEANWHILE.search(text, passage.start, stack.start) and said.status in ("current", "appointed"):
        said = replace(said, status="former")
    said = replace(said, paired=_in_order(text[persons[-1].end : stack.start], stack))
    emit(passage, persons, stack.units, said)
    return Chain(tuple(persons), said, stack.end)


def _before_body(passage: Passage, stack: Stack, low: int) -> tuple[Link, int] | None:
    """当过|市医院的心内科主任: the link stands before the body that 的 sets apart from its unit."""
    text, mark = passage.text, stack.start - 1
    if text[mark] != "的" or text.startswith(TAKEN_AWAY, stack.end):
        return None
    body = organization_before(passage, mark, low)
    found = link_before(text, low, body - 2 * text.startswith(("一家", "一个"), body - 2)) if body is not None and body > low else None
    return found if found and found[0].status in ("former", "current", "from", "served") else None


_LEFT = re.compile("的?(?:领导)?(?:岗位|位置|位子|任|职位)上?(?:光荣)?(?:退休|退下来?|离休|退居二线|卸任)[^，。；]{0,2}的(?=[\u4e00-\u9fff]{2})")
"""刚从局长岗位上退下来的|某某: the holder follows."""
_STRIPPED = re.compile(
    r"(?:(?:免去|免除|撤销|解聘|罢免|终止)|(?P<next>(?:免去|免除|撤销|解聘|罢免|终止)[^。；]{4,200}?职务[、，]))(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?$"
)


def _stripped(passage: Passage, stack: Stack, low: int) -> Chain | None:
    """解聘池上楼椒江区第二中学校长职务: the name between the verb, or the post of the one before, and the body, no 的 behind it."""
    if passage.state.memory.get("mode") == "removed" and low == passage.start and stack.units[0].body and passage.text.startswith(TAKEN_AWAY, stack.end):
        persons = persons_before(passage, low, stack.start, sure=True)
        if persons and not passage.text[low : persons[0].start].strip():
            emit(passage, persons, stack.units, said := Statement("removed", "membership.of"))
            return Chain((), said, stack.end)
    if passage.text[stack.start - 1] in "其的" and _FALLS_AWAY.match(passage.text, stack.end):
        his = _HIS.search(passage.text, low, stack.start)
        subject = carried(passage, low, his.start(), bring_in=introduced) if his else None
        emit(passage, [subject] if subject else [], stack.units, said := Statement("removed", "membership.of"))
        return Chain((), said, stack.end)
    found = _STRIPPED.search(passage.text, low, stack.start)
    bare = bool(found and not found["next"] and score(found["name"]) > 0)  # 免去池上楼校长职务
    closed = found and found[0].endswith("同志") and stack.units[0].body and _CLOSED.match(passage.text, stack.end)
    taken = passage.text.startswith(TAKEN_AWAY, stack.end)
    if found is None or not (closed or (taken and (stack.units[0].body or bare or found[0].endswith("同志")))):
        return None
    start, end = found.span("name")
    if found["next"] and score(found["name"]) <= 0:
        return None
    named = Named(start, end, raw_name(passage, start, end), 3.0)
    emit(passage, [named], stack.units, said := Statement("removed", "membership.of"))
    set_subject(passage, named)
    return Chain((), said, stack.end)


_CLOSED = re.compile("[；。]|$|\n")
_TERM = re.compile("(?:新一届|[首本上]届|第[一二三四五六七八九十]{1,3}届|[正副]?[省部厅局地师处县科]{1,2}级的)$")
"""当选为|新一届|理事会会长."""
_HIS = re.compile("其(?:(?:原|所|现|仍)?(?:担|兼)?任的)?$")
_FALLS_AWAY = re.compile("(?:等)?(?:职务|资格)(?:自然|一并|同时|也|随之|依法){0,2}(?:免除|解除|免去|撤销|终止|罢免)")
"""其某局副局长职务自然免除: the post that the same one gives up."""
_MEANWHILE = re.compile(r"[0-9年月] ?[—\-－至~～]{1,2} ?[0-9]{4}[^（]*（其间[^）]*$")
"""A line of a CV that has ended, and the bracket that tells what else he held then."""


def _in_order(between: str, stack: Stack) -> bool:
    """分别任甲、乙; or titles that only one can hold (任命A、B为总审计师、副巡视员)."""
    return "分别" in between or (
        len({u.organization for u in stack.units}) == 1 and _SINGLE.search(stack.units[0].role.text) is not None
    )


def _persons(passage: Passage, link: Link, low: int, at: int, bodied: bool = False) -> list[Named]:
    """Those named right before the link, else the subject of the clause or carried on, else the person of the CV."""
    chosen = link.status == "as" and context_status(passage, low, at) == "appointed"
    listed = "、" in passage.text[at - 4 : at]
    sure = chosen or link.status in ("appointed", "removed") or (link.status == "in_office" and (bodied or listed))
    persons = persons_before(passage, low, at, sure=sure)
    if persons:
        return persons
    subject: object = None
    if _THE_OLD.search(passage.text, low, at):
        return []
    if titled := _TITLED.search(passage.text, low, at):
        return _lately_named(passage, titled["role"])
    if link.id.split(".")[1] not in ("as", "of") or (link.status == "of" and passage.text[at] != "的"):
        subject = unheard(passage, low, at) or carried(passage, low, at, bring_in=introduced)
    if isinstance(subject, Named) and subject.start < at and _has_own_subject(passage, subject, link, low, at):
        return []
    if subject is None and (_DATE_END.search(passage.text, low, at) or not passage.text[passage.start : at].strip()):
        subject = passage.state.memory.get("cv_subject")
    return [subject] if isinstance(subject, Named) else []


def _has_own_subject(passage: Passage, subject: Named, link: Link, low: int, at: int) -> bool:
    """甲当选主席，乙、丙|当选副主席; …的乙|被请来当顾问: the clause has a subject of its own, whom we do not know."""
    text = passage.text
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in "，；："))
    if _CONGRATULATES.search(text, low, at):
        return True
    if subject.end > start:
        return False
    if called := _CALLED.search(text, start, at):
        return called["surname"] != subject.name[0]
    if _SENT.match(text, at):
        return subject.start < low and bool(_UNKNOWN.search(text, low, at))
    return link.status in ("in_office", "appointed", "current") and bool(_LIST.fullmatch(text, start, at)) and not has_role(text[start:at])


_CALLED = re.compile("[老小](?P<surname>(?![学组区队校院班店村镇])[\u4e00-\u9fff])$")
_CONGRATULATES = re.compile("(?:祝贺|致电|致信|致函|电贺|函贺|欢迎)(?:[他她]|[\u4e00-\u9fff·]{2,14})$")
"""总理甲致电祝贺乙|就任总统: it is not 甲 who takes office."""
_SENT = re.compile("被(?:派|请|抽|返聘|借调)")
_UNKNOWN = re.compile("(?<![他她后年月日])[\u4e00-\u9fff]{2}$")
_LIST = re.compile("[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+(?:(?:[两二三四五六]|[0-9]{1,2})[人位名])?(?:同志)?")
_THE_OLD = re.compile(r"(?:^|[，。；：“\n])[老原](?:会计|支书|主任|书记|[村校院局厂站队]长)$")
"""…，老会计|不再担任会计: of one whom the text does not name."""
_TITLED = re.compile(r"(?:^|[，。；：“\n])新(?:任)?(?P<role>[\u4e00-\u9fff]{2,4}(?:长|主任|书记))$")


def _lately_named(passage: Passage, role: str) -> list[Named]:
    """新局长|原来是…: whom the text said to have become one, the last such; nobody else."""
    holder = next((d for d in reversed(drafts_of(passage.state)) if d.role == role and d.status == "appointed"), None)
    return [Named(*holder.places["person"][0], holder.person, 4.0)] if holder else []


_AFTER_BLANK = re.compile(r"[\u4e00-\u9fff] +(?P<who>[\u4e00-\u9fff]{2,12})$")
_MARKS = re.compile("[，。；：]")


def _beside_blank(passage: Passage, persons: list[Named], at: int) -> list[Named]:
    """甲出席　乙任代理省长: in a headline, whose parts blanks set apart, a link is about those of its own part."""
    part = _AFTER_BLANK.search(passage.text, passage.start, at)
    if not persons or not part or persons[-1].start >= part.start("who") or _MARKS.search(passage.text, passage.start, passage.end):
        return persons
    return persons_before(passage, part.start("who"), at, sure=True)


def _dated_statement(passage: Passage, link: Link, status: Status, low: int, at: int) -> Statement:
    """The statement with since and until from the date before the link; a dated step of a CV is past unless it is the last."""
    over = status == "former" and link.status in ("in_office", "appointed", "current")  # 2010年任…，2016年离任
    step = _DATE_END.search(passage.text, low, at) if link.status in ("in_office", "appointed", "current") else None
    if step and link.status != "current" and (step["until"] or passage.state.memory.get("cv_subject")):
        status = "current" if step["until"] in ("今", "至今") else "former"
    elif step and step["until"] not in (None, "今", "至今") and not passage.text.startswith("现", at):
        status = "former"
    date = next((d.value for d in reversed(passage.dates) if low <= d.start < at and d.value), None)
    since, _, until = (date or "").partition("/")
    if status == "removed":
        since, until = "", until or since
    since, until = ("", "") if status == "former" and not step else (since, until)
    goes_on = status in ("former", "appointed") or bool(_BECAME.match(passage.text, at))
    open_career = bool(step and not step["until"] and goes_on) or (
        link.status == "in_office" and status == "appointed" and not until and _long_ago(since, passage.state.published)
    )
    return Statement(status, link.id, since=since or None, until=until or None, open_career=open_career, over=over)


def _long_ago(since: str, published: str | None) -> bool:
    """任院长 of a year long before the text: a step of the life that it tells."""
    return since[:4].isdigit() and (not published or int(since[:4]) + 2 < int(published[:4]))


_BECAME = re.compile(r"当上|当了|成了|做了")


def _past_link(stack: Stack) -> tuple[Link, int] | None:
    """王某时任财政厅厅长: the mark of the title is the link."""
    return (FORMER, stack.start) if is_past(stack) and not _OF_HOLDER.search(stack.units[0].marks) else None


_OF_HOLDER = re.compile("^(?:原|前|老|前任)$|离任|[退离]休$")
"""Marks that a title has before its holder only."""
