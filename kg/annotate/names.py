"""Personal names: how likely a run of characters is one, and where it ends.

Knowledge: surnames (published ranks), the character statistics of given names (jieba's dictionary, MIT),
syllables of Tibetan, Mongol and other names without a Chinese surname, and the words that follow.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

__all__ = ["Registry", "candidates", "clean", "ends_here", "is_stranger", "score", "surname_of", "surnames"]

_DATA = files("kg.annotate") / "data"
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
_FOREIGN = re.compile(rf"(?![的了在由和与]){HAN}{{1,8}}(?:·(?:{HAN}{{1,8}}|[A-Za-z]{{1,12}}))+")
_PADDED = re.compile(rf"{HAN} {{1,4}}{HAN}")
_FOLLOW = frozenset("，。；：、？！（）“”《》—…·\n ,:")
_FOLLOW_CHARS = frozenset("说在的为任是和与及同等对向从到把被就也都又还将已正曾于率带称问答指要作表出主介强告参当获因以担兼现原则让请给去不并")
_NOT_GIVEN = frozenset("族的了是我他她它这那或等被把们个着没但则说称")
_FUNCTION = frozenset("因于带受在到从对向与及将就也都又还任以而且并已曾要不会各该每或和来说问请给让")
_NO_OPENING = frozenset("为是由兼与及等在对把被让的")
_NOT_NAME_WORDS = frozenset(
    """干起 做起 说起 谈起 算起 老师 师傅 平台 地方 红旗 只有 只是 只能 只要 来自 来源 来信 来访 来函 来说 来看 同志 先生 女士 主任 书记 局长 处长 会议 介绍 表示 指出 强调 要求 认为 办公 负责 主持 安排 方面 有关 相关 成员 单位 部门 职务 工作 任职 任命 时任 现任 人员 代表 委员 以及 其他
    本人 双方 各方 各地 全国 全省 全市 全县 全体 全部 何时 何人 何况 成为 成立 成果 万元 亿元 余人 方可 方能 和谐 平均 平台 平安 高度 高级 高效 常年 常委 常务 常态 时间 时候 关于 关心 关注 关键
    石油 金融 金额 米粒 田间 林业 水利 水平 水电 黄金 白天 马上 牛羊 于是 于此 许多 许可 康复 安全 安排 安置 习惯 应当 应对 应急 应该 曾经 曾任 曾在 曾为 章程 项目 计划 计算 计生 易地 单位 单独 单项 种植
    从严 从事 从中 明确 明显 明年 明天 通过 通知 通报 连续 连夜 连日 连线 阳光 强化 强调 管理 程序 钱款 钱物 党员 党委 党组 党内 党建 党校 申报 申请 应届 向上 向下 支持 支付 支部 支出 解决 解释 包括 包含 温暖 文件 文化 文明
    华东 华北 路上 江苏 海南 湖南 云南 河南 越南 国家 国务 国内 国际 国有 广大 广东 广西 公司 公安 公共 公开 公布 公示 家庭 后续 后来 后勤 后期 相继 能力 能够 双重 利用 利息 利率 隆重 全面 全力 全程 全市 权利 权益 年度 年底 年初
    出席 出任 出台 初步 初期 商务 商量 来到 来自 来电 南方 南北 北方 东部 西部 中央 居民 居住 随后 随即 随着 随行 随机 元旦 元月 由于 由此 谈话 谈到 别人 别墅 冷链 冷冻 农业 农村 农民 农户 宣布 宣传 宣读 宣誓 战略 战士 战线 保障 保护 保证 保持
    合作 合计 合同 合格 合法 合理 生产 生活 生态 生于 修建 修复 修订 修改 敬老 敬请 呼吁 展示 展开 展现 继续 继任 续写 信息 信任 信用 信访 真正 真实 真诚 车辆 车间 车站 查看 查处 查找 查询 查阅 宁愿 莫非 莫大 幸福 古代 古城 满足 满意
    同样 同时 同意 同比 同日 同年 同步 成功 成绩 成本 晓谕 汇报 汇总 练习 辛苦 师生 师范 柴油 汽油 毛利 房屋 房产 房间 梁上 池塘 花费 席位 时刻 时常 时代 官方 官员 官兵 牧民 牧区 边境 边防 边疆 景区 景点 景观 纪律 纪检 纪委 纪念 司法 司机 费用 尽管 尽快 尽职 开幕 开展 开始 开发""".split()
)
_OTHER_PEOPLES = frozenset(
    """扎西 卓玛 次仁 尼玛 格桑 央金 罗布 旺堆 平措 多吉 达瓦 拉姆 卓嘎 顿珠 巴桑 边巴 普布 米玛 拉巴 洛桑 丹增 索朗 白玛 德吉 强巴 次旺 旺姆 仁青 仁增 曲珍 曲扎 嘎玛 贡布 贡嘎 江村 加措 嘉措 坚赞 晋美 桑吉 桑珠
    才让 才旦 旦增 华旦 南杰 尕藏 完玛 更登 班玛 夏吾 三知 东知 卓尕 措毛 吉毛 拉毛 昂旺 阿旺 扎巴 占堆 玉珍 央宗 拥措 旺扎 旺杰 旺久 欧珠 朗杰 群培 群宗 赤列 轮珠 土登 向巴 斯朗 泽仁 泽旺 降央 根秋 呷绒 四郎 尔甲 罗绒 志玛 拥忠 益西 丁真 落桑 云旦 洛绒
    朝格图 白音 宝音 呼斯楞 阿古拉 阿拉腾 巴雅尔图 朝鲁门 德力格尔 宝力德 乌力吉 那顺 布赫 巴根 嘎日迪 斯日古楞 牧仁 萨如拉 乌日娜 乌日图 朝伦 朝乐门 照日格图 格日勒图 青格乐 赛音 巴特 特木 恩和 敖特根 莫日根 吉雅 吉日嘎拉 呼格吉勒 阿木古楞 苏雅拉
    买买提 吐尔逊 吐尔洪 玉素甫 热合曼 古丽 艾尼瓦尔 库尔班 吾买尔 依明 木合塔尔 帕尔哈提 阿不都 阿布都 阿卜杜 热依木 穆合塔尔 努尔 艾力 艾尔肯 托合提 牙生 肉孜 达吾提 依布拉音 阿力木 迪里夏提 雪克来提 努尔兰 叶尔 哈那提 巴合提 木拉提 赛力克 阿依古丽
    巴特尔 格日乐 其其格 图雅 乌云 苏和 巴图 布和 额尔敦 宝音 那仁 朝鲁 哈斯 敖云 斯琴 高娃 娜仁 托娅 阿拉坦 孟克 吉日格拉 特木尔 毕力格 朝克图 满都拉 乌兰 萨仁 呼和 青格勒 达来 必力格 巴雅尔 格根 斯钦 额尔德尼 苏日娜 娜日苏 其木格 塔娜 白音
    阿依 阿呷 阿木 日火 曲比 吉克 吉狄 马海 沙马 阿苦 阿说 阿西 阿根 尔古 尔布 尔体 尔哈 木呷 拉铁 拉且 约布 约哈 日哈 日黑 伍呷 伍各 热者 色者 子日 曲木 吉木 吉布 吉伍 乃古 罗洪 阿鲁 阿地 克底 阿牛 达古 果基 瓦其 瓦渣 说古 海来 莫色 俄木 俄底 贾巴 且沙 的日 的莫 勒伍 洛古""".split()
)
_SPEAKS = """
    同志 先生 女士 博士 等 分别 一行 作 表示 说 指出 强调 介绍 要求 主持 出席 列席 参加 陪同 带领 率 讲话 宣布 致辞 汇报 通报 担任 现任 为 任 在 的 向 对 和 与 及 也 就 从 到 于 将 已 是 率队 带队 赴 前往 来到 深入 走访 调研 看望 会见
    代表 告诉 认为 透露 坦言 直言 回忆 补充 提醒 回答 答 称 因 当选 辞 卸 免 拟 历任 连任 出任 调任 荣获 身着 坐镇 坐在 站在 拿 走 或 受 监誓 领誓 打趣 笑 感慨 感叹 觉得 敲定 指着 推动 应邀 受邀 代为 应 切实 牵头 负责 亲自 一直 曾 现 还
    并 以 把 给 请 让 提出 围绕 结合 检查 督导 传达 部署 签署 签订 签字 见证 获 被 不再 兼 当即 随即 随后 立即 立刻 马上 迅速 一同 一并 一道 一起 专程 连夜 全程 率先 首先 先后 共同 联合 当场 现场 特意 专门 正在 正带 正组织 带着 领着 顶着 冒着
    背着 捧着 关于 谈到 谈起 提到 接过 拿出 翻开 打开 宣读 解读 统计 估算 算过 算了 核算 连线 表态 发言 点评 授课 揭牌 授牌 颁奖 颁发 请假 缺席 代其 回应 解释 反问 一大早 连日来 近日 日前 今天 昨天 当天 昨日 当日 如是 这样 做 讲 上台 登台 主讲
    """.split()
_TITLES_AFTER = re.compile("|".join(sorted(_SPEAKS, key=len, reverse=True)))


@cache
def _surname_lines() -> list[str]:
    """Single surnames, most frequent first, in one or more lines; then a line of compound ones, then one of Japanese ones."""
    return [line for line in (_DATA / "surnames.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@cache
def surnames() -> dict[str, float]:
    """Surname → weight: about 3 for the most frequent, 0 for the rarest; compound surnames 2."""
    *singles, compound, _ = _surname_lines()
    weights = {surname: max(0.0, 3.0 - rank / 100) for rank, surname in reversed([*enumerate(" ".join(singles).split())])}
    return weights | dict.fromkeys(compound.split(), 2.0)


@cache
def _japanese() -> re.Pattern[str]:
    """田中一郎, 高桥健一: a Japanese surname and a given name that ends as such names do."""
    return re.compile(f"(?:{'|'.join(_surname_lines()[-1].split())}){HAN}?[郎子夫介雄男彦一二三太助美惠治明人树之也史平弘久信义造次辅武]")


@cache
def _given() -> dict[str, float]:
    """Character → ln(P(in a given name) / P(in text)); -2.5 where not listed."""
    pairs = (line.split("\t") for line in (_DATA / "names.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {character: int(value) / 10 for character, value in pairs}


def surname_of(name: str) -> str | None:
    """The surname that `name` begins with, compound before single; None where there is none."""
    table = surnames()
    for size in (4, 3, 2, 1):
        if len(name) > size and name[:size] in table:
            return name[:size]
    return None


def is_stranger(name: str) -> bool:
    """Is it put together of syllables of Tibetan, Mongol or Yi names (仁青卓玛)?"""
    if name in _OTHER_PEOPLES and len(name) >= 2:
        return True
    return any(name[:k] in _OTHER_PEOPLES and (name[k:] in _OTHER_PEOPLES or len(name) - k == 1) for k in (2, 3, 4) if k < len(name)) or (
        len(name) >= 4 and any(name[-k:] in _OTHER_PEOPLES for k in (2, 3))
    )


def score(name: str) -> float:
    """Log-odds that `name` (2–4 characters, no ·) is a personal name, from its characters alone."""
    if name in _NOT_NAME_WORDS:
        return -6.0
    if is_stranger(name):
        return 2.0 + 0.8 * (len(name) - 2)
    if len(name) >= 3 and _japanese().fullmatch(name):
        return 4.5 + (len(name) - 3)
    surname = surname_of(name)
    if surname is None:
        return -6.0
    rest = name[len(surname) :]
    weight = -3.0 if rest[-1:] in _FUNCTION else -1.0 if rest[-1:] in "为由任" else 0.0
    if not 1 <= len(rest) <= 2 or any(c in _NOT_GIVEN for c in rest):
        return -6.0
    table = _given()
    weight += surnames()[surname] + sum(max(-3.0, table.get(c, -1.5)) for c in rest) / len(rest)
    if len(rest) == 2:
        weight += 1.6 + min(0.0, table.get(rest[1], -1.0) + 1.5)
    return weight - (2.5 if name[:2] in _NOT_NAME_WORDS else 0.0)


def ends_here(text: str, end: int) -> float:
    """Log-odds that a name may end at `end`, from what follows."""
    if end >= len(text) or text[end] in _FOLLOW:
        return 3.0
    return -9.0 if text[end] == "·" else _follows(text[end - 1 : end + 6])


@lru_cache(maxsize=1 << 16)
def _follows(window: str) -> float:
    """The same from a window: the last character of the would-be name, then the text behind it."""
    tail = window[1:]
    word, tag = rjieba.tag(window[:5], False)[0]
    across = len(word) >= 2 and not tag.startswith("nr")
    match = _TITLES_AFTER.match(tail)
    if match:
        return 1.5 - (0.0 if not across else 0.5 if len(match[0]) >= 2 else 1.0)
    word, tag = rjieba.tag(tail, False)[0]
    if len(word) >= 2:
        weight = 0.7 if tag[:1] in "vdpc" else 0.0
    else:
        weight = 0.5 if word in _FOLLOW_CHARS else -1.0
    return weight - (1.5 if across else 0.0)


def candidates(text: str, start: int, limit: int) -> list[tuple[int, float]]:
    """Possible ends of a name that begins at `start`, with log-odds, the best first.  Padding (陈 默) counts inside."""
    foreign = _FOREIGN.match(text, start, limit)
    if foreign:
        return [(_foreign_end(text, start, foreign.end()), 4.0)]
    padded = _PADDED.match(text, start, limit)
    if padded and surname_of(clean(padded[0])):
        return [(padded.end(), 3.0 + ends_here(text, padded.end()) / 3)]
    found = []
    for size in (2, 3, 4, 5, 6):
        if size > 4 and (text[start] in _NO_OPENING or not is_stranger(text[start : start + size])):
            continue
        end = start + size
        name = text[start:end]
        if end > limit or not re.fullmatch(HAN + "+", name):
            break
        base = score(name)
        if base > -5:
            found.append((end, base + ends_here(text, end)))
    return sorted(found, key=lambda pair: -pair[1])


def _foreign_end(text: str, start: int, end: int) -> int:
    """Where the last part of a name with · ends: before the first word of the predicate."""
    dot = text.rindex("·", start, end)
    for stop in range(dot + 2, end):
        if _TITLES_AFTER.match(text[stop : stop + 4]) or (stop - dot >= 3 and ends_here(text, stop) >= 1.0):
            return stop
    return end


def clean(name: str) -> str:
    """The name without padding."""
    return re.sub(r"\s", "", name)


class Registry:
    """The names found so far in one article: a second mention agrees with the first."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}

    def add(self, name: str) -> None:
        self.names[name] = self.names.get(name, 0) + 1

    def best(self, text: str, start: int, found: list[tuple[int, float]]) -> tuple[int, float] | None:
        """The best of `found`, helped by names already known and by how often each form stands in the text."""
        if not found:
            return None
        return max(((end, weight + self._agreement(text, text[start:end])) for end, weight in found), key=lambda p: p[1])

    def _agreement(self, text: str, name: str) -> float:
        if clean(name) in self.names:
            return 3.0
        if len(name) > 4:
            return 0.0
        followers = {text[i : i + 1] for i in _positions(text, name)}
        return min(1.5, 0.5 * (len(followers) - 1))


def _positions(text: str, name: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0 and len(found) < 12:
        found.append(at + len(name))
        at = text.find(name, at + 1)
    return found
