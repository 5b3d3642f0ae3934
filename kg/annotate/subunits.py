"""Units named without their body: whose 预算股, 审核一处 or 宣传部 is, in the sentence or the article.

审核一处 where the text has named 财政部国库司 → 财政部国库司审核一处.
"""

from __future__ import annotations

import re

from kg.annotate.bodies import central, path, starts_with_place
from kg.annotate.countries import is_foreign
from kg.annotate.lexicon import ORG_SUFFIXES
from kg.annotate.parents import parent_for
from kg.annotate.passage import State
from kg.annotate.recall import named_between, recent, salient
from kg.annotate.school import is_guest, says_ours

__all__ = ["fuller", "under", "under_host"]

_PARTY_UNIT = re.compile(
    r"^(?:组织部|宣传部|统战部|政法委|政研室|党校|编办|秘书处|老干部局|网信办|机构编制委员会办公室|纪委|改革办|财经办|农办|台办|直属机关工委)"
)
_SUBUNIT = re.compile(
    r"(?:司|处|科|股|室|中心|办公室|办公厅|办|队|站|所|组|支部|局|部|室|院|系|庭|药房|病区|车间|分厂|总支|党委|党组|工会|团委|学院)$"
)
_TEMPORARY = re.compile(
    r"(?:领导小组|工作小组|小组|专班|指挥部|联席会议|委员会|工作队|医疗队|服务队|救援队|工作组|检查组|督查组|调查组|核查组|专家组)"
    r"(?:办公室|办)?$|部队$|大学|公司$|集团$|银行$|协会$|学会$|基金会$|合作社$|"
    r"[\u4e00-\u9fff]{2}(?:设计|勘察|勘测|画|剧)院$"
)
"""Bodies that stand alone, though they begin with no place."""


_NOUNS = frozenset(ORG_SUFFIXES)
"""办公室, 指挥部: what stands before a unit has a name of its own."""


def fuller(text: str, state: State) -> str:
    """The longest name in the document that ends with `text`, if it only adds what stands above it."""
    for name in recent(state):
        if text in central() and name.endswith(text) and (is_foreign(name) or starts_with_place(name) == name[: -len(text)]):
            continue  # 在北京|国家体育总局, 葡萄牙|外交部
        if name.endswith(text) and name != text and (name[: -len(text)] in path(name) or len(name) - len(text) <= 3 or _KIND.fullmatch(text)):
            return text if is_guest(name, state) else name
        if text.endswith("银行") and name.startswith(text) and _FIRM.fullmatch(name, len(text)):
            return name
    return text


_FIRM = re.compile("(?:股份)?有限(?:责任)?公司")
"""江东农村商业银行|股份有限公司: its legal name."""


_KIND = re.compile(
    r"(?:中心支|[支分])行|分会|(?:养护|血|粮|总)站|中心血站|管理[局处所站]|(?:(?:教育|公益|慈善)?基金|专业委员|工作委员)会|训练基地|(?:农民)?专业合作社|供销社|"
    r"[支分]公司|煤业集团|总院"
)
"""What says no more than the kind of a body: its name is the one last heard of the kind (中心支行, 管理局)."""
_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|街|苏木|村)(?=[\u4e00-\u9fff]{2})")
"""What a township has is no unit of the county's department named before."""
_OF_FINANCE = re.compile(r"(?:预算|国库|国资|政府采购|财政监督|非税|行政政法|教科文|债务)[\u4e00-\u9fff]{0,6}[司处科股]")
_FINANCE = re.compile(r"财政[部厅局]$")
"""Whose units 预算股, 国库科 … are."""


def _in_sentence(state: State) -> list[str]:
    """Departments of places named so far in the sentence, the last one first (区教育局以…名义支出…，办公室主任A)."""
    text = state.article.text
    low = max(text.rfind(mark, 0, state.cursor) for mark in "。\n；") + 1
    return [n for n in reversed(named_between(state, low, state.cursor)) if n.endswith("局") and len(path(n)) == 1]


def _with_units(noun: str, state: State) -> list[str]:
    """The bodies most likely spoken of; first those of which the text has named several units of the kind (大学财务处, 大学人事处)."""
    names, heard = salient(state, 5), recent(state)
    parents = [name for name in salient(state) if sum(unit != name and unit.startswith(name) and unit.endswith(noun) for unit in heard) > 1]
    return list(dict.fromkeys([*parents, *names]))


def under(parent: str, unit: str) -> str:
    """友谊农场 and 农场机务科: the unit's name under the body, whose noun it may repeat."""
    shared = next((size for size in range(min(4, len(unit) - 1), 1, -1) if parent.endswith(unit[:size])), 0)
    return parent + unit[shared:]


def under_host(text: str, state: State) -> str:
    """A unit without a parent: the parent's that the document gives, the committee's, else the host's."""
    full = fuller(text, state)
    if full != text or text.startswith(("“", "校", "学校")) or _TOWNSHIP.match(text):
        return full
    if _PARTY_UNIT.match(text):
        committee = next(
            (n for n in recent(state) if n.endswith(("省委", "市委", "县委", "区委", "州委", "中共中央"))), None
        )
        if committee:
            return committee + text
    if text in ("局", "医院", "大学", "学院", "学校", "银行") or not _SUBUNIT.search(text) or _TEMPORARY.search(text):
        return text
    names = _in_sentence(state) + ([state.host] if state.host else []) + _with_units(text[-1], state)
    if says_ours(state):
        names = _in_sentence(state)  # what stands under no body is of our school
    if _OF_FINANCE.match(text):
        names.sort(key=lambda name: not _FINANCE.search(name))
    for name in names:
        parent = parent_for(text, name)
        if parent and len(parent) > 2 and parent not in _NOUNS and not (text.endswith("医院") and parent[-1] in "组科室处队部"):
            return under(parent, text)
    return text
