"""Pages as text: nothing is fetched, text from documents stays text, the same input gives the same page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest

from scholargraph import view
from scholargraph.topics import TopicCluster
from scholargraph.view.layout import pack, places
from scholargraph.view.page import remote_references, scaled

EVIL = "</script><img src=x onerror=alert(1)>"
PAPER = {"title": "On nectar", "year": 2021, "iri": "w1"}


def network(*, name: str = "Ada Berg") -> nx.Graph:
    made = nx.Graph(name="Bees", works=1, cut_lists=1)
    made.add_node(
        "p1", name=name, kind="person", papers=1, works=[PAPER], organizations=["Hive Lab"], pagerank=0.5
    )
    made.add_node("p2", name="Bo Chen", kind="person", papers=1, works=[PAPER], pagerank=0.5)
    made.add_node("p3", name="Lone Ly", kind="person", papers=1, works=[], pagerank=0.1)
    made.add_edge("p1", "p2", weight=1, papers=1, works=[PAPER])
    return made


def page(tmp_path: Path, made: nx.Graph, **more: object) -> str:
    return view.network(made, tmp_path / "page.html", **more).read_text("utf-8")  # type: ignore[arg-type]


def block(html: str, name: str) -> object:
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


def test_the_page_fetches_nothing(tmp_path: Path) -> None:
    html = page(tmp_path, network())
    assert remote_references(html) == []
    assert "default-src 'none'" in html


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js"></script>',
        "<link href='//cdn.example/x.css'>",
        "<style>@import url(http://x.example/y.css)</style>",
        '<img srcset="https://x.example/y.png 2x">',
    ],
)
def test_a_remote_reference_is_noticed(text: str) -> None:
    assert len(remote_references(text)) == 1


@pytest.mark.parametrize("where", ["name", "title", "group", "quote"])
def test_hostile_text_is_written_as_text(tmp_path: Path, where: str) -> None:
    evidence = {"p1": [{"source": "a.md", "lines": "1", "quote": EVIL if where == "quote" else "Ada"}]}
    html = page(
        tmp_path,
        network(name=EVIL if where == "name" else "Ada"),
        title=EVIL if where == "title" else "",
        groups={EVIL if where == "group" else "All": ["p1", "p2"]},
        evidence=evidence,
    )
    assert "<img src=x" not in html
    assert html.count("</script>") == 5


def test_nodes_without_ties_are_listed_but_not_drawn(tmp_path: Path) -> None:
    html = page(tmp_path, network())
    data = block(html, "data")
    assert [detail["name"] for detail in data["details"] if not detail["drawn"]] == ["Lone Ly"]  # type: ignore[index]
    assert len(block(html, "nodes")) == 2  # type: ignore[arg-type]


def test_people_and_papers_carry_their_evidence(tmp_path: Path) -> None:
    evidence = {
        "p1": [{"source": "cv.md", "lines": "3", "quote": "Ada Berg, Hive Lab"}],
        "w1": [{"source": "list.md", "lines": "7–8", "quote": "On nectar (2021)"}] * 2,
    }
    data = block(page(tmp_path, network(), evidence=evidence), "data")
    ada = data["details"][0]  # type: ignore[index]
    assert ada["evidence"] == [{"source": "cv.md", "lines": "3", "quote": "Ada Berg, Hive Lab"}]
    record = data["records"][ada["sections"][0]["records"][0]]  # type: ignore[index]
    assert (record["text"], record["note"]) == ("On nectar", "2021")
    assert [passage["quote"] for passage in record["evidence"]] == ["On nectar (2021)"]


def test_the_summary_tells_of_cut_lists(tmp_path: Path) -> None:
    html = page(tmp_path, network())
    assert "3 people, 1 tie, 1 paper; 1 paper prints a shortened list of authors" in html


def test_the_same_input_gives_the_same_page(tmp_path: Path) -> None:
    assert page(tmp_path, network()) == page(tmp_path, network())


def test_directed_ties_are_arrows(tmp_path: Path) -> None:
    made = nx.DiGraph(name="Mentors")
    made.add_edge("a", "b", kinds=["phd advisor"])
    html = page(tmp_path, made)
    assert block(html, "edges")[0]["arrows"] == "to"  # type: ignore[index]
    assert block(html, "data")["ties"][0]["name"] == "a → b"  # type: ignore[index]


def test_topics_show_papers_with_authors_and_abstract(tmp_path: Path) -> None:
    works = {
        "w1": {"title": "On nectar", "authors": ["Ada Berg"], "year": 2021, "abstract": "Bees " * 300},
        "w2": {"title": "Left over"},
    }
    clusters = [TopicCluster("Nectar", ("Honey bees",), (("w1", 0.9),))]
    html = view.topics(clusters, works, tmp_path / "topics.html").read_text("utf-8")
    hub, paper, other = block(html, "data")["details"]  # type: ignore[index]
    assert (hub["name"], hub["subtitle"]) == ("Nectar", "Honey bees")
    assert paper["subtitle"] == "Ada Berg"
    assert ["Year", "2021"] in paper["facts"]
    assert paper["text"].startswith("Bees Bees")
    assert len(paper["text"]) < 610
    assert not other["drawn"]


def test_an_empty_network_is_a_page(tmp_path: Path) -> None:
    assert "0 nodes" in page(tmp_path, nx.Graph())
    assert view.topics([], {}, tmp_path / "topics.html").exists()


def test_circles_do_not_overlap() -> None:
    made = nx.gnm_random_graph(60, 200, seed=2)
    groups = [list(range(30)), list(range(30, 60))]
    found = places(made, groups, dict.fromkeys(made, 8.0))
    apart = [
        ((found[a][0] - found[b][0]) ** 2 + (found[a][1] - found[b][1]) ** 2) ** 0.5
        for a in made
        for b in made
        if a < b
    ]
    assert min(apart) > 16


def test_packed_discs_do_not_overlap() -> None:
    import numpy as np

    reach = np.array([40.0, 30.0, 20.0, 20.0])
    centres = pack(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]), reach)
    for a in range(4):
        for b in range(a):
            assert np.hypot(*(centres[a] - centres[b])) > (reach[a] + reach[b]) * 0.98


def test_areas_follow_the_values() -> None:
    assert scaled([0, 1, 4], 0, 10) == [0, 5, 10]
    assert scaled([], 0, 10) == []


def test_of_a_large_network_the_largest_are_drawn(tmp_path: Path) -> None:
    html = page(tmp_path, nx.star_graph(1005))
    assert len(block(html, "nodes")) == 1000  # type: ignore[arg-type]
    assert "the 1,000 largest are drawn" in html
