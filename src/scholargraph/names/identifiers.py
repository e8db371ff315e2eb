"""Identifiers and addresses found in running text, in normal form, and where they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from scholargraph.names.wordlists import word_list


class Found(Struct, frozen=True):
    """A value in normal form, and the place ``text[start:end]`` where it was printed."""

    value: str
    start: int
    end: int


_AT = r"(?:\s*[\[({<]\s*(?:(?i:at)|@)\s*[\])}>]\s*|\s+(?:AT|at|-at-|_at_|\*at\*)\s+|\s*@\s*)"
_DOT = r"(?:\s*[\[({<]\s*(?:(?i:dot)|\.)\s*[\])}>]\s*|\s+(?:DOT|dot|-dot-|_dot_)\s+|\.)"
_EMAIL = re.compile(
    rf"\b([\w+%-]+(?:{_DOT}[\w+%-]+)*){_AT}([a-zA-Z0-9-]+(?:{_DOT}[a-zA-Z0-9-]+)*{_DOT}[a-zA-Z]{{2,}})\b"
    r"(?![\w.%+-]{0,64}(?:@|\s*[\[({<]\s*(?i:at)\s*[\])}>]))"
)
"""The last line: in ``reach me at ann.bee@uni.edu`` the words ``me at ann.bee`` are no address."""
_EMAIL_GROUP = re.compile(r"\{([\w.+%-]+(?:\s*[,|]\s*[\w.+%-]+)+)\}\s*@\s*([\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(
    r"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"'`|]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}/~?[^\s<>\"'`|]+",
    re.I,
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>|]+", re.I)
_ARXIV = re.compile(
    r"(?:\barxiv\s*(?:preprint\s*)?(?:arxiv\s*)?[:/]?\s*(?:abs/|pdf/)?|arxiv\.org/(?:abs|pdf|html)/|\babs/)"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?",
    re.I,
)
_ORCID = re.compile(r"(?<!\d)(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])(?!\d)")
_LATEX_ESCAPE = re.compile(r"\\([_%#&~$])")


def find_emails(text: str) -> list[Found]:
    """E-mail addresses, lower case; ``name [at] uni [dot] edu`` and ``{a,b}@uni.edu`` are understood."""
    grouped = [
        Found(f"{name}@{m[2]}".lower(), m.start(), m.end())
        for m in _EMAIL_GROUP.finditer(text)
        for name in re.split(r"\s*[,|]\s*", m[1])
    ]
    taken = {(found.start, found.end) for found in grouped}
    plain = (Found(f"{_dots(m[1])}@{_dots(m[2])}", *m.span()) for m in _EMAIL.finditer(text) if _is_email(m))
    return sorted(
        [*grouped, *(f for f in plain if not any(s <= f.start < e for s, e in taken))],
        key=lambda found: (found.start, found.value),
    )


def find_urls(text: str) -> list[Found]:
    """Web addresses with their scheme (``https`` if none is printed), without the sentence's punctuation."""
    return list(_found(_URL, text, _url))


def find_dois(text: str) -> list[Found]:
    """DOIs, bare and lower case: ``10.1145/3580305.3599256``."""
    return list(_found(_DOI, text, lambda raw: re.sub(r"\.pdf$", "", unquote(raw).lower())))


def find_arxiv_ids(text: str) -> list[Found]:
    """arXiv identifiers that are marked as such, without version: ``2301.11270``, ``cs/0112017``."""
    return [
        Found(m[1] if "." in m[1].split("/")[0] else m[1].lower(), *m.span()) for m in _ARXIV.finditer(text)
    ]


def find_orcids(text: str) -> list[Found]:
    """ORCID iDs whose check digit (ISO 7064 mod 11-2) is right: ``0000-0002-1825-0097``."""
    return [Found(m[1].upper(), *m.span(1)) for m in _ORCID.finditer(text) if _orcid_holds(m[1].upper())]


def is_repository(url: str) -> bool:
    """Whether the address is that of a code, model or data repository: a known host, an owner and a name."""
    host, path = _host_and_path(url)
    if host == "huggingface.co" and path[:1] in (["papers"], ["docs"], ["blog"]):
        return False
    known = host == "huggingface.co" or host in word_list("repository_hosts")
    return known and len(path) >= 2


def domain(url_or_email: str) -> str:
    """The registrable domain of an address: ``https://cseweb.ucsd.edu/~x`` → ``ucsd.edu``; or ``""``."""
    text = url_or_email if "://" in url_or_email else url_or_email.rpartition("@")[2]
    labels = [label for label in _host_and_path(text)[0].split(".") if label]
    if len(labels) < 2:
        return ""
    keep = 3 if ".".join(labels[-2:]) in word_list("public_suffixes") else 2
    return ".".join(labels[-keep:])


def is_public_domain(registrable: str) -> bool:
    """Whether anyone may have an address there (``gmail.com``), so that it says nothing of an employer."""
    return registrable in word_list("public_domains")


def _found(pattern: re.Pattern[str], text: str, normal: Callable[[str], str]) -> Iterator[Found]:
    for match in pattern.finditer(text):
        raw = _trim(match[0])
        if value := normal(raw):
            yield Found(value, match.start(), match.start() + len(raw))


def _trim(raw: str) -> str:
    """Without what belongs to the sentence: final punctuation, and closing brackets never opened."""
    for opening, closing in ("()", "[]", "{}"):
        depth = 0
        for i, char in enumerate(raw):
            depth += (char == opening) - (char == closing)
            if depth < 0:
                raw = raw[:i]
                break
    shorter = raw.rstrip(".,;:!?*$\\’”»")
    return shorter if shorter == raw else _trim(shorter)


def _url(raw: str) -> str:
    clean = html.unescape(_LATEX_ESCAPE.sub(r"\1", raw))
    address = clean if "://" in clean else f"https://{clean}"
    host = _host_and_path(address)[0]
    known = (
        "://" in clean
        or clean.lower().startswith("www.")
        or host.rpartition(".")[2] in word_list("top_domains")
    )
    return address if "." in host and known else ""


def _host_and_path(url: str) -> tuple[str, list[str]]:
    """The host (without ``www.``) and the pieces of the path; no host where the address is malformed."""
    try:
        parts = urlsplit(url.strip() if "://" in url else f"https://{url.strip()}")
    except ValueError:
        return "", []
    return (parts.hostname or "").removeprefix("www."), [piece for piece in parts.path.split("/") if piece]


def _dots(printed: str) -> str:
    return re.sub(_DOT, ".", printed).strip().lower()


def _is_email(match: re.Match[str]) -> bool:
    """A plain ``@``, or signs written out: "look at this.page" is no address, "<ann at uni.edu>" is one."""
    enclosed = (
        match.string[max(match.start() - 1, 0) : match.start()] == "<"
        and match.string[match.end() : match.end() + 1] == ">"
    )
    return (
        enclosed
        or "@" in match[0]
        or bool(re.search(r"[\[({<]\s*(?:at|dot)|\bAT\b|\bdot\b|\s[-_*]at[-_*]\s", match[0]))
    )


def _orcid_holds(orcid: str) -> bool:
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return orcid[-1] == ("X" if check == 10 else str(check))
