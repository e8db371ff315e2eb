"""The archive a DOCX file is: its parts, unpacked within limits and parsed without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from scholargraph.errors import ReadError
from scholargraph.read.decoding import SKIPPED

MAX_PARTS = 5_000
MAX_PART = 48 * 2**20
"""Bytes of one unpacked part; the text of a thousand pages takes about 20 MB of XML."""
MAX_RATIO = 400
"""Unpacked to packed size of a large part: XML packs to a tenth or a thirtieth."""
_LARGE = 4 * 2**20
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Element = Any
"""An element of lxml."""


class Package:
    """The parts of one file, by name; parsed when asked for."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self.notes: list[str] = []
        self._archive = self._opened(data)
        self._names = set(self._archive.namelist())
        self.main = self._main_part()

    def tree(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        from lxml import etree

        if name not in self._names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
        )
        try:
            root = etree.fromstring(self._bytes(name), parser)
        except etree.XMLSyntaxError as error:
            raise self._refusal(f"a part of it ({name}) cannot be parsed ({_short(error)})") from error
        if root.getroottree().docinfo.doctype:
            raise self._refusal(f"a part of it ({name}) declares entities, which no DOCX file does")
        return root

    @property
    def document(self) -> Element:
        """The root of the main part."""
        return self.tree(self.main)

    def beside(self, kind: str) -> Element | None:
        """The part of a kind (``styles``, ``numbering``) that belongs to the main one."""
        names = (target for what, target in self.relations().values() if what == kind)
        return self.tree(next(names, ""))

    def relations(self) -> dict[str, tuple[str, str]]:
        """What the main part refers to: id → kind and name of a part, or address."""
        folder, name = posixpath.split(self.main)
        root = self.tree(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found = {}
        for relation in root.iter(_RELATIONS) if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLE):
            locked = _ENCRYPTED in data
            what = "protected by a password" if locked else "an old Word file (.doc); save it as .docx"
            raise self._refusal(f"this is {what}")
        if not data.startswith(b"PK"):
            raise self._refusal("this is not a DOCX file (no ZIP archive)")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise self._refusal("the file is damaged or cut off (its archive cannot be opened)") from error
        if len(archive.infolist()) > MAX_PARTS:
            raise self._refusal(f"an archive of {len(archive.infolist()):,} parts is no document")
        return archive

    def _main_part(self) -> str:
        root = self.tree("_rels/.rels")
        relations = root.iter(_RELATIONS) if root is not None else ()
        named = [
            r.get("Target", "").lstrip("/")
            for r in relations
            if r.get("Type", "").endswith("/officeDocument")
        ]
        main = next((name for name in [*named, "word/document.xml"] if name in self._names), "")
        if not main or not main.endswith(".xml") or "document" not in main:
            raise self._refusal("this is not a DOCX file (no word/document.xml in it)")
        return main

    def _bytes(self, name: str) -> bytes:
        """The unpacked part; what an archive says of its size is not believed."""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise self._refusal("this is protected by a password")
        try:
            with self._archive.open(info) as part:
                data = part.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ) as error:
            raise self._refusal(f"a part of it ({name}) is damaged") from error
        if len(data) > MAX_PART or (
            len(data) > _LARGE and len(data) > MAX_RATIO * max(1, info.compress_size)
        ):
            raise self._refusal(f"a part of it ({name}) unpacks to more than a document needs")
        return data

    def _refusal(self, what: str) -> ReadError:
        return ReadError(f"{what}; {SKIPPED}", self.source)


def _short(error: Exception) -> str:
    return str(error).split(", line")[0][:80]
