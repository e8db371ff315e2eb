"""Where the circles go: groups first, then their members. The same input gives the same places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np

    Points = np.ndarray[Any, np.dtype[np.float64]]

Place = tuple[float, float]

GAP = 20.0
"""Free room around a circle, in pixels at rest."""


def places(
    network: nx.Graph[Any], groups: Sequence[Sequence[Any]], radii: Mapping[Any, float]
) -> dict[Any, Place]:
    """The place of each member of ``groups``: every group in a disc of its own, near the groups it has
    ties to.

    Members of a group are placed by T. Fruchterman and E. Reingold's forces (Software: Practice and
    Experience 21(11), 1991), then pushed apart until their circles (``radii``) are free; last, each disc
    is turned so that ties to other discs get short.
    """
    import numpy as np

    if not groups:
        return {}
    inner = [_members(network, group, radii) for group in groups]
    reach = np.array([np.hypot(*points.T).max(initial=0) + 3 * GAP for points in inner])
    centres = pack(_between(network, groups) * reach.mean() * len(groups) ** 0.5, reach)
    turned = _turn(network, groups, inner, centres)
    found: dict[Any, Place] = {}
    for group, centre, points in zip(groups, centres, turned, strict=True):
        for node, (x, y) in zip(group, points + centre, strict=True):
            found[node] = (float(x), float(y))
    return found


def pack(centres: Points, reach: Points, rounds: int = 400) -> Points:
    """Discs drawn together without overlap, each as near to where it was as the others let it be."""
    import numpy as np

    middle = np.average(centres, axis=0, weights=reach**2) if len(centres) else 0.0
    centres = centres - middle
    for step in range(rounds):
        centres = centres * (1 - 0.06 * (1 - step / rounds))
        centres = _apart(centres, reach)
    for _ in range(100):
        centres = _apart(centres, reach)
    return np.asarray(centres)


def spiral(count: int, step: float) -> Points:
    """Points evenly spread from the middle outwards (H. Vogel, Mathematical Biosciences 44, 1979)."""
    import numpy as np

    turns = np.arange(count) * math.pi * (3 - math.sqrt(5))
    rays = np.column_stack([np.cos(turns), np.sin(turns)])
    return np.asarray(step * np.sqrt(np.arange(count))[:, None] * rays)


def _apart(points: Points, reach: Points) -> Points:
    """Overlapping discs moved away from each other, the larger ones less."""
    import numpy as np

    delta = points[:, None, :] - points[None, :, :]
    distance = np.hypot(delta[..., 0], delta[..., 1])
    np.fill_diagonal(distance, np.inf)
    overlap = np.clip(reach[:, None] + reach[None, :] - distance, 0, None)
    np.fill_diagonal(overlap, 0)
    area = reach**2
    share = area[None, :] / (area[:, None] + area[None, :])
    push = delta / np.maximum(distance, 1e-9)[..., None] * (overlap * share)[..., None]
    return np.asarray(points + push.sum(axis=1) * 0.6)


def _members(network: nx.Graph[Any], group: Sequence[Any], radii: Mapping[Any, float]) -> Points:
    """The members of one group around (0, 0), in the order of the group."""
    import networkx as nx
    import numpy as np

    room = np.array([radii[node] for node in group]) + GAP
    start = spiral(len(group), float(room.mean()) * (1.6 if len(group) > 2 else 2.4))
    if len(group) < 3:
        return np.asarray(start - start.mean(axis=0))
    inside = nx.Graph()
    inside.add_nodes_from(group)
    inside.add_edges_from(network.subgraph(group).edges)
    first = dict(zip(group, start, strict=True))
    found = nx.spring_layout(
        inside, pos=first, iterations=80, seed=1, weight=None, k=1.6 / math.sqrt(len(group))
    )
    points = np.array([found[node] for node in group])
    points -= points.mean(axis=0)
    points *= np.hypot(*start.T).max() / max(np.hypot(*points.T).max(), 1e-9)
    for _ in range(200):
        points = _apart(points, room)
    return np.asarray(points)


def _between(network: nx.Graph[Any], groups: Sequence[Sequence[Any]]) -> Points:
    """Where the groups want to be, by the ties between them, within a disc of radius 1."""
    import networkx as nx
    import numpy as np

    if len(groups) < 3:
        return spiral(len(groups), 1.0)
    number = {node: index for index, group in enumerate(groups) for node in group}
    outer: nx.Graph[int] = nx.Graph()
    outer.add_nodes_from(range(len(groups)))
    for left, right in network.edges:
        pair = number.get(left), number.get(right)
        if None not in pair and pair[0] != pair[1]:
            known = outer.get_edge_data(*pair, {"weight": 0})["weight"]
            outer.add_edge(*pair, weight=known + 1)
    first = dict(enumerate(spiral(len(groups), 1 / math.sqrt(len(groups)))))
    found = nx.spring_layout(outer, pos=first, iterations=200, seed=1, weight="weight")
    points = np.array([found[index] for index in range(len(groups))])
    return np.asarray(points / max(np.hypot(*points.T).max(), 1e-9))


def _turn(
    network: nx.Graph[Any], groups: Sequence[Sequence[Any]], inner: Sequence[Points], centres: Points
) -> list[Points]:
    """Each disc turned to the angle at which its members look towards their ties in other groups."""
    import numpy as np

    number = {node: index for index, group in enumerate(groups) for node in group}
    turned = []
    for index, (group, points) in enumerate(zip(groups, inner, strict=True)):
        pull = np.zeros_like(points)
        for row, node in enumerate(group):
            for other in network.adj[node]:
                if number.get(other, index) != index:
                    pull[row] += centres[number[other]] - centres[index]
        cosine = float((points * pull).sum())
        sine = float((points[:, 0] * pull[:, 1] - points[:, 1] * pull[:, 0]).sum())
        angle = math.atan2(sine, cosine)
        rotation = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        turned.append(points @ rotation)
    return turned
