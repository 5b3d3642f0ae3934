"""What families, fields and values are called in Chinese and English, for pages that people read."""

from __future__ import annotations

from typing import Any

from kg.export.jsonl import Line

__all__ = ["FAMILIES", "FIELDS", "VALUES", "field_values", "shown"]

Names = tuple[str, str]

FAMILIES: dict[str, Names] = {
    "membership": ("任职", "post"), "allocation": ("资金", "allocation"), "event": ("事件", "event"),
}  # fmt: skip
"""Type of a fact line → Chinese, English."""

FIELDS: dict[str, Names] = {
    "person": ("人物", "person"), "role": ("职务", "role"), "organization": ("机构", "organization"),
    "organization_text": ("机构原文", "organization as written"), "status": ("状态", "status"),
    "since": ("起", "since"), "until": ("止", "until"),
    "fund": ("资金", "fund"), "amount": ("金额", "amount"), "amount_max": ("上限", "upper end"),
    "currency": ("币种", "currency"), "amount_text": ("金额原文", "amount as written"),
    "qualifier": ("修饰", "qualifier"), "unit_text": ("单位", "unit"), "payer": ("出资方", "payer"),
    "action": ("动作", "action"), "recipient": ("收款方", "recipient"), "target": ("用途", "target"),
    "region": ("地区", "region"), "kind": ("类型", "kind"), "stage": ("阶段", "stage"),
    "partition": ("拆分", "partition"), "label": ("事项", "what"), "date_text": ("日期原文", "date as written"),
    "date": ("日期", "date"), "date_basis": ("日期依据", "basis of date"), "participants": ("参与方", "participants"),
    "location": ("地点", "location"),
}  # fmt: skip
"""Key of a fact line → Chinese, English; in the order in which they are shown."""

VALUES: dict[str, str] = {
    "current": "现任", "former": "曾任", "appointed": "任命", "removed": "免去", "acting": "代理",
    "flow": "当期", "cumulative": "累计", "planned": "计划", "allocated": "安排", "disbursed": "拨付",
    "stated": "原文写明", "publication date": "发布日期", "earlier date": "上文日期", "lunar calendar": "农历换算",
    "sign-off date": "落款日期",
}  # fmt: skip
"""Words of the contract → Chinese; a value of free text is shown as it is."""

_CODED = frozenset({"status", "kind", "stage", "date_basis"})


def shown(key: str, value: Any) -> str:
    """A value for the eye: lists joined by 、, sums with commas, words of the contract in Chinese."""
    if isinstance(value, list):
        return "、".join(map(str, value))
    if key in ("amount", "amount_max") and isinstance(value, int | float):
        return f"{value:,}"
    return VALUES.get(value, str(value)) if key in _CODED else str(value)


def field_values(line: Line) -> list[tuple[str, str]]:
    """The fields of a fact line that are known, each with its value for the eye."""
    return [(key, shown(key, line[key])) for key in FIELDS if line.get(key) not in (None, "", [])]
