"""A graph behind a SPARQL endpoint, asked over HTTP: the same queries, the same tables."""

from __future__ import annotations

import math
import time
from typing import Any

from scholargraph import terms
from scholargraph.errors import QueryError
from scholargraph.graph.core import Queryable

_RETRY_STATUS = frozenset({429, 500, 502, 503, 504})


def open_remote(url: str, *, timeout: float = 30.0, retries: int = 3, base: str = terms.BASE) -> RemoteGraph:
    """A read-only graph at a SPARQL 1.1 endpoint. Raises QueryError where ``url`` is no http(s) address."""
    if not url.startswith(("http://", "https://")):
        raise QueryError(f"{url!r} is no http(s) address")
    return RemoteGraph(url, timeout=timeout, retries=retries, base=base)


class RemoteGraph(Queryable):
    """Asks an endpoint; waits longer before each new try when it is busy or unreachable."""

    def __init__(self, url: str, *, timeout: float, retries: int, base: str) -> None:
        self.url, self.timeout, self.retries, self.base = url, timeout, retries, base
        self.wait = 0.5
        """Seconds before the second try; doubled for each further one."""

    def __repr__(self) -> str:
        return f"<RemoteGraph {self.url}>"

    def _answer(self, query: str) -> Any:
        import pyoxigraph

        body, content_type = self._fetch(_with_prefixes(query))
        kind = content_type.partition(";")[0].strip().lower()
        try:
            if table_format := pyoxigraph.QueryResultsFormat.from_media_type(kind):
                return pyoxigraph.parse_query_results(body, format=table_format)
            return _triples(body, kind)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"{self.url} gave no readable answer ({error})") from error

    def _fetch(self, query: str) -> tuple[bytes, str]:
        for attempt in range(self.retries):
            if attempt:
                time.sleep(self.wait * 2 ** (attempt - 1))
            found = self._try(query, is_last=attempt == self.retries - 1)
            if found is not None:
                return found
        raise QueryError(f"{self.url} was asked {self.retries} times without an answer")

    def _try(self, query: str, *, is_last: bool) -> tuple[bytes, str] | None:
        """One request; None where another try makes sense."""
        from urllib.error import HTTPError, URLError

        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        try:
            response = self._request(query).query().response
            return response.read(), response.headers.get("Content-Type", "")
        except HTTPError as error:
            if error.code in _RETRY_STATUS and not is_last:
                return None
            raise QueryError(f"{self.url} answered {error.code} {error.reason}") from error
        except SPARQLWrapperException as error:
            if type(error).__name__ == "EndPointInternalError" and not is_last:
                return None
            raise QueryError(f"{self.url} refused the query: {_first_line(error)}") from error
        except (URLError, TimeoutError, ConnectionError) as error:
            if not is_last:
                return None
            raise QueryError(f"{self.url} cannot be reached ({getattr(error, 'reason', error)})") from error

    def _request(self, query: str) -> Any:
        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

        request = SPARQLWrapper(self.url)
        request.setTimeout(math.ceil(self.timeout))
        request.setMethod(POST)
        request.setQuery(query)
        request.setReturnFormat(TURTLE if request.queryType in ("CONSTRUCT", "DESCRIBE") else JSON)
        return request


def _with_prefixes(query: str) -> str:
    """The query with the usual prefixes declared before its own."""
    declared = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in terms.PREFIXES.items())
    return declared + query


def _triples(body: bytes, media_type: str) -> Any:
    """A CONSTRUCT answer as the store would give it."""
    import pyoxigraph

    form = pyoxigraph.RdfFormat.from_media_type(media_type) or pyoxigraph.RdfFormat.TURTLE
    store = pyoxigraph.Store()
    store.load(body, form)
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
