"""Finding things by name."""

import pytest

from scholargraph.errors import QueryError
from scholargraph.graph import Graph


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("José Müller", "person/jose-muller"),
        ("JOSE MULLER", "person/jose-muller"),
        ("muller", "person/jose-muller"),
        ("Brandt, Ilse", "person/ilse-brandt"),
        ("Ilze Brand", "person/ilse-brandt"),
        ("noise revisited", "work/sorting-under-noise"),
        ("sortng under nois", "work/sorting-under-noise"),
        ("aalto", "organization/aalto-university"),
        ("AU", "organization/aalto-university"),
        ("noisy", "topic/noisy-sorting"),
    ],
)
def test_finds(graph: Graph, text: str, first: str) -> None:
    assert graph.find(text)["entity"].iloc[0] == first


@pytest.mark.parametrize("text", ["", "  ", "…", "zzz", "zy", "<b>"])
def test_finds_nothing_where_nothing_fits(graph: Graph, text: str) -> None:
    found = graph.find(text)
    assert list(found.columns) == ["entity", "kind", "name", "score", "why"]
    assert text == "<b>" or found.empty


def test_kind_and_limit(graph: Graph) -> None:
    assert set(graph.find("sorting", kind="topic")["kind"]) == {"topic"}
    assert len(graph.find("sorting", limit=1)) == 1


def test_the_why_names_what_matched(graph: Graph) -> None:
    assert (
        graph.find("Sorting under Noise, Revisited")["why"].iloc[0].startswith("exact name of “Sorting under")
    )


@pytest.mark.parametrize(
    "which",
    [
        "https://w3id.org/scholargraph/id/person/ilse-brandt",
        "person/ilse-brandt",
        "Ilse Brandt",
        "ilse brandt",
        "Ilse",
    ],
)
def test_entity_by_address_name_or_part(graph: Graph, which: str) -> None:
    assert graph.entity(which).path == "person/ilse-brandt"


def test_several_candidates_are_listed(graph: Graph) -> None:
    with pytest.raises(
        QueryError, match=r"any of: .*topic/noisy-sorting.*work/sorting-under-noise|any of: .*work/"
    ):
        graph.entity("sorting")
    assert graph.entity("sorting", "topic").path == "topic/noisy-sorting"


def test_near_names_are_suggested(graph: Graph) -> None:
    with pytest.raises(QueryError, match="near it are Ilse Brandt"):
        graph.entity("Elsie Bradley")
