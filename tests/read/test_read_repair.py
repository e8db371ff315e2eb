"""Characters that were mis-decoded, are odd or cannot be seen."""

from __future__ import annotations

import pytest

from scholargraph.read.repair import repaired, repairs


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Jos√© Garc√≠a", "José García"),
        ("Luk√°cs", "Lukács"),
        ("√°", "á"),
        ("Jos√©-Mar√≠a", "José-María"),
        ("today‚Äôs", "today’s"),
        ("end.¬†¬† Next", "end.   Next"),
        ("MÃ¼ller", "Müller"),
        ("ErdoÄŸan", "Erdoğan"),
        ("DvoÅ™Ã¡k", "Dvořák"),
        ("itâ€™s", "it’s"),
        ("In-Person \uf8ffüìç Hall", "In-Person 📍 Hall"),
        ("cafe\u0301", "café"),
        ("co\xad-work\u200bing", "co-working"),
        ("Ann\xa0Lee\u2009PhD", "Ann Lee PhD"),
        ("ﬁne-tuning", "fine-tuning"),
        ("page\x0cbreak\x07", "page break"),
    ],
)
def test_mended(raw: str, text: str) -> None:
    assert repaired(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "√2", "Θ(√n)", "x√π", "≈10", "ƒ(x)", "Paris–Évry", "“Ärger”", "Boğaziçi", "Œuvre", "Halıcıoğlu",
        "李明，清华大学", "Δοκιμή", "Иван", "👩\u200d🔬", "می\u200cخواهم", "Café…", "«Été»", "J’ai",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert repaired(text) == text


def test_each_run_of_a_word_keeps_its_own_place() -> None:
    raw = "Jos√©-Mar√≠a re\u0301sume\u0301"
    assert [raw[e.start : e.end] for e in repairs(raw)] == ["√©", "√≠", "e\u0301", "e\u0301"]
