"""Whether the name of a mailbox is made of a person's name."""

from __future__ import annotations

import re

from scholargraph.names.people import PersonName
from scholargraph.names.text import fold


def is_mailbox_of(address: str, name: PersonName) -> bool:
    """Whether an address could be made of this name: ``abyrne@``, ``ada.byrne@``, ``byrne@``, ``adab@``.

    Three letters or more; dots and figures do not count.
    """
    letters = re.sub(r"[^a-z]", "", fold(address.partition("@")[0]))
    return len(letters) > 2 and letters in _mailboxes(name)


def _mailboxes(name: PersonName) -> set[str]:
    given = [fold(part).replace(" ", "").strip(".") for part in name.given]
    families = {"".join(fold(part).replace(" ", "") for part in name.family)}
    families |= {fold(part).replace(" ", "") for part in name.family[-1:]}
    first, initials = (given or [""])[0], "".join(part[:1] for part in given)
    starts = {"".join(given), first, initials, initials[:1]}
    made = {f"{start}{end}" for start in starts for end in families}
    made |= {f"{end}{start}" for start in starts for end in families}
    return {first, *families, *made, *(f"{start}{end[:1]}" for start in starts for end in families)}
