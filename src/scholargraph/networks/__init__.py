"""Networks out of a graph, as networkx graphs: who writes with whom, who works where, who taught whom.

Nodes are IRIs. Every node has ``name``, ``iri`` and ``kind``; every edge has ``weight``. What else they
carry is said by the function that makes them. Nodes and edges come in the order of their IRIs, so that
the same graph gives the same network.
"""

from scholargraph.networks.authorship import coauthors
from scholargraph.networks.concepts import topics
from scholargraph.networks.export import edges, write
from scholargraph.networks.people import affiliations, mentors

__all__ = ["affiliations", "coauthors", "edges", "mentors", "topics", "write"]
