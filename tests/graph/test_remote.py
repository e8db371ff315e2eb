"""The same questions over HTTP, on the loopback."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from scholargraph.errors import QueryError
from scholargraph.graph import Graph, RemoteGraph, open_remote


class Endpoint(HTTPServer):
    graph: Graph
    busy = 0
    """How many requests to turn away before answering."""
    asked = 0
    body: bytes | None = None


class Answers(BaseHTTPRequestHandler):
    server: Endpoint

    def do_POST(self) -> None:
        query = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["query"][0]
        self.server.asked += 1
        if self.server.asked <= self.server.busy:
            self._send(503, "text/plain", b"busy")
        elif "nonsense" in query:
            self._send(400, "text/plain", b"cannot parse nonsense")
        elif "CONSTRUCT" in query:
            self._send(200, "text/turtle", self.server.graph.results(query, "turtle").encode())
        else:
            body = self.server.body or self.server.graph.results(query, "json").encode()
            self._send(200, "application/sparql-results+json; charset=utf-8", body)

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def endpoint(graph: Graph) -> Iterator[Endpoint]:
    server = Endpoint(("127.0.0.1", 0), Answers)
    server.graph = graph
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def remote(endpoint: Endpoint) -> RemoteGraph:
    found = open_remote(f"http://127.0.0.1:{endpoint.server_port}/sparql", timeout=5)
    found.wait = 0.01
    return found


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?n ?h WHERE { ?p a schema:Person ; schema:name ?n OPTIONAL { ?p sg:hIndex ?h } } ORDER BY ?n",
        "SELECT ?d WHERE { ?w a schema:Thesis ; schema:datePublished ?d }",
        "ASK { ?p schema:name 'Ilse Brandt' }",
        "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p a schema:Person ; schema:name ?n }",
    ],
)
def test_remote_tables_are_those_of_the_graph(graph: Graph, remote: RemoteGraph, query: str) -> None:
    import pandas as pd

    pd.testing.assert_frame_equal(remote.query(query), graph.query(query))


def test_parameters_are_bound(remote: RemoteGraph) -> None:
    assert remote.values("SELECT ?h WHERE { ?p schema:name ?n ; sg:hIndex ?h }", n="Ilse Brandt") == [12]


def test_a_busy_endpoint_is_asked_again(endpoint: Endpoint, remote: RemoteGraph) -> None:
    endpoint.busy = 2
    assert remote.values("ASK { }") == [True]
    assert endpoint.asked == 3


def test_patience_ends(endpoint: Endpoint, remote: RemoteGraph) -> None:
    endpoint.busy = 9
    with pytest.raises(QueryError, match="503"):
        remote.query("ASK { }")
    assert endpoint.asked == 3


def test_a_refused_query_is_not_asked_again(endpoint: Endpoint, remote: RemoteGraph) -> None:
    with pytest.raises(QueryError, match="refused the query"):
        remote.query("SELECT ?nonsense WHERE { ?nonsense ?p ?o }")
    assert endpoint.asked == 1


def test_an_unreadable_answer_is_one_clear_error(endpoint: Endpoint, remote: RemoteGraph) -> None:
    endpoint.body = b"<html>welcome</html>"
    with pytest.raises(QueryError, match="no readable answer"):
        remote.query("ASK { }")


def test_an_endpoint_that_is_not_there() -> None:
    remote = open_remote("http://127.0.0.1:9/sparql", timeout=1, retries=1)
    with pytest.raises(QueryError, match="cannot be reached"):
        remote.query("ASK { }")
    with pytest.raises(QueryError, match="no http"):
        open_remote("file:///etc/passwd")


def test_updates_and_service_are_refused_before_asking(endpoint: Endpoint, remote: RemoteGraph) -> None:
    with pytest.raises(QueryError, match="would change"):
        remote.query("CLEAR ALL")
    assert endpoint.asked == 0
