"""The export: the same bytes for the same graph, readable by others, whole."""

import warnings

import pytest

from scholargraph.graph import Graph, trig
from scholargraph.graph.export import export

Quads = list[tuple[str, str, str, str]]


def test_trig_comes_back_whole(all_quads: Quads) -> None:
    assert sorted(trig.parse("".join(trig.trig(all_quads)))) == sorted(all_quads)


def test_rdflib_reads_it_too(all_quads: Quads) -> None:
    import rdflib

    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib about itself
        dataset.parse(data="".join(trig.trig(all_quads)), format="trig")
    assert sum(1 for _ in dataset.quads()) == len(all_quads)


def test_order_of_the_quads_does_not_matter(all_quads: Quads) -> None:
    assert list(trig.trig(all_quads[::-1])) == list(trig.trig(all_quads))


def test_one_statement_per_line(all_quads: Quads) -> None:
    lines = "".join(trig.trig(all_quads)).splitlines()
    assert '    schema:name "Ilse Brandt" ;' in lines
    assert "    sg:startLine 6 ." in lines or "    sg:startLine 6 ;" in lines
    assert sum(line.startswith("    ") for line in lines) == len(all_quads)


@pytest.mark.parametrize(
    "path", ["a//b", "../up", "a/./b", "a/../b", "//host/x", "a:b", "", "work/x?y", "person/zoë", "a b"]
)
def test_a_path_that_would_resolve_otherwise_is_written_in_full(path: str) -> None:
    quad = ("", f"<{trig.terms.BASE}{path.replace(' ', '%20')}>", "<https://x.org/p>", '"v"')
    assert list(trig.parse("".join(trig.trig([quad])))) == [quad]


def test_a_graph_exports_what_was_put_in(graph: Graph, all_quads: Quads) -> None:
    assert graph.export("trig") == "".join(trig.trig(all_quads))
    assert graph.export("nquads").count("\n") == len(all_quads)
    assert "@graph" in graph.export("jsonld")
    assert "schema:ScholarlyArticle" in graph.export("turtle")
    assert "sg:quote" not in graph.export("turtle")


def test_an_unknown_format_is_refused(all_quads: Quads) -> None:
    with pytest.raises(Exception, match="unknown format 'xls'; known are trig"):
        export(all_quads, "xls")
