"""Volume, issue and pages in the forms that reference lists print."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_RANGE = r"e?\d+\s*[-–—]+\s*e?\d+"
_PP = r"(?:pp?\.?\s*|pages?\s*)?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 48(3), 1021–1040 · 12, no. 3 (2010): 33-60 · vol. 5, iss. 2
        r"(?P<volume>\d{1,4})\s*(?:\((?P<issue>\d[\w–-]*)\)|,?\s*(?:no|issue|nr)\.?\s*(?P<number>\d[\w–-]*))"
        rf"(?:\s*\({_YEAR}\))?(?:\s*[:,]\s*{_PP}(?P<pages>(?!{_YEAR}\b){_RANGE}|(?!{_YEAR}\b)e?\d+))?",
        # 397: 10-20 · 58 (2018): 1–20
        rf"(?<![\d.])(?P<volume>\d{{1,4}})\s*(?:\({_YEAR}\))?\s*:\s*(?P<pages>{_RANGE}|e?\d+)(?!\d)",
        # , 19, 101–110
        rf", (?P<volume>\d{{1,4}}), {_PP}(?P<pages>{_RANGE})",
        # vol. 12
        r"\bvol(?:ume)?\.?\s*(?P<volume>\d+)",
        # , 11, 2023
        rf", (?P<volume>\d{{1,3}})(?=, {_YEAR}\b)",
    )
)
_PAGES = re.compile(
    rf"\b(?:pp?\.|pages?)\s*({_RANGE}|\d+)|(?<=, )(\d{{1,4}}\s*[-–—]+\s*\d{{1,4}})(?=[.,;)\s]|$)", re.I
)


def find_numbers(text: str) -> dict[str, str]:
    """``volume``, ``issue`` and ``pages`` as printed, each only where it is printed.

    >>> find_numbers("Mind 12, no. 3 (2010): 33-60.")
    {'volume': '12', 'issue': '3', 'pages': '33-60'}
    """
    match = next((found for form in _FORMS if (found := form.search(text))), None)
    named = match.groupdict() if match else {}
    pages = _PAGES.search(text)
    numbers = {
        "volume": named.get("volume"),
        "issue": named.get("issue") or named.get("number"),
        "pages": named.get("pages") or (pages and (pages[1] or pages[2])),
    }
    return {name: value for name, value in numbers.items() if value and not re.fullmatch(_YEAR, value)}
