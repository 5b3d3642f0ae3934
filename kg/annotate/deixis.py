"""Who 部, 该局, 我省 or 省财政厅 is: names as written, resolved within the document.

A body's name is the fullest that the document itself gives; nothing is looked up outside.
"""

from __future__ import annotations

import re

from kg.annotate import regions
from kg.annotate.bodies import central, departments, ends_as, independent, path
from kg.annotate.lexicon import ORG_SUFFIXES
from kg.annotate.parents import parent_for
from kg.annotate.passage import State
from kg.annotate.recall import named_between, note, recent, salient, told, village, village_at_hand
from kg.annotate.school import faculty, is_faculty, is_guest, is_part, is_whole
from kg.annotate.shortened import announcer, group_written, managed, shortened, spelled_out, zone
from kg.annotate.subunits import fuller, under_host
from kg.annotate.unlisted import outweighed, unlisted

__all__ = ["BODY", "OWN", "PLACE", "named_between", "nearby", "note", "parent_for", "recent", "referent", "resolve", "village"]

OWN = re.compile(
    r"^(我|本|该|此|全)(?=[省市县区州盟旗地部厅局司委署院处科股庭系馆办校行社集公医学协商联研促大中支总站所馆会村镇乡街队自厂矿场]|监狱|指挥部|领导小组|工作组|专班|基金)"
)
PLACE = re.compile(r"^(自治区|省|市(?!政[环工公])|州(?!委员)|盟|地区|县|旗|区)(?!场|政工程|域|间)")
_PREFECTURE = re.compile(r"^(?:地委|行署)")
_SESSION = re.compile(
    r"^第?[一二三四五六七八九十0-9]{1,3}届(?=(?:[省市县区州]|自治区)(?:政协|人大|委|人?民?政府)|"
    r"[\u4e00-\u9fff]{2,16}(?:[协学分]会|(?<![组筹执])委会|[足篮排乒羽田泳棋体书美作音记]协)$)"
)
"""十二届市政协 is the 市政协; 第十届文化节组委会 is of the tenth 文化节."""
_TERM = re.compile(
    r"^(?:[新上本]一?|首)届(?=(?:[省市县区州](?:委|政协|人大|工商联|[\u4e00-\u9fff]{1,3}[联协会])|"
    r"学院|学校|大学|医院|公司|集团|协会|学会|商会|局|厅|院|校|村|社区)(?:$|[党机理监（执]))"
)
"""新一届学院 is the 学院."""
_COUNCIL = re.compile(r"第[一二三四五六七八九十]{1,3}届(?:专业)?委员会")
_SOCIETY = re.compile(r"(?:[协学分总商]会|研究会|促进会|联合会|专委会|专业委员会)$")
_SENT = re.compile(r"^(?:驻(?!地)|派驻(?:(?=.*(?:纪检|监察|检察|督[察导]|机构|[组队]$))|(?P<no_name>)))")  # 派驻心内科
_SMALL = re.compile(r"^(?:村|镇|乡|街道|社区|嘎查)")
BODY = re.compile(
    r"^(监狱|集团公司|理事会|监事会|董事会|领导小组|工作领导小组|联席会议|合作社|指挥部|工作队|工作组|专班|支队|总队|大队|检察院|法院|办公室|办公厅|委员会|管委会|常委会|中心|"
    r"集团|公司|医院|学院|大学|学校|银行|协会|基金会|总局|总署|总行|总社|总会|总公司|分行|支行|分局|分公司|"
    r"部(?![门队])|厅|局|司|委|署|院|处|科|股|庭|系|校(?!友|长)|行|社(?!保|会|科|区)|站|所|馆|会(?![计议])|厂|矿|场)"
)
_BODY_EXCEPTION = re.compile(r"^(?:区块链|市场监管总局|州委员)")
_SCHOOL = re.compile(r"(?:大学|学院|学校|中学|小学|党校|[一二三四五六七八九十]中)(?:（[\u4e00-\u9fff]{2,4}）)?$")
_ATTACHED = re.compile("附属?[中小]学?$")  # 某学院附属中学 is a 校 of its own
_COMMITTEE = re.compile(r"(?<=公司|集团)(?:委员会|纪律检查委员会|党委|党组|纪委|工会|董事会|监事会)$")
"""云南省交通投资建设集团有限公司委员会 speaks as the company."""


def _school(name: str) -> str | None:
    own = name.removeprefix("中共")
    return own if _ATTACHED.search(own) else next((step.removeprefix("中共") for step in path(name) if _SCHOOL.search(step)), None)


_ALSO = {"常委会": ("常务委员会",), "管委会": ("管理委员会",), "委员会": ("常委会",), "银行": ("分行", "支行")}
"""What else the bodies end with that a noun stands for: the 行长 of a branch is none of the bank's."""


def _ending(noun: str, name: str) -> str | None:
    """The body on the path of `name` that 部, 厅, 中心 … may stand for."""
    company = _COMMITTEE.sub("", name)
    if noun in ("集团", "公司", "集团公司") and noun[:2] in name and company.endswith(("公司", "集团")):
        return company
    if noun == "校" and ((school := _school(name)) or name.startswith("校")):
        return None if school and is_faculty(school) else school
    for step in reversed(path(name)):
        if ends_as(step, ("银行", "分行", "支行") if noun == "银行" else (noun,)) and len(step) > len(noun):
            return step.removeprefix("中共") if noun == "大学" else step
        if step.endswith(_ALSO.get(noun, ())):
            return step
        if noun == "委" and step.endswith(("委员会", "委")) and len(step) > 2:
            return step
        if noun in ("局", "署", "行", "部") and step.endswith(noun) and not step.endswith("支部"):
            return step
    return None


_OF_SCHOOLS = ("校", "大学", "学校")


def nearby(nouns: tuple[str, ...], state: State, since: int) -> str | None:
    """The body named last between `since` and the cursor whose own name ends with one of the nouns."""
    named = reversed(named_between(state, since, state.cursor))
    return next((name for name in named if ends_as(name, nouns) and not is_guest(name, state) and not ("校" in nouns and is_part(name, state))), None)


def referent(noun: str, state: State, *, prefer_host: bool = True, hosts_only: bool = False) -> str | None:
    """The body that a bare noun (部, 厅, 中心, 领导小组) refers to: the host's, else the one last named."""
    hosts = [state.host] if state.host else []
    if hosts_only:
        return _ending(noun, hosts[0]) if hosts else None
    named = salient(state) if prefer_host else recent(state)
    if noun == "学院" and (part := faculty(state)):
        return part
    if noun == "校" and any(name.endswith("大学") for name in named):
        named.sort(key=lambda name: name.endswith("学院"))  # the 学院 of a 大学 is not its 校
    for name in [*hosts, *named] if prefer_host else [*named, *hosts]:
        ours = not prefer_host or not (is_guest(name, state) or (noun in _OF_SCHOOLS and is_part(name, state)))
        if ours and (step := _ending(noun, name)):
            return step
    school = referent("校", state, prefer_host=prefer_host) if noun == "学校" else None
    return school if school and is_whole(school) else None


def resolve(text: str, state: State) -> str:
    """The full name, in this document, of a body or place as written; the text itself where nothing is known.

    省财政 → 湖北省财政; 我省 → 湖北省; 该局/本司 → the full name; 审核一处 → 财政部国库司审核一处.
    """
    society = next((name for name in recent(state, 6) if _SOCIETY.search(name)), None) if _COUNCIL.fullmatch(text) else None
    return society + text if society else spelled_out(_resolved(text, state), state.article.text)


def _resolved(text: str, state: State) -> str:
    text = _TERM.sub("", _SESSION.sub("", text.replace(" ", "")))
    if text.startswith("驻村") and (home := village_at_hand(state)):
        return home + text
    sent = _SENT.match(text)
    if sent and len(text) > 3:
        sender = resolve(text[sent.end() :], state)
        return sender if sender.startswith("驻") or sent["no_name"] is not None else sent[0] + sender
    if whole := shortened(text, state):
        return whole
    own = OWN.match(text)
    rest = text[own.end() :] if own else text
    rest = rest[1:] if rest.startswith("校校") else rest
    prefer_host = not own or own[1] in "我本全"
    place = PLACE.match(rest)
    if not own and (rest in central() or (not place and independent(rest) and not _OF_THE_HOST.match(rest) and not _OF_SCHOOL.match(rest))):
        return fuller(rest, state)
    if place and not _BODY_EXCEPTION.match(rest):
        return _of_place(rest, place, state, own=bool(own) and prefer_host, that=bool(own) and not prefer_host)
    if _SMALL.match(rest):
        return _small(rest, state)
    if _PREFECTURE.match(rest) and (region := regions.resolve_level(state, "地区", own=prefer_host)):
        return (region.name.removesuffix("地区") if rest.startswith("地委") else region.name) + rest
    if whole := _of_body(rest, state, prefer_host) or (None if own else managed(rest, state)):
        return whole
    if not own and _local(rest) and (home := _own_place(rest, state)):
        return home + rest
    full = fuller(rest, state) if own else under_host(rest, state)
    return text if full == rest and len(rest) > 2 and text[1:] == rest and text[0] in "我本" and rest[0] in "校院所" else full  # 我院心内科, of whatever 院


_OF_THE_SPEAKER = ("集团公司", "集团", "公司")


def _speaks_as(noun: str, state: State) -> bool:
    """Does an article without a host open with 集团公司 before it names any company, so that its writer's is meant throughout?"""
    speakers = state.memory.setdefault("speakers", {})
    assert isinstance(speakers, dict)
    if noun not in speakers:
        speakers[noun] = not any(_ending(noun, name) for name in salient(state))
    return bool(speakers[noun])


_OF_SCHOOL = re.compile(r"校(?:教育)?(?:发展)?基金会|校友(?:总会|会|办|工作|事务)|校长办公室|校办(?!企)|校董会|学校.")
"""What every school has, named by its 校 (学校林学院)."""


def _of_body(rest: str, state: State, prefer_host: bool) -> str | None:
    """局, 中心主任办公室: the name opens with a bare noun, or is one."""
    school = referent("校", state) if _OF_SCHOOL.match(rest) else None
    if school and rest[0] == "校":
        return school + rest.removeprefix("校" if rest.endswith("基金会") else "")
    body = BODY.match(rest)
    if rest in _OF_THE_SPEAKER and not state.host and _speaks_as(rest, state):
        return announcer(state) or group_written(rest, state) or rest
    if body and (whole := referent(body[1], state, prefer_host=prefer_host and body[1] != "办公室")):
        return fuller(whole, state) + rest[body.end() :]
    return school + rest[2:] if school else referent(rest, state, prefer_host=prefer_host) if rest in _NOUNS else None


_OF_THE_HOST = re.compile(r"国际[\u4e00-\u9fff]{0,8}[司处科](?:[\u4e00-\u9fff]{1,6}[处科])?$")
"""国际财金合作司: 国际 opens the name of a unit, not of a body of its own."""
def _of_place(text: str, place: re.Match[str], state: State, *, own: bool, that: bool) -> str:
    """省财政厅, 县局农业股: the place is the one at hand."""
    region = regions.resolve_level(state, place[1], own=own, that=that)
    if region and ((state.host is None and not told(region, state)) or outweighed(region, place[1], state)):
        region = None
    region = None if region and _is_renamed(regions.written(state, region), place[1]) else region
    if region and (office := _OFFICE.match(text, place.end())):
        return _office(regions.written(state, region), office[0], state) + text[office.end() :]
    if region and text[place.end() :].startswith("医院"):
        whole = regions.written(state, region) + "人民" + text[place.end() :]
        return whole if whole[: whole.index("医院") + 2] in state.article.text else whole.replace("人民", "", 1)
    rest = text if region and len(region.name) == 2 and text.startswith("县委") else text[place.end() :]  # 漳县县委
    if region is None and (name := zone(place[1], state) or unlisted(place[1], state)):
        return name + text[place.end() :]
    if region is None:
        return text
    name = regions.written(state, region) + rest
    above = fuller(path(name)[0], state).removesuffix(path(name)[0])
    return above + name if above.endswith(("市", "州", "盟")) else name  # 区水务局供水科 of 渭南市|临渭区水务局


def _is_renamed(written: str, noun: str) -> bool:
    """市公安局 in a text of 祁阳县, a 市 of today, is none of its."""
    return noun in "市县" and written[-1] in "市县" and written[-1] != noun


_OFFICE = re.compile(r"(?:局|厅|社(?![会区保科团]))(?=$|[\u4e00-\u9fff]{1,8}[处科股室]|[\u4e00-\u9fff]{4,8}局)")
"""市局, 县局农业股: the office of the place in the field that the text is about."""


def _office(place: str, noun: str, state: State) -> str:
    """县局 → 克山县财政局: named so far, else in the host's field."""
    names = [*([state.host] if state.host else []), *salient(state)]
    steps = (s for n in names for s in path(n) if s.endswith(noun) and len(s) > len(place) + 1)
    own = next((s for s in steps if s.removeprefix("国家税务总局").startswith(place)), None)
    fields = (d for n in names for d in departments() if n.endswith(d) and d.endswith(noun) and len(d) > 1)
    return own or place + next(fields, noun)


def _local(name: str) -> bool:
    """Is it what a place has: a department (财政局) or an office for one task (防汛办)?"""
    first = path(name)[0]
    return first in departments() or (first.endswith("办") and 3 <= len(first) <= 6 and not _TOWNSHIP.match(first))


def _own_place(name: str, state: State) -> str | None:
    """Whose 发改局 it is where the text does not say: the host's, unless it is a 厅 and the host no province."""
    if (state.host or "") in central() or any(n in central() for n in path(state.host or "")):
        return None
    region = regions.resolve_level(state, "省", own=True) if path(name)[0].endswith("厅") else None
    if region:
        return regions.written(state, region)
    home = regions.by_code(state.home) if state.home else None
    return regions.written(state, home) if home and home.level > 1 else None


_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|村)(?=[\u4e00-\u9fff])")
_NOUNS = frozenset(ORG_SUFFIXES)


def _small(rest: str, state: State) -> str:
    """村委会 → 达果村村委会, from the village last named."""
    noun = _SMALL.match(rest)
    last = village(noun[0], state) if noun else None
    if noun is None or last is None:
        return rest
    return last + (rest if rest.startswith(("委会", "支部", "委"), noun.end()) else re.sub("^里的?", "", rest[noun.end() :]))  # 村里的合作社
