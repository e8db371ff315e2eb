"""Entries cut, mended and put together where the labels alone would be wrong."""

import pytest

from extract.making import block, document
from scholargraph.extract.entries.cutting import cut_entries
from scholargraph.extract.entries.fields import Entry
from scholargraph.extract.entries.reading import parse_entries
from scholargraph.extract.entries.tokens import tokenise
from scholargraph.extract.entries.venues import find_house
from scholargraph.extract.publications import Lists, is_entry, tell_publications
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling
from scholargraph.extract.works import Owner
from scholargraph.model import Block, Mark
from scholargraph.names.people import parse_person

OWNER = parse_person("Ada Byrne")


def spans(*parts: tuple[str, str], kind: str = "span", between: str = " ") -> Block:
    """Words with a space between, each under a mark of a kind."""
    text, marks = between.join(words for _, words in parts), list[Mark]()
    start = 0
    for name, words in parts:
        marks += [Mark(kind, start, start + len(words), name)] if name else []
        start += len(words) + 1
    return Block(kind="item", text=text, raw=text, start_line=1, end_line=1, marks=tuple(marks))


def fields(made: Block, entry: Entry | None) -> tuple[str, list[str], str]:
    assert entry
    authors = [author.name for author in entry.authors.authors] if entry.authors else []
    return made.text[slice(*entry.title)], authors, made.text[slice(*entry.venues[0])] if entry.venues else ""


def test_classes_of_elements_part_what_only_spaces_part():
    rows = [
        spans(("y", "2022"), ("t", "Who steers a ship without a crew?"), ("j", "Journal of Maritime Law")),
        spans(("y", "2019"), ("t", "Towing and the price of consent"), ("j", "Edinburgh Law Review")),
        spans(("y", "2017"), ("t", "Is the lake a sea?"), ("j", "Ocean Development & International Law")),
    ]
    found = [fields(row, entry) for row, entry in zip(rows, parse_entries(rows, None), strict=True)]
    assert [(title, venue) for title, _, venue in found] == [
        ("Who steers a ship without a crew?", "Journal of Maritime Law"),
        ("Towing and the price of consent", "Edinburgh Law Review"),
        ("Is the lake a sea?", "Ocean Development & International Law"),
    ]


def test_what_the_source_calls_the_title_is_the_title():
    row = spans(
        ("title", "Steady Worlds"), ("", "Beat Furrer, Ada Byrne. ICML 2020."), kind="part", between="\n"
    )
    title, authors, _ = fields(row, *parse_entries([row], OWNER))
    assert (title, authors) == ("Steady Worlds", ["Beat Furrer", "Ada Byrne"])


@pytest.mark.parametrize(
    ("printed", "house"),
    [
        ("Cork: Lee Press", "Lee Press"),
        ("Wien: Hollitzer", "Hollitzer"),
        ("Springer, Cham", "Springer"),
        ("Oslo", ""),
    ],
)
def test_a_book_appeared_in_a_house_not_in_a_town(printed, house):
    start = 0
    places = []
    for words in printed.replace(",", ":").split(":"):
        begin = printed.index(words.strip(), start)
        places.append((begin, begin + len(words.strip())))
        start = begin
    assert printed[slice(*find_house(printed, places))] == house


def test_editors_are_no_authors():
    entry = block(
        "Byrne A, Reed T. On tides. In: Moss J, Field T, editors. Handbook of Coasts. Cham: Springer; 2021."
    )
    title, authors, venue = fields(entry, *parse_entries([entry], OWNER))
    assert (title, authors, venue) == ("On tides", ["A. Byrne", "T. Reed"], "Handbook of Coasts")


def test_a_recommended_citation_is_the_entry():
    made = block(
        "Waiting in line\nPublished in Mind, 2022\nRecommended citation: Byrne, Ada and Tom Reed. (2022). "
        '"Waiting in line." *Mind*. 55(9): 1455–1489.',
        kind="item",
        level=1,
    )
    (piece,) = cut_entries([made], OWNER)
    title, authors, _ = fields(piece.block, *parse_entries([piece.block], OWNER))
    assert (title, authors) == ("Waiting in line", ["Ada Byrne", "Tom Reed"])


def test_a_line_of_links_belongs_to_the_entry_above():
    text = (
        "**Learning to Sort Noisy Data**\nAda Byrne, Tom Reed\n*ICML 2021*\n[PDF](a.pdf) · [Code](b)\n"
        "**The Price of Trees**\nAda Byrne, Luis Ortega\n*Journal of Finance*, 2020\n[PDF](c.pdf)"
    )
    pieces = cut_entries(document(text).blocks, OWNER)
    assert [piece.block.text.split("\n")[0] for piece in pieces] == [
        "Learning to Sort Noisy Data",
        "The Price of Trees",
    ]


def test_quotes_of_blocks_put_together_keep_their_lines():
    first, second = block("**The Price of Trees**", 4), block("Ada Byrne, *Journal of Finance*, 2020", 6)
    (piece,) = cut_entries([first, second], OWNER)
    assert (piece.block.start_line, piece.block.end_line) == (4, 6)
    assert piece.block.raw.count("\n") == 2
    assert piece.part((0, 5)) != piece.part((25, 30))


def test_entries_beside_one_year_have_it():
    beside = block(
        "2019\tByrne, A. The sound of trees. *Mind* 12, 40–71.\nByrne, A. On slow rivers. *Noûs* 3, 1–9.",
        kind="item",
        level=1,
    )
    pieces = cut_entries([beside], OWNER)
    assert [piece.year.text for piece in pieces if piece.year] == ["2019", "2019"]


def test_addresses_and_large_numbers_are_one_word():
    words = tokenise(
        block("in 4,300 women. https://doi.org/10.1021/acs.x. 10.1000/ab.c, arXiv:2309.06114.")
    ).words
    assert (
        " ".join(words)
        == "in 4,300 women . https://doi.org/10.1021/acs.x . 10.1000/ab.c , arXiv : 2309.06114 ."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Talk: “Doubt,” Society for Child Research, Oslo, 2023.",
        "Reviewed in *Isis*, *Osiris* and *Mind*.",
        "Besprochen von Karl Huber, in: JZ 1997, S. 403 f.",
        "Shortlisted for the Alice Award, 2024",
    ],
)
def test_lines_under_a_book_are_no_entries(text):
    assert not is_entry(block(text))


def test_short_lists_are_read_with_the_others_of_the_document():
    page = document(
        "1. Byrne, A. (2021). The price of trees. *Journal of Finance*, 12(3), 1–20.\n"
        "2. Byrne, A., & Reed, T. (2019). On slow sorting. *Mind*, 4(1), 5–9.\n"
        "3. Reed, T., & Byrne, A. (2018). Noisy data. *Nature*, 1(1), 5–9."
    )
    sections = [
        Section("publications", None, page.blocks[:2]),
        Section("publications", None, page.blocks[2:]),
    ]
    lists = Lists(sections, None)
    assert [len(lists.entries(section)) for section in sections] == [2, 1]
    telling = Telling(page, "cv")
    assert len(tell_publications(telling, sections[1], None, lists)) == 1


def test_an_owner_is_known_with_the_family_name_first():
    owner = Owner("doc#m1", parse_person("Hoàng Minh Châu"), "Hoàng Minh Châu")
    assert owner.may_be("Minh Châu Hoàng")
    assert not owner.may_be("Tom Reed")
