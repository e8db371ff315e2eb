"""Small told documents for tests: each word told stands on its own line of an invented source."""

from __future__ import annotations

from collections.abc import Sequence

from scholargraph.extract.telling import Telling
from scholargraph.model import Document, Source, Span, Told


class Notes:
    """Tells things line by line: ``notes.thing("person", "Ada Byron")`` gives a referent."""

    def __init__(self, source_id: str, kind: str = "cv") -> None:
        self._kind = kind
        source = Source(id=source_id, path=f"{source_id}.md", media_type="text/markdown", sha256=source_id)
        self.telling = Telling(Document(source, (), ()), f"{kind}: test")
        self._line = 0

    def thing(self, kind: str, name: str, referent: str = "", **values: str) -> str:
        return self.telling.tell(
            kind, self._span(name or str(values)), name, values=values, referent=referent
        )

    def relate(self, kind: str, roles: dict[str, str | Sequence[str]], **values: str) -> str:
        evidence = self.telling.evidence(kind, self._span(f"{kind} {sorted(values.items())}"))
        return self.telling.relate(kind, evidence, roles, values)

    def paper(self, title: str, authors: Sequence[str], **values: str) -> str:
        """A paper with its printed authors in order; gives the referent of the paper."""
        work = self.thing("work", title, **values)
        for ordinal, name in enumerate(authors, 1):
            author = self.thing("person", name)
            self.telling.relate(
                "authorship", author, {"work": work, "author": author}, {"ordinal": str(ordinal)}
            )
        return work

    def told(self, subject: str = "") -> Told:
        self.telling.subject = subject
        return self.telling.told(self._kind)

    def _span(self, words: str) -> Span:
        self._line += 1
        return Span(self._line, self._line, words)
