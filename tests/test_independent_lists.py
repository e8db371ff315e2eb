"""Laws of the independent publication lists: their reading stands in the entry; a seed fixes them."""

import ast
from pathlib import Path

import pytest
from benchmarks.independent_lists import TEMPLATES, Entry, lists

MADE = list(lists(3, 2500))
ENTRIES = [(made.template, entry) for made in MADE for entry in made.entries]


def _missing(entry: Entry) -> list[str]:
    """Words of the reading that the entry does not print; a year may be cut to two digits."""
    gold, text = entry.gold, entry.block.text
    words = [*gold.authors, gold.title, *gold.venue[:1]]
    return [word for word in words if word not in text] + [gold.year] * (gold.year[2:] not in text)


def test_the_reading_stands_in_the_words_of_the_entry() -> None:
    assert [(template, _missing(entry)) for template, entry in ENTRIES if _missing(entry)] == []


def test_marks_lie_within_the_text_and_own_names_are_marked() -> None:
    assert all(
        0 <= mark.start < mark.end <= len(entry.block.text)
        for _, entry in ENTRIES
        for mark in entry.block.marks
    )
    assert {"bold", "italic", "link", "superscript"} <= {
        mark.kind for _, entry in ENTRIES for mark in entry.block.marks
    }


def test_a_seed_fixes_the_lists() -> None:
    assert list(lists(11, 60)) == list(lists(11, 60)) != list(lists(12, 60))


def test_every_template_is_drawn_and_lists_are_of_all_sizes() -> None:
    assert {made.template for made in MADE} == set(TEMPLATES)
    assert min(len(made.entries) for made in MADE) < 6 < 30 < max(len(made.entries) for made in MADE)


@pytest.mark.parametrize("style", ["cv", "formal"])
def test_each_style_has_twelve_templates(style: str) -> None:
    assert sum(template.style == style for template in TEMPLATES.values()) >= 12


def test_nothing_is_shared_with_the_parser() -> None:
    files = Path(__file__).parents[1].glob("benchmarks/independent_lists/*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    imported = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    assert {name for name in imported if name and name.startswith("scholargraph")} == {"scholargraph.model"}
