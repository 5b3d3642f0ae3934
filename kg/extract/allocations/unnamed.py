"""Places that no table of divisions has: townships and villages, areas, classes of places, names with one class word for all.

    西江镇白水村 · 华塘、保和两个镇 · 平潭综合实验区 · 其他受灾县
"""

from __future__ import annotations

import re

from kg.annotate.countries import foreign_at
from kg.extract.allocations.lexicon import CLASS_OF_PLACES

__all__ = [
    "AREA_KIND", "COUNTS", "IN_TOWN", "JOIN", "LEVELS", "REGIMENT", "Place", "areas_at", "classes_at", "same_kind_at", "small_at", "smalls_at",
    "states_at",
]  # fmt: skip

Place = tuple[int, int, str, str | None]
"""Start, end, full name, code."""
JOIN = re.compile(r"\s*(?:、|和|及|与|以及|，)\s*")
LEVELS = ("省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "村", "街道", "社区", "嘎查", "苏木")
_SMALL = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:(?:[\u4e00-\u9fff]族)?乡(?!镇|亲|贤|村|友|县|区)|镇(?![镇市])|街道|苏木|林场|"
    r"农场|牧场)(?![长党政上级办企])(?:[\u4e00-\u9fff]{1,4}?(?:村|社区|嘎查)(?!上(?!榜)|[民委里党支干级书两医务集镇]))?"
    r"|[\u4e00-\u9fff]{2,5}?(?:村|社区|嘎查)(?!上(?!榜)|[民委里党支干级书两医务集镇屯]|道(?!路)|庄(?!村))"
)
_NOT_SMALL = re.compile(
    r"^(?:整|通)[乡镇村](?:村)?$|^(?:则|首批|[前现原时历]任|水源地|写在|安排|隔壁|[一二两三四五几某]家|.{0,3}[省市县区镇乡]?驻村$)|.乡村$|涉及|覆盖|惠及|遍及|"
    r"从(?![化江])|进(?:乡村|社区)|[一二两三四五六七八九]县|下达|定给|[给了]|向本|补发|(?:海洋|化|现代|生态|家庭|智慧|旗)牧场|^(?:修建|修缮|发现|修复|重建|抢修|加固|除|[前去今明]年|发放|壮大|城中|上交|省级|[支拨]?付|其?他|[县市区省]乡|用于|在|向(?!阳|化|荣|家)|给|对|由|经|把|已|每|该|到|其|本|国有|国营|集体|返乡|回乡|下乡|还乡|投向|旱区|中西部|东部|西部|中部)|"
    r"^(?:.?[一二两三四五六七八九十\d各全几个农新乡城]+(?:个)?)?(?:移民|小康|文明|后进|空心|示范|安置|搬迁|旅游|民族|生态|贫困|行政|自然|建制|美丽|示范|重点|特色|小|"
    r"中心|农|新|乡|城|山|边境|传统|古)*(?:村|镇(?!镇)|乡|社区|街道)|^(?:农村|库区|灾区|老区|山区|边区|乡村|山村|城镇|乡镇|集镇|小镇|城乡)|建设|"
    r"支持|改造|和|与|的|等|财政|中央|共有|[一两三几]个|^.{0,2}[一二两三四五六七八九十]个|^[进建新老小各大中省全县]?城镇$|.{2}城镇$|农村$|乡镇$|[下返回还水家老故同异他城入]乡$|(?:是|去年|今年|明年|剩余)[镇村乡]$|^(?:还有|还是|补助|全[省市县区旗]|以及)|[滩库林牧矿]区村|传统村落?$"
)


def small_at(text: str, at: int, end: int) -> Place | None:
    """The township or village whose name begins at `at`: 西江镇白水村."""
    lead = _LEAD.match(text, at, end) or _ROAD.match(text, at, end)
    match = _SMALL.match(text, lead.end() if lead else at, end)
    if match is not None and _NOT_SMALL.search(match[0]) and (town := _TOWN.match(match[0])):
        match = re.compile(re.escape(town[0])).match(text, at, end)  # 城关镇|农村厕所改造
    if match is None or _NOT_SMALL.search(match[0]):
        return None
    return match.start(), match.end(), match[0], None


_LEAD = re.compile(
    r"(?:当地|(?:他|她)?(?:家乡|老家))的?(?=[\u4e00-\u9fff]{2})|"
    r"(?:[新改扩迁续援捐兴]建|发展|维修|翻修|打造)(?![省市县区乡镇村])(?=[\u4e00-\u9fff]{1,4}?(?:[乡镇]|(?<!农)村)[\u4e00-\u9fff])"
)
"""当地|莲花滩乡, 家乡|石门村, 新建|抚边乡|幼儿园."""
_ROAD = re.compile(r"(?<=\d)线(?=[\u4e00-\u9fff]{2})")
"""G356线|石桥镇."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:乡|镇(?!镇))(?=农村$)")


def smalls_at(text: str, at: int, end: int) -> list[Place]:
    """The townships and villages listed from `at` on: 卫溪街道、新镇镇."""
    found: list[Place] = []
    while small := small_at(text, at, end):
        found.append(small)
        join = JOIN.match(text, small[1], end)
        if join is None or ("，" in join[0] and not (IN_TOWN.match(text, join.end(), end) and IN_TOWN.fullmatch(found[0][2]))):
            break
        at = join.end()
    return found


IN_TOWN = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:乡|镇|街道)[\u4e00-\u9fff]{1,5}?村")
"""七贤镇沿山村|，云台山镇龙门村、片马村: villages told off by townships, with a comma between these."""
_KIND_OF = re.compile(
    r"(?:(?:深度|连片)?贫困|民族|边境|困难|脱贫|重点|少数民族|边远|欠发达|小康|产[粮油]大|革命老|老|库|出列)(?:小康村|村屯|村|乡镇|乡|镇|县|区|地区)(?!加强|改善|完善|推进|实施|新建|修建|开展|解决|用于)"
    r"(?:(?!的)[\u4e00-\u9fff、“”\d]){0,26}?(?:购置|建设|改造|工程|项目|标准|补助|补贴|奖励|发展|提升|设施|转移支付|资金|投资|经费|后扶配套|供水|饮水|一体化)(?:\d+个)?$"
)
"""贫困村文化中心设备购置300万元: a word of the purpose or the fund, no places that are counted or told off."""


def classes_at(text: str, at: int, end: int) -> list[Place]:
    """The classes of places listed from `at` on: 中西部其他县和东部老区."""
    found: list[Place] = []
    while (match := CLASS_OF_PLACES.match(text, at, end)) and not _KIND_OF.match(text, at, end):
        found.append((match.start(), match.end(), match[0], None))
        join = JOIN.match(text, match.end(), end)
        if join is None or "，" in join[0]:
            break
        at = join.end()
    return found


def states_at(text: str, at: int, end: int) -> list[Place]:
    """The foreign states listed from `at` on: 也门和乍得."""
    found: list[Place] = []
    while state := foreign_at(text, at, end):
        found.append((*state.span(), state[0], None))
        join = JOIN.match(text, state.end(), end)
        if join is None or "，" in join[0]:
            break
        at = join.end()
    return found


_SAME_KIND = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{1,6}(?:、[\u4e00-\u9fff]{1,4})*(?:和|与|及|、)[\u4e00-\u9fff]{1,4}?)"
    r"(?P<count>(?!三角)[两三四五六七八九十]|\d{1,2})个?(?:[\u4e00-\u9fff]{1,6}的|[\u4e00-\u9fff]{0,3}?)(?P<kind>乡镇|镇|乡|村|街道|社区|苏木|嘎查|片区|(?<![灌库林矿园景校山灾片省市县地小])区|县)"
)


def same_kind_at(text: str, at: int, end: int) -> list[Place]:
    """华塘、保和两个镇, 长乐、大荆、川山三个受灾最重的乡镇: as many names as are counted, which share one class word."""
    if verb := _PERFECT.match(text, at, end):
        at = verb.end()
    match = _SAME_KIND.match(text, at, end)
    if match is None:
        return []
    count, names = int(COUNTS.get(match["count"], match["count"])), match["names"].split("、")
    if len(names) == count - 1:  # 华塘、保和: a name that holds 和 is not cut where the count is right without
        names[-1:] = re.split("[和与及]", names[-1], maxsplit=1)
    if len(names) != count:
        return []
    kind = "" if match["kind"] == "乡镇" else match["kind"]
    return [(at, match.end(), name if name.endswith(match["kind"]) else name + kind, None) for name in names]


_PERFECT = re.compile("(?:[解投给送拨分切打汇转][决到给往]?)?到?了(?=[\u4e00-\u9fff]{1,6}、)")
"""解决|了|麻柳、干溪、碗厂三个村, 投到了|正安、道真、务川三县."""


COUNTS = {word: str(n) for n, word in enumerate("两三四五六七八九十", 2)}


def areas_at(text: str, at: int, end: int) -> list[Place]:
    """平潭综合实验区, 洞庭湖区, 兵团: areas that no table of divisions has, with the word for their kind, listed from `at` on."""
    found: list[Place] = []
    while match := _AREA.match(text, at, end):
        found.append((match.start(), match.end(), _FULL_AREA.get(match[0], match[0]), None))
        join = JOIN.match(text, match.end(), end)
        if join is None or "，" in join[0]:
            break
        at = join.end()
    return found


AREA_KIND = r"(?:新区|开发区|高新区|经开区|自贸区|示范区|兵团|管理区|园区|实验区|合作区|片区|灌区|湖区|流域|林区|矿区|藏区)"
REGIMENT = r"(?:兵团)?(?:农|第)[一二三四五六七八九十]{1,2}师|[一二三四五六七八九〇零]{2,3}团(?![体队伍结])"
"""农八师, 一四三团: divisions and regiments of the 兵团, which are places."""
_AREA = re.compile(
    rf"(?!(?:产业|工业|科技|农业|物流|现代)+园区|[这该各在]|[一二两三四五六七八九十\d]+个)[\u4e00-\u9fff]{{0,8}}?{AREA_KIND}"
    rf"(?=$|[，。；、的和及与单合共约\d]|所属|建设[\u4e00-\u9fff]{{2}})|{REGIMENT}"
    r"|新疆生产建设兵团(?:\d+个(?:边境)?团场)?(?![\u4e00-\u9fff]{0,6}(?:局|厅|委))"
)
_FULL_AREA = {"兵团": "新疆生产建设兵团"}
