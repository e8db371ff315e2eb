from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import scholargraph as sg
from scholargraph.model import Mention, Relation, Source, Span, Told
from scholargraph.pipeline.confidence import surer


def mention(id_: str, confidence: float, kind: str = "person") -> Mention:
    return Mention(
        id=id_, kind=kind, referent=id_, span=Span(1, 1, id_), method="t", confidence=confidence, name=id_
    )


def told(*confidences: float) -> Told:
    """A person, an organisation, a post passage that joins them, and a mentorship during that post."""
    person, unit, post = (mention(name, how) for name, how in zip(("p", "o", "w"), confidences, strict=True))
    relations = (
        Relation(id="r1", kind="position", roles={"holder": ("p",), "organization": ("o",)}, mention="w"),
        Relation(id="r2", kind="mentorship", roles={"mentee": ("p",), "during": ("r1",)}, mention="p"),
    )
    source = Source(id="s", path="s.md", media_type="text/markdown", sha256="0")
    return Told(source=source, subject="p", mentions=(person, unit, post), relations=relations)


def test_doubtful_passages_go_with_what_rests_on_them() -> None:
    left = surer(told(0.9, 0.9, 0.5), 0.8)
    assert [one.id for one in left.mentions] == ["p", "o"]
    assert left.relations == ()
    assert surer(told(0.5, 0.9, 0.9), 0.8).subject == ""


@given(st.tuples(*[st.floats(0, 1)] * 3), st.floats(0, 1))
def test_nothing_left_rests_on_what_is_gone(confidences: tuple[float, float, float], least: float) -> None:
    left = surer(told(*confidences), least)
    here = {one.id for one in (*left.mentions, *left.relations)}
    assert all(one.confidence >= least for one in left.mentions)
    assert all(here.issuperset(role) for one in left.relations for role in one.roles.values())
    assert surer(left, least) == left


def test_a_build_may_ask_for_sure_passages(tmp_path: Path, samples: Path) -> None:
    built = [sg.build(samples, tmp_path, min_confidence=least).counts() for least in (0, 0.97, 0)]
    assert 0 < built[1]["work"] < built[0]["work"]
    assert built[2] == built[0]
