"""What a page holds, and its HTML."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

COLOURS = 8
"""Groups that have a colour of their own (``--group-0`` … in page.css); those after them are grey."""
MOST_EVIDENCE = 12

Evidence = Mapping[str, Sequence[Mapping[str, Any]]]
"""IRI → passages: dicts with ``source``, ``lines`` and ``quote``."""


@dataclass(frozen=True)
class Record:
    """A line in the side panel: a paper, a post, a co-author."""

    text: str
    note: str = ""
    url: str = ""
    node: int | None = None
    """The node that a click selects."""
    evidence: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """Records under a heading, by their numbers in the page's table of records."""

    heading: str
    records: list[int]


@dataclass(frozen=True)
class Detail:
    """What the side panel tells of a node or an edge."""

    name: str
    kind: str = ""
    subtitle: str = ""
    url: str = ""
    text: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    evidence: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Node:
    """A circle: where, how large, of which group (-1: none); without a place it is listed only."""

    detail: Detail
    group: int = -1
    size: float = 6.0
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Edge:
    """A line between two nodes, given by their numbers."""

    ends: tuple[int, int]
    width: float
    detail: Detail
    arrow: bool = False


@dataclass(frozen=True)
class Group:
    """An entry of the legend."""

    label: str
    terms: str
    size: int


@dataclass
class Page:
    """All that is shown."""

    title: str
    summary: str
    guide: str
    """How to read the picture, in a sentence."""
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    lone: str = "without ties here"
    """What is said of nodes without a place."""
    headings: tuple[str, str] = ("Groups", "All")
    """Over the legend, over the list of nodes."""
    discs: bool = True
    """Whether groups have a ground of their colour."""
    named_groups: bool = False
    """Whether the names of groups stand in the picture."""

    def record(self, record: Record) -> int:
        """Add a record; gives its number."""
        self.records.append(record)
        return len(self.records) - 1


def passages(evidence: Evidence | None, iri: str) -> list[dict[str, str]]:
    """The distinct passages about a thing, as text; the first dozen, as a page is no archive."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for passage in (evidence or {}).get(iri, ()):
        shown = {key: str(passage.get(key, "")) for key in ("source", "lines", "quote")}
        seen.setdefault((shown["source"], shown["quote"]), shown)
    return list(seen.values())[:MOST_EVIDENCE]


def write(page: Page, path: str | Path) -> Path:
    """Write a page as one UTF-8 file; gives its path."""
    path = Path(path)
    path.write_text(html(page), encoding="utf-8", newline="\n")
    return path


def html(page: Page) -> str:
    """The page, drawn by pyvis in a template of ours. Raises ValueError if it would load anything from
    elsewhere.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from pyvis.network import Network

    drawing = Network(cdn_resources="in_line")
    drawing.nodes = [_vis_node(number, node) for number, node in enumerate(page.nodes) if node.place]
    drawing.edges = [_vis_edge(number, edge) for number, edge in enumerate(page.edges)]
    templates = Environment(
        loader=FileSystemLoader([str(files("scholargraph.view") / "templates"), drawing.template_dir]),
        autoescape=True,
        undefined=StrictUndefined,
    )
    scripts = [_source(templates, name) for name in ("lib/vis-9.1.2/vis-network.min.js", "page.js")]
    templates.globals.update(
        page=page,
        data=_data(page),
        style=_source(templates, "page.css"),
        scripts=scripts,
        hashes=" ".join(f"'sha256-{_sha256(script)}'" for script in scripts),
    )
    drawing.templateEnv, drawing.path = templates, "page.html"
    text = str(drawing.generate_html())
    remote = remote_references(text)
    if remote:
        raise ValueError(f"the page would load {remote[0]}")
    return text


def remote_references(text: str) -> list[str]:
    """Addresses that a browser would fetch when it opens the page: none is wanted."""
    outside = re.sub(r"(<script\b[^>]*>).*?</script>", r"\1", text, flags=re.S | re.I)
    found = re.findall(
        r"""\b(?:src|href|srcset|data|action|poster)\s*=\s*["']?\s*((?:https?:)?//[^"'\s>]+)""", outside
    )
    return found + re.findall(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""", outside)


def _source(templates: Any, name: str) -> str:
    source: str = templates.loader.get_source(templates, name)[0]
    return source


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(page: Page) -> dict[str, Any]:
    """What the script needs beside the drawing itself."""
    return {
        "groups": [_lean(group) for group in page.groups],
        "details": [
            {**_lean(node.detail), "group": node.group, "size": node.size, "drawn": node.place is not None}
            for node in page.nodes
        ],
        "ties": [_lean(edge.detail) for edge in page.edges],
        "records": [_lean(record) for record in page.records],
        "colours": COLOURS,
        "guide": page.guide,
        "lone": page.lone,
        "headings": page.headings,
        "discs": page.discs,
        "namedGroups": page.named_groups,
    }


def _lean(thing: Any) -> dict[str, Any]:
    """The fields that say something: empty ones would be half of a large page."""
    return {key: value for key, value in asdict(thing).items() if value not in ("", [], None)}


def _vis_node(number: int, node: Node) -> dict[str, Any]:
    assert node.place is not None
    x, y = node.place
    return {"id": number, "x": round(x, 1), "y": round(y, 1), "size": round(node.size, 1), "shape": "dot"}


def _vis_edge(number: int, edge: Edge) -> dict[str, Any]:
    drawn = {"id": number, "from": edge.ends[0], "to": edge.ends[1], "width": round(edge.width, 2)}
    return {**drawn, "arrows": "to"} if edge.arrow else drawn


def scaled(values: Iterable[float], low: float, high: float) -> list[float]:
    """Values → sizes whose areas follow them: the square root, from 0, the largest value at ``high``."""
    values = list(values)
    top = max(values, default=0.0)
    return [low + (high - low) * (max(value, 0.0) / top) ** 0.5 if top > 0 else low for value in values]
