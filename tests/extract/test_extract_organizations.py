"""Organisations as printed and their units; products by their names and descriptions."""

import pytest

from extract.facts import links, named
from extract.making import document
from scholargraph.extract.organizations import tell_organization, tell_organizations
from scholargraph.extract.products import head_type, is_product_name, tells_product
from scholargraph.extract.telling import Telling


def tell(*lines: str):
    source = document("\n".join(lines))
    telling = Telling(source, "test")
    found = [tell_organizations(telling, block, 0, len(block.text)) for block in source.blocks]
    return telling.told("test"), found


def test_joint_units_have_one_parent():
    told, found = tell("Foo Data Institute and the Department of Computer Science at UC San Diego")
    assert len(found[0]) == 2
    assert links(told, "parentOrganization") == {
        ("Foo Data Institute", "UC San Diego"),
        ("Department of Computer Science", "UC San Diego"),
    }


def test_departments_of_one_name_at_two_universities_are_two():
    _, found = tell("Department of Physics, Rice University", "Department of Physics, Duke University")
    assert found[0] != found[1]


def test_an_acronym_is_the_one_organisation_of_the_document_with_these_initials():
    _, found = tell("University of Washington", "UW", "Rice University")
    assert found[0] == found[1] != found[2]
    _, doubtful = tell("University of Washington", "University of Wyoming", "UW")
    assert doubtful[2] not in doubtful[:2]


def test_a_possessive_parent_and_two_whole_organisations():
    told, _ = tell("Rice University's School of Music")
    assert links(told, "parentOrganization") == {("School of Music", "Rice University")}
    told, found = tell("ETH Zurich and EPFL")
    assert named(told, "organization") == {"ETH Zurich", "EPFL"}
    assert len(found[0]) == 2


def test_an_empty_place_tells_nothing():
    source = document("nothing")
    assert tell_organization(Telling(source, "test"), source.blocks[0], 3, 3) == ""


@pytest.mark.parametrize("name", ["Starling-7B", "vLLM", "BigCodeArena", "S-Lora", "FemtoFit-2", "JAX2"])
def test_names_that_only_products_have(name):
    assert is_product_name(name)


@pytest.mark.parametrize("name", ["RLHF", "Model Routing", "Off-policy", "Serving", "COVID-19", "2023"])
def test_names_that_others_have_too(name):
    assert not is_product_name(name)


@pytest.mark.parametrize(
    ("name", "description", "expected"),
    [
        ("Palermo Charters", "An open database of charters.", True),
        ("Foo Leaderboard", "Used by many.", True),
        ("MMMG", "A comprehensive and reliable evaluation suite.", True),
        ("Fundamental Limits of RLHF", "We identify limits of models.", False),
        ("LLM Watermarking", "We proposed an algorithm for watermarking.", False),
        ("RLHF", "We study reward models.", False),
    ],
)
def test_items_that_name_products(name, description, expected):
    assert tells_product(name, description) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("One of the most reliable platforms for evaluating models", "platform"),
        ("a Python library for language models", "software"),
        ("An agent model specializing in calls", "model"),
        ("We study models", ""),
    ],
)
def test_types_by_the_head_of_a_description(text, kind):
    assert head_type(text) == kind


def test_two_organisations_beside_a_comma_are_no_parts_of_each_other():
    told, found = tell("University of Toronto, Vector Institute", "Meta FAIR, Paris")
    assert len(found[0]) == 2
    assert not links(told, "parentOrganization")
    assert named(told, "organization") == {"University of Toronto", "Vector Institute", "Meta FAIR"}


def test_an_acronym_before_the_name_it_stands_for():
    told, _ = tell("GRIL2 (Games and Reasoning in Interaction Lab), Rice University")
    assert named(told, "organization") >= {"GRIL2", "Games and Reasoning in Interaction Lab"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PhD student, University of Quill", {"University of Quill"}),
        ("BMus, University of Quill", {"University of Quill"}),
        ("Law, University of Quill", {"University of Quill"}),
        ("Quill College, University of Quill", {"Quill College", "University of Quill"}),
        ("Rice University Centre for Tides", {"Rice University Centre for Tides", "Rice University"}),
    ],
)
def test_posts_degrees_and_fields_are_no_organisations(line, names):
    told, _ = tell(line)
    assert {mention.name for mention in told.mentions if mention.kind == "organization"} == names
