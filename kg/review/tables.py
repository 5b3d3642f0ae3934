"""The sheets of a review: what stands in them, and where the answers go."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.export.labels import FAMILIES, FIELDS
from kg.merge.corrections.fields import FAMILIES as FIELDS_OF
from kg.review.answers import written
from kg.review.draw import FactRow, PassageRow, Sample
from kg.review.namesakes import Namesakes
from kg.review.sheet import FORBIDDEN, Table

__all__ = [
    "ALIAS", "ANCHOR", "ANSWERS", "CHANGE", "DIFFERENT", "FACTS", "KIND", "MISSED", "NAME", "NAMES", "NAMESAKES", "NOTE", "OF",
    "PASSAGES", "RIGHT", "SAME", "SIZES", "WRONG", "tables",
]  # fmt: skip

FACTS, PASSAGES, NAMESAKES, NAMES, HELP, SIZES = "事实", "段落", "同名", "名称", "说明", "抽样"
RIGHT, WRONG, CHANGE, NOTE = "对", "错", "改为", "备注"
MISSED = "漏掉的事实（无则写0）"
SAME, DIFFERENT = "同一人", "不同的人"
KIND, OF, ALIAS, NAME = "类别", "名称", "别名", "显示为"
ANCHOR = "定位（勿改）"
ANSWERS = {
    FACTS: (RIGHT, WRONG, CHANGE, NOTE), PASSAGES: (MISSED,), NAMESAKES: (SAME, DIFFERENT, NOTE),
    NAMES: (KIND, OF, ALIAS, NAME, NOTE),
}  # fmt: skip
"""The columns of a sheet that are the user's to fill in."""
_BLANK = 30
"""Empty rows for names."""


def tables(sample: Sample) -> Iterator[Table]:
    """The sheets, the one to begin with first."""
    yield Table(
        FACTS,
        ("编号", RIGHT, WRONG, CHANGE, NOTE, "事实", "原文", "文件", "标题", "类别", "规则", "置信度", "事实编号", ANCHOR),
        tuple(_fact(number, row) for number, row in enumerate(sample.facts, 1)),
        (6, 5, 5, 34, 14, 44, 70, 24, 24, 8, 24, 8, 34, 10),
        ANSWERS[FACTS],
        last=1,
    )
    yield Table(
        PASSAGES,
        ("编号", MISSED, "原文", "已找到的事实", "文件", "标题", ANCHOR),
        tuple(_passage(number, row) for number, row in enumerate(sample.passages, 1)),
        (6, 44, 80, 50, 24, 24, 10),
        ANSWERS[PASSAGES],
        last=1,
    )
    yield Table(
        NAMESAKES,
        ("编号", SAME, DIFFERENT, NOTE, "姓名", "其一", "其二", "权重", ANCHOR),
        tuple(_pair(number, row) for number, row in enumerate(sample.namesakes, 1)),
        (6, 8, 10, 14, 10, 60, 60, 8, 10),
        ANSWERS[NAMESAKES],
        last=1,
    )
    names = ANSWERS[NAMES]
    yield Table(NAMES, names, tuple(("",) * len(names) for _ in range(_BLANK)), (10, 34, 34, 34, 20), names)
    yield Table(HELP, ("说明",), tuple((line,) for line in _HELP_LINES), (110,))
    sizes = [(*stratum, str(size)) for stratum, size in sample.sizes.items()]
    yield Table(SIZES, ("类别", "规则", "置信度", "总数"), (*sizes, (PASSAGES, "", "", str(sample.all_passages))), (14, 30, 12, 10))


def _fact(number: int, row: FactRow) -> tuple[str, ...]:
    anchor = {
        "document": row.key, "family": row.family, "spans": row.spans, "quote": row.quote, "fact": row.identity,
        "told": dict(row.told), "stratum": row.stratum,
    }  # fmt: skip
    return (
        str(number), "", "", "", "", written(row.told), row.context, row.document, row.title, FAMILIES[row.family][0],
        row.stratum.rule or "*", f"{row.confidence:.2f}", row.id, _json(anchor),
    )  # fmt: skip


def _passage(number: int, row: PassageRow) -> tuple[str, ...]:
    found = "\n".join(f"{FAMILIES[family][0]}：{written(told)}" for family, told in row.found)
    anchor = {"document": row.key, "start": row.start, "end": row.end, "found": [family for family, _ in row.found]}
    return str(number), "", row.text.strip(), found, row.document, row.title, _json(anchor)


def _pair(number: int, row: Namesakes) -> tuple[str, ...]:
    anchor = {"persons": [{"document": key, "name": row.name} for key in (row.one, row.other)]}
    return str(number), "", "", "", row.name, row.said, row.of_other, _weight(row), _json(anchor)


def _weight(row: Namesakes) -> str:
    return "" if row.weight is None else f"{row.weight:+.2f}"


def _json(anchor: Mapping[str, Any]) -> str:
    text = json.dumps(anchor, ensure_ascii=False, sort_keys=True)
    return FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _fields() -> Iterator[str]:
    for family, names in FAMILIES.items():
        yield f"{names[0]}：{'、'.join(FIELDS[field][0] for field in FIELDS_OF[family])}"


_HELP_LINES = (
    "填写黄色各列，存盘后运行 kg review 图 --apply 本文件，得出本语料的精确率与召回率估计，并写出 corrections.toml。",
    "Fill in the yellow columns, save, and run: kg review GRAPH --apply THIS_FILE.  Rows left empty are not counted.",
    "",
    f"「{FACTS}」对每条事实：对，在“{RIGHT}”列写 x；错，在“{WRONG}”列写 x（该事实将被剔除）；",
    f"内容应改的，在“{CHANGE}”列写 字段=值；字段=值，只写要改的字段，如：职务=副局长；状态=曾任。值留空表示未知，如：机构=",
    "A fact that is right: x under 对.  One that does not hold: x under 错.  One to change: the fields that differ, under 改为.",
    "",
    f"「{PASSAGES}」读每段原文：没有遗漏，写 0；有遗漏，每行写一条，如：任职：人物=林正；职务=局长；机构=宜昌市财政局",
    "只想计数的，写遗漏的条数即可。可加 原文=… 指明依据的原句（须与原文一字不差），不写则取含有这些值的那一句。",
    "What was missed in each passage: 0, a number, or one fact a line.  Passages left empty are not counted.",
    "",
    f"「{NAMESAKES}」每行是图中分作两人的一对同名者，有权重的可能为同一人：在“{SAME}”或“{DIFFERENT}”列写 x。",
    f"「{NAMES}」类别写 机构、人物 或 资金；别名是它的另一个名称，文中以别名出现的也归于它；显示为是希望显示的名称。",
    "",
    "可用字段：状态 为 现任、曾任、任命、免去、代理；日期写 2020、2020-01 或 2020-01-25；金额写 300000000 或 3亿元。",
    *_fields(),
)
