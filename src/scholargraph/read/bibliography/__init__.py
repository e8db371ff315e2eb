"""Bibliographies (BibTeX, RIS and its kin, CSL-JSON): a field for each value, with its path as key.

The path is ``<entry number>/<field>``, counted from 0.
Names of authors and editors are fields of their own, ``<entry number>/author/<position>``; that of a body
(a committee, a consortium) ends in ``/literal``.
"""

from scholargraph.read.bibliography.bibtex import bibtex_blocks
from scholargraph.read.bibliography.csl import csl_blocks, is_csl
from scholargraph.read.bibliography.tagged import tagged_blocks

__all__ = ["bibtex_blocks", "csl_blocks", "is_csl", "tagged_blocks"]
