"""Text of any size that reads like the real thing: new names, places, sums and dates in every sentence, so that no cache wins.

About a third of the sentences state a fact, as in ministry and local news; the others are the prose around them.
Deterministic: the same size and seed give the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

_DATA = files("kg.annotate") / "data"

_GIVEN = (
    "伟芳娜敏静秀丽强磊洋艳勇军杰娟涛明超霞平刚桂兰文华建国庆红玉春梅志海波宁东辉鹏飞雪琴晨曦子涵梓轩浩宇欣怡嘉"
    "懿思源若溪泽楷承恩景行知微云帆清和致远书瑶望舒景澄砚秋修远怀瑾启明德昌立群守义"
)
BODIES = "财政局 教育局 水利局 卫生健康委 农业农村局 交通运输局 应急管理局 民政局 审计局 自然资源局 文化和旅游局 商务局".split()
_OFFICES = "办公室 预算科 社会保障科 农业科 监督评价科 规划科 综合科 项目处 资产管理处 经济建设处".split()
ROLES = "局长 副局长 党组书记 党组成员 科长 副科长 处长 主任 副主任 一级调研员 四级主任科员 总会计师".split()
FUNDS = "补助资金 专项资金 奖补资金 救灾资金 建设资金 引导资金 转移支付资金 周转资金".split()
CAUSES = "水利救灾 义务教育 公共卫生 农村公路 耕地保护 污水治理 养老服务 就业创业 林业改革 灾后重建 学前教育 防汛抗旱".split()
_VERBS = "下达 拨付 安排 预拨 投入 划拨 追加 落实".split()
_TOPICS = "项目建设 资金监管 作风建设 服务质量 绩效管理 风险防控 队伍建设 营商环境 基层治理 城乡融合 节能降碳 数字转型".split()
_DOINGS = "持续加强 扎实推进 着力提升 不断完善 深入开展 统筹做好 稳步扩大 认真落实 积极探索 切实保障".split()
_HOW = "坚持问题导向 压实各方责任 广泛听取群众意见 优化办事流程 打通堵点难点 强化部门协同 注重实际效果 严格时间节点".split()
_PRAISE = "群众的获得感明显增强 工作取得了新的进展 有关经验在更大范围得到推广 薄弱环节得到补强 服务效率大幅提高".split()


def sentences(seed: int) -> Iterator[str]:
    """Endless sentences, a new one each time."""
    rng = random.Random(seed)
    family, places = surnames(), _places()
    makers: tuple[Callable[[], str], ...] = (
        lambda: _appointment(rng, family, places),
        lambda: _allocation(rng, places),
        lambda: _event(rng, family, places),
    )
    while True:
        yield rng.choice(makers)() if rng.random() < 1 / 3 else _prose(rng, places)


def documents(size: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """JSONL records, `size` bytes of UTF-8 text altogether or a little more; about 1,200 characters each."""
    rng, source, total, number = random.Random(seed), sentences(seed), 0, 0
    while total < size:
        paragraphs = ["".join(next(source) for _ in range(rng.randint(3, 6))) for _ in range(6)]
        text = "\n".join(paragraphs) + "\n"
        total += len(text.encode("utf-8"))
        number += 1
        yield {"id": f"bench-{number:07d}", "date": day(rng, "-"), "text": text}


def write(path: Path, size: int, seed: int = 1) -> None:
    """A JSONL corpus of `size` bytes of text."""
    with path.open("w", encoding="utf-8") as stream:
        for record in documents(size, seed):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def surnames() -> list[str]:
    lines = (_DATA / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return [name for line in lines if not line.startswith("#") for name in line.split()]


def _places() -> list[str]:
    """Full names of cities and counties."""
    rows = (line.split("\t") for line in (_DATA / "regions.tsv").read_text(encoding="utf-8").splitlines()[1:])
    return [row[1] for row in rows if row[4] in ("prefecture", "county")]


def person(rng: random.Random, family: list[str]) -> str:
    # Surnames are listed by frequency; squaring favours the frequent ones as life does.
    return family[int(len(family) * rng.random() ** 2)] + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2, 2))))


def day(rng: random.Random, sep: str = "") -> str:
    year, month, day = rng.randint(2005, 2025), rng.randint(1, 12), rng.randint(1, 28)
    return f"{year}-{month:02d}-{day:02d}" if sep else f"{year}年{month}月{day}日"


def _amount(rng: random.Random) -> str:
    return f"{rng.randint(11, 9_999_999) / 100:.2f}".rstrip("0").rstrip(".") + rng.choice(("万元", "万元", "亿元"))


def _appointment(rng: random.Random, family: list[str], places: list[str]) -> str:
    body = rng.choice(places) + rng.choice(BODIES)
    one, two = person(rng, family), person(rng, family)
    forms = (
        f"{body}{rng.choice(_OFFICES)}{rng.choice(ROLES)}{one}介绍了{rng.choice(CAUSES)}的情况。",
        f"任命{one}为{body}{rng.choice(ROLES)}；免去{two}的{body}{rng.choice(ROLES)}职务。",
        f"{body}{rng.choice(ROLES)}、{rng.choice(ROLES)}{one}，{rng.choice(ROLES)}{two}参加座谈。",
    )
    return rng.choice(forms)


def _allocation(rng: random.Random, places: list[str]) -> str:
    fund = rng.choice(CAUSES) + rng.choice(FUNDS)
    one, two, three = rng.sample(places, 3)
    forms = (
        f"{day(rng)}，{one}{rng.choice(BODIES)}{rng.choice(_VERBS)}{fund}{_amount(rng)}，用于支持{two}{rng.choice(_TOPICS)}。",
        f"{one}{rng.choice(_VERBS)}{fund}{_amount(rng)}，其中{two}{_amount(rng)}、{three}{_amount(rng)}。",
    )
    return rng.choice(forms)


def _event(rng: random.Random, family: list[str], places: list[str]) -> str:
    place, body = rng.choice(places), rng.choice(BODIES)
    forms = (
        f"{day(rng)}，{place}{body}召开{rng.choice(CAUSES)}工作推进会，{person(rng, family)}主持会议。",
        f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日上午，{place}{rng.choice(CAUSES)}项目正式开工。",
        f"截至{day(rng)}，{place}已完成{rng.choice(CAUSES)}任务的{rng.randint(11, 99)}.{rng.randint(0, 9)}%。",
    )
    return rng.choice(forms)


def _prose(rng: random.Random, places: list[str]) -> str:
    parts = [
        f"{rng.choice(_DOINGS)}{rng.choice(_TOPICS)}",
        rng.choice(_HOW),
        f"{rng.choice(_DOINGS)}{rng.choice(CAUSES)}工作",
    ]
    if rng.random() < 0.3:
        parts.insert(0, f"{rng.choice(places)}有关部门{rng.choice(_HOW)}")
    if rng.random() < 0.5:
        parts.append(rng.choice(_PRAISE))
    return "，".join(parts) + "。"
