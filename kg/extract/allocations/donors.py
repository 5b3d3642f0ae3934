"""Who gives, where the words of a purpose are looked for: 恒远集团|捐赠300万元."""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft

__all__ = ["is_cut_payer", "names_donor"]

_COMPANY = re.compile("(?:集团)?(?:股份|有限)(?:责任)?(?:有限)?公司")


def is_cut_payer(draft: Draft, text: str) -> bool:
    """绿洲农业开发|有限公司捐资40万元: who pays, without the end of the name."""
    words = draft.passage.text if draft.passage else ""
    start = words.rfind(text, draft.passage.start if draft.passage else 0, draft.money.start)
    cut = _COMPANY.match(words, start + len(text)) if start >= 0 else None
    return cut is not None and (_GIVE.match(words, cut.end()) is not None or any(text[-4:] in payer for payer in draft.payers))


_GIVE = re.compile(r"(?:[已共又也再还]|先后|累计|首批|一次性|各)*(?:捐|募捐|认捐)")
_DONORS = re.compile(
    r"(?:公司|集团|企业|[总商协学]会|基金会?|红十字会|机关|单位|团体|银行|个人"
    r"|学校|[^法]院|职工|员工|干部|党员|群众|师生|教师|人士|各界|侨胞|市民|村民|网民|先生|女士|家|委|政府|[局厅处站所团队])$"
)


def names_donor(draft: Draft, text: str) -> bool:
    """恒远集团|捐赠300万元, 机关干部职工|捐款23万元: who gives, right before the verb of giving, is no purpose."""
    action, passage, text = draft.action, draft.passage, _GIVING.sub("", text) if "捐" in text else text
    if passage is None or action is None or not _DONORS.search(text):
        return False
    start = passage.text.rfind(text, draft.segment[0], draft.money.start)
    return start >= 0 and not _TO.search(passage.text, max(0, start - 3), start) and _GIVE.match(passage.text, start + len(text)) is not None


_GIVING = re.compile("(?:募捐|认捐|捐[款资赠助献]?)$")
_TO = re.compile("[向给为对](?:了)?$|帮助$")
