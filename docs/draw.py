"""Draws the README's picture from a built graph: `python docs/draw.py GRAPH OUT.svg [DOCUMENT …]`.

Four columns: persons, organizations, funds, places.  Lines are facts: posts, payers, sums.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import networkx as nx

COLUMNS = {
    "person": (70, "#2b6cb0"),
    "organization": (330, "#2f855a"),
    "fund": (650, "#b7791f"),
    "region": (890, "#9b2c2c"),
}
"""Entity type → x of its column, and its colour."""
WIDTH, ROW, TOP, CHAR = 980, 40, 40, 13
Edge = tuple[str, str]
Network = Any
"""A networkx.MultiDiGraph, as graph.graphml reads."""


@dataclass(slots=True)
class Picture:
    """Nodes by entity type, and labelled lines between them."""

    labels: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    lines: dict[Edge, list[str]] = field(default_factory=lambda: defaultdict(list))

    def line(self, graph: Network, left: str, right: str, label: str) -> None:
        for node in (left, right):
            self.labels[node] = graph.nodes[node]["label"]
            self.types[node] = graph.nodes[node]["entity_type"]
        if label not in self.lines[left, right]:
            self.lines[left, right].append(label)


def picture(graph: Network, documents: set[str]) -> Picture:
    """The posts and sums that `documents` tell of."""
    found = Picture()
    for fact, data in sorted(graph.nodes(data=True)):
        if data.get("document") not in documents:
            continue
        roles: dict[str, list[str]] = defaultdict(list)
        for _, entity, edge in graph.out_edges(fact, data=True):
            roles[edge["label"]].append(entity)
        for person in roles["MEMBER"]:
            for body in roles["ORGANIZATION"]:
                found.line(graph, person, body, data["role"])
        for fund in roles["FUND"]:
            for body in roles["FUNDER"]:
                found.line(graph, body, fund, "")
            for region in roles["REGION"]:
                found.line(graph, fund, region, data["amount_text"])
    return found


def rows(found: Picture) -> dict[str, float]:
    """The y of each node: in its column by the mean height of its neighbours, a few times over."""
    columns = {kind: sorted(n for n, t in found.types.items() if t == kind) for kind in COLUMNS}
    tallest = max(map(len, columns.values()))
    neighbours: dict[str, list[str]] = defaultdict(list)
    for left, right in found.lines:
        neighbours[left].append(right)
        neighbours[right].append(left)
    heights = {n: float(i) for nodes in columns.values() for i, n in enumerate(nodes)}
    for _ in range(12):
        for nodes in columns.values():
            nodes.sort(key=lambda n: (sum(heights[m] for m in neighbours[n]) / len(neighbours[n]), n))
            step = tallest / max(1, len(nodes))
            heights |= {n: (i + 0.5) * step for i, n in enumerate(nodes)}
    return {n: TOP + ROW * height for n, height in heights.items()}


def svg(found: Picture) -> str:
    """The picture as text of an SVG file."""
    y = rows(found)
    x = {node: COLUMNS[kind][0] for node, kind in found.types.items()}
    parts = []
    for (left, right), labels in sorted(found.lines.items()):
        a, b = (x[left] + half(found.labels[left]), y[left]), (x[right] - half(found.labels[right]), y[right])
        bend = (a[0] + b[0]) / 2
        parts.append(
            f'<path d="M{a[0]:.0f} {a[1]:.0f} C{bend:.0f} {a[1]:.0f} {bend:.0f} {b[1]:.0f} {b[0]:.0f} {b[1]:.0f}"/>'
        )
        label = "、".join(filter(None, labels))
        if label:
            parts.append(
                f'<text class="line" x="{(a[0] + b[0]) / 2:.0f}" y="{(a[1] + b[1]) / 2 - 4:.0f}">{escape(label)}</text>'
            )
    for node, label in sorted(found.labels.items()):
        colour = COLUMNS[found.types[node]][1]
        width = 2 * half(label)
        parts.append(
            f'<rect x="{x[node] - width / 2:.0f}" y="{y[node] - 13:.0f}" width="{width:.0f}" height="26" rx="6" fill="{colour}"/>'
        )
        parts.append(f'<text x="{x[node]}" y="{y[node] + 5:.0f}">{escape(label)}</text>')
    height = max(y.values()) + TOP
    style = (
        "text{font:13px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;fill:#fff;text-anchor:middle}"
        ".line{font-size:11px;fill:#4a5568;paint-order:stroke;stroke:#fff;stroke-width:3px}path{fill:none;stroke:#a0aec0}"
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"><style>{style}</style>'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *parts, "</svg>"]) + "\n"


def half(label: str) -> float:
    """Half the width of a node's box."""
    return len(label) * CHAR / 2 + 8


def main() -> None:
    folder, out, *documents = sys.argv[1:]
    graph: Network = nx.read_graphml(Path(folder) / "graph.graphml", force_multigraph=True)
    found = picture(graph, set(documents))
    if not found.lines:
        sys.exit(f"{folder} has no posts or sums from {', '.join(documents) or 'no document'}")
    Path(out).write_text(svg(found), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
