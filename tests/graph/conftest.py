"""A small invented graph: two people, two papers, two sources, one disagreement."""

from __future__ import annotations

import pytest

from scholargraph.graph import Graph, quads
from scholargraph.model import (
    Analysis,
    Claim,
    Conflict,
    Entity,
    Fact,
    Group,
    Judgement,
    Measure,
    Mention,
    Relation,
    Settled,
    Source,
    Span,
    Told,
)


def mention(id_: str, kind: str, name: str, line: int, quote: str = "", **more: object) -> Mention:
    given: dict[str, object] = {"referent": id_, "method": "test", "confidence": 0.95, **more}
    return Mention(id=id_, kind=kind, name=name, span=Span(line, line, quote or name), **given)  # type: ignore[arg-type]


def fact(name: str, value: str, *mentions: str, is_entity: bool = False) -> Fact:
    return Fact(property=name, value=value, mentions=mentions, is_entity=is_entity)


def link(name: str, value: str, *mentions: str) -> Fact:
    return fact(name, value, *mentions, is_entity=True)


@pytest.fixture(scope="session")
def told() -> tuple[Told, ...]:
    cv = Told(
        source=Source(id="cv", path="docs/cv.md", media_type="text/markdown", sha256="a" * 64, kind="cv"),
        subject="cv#m1",
        mentions=(
            mention(
                "cv#m1", "person", "Ilse Brandt", 1, "# Ilse Brandt", values={"email": ("ilse@example.org",)}
            ),
            mention("cv#m2", "work", "Sorting under Noise", 7, "“Sorting under Noise”, *SODA 2021*"),
            mention("cv#m3", "person", "Ilse Brandt", 6, "I. Brandt*", printed="I. Brandt", referent="cv#m1"),
            mention("cv#m4", "person", "José Müller", 6, "J. Müller", printed="J. Müller"),
            mention("cv#m5", "position", "", 12, "2019.10 - Now, Postdoc, Aalto University"),
            mention("cv#m6", "organization", "Aalto University", 12),
        ),
        relations=(
            Relation(
                id="cv#r1",
                kind="authorship",
                mention="cv#m3",
                roles={"work": ("cv#m2",), "author": ("cv#m1",)},
                values={"ordinal": ("1",), "equalContribution": ("true",)},
            ),
            Relation(
                id="cv#r2",
                kind="authorship",
                mention="cv#m4",
                roles={"work": ("cv#m2",), "author": ("cv#m4",)},
                values={"ordinal": ("2",)},
            ),
            Relation(
                id="cv#r3",
                kind="position",
                mention="cv#m5",
                roles={"holder": ("cv#m1",), "organization": ("cv#m6",)},
                values={"role": ("Postdoc",), "startDate": ("2019-10",), "status": ("current",)},
            ),
        ),
    )
    page = Told(
        source=Source(id="page", path="page.txt", media_type="text/plain", sha256="b" * 64, kind="profile"),
        subject="page#m1",
        mentions=(
            mention("page#m1", "person", "Ilse Brandt", 1, values={"url": ("javascript:alert(1)",)}),
            mention("page#m2", "work", "Sorting under Noise, Revisited", 3),
            mention(
                "page#m3", "work", "", 4, "May 10", referent="page#m2", values={"dateAsPrinted": ("May 10",)}
            ),
            mention(
                "page#m4", "work", "Trees <b>&</b> Forests", 9, values={"datePublished": ("2020-02-03",)}
            ),
        ),
        relations=(),
    )
    return cv, page


@pytest.fixture(scope="session")
def settled() -> Settled:
    ilse, jose = "person/ilse-brandt", "person/jose-muller"
    noise, trees = "work/sorting-under-noise", "work/trees-forests"
    people = ("cv#m1", "cv#m3", "page#m1")
    return Settled(
        entities=(
            Entity(
                id=ilse,
                kind="person",
                type="",
                mentions=people,
                facts=(
                    fact("name", "Ilse Brandt", "cv#m1", "page#m1"),
                    fact("email", "ilse@example.org", "cv#m1"),
                    link("affiliation", "organization/aalto-university", "cv#m5"),
                    fact("hIndex", "12", "page#m1"),
                ),
            ),
            Entity(
                id=jose,
                kind="person",
                type="",
                mentions=("cv#m4",),
                facts=(fact("name", "José Müller", "cv#m4"),),
            ),
            Entity(
                id=noise,
                kind="work",
                type="article",
                mentions=("cv#m2", "page#m2", "page#m3"),
                facts=(
                    fact("name", "Sorting under Noise", "cv#m2"),
                    fact("alternateName", "Sorting under Noise, Revisited", "page#m2"),
                    fact("datePublished", "2021", "cv#m2"),
                    link("author", ilse, "cv#m3"),
                    link("author", jose, "cv#m4"),
                    link("authorship", f"{noise}/author/ilse-brandt", "cv#m3"),
                    link("authorship", f"{noise}/author/jose-muller", "cv#m4"),
                ),
            ),
            *(
                Entity(
                    id=f"{noise}/author/{who.partition('/')[2]}",
                    kind="authorship",
                    type="",
                    mentions=(said,),
                    facts=(link("author", who, said), fact("ordinal", place, said)),
                )
                for who, said, place in ((ilse, "cv#m3", "1"), (jose, "cv#m4", "2"))
            ),
            Entity(
                id=trees,
                kind="work",
                type="thesis",
                mentions=("page#m4",),
                facts=(
                    fact("name", "Trees <b>&</b> Forests", "page#m4"),
                    fact("datePublished", "2020-02-03", "page#m4"),
                    link("author", ilse, "page#m4"),
                    link("authorship", f"{trees}/author/ilse-brandt", "page#m4"),
                ),
            ),
            Entity(
                id=f"{trees}/author/ilse-brandt",
                kind="authorship",
                type="",
                mentions=("page#m4",),
                facts=(link("author", ilse, "page#m4"),),
            ),
            Entity(
                id="organization/aalto-university",
                kind="organization",
                type="university",
                mentions=("cv#m6",),
                facts=(fact("name", "Aalto University", "cv#m6"),),
            ),
            Entity(
                id="position/ilse-brandt-postdoc",
                kind="position",
                type="",
                mentions=("cv#m5",),
                facts=(
                    link("holder", ilse, "cv#m5"),
                    link("organization", "organization/aalto-university", "cv#m5"),
                    fact("role", "Postdoc", "cv#m5"),
                    fact("startDate", "2019-10", "cv#m5"),
                    fact("status", "current", "cv#m5"),
                ),
            ),
            Entity(
                id="topic/noisy-sorting",
                kind="topic",
                type="",
                mentions=("cv#m2",),
                facts=(fact("name", "noisy sorting", "cv#m2"),),
            ),
        ),
        judgements=(
            Judgement(
                left="cv#m1",
                right="page#m1",
                verdict="same",
                score=0.98,
                reasons=("same name", "same e-mail"),
            ),
            Judgement(
                left="cv#m2",
                right="page#m2",
                verdict="same",
                score=0.91,
                reasons=("one title begins the other",),
            ),
            Judgement(
                left="cv#m2",
                right="page#m4",
                verdict="different",
                score=0.05,
                reasons=("no common word",),
                by="ada",
                when="2026-11-20T10:00:00+01:00",
            ),
        ),
        conflicts=(
            Conflict(
                about=noise,
                property="datePublished",
                claims=(Claim("2021", ("cv#m2",)), Claim("2022", ("page#m2",))),
                why="cv says 2021 / page says 2022",
            ),
        ),
    )


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    return Analysis(
        groups=(
            Group(
                kind="Community",
                label="Brandt and Müller",
                members=("person/ilse-brandt", "person/jose-muller"),
                method="louvain",
                parameters={"seed": "1"},
            ),
        ),
        measures=(Measure(entity="person/ilse-brandt", name="pagerank", value=0.5, method="pagerank"),),
    )


@pytest.fixture(scope="session")
def all_quads(
    told: tuple[Told, ...], settled: Settled, analysis: Analysis
) -> list[tuple[str, str, str, str]]:
    return list(quads(told, settled, analysis))


@pytest.fixture(scope="session")
def graph(all_quads: list[tuple[str, str, str, str]]) -> Graph:
    return Graph.of(all_quads)
