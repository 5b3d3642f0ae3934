"""Organizations: the bodies named in a passage, as written and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.alternation import at_a_glance
from kg.annotate.bodies import ACTS, OF_COMMITTEE, SUFFIX, central, central_matcher, independent, known, path
from kg.annotate.boundaries import organization_before, whole_name
from kg.annotate.boundary_words import behind_dismissed, holds_title
from kg.annotate.countries import foreign_start
from kg.annotate.deixis import (
    BODY,
    OWN,
    PLACE,
    named_between,
    nearby,
    note,
    parent_for,
    recent,
    referent,
    resolve,
    village,
)
from kg.annotate.departments import departments_beside, seated_offices
from kg.annotate.passage import OrganizationMention, Passage, RegionMention, State
from kg.annotate.school import with_campus

__all__ = [
    "annotate_organizations",
    "central",
    "found_bodies",
    "known",
    "nearby",
    "note",
    "organization_before",
    "parent_for",
    "path",
    "recent",
    "referent",
    "resolve",
    "village",
]

_DEICTIC_START = re.compile(
    r"(?<![\u4e00-\u9fff])(?:我|本|该)?(?:省|市|县|区|州|自治区|地区)(?=[\u4e00-\u9fff]{1,14})|(?:我|本|该)(?:部|厅|局|司|委|院|处|中心|公司|校|行)|"
    r"(?<=[由向对和与及、据经请会同在到是为给被把从将让了赴进入自至于以兼任原的因报送交派驻调])(?:省|市|县|区|州|自治区|"
    r"地区)(?=[\u4e00-\u9fff]{1,14})|(?<![\u4e00-\u9fff])(?:部|厅|局|司)(?=[\u4e00-\u9fff]{2,12}(?:司|局|处|室|中心|办))"
)
_DEICTIC_SIGN = re.compile("[省市县区州自地我本该部厅局司]")
_PARTY_BEFORE = re.compile(
    "(?:武警|国网|南网|南方电网|华电|华能|大唐|国电|国家电投|中核|中粮|中储粮|中石油|中石化|"
    "政协|民建|民盟|民革|民进|农工党|致公党|九三学社|台盟|农行|工行|建行|中行|农发行|农业银行|工商银行|建设银行|人保财险|国网|南网|"
    "邮储银行|邮政储蓄银行|中石化|中石油|中国(?:移动|电信|联通|铁塔|人寿|人保|邮政|石化|石油|烟草))$"
)
"""What stands before the place in the name of its committee (民建某市委会)."""
_FOUNDED = re.compile(
    r"(?:成立|设立|组建|建立|组成|下设|派出|派来|派驻|共建|支起|搭起|建起|办起|创办|开办)(?:了|的)?((?!由|以(?!色列)|的|第[一二三四五六七八九十]+届)[\u4e00-\u9fff]{2,22}?(?:实验室|研究院|研究所|车间|学会|基地|医疗队|服务队|领导小组|工作小组|专班|指挥部|工作组|专家组|检查组|督导组|督查组|委员会|总队|支队|大队|"
    r"工作队|协会|合作社|理事会|(?<=特派|服务|专家|宣讲|讲师|代表|考察)团|组|处|科(?![技学研普创教])|股|室|中心|办公室)(?![长员理级罚分置里内织成建]))"
)
_TEAM = re.compile(r"[\u4e00-\u9fff]{2,4}(?<!小)组")
_INAUGURATED = re.compile(at_a_glance(r"(?:正式|揭牌|宣告)?(?:成立|挂牌|挂了牌|揭牌|组建)(?=[，。；、]|$|以来|后)"))
_OFFICE = re.compile(
    r"((?:领导小组|指挥部|联席会议|工作专班|专班|工作组|委员会))(?:下设|设)?办公室(?=设在|在|设于|挂靠|，|主任)"
)
_COMPANY = re.compile(at_a_glance(r"(?<!代表)(?<!代表集团)(?:集团|公司|大学|学院|医院|银行|研究院|研究所|协会|基金会)(?![长员里内外部门楼化层])"))
_WARD = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:内科|外科|妇产科|儿科|骨科|骨伤科|感染科|急诊科|检验科|医学科|麻醉科|护理部|药剂科|放射科|康复科|口腔科|眼科|皮肤科|肿瘤科|"
    r"传染科|神经科|精神科)"
)
"""What follows the name of a hospital where a department of it is named."""
_STATION = re.compile(at_a_glance(
    r"(?:小学|中学|村小|幼儿园|合作社|财政所|派出所|供电所|水文站|水利站|水管站|养护站|畜牧站|农技站|监测站|护林站|管理站|改良站|林场|牧场|农场|渔场|敬老院|福利院|卫生院|"
    r"水厂|加工厂|服务中心|养护中心|支付中心|海关(?!总署)|管理所|税务所|司法所|博物馆|图书馆|文化馆|党支部|(?:车务|工务|电务|机务|供电|车辆|客运|动车|公路|养路|水电|通信|房建)段|监狱|看守所|戒毒所|强戒所|法庭|中队|水库|灌区|"
    r"茶场|种畜场|保护区|管理处|管理所|景区|公园|陵园|植物园|动物园|博物馆|图书馆|文化馆|纪念馆|科技馆|美术馆|剧团|歌舞团|乐团|剧院|气象台|电视台|卫视|报社|日报|晚报|晨报|都市报|"
    r"杂志社|出版社|教学点|附中|附小|(?<=[市县区第])[一二三四五六七八九十]中|中专|职高|党校|煤矿|(?<![工出建入进全本该分办开设])厂(?![房区家商方址矿])|中[铁建交][\u4e00-\u9fff]{1,4}?局|(?:开发|高新|经开|度假|保税|集中)区|(?:产业|工业)园(?!区)|机场|火车站|疾控中心|血液中心|植保站|农商行|信用社(?!联)|商会|促进会|研究会|学会|分会|专委会|专业委员会|"
    r"救援队|设计院|项目部|某部|某基地|(?<=[某步炮桥兵役〇一二三四五六七八九十])[团旅营连]|某师|油田|少年宫|文化宫|联合会|工商联|文联|作协|科协|妇联|残联|侨联|红十字会|慈善会|总工会|公证处|事务所|保健院|福利院|养老院)(?![长员书院校里内队学心])"
))
"""Small bodies, remembered for the titles that name none (水文站 … 站长A); they take part in nothing by being named."""
_MARK = re.compile(r"[，。；：！？“”（）《》【】、 ·—0-9]")
_BODY_TAIL = re.compile(
    rf"(?P<core>(?:(?!该)[\u4e00-\u9fffA-Za-z]){{0,14}}?(?:{SUFFIX}|级财政|财政(?![局厅部司所处科]))(?![长员门]|(?<=[一二三四五六七八九十]中)学|(?<=会)[同议商上见谈展场期]|(?<=总会)计|(?<=会)计师|(?<=校)[区园舍]|(?<=中心)(?:支行|支公司|小学|学校|医院|卫生院)))"
    rf"(?P<party>(?<=委)(?:{OF_COMMITTEE})(?![长员理]))?(?:[\u4e00-\u9fff]{{2,10}}?(?:司|局|处|科(?![技学研普创协院])|室|中心|办|办公室|支队|总队|大队|分行|支行|分局)(?![长员理]|(?<=办)[法事]))?"
)


def annotate_organizations(passage: Passage) -> None:
    """Fill `passage.organizations`, and remember the bodies named in full."""
    found = passage.organizations = []
    _opened(passage, found)
    _set_up(passage, found)
    for match in _COMPANY.finditer(passage.text, passage.start, passage.end):
        begin = _company(passage, match.end(), found)
        if begin is not None:
            name = passage.text[begin : with_campus(passage.text, match.end())]
            _add(passage, found, begin, begin + len(name), name)
            if unit := _WARD.match(passage.text, match.end(), passage.end):
                note(passage.state, name + unit[0], begin)
    for match in _STATION.finditer(passage.text, passage.start, passage.end):
        begin = _company(passage, match.end(), found, least=4)
        if begin is not None and not _NOT_NAMED.search(passage.text, begin, match.end()):
            passage.state.cursor = begin
            note(passage.state, resolve(passage.text[begin : match.end()], passage.state), begin)
    found.sort(key=lambda m: m.start)


_CONFERENCE = re.compile(r"政协[\u4e00-\u9fff]{2,16}委员会")


def _add(passage: Passage, found: list[OrganizationMention], start: int, end: int, name: str) -> None:
    found.append(OrganizationMention(start, end, passage.text[start:end], name))
    note(passage.state, name, start)


def _opened(passage: Passage, found: list[OrganizationMention]) -> None:
    """Bodies whose names open with a place, a central body or a deictic."""
    at = passage.start
    for start, stop in sorted(_starts(passage)):
        end = _end_from(passage, start, stop) if start >= at else None
        if end is None:
            continue
        written = passage.text[start:end]
        passage.state.cursor = start
        name = resolve(written, passage.state)
        small = any(m.start == start and m.code is None for m in passage.regions)
        if name in central() or independent(name) or _CONFERENCE.fullmatch(name) or (small and end > stop):
            _add(passage, found, start, end, name)
        else:
            found.append(OrganizationMention(start, end, written, name))
            if name == written and end - start > 2 and PLACE.match(written) and written[1] not in _OF_KINDS:
                note(passage.state, name, start)  # 市文联, of whatever 市
        at = departments_beside(passage, found, end, name)


_NOT_NAMED = re.compile("[该本我欠]|^[后曾历先现时]?任|^[由在调和与]|各|将")
"""后任该监狱, 欠信用社: no names."""
_OF_KINDS = "城里内级直属域镇乡"
"""县城学校, 市属医院: bodies of a kind."""


def _set_up(passage: Passage, found: list[OrganizationMention]) -> None:
    """Bodies that the passage sets up, and the offices of such bodies."""
    text, state = passage.text, passage.state
    for match in _FOUNDED.finditer(text, passage.start, passage.end):
        start, end = match.span(1)
        if not any(m.start < end and start < m.end for m in found):
            state.cursor = match.start()
            name = _founded(match[1], match.start(), passage, found)
            _add(passage, found, start, end, name)
            found_bodies(state).append((start, name))
    for match in _INAUGURATED.finditer(text, passage.start, passage.end):
        low = max(passage.start, *(text.rfind(mark, passage.start, match.start()) + 1 for mark in "，。；：、\n"))
        begin = organization_before(passage, match.start(), low)
        if begin is not None and match.start() - begin > 3:
            state.cursor = begin
            name = resolve(text[begin : match.start()], state)
            note(state, name, begin)
            found_bodies(state).append((begin, name))
    seated_offices(passage)
    for match in _OFFICE.finditer(text, passage.start, passage.end):
        state.cursor = match.start()
        note(state, resolve(match[1], state) + "办公室", match.start())


def found_bodies(state: State) -> list[tuple[int, str]]:
    """`(offset, full name)` of each body that the article says is set up, in reading order of the passages."""
    found = state.memory.setdefault("founded", [])
    assert isinstance(found, list)
    return found


def _starts(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a body's name may begin: at a place, a central body, a deictic; with the end of that opening."""
    text, matcher = passage.text, central_matcher()[0]
    for _, a, b in matcher.find_matches_as_indexes(text[passage.start : passage.end]):
        yield foreign_start(text, passage.start + a, passage.start), passage.start + b
    for region in passage.regions:
        before = _PARTY_BEFORE.search(text, max(passage.start, region.start - 6), region.start)
        yield before.start() if before else _headed(passage, region), region.end
    for sign in _DEICTIC_SIGN.finditer(text, passage.start, passage.end):
        match = _DEICTIC_START.match(text, sign.start(), passage.end)
        if match:
            yield match.span()


_BRANCH_AFTER = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:[分支]公司|[分支]行|中支|营业部)")


def _headed(passage: Passage, region: RegionMention) -> int:
    """江东人寿|南阳支公司: where the name of a branch begins, with the company's before its place."""
    if not _BRANCH_AFTER.match(passage.text, region.end, passage.end):
        return region.start
    low = max([passage.start, region.start - 16, *(m.end() for m in _MARK.finditer(passage.text, max(passage.start, region.start - 16), region.start))])
    begin = organization_before(passage, region.start, low) if region.start - low > 3 else None
    return begin if begin is not None and region.start - begin > 2 else region.start


def _founded(written: str, at: int, passage: Passage, found: list[OrganizationMention]) -> str:
    """A new unit stands under the body that founds it (县水利局设立河长办公室, 专班下设督查组); a temporary body stands alone."""
    founder = next((m.name for m in found if m.end == at), None) or next((m.name for m in passage.regions if m.end == at), None)
    joint = passage.text[max(0, at - 40) : at].rpartition("，")[2].count("、") or written.startswith("联合")
    if founder and _TEAM.fullmatch(written) and not joint and not independent(written):
        return founder + written
    near = named_between(passage.state, passage.segment_of(at)[0], at)
    if written[-1] in "处科股室心办" and near and not independent(written):
        return near[-1] + written
    return resolve(written, passage.state) if PLACE.match(written) else written


def _company(passage: Passage, end: int, found: list[OrganizationMention], least: int = 5) -> int | None:
    """Where the name of a company or school that ends at `end` begins; None where it is taken or too short."""
    if any(m.start < end <= m.end for m in found):
        return None
    low = max(
        [
            passage.start,
            end - 24,
            *(m.end() for m in _MARK.finditer(passage.text, max(passage.start, end - 24), end - 1)),
        ]
    )
    begin = organization_before(passage, end, low)
    if begin is None or holds_title(passage, begin := behind_dismissed(passage.text, begin, end), end):
        return None  # 副秘书长某某作|协会《章程》说明
    faculty = end - begin == 4 and passage.text.endswith("学院", 0, end) and (begin == passage.start or _MARK.match(passage.text, begin - 1))
    return begin if end - begin >= least or faculty else None  # 经济学院


_CONSULTS = re.compile("会?商(?![务业会标贸])|会同|联合(?=[\u4e00-\u9fff]{1,8}[部委局署行])")
"""财政部|商水利部下达…: one body acts with another."""
_OF_KIND = re.compile("门(?!户)")
"""财政部|门 are departments of a kind, whoever's; 财政部|门户网站 is the ministry's."""


def _end_from(passage: Passage, start: int, opening: int) -> int | None:
    """The end of the body's name that opens at `start:opening`; None where a place is only a place."""
    text = passage.text
    whole = text[start:opening]
    if (_CONSULTS.match(text, opening) or ACTS.match(text, opening)) and whole in central():
        return opening
    if whole in central() and whole[-1] == "部" and _OF_KIND.match(text, opening):
        return None
    match = _BODY_TAIL.match(text, opening, min(passage.end, opening + 26))
    for end in (match.end(), match.end("party"), match.end("core")) if match else ():
        if end > 0 and whole_name(passage, opening, end):
            return end
    if whole in central():
        return opening
    own = OWN.match(whole)
    return opening if own and BODY.match(whole[1:]) else None
