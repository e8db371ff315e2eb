"""Venues drawn at random: known ones of all fields and made ones, in the forms in which lists print them."""

from __future__ import annotations

import re
from random import Random

from .titles import acronym, draw_title, phrase
from .vocabulary import known_venues, terms

Piece = tuple[str, str]
"""Words and their label."""

_ORDINALS = (
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "21st",
    "23rd",
    "38th",
    "40th",
    "Third",
    "Fifth",
    "Tenth",
    "Twenty-Second",
    "Thirty-Sixth",
)
_DROPPED = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "für", "a", "to", "with"})
_SHORT = {
    "Journal": "J.",
    "International": "Int.",
    "American": "Am.",
    "European": "Eur.",
    "British": "Br.",
    "Review": "Rev.",
    "Letters": "Lett.",
    "Annals": "Ann.",
    "Transactions": "Trans.",
    "Proceedings": "Proc.",
    "Research": "Res.",
    "Science": "Sci.",
    "Society": "Soc.",
    "Quarterly": "Q.",
    "Archives": "Arch.",
    "Bulletin": "Bull.",
    "Zeitschrift": "Z.",
}
CONFERENCE_FORMS = (
    "acro",
    "acro year",
    "acro year",
    "acro'yy",
    "long",
    "long (acro)",
    "long (acro year)",
    "proc long",
    "proc long (acro)",
    "year long",
    "acro, long",
    "proc acro year",
)


def draw_journal(rng: Random, form: str) -> list[Piece]:
    """A journal: ``abbr``, ``law`` or the whole name; now and then with its acronym behind."""
    if form == "law":
        name = rng.choice(terms("lawreviews"))
        return [(name.upper() if rng.random() < 0.3 else name, "VE")]
    if rng.random() < 0.18:
        return [(rng.choice(terms("short_journals")), "VE")]
    if form == "abbr":
        name = rng.choice(terms("abbreviations"))
        if rng.random() < 0.6:
            name = abbreviated(rng, _made_journal(rng))
        return [(name.replace(".", "") if rng.random() < 0.3 else name, "VE")]
    known = [venue for venue in known_venues() if venue["kind"] == "journal"]
    draw = rng.random()
    if draw < 0.4:
        row = rng.choice(known)
        acros = row["acronyms"].split(";")[0]
        if acros and rng.random() < 0.3:
            return [(acros if rng.random() < 0.4 else f"{row['name']} ({acros})", "VE")]
        return [(row["name"], "VE")]
    return [(_made_journal(rng), "VE")]


def abbreviated(rng: Random, name: str) -> str:
    """A journal as medicine and physics shorten it: ``J. Adv. Nurs.``."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _DROPPED]
    return " ".join(_short(rng, word) for word in words)


def _short(rng: Random, word: str) -> str:
    if word in _SHORT:
        return _SHORT[word]
    cut = re.match(r"[^\W\d_]{2,5}?[^\W\d_aeiouy](?=[^\W\d_]{2})", word)
    return f"{cut[0]}." if cut and rng.random() < 0.9 else word


def draw_conference(rng: Random, form: str, year: str) -> list[Piece]:
    """A conference or workshop in one of ``CONFERENCE_FORMS``; a year may be part of it."""
    long, short = _conference(rng)
    if rng.random() < 0.06:
        long = (
            long.replace(" ", f", {rng.choice(terms('fields'))} and ", 1)
            if " on " not in long
            else long + f", {phrase(rng).title()}"
        )
    ordinal = f"{rng.choice(_ORDINALS)} " if rng.random() < 0.5 else ""
    the = rng.choice(
        ("Proceedings of the ", "Proceedings of the ", "Proc. of the ", "Proc. ", "Proceedings of ")
    )
    forms: dict[str, list[Piece]] = {
        "acro": [(short, "VE")],
        "acro year": [(short, "VE"), (rng.choice((" ", " ", " ", ", ", "-", "")), "O"), (year, "YR")],
        "acro'yy": [
            (short, "VE"),
            (rng.choice((" ", "", " ")), "O"),
            (f"{rng.choice(chr(8217) + chr(39))}{year[2:]}", "YR"),
        ],
        "long": [(ordinal + long, "VE")],
        "long (acro)": [(f"{ordinal}{long} ({short})", "VE")],
        "long (acro year)": [(f"{ordinal}{long} ({short} ", "VE"), (year, "YR"), (")", "VE")],
        "proc long": [(f"{the}{ordinal}{long}", "VE")],
        "proc long (acro)": [(f"{the}{ordinal}{long} ({short})", "VE")],
        "year long": [(f"{the}{year} {long}", "VE")],
        "acro, long": [(f"{short}, {ordinal}{long}", "VE")],
        "proc acro year": [(f"{the}{short}", "VE"), (" ", "O"), (year, "YR")],
    }
    return forms[form]


def draw_workshop(rng: Random, form: str, year: str) -> list[Piece]:
    """A workshop, alone or at a conference."""
    _, short = _conference(rng)
    topic = phrase(rng).title()
    workshops: list[list[Piece]] = [
        [(f"{short} Workshop on {topic}", "VE")],
        [(short, "VE"), (f" {year} ", "VE"), (f"Workshop on {topic}", "VE")],
        [(f"Workshop on {topic} at {short}", "VE"), (" ", "O"), (year, "YR")],
        [(f"{topic} Workshop, {short}", "VE")],
        [(f"{short} Workshops", "VE"), (" ", "O"), (year, "YR")],
        [(f"Workshop on {topic}, {short}", "VE"), (" ", "O"), (year, "YR")],
        [(f"{short} {topic} Workshop", "VE")],
    ]
    return rng.choice(workshops)


def draw_book(rng: Random, case: str) -> str:
    """The title of a collection: ``The Oxford Handbook of Wages``."""
    made = (
        lambda: f"Handbook of {phrase(rng).title()}",
        lambda: f"The Oxford Handbook of {phrase(rng).title()}",
        lambda: f"Encyclopedia of {rng.choice(terms('fields'))}",
        lambda: f"A Companion to {phrase(rng).title()}",
        lambda: f"Advances in {rng.choice(terms('fields'))}",
        lambda: draw_title(rng, case).rstrip("?.!"),
        lambda: draw_title(rng, "title").rstrip("?.!"),
        lambda: f"Handbuch der {rng.choice(terms('fields'))}",
    )
    return rng.choice(made)()


def _made_journal(rng: Random) -> str:
    field, other = rng.choice(terms("fields")), rng.choice(terms("fields"))
    topic = phrase(rng).removeprefix("the ").title()
    noun = rng.choice(terms("nouns")).title()
    made = (
        noun,
        f"{noun}, {rng.choice(terms('nouns')).title()} and {field}",
        f"{field} {rng.choice('ABC')}: {topic}",
        f"{field} & {noun}",
        f"Journal of {field}",
        f"Journal of {topic}",
        f"{field} Letters",
        f"Annals of {field}",
        f"{field} Review",
        f"International Journal of {field}",
        f"European Journal of {field}",
        f"{field} and {other}",
        f"{field} Quarterly",
        f"American {field}",
        f"Studies in {topic}",
        f"Archives of {field}",
        f"{field}",
        f"{topic}",
        f"{field}: A Journal of {other}",
        f"Zeitschrift für {field}",
        f"Revue de {field}",
        f"Revista de {field}",
        f"Nature {field}",
        f"Acta {field.split()[0]}ica",
        f"Bulletin of {field}",
        f"Journal of {field} & {other}",
        f"Transactions on {topic}",
        f"IEEE Transactions on {field}",
        f"Proceedings of the Royal Society of {field}",
        f"{topic} Today",
        f"The {topic} Reader",
        f"Research in {field}",
        f"BMC {field}",
        f"{field} Research",
        f"Cahiers de {field}",
        f"Perspectives on {topic}",
        f"The Journal of {field}, {other} and Society",
    )
    return rng.choice(made)


def _conference(rng: Random) -> tuple[str, str]:
    rows = [venue for venue in known_venues() if venue["kind"] == "conference" and venue["acronyms"]]
    if rng.random() < 0.5:
        row = rng.choice(rows)
        return row["name"], row["acronyms"].split(";")[0]
    field = rng.choice(terms("fields"))
    kind = rng.choice(
        (
            "International Conference on",
            "Conference on",
            "Symposium on",
            "Annual Meeting of the Society for",
            "IEEE International Symposium on",
            "European Conference on",
            "ACM Conference on",
            "Int. Conf. on",
            "Annual Conference of the",
        )
    )
    topic = phrase(rng).removeprefix("the ").title() if rng.random() < 0.5 else field
    long = f"{kind} {topic}"
    short = "".join(
        word[0] for word in long.split() if word[0].isalpha() and word not in ("on", "of", "the")
    ).upper()[:6]
    return long, short if rng.random() < 0.7 else acronym(rng)
