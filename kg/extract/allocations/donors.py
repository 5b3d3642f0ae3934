"""Who gives, where the words of a purpose are looked for: 恒远集团|捐赠300万元."""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft

__all__ = ["for_the_stricken", "is_beside", "is_cut_payer", "is_unnamed_place", "names_donor"]

def _is_cut(name: str, text: str) -> bool:
    """合肥|滨湖新区建设|投资有限公司: a piece of the name of a firm."""
    return len(text) < len(name) and text in name and name.endswith(("公司", "集团")) and not name.endswith(text)


_COMPANY = re.compile("[\u4e00-\u9fff]{0,4}(?:集团)?(?:股份|有限)(?:责任)?(?:有限)?公司")


def is_cut_payer(draft: Draft, text: str) -> bool:
    """绿洲农业开发|有限公司捐资40万元: who pays, without the end of the name."""
    words = draft.passage.text if draft.passage else ""
    gives = draft.action is not None and "捐" in draft.action.text
    bodies = [o for o in draft.passage.organizations if draft.segment[0] <= o.start < draft.money.start] if draft.passage else []
    if any(_is_cut(o.text, text) and (gives or o.text in draft.payers or o.name in draft.payers) for o in bodies):
        return True
    start = words.rfind(text, draft.passage.start if draft.passage else 0, draft.money.start)
    cut = _COMPANY.match(words, start + len(text)) if start >= 0 else None
    return cut is not None and (_GIVE.match(words, cut.end()) is not None or any(text[-4:] in payer for payer in draft.payers))


_GOODS = re.compile(
    r"(?!.?(?:建|修|购|买|打造|改造|资助|救助|帮[助扶]|援|安装|铺|栽|种|设立|奖励|慰问|支持|扶持))(?:[^，了\d把将为用]{1,12}\d+[万余多]*(?:个|套|件|瓶|桶|箱|斤|公斤|只|副|盒|包|袋|吨|份|床|顶|台|辆|批|支)[、和及]?)+"
)


def is_beside(draft: Draft, text: str) -> bool:
    """累计捐款20万元，|口罩2200个、防护服200套: the goods given beside the money are no purpose of it."""
    if draft.passage is None or draft.action is None or "捐" not in draft.action.text or _GOODS.fullmatch(text) is None:
        return False
    at = draft.passage.text.find(text, draft.tail[0], draft.segment[1])
    return at >= 0 and not draft.passage.text.endswith(("购置", "购买", "采购", "添置", "购"), 0, at)


_GIVE = re.compile(r"(?:[已共又也再还]|先后|累计|首批|一次性|自愿|踊跃|主动|积极|共同|分别|现场|当场|各)*(?:捐|募捐|认捐|[交缴]纳)")
_DONORS = re.compile(
    r"(?:公司|集团|企业|[总商协学]会|基金会?|红十字会|机关|单位|团体|银行|个人"
    r"|学校|[^法]院|职工|员工|干部|党员|群众|师生|教师|人士|各界|侨胞|市民|村民|网民|先生|女士|家|委|政府|[局厅处站所团队])$"
)


def names_donor(draft: Draft, text: str) -> bool:
    """恒远集团|捐赠300万元, 机关干部职工|捐款23万元: who gives, right before the verb of giving, is no purpose."""
    action, passage, text = draft.action, draft.passage, _GIVING.sub("", text) if "捐" in text else text
    if passage is None or len(text) < 2:
        return False
    start = passage.text.rfind(text, draft.segment[0], draft.money.start)
    if start < 0 or _TO.search(passage.text, max(0, start - 3), start):
        return False
    behind = start + len(text)
    if _PERSON.search(text) and _GIVES_SO.match(passage.text, behind):
        return True
    goes_on = action is not None and "捐" in action.text and _GOES_ON.match(passage.text, behind) is not None
    return goes_on or (_DONORS.search(text) is not None and _GIVE.match(passage.text, behind) is not None)


_GOES_ON = re.compile(
    r"(?:分别|各自?|联合|共同|踊跃|自发|自愿)+共?(?:捐|认捐)|"
    r"，?(?:[\d一两三四五]+次|[当昨今][天日场即]|第一时间|率先|立即|迅速|紧急|也|已|再次|宣布|决定|同意|通过[^，。；]{2,16}|以[^，。；]{2,8}名义|累计|先后|共|正式)*[向给为](?!了|此)[^，。；\d]{1,20}?(?:捐|认捐)"
)
"""某车企|当天宣布向灾区捐款, 教师余某|，两次为灾区捐款: the subject of the giving, whatever it is called."""
_PERSON = re.compile(r"(?:党员|教师|老师|老人|村民|居民|职工|工人|企业家|校友|医生|商人|军人|民警|干部|院士|教授|书记|董事长|总经理)[\u4e00-\u9fff]{2,4}$")
_GIVES_SO = re.compile(r"，?(?:[也又还再已]|在[^，。；]{1,8}[上里中]|当[场天]|一次性|毅然|带头)*(?:捐|[交缴][纳了])")
"""女党员陈某，|在病床上捐出了200元."""
_GIVING = re.compile("(?:募捐|认捐|捐[款资赠助献]?)$")
_TO = re.compile("[向给为对](?:了)?$|帮助$")


_STRICKEN = re.compile(r"(?:地震|洪涝|重)?灾区")
_DUES, _PAID_DUES = re.compile("党费”?[共计达了约]*$"), re.compile("[交缴]纳|交[了来]|捐|上缴")
_STRICKEN_GETS = re.compile(r"(?:向|为|给|支援|援助|驰援|支持)(?P<what>[^，。；：向为给\d]{0,10}?(?:灾区|受灾地区)(?:人民|群众|同胞|学生|孩子)?)")


def for_the_stricken(draft: Draft, target: str | None) -> str | None:
    """向灾区捐款2000万元 → 灾区: whom a gift is for, where its own sentence says nothing else."""
    if draft.passage is None or draft.action is None or "捐" not in draft.action.text:
        return target
    if target is not None and target in draft.passage.text[slice(*draft.segment)]:
        return target
    said = _STRICKEN_GETS.search(draft.passage.text, draft.clause[0], draft.tail[1])
    return said["what"] if said else target


def is_unnamed_place(draft: Draft, region: str | None) -> bool:
    """Is the place of a gift only called 灾区, or that of those who pay their dues (全省5万名党员|交纳特殊党费)?"""
    if region is None:
        return False
    text, spans = (draft.passage.text, draft.region_spans) if draft.passage else ("", ())
    if spans and _DUES.search(text, draft.clause[0], draft.money.start) and not _TO.search(text, draft.segment[0], spans[0][0]):
        return _PAID_DUES.search(text, spans[-1][1], max(draft.money.start, spans[-1][1])) is not None
    return _STRICKEN.fullmatch(region) is not None and draft.action is not None and "捐" in draft.action.text
