"""Broken pages made from whole documents: columns cut at arbitrary characters, interleaved, furniture between.

    python -m tests.gold.broken.make open 3        prints page 3 of the open half

Two halves: `open` may be looked at while the code is written, `held_out` (other documents, other seeds) is only
scored.  Each page is a pure function of its half and number.
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGES = 20
"""Pages in each half."""

DOCUMENTS = {
    "open": "essay-1 feature-1 local-finance-1 local-finance-2 meeting-report-1 ministry-news-1 ministry-news-2 "
    "ministry-news-3 press-conference-1 b01 b02 b03 b04 b05 b06 b07 b16 b17 b18 b19 b20 b21 b24 b25 b26 "
    "d07 d08 d09 d10 d11 d12 d13 d14 d15 d16 d17 d18 d19 d20 d21 d22 d23 d24 d25 d26 "
    "e11 e12 e13 e14 e15 e16 e17 e18",
    "held_out": "e07 e08 e09 e19 e20 e21 e22 f01 f02 f03 f04 f05 f06 f07 f08 f12 f13 f14 f15 f16 f17",
}
"""Names of the documents of prose in each half."""
_NO_LINE_START = "，。、；：！？”’）》】…%％"
_NO_LINE_END = "“‘（《【"
_HEADINGS = [
    "把难事当成自家事", "算清一本明白账", "管住钱袋子 用好每一分", "先从小处做起", "一张表格管到底", "走出去 请进来",
    "打通最后一公里", "人手不够怎么办", "制度立起来 责任扛起来", "向改革要效率", "有底气的承诺", "群众满意才算数",
]  # fmt: skip
_EDITORS = ["史云帆", "谭笑", "尹子墨", "柏青山", "乐思远"]
_CAPTIONS = [
    "工作人员在现场核对资料。{0} 摄", "图为会议现场。　{0}　摄", "雨后的街巷。{0}摄 来源：视觉图库", "（图片由{0}提供）",
    "志愿者整理捐赠物资。本刊记者 {0} 摄影", "资料图片", "▲ 窗口前排起长队。{0}/摄",
]  # fmt: skip
_HEADS = ["区县新事　County Affairs", "PUBLIC FINANCE 公共财政", "人物 | PEOPLE", "2019年第8期", "特别关注 Special Focus",
          "基层之声"]  # fmt: skip
_SUPPLIED = ["（本刊通讯员供稿）", "（市财政局供稿）", "(办公室供稿)", "（作者单位：省财政厅）"]


@dataclass(frozen=True, slots=True)
class Page:
    """A broken text, the whole articles, and the joins: `(text before the cut, text after it)`, cuts within a paragraph.

    `names`: the documents that the articles are made of.
    """

    text: str
    articles: tuple[str, ...]
    joins: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()


def documents(half: str) -> list[tuple[str, list[str]]]:
    """The name and the paragraphs of each document of this half."""
    folders = {True: ROOT / "kg/demo", False: ROOT / "tests/gold/open"}
    paths = [folders["-" in name] / f"{name}.txt" for name in DOCUMENTS[half].split()]
    return [(p.stem, [line.strip() for line in p.read_text("utf-8").split("\n") if line.strip()]) for p in paths]


def page(half: str, number: int) -> Page:
    """One page: two articles, three on every fifth."""
    rng = random.Random(f"{half}/{number}")
    count = 3 if number % 5 == 4 else 2
    chosen = rng.sample(documents(half), count)
    articles = [_headings(rng, paragraphs) for _, paragraphs in chosen]
    if number % 4 == 3:
        # The last article goes on from the page before: its title and beginning are missing.
        articles[-1] = articles[-1][2:]
    low, high = rng.choice([(60, 140), (90, 220), (150, 320)])
    strict = rng.random() < 0.85
    columns, joins = [], []
    for article in articles:
        made, cuts = _columns(rng, article, low, high, strict)
        columns.append(made)
        joins += cuts
    blocks = _interleave(rng, columns, furnished=rng.random() < 0.9)
    if rng.random() < 0.4:
        blocks = [_strayed(rng, block) for block in blocks]
    gap = "\n" if number % 6 == 5 else "\n\n"
    return Page(gap.join(blocks) + "\n", tuple("\n\n".join(a) for a in articles), tuple(joins), tuple(name for name, _ in chosen))


def side_by_side(number: int) -> Page:
    """One document in two columns that stand side by side on each line, its title above; the joins are not listed."""
    rng = random.Random(f"side/{number}")
    name, paragraphs = rng.choice([d for half in DOCUMENTS for d in documents(half) if sum(map(len, d[1])) > 500])
    width, gutter = rng.choice([18, 20, 22, 26]), rng.choice([4, 6, 8])
    lines = [line for paragraph in paragraphs[1:] for line in _lines(paragraph, 2 * width)]
    half = (len(lines) + 1) // 2
    rows = zip(lines[:half], [*lines[half:], ""], strict=False)
    body = "\n".join(f"{left}{' ' * (2 * width + gutter - _wide(left))}{right}".rstrip() for left, right in rows)
    return Page(f"{paragraphs[0]}\n\n{body}\n", ("\n\n".join(paragraphs),), (), (name,))


def _lines(paragraph: str, width: int) -> list[str]:
    """The paragraph in lines of `width` half-width columns; prose is indented, and marks hang over the edge."""
    lines = ["\u3000\u3000" if len(paragraph) > 20 else ""]
    for char in paragraph:
        if _wide(lines[-1] + char) > width and char not in _NO_LINE_START:
            lines.append("")
        lines[-1] += char
    return lines


def _wide(text: str) -> int:
    return sum(2 if ord(char) > 0x2E80 or char in "“”‘’…—·" else 1 for char in text)


def _headings(rng: random.Random, paragraphs: list[str]) -> list[str]:
    """The paragraphs with headings between them, in one document of two."""
    chosen = rng.sample(_HEADINGS, 2)
    if rng.random() < 0.5 or len(paragraphs) < 5:
        return paragraphs
    middle = len(paragraphs) // 2
    return [*paragraphs[:2], chosen[0], *paragraphs[2 : middle + 1], chosen[1], *paragraphs[middle + 1 :]]


def _columns(
    rng: random.Random, article: list[str], low: int, high: int, strict: bool
) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """The article in columns of `low` to `high` characters; `strict`: marks stand where typesetters allow them."""
    columns: list[list[str]] = [[]]
    joins = []
    room = rng.randint(low, high)
    for paragraph in article:
        rest = paragraph
        if room < 40 and columns[-1] and len(paragraph) < 34 and "。" not in paragraph:
            # No typesetter leaves a heading at the foot of a column.
            columns.append([])
            room = rng.randint(low, high)
        while len(rest) > room:
            cut = max(room, 8)
            while strict and cut < len(rest) and (rest[cut] in _NO_LINE_START or rest[cut - 1] in _NO_LINE_END):
                cut += 1
            if len(rest) - cut < 4:
                break
            columns[-1].append(rest[:cut])
            joins.append((rest[:cut][-8:], rest[cut:][:8]))
            rest, room = rest[cut:], rng.randint(low, high)
            columns.append([])
        columns[-1].append(rest)
        room = room - len(rest)
        if room <= 0:
            columns.append([])
            room = rng.randint(low, high)
    return [column for column in columns if column], joins


def _interleave(rng: random.Random, columns: list[list[list[str]]], furnished: bool) -> list[str]:
    """The columns of the articles in turns, furniture after some of them."""
    editor = rng.choice(_EDITORS)
    queues = [list(c) for c in columns]
    blocks: list[str] = []
    current = 0
    number = rng.randint(8, 70)
    while any(queues):
        if not queues[current]:
            current = rng.choice([k for k, q in enumerate(queues) if q])
        blocks += queues[current].pop(0)
        if furnished and rng.random() < 0.25:
            blocks += _furniture(rng, editor, number)
            number += 1
        if not queues[current]:
            blocks += _ending(rng, editor) if furnished else []
        if rng.random() < 0.85:
            others = [k for k, q in enumerate(queues) if q and k != current]
            current = rng.choice(others) if others else current
    return blocks


def _furniture(rng: random.Random, editor: str, number: int) -> list[str]:
    kind = rng.randrange(3)
    if kind == 0:
        return [rng.choice(_CAPTIONS).format(editor)]
    return [rng.choice(_HEADS)] if kind == 1 else [rng.choice(["{0}", "— {0} —", "· {0} ·"]).format(number)]


def _ending(rng: random.Random, editor: str) -> list[str]:
    lines = ["□"] if rng.random() < 0.5 else []
    lines += [rng.choice(_SUPPLIED)] if rng.random() < 0.5 else []
    return lines + (
        [rng.choice(["责任编辑 {0}", "责任编辑：{0}", "责编/{0}　美编/林染"]).format(editor)]
        if rng.random() < 0.8
        else []
    )


def _strayed(rng: random.Random, block: str) -> str:
    """One 和 of a block as the stray ` and ` that some extractors leave."""
    places = [m.start() for m in re.finditer("(?<=[\u4e00-\u9fff，])和(?=[\u4e00-\u9fff])", block)]
    if not places or rng.random() < 0.7:
        return block
    at = rng.choice(places)
    return f"{block[:at]} and {block[at + 1 :]}"


if __name__ == "__main__":
    print(page(sys.argv[1], int(sys.argv[2])).text)
