"""Handles ask the graph; explanations quote it."""

from scholargraph.graph import Graph


def test_a_person_knows_papers_posts_and_coauthors(graph: Graph) -> None:
    ilse = graph.person("Ilse Brandt")
    assert [paper.name for paper in ilse.papers] == ["Sorting under Noise", "Trees <b>&</b> Forests"]
    assert ilse.coauthors[["name", "papers"]].to_numpy().tolist() == [["José Müller", 1]]
    assert ilse.positions.to_dict("records")[0]["start"] == "2019-10"
    assert [place.name for place in ilse.affiliations] == ["Aalto University"]
    assert ilse.emails == ["ilse@example.org"]
    assert ilse.names == ["Ilse Brandt", "I. Brandt"]
    assert ilse.sources == ["cv", "page"]
    assert ilse.awards.empty
    assert ilse.advisors == []


def test_a_paper_knows_its_authors_in_order(graph: Graph) -> None:
    work = graph.work("Sorting under Noise")
    assert [author.name for author in work.authors] == ["Ilse Brandt", "José Müller"]
    assert (work.date, work.venue, work.abstract) == ("2021", "", "")
    assert work.mentions["start_line"].tolist() == [7, 3, 4]


def test_an_organisation_knows_its_people(graph: Graph) -> None:
    assert graph.organization("Aalto").people["name"].tolist() == ["Ilse Brandt"]
    assert graph.organization("Aalto").parent is None


def test_equal_handles_are_equal(graph: Graph) -> None:
    assert graph.person("Ilse") == graph.entity("person/ilse-brandt")
    assert len({graph.person("Ilse"), graph.entity("Ilse Brandt")}) == 1
    assert repr(graph.person("Ilse")) == "<Person 'Ilse Brandt' person/ilse-brandt>"


def test_get_gives_handles_and_values(graph: Graph) -> None:
    ilse = graph.person("Ilse")
    assert ilse.get("schema:affiliation") == [graph.entity("Aalto")]
    assert ilse.get("sg:hIndex") == [12]


def test_html_is_escaped(graph: Graph) -> None:
    for shown in (graph.work("Trees")._repr_html_(), graph.explain("Trees")._repr_html_()):
        assert "<b>" not in shown
        assert "Trees &lt;b&gt;&amp;&lt;/b&gt; Forests" in shown


def test_profiles_of_every_kind(graph: Graph) -> None:
    shown = graph.person("Ilse").profile()
    assert "Postdoc, Aalto University, 2019-10, current" in shown
    assert "2021        Sorting under Noise" in shown
    for path in graph._index.kinds:
        assert graph.entity(path).profile().startswith(graph.name(path))


def test_explain_quotes_every_claim(graph: Graph) -> None:
    found = graph.explain("Ilse Brandt")
    said = {(one.property, one.value_name): [e.place for e in one.evidence] for one in found.statements}
    assert said["schema:name", "Ilse Brandt"] == ["cv.md:1", "page.txt:1"]
    assert said["schema:affiliation", "Aalto University"] == ["cv.md:12"]
    assert all(one.evidence for one in (*found.statements, *found.parts))
    assert {one.about for one in found.parts} == {
        "position/ilse-brandt-postdoc",
        "work/sorting-under-noise/author/ilse-brandt",
        "work/trees-forests/author/ilse-brandt",
    }


def test_explain_gives_reasons_rivals_and_disputes(graph: Graph) -> None:
    found = graph.explain("Sorting under Noise")
    (same,), (rival,) = found.same, found.rivals
    assert same.reasons == ("one title begins the other",)
    assert (rival.verdict, rival.other, rival.by) == ("different", "work/trees-forests", "ada")
    assert [(side.value, side.said_by) for side in found.conflicts[0].claims] == [
        ("2021", "cv.md:7"),
        ("2022", "page.txt:3"),
    ]
    text = str(found)
    assert "cv.md:7 ““Sorting under Noise”, *SODA 2021*”" in text
    assert "Why these mentions are one thing" in text


def test_conflicts_and_sources_as_tables(graph: Graph) -> None:
    assert graph.conflicts()["value"].tolist() == ["2021", "2022"]
    assert graph.sources[["source", "kind", "mentions"]].to_numpy().tolist() == [
        ["cv", "cv", 6],
        ["page", "profile", 4],
    ]
    assert graph.counts()["person"] == 2


def test_a_nameless_thing_is_described(graph: Graph) -> None:
    assert graph.name("position/ilse-brandt-postdoc") == "Ilse Brandt, Postdoc, Aalto University, 2019-10"
