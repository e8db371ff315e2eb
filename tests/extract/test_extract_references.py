import pytest

from extract.making import block
from scholargraph.extract.entries.reading import parse_reference
from scholargraph.extract.entries.tails import read_tail
from scholargraph.names.people import parse_person

OWNER = parse_person("Ada Byrne")


def read(raw):
    """Authors, title, venue, year, status of an entry."""
    entry = block(raw)
    reference = parse_reference(entry, OWNER)
    assert reference is not None
    tail = read_tail(entry.text, reference)
    people = [author.name for author in reference.authors.authors] if reference.authors else []
    venue = tail.venue.venue.series if tail.venue else ""
    return people, entry.text[slice(*reference.title)], venue, tail.year, tail.status


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "**Ada Byrne**, Michael I. Jordan, Tom Reed. Data Refinement: Less in RLHF. *ICML 2024*.",
            (
                ["Ada Byrne", "Michael I. Jordan", "Tom Reed"],
                "Data Refinement: Less in RLHF",
                "ICML",
                "2024",
                "published",
            ),
        ),
        (
            "**Ada Byrne**, Tom Reed. When does the median work? *ISIT 2020*.",
            (["Ada Byrne", "Tom Reed"], "When does the median work?", "ISIT", "2020", "published"),
        ),
        (
            "**Ada Byrne**, Tom Reed. Quasi-gradients *Information and Inference: A Journal of the IMA*.",
            (
                ["Ada Byrne", "Tom Reed"],
                "Quasi-gradients",
                "Information and Inference: A Journal of the IMA",
                "",
                "published",
            ),
        ),
        (
            "Byrne, A., & Jordan, M. I. (2020). Robust learning. *Annals of Statistics*, 48(3), 1021–1040.",
            (
                ["A. Byrne", "M. I. Jordan"],
                "Robust learning",
                "Annals of Statistics",
                "2020",
                "published",
            ),
        ),
        (
            'A. Byrne and T. Reed, "Learning, and more," in *IEEE Int. Symp. Inf. Theory (ISIT)*, 2021.',
            (["A. Byrne", "T. Reed"], "Learning, and more", "ISIT", "2021", "published"),
        ),
        (
            "Reed TQ, Byrne A, Lee K. Aspirin: a randomized trial. Lancet. 2017;389:100-110.",
            (
                ["T. Q. Reed", "A. Byrne", "K. Lee"],
                "Aspirin: a randomized trial",
                "The Lancet",
                "2017",
                "published",
            ),
        ),
        (
            "Ada Byrne, M. I. Jordan, and K. Reed. 2021. Trees. "
            "In Proceedings of the 38th International Conference on Machine Learning.",
            (["Ada Byrne", "M. I. Jordan", "K. Reed"], "Trees", "ICML", "2021", "published"),
        ),
        (
            "Ada Byrne, Tom Reed, Noisy trees, Journal of Machine Learning Research, 20(1):1-30, 2019.",
            (
                ["Ada Byrne", "Tom Reed"],
                "Noisy trees",
                "Journal of Machine Learning Research",
                "2019",
                "published",
            ),
        ),
        (
            "Learning to Learn. Ada Byrne, Tom Reed. NeurIPS 2021 (Oral).",
            (["Ada Byrne", "Tom Reed"], "Learning to Learn", "NeurIPS", "2021", "published"),
        ),
        (
            "[Learning to Learn](https://x.org/p.pdf) **Ada Byrne**, Tom Reed. ICML 2022.",
            (["Ada Byrne", "Tom Reed"], "Learning to Learn", "ICML", "2022", "published"),
        ),
        (
            "“Kant’s Limits.” *Mind* 12, no. 3 (2010): 33-60.",
            ([], "Kant’s Limits", "Mind", "2010", "published"),
        ),
        (
            "Taxes and Toil (with Erik Berg and Jane Doe), *American Economic Review*, 110(3), 2020.",
            (["Erik Berg", "Jane Doe"], "Taxes and Toil", "American Economic Review", "2020", "published"),
        ),
        (
            "Ada Byrne. Big models. arXiv:2301.11270, 2023.",
            (["Ada Byrne"], "Big models", "arXiv", "2023", "preprint"),
        ),
        (
            "Ada Byrne. Who watches? A study. Under review at ICLR 2025.",
            (["Ada Byrne"], "Who watches? A study", "", "", "in submission"),
        ),
        (
            "Ada Byrne. Deep waters. To appear in Journal of Finance.",
            (["Ada Byrne"], "Deep waters", "Journal of Finance", "", "published"),
        ),
        ("Ada Byrne. Deep waters. In preparation.", (["Ada Byrne"], "Deep waters", "", "", "in preparation")),
    ],
)
def test_an_entry_is_taken_apart(entry, expected):
    assert read(entry) == expected


def test_an_earlier_version_is_not_the_venue():
    entry = block("**Ada Byrne**. Sorting. *In submission. Preliminary version is published in ISIT 2022*.")
    reference = parse_reference(entry, OWNER)
    tail = read_tail(entry.text, reference)
    assert (tail.status, tail.venue, tail.year) == ("in submission", None, "")
    assert [(where.venue.series, where.venue.year) for where in reference.earlier] == [("ISIT", "2022")]


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [
        ("Byrne A. On x. Lancet 2021; 397: 10-20.", {"volume": "397", "pages": "10-20"}),
        (
            "Byrne A. On x. N Engl J Med. 2019;380(12):1123-31.",
            {"volume": "380", "issue": "12", "pages": "1123-31"},
        ),
        (
            "Ada Byrne. On x. *Mind* 12, no. 3 (2010): 33–60.",
            {"volume": "12", "issue": "3", "pages": "33–60"},
        ),
        (
            "Ada Byrne. On x. *AER*, 110(3), 2020, 901-935.",
            {"volume": "110", "issue": "3", "pages": "901-935"},
        ),
        ("Ada Byrne. On x. In *ICML 2020*, pages 100–110.", {"pages": "100–110"}),
    ],
)
def test_volume_issue_and_pages(entry, numbers):
    made = block(entry)
    assert parse_reference(made, OWNER).numbers == numbers


def test_a_thesis_and_an_award_are_seen():
    thesis, prized = (
        block("Ada Byrne. Essays. PhD thesis, Stanford University, 2018."),
        block("Ada Byrne. Do It. *ACL 2021*, Best Paper Award"),
    )
    assert read_tail(thesis.text, parse_reference(thesis, OWNER)).is_thesis
    assert read_tail(prized.text, parse_reference(prized, OWNER)).award == "Best Paper Award"
