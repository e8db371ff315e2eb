"""Addresses in structured records: e-mail, home pages, profiles by user name, telephone."""

from __future__ import annotations

import re

from scholargraph.extract.fields import MISSING, Node, cite_fields, plain_key
from scholargraph.extract.structured_people import keys
from scholargraph.extract.tables import lines
from scholargraph.extract.telling import Telling
from scholargraph.model import Block
from scholargraph.names.identifiers import domain, find_emails, find_orcids, find_urls

_USER = re.compile(r"@?[\w.~-]{2,60}")

_LINKS = frozenset({"links", "social", "socials", "contact", "contacts", "urls", "web", "online", "profiles"})
_PLACE_KEYS = frozenset({"address", "postalcode", "city", "location", "region", "countrycode", "country"})


def tell_contacts(telling: Telling, node: Node, person: str) -> None:
    """Tell the addresses below a node as a person's; a bare user name leads to the network it is of."""
    for child_key, child in node.children.items():
        if plain_key(child_key) in keys("image") or plain_key(child_key) in _PLACE_KEYS:
            continue
        for entry in child.entries() if child.is_list else [child]:
            network = plain_key(entry.text("network", "name") or child_key)
            named = entry.leaf("username", "user") or entry.block
            for block in entry.leaves():
                own = plain_key(block.key.rpartition("/")[2]) if plain_key(child_key) in _LINKS else ""
                values = _addresses(block, own or plain_key(child_key)) or (
                    _profile(network, block) if block is named else {}
                )
                if values:
                    told = {"values": values, "referent": person, "confidence": 0.99}
                    telling.tell("person", cite_fields(telling.document, [block]), **told)  # type: ignore[arg-type]


def _addresses(block: Block, key: str) -> dict[str, list[str]]:
    """What kind of address the words are, whatever the key says."""
    text = " ".join(
        [block.text, *(m.target.removeprefix("mailto:") for m in block.marks if m.kind == "link")]
    )
    urls = [found.value for found in find_urls(text)]
    profiles = frozenset(word for line in lines("profile_hosts.txt") for word in line.split())
    found = {
        "email": [found.value for found in find_emails(text)] if len(block.text) < 120 else [],
        "orcid": [found.value for found in find_orcids(text)],
        "url": [url for url in urls if domain(url) not in profiles] if key in keys("url") else [],
        "sameAs": [url for url in urls if domain(url) in profiles and "orcid.org" not in url],
        "telephone": [block.text.removeprefix("tel:")]
        if key in keys("phone") and re.search(r"\d{3}", block.text)
        else [],
    }
    return {name: values for name, values in found.items() if values}


def _profile(network: str, block: Block) -> dict[str, list[str]]:
    base = dict(line.split("\t") for line in lines("networks.tsv")).get(network, "")
    fits = base and _USER.fullmatch(block.text) and not MISSING.fullmatch(block.text)
    return {"sameAs": [base + block.text.removeprefix("@")]} if fits else {}
