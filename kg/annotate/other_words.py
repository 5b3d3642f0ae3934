"""Names of divisions that are no names where they stand: 任|县教育局, 书记A|和|县民政局, 代|理县长."""

from __future__ import annotations

import re

from kg.annotate.surnames import begins_name

__all__ = ["is_other_word"]

_CUSTOMS = re.compile(r"关(?![心注于爱停闭税键联])")  # 东乌|海关: no 乌海 before 关
_NO_COUNTY = re.compile(r"(?:任命|免去|免除|撤销|解聘|罢免)[\u4e00-\u9fff]{3}县[^，。、]|[代管办治整经受料处护助]理县|[召翻打公揭]开县|代县长")  # 陆文|礼县
_VERB_BEFORE = re.compile(r"(?:^|[，。、；：\n]|[兼原历现曾先后年月起他她也并调担出转升改挂接新时连])$")
_AROUND_HEXIAN = ("安徽", "马鞍山", "巢湖", "含山")  # what a text that speaks of 和县 names as well
_NAMED_AFTER = ("医院", "大学", "公园", "路", "陵", "医学", "眼科", "舰", "纪念")
_HEADED = ("长沙", "长春", "长治", "长宁", "长安", "长乐")
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]")


def is_other_word(text: str, name: str, at: int) -> bool:
    """任县教育局教研员 behind a comma: the verb and the county's office, not 任县 in Hebei; 书记A|和|县民政局: no 和县 in Anhui."""
    before, behind = text[max(0, at - 1) : at], text[at + 2 : at + 3]
    if name == "镇原" and text[at + 2 : at + 3] != "县" and _HAN_BEFORE.match(before):
        return True  # 柳河镇|原党委书记
    if name == "长白" and text.startswith("山", at + 2):
        return True  # 长白|山药业
    if name == "和县":
        office = bool(_HAN_BEFORE.match(before) and behind and behind in "委长政人纪直")
        return office or not any(place in text for place in _AROUND_HEXIAN) or bool(before and before in "省市州区县级")
    if name == "中山" and "中山市" not in text and text.startswith(_NAMED_AFTER, at + 2):
        return True  # 复旦大学附属|中山医院
    if name in _HEADED and before and before in "外防部局校院处科行会所司厅" and name + "市" not in text:
        return True  # 外长|沙伦赛, 局长|春雷
    if name[-1] in "河江" and text.startswith(("流域", "水系", "干流", "支流"), at + len(name)):
        return True  # 黑河|流域
    if name[-1] == "海":
        return bool(_HAN_BEFORE.match(before) and _CUSTOMS.match(text, at + len(name)))
    other = begins_name(text, name, at) or (name[1:] == "县" and bool(_NO_COUNTY.search(text, max(0, at - 4), at + 3)))
    return other or (name == "任县" and bool(_VERB_BEFORE.search(before)))
