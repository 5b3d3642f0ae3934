"""What looks like a date and situates nothing: modifiers, comparisons, recurring times, durations, titles.

Each rule is a pattern on what stands before (`left`) or after (`right`) the expression, and the kinds
of expression it applies to.  The first that matches gives the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.dates.parts import Base, Expression, Parts, Suffix

__all__ = ["not_a_date", "opens_clause"]

_LOOK = 20
_BOUNDARY = re.compile(r"(?:^|[，,。；：:！？!?\s“”\"、（(）)●■◆▲·\-—.．】〉>]|\d[、.．])$")
_LEAD = re.compile(
    r"(?:自|从|自从|在|于|至|到|截至|早在|直到|直至|即|即从|等到|待|待到|赶在|力争|争取|确保|计划|预计|将|拟|定于|的|而|但|并|且|则|又|已|也|还|都|后|时|日|月|年)$"
)
_OBJECT_VERB = re.compile(
    r"(?:提前下达|下达|下拨|拨付|预拨|拨出|安排|印发|发布|公布|公示|通报|通报了|关于|做好|抓好|开展|落实|实施|完成|编制|审查|批准|审议|审计|"
    r"申报|组织|制定|制订|修订|参加|举行|举办|召开|执行|总结|回顾|部署|谋划|推进|启动|报送|上报|收到|使用|统筹|分配|分解|确定|听取|听取了|"
    r"审议通过|通过|通过了|分析|获得|荣获|获|获评|入选|列入|纳入|签订|签署|对|将|把|用于|支持|为|是|与|和|及|给予|核定|清算|结转|盘活|收回|(?<!系)列|调整|公开|编报|批复|承担|"
    r"新增|追加|争取到|争取|落实了|发放|兑付|兑现|筹集|筹措|的|了)$"
)
_GOVERNING_VERB = re.compile(
    r"(?:下达|下拨|拨付|预拨|安排|印发|编制|(?<!系)列|申报|上报|报送|审议|审查|批准|通报|公布|公示|完成|做好|抓好|听取|总结|部署|贯彻|落实|结合|根据|按照|围绕)"
    r"(?:[^，,。；：:、（(]|[（(][^）)]{0,8}[）)]){1,14}$"
)
_MODIFIED = re.compile(
    r"(?:年?度|第[一二三四五六七八九十\d]|首批|全?年?(?:预算|决算)|预算|决算|财政(?:预算|决算|收支|收入|支出|补助|资金|专项|衔接)|"
    r"政府工作报告|工作(?:要点|报告|计划|总结|任务)|国民经济|全国(?:两会|高考|统一|硕士|公务员)|春节?运|高考|两会|春季学期|秋季学期|届|级|版|式|产|款)"
)
_OF_PLACE = re.compile(r"的(?!当天|当日)")
_PERIOD_NOUN = re.compile(
    r"(?:的|全[市省县区国州])?.{0,10}?(?:支出进度|收支情况|执行情况|运行情况|工作(?:情况|总结|会议)|经济形势|经济运行|进展情况|收入情况|报表|数据|工作要点)"
)
_SINCE_RANK = re.compile(r"(?:的|同期|最|首次|首个|新高|历史|历年|第[一二三四五]|连续)")
_FEAST_USE = re.compile(
    r"^(?:（|\(|[，,]|当[天日晚]|那天|这天|前夕?(?!往|来)|后|之[前后]|以[前后]|期间|前后|夜|晚|早|上午|下午|凌晨|清晨|一大?早|至|到|起|过后|刚过|临近|将至|来临|开始|\d{1,2}[时点])"
)
_FEAST_LEAD = re.compile(r"(?:[，,。；：:！？“（(\s]|^|在|于|到|至|自|从|年的?|今|每逢|逢|这个|适逢|正值|恰逢|赶在|力争|争取|确保)$")
_FEAST_NOUN = re.compile(
    r"^(?:假期|假日|长假|小长假|慰问|联欢|晚会|活动|市场|档|消费|食品|物资|走访|文化|经济|旅游|黄金周|祝福|团拜|序曲|快乐|佳节|氛围|贺|礼|主题|系列|安全|保供|专项|送温暖|“?两节|两会)"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One reason to set an expression aside; `years`: only where a bare year or years are all that is said."""

    reason: str
    left: re.Pattern[str] | None = None
    right: re.Pattern[str] | None = None
    applies: str = "all"


_RULES = (
    # 每月10日前 · 每年12月 · 逢周三
    _Rule("recurring", left=re.compile(r"(?:每个?|每逢|逢|每一?个?(?:年|月|周|季度?|学期|星期)(?:的|第.)?|历年|历次|往年|常年|各年)$")),
    _Rule("recurring", right=re.compile(r"^(?:[^，。；]{0,4}(?:每年|每月|每周|例行))"), applies="never"),
    # 比去年增加 · 较2019年 · 与上年同期 · 同比
    _Rule("comparison", left=re.compile(r"(?:比|较|同比|对比|比起|相比|超过|超|突破|达到|接近|仅次于|不如|相对|参照|参考|高于|低于|多于|少于|优于|好于|快于|慢于|不及|相当于)$")),
    _Rule("comparison", right=re.compile(r"^(?:的?(?:同期|同比)|[^，。；]{0,6}(?:相比|持平|基本持平|同口径))")),
    # 为期5日 · 连续3日 · 30日内 · 3日游
    _Rule("duration", left=re.compile(r"(?:期限?为?|时限为?|为期|连续|持续|历时|长达|近|约|满|达|逾|超过|不少于|不超过|至少|最多|共|前|后|第|等|仅用|只用|用时|短短)$"), applies="bare day"),
    _Rule("duration", right=re.compile(r"^(?:以?内|之内|游|龄|有效)"), applies="bare day"),
    _Rule("duration", left=re.compile(r"(?:前|后|第|近|满|等|约)$"), applies="bare month"),
    # 今年七十一岁 · 当年第500万标准箱
    _Rule("age", right=re.compile(r"^(?:已?[一二三四五六七八九十\d]{1,3}(?:多|余)?岁|高龄)"), applies="years"),
    # 距年底还有五个月
    _Rule("distance", left=re.compile(r"(?:距离?|离|相距)$")),
    _Rule("page furniture", left=re.compile(r"(?:报|网|社|刊|台|《[^》]*》)$"), right=re.compile(r"^(?:曾|[A-Z]?\d*版|第[一二三四五六七八九十]+版)?(?:报道|第|[A-Z]\d+版|刊发|刊登)")),
    _Rule("page furniture", right=re.compile(r"^第[一二三四五六七八九十\d]+版")),
    # 今天的发布会到此结束
    _Rule("modifier of a noun", right=re.compile(r"^的"), applies="now"),
    # 有的县年初预算到位率不足六成
    _Rule("modifier of a noun", right=re.compile(r"^(?:预算|人代会|制定|确定的|计划|余额|结余|结转)"), applies="bare edge"),
    # 工作日上午9时至11时 · 一天从上午9点到下午5点
    _Rule("recurring", left=re.compile(r"(?:工作日|每天|每日|一天|平日|周一至周五)[^，。；]{0,6}$"), applies="clock"),
    # 经常工作到深夜十一二点
    _Rule("recurring", left=re.compile(r"(?:经常|常常|往往|时常|总是|通常|一般|习惯|有时)[^，。；]{0,12}$"), applies="clock"),
    # 那年冬天 · 今年入冬以来
    _Rule("vague", right=re.compile(r"^的?(?:入[春夏秋冬汛伏]|[春夏秋冬](?:[天季日末初]|以来)|汛期|汛前|以前)"), applies="years"),
    # 发布时间：2024-03-01 · 来源
    _Rule("page furniture", left=re.compile(r"(?:发布|发文|成文|更新|印发|生成|公开|录入|上传|刊发|采集|提交|打印|浏览|添加|编辑|创建)(?:日期|时间|于)?[：: ]{0,2}$")),
    _Rule("page furniture", left=re.compile(r"(?:^|\s)(?:日期|时间)[：: ]{1,2}$"), right=re.compile(r"^\s*(?:$|\n|\d{1,2}:\d\d|来源|作者|浏览|点击|【|字体|\[)")),
    _Rule("page furniture", right=re.compile(r"^[ ]*(?:\d{1,2}:\d\d(?::\d\d)?)?[ ]*(?:来源|作者|浏览|点击|字号|字体|稿源|编辑|责任编辑)[：:]?")),
    _Rule("page furniture", right=re.compile(r"^(?:出版|第\d+版|印发\s*(?:$|\n)|星期.\s*第)")),
    # 新华社北京1月5日电 · 本报2月3日讯
    _Rule("dateline", right=re.compile(r"^(?:电|讯|专电|消息)(?![话视影力网子器信台])")),
    # 2020年度预算 · 2024年第一批…资金 · 2021年政府工作报告
    _Rule("modifier of a noun", right=_MODIFIED, applies="years"),
    _Rule("modifier of a noun", left=_OBJECT_VERB, applies="years"),
    _Rule("modifier of a noun", left=_GOVERNING_VERB, applies="years"),
    _Rule("modifier of a noun", right=_OF_PLACE, applies="years"),
    _Rule("modifier of a noun", right=_PERIOD_NOUN, applies="months"),
    _Rule("ranks something else", right=_SINCE_RANK, applies="since"),
    _Rule("feast as a modifier", right=_FEAST_NOUN, applies="feast"),
)


def opens_clause(left: str) -> bool:
    """Whether an expression stands at the beginning of a clause, or behind a preposition or adverb."""
    return not left or bool(_BOUNDARY.search(left)) or bool(_LEAD.search(left))


def _kinds(found: Expression) -> frozenset[str]:
    """To which rules an expression is subject."""
    parts, kinds = found.left, {"all"}
    plain = found.suffix in (Suffix.NONE, Suffix.DURING, Suffix.AFTER)
    if parts.only_year() and (found.right is None or found.right.only_year()) and plain:
        kinds.add("years")
    if (parts.months or (parts.month and not parts.day)) and plain:
        kinds.add("months")
    if parts.day and not (parts.month or parts.year or parts.has_clock() or found.right) and parts.day.base is Base.STATED:
        kinds.add("bare day")
    if parts.month and not (parts.year or parts.day) and parts.month.base is Base.STATED:
        kinds.add("bare month")
    if found.suffix is Suffix.SINCE:
        kinds.add("since")
    if parts.festival:
        kinds.add("feast")
    if parts.only_clock():
        kinds.add("clock")
    if parts.day and parts.day.base is Base.DEICTIC and not parts.has_clock():
        kinds.add("now")
    if parts.edge and not (parts.year or parts.months or parts.month):
        kinds.add("bare edge")
    if parts.plan:
        kinds.add("years")
    return frozenset(kinds)


def not_a_date(text: str, found: Expression, low: int, high: int) -> str | None:
    """Why the expression situates nothing, or None; `low:high` bounds the paragraph."""
    left = text[max(low, found.core - _LOOK) : found.core]
    right = text[found.end : min(high, found.end + _LOOK)]
    kinds = _kinds(found)
    for rule in _RULES:
        if rule.applies not in kinds:
            continue
        if (rule.left is None or rule.left.search(left)) and (rule.right is None or rule.right.match(right)):
            return rule.reason
    if _in_title(text, found.start, low, high):
        return "title of a work"
    if found.left.festival and not _feast_situates(left, text[found.core_end : found.core_end + 6], found):
        return "feast as a modifier"
    if _lone_part(found.left) and not (opens_clause(left) and (right[:1] in "，," or found.left.hour is not None)):
        return "part of day alone"
    return None


def _lone_part(parts: Parts) -> bool:
    return parts.only_clock() and parts.hour is None


def _feast_situates(left: str, after: str, found: Expression) -> bool:
    """春节前 and 在国庆节 situate; 春节慰问 does not, nor does a person called 国庆."""
    parts = found.left
    return bool(parts.has_clock() or parts.year or found.gloss or _FEAST_USE.match(after) or not after.strip()) or (
        bool(_FEAST_LEAD.search(left)) and (parts.festival or "")[-1:] in "节夕十一"
    )


def _in_title(text: str, at: int, low: int, high: int) -> bool:
    """Whether `at` stands between 《 and 》."""
    before, after = text[max(low, at - 80) : at], text[at : min(high, at + 120)]
    return before.count("《") > before.count("》") and "》" in after
