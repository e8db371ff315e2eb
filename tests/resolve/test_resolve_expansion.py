"""Short and full forms of one person's name within one document."""

from __future__ import annotations

import pytest

from resolve_kit import judgement_on, together
from scholargraph.resolve import resolve
from telling_kit import Notes


def _two(one: str, other: str, *others: str, subject: bool = False) -> bool:
    notes = Notes("cv_a")
    a, b = notes.thing("person", one), notes.thing("person", other)
    for name in others:
        notes.thing("person", name)
    return together(resolve([notes.told(a if subject else "")]), a, b)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ilse Brandtner", "I. Brandtner"),
        ("Fionnuala Craig", "F. Craig"),
        ("Rui Miguel Costa", "R. M. Costa"),
        ("Adaeze Nwosu-Quill", "Nwosu-Quill"),
        ("Ilse Brandtner", "Ilse"),
        ("Patryk Wójcik", "P. Wójcik"),
    ],
)
def test_the_only_one_who_can_be_meant(full: str, short: str) -> None:
    assert _two(full, short)


def test_two_who_can_be_meant_keep_the_short_form_apart() -> None:
    assert not _two("Patryk Wójcik", "P. Wójcik", "Paulina Wójcik")
    assert not _two("Ilse Brandtner", "Ilse", "Ilse Okafor")
    assert not _two("Wei Zhang", "W. Zhang")


def test_two_documents_do_not_share_a_short_form() -> None:
    one, other = Notes("cv_a"), Notes("cv_b")
    full, short = one.thing("person", "Fionnuala Craig"), other.thing("person", "F. Craig")
    assert not together(resolve([one.told(), other.told()]), full, short)


def test_half_of_the_double_name_of_whom_the_document_is_about() -> None:
    assert _two("Noor Rashid-Olm", "N. Rashid", subject=True)
    assert not _two("Noor Rashid-Olm", "N. Rashid")
    assert not _two("Noor Rashid-Olm", "K. Rashid", subject=True)
    assert not _two("Noor Rashid-Olm", "N. Rashid", "Karl Rashid", subject=True)


def test_the_reason_is_told() -> None:
    notes = Notes("cv_a")
    full, short = notes.thing("person", "Fionnuala Craig"), notes.thing("person", "F. Craig")
    judged = judgement_on(resolve([notes.told()]), full, short)
    assert judged is not None
    assert "nobody else in the document can be meant by F. Craig" in judged.reasons
