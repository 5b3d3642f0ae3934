"""The table of what looks like a date and situates nothing, each row with its reason.

A row is a pattern on what stands before (`left`) or after (`right`) an expression, and the kind of
expression it applies to (see `kg.annotate.dates.filters`).  The first row that matches gives the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.dates import modifier_words as words

__all__ = ["RULES", "Rule"]

_NUMBER = r"[一二三四五六七八九十\d]"
_CLAUSE = "[^，,。；]"
_MID_CLAUSE = r"[^\s，,。；：:、（(“”自从在于到至截]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to set an expression aside; both patterns must match where both are given."""

    reason: str
    applies: str = "all"
    left: re.Pattern[str] | None = None
    right: re.Pattern[str] | None = None


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})$")


def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})")


RULES = (
    # 春节前，也就是1月20日前 · 明年汛前，即5月31日前
    Rule(
        "glossed by a finer date",
        right=_after(rf"(?:[汛节]前|一过|刚过)?[，,（(]?(?:也就是|也即|亦即|即)(?:{_NUMBER}{{4}}年)?{_NUMBER}{{1,2}}[月日]"),
    ),
    # 每月10日前 · 每年12月 · 逢周三
    Rule(
        "recurring",
        left=_before(r"每个?|每逢|每到|逢|每一?个?(?:年|月|周|季度?|学期|星期)(?:的|第.|[首末]月)?|历年|历次|往年|常年|各年"),
    ),
    Rule("recurring", "weekday", left=_before("每周[一二三四五六日天](?:[、和至到]周[一二三四五六日天])*[、和至到]")),
    # 每月5日前报送上月支出情况
    Rule("recurring", "months", left=_before(rf"每(?:个?月|季度?|年|周){_CLAUSE}{{0,16}}")),
    Rule("recurring", right=_after(rf"每(?:年|季度?|月|周)(?:{_NUMBER}|第|[初前末])")),
    Rule("recurring", "no start", right=_after("每(?:个|年|季度?|月|周|天|日|逢)")),
    # 周一至周五8时30分至12时 · 一天从上午9点到下午5点
    Rule("recurring", "clock", left=_before(rf"(?:工作日|每[天日晚早夜晨]|一天|平日|周一至周五){_CLAUSE}{{0,6}}")),
    # 常常忙到夜里十一二点
    Rule("recurring", "clock", left=_before(rf"(?:经常|常常|往往|时常|总是|通常|一般|习惯|有时){_CLAUSE}{{0,12}}")),
    # 比去年增加 · 较2019年 · 与上年同期 · 同比
    Rule("comparison", left=_before(words.COMPARES)),
    Rule("comparison", right=_after(rf"的?(?:同期|同比)|{_CLAUSE}{{0,6}}(?:相比|持平|同口径)")),
    # 为期5日 · 连续3日 · 30日内 · 3日游
    Rule("duration", "bare day", left=_before(words.LASTS)),
    Rule("duration", "bare day", right=_after(r"以?内|之内|游|龄|有效")),
    Rule("duration", "bare month", left=_before("前|后|第|近|满|等|约")),
    # （财社〔2017〕164号，2017年10月13日印发）
    Rule("issue of a document that is cited", right=_after(r"(?:印发|发布|公布|公告|修订|施行)[^，。（）]{0,6}[）)]")),
    # 抢通已经一月有余
    Rule("duration", "bare month", right=_after("有余|有多")),
    # 今天就到这里 · 今天请到了省财政厅副厅长
    Rule("words of a host", right=_after("(?:就到这|请[来到]了?|的?发布会(?:就到|到此))")),
    # 过去要等到9月
    Rule("recurring", "months", left=_before(rf"(?:过去|以往|以前|往常){_CLAUSE}{{0,8}}")),
    # 今年七十一岁 · 距年底还有五个月
    Rule("age", "years", right=_after(rf"(?:已经?)?(?:{_NUMBER}{{1,3}}[多余]?[岁了]|[二三四五六七八九]十有?{_NUMBER}?[，,。])|高龄")),
    # 十四岁那年
    Rule("age", "that year", left=_before("岁")),
    Rule("distance", left=_before("距离?|离|相距")),
    # 那年冬天 · 今年入冬以来
    Rule("vague", "years", right=_after(r"的?(?:入[春夏秋冬汛伏]|[春夏秋冬](?:[天季日末初上]|以来|[，,])|[正冬腊]月|汛期|汛前|以前)")),
    # 三年前的今天
    Rule("vague", "now", left=_before("[0-9一二两三四五六七八九十百半几多]个?[年月周]前的")),
    # 2012年以前形成的债务 · 他当年提出的办法
    # 合作社全年销售额73万元
    Rule("no year of its own", "all year", left=_before(r"[^。；;！？!?\s]")),
    Rule("vague", "open past", right=_after("(?!完成|实现|建成|全部|基本)")),
    # 把当月卖出的钱捐了
    Rule("modifier of a noun", "that month", right=_after(rf"{_CLAUSE}{{1,4}}的")),
    Rule("vague", "that year", left=_before("[他她]"), right=_after(rf"{_CLAUSE}{{1,8}}的")),
    # 年内至少还有一次
    Rule("vague", "this year", right=_after("至少")),
    # 一路干到今天
    Rule("vague", "now", left=_before("[做走干活熬传]到"), right=_after("[，,。；;]")),
    Rule("vague", "bare edge", left=_before("岁末")),
    # 春节刚过 · 清明将至 · 端午前后
    Rule("vague", "feast", right=_after(rf"(?:、{_CLAUSE}{{1,4}})?(?:节|假期?|一)?(?:{words.NEAR_FEAST})")),
    # 酒还没到重阳 · “六一”国际儿童节
    Rule("vague", "feast", left=_before("还没到|没到|不到|未到")),
    Rule("gloss of another date", "feast", right=_after("国际")),
    Rule("recurring", "feast", left=_before(rf"每年的?{_CLAUSE}{{1,3}}、")),
    # 平安过春节
    Rule("feast as a modifier", "feast", left=_before("[欢共]度|过好|[安祥和心乐]过"), right=_after("节?[，,。；]")),
    # 今年校庆前夕 · 去年这个时候 · 在上年基础上
    Rule("vague", "years", right=_after(rf"{_CLAUSE}{{1,4}}前夕|的?这个?时候")),
    Rule("comparison", "years", right=_after("的?基础上")),
    # 那天正是中秋
    Rule("gloss of another date", "feast", left=_before("是"), right=_after("的?日子|[，,。；;、]")),
    # 2月18日，也就是春节后上班第一天
    Rule("gloss of another date", "feast", left=_before("也就是|亦即|也即")),
    # 那天是个星期五 · （星期五） alone on its line, under the day
    Rule("gloss of another date", "weekday", left=_before("是个?|^[（(]")),
    # 传言明年停发补贴
    Rule("rumour", left=_before(rf"(?:{words.RUMOUR}){_CLAUSE}{{0,24}}")),
    # 按到账当日牌价折合
    Rule("modifier of a noun", right=_after("的?(?:外汇)?(?:牌价|汇率|中间价|口径)")),
    # 防御1954年型洪水
    Rule("name of a kind", "years", right=_after("型|式")),
    # 截至7月7日，全省今年累计投入
    Rule("within an as-of date", "this year", left=_before("截[至止][^。；;]{2,36}")),
    # 发布时间：2024-03-01 来源：… · 某晚报4月2日报道 · 本报昨日第六版 · 2020年3月5日印发
    Rule("page furniture", left=_before(rf"(?:{words.PUBLISHED})(?:日期|时间|于)?[：: ]{{0,2}}")),
    Rule(
        "page furniture",
        "numeric",
        left=_before(r"(?:^|\s)(?:日期|时间)[：: ]{1,2}"),
        right=_after(r"\s*(?:$|\n|\d{1,2}:\d\d|【|\[)"),
    ),
    Rule(
        "page furniture",
        right=_after(r"[ ]*(?:\d{1,2}:\d\d(?::\d\d)?)?[ \u3000|｜/／·]*(?:来源|作者|浏览|点击|字号|字体|稿源|编辑|责任编辑)[：:]?"),
    ),
    # 某市台办供稿 2012-09-24 · 滨海日报6月26日团风讯
    Rule("page furniture", left=_before("(?:供稿|撰稿|来稿|投稿|摄影|摄)[ ：:]*"), right=_after(r"\s*(?:$|\n|[）)])")),
    Rule("dateline", left=_before("[报网社台]"), right=_after(r"[\u4e00-\u9fff]{2,6}(?:电|讯)[ 　（(]")),
    # 某省民政厅，2019年2月28日。
    Rule("page furniture", left=_before(r"(?:^|。)[^，,。；;：:\n]{2,20}[部厅局委会府办室院][，,]"), right=_after(r"。?\s*$")),
    Rule("page furniture", right=_after(rf"出版|第{_NUMBER}+版|印发\s*(?:$|\n)|星期.\s*第")),
    Rule(
        "page furniture",
        left=_before("报|网|社|刊|台|《[^》]*》"),
        right=_after(rf"曾?(?:报道|刊发|刊登)|第{_NUMBER}*[版期]|[A-Z]?\d*版"),
    ),
    # 新华社北京1月5日电 · 本报2月3日讯
    Rule("dateline", right=_after(r"(?:电|讯|专电|消息)(?![话视影力网子器信台称说显指])")),
    # 2020年度预算 · 2024年第一批…资金 · 当年第500万标准箱
    Rule("modifier of a noun", "years", right=_after(rf"{words.MODIFIED}|第{_NUMBER}")),
    # 附件：2017年…分配表 · 2017年及以前年度 · 某市2025年“银龄”行动启动仪式
    Rule("modifier of a noun", "years", left=_before(r"附件?\d*[：:.]?\s*\d?[.．、]?")),
    Rule("modifier of a noun", "years", right=_after("[及和]?以前年度")),
    Rule(
        "modifier of a noun",
        "years or months",
        left=_before(_MID_CLAUSE),
        right=_after(rf"[“《]|{_CLAUSE}{{0,16}}?(?:{words.OCCASIONS})"),
    ),
    # 下达2024年…资金 · 通报“十二五”时期… · 2020年的资金
    # 28日在2023年全市水利工作会议上 · 12月1日，2021年全市四季度重点项目现场会在…召开
    Rule("modifier of a noun", "years", left=_before("在"), right=_after(rf"{_CLAUSE}{{1,30}}?(?:会议?|论坛|仪式|典礼)上")),
    Rule(
        "modifier of a noun",
        "years",
        left=_before(rf"日(?:上午|下午|晚上?)?[，,]?(?:{_CLAUSE}{{1,12}}在)?"),
        right=_after(rf"(?:(?!召开|举行|举办|在){_CLAUSE}){{1,40}}?(?:会议?|{words.OCCASIONS})(?:在|召开|举行|开幕)"),
    ),
    Rule(
        "modifier of a noun",
        "months",
        right=_after(rf"(?:(?!召开|举行|举办|在|将|已|共|完成|有){_CLAUSE}){{1,20}}?(?:现场会|推进会|集中(?:开工|签约|竣工))"),
    ),
    Rule("modifier of a noun", "years", right=_after(rf"{_CLAUSE}{{1,24}}?(?:培训班|进修班|研讨班)(?:全体|学员|[、，,])")),
    # 抢抓四季度 · 就2023年水利建设进展举行发布会 · 将2023年承担的工程情况向各位介绍
    Rule("modifier of a noun", "months", left=_before("抢抓|冲刺|决战|大干|备战")),
    Rule("modifier of a noun", "years", left=_before("就|围绕|针对"), right=_after(rf"{_CLAUSE}{{1,34}}(?:情况|进展|成效|成果|问题)")),
    Rule("modifier of a noun", "years", right=_after(rf"{_CLAUSE}{{1,24}}情况向")),
    Rule(
        "modifier of a noun",
        "years",
        left=_before(rf"(?:{words.OBJECT_VERBS}|(?<!系)列)(?<!期的)(?<!年[和与及])"),
        right=_after("(?![在由从才]|就(?!业)|来(?!源))"),
    ),
    # 2014年获批的项目包括 · 省级当年安排的32亿元 · 截至目前，学校2014年获批129项
    Rule("modifier of a noun", "years", right=_after(rf"{_CLAUSE}{{1,6}}的{_CLAUSE}{{1,20}}(?:包括|分别是|如下)")),
    Rule("modifier of a noun", "that year", right=_after(rf"{_CLAUSE}{{1,6}}的\d|计划(?:完成)?投资|利息")),
    Rule("within an as-of date", "years", left=_before("截[至止](?:目前|当前|今[日天])[^。；;]{1,12}")),
    # 介绍2021年全市预算执行情况 · 对全区2012年安居工程的投资
    Rule("modifier of a noun", "years", right=_after(rf"{_CLAUSE}{{0,10}}预算(?:执行|安排情况)|{_CLAUSE}{{0,8}}?(?:执行|编制|安排)情况")),
    Rule("modifier of a noun", "years", left=_before(rf"对{_CLAUSE}{{1,4}}|(?:用于|支持|兼顾){_CLAUSE}{{0,4}}"), right=_after(rf"{_CLAUSE}{{2,20}}的")),
    # 2023年用于产业发展的资金 · 2018年公益支出计划。
    Rule("modifier of a noun", "years", right=_after(rf"用于{_CLAUSE}{{1,12}}的|{_CLAUSE}{{0,10}}(?:计划|方案|预算)。|{_CLAUSE}{{0,12}}投资计划[\d，,为共]")),
    Rule(
        "modifier of a noun",
        "years",
        left=_before(rf"(?:{words.GOVERNING_VERBS}|(?<!系)列)(?:[^，,。；：:、（(]|[（(][^）)]{{0,8}}[）)]){{1,14}}"),
    ),
    Rule("modifier of a noun", "years", right=_after("的(?!当天|当日)")),
    # 今年，省财政已于2月4日下达: the finer date counts
    Rule("within a finer date", "years", right=_after(rf"[，,]?{_CLAUSE}{{0,16}}?(?:于|在)\d{{1,2}}月")),
    # 2013年项目结余资金 · 去年奖补资金2.4亿元，已于6月20日拨付
    Rule(
        "modifier of a noun",
        "years or months",
        right=_after(rf"{_CLAUSE}{{0,6}}?(?:结转|结余|结存|未用完|未使用|未实施|超收)"),
    ),
    Rule(
        "modifier of a noun",
        "years",
        right=_after(
            rf"(?:(?!{words.HANDLES_MONEY})[^，,。；的]){{1,30}}?(?:{words.FUNDS}|(?<={_CLAUSE}{{8}})预算内投资)(?:\d|共\d|预计|稳定|共计|合计|总额|规模|占比|已|将)"
        ),
    ),
    # 今年财政拿多少钱稳就业？
    Rule("asked", "years or months", right=_after(rf"{_CLAUSE}{{0,30}}(?:{words.ASKS})[^。；;]{{0,20}}[？?]")),
    Rule("asked", "years", right=_after(rf"{_CLAUSE}{{1,30}}[？?]")),
    # 从2005年公益金结余中列支
    Rule("modifier of a noun", "years", left=_before("从"), right=_after(rf"(?!开始){_CLAUSE}{{2,16}}中(?:列支|安排|拿出|给予|解决|调剂|划)")),
    # 兑现一季度贴息 · 拨付9月份补助
    Rule(
        "modifier of a noun",
        "months",
        left=_before(rf"(?:{words.DOES})|(?:兑付|发放|支付|补发|缴纳){_CLAUSE}{{1,8}}(?<![于在到至从自截])"),
    ),
    # 开展年末支出督导
    Rule("modifier of a noun", "bare edge", left=_before("开展|做好|抓好|召开|举行")),
    # 9月的监测结果, but in 在12月的督查中发现 it situates · 召开6月份例行通气会 · 12月玉米合约
    Rule("modifier of a noun", "months", right=_after(rf"的(?!那|最后|第一|头|{_CLAUSE}{{1,12}}(?:[会式]上|中?发现|中?查出))")),
    Rule("modifier of a noun", "months", right=_after(rf"{_CLAUSE}{{0,4}}合约")),
    # 1月至11月支出进度
    Rule("modifier of a noun", "months", right=_after(rf"(?:的|全[市省县区国州])?.{{0,10}}?(?:{words.PERIOD_NOUNS})")),
    # 今天的发布会到此结束 · 年初预算到位率
    Rule("modifier of a noun", "now", right=_after(rf"的(?!{_CLAUSE}{{1,14}}[会式]上)|计划[”\"]")),
    Rule("modifier of a noun", "bare edge", right=_after(rf"{_CLAUSE}{{0,4}}方案|的|预算|人代会|制定|确定的|计划|余额|结余|结转")),
    Rule("modifier of a noun", "bare edge", right=_after(rf"(?:(?!力争|突破|达到|确保){_CLAUSE}){{1,12}}余额")),
    # 介绍今年以来的进展情况
    Rule(
        "modifier of a noun",
        "since",
        left=_before(r"(?:介绍|通报|总结|回顾|汇报|听取)了?"),
        right=_after(rf"{_CLAUSE}{{0,30}}(?:情况|进展|成效|成果|工作)"),
    ),
    # 为2011年以来同期最重
    Rule(
        "ranks something else",
        "since",
        right=_after("的|同期|最|首次|首个|新高|历史|历年|第[一二三四五]|连续"),
    ),
    # 春节慰问 · 国庆假期
    Rule("feast as a modifier", "feast", right=_after(words.FEAST_NOUNS)),
)
