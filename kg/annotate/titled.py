"""The body that a headline names in short, by the name that the text below gives in full.

    国开行甘肃分行 → 国家开发银行甘肃省分行 · 云河黄酒集团 → 云河市黄酒集团有限公司
"""

from __future__ import annotations

import re

__all__ = ["in_full"]

_BANKS = dict(
    pair.split("=")
    for pair in "国开行=国家开发银行 农发行=农业发展银行 农行=农业银行 工行=工商银行 建行=建设银行 中行=中国银行 人行=人民银行 邮储银行=邮政储蓄银行".split()
)
_BRANCH = re.compile(f"(?P<bank>{'|'.join(_BANKS)})(?P<place>[\u4e00-\u9fff]{{2,5}}?)(?P<kind>分行|支行)")


def in_full(host: str, text: str) -> str:
    """The longest name that the text has for `host`: a bank's branch, or an institution whose name goes on."""
    return _institution(_bank(host, text), text)


def _bank(host: str, text: str) -> str:
    """国开行甘肃分行 → 国家开发银行甘肃省分行, 农行丹凤支行 → 农行丹凤县支行: the longer name, where the text has it."""
    short = _BRANCH.fullmatch(host)
    bank = f"(?:(?:中国)?{_BANKS[short['bank']]}|{short['bank']})" if short else ""
    names: list[str] = re.findall(f"{bank}{short['place']}[省市县区]?{short['kind']}", text) if short else []
    return max([host, *names], key=len)


_INSTITUTION = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,20}?)(?P<kind>集团公司|公司|集团|总医院|医院|大学|学院|银行)")
_GAP = "[\u4e00-\u9fff]{1,4}?"
"""What a short name leaves out: 市, 有限, 第一."""
_VERBAL = re.compile("[的在与和及到由把将被对向从为是了召举发来赴开]")


def _institution(host: str, text: str) -> str:
    """国药控股山西公司 → 国药控股山西有限公司, 绍兴黄酒集团 → 绍兴市黄酒集团有限公司: the one name that only adds to it."""
    known, body = _INSTITUTION.fullmatch(host), text.partition("\n")[2]
    if known is None or host in body:
        longer = re.search(f"{re.escape(host)}(?:股份|有限|责任)*公司", body) if known and host.endswith("集团") else None
        return longer[0] if longer else host
    ways = "|".join(f"{host[:i]}{_GAP}{host[i:]}" for i in range(2, len(host)))
    found = {m[0] for m in re.finditer(f"(?:{ways})(?:(?:股份|有限|责任)+公司)?", body) if not _VERBAL.search(m[0])}
    return found.pop() if len(found) == 1 else host
