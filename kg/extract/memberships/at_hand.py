"""The body at hand that a bare title points to: one just set up, one right beside it, or the last that ends as the title's own does."""

from __future__ import annotations

import re

from kg.annotate.bodies import ends_a_body, ends_as, independent
from kg.annotate.boundaries import organization_before
from kg.annotate.boundary_words import holds_title
from kg.annotate.deixis import note, resolve
from kg.annotate.organizations import found_bodies
from kg.annotate.parents import parent_for
from kg.annotate.passage import Passage
from kg.annotate.recall import OF_A_KIND, POSTED_AT
from kg.annotate.roles import base_noun, is_staff, is_territorial
from kg.annotate.school import is_guest
from kg.extract.memberships.links import link_before
from kg.extract.memberships.units import Stack, Unit

__all__ = ["ITS_BODY", "OF_VILLAGE", "before_election", "beside", "latest", "placed", "that", "topic"]

OF_VILLAGE = re.compile(r"^(?:村(?:支书|主任|会计|医)|支书|团支书|治保主任|村民小组长|驻村.*|第一书记|妇女主任)$")
_BY = re.compile(r"(?:一职)?(?:，)?(?:已|现|仍|暂|将|均|原|则|也)?由")


def topic(passage: Passage, stack: Stack) -> str | None:
    """The body just set up, where the titles are said of someone (研究院挂牌，某大学教授A任院长), not put before a name."""
    low, _ = passage.segment_of(stack.start)
    if (behind := _BEHIND.match(passage.text, stack.end, passage.end)) and _TAKES.search(passage.text, low, stack.start):
        return resolve(behind["body"], passage.state)
    if not (link_before(passage.text, low, stack.start) or _BY.match(passage.text, stack.end)):
        return None
    before = [name for at, name in found_bodies(passage.state) if passage.start <= at < stack.start]
    if before:
        return before[-1]
    party = _PARTY_SET_UP.search(passage.text, passage.start, stack.start)
    return resolve(party["body"], passage.state) if party else _led(passage, stack, low)


_PARTY_SET_UP = re.compile(r"(?:成立|组建|设立|建立)了?(?P<body>[\u4e00-\u9fff]{2,16}?(?:党工委|党委|党支部|党总支))，")
"""成立某镇临时党工委，A兼任书记."""


_BEHIND = re.compile(r"的(?P<body>[\u4e00-\u9fff“”]{2,20}?(?:公司|集团|基金会?|协会|学会|商会|合作社))(?=[，。；、]|$)")
"""叶知秋担任董事长的江岸集团: the body behind its head."""
_TAKES = re.compile(r"(?:担任|任|出任)$")
TEAM = "指挥部|领导小组|协调小组|工作组|专班|专家组|[检督调巡核]查组|审计组|[巡考]察组|普查组|筹备组|评审组|督导组|代表团|考察团|访问团|代表队|工作队|医疗队"
"""What a body set up for a task is called."""
ITS_BODY = re.compile(
    rf"的(?:(?![任为])[\u4e00-\u9fff“”]){{2,40}}?(?:(?:公司|集团|基金会?|协会|学会|商会|合作社)(?=[，。；、]|$)|(?:{TEAM})(?![长员的组]))"
)
"""由A任组长、B任副组长的某领导小组: what the titles are in, not who holds them."""
_BY_WHOM = re.compile("[由以]")
_LED = re.compile(rf"[^。；\n]{{0,400}}?[任为][^，。；、]{{1,8}}的(?P<body>(?:(?![任为])[\u4e00-\u9fff“”]){{0,40}}?(?:{TEAM}))(?![长员的组])")


def _led(passage: Passage, stack: Stack, low: int) -> str | None:
    """成立由县长A任指挥长、局长B任副指挥长的县抗旱指挥部: the body that stands behind the titles in it."""
    text = passage.text
    if not _GROUP_HEAD.search(stack.units[-1].role.text) or not (_BY_WHOM.search(text, low, stack.start) or text[stack.start - 1] == "任"):
        return None
    led = _LED.match(text, max(low, stack.start - 2), passage.segment_of(stack.start)[1])
    return resolve(led["body"], passage.state) if led else None


_GROUP_HEAD = re.compile(r"(?:指挥长?|组长|团长|队长|领队|召集人|成员|组员|班长)$")


def beside(passage: Passage, unit: Unit) -> str | None:
    """某村小学，校长A…: the body that ends right before the mark, of the kind that the title belongs to."""
    nouns = base_noun(unit.role.text)
    if (line := _LINE_OF.match(passage.text, passage.start, unit.start)) and not is_territorial(unit.role.text) and ends_a_body(line["body"]):
        passage.state.cursor = passage.start
        return resolve(line["body"], passage.state)
    if nouns and unit.start == passage.start and (name := _above(passage, nouns)):
        return name
    if name := _run_by(passage, unit):
        return name
    if not nouns and (name := _there(passage, unit)):
        return name
    if not nouns or passage.text[unit.start - 1] != "，" or not ends_as(passage.text[max(0, unit.start - 9) : unit.start - 1], nouns):
        return None
    low = max(passage.start, *(passage.text.rfind(mark, passage.start, unit.start - 1) + 1 for mark in "，。；：、"))
    begin = organization_before(passage, unit.start - 1, low)
    return None if begin is None or unit.start - begin < 4 else resolve(passage.text[begin : unit.start - 1], passage.state)


_THERE = re.compile(r"(?<![^，。；\n”])(?:[^，。；\n]{0,16}?[日时午晚晨]，?)?(?:在|走进|来到|走到|到)了?(?P<body>[\u4e00-\u9fff]{3,24})，$")


def _there(passage: Passage, unit: Unit) -> str | None:
    """在某镇检疫点，防疫员A; 到了某村，村医A: where the staff are met."""
    if not (is_staff(unit.role.text) or _HANDS.search(unit.role.text)):
        return None
    found = _THERE.search(passage.text, max(passage.start, unit.start - 44), unit.start)
    if found is None:
        return None
    if not ends_a_body(found["body"]):
        return next((m.name for m in passage.regions if m.end == unit.start - 1 and m.text.endswith(_SMALL)), None)
    begin = organization_before(passage, unit.start - 1, found.start("body"))
    return resolve(passage.text[begin : unit.start - 1], passage.state) if begin is not None else None


_PLACED = re.compile(r"(?<![^，。；\n”])(?:[^，。；\n]{0,12}[日时午晚晨]，?)?(?:在|走进|来到|走到|到)了?(?P<body>[\u4e00-\u9fff（）]{4,24})，$")
_HOUSE = re.compile("(?:公司|集团|医院|卫生院|[中小]学|学校|厂)$")
_GOES_ON = "[长员部士友区园伍属级]|[院校](?!长)|(?<=[一二三四五六]小)学|(?<=办)[税理法事公学]"
"""校|友, 三小|学: no end of a name."""
_OUTSIDE = re.compile("[省市县区州旗镇乡村]|(?:宣传|组织|统战)部$")
"""在远山集团，县工会主席A, 宣传部部长A: of those who come to see it."""


def placed(passage: Passage, unit: Unit, written: str) -> str | None:
    """在江岸公司，质检部部长A: the unit is of the house in which its head is met."""
    found = _PLACED.search(passage.text, max(passage.start, unit.start - 44), unit.start) if len(written) < 6 else None
    if found is None or not _HOUSE.search(found["body"]) or independent(written) or _OUTSIDE.match(written):
        return None
    begin = organization_before(passage, unit.start - 1, found.start("body"))
    house = "" if begin is None else resolve(passage.text[begin : unit.start - 1], passage.state)
    return house + written if parent_for(written, house) == house != "" else None


_SMALL = ("镇", "乡", "街道", "村", "社区", "嘎查", "苏木")
_HANDS = re.compile("(?<![委成党人议社会学球队])员$|[师工]$|老师$|医生$|护士长?$")
_RUN_BY = re.compile("(?:日常|全面|各项|的)?工作(?:目前|暂时|[现暂仍已将]){0,2}由$")


def _run_by(passage: Passage, unit: Unit) -> str | None:
    """市水务局工作暂由|党组副书记A主持: whose work it is."""
    found = _RUN_BY.search(passage.text, max(passage.start, unit.start - 12), unit.start)
    if found is None:
        return None
    low = max(passage.start, *(passage.text.rfind(mark, passage.start, found.start()) + 1 for mark in "，。；：、"))
    begin = organization_before(passage, found.start(), low)
    if begin is None:
        return None
    passage.state.cursor = begin
    name = resolve(passage.text[begin : found.start()], passage.state)
    passage.state.cursor = unit.start
    return name


_LINE_OF = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.．、])? *(?P<body>[\u4e00-\u9fff（）]{4,30})："
    r"(?=(?:决定|同意)?(?:任命|免去|聘任|解聘|提名|撤销|[\u4e00-\u9fff]{2,4}辞去))"
)
"""江岸集团：任命A为副总经理；免去B的总会计师职务: the body that opens the line is that of all its bare titles."""
_HEADING = re.compile(r"(?:^|\n)[^\u4e00-\u9fff\n]{0,6}(?P<body>[\u4e00-\u9fff]{4,30})[ ：:]*\n\s*$")


def _above(passage: Passage, nouns: tuple[str, ...]) -> str | None:
    """某街道中心小学 / 校长：A: the body that is all of the line above, of the kind that the title belongs to."""
    line = _HEADING.search(passage.text, max(0, passage.start - 40), passage.start)
    if line is None or not line["body"].endswith(nouns):
        return None
    passage.state.cursor = line.start("body")
    name = resolve(line["body"], passage.state)
    note(passage.state, name, line.start("body"))
    return name


_THAT = re.compile(
    r"(?P<own>公司)$|"
    r"该(?P<noun>组|局|院|校|所|站|厂|社|行|办公室|办|处|科|股|队|中心|公司|集团|协会|学会|商会|联合会|医院|学院|学校)(?=$|[\u4e00-\u9fff]{2})"
)
_LONGER = {"校": "大学|学院|学校|[中小]学|[一二三四五六七八九十]中", "行": "(?:银|分|支|总)行", "办": "办公室|(?<![举承主协创])办"}
"""What a body is called that 该校, 该行 or 该办 stands for."""


def that(passage: Passage, unit: Unit) -> str | None:
    """走访了长潭水库管理局。该局副局长A: the body of the kind that the paragraph names last, with what stands under it."""
    text, (start, end) = passage.text, unit.body or (0, 0)
    if not (said := _THAT.match(text, start, end)) or (said["own"] and passage.state.host):
        return None
    noun, since = said["noun"] or said["own"], passage.segment_of(start)[0] if said["own"] else passage.start
    found = list(re.finditer(f"(?:{_LONGER.get(noun, noun)})(?![长员士内里])", text[since:start]))
    if not found:
        return None
    at, end = since + found[-1].start(), since + found[-1].end()
    low = max(text.rfind(mark, passage.start, at) for mark in "，。；：、\n“”（") + 1
    begin = organization_before(passage, end, max(low, passage.start))
    if begin is None or at - begin < 2 or text[begin] in "该本我":
        return None
    passage.state.cursor = begin
    name = resolve(text[begin:end], passage.state)
    passage.state.cursor = start
    return name + text[said.end() : unit.body[1]] if unit.body else None


_NO_BODY = tuple(
    """
    常委 理事会 年会 工作会 大会 全委会 全会 公司 会议室 教室 接待室 会议厅 大院 场所 厕所
    格局 布局 结局 干部 内部 全部 学科 本科 平台 市场 宾馆 公园 校园 家园 培训班
    """.split()
)
"""What ends as a body does and has no 会长, 司长 or 主任 of its own; 中国社会 in 中国社会科学院 is none either."""
_BACK = 600
"""How far back, in code points, a body is looked for that the title alone points to."""


_SHORT_FIRM = (
    "(?:证券|期货|人寿|财险|产险|信托|控股|股份|药业|制药|重工|[酒铝锡煤纸乳米锂面]业|置业|精密|路桥|建工|"
    "(?<![\u4e00-\u9fff]{5})(?:实业|传媒|科技|能源|电气|电器|机床))"
)
"""What the short name of a company ends with; common nouns only where no more than four characters stand before them in the clause."""
_SAID = "近日|日前|今日|昨日|将|已|在|与|于|公告|发布|宣布|披露|称|表示|成立|举行|召开|[，。：、0-9]"
_KINDS = {
    "委": "委(?!员?会)",
    "会": "会(?![见谈晤议])",
    "组": "组(?![织成建])",
    **{f"{n}中": f"{n}中(?![学心小队])" for n in "一二三四五六七八"},
    "库": "(?<!水)库(?!区|管)",
    "中心": "中心(?!医院|小学|学校|支行|卫生院|幼儿园)",
    "公司": f"公司|{_SHORT_FIRM}(?={_SAID})|中[铁建交][\u4e00-\u9fff]{{1,4}}局",
}
"""What ends the name of a body of the kind, where more than its noun tells."""
_NUMBERED = re.compile("(?<![第一二三四五六七八九十])[一二三四五六七八九十]院(?![校区系士两三四多])")
"""二院召开职代会　院长…: a hospital by its number."""
_WHOLE = ("供销社", "信用社", "京剧团", "歌舞团", "农信社")
"""Names that need nothing before them."""
_ELECTS = re.compile("选举|增补|聘请|推举|推选|增选|补选|续聘|聘任")


def before_election(passage: Passage, stack: Stack, at: int) -> int:
    """选举某大学教授A为会长: where to look back from for the body of the bare title at `at`, past what the elected are elsewhere."""
    text, low = passage.text, passage.segment_of(stack.start)[0]
    verbs = list(_ELECTS.finditer(text, low, stack.start)) if text[stack.start - 1] in "为任" else []
    return max(verbs[-1].end(), text.rfind("，", low, stack.start) + 1) if verbs else at

def latest(passage: Passage, unit: Unit, low: int | None = None, high: int | None = None, nouns: tuple[str, ...] = ()) -> str | None:
    """…匹河养护站的电话没有安静过。站长A…: the last name before the title that ends as the title's body does, or as `nouns` do."""
    text, nouns = passage.text, nouns or base_noun(unit.role.text)
    if not nouns or OF_VILLAGE.search(unit.role.text):
        return None
    high = unit.start if high is None else high
    low = max(0, high - _BACK) if low is None else low
    kinds = "|".join(_KINDS.get(noun, noun) for noun in nouns)
    for match in reversed(list(re.finditer(f"(?:{kinds})(?!{_GOES_ON})", text[low:high]))):
        end = low + match.end()
        start = max(text.rfind(mark, 0, end) for mark in "，。；：、\n“”（") + 1
        none = "设在" in text[start:end] or text.startswith("科学", end) or (len(match[0]) < 2 and text.endswith(_NO_BODY, start, end))
        begin = None if none else organization_before(passage, end, start)
        if begin is not None and holds_title(passage, begin, end):
            continue  # 副秘书长某某作|协会《章程》说明
        whole = match[0] in _WHOLE or _NUMBERED.match(text, max(0, end - 2)) is not None
        alone = whole or match[0][0] == "中" or (match[0] == "剧团" and begin != low + match.start())
        if begin is not None and (alone or end - begin >= len(match[0]) + 2):
            passage.state.cursor = begin
            name = POSTED_AT.sub("", resolve(text[begin:end], passage.state))
            return None if is_guest(name, passage.state) or OF_A_KIND.search(name) else name
    return None
