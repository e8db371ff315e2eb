"""Mention → Judgement → cluster: who is who, on plain values.

Kinds are resolved in the order of ``matchers.ORDER``. Afterwards two modules look at all clusters together:

- ``citations.judge(context) -> tuple[list[Judgement], list[tuple[str, str]]]``: judgements on pairs
  (citation, work), and the pairs ``(citation referent, work referent)`` that belong into one cluster.
  ``context.verdict(left, right)`` tells what a person has said of a pair; ``context.same(referent)`` gives
  the id of a settled cluster.
- ``introduced.links(context) -> list[Relation]``: ``introducedIn`` relations across documents, ``roles`` as
  ``{"subject": (product,), "object": (work,)}``, ``mention`` the product's, ``values`` with ``score`` and
  ``reason``.
"""

from __future__ import annotations

from scholargraph.resolve.resolution import Resolution, resolve

__all__ = ["Resolution", "resolve"]
