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


_INSTITUTION = re.compile(r"[\u4e00-\u9fff]{2,20}?(?:公司|集团|联社|(?P<ward>医院|[一二三四]院))")
"""What goes by short names that leave words out; a university by another word is another university."""
_GAP = "(?:[省市县区（）]|农村|信用|用合作|合作|村|有限|股份|责任|控股|集团){0,3}?"
"""What a short name leaves out at any place: 市, 有限, 第…人民, 村…用合作."""
_OF_A_WARD = "[市县区第人民医]{0,4}?"
"""The same of a hospital's: 岷县医院 is no 岷县中医医院."""
_LEAD = 240
"""How far into the text its own name of the body stands."""
_LONGER = 14
_NO_NAME = re.compile("[的在与和及到由把将被向从为是了]|召开|举行|公司.*公司|医院.*医院")


def _institution(host: str, text: str) -> str:
    """国药控股山西公司 → 国药控股山西有限公司, 烟台二院 → 烟台市第二人民医院: the name in the lead that leaves nothing of it out."""
    first, _, rest = text.lstrip().partition("\n")
    body = rest if host in first else text.lstrip()
    known = _INSTITUTION.fullmatch(host)
    if known is None or len(host) > _LONGER:
        return host
    if host in body:
        longer = re.search(f"{re.escape(host)}(?:股份|有限|责任)*公司", body) if host.endswith("集团") else None
        return longer[0] if longer else host
    gap = _OF_A_WARD if known["ward"] else _GAP
    found = re.search(host[:2] + "".join(gap + character for character in host[2:]) + "(?:(?:股份|有限|责任)+公司)?", body[:_LEAD])
    return found[0] if found and len(found[0]) <= len(host) + _LONGER and not _NO_NAME.search(found[0]) else host
