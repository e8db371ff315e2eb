"""Handles by kind: what one asks of a person, a paper, an organisation, a topic, a venue, a product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scholargraph.graph.handles import Entity

if TYPE_CHECKING:
    import pandas as pd


class Person(Entity):
    """A person: papers, posts, degrees, awards, who taught whom."""

    @property
    def papers(self) -> list[Work]:
        """Papers with this author, by title."""
        return self._handles("?value schema:author ?me")

    @property
    def coauthors(self) -> pd.DataFrame:
        """person, name, papers: with whom this person wrote, most papers first."""
        return self._frame(
            """SELECT ?person ?name (COUNT(DISTINCT ?work) AS ?papers) WHERE {
              ?work schema:author ?me, ?person . ?person schema:name ?name FILTER(?person != ?me)
            } GROUP BY ?person ?name ORDER BY DESC(?papers) ?name"""
        )

    @property
    def positions(self) -> pd.DataFrame:
        """role, organization (name), start, end, status; newest first."""
        return self._frame(
            """SELECT ?role ?organization ?start ?end ?status WHERE {
              ?post a sg:Position ; sg:holder ?me
              OPTIONAL { ?post sg:role ?role } OPTIONAL { ?post sg:organization/schema:name ?organization }
              OPTIONAL { ?post schema:startDate ?from } OPTIONAL { ?post schema:endDate ?to }
              OPTIONAL { ?post sg:status ?status } BIND(STR(?from) AS ?start) BIND(STR(?to) AS ?end)
            } ORDER BY DESC(?start) ?organization ?role"""
        )

    @property
    def degrees(self) -> pd.DataFrame:
        """degree, field, organization, start, end, grade, thesis (title)."""
        return self._frame(
            """SELECT ?degree ?field ?organization ?start ?end ?grade ?thesis WHERE {
              ?one a sg:Degree ; sg:holder ?me
              OPTIONAL { ?one sg:degreeName ?degree } OPTIONAL { ?one sg:field ?field }
              OPTIONAL { ?one sg:organization/schema:name ?organization }
              OPTIONAL { ?one schema:startDate ?from } OPTIONAL { ?one schema:endDate ?to }
              OPTIONAL { ?one sg:grade ?grade } OPTIONAL { ?one sg:thesis/schema:name ?thesis }
              BIND(STR(?from) AS ?start) BIND(STR(?to) AS ?end)
            } ORDER BY DESC(?start) ?degree"""
        )

    @property
    def awards(self) -> pd.DataFrame:
        """award, year, start, end, grantor."""
        return self._frame(
            """SELECT ?award ?year ?start ?end ?grantor WHERE {
              ?receipt sg:recipient ?me ; sg:award/schema:name ?award
              OPTIONAL { ?receipt sg:year ?in }
              OPTIONAL {
                SELECT ?receipt (GROUP_CONCAT(?name; SEPARATOR=" and ") AS ?grantor)
                WHERE { ?receipt sg:grantor/schema:name ?name } GROUP BY ?receipt
              }
              OPTIONAL { ?receipt schema:startDate ?from } OPTIONAL { ?receipt schema:endDate ?to }
              BIND(STR(?in) AS ?year) BIND(STR(?from) AS ?start) BIND(STR(?to) AS ?end)
            } ORDER BY DESC(?year) DESC(?start) ?award"""
        )

    @property
    def advisors(self) -> list[Person]:
        """Who advised a degree of this person."""
        return self._handles("?degree a sg:Degree ; sg:holder ?me ; sg:advisor ?value")

    @property
    def students(self) -> list[Person]:
        """Whose degree this person advised."""
        return self._handles("?degree a sg:Degree ; sg:advisor ?me ; sg:holder ?value")

    @property
    def mentors(self) -> pd.DataFrame:
        """person, name, kind: advisors, hosts and mentors of every kind."""
        return self._frame(
            """SELECT DISTINCT ?person ?name ?kind WHERE {
              ?one sg:mentee ?me ; sg:mentor ?person ; sg:kind ?kind . ?person schema:name ?name
            } ORDER BY ?kind ?name"""
        )

    @property
    def emails(self) -> list[str]:
        """E-mail addresses."""
        return self._values("?me schema:email ?value")

    @property
    def homepages(self) -> list[str]:
        """Addresses of home pages."""
        return self._values("?me schema:url ?value")

    @property
    def topics(self) -> list[Topic]:
        """Topics the person says to work on."""
        return self._handles("?me schema:knowsAbout ?value")

    @property
    def products(self) -> list[Product]:
        """Models, data sets, benchmarks, platforms, software and courses this person made."""
        return self._handles("?value schema:creator ?me")

    @property
    def affiliations(self) -> list[Organization]:
        """Current organisations."""
        return self._handles("?me schema:affiliation ?value")


class Work(Entity):
    """A paper or thesis."""

    @property
    def authors(self) -> list[Person | Organization]:
        """Authors in printed order, bodies among them; those without a place in the list last, by name."""
        rows = self.graph.rows(
            """SELECT ?author ?name (MIN(?ordinal) AS ?place) WHERE {
              ?me schema:author ?author . ?author schema:name ?name
              OPTIONAL { ?me sg:authorship [ sg:author ?author ; sg:ordinal ?ordinal ] }
            } GROUP BY ?author ?name""",
            me=self.iri,
        )
        rows.sort(key=lambda row: (row["place"] is None, row["place"] or 0, row["name"]))
        paths = [self.graph.path(row["author"]) for row in rows]
        return [
            (Organization if path.startswith("organization/") else Person)(self.graph, path) for path in paths
        ]

    @property
    def has_all_authors(self) -> bool | None:
        """Whether some source prints the whole author list; None where nothing is known."""
        return next(iter(self._values("?me sg:authorListComplete ?value")), None)

    @property
    def date(self) -> str:
        """The date best supported, in the precision known (``2023``, ``2023-11``, ``2023-11-06``)."""
        return self._first("?me schema:datePublished ?value")

    @property
    def venue(self) -> str:
        """The series it appeared in, or empty."""
        return self._first("?me sg:venue/schema:name ?value")

    @property
    def preliminary_venues(self) -> list[str]:
        """Where a preliminary version appeared."""
        return self._values("?me sg:preliminaryVersionAt/schema:name ?value")

    @property
    def citation_keys(self) -> list[str]:
        """The keys by which home pages cite it (``ZJJ23``)."""
        return self._values("?me sg:citationKey ?value")

    @property
    def status(self) -> str:
        """published, in submission, in preparation, preprint, or empty."""
        return self._first("?me sg:status ?value")

    @property
    def abstract(self) -> str:
        """The abstract, or empty."""
        return self._first("?me schema:abstract ?value")

    @property
    def topics(self) -> list[Topic]:
        """Topics and categories."""
        return self._handles("?me schema:about ?value")

    @property
    def code(self) -> list[str]:
        """Addresses of code repositories."""
        return self._values("?me sg:code ?value")


class Organization(Entity):
    """A university, company, department or group."""

    @property
    def people(self) -> pd.DataFrame:
        """person, name, role, status: who holds or held a post here or in a part of it."""
        return self._frame(
            """SELECT DISTINCT ?person ?name ?role ?status WHERE {
              ?unit schema:parentOrganization* ?me .
              ?post sg:organization|sg:department ?unit ; sg:holder ?person .
              ?person schema:name ?name OPTIONAL { ?post sg:role ?role } OPTIONAL { ?post sg:status ?status }
            } ORDER BY ?name ?role"""
        )

    @property
    def works(self) -> list[Work]:
        """Papers that print it as an affiliation, of the paper or of an author."""
        return self._handles(
            "{ ?value sg:affiliation ?me ; schema:name ?title }"
            " UNION { ?value sg:authorship/sg:affiliation ?me }"
        )

    @property
    def units(self) -> list[Organization]:
        """Its parts."""
        return self._handles("?value schema:parentOrganization ?me")

    @property
    def parent(self) -> Organization | None:
        """What it is a part of."""
        return next(iter(self._handles("?me schema:parentOrganization ?value")), None)


class Topic(Entity):
    """A topic or arXiv category."""

    @property
    def people(self) -> list[Person]:
        """Who says to work on it."""
        return self._handles("?value schema:knowsAbout ?me")

    @property
    def works(self) -> list[Work]:
        """Papers about it."""
        return self._handles("?value schema:about ?me")


class Venue(Entity):
    """A journal or series of conferences."""

    @property
    def works(self) -> list[Work]:
        """Papers that appeared there, preliminary versions included."""
        return self._handles("?value sg:venue|sg:preliminaryVersionAt ?me")


class Product(Entity):
    """A model, data set, benchmark, platform, piece of software or course."""

    @property
    def creators(self) -> list[Person]:
        """Who made it."""
        return self._handles("?me schema:creator ?value")

    @property
    def introduced_in(self) -> list[Work]:
        """Papers that introduce it."""
        return self._handles("?me sg:introducedIn ?value")

    @property
    def derived_from(self) -> list[Product]:
        """What it is made from."""
        return self._handles("?me sg:derivedFrom ?value")
