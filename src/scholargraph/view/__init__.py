"""Pictures: a network or a set of topics → one HTML file that works offline.

The pages ask no host for anything: the drawing library (vis-network, as it comes with pyvis) and all data
stand in the file, and a content security policy keeps anything else from running. Text from documents is
only ever shown as text.
"""

from scholargraph.view.network_page import network
from scholargraph.view.topics_page import topics

__all__ = ["network", "topics"]
