"""Roles: posts, ranks and staff status, with their modifiers (常务副市长, 代县长, 党组副书记, 一级巡视员)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from kg.annotate.alternation import at_a_glance, either
from kg.annotate.coined_roles import coined, is_coined
from kg.annotate.role_words import HEADS, NEED_BODY, PARTY_BODIES, PARTY_LEADS, PARTY_POSTS, PREFIXES, STAFF
from kg.annotate.surnames import surnames

__all__ = ["RoleMention", "base_noun", "find_roles", "has_role", "is_staff", "is_territorial"]

_LEVEL = (
    r"[一二三四五六七八九十]级(?:高级)?(?:巡视员|调研员|主任科员|科员|主办|总监|警长|高级警长|警员|法官助理|法官|检察官助理|检察官|调解员|警务技术主任|"
    r"行政执法员|消防士|消防长|主管|监察官|警监|警督|警司|警士长|军士长|上士|关务监督|关务督办|高级主办|职员|研究员|教授|教师|演员|播音员|美术师|编剧|编导|导演|作曲|指挥|摄影师|演奏员|舞美设计师|人民警察|引航员)"
)
_RANKED = (
    r"(?:正|副)?(?:厅局|省部|县处|科股|乡科|地厅|厅|处|科|部|局|司|县|地|师|股)级(?:干部|领导|巡视员|调研员|纪检监察员|监察员|审判员|检察员|非领导职务|组织员|秘书|督查专员|"
    r"研究员|待遇|督学|员额法官)"
)
_SHORT = (
    r"(?<=[部连排班旅团营队站])[上中下]士(?![兵气农学大])|(?<=[厂矿司队局所站部段校院社组间程库炉])(?:[钳电木瓦矿车铣机]工|高工|工长)(?![\u4e00-\u9fff]?[程作业期具厂会]|[班队组段间房])|(?<=[吏户礼兵刑工]部)(?:尚书|[左右]?侍郎|员外郎|郎中|主事)|"
    r"(?<=[海关科处])关员(?!工)|(?<=[区心所站镇村院校构会])社工(?![委站部作组机服])|(?<=[队团校部])队医(?![疗生院护药务])|(?<![通告获得悉熟先预])(?<=[\u4e00-\u9fff])知[县府州](?![委级政直里道长情内晓])|"
    r"(?<=[江广直川贵西肃建闽浙湖北南甘陕隶])总督(?![导查学办察促战])|(?<=[司团业行厂社部院店心])副总(?!经|裁|干|监|编|会|指|理|参|统|督|领|教|队|书|设|调|农|量|[\u4e00-\u9fff]{1,2}[师长官])|"
    r"(?<=[团司])协理(?![员事])|(?<=[国兰麦典威时甸旦曼林坦门特宁])(?<!中国)(?<!我国)(?<!全国)(?:国王|女王|王储)|(?<![独成建设树创中])立委(?![员托派任以])|(?<=[\u4e00-\u9fff][府州])同知(?!名|情|道)"
)
"""Words that stand inside others as well, by what is before and behind them: 机械厂|钳工, no 用电工程."""
_AFTER = (
    r"(?!(?<=指挥)[部所]|(?<=总工)办|(?<=专员)公署|(?<=兽医)[官师站局院所工部处科总药学]|(?<=法医)[学中鉴]|(?<=校医)院|(?<=[车队炉片工])长期(?!间)|(?<=编审|编导|社工)[委部中组站]|(?<=门卫)[室房]|(?<=[河湖林田路链]长)[办制]|(?<=专员|派员)办|(?<=大使|领事)馆|(?<=村医)生|(?<=编辑)[部出室委组工的们]|(?<=代表)(?:选举|联络|资格审查)|(?<=[省市县区州部]长)(?:海(?:医院|[县路])|[\u4e00-\u9fff](?:路|街|大道)(?:[0-9一二三四五六七八九十百]+号|[中小]学|派出所|社区|街道|支行|[与和][\u4e00-\u9fff]{1,4}[路街])|江(?:禁捕|禁渔|十年|水利|流域|大桥|口|经济|航|中游|上游|下游|北岸|南岸|干|三角|沿|生态|十年|保护|大保护|防总|"
    r"沿线)|沙市|春市|治市|三角|城(?![\u4e00-\u9fff]{1,2}[，、。])|期(?!间)|远|效|征|途|安街|白山)|办事处|协会|联谊[总会]|联络[站处室]|(?<=政委)员会|会(?![计见晤同](?!划))|办公|处(?!长)|(?<=会计)(?:科|股|"
    r"司|师|集中)|团|性|办公会|热线|信箱|接待日|负责制|责任制|们|单位|国家|团(?!结)|席位|席团|(?<=主席)台|资质|大会|证|证券|令(?=第|[》”）、，。]|$)|级别|职责|职数|职位|(?<=主管)[\u4e00-\u9fff]{2,8}的(?:常务)?副?[省市县区州镇乡院校局部处书]|岗位(?!上?[，。；、]|上[^\u4e00-\u9fff]?[退调离干做一])|"
    r"企业(?!家)|人选|候选人|队伍|职工|群众|教育|培训|(?<=职工)(?:养老|医疗|医保|住房|食堂)|学院|学校|选拔|任用|考核|监督管理|管理|作风|核算|职称|(?<!代表)(?<!委员)资格|资格(?![，。；、（]|终止)|委员会|联席|长|处长|科员|助理|代会|项目|论证|"
    r"名单|评审|咨询|座谈|建议|视察|通道|小组|事务|室|费用|工资|津贴|家庭|家属|家里|妈|爸|组(?![成织])|制度)"
)
_IN_CITY = "(?:沙|春|治|兴|乐|垣|宁|阳|安|寿|岭|汀|泰|葛|丰|清|武|海|岛|白)[市县区]?[\u4e00-\u9fff]{0,4}?(?:[分支]行|营业部)"
"""浦发银行|长沙分行: no 行长."""
_HEAD = either(set(HEADS), {"行长": f"行长(?!{_IN_CITY})"})
_ROLE = re.compile(at_a_glance(
    rf"{_LEVEL}|{_RANKED}|{_SHORT}|(?<=[厂矿司])车间副?主任{_AFTER}|(?<![\u4e00-\u9fff])(?:室|科|系)(?:副)?主任|(?<!总)(?:{PARTY_LEADS})*{either(PARTY_BODIES)}(?:{PARTY_POSTS})(?:助理)?{_AFTER}|"
    rf"(?:{PREFIXES})*(?<!公(?=司机))(?<!专(?=班组长))(?<!津贴(?=专家))(?<![主分]管(?=科技副校长))(?<![主分]管(?=消防副校长))(?<![发贸易](?=市场经理)){_HEAD}(?:(?:特别|政治)?助理(?!人员)|(?:特别|高级)顾问|(?<=[统理席长])特使)?{_AFTER}"
))
_IN_BODY = re.compile(
    r"(?!由)[\u4e00-\u9fff]{0,3}?(?:局|处|科(?!学)|股|室|中心|学院|学校|协会|学会|[分总]会|专委会|联盟|联合会|公司|委员会|办公室|小组|专班|所|组(?!长)|库|大队|支队|总队|"
    r"团|部(?!长)|司(?!机)|队(?![伍长员])|事务所|馆)"
)
_GUILD = re.compile(r"(?:协会|学会|联合会|联谊会|[分总]会|专委会|专业委员会|联盟|事务所|公会|公司|学院|中心)")
"""注册会计师协会, 工程师学会: the profession names a body."""
_LISTED = re.compile(f"{_HEAD}$")
_IN_OTHER = re.compile(rf"{_AFTER}(?!{_IN_BODY.pattern}|区|培训|队伍|之家|行列|宿舍|家庭)")
"""What a coined role may stand before."""
_NAMES_BODIES = frozenset(
    "会计 教师 专家 代表 指挥 法官 律师 干部 警察 医生 医师 秘书 参谋 司机 校医 工人 文书 护士 教练 导师 学者 理事 监事 技师 职工 "
    "法警 乘警 保安 演员 领事 员工 志愿者".split()
)
"""Behind 会计, 教师, 职工 …: they are part of a body's name (会计科, 教师进修学校)."""
_TRIGGERS = sorted(
    set(HEADS)
    | set(
        "主办 职员 警员 级领导 级待遇 领导职务 执法员 警督 警司 关务监督 关务督办 人民警察 "
        "国王 女王 王储 协理 立委 上士 中士 下士 钳工 电工 木工 瓦工 矿工 车工 铣工 机工 高工 工长 副总 关员 社工 队医 "
        "知县 知府 知州 总督 同知 尚书 侍郎 员外郎 郎中 主事".split()
    ),
    key=len,
)
_MATCHER = AhoCorasick(_TRIGGERS)
_ROADS = ("路长", "林长", "田长", "楼长", "湖长", "街长", "巷长")
"""Posts that a name begins as: behind another title it is a name."""
_LONGEST_PREFIX = 14
"""Code points that may stand in a role before its head."""
_TERRITORIAL = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡|村)长(?:助理)?$")


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role as written, modifiers included: `副局长`, `党组成员`, `二级巡视员`."""

    start: int
    end: int
    text: str


def has_role(text: str) -> bool:
    """Does the text hold any word that a role ends with?  A cheap test."""
    return bool(_MATCHER.find_matches_as_indexes(text)) or bool(coined(text, 0, len(text)))


def find_roles(text: str, start: int, end: int) -> list[RoleMention]:
    """Role mentions of `text[start:end]`, in order, the longest at each place."""
    found = _listed(text, start, end)
    for a, b in coined(text, start, end):
        inside = [role for role in found if role.start < b and a < role.end]
        whole = all(a < role.start and role.end == b and role.text == "护工" for role in inside)  # 养|护工
        if whole and _IN_OTHER.match(text, b, end) and (inside or not _LISTED.search(text, a, b)):
            found = [*(role for role in found if role not in inside), RoleMention(a, b, text[a:b])]
    return sorted(found, key=lambda role: role.start)


_CARE = re.compile("(?<=[保防维养])护工(?=[程作])")


def _listed(text: str, start: int, end: int) -> list[RoleMention]:
    """Those with a head that is listed."""
    found: list[RoleMention] = []
    at = start
    for _, first, last in _MATCHER.find_matches_as_indexes(text[start:end], overlapping=True):
        if start + last <= at:
            continue
        if text.startswith("司机", start + first) and text[start + first - 1 : start + first] == "公":
            continue  # 公司机关
        if text.startswith("成员国", start + first):
            continue
        match = _ROLE.search(text, max(at, start + first - _LONGEST_PREFIX), end)
        if match is None:
            break
        at = match.end()
        if match[0] == "职工" and text.startswith(("医院", "食堂", "大会", "子弟", "之家", "学校"), at):
            continue
        if match[0] == "护工" and _CARE.match(text, at - 2):
            continue  # 保|护工|程
        if found and _is_name(text, match, found[-1]):
            continue
        named_so = match[0] in _NAMES_BODIES and _IN_BODY.match(text, at, end)
        if not named_so and not (match[0][-1] == "师" and _GUILD.match(text, at, end)):
            found.append(RoleMention(match.start(), at, match[0]))
    return found


def _is_name(text: str, match: re.Match[str], before: RoleMention) -> bool:
    """书记林文书, 会长|路长安: is what looks like a role the name, or in the name, of the holder of the one before?"""
    named = match[0] in ("文书", "保安") and before.end == match.start() - 1 and text[match.start() - 1] in surnames()
    return named or (match[0] in _ROADS and before.end == match.start())


def is_territorial(role: str) -> bool:
    """Is it the head of a territory (市长, 代县长, 副区长)?"""
    return bool(_TERRITORIAL.search(role))


def is_staff(role: str) -> bool:
    """May a name follow the word though no body stands before it (护士, 会计)?"""
    return _JUNIOR.sub("", role) in STAFF or _is_coined(role)


_JUNIOR = re.compile("^(?:助理|见习|实习|全科|主治)")


def needs_body(role: str) -> bool:
    """Is the word too common to be a role unless a body stands before it (代表, 成员, 医生)?"""
    return role in NEED_BODY or _is_coined(role)


def _is_coined(role: str) -> bool:
    return not _LISTED.search(role) and is_coined(role)


_SCHOOLS = "一中 二中 三中 四中 五中 六中 七中 八中 一小 二小 三小 四小 五小 六小 附中 附小 高中 中专 职高 技校 村小 教学点"
_WARDS = "内科 外科 妇产科 儿科 骨科 骨伤科 感染科 急诊科 检验科 医学科 麻醉科 护理部 药剂科 放射科 康复科 口腔科 眼科 皮肤科 肿瘤科 精神科 传染科"
"""What schools and the departments of hospitals are called."""
_NOUNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(nouns.split()))
    for pattern, nouns in (
        (r"部长(?:助理)?$", "部"),
        (r"(?<!副)议长$", "议会 国会"),
        (r"司长$", "司"),
        (r"厅长(?:助理)?$", "厅"),
        (r"分局长$", "分局"),
        (r"局长(?:助理)?$", "局"),
        (r"处长$", "处"),
        (r"科长$", "科"),
        (r"股长$", "股"),
        (r"署长$", "署"),
        (r"行长(?:助理)?$", "银行 行"),
        (r"院长(?:助理)?$", "医院 学院 法院 院"),
        (r"检察长$|(?:检察委员会|检委会)(?:专职)?委员$", "检察院"),
        (r"(?:审判委员会|审委会)(?:专职)?委员$", "法院"),
        (r"(?:教导|教务|总务|德育|政教|年级|班)主任$|辅导员$", f"中心校 中心小学 小学 中学 学校 大学 学院 {_SCHOOLS}"),
        (r"校长(?:助理)?$", f"大学 学校 中学 小学 中心校 党校 校区 校 {_SCHOOLS}"),
        (r"监狱长$", "监狱"),
        (r"监区长$", "监区"),
        (r"军长$", "集团军"),
        (r"师长$", "师"),
        (r"教导员$", "派出所 大队 某部"),
        (r"旅长$", "旅"),
        (r"营长$", "营"),
        (r"(?<!民兵)连长$", "连 某部"),
        (r"指导员$", "派出所 救援站 中队 大队 某部"),
        (r"(?<!考察)团长$", "代表团 考察团 访问团 剧团 歌舞团 乐团 艺术团 文工团 某团"),
        (r"总编辑?$|(?<!副)主编$", "日报 晚报 晨报 时报 都市报 商报 报社 日报社 杂志社 出版社 通讯社 融媒体中心 电视台"),
        (r"合伙人$|注册会计师$", "事务所"),
        (r"书记员$", "法院 检察院"),
        (r"住持$|方丈$", "寺 禅寺"),
        (r"所长$", "所"),
        (r"站长$", "站"),
        (r"馆长$", "馆"),
        (r"社长$", "社 日报 晚报 晨报 时报 都市报 商报"),
        (r"关长$", "海关"),
        (r"厂长$", "厂"),
        (r"矿长$", "矿"),
        (r"(?<!市)场长$", "林场 农场 牧场 渔场 场"),
        (r"段长$", "段"),
        (r"园长$", "幼儿园 园"),
        (r"台长$", "台"),
        (r"政委$|政治委员$", "总队 支队 大队 军分区 警备区 军区 监狱 戒毒所 某旅 某团 某部 某师 部队 基地 舰队 农场 牧场 指挥部 工作队 人武部 人民武装部"),
        (r"队长$|队员$", "工作队 总队 支队 大队 队 军分区 警备区"),
        (r"(?<!纪检)(?<!监察)(?<!纪检组)(?<!监察组)(?<!纪检组副)(?<!监察组副)组长$|组员$", "专班 领导小组 小组 组"),
        (r"(?:理事会|监事会)主任$", "供销合作社联合社 供销合作社 供销社 联合社 联社"),
        (r"(?<!总)领队$", "医疗队 救援队 代表队 工作队 代表团 考察团 队 团"),
        (r"班长$", "专班 工作专班 班组 班"),
        (r"庭长$", "庭"),
        (r"(?:民|辅)警$", "派出所 警务站 公安分局 公安局 大队 支队"),
        (r"(?<!董事|理事|监事)会长$", "协会 商会 学会 联合会 会"),
        (
            r"(?:监事长|监事)$",
            "基金会 协会 学会 商会 联合会 研究会 促进会 合作社 联社 集团公司 集团 有限公司 公司 银行",
        ),
        (
            r"(?<!党组)理事$",
            "理事会 基金会 协会 学会 商会 联合会 研究会 促进会 合作社 联社 集团公司 集团 有限公司 公司",
        ),
        (r"(?:董事长|总经理(?:助理)?|经理|总裁(?:助理)?|总监|董事|董事会秘书|证券事务代表)$", "集团公司 集团 有限公司 公司 银行"),
        (r"理事长$", "协会 学会 基金会 合作社 联社 残联 残疾人联合会 供销社 联合社 红十字会 研究会 促进会"),
        (r"护士长$", f"医院 卫生院 {_WARDS}"),
        (r"司令员?$|参谋长$", "军分区 警备区 军区 舰队 战区 某部 某基地 某旅 某师"),
        (r"检察官(?:助理)?$", "检察院"),
        (r"法官(?:助理)?$", "法院"),
        (r"指挥长$|总指挥$|指挥$", "指挥部 防总 防指 前指"),
        (r"审判员$|审判长$", "法院"),
        (r"检察员$", "检察院"),
        (r"主任$", f"委员会 管委会 村委会 常委会 办公室 中心 服务厅 委 办 室 院 库 供销社 信用社 管理处 居委会 业委会 {_WARDS}"),
        (r"联络员$|召集人$|(?<!党组)成员$", "领导小组 专班 指挥部 联席会议 组 委员会"),
        (r"(?<!主任)科员$", "科 股 处 室"),
        (r"委员长$", "常委会"),
        (r"总书记$", ""),
        (r"秘书长$", "政府 人民政府 委员会 协会 领导小组 政协 会 侨联 残联 文联 代表团 供销社 供销合作社 联社"),
        (r"(?<!党委)(?<!党工委)常委$", "省委 市委 县委 区委 州委"),
    )
)


def base_noun(role: str) -> tuple[str, ...]:
    """What kind of body a role belongs to: 副司长 → 司; 主任 → 委员会, 办公室, 中心 …; empty where any may have it."""
    return next((nouns for pattern, nouns in _NOUNS if pattern.search(role)), ())
