"""Advisors, hosts and mentors in sentences: ``advised by``, ``working with``, ``under the supervision
of``, ``my advisor was``."""

from __future__ import annotations

import re

from scholargraph.extract.prose.context import Prose
from scholargraph.extract.prose.persons import people_at
from scholargraph.extract.prose.roles import find_roles
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause

_STATED = (
    r"(?:co-)?(?:advised|supervised|mentored|guided|directed|hosted)(?:\s+\w+ly)?\s+by|"
    r"under\s+(?:the\s+)?(?:joint\s+)?(?:supervision|guidance|direction|mentorship|"
    r"advice|advisorship|tutelage)\s+of|(?:my|his|her|their|whose|with)?\s*(?:co-|ph\.?d\.? |"
    r"doctoral |thesis )*(?:advis[eo]rs?|supervisors?|mentors?|doktorvater|hosts?)"
    r"(?:\s+(?:is|are|was|were|being|included?|includes)|\s*:|,)?"
)
_BESIDE = (
    r"(?:work(?:ed|ing|s)?|stud(?:y|ied|ying)|collaborat(?:ed|ing)|train(?:ed|ing))\s+(?:closely\s+|"
    r"jointly\s+)?(?:with|under)|\bunder|\bwith|hosted by"
)
_ADVICE = re.compile(rf"\b(?:{_STATED})\s+(?:both\s+)?", re.I)
_WITH = re.compile(rf"\b(?:{_STATED}|{_BESIDE})\s+(?:both\s+)?", re.I)
_WAS_MINE = re.compile(
    r"\s+(?:was|were|is|are|served as|acted as)\s+(?:my|his|her|their)\s+(?:joint )?(?:co-|ph\.?d\.? |"
    r"doctoral |thesis )*(?:advis[eo]r|supervisor|mentor)s?\b",
    re.I,
)
_TITLED_NAME = r"(?:(?:[Pp]rof|[Dd]r)\w*\.? )*[A-Z][\w.-]+(?: [A-Z][\w.-]*){1,3}"
_GROUP = r"(?:research )?(?:group|lab|laboratory|team)\b"
_IN_GROUP = re.compile(
    rf"\b(?:in|at|of|with|from|joined) (?:the )?(?={_TITLED_NAME}(?:'s?)? {_GROUP})|"
    rf"\b(?:in|at|joined) the {_GROUP} (?:of|led by|headed by) "
)
"""``in X's group``, ``joined the lab of X``."""
_BEING = re.compile(r"(?:^|\s|')(?:am|m|is|are|was|were|been|as)$")
_NOW = re.compile(
    r"(?:\b(?:am|is|are)|'m|'re)\s+(?:(?!have been)[\w ,]){0,40}(?:advised|supervised|mentored|guided|co-)|"
    r"(?:advis[eo]rs?|supervisors?|mentors?)\s+(?:is|are)\b|"
    r"\b(?:is|are) my\b"
)
"""Advice in the present tense."""
_WORKING_WITH = re.compile(r"(?:have |had )?worked\s+(?:closely\s+)?(?:with|under)\s+")
_OTHERS = re.compile(
    r"\b(?:i|he|she|they)\s+(?:advise|supervise|mentor)|my (?:former )?(?:students?|advisees?)", re.I
)


def advisors_in(sentence: Sentence, span: Place, stated: bool = False) -> list[Place]:
    """The people under or with whom something in ``text[start:end]`` was done.

    With ``stated`` only those called advisor, supervisor, mentor; else also ``with Eric Xing``.
    """
    found: list[Place] = []
    for match in (_ADVICE if stated else _WITH).finditer(sentence.text, *span):
        found += people_at(sentence.text, match.end(), span.end, sentence.marked)
    for match in () if stated else _IN_GROUP.finditer(sentence.text, *span):
        found += people_at(sentence.text, match.end(), span.end, sentence.marked)[:1]
    for match in _WAS_MINE.finditer(sentence.text, *span):
        begin = max(sentence.text.rfind(mark, span.start, match.start()) for mark in ".;:,") + 1
        people = people_at(sentence.text, max(begin, span.start), match.start(), sentence.marked)
        found += people if people and people[-1].end == match.start() else []
    return list(dict.fromkeys(found))


def tell_advice(prose: Prose, sentence: Sentence, span: Place, post: tuple[str, str]) -> None:
    """Tell the mentors of a post (its relation and title) named after it; only learners have them."""
    position, title = post
    kind = mentor_kind(title)
    for mentor in prose.people(sentence, advisors_in(sentence, span)) if kind else ():
        tell_mentorship(prose, sentence, mentor, kind, position)


def tell_mentorship(prose: Prose, sentence: Sentence, mentor: str, kind: str, during: str = "") -> None:
    """Tell that the person was mentored."""
    prose.mentored.add((sentence.block.start_line, sentence.start, mentor))
    roles = {"mentor": mentor, "mentee": prose.subject.referent, "during": during}
    prose.telling.relate("mentorship", prose.evidence("mentorship", sentence.cite()), roles, {"kind": kind})


def mentor_kind(title: str) -> str:
    """What the mentor of someone with this title is: ``postdoc host``, ``phd advisor`` …; "" for those
    who need none."""
    patterns = (
        ("postdoc host", r"post-?\s?doc|research fellow|humboldt|marie curie"),
        ("phd advisor", r"ph\.?\s?d|doctoral|doktorand"),
        (
            "internship mentor",
            r"intern\b|trainee|visiting (?:student|researcher|scholar)|research assistant|student researcher",
        ),
        ("advisor", r"student|candidate"),
    )
    return next((kind for kind, pattern in patterns if re.search(pattern, title, re.I)), "")


def tell_hosts(prose: Prose, clause: Clause) -> None:
    """``at X, where I worked with Prof. Y``: the mentors of the learner's post told in the sentence."""
    sentence, title, position = prose.post or (None, "", "")
    beside = _WORKING_WITH.match(f"{clause.verb}{clause.rest}")
    kind = mentor_kind(title)
    if sentence is clause.sentence and beside and kind and "where" in clause.sentence.text[: clause.start]:
        start = clause.start - len(clause.verb) + beside.end()
        people = people_at(clause.sentence.text, start, clause.end, clause.sentence.marked)
        for mentor in prose.people(clause.sentence, people):
            tell_mentorship(prose, clause.sentence, mentor, kind, position)


def is_advice(prose: Prose, sentence: Sentence) -> bool:
    """Whether the sentence does nothing but name the person's advisors."""
    about_me = re.search(prose.subject.possessive, sentence.text) or prose.subject.pattern.search(
        sentence.text
    )
    titled = any(
        _BEING.search(clause.verb) and list(find_roles(sentence.text, clause.start, clause.end))
        for clause in prose.subject.clauses(sentence)
    )
    return (
        bool(about_me)
        and not titled
        and not _OTHERS.search(sentence.text)
        and bool(_ADVICE.search(sentence.text) or _WAS_MINE.search(sentence.text))
    )


def tell_lone_advice(prose: Prose, sentence: Sentence) -> None:
    """Advisors named apart from any degree: of the last degree told, or of none."""
    if is_advice(prose, sentence):
        doctorate = prose.doctorate or bool(
            re.search(r"\b(?:ph\.?d|doctoral|doctorate)", sentence.text, re.I)
        )
        for mentor in prose.people(
            sentence, advisors_in(sentence, Place(0, len(sentence.text)), stated=True)
        ):
            if (sentence.block.start_line, sentence.start, mentor) in prose.mentored:
                continue
            kind, during = _learning(prose, sentence) or (
                "phd advisor" if doctorate else "advisor",
                prose.degree,
            )
            tell_mentorship(prose, sentence, mentor, kind, during)


def _learning(prose: Prose, sentence: Sentence) -> tuple[str, str] | None:
    """``I am advised by``, now: in the current post of a student or postdoc."""
    title, position = prose.learner
    return (mentor_kind(title), position) if position and _NOW.search(sentence.text) else None
