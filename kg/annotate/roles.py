"""Roles: posts, ranks and staff status, with their modifiers (常务副市长, 代县长, 党组副书记, 一级巡视员)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

__all__ = ["RoleMention", "base_noun", "find_roles", "is_territorial", "has_role"]

_PARTY = (
    "机关党委|直属机关党委|机关党总支|机关党支部|离退休干部党支部|机关纪委|党委机关纪委|党委|党组|分党组|党工委|党总支|党支部|总支|支部|纪工委|纪委|团委|团总支|团支部|工会|机关工会|妇联|妇委会|支委会|村支部|村支"
)
_PARTY_POST = "第一书记|常务副书记|专职副书记|副书记|书记|副?组长|成员|委员|常委|副?主席|副?主任"
_HEADS = """
部长 司长 厅长 局长 处长 科长 股长 署长 行长 院长 校长 所长 站长 馆长 社长 台长 厂长 矿长 场长 园长 会长 理事长 董事长 监事长 董事总经理 副秘书长 队长 组长 庭长 段长 井长 船长 机长 班长 排长 连长 营长 团长 旅长 师长 军长
总队长 支队长 大队长 中队长 分队长 小队长 护士长 警务站长 秘书长 委员长 检察长 审判长 村长 镇长 乡长 县长 区长 市长 省长 州长 盟长 旗长 议长 总长 参谋长 组织部长 宣传部长
总经理 经理 总裁 总监 财务总监 安全总监 运营总监 技术总监 行政总裁 首席执行官 总会计师 总工程师 总经济师 总规划师 总畜牧师 总农艺师 总统计师 总兽医师 总审计师 总精算师 总检验师 总设计师 总监理师 总药师 总法律顾问 总建筑师 总船长
总理 国务委员 总书记 国家主席 主席 主任 书记 委员 常委 成员 政委 政治委员 司令员 司令 指挥长 总指挥 指挥 专员 督查专员 督察专员 督察长 督学 总督学 督导员 总督导 特派员 巡视员 调研员 主任科员 科员 办事员 干部 工作人员
队员 组员 联络员 网格员 审判员 检察员 陪审员 书记员 法警 法官 检察官 大法官 大检察官 人民陪审员 律师 公证员 仲裁员 监察员 监察专员 警监 警长 民警 辅警 警察 教导员 指导员 协理员
教授 研究员 讲师 院士 专家 首席专家 首席经济学家 首席科学家 经济学家 实验员 实验师 助理工程师 总召集人 副总召集人 嘎查达 嘎查长 交通专家 气象员 预报员 水文员 管护员 炊事员 保洁员 讲解员 馆藏员 报账员 记账员 出纳员 信贷员 客户经理 柜员 检票员 值班员 调度员 总调度 总调度长 消防员 消防士 站务员 林场长 学者 工程师 会计师 经济师 统计师 审计师 农艺师 畜牧师 兽医师 医师 医生 主任医师 药师 技师 护士 教师 教练员 教练 会计 出纳 技术员 驾驶员 司机
代表 发言人 新闻发言人 大使 公使 参赞 总领事 领事 特使 全权代表 常驻代表 总编辑 总编 主编 社长 台长 站长 顾问 法律顾问 参事 馆员 合伙人 创始人 负责人 主要负责人 法定代表人 法人代表 理事 监事 独立董事 董事 董事会秘书
支书 第一书记 村主任 村支书 文书 校董 学监 教务长 总干事 干事 业务主管 主管 专务 首任 警务专员 副职 领队 站务员 总导演 召集人 联系人 牵头人 组织员 秘书 协管员 监督员 监制 质检员 财务负责人 部门负责人 处室负责人 科室负责人 分管负责人 专职委员 审判委员会委员 检察委员会委员
人民监督员 特约研究员 高级研究员 访问学者 博士后 学术带头人 首席代表 首席兽医师 省级河长 河长 总河长 林长 总林长 链长 所务委员 编委 社委 行务委员 班子成员 领导班子成员 纪检员 安全员 护林员 大使馆参赞 使馆参赞
""".split()
_PREFIX = "常务副|第一副|专职副|兼职副|执行副|驻会副|副|代理|代|候任|名誉|荣誉|执行|轮值|专职|首席|高级|助理|特聘|客座|兼职|挂职副|资深|正高级|副高级|主任|副主任|见习|实习|聘用制|劳务派遣|普通"
_LEVEL = r"[一二三四]级(?:高级)?(?:巡视员|调研员|主任科员|科员|主办|总监|警长|高级警长|警员|法官助理|法官|检察官助理|检察官|调解员|警务技术主任|行政执法员|主管|监察官|警监|职员)"
_RANKED = r"(?:正|副)?(?:厅|处|科|部|局|司|县|地|师|股)级(?:干部|领导|巡视员|调研员|纪检监察员|监察员|审判员|检察员|非领导职务|组织员|秘书|督查专员|研究员|待遇|员额法官)"
_AFTER = (
    r"(?!(?<=长)(?:江|沙|春|治|三角|城|期|远|效|征|途|安街|白山|岛县|兴县|寿|乐区)|会(?!计)|办公|处(?!长)|团|性|办公会|热线|信箱|接待日|负责制|责任制|们|单位|国家|国[^\u4e00-\u9fff]|[团席](?!结)|大会|证|证券|令|级别|职责|职数|职位|岗位|人选|队伍|职工|群众|教育|培训|学院|学校|选拔|任用|考核|监督管理|管理|作风|核算|职称|资格|委员会|联席|长|处长|科员|助理|代会|项目|库|论证|名单|评审|咨询|座谈|建议|视察|通道|小组|事务|楼|室|费|工资|津贴|家庭|家属|家里|妈|爸|组(?!成)|制(?!定))"
)
_ORDERED = sorted(set(_HEADS), key=len, reverse=True)
_ROLE = re.compile(
    rf"{_LEVEL}|{_RANKED}|(?:{_PARTY})(?:{_PARTY_POST})(?:助理)?{_AFTER}|(?:{_PREFIX})*(?:{'|'.join(_ORDERED)})(?:助理(?!人员))?{_AFTER}"
)
_TRIGGERS = sorted({h for h in _HEADS} | {"主办", "职员", "警员"}, key=len)
_MATCHER = AhoCorasick(_TRIGGERS)
_TERRITORIAL = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡|村)长(?:助理)?$")
_NOT_BEFORE = re.compile(r"(?:[我你他她]们?的|做|当|一级|[增拉延校成生专特擅家局部队班师首船年身修])$")
_BARE_NOISE = frozenset("代表 指挥 会计 专家 主管 干事 秘书 学者 教练 领队 技师 司令 文书 理事 监事 法官 警察 司机 首任 副职 联系人 负责人 成员 委员 专员 工作人员 干部 教师 医生 护士 律师 支书 馆员 顾问".split())


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role as written, modifiers included: `副局长`, `党组成员`, `二级巡视员`."""

    start: int
    end: int
    text: str


def has_role(text: str) -> bool:
    """Does the text hold any word that a role ends with?  A cheap test."""
    return bool(_MATCHER.find_matches_as_indexes(text))


def find_roles(text: str, start: int, end: int) -> list[RoleMention]:
    """Role mentions of `text[start:end]`, in order, the longest at each place."""
    return [RoleMention(m.start(), m.end(), m[0]) for m in _ROLE.finditer(text, start, end)]


def is_territorial(role: str) -> bool:
    """Is it the head of a territory (市长, 代县长, 副区长)?"""
    return bool(_TERRITORIAL.search(role))


def needs_body(role: str) -> bool:
    """Is the word too common to be a role unless a body stands before it (代表, 成员, 医生)?"""
    return role in _BARE_NOISE


_NOUNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(nouns.split()))
    for pattern, nouns in (
        (r"部长(?:助理)?$", "部"), (r"司长$", "司"), (r"厅长(?:助理)?$", "厅"), (r"局长(?:助理)?$", "局"), (r"处长$", "处"), (r"科长$", "科"), (r"股长$", "股"), (r"署长$", "署"),
        (r"行长(?:助理)?$", "银行 行"), (r"院长(?:助理)?$", "医院 学院 法院 院"), (r"检察长$", "检察院"), (r"校长(?:助理)?$", "大学 学校 中学 小学 党校 校"), (r"所长$", "所"), (r"站长$", "站"),
        (r"馆长$", "馆"), (r"社长$", "社"), (r"台长$", "台"), (r"队长$|队员$|政委$", "工作队 总队 支队 大队 队"), (r"组长$|组员$", "领导小组 专班 小组 组"), (r"庭长$", "庭"), (r"(?<!董事|理事|监事)会长$", "协会 商会 学会 联合会 会"),
        (r"(?:董事长|总经理|经理|总裁|监事长|总监|董事)$", "集团公司 集团 有限公司 公司"), (r"理事长$", "协会 学会 基金会 合作社 联社"), (r"指挥长$|总指挥$|指挥$", "指挥部"),
        (r"主任$", "委员会 管委会 村委会 办公室 中心 委 办 室 院"), (r"委员长$", "常委会"), (r"总书记$", ""), (r"秘书长$", "政府 人民政府 委员会 协会 领导小组 会"), (r"常委$", "省委 市委 县委 区委 州委"),
    )
)


def base_noun(role: str) -> tuple[str, ...]:
    """What kind of body a role belongs to: 副司长 → 司; 主任 → 委员会, 办公室, 中心 …; empty where any may have it."""
    return next((nouns for pattern, nouns in _NOUNS if pattern.search(role)), ())
