"""Entries read as lists, and sections cut into entries."""

from extract.making import block, document
from scholargraph.extract.entries.confidence import confidence
from scholargraph.extract.entries.cutting import cut_entries
from scholargraph.extract.entries.reading import parse_entries, read_lists
from scholargraph.extract.publications import is_entry, tell_publications
from scholargraph.extract.sections import Section
from scholargraph.extract.telling import Telling
from scholargraph.names.people import parse_person

OWNER = parse_person("Ada Byrne")


def titles(text):
    """The titles of a section's entries."""
    pieces = cut_entries(document(text).blocks, OWNER)
    (entries,) = read_lists([pieces])
    return [p.block.text[slice(*e.title)] for p, e in zip(pieces, entries, strict=True) if e]


def told(text):
    """The works that a section tells: name and years."""
    page = document(text)
    telling = Telling(page, "cv")
    heading = page.blocks[0] if page.blocks[0].kind == "heading" else None
    tell_publications(telling, Section("publications", heading, page.blocks[bool(heading) :]), None)
    mentions = [m for m in telling.told("cv").mentions if m.kind == "work"]
    names = {m.referent: m.name for m in mentions if m.name}
    dated = {m.referent: m.values["datePublished"][0] for m in mentions if "datePublished" in m.values}
    return {name: dated.get(referent, "") for referent, name in names.items()}


def test_lines_of_one_entry_are_put_together():
    assert titles(
        "**Learning to Sort Noisy Data**\nAda Byrne, Tom Reed\n*ICML 2021*\n"
        "**The Price of Trees**\nAda Byrne, Luis Ortega\n*Journal of Finance*, 2020"
    ) == ["Learning to Sort Noisy Data", "The Price of Trees"]


def test_lines_of_one_block_that_are_entries_are_cut():
    text = (
        "Ada Byrne, Tom Reed. Learning to Sort Noisy Data. ICML 2021.\n"
        "Ada Byrne. The Price of Trees. Journal of Finance, 2020."
    )
    assert len(cut_entries([block(text)], OWNER)) == 2


def test_an_item_of_three_lines_is_one_entry():
    item = block("Learning to Sort Noisy Data\nAda Byrne, Tom Reed\nICML 2021", kind="item", level=1)
    (piece,) = cut_entries([item], OWNER)
    assert piece.parts == {"T", "A", "V", "Y"}


def test_a_year_of_its_own_dates_the_entries_below_that_print_none():
    assert told(
        "# Publications\n2021\n- Ada Byrne, Tom Reed. Learning to sort noisy data. Journal of Finance.\n"
        "2020\n- Ada Byrne, Tom Reed. The price of trees. Journal of Finance.\n"
    ) == {"Learning to sort noisy data": "2021", "The price of trees": "2020"}


def test_talks_grants_and_remarks_are_no_entries():
    others = (
        "* equal contribution",
        "For a full list see my Google Scholar page.",
        "Invited talk, “Learning to Sort”, University of Oslo, March 2019",
        "National Science Foundation, “Learning to Sort”, PI: Ada Byrne, $450,000, 2019–2022",
        "U.S. Patent 9,876,543, “Sorting machine”, issued 2018",
    )
    assert not [text for text in others if is_entry(block(text))]


def test_an_entry_without_a_title_is_a_doubt():
    page = document("- Byrne, A.; Reed, T. J. Am. Chem. Soc. 2019, 141, 1234–1240.")
    telling = Telling(page, "cv")
    assert not tell_publications(telling, Section("publications", None, page.blocks), None)
    assert telling.notes == ["line 1: an entry without a title is not told"]


def test_the_list_decides_where_one_entry_does_not():
    clear = [
        "Ada Byrne, Tom Reed: Learning to sort noisy data: ICML, 2021.",
        "Ada Byrne, Luis Ortega: The price of trees in the market: Journal of Finance, 2020.",
        "Tom Reed, Ada Byrne: On the bounds of slow sorting: NeurIPS, 2019.",
    ]
    blocks = [block(text) for text in clear]
    entries = parse_entries(blocks, OWNER)
    found = [b.text[slice(*e.title)] for b, e in zip(blocks, entries, strict=True) if e]
    assert found == [
        "Learning to sort noisy data",
        "The price of trees in the market",
        "On the bounds of slow sorting",
    ]


def test_confidence_never_falls_with_likelihood():
    for field in ("title", "authors", "venue"):
        shares = [confidence(field, step / 100) for step in range(101)]
        assert shares == sorted(shares)
        assert 0 < shares[0] < shares[-1] <= 1
    assert confidence("unknown", 1.0) == 0.5


def test_an_empty_list_has_no_entries():
    assert parse_entries([], OWNER) == []
    assert parse_entries([block("")], OWNER) == [None]


def test_a_badge_before_the_title_is_the_venue():
    badged = block("**[TACL]** **Minutes, not hours: streaming summaries**\nAda Byrne, Tom Reed")
    (entry,) = parse_entries([badged], OWNER)
    assert badged.text[slice(*entry.title)] == "Minutes, not hours: streaming summaries"
    assert [badged.text[slice(*place)] for place in entry.venues] == ["TACL"]


def test_initials_stay_with_a_family_name_of_two_words():
    printed = block(
        "Solano Haddad, X., & Petit-Homme, J. (2023). *Who left the choir?* Music Education, 41(2), 205–219."
    )
    (entry,) = parse_entries([printed], OWNER)
    assert [author.name for author in entry.authors.authors] == ["X. Solano Haddad", "J. Petit-Homme"]
