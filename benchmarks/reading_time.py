"""Processor time to read and tell documents: ours, and what only fetching their text costs.

Home pages and CVs of ``tests/corpus`` (HTML, Markdown, plain text), as often as it takes to make 100, in one
process; PDF files by the page. Run: ``python benchmarks/reading_time.py``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from scholargraph.pipeline.telling import tell_file

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"
TEXTS = (".html", ".htm", ".md", ".txt")
DOCUMENTS = 100


def documents(*suffixes: str) -> list[Path]:
    """The corpus documents of some formats, by name."""
    return sorted(path for path in CORPUS.iterdir() if path.suffix in suffixes)


def seconds(act: Callable[[Path], object], paths: Sequence[Path]) -> float:
    """Processor time of an act on each of some files."""
    begin = time.process_time()
    for path in paths:
        act(path)
    return time.process_time() - begin


def tell(path: Path) -> object:
    """What a document tells, as a build has it."""
    return tell_file(str(path), path.stem)


def plain_text(path: Path) -> object:
    """The text of a page by lxml, or the bytes of a text file decoded."""
    from lxml import html

    data = path.read_bytes()
    return html.fromstring(data).text_content() if path.suffix.startswith(".htm") else data.decode("latin-1")


def pdf_text(path: Path) -> object:
    """The text of a PDF file as pdfium gives it, without blocks, marks or columns."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def pages(path: Path) -> int:
    """How many pages a PDF file has."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def main() -> None:
    texts, papers = documents(*TEXTS), documents(".pdf")
    started = seconds(tell, texts[:1])
    hundred = list(islice(cycle(texts), DOCUMENTS))
    size = sum(path.stat().st_size for path in hundred) / 1024
    print(f"first document, with all imports and tables: {started:.2f} s")
    print(
        f"{DOCUMENTS} home pages and CVs ({size:.0f} kB): {seconds(tell, hundred):.2f} s; "
        f"their bare text: {seconds(plain_text, hundred):.2f} s"
    )
    count = sum(map(pages, papers))
    ten = 10 / count
    print(
        f"PDF, for 10 pages ({count} pages measured): {ten * seconds(tell, papers):.2f} s; "
        f"their bare text: {ten * seconds(pdf_text, papers):.2f} s"
    )


if __name__ == "__main__":
    main()
