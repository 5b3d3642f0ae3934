"""What a clause does in telling of an event: says who speaks, frames what the next one tells, or only gives the background.

    水利部昨日|透露|，… · 县委书记周建国|在清河镇调研时|，走访了敬老院 · |根据省政府要求|，…
"""

from __future__ import annotations

import re

from kg.annotate.dates.words import any_of

__all__ = ["ADVERBIAL", "BACKGROUND", "HELD", "REPORTER", "SPEECH", "framed"]

BACKGROUND = re.compile(
    r"面对|随着|根据|按照|依据|为(?![期民])了?|经(?![济营费理验纬贸信开])|在.{1,14}[下中后时上]$|针对|围绕|鉴于|由于|因(?!特网|公[牺殉])|据(?!点)|接到|受.{1,10}影响"
    r"|天还|自(?![治然主贡行身己动愿来查驾卫学闭救助营])|以(?!色列|工代|案促|赛)|伴随"
)
_SAYS = any_of(
    "介绍 表示 说 指出 强调 要求 通报 透露 告诉记者 回忆 补充 认为 明确 提出 议定 决定 确定 回应 报告 显示 了解",
    "预计 提醒 了解到 得知 通报称 报道称 报告称 声明称 看到 注意到",
    "补充道 介绍说 宣布 坦言 获悉 答复 答复说",
)
SPEECH = re.compile(rf"(?:(?!接到|收到|听取)[^，。；]){{0,26}}(?:{_SAYS}|告诉.{{0,8}})$")
REPORTER = re.compile(r"(?:本[报网刊台社])?(?:记者|笔者)")
ADVERBIAL = re.compile(r".{0,6}(?:[前后时间内]|之际|期间|以来)$|的?[^，。；]{0,6}(?:周末|一天|清晨|早晨|夜晚|晚上|午后|傍晚|日子|星期.|周.)$")
HELD = re.compile("(?:召开|举行|举办|开幕)的")
"""在5日|召开的会上，叶知秋当选主席: what the meeting did says all."""
_FRAME = re.compile(
    r"(?:(?P<who>[^，,。；;]{2,18}?)(?=在|赴|于))?[^，,。；;]{2,40}"
    r"(?:(?:领导|指导|支持|关心|推动|努力|帮助|配合|陪同|带领|见证)下|(?:公里|[米叉口岔]|交界|起点|终点)处|附近|路段|境内|一带|门口|途中|地段"
    r"|(?:市场|厂|大院|院|楼|园区|小区|公园|校园|辖区|大厅|车间|库)内|之际|期间|过程中|[会式]上|那[年天]|当[天日晚]|[首第]一?个?(?:天|日|工作日))"
    r"|(?P<doer>[^，,。；;]{2,18}?)在[^，,。；;]{2,30}时"
)


def framed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where it stands who does what the next clause tells, if `text[start:end]` only says where or when; the end twice where nobody is named."""
    match = _FRAME.fullmatch(text, start, end)
    if match is None:
        return None
    return next((match.span(name) for name in ("who", "doer") if match[name]), (end, end))
