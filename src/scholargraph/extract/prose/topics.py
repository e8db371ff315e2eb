"""Research interests told in sentences, as topics the person knows about."""

from __future__ import annotations

import re

from scholargraph.extract.known import remember, tell_known
from scholargraph.extract.prose.context import CONFIDENCE, LESS_SURE, Prose
from scholargraph.extract.prose.sentences import Place, Sentence
from scholargraph.extract.prose.subject import Clause
from scholargraph.extract.prose.topic_phrases import topic_items, topic_parts
from scholargraph.extract.tables import pattern
from scholargraph.names.text import fold

_INTEREST = re.compile(rf"\b(?:{pattern('interest_phrases.txt')})\s+", re.I)
_STUDYING = re.compile(
    r"\b(?:stud(?:y|ies|ying)|investigat(?:e|es|ing)|explor(?:e|es|ing)|examin(?:e|es|ing)|"
    r"research(?:es|ing)?|analy[sz](?:e|es|ing))$"
)
_WORKING = re.compile(
    r"(?<!\w)(?:work\w*|focus\w*|speciali[sz]\w*|research(?:es|ing)?|am|'m|is|are|have|has|was|"
    r"been|conducts?|concentrat\w*|cent(?:er|r)\w*|do|does|cares?)$"
)
_OWNED = (
    r"(?:(?:main|current|primary|broad|general|recent|own|overall|scientific|particular|academic|"
    r"scholarly|past|long-term|ongoing|present|earlier|early|earliest|later|latest|previous|former|other|"
    r"clinical|doctoral|Ph\.?D\.?|dissertation|thesis|postdoctoral|principal|key|core|major|chief|wider|broader|long-?standing)\s+)*"
    r"(?:(?:areas?|fields?) of (?:research|interest|expertise|speciali[sz]ation)|(?:research|"
    r"scholarly|academic|teaching|intellectual|scientific|main|current)?\s*(?:and teaching\s+)?"
    r"(?:interests?|work|focus|expertise|areas?|research|scholarship|group|lab|laboratory|team|publications|"
    r"agenda|specialt(?:y|ies)))"
)
_STATES = (
    r"\s+(?:also\s+|broadly\s+|mainly\s+|primarily\s+|currently\s+|generally\s+)*(?:lies?|"
    r"(?:is|are|has been|have been|was|were)(?:\s+\w+ly)?(?:\s+(?:focused|concerned|centered|"
    r"centred|directed|situated|rooted|based)|(?=\s+(?:\w+ly\s+)?(?:in|on|at|about|around)\b)|:)|"
    r"includes?|focus\w*|cent(?:er|re)s?|spans?|covers?|concerns?|explores?|investigates?|"
    r"works? on|speciali[sz]es? in|examines?|addresses|stud(?:y|ies)|revolves?|encompass(?:es)?|deals?|"
    r"range|engages?|connects?|bridges|combines|integrates|unites|draws on)"
    r"(?:\s+(?:both|(?:main|primari|broad|specifical|large|most|particular|especial|chief|principal|"
    r"general|current)ly))?(?:\s+(?P<link>in|on|at|with|about|around|across|"
    r"the (?:areas?|fields?) of|from))?\s*:?\s+"
)
_LISTED = (
    r"\s+(?:[a-z-]+\s+){0,3}?(?:interests|(?:areas?|fields?|topics?) of "
    r"(?:research|interest|expertise|study))"
    r"(?: in research)?\s+(?:are|is|were|comprise)\s+(?!(?:not|very|quite|broad|wide|varied|diverse|eclectic|"
    r"interdisciplinary|many|in|on|at|rooted|focused|centered|listed|described|motivated|driven|shaped)\b)"
)
_MEETING = re.compile(
    r"\s*(?:at the (?:place|point) )?where\s+(?P<left>[\w -]+?)\s+(?:meets?|overlaps? with|intersects? with|"
    r"touch(?:es)?)\s+(?P<right>[\w -]+?)(?=\s*(?:[:;,.(]|$))"
)
_AT = re.compile(r"\s+(?:at|in|under|with|from|for|abroad|there)\b")
_EARLIER = re.compile(
    r"\b(?:earl(?:y|ier|iest)|past|previous|former|doctoral|ph\.?d|dissertation|thesis|postdoctoral)\b", re.I
)
_SHORT_NAME = 4
"""Words of a topic up to which it is nearly always cut right."""
_SHARED = re.compile(
    r"^(?P<list>(?:[\w -]+, )+(?:and |or )?[\w -]+?|[\w-]+ and [\w-]+) of (?P<whole>[\w' -]+)$", re.I
)


def tell_interests(prose: Prose, clause: Clause) -> None:
    """Tell the topics that a clause says the person works on."""
    text = clause.sentence.text
    if _STUDYING.search(clause.verb) and clause.tense != "past" and not _AT.match(clause.rest):
        tell_topics(prose, clause.sentence, Place(clause.start, clause.end))
        return
    if meeting := _MEETING.match(text, clause.start, clause.end):
        for side in ("left", "right"):
            _tell_topic(prose, clause.sentence, Place(*meeting.span(side)))
        return
    verb = clause.start - len(clause.verb)
    if _WORKING.search(clause.verb) and (match := _INTEREST.search(text, verb, clause.end)):
        past = clause.tense == "past" or bool(
            re.search(r"\bin the past\b|\bpreviously\b|\bformerly\b", text, re.I)
        )
        tell_topics(prose, clause.sentence, Place(match.end(), clause.end), past)


def tell_owned_interests(prose: Prose, sentence: Sentence) -> bool:
    """``Her research interests include …``, ``My work lies at the intersection of …``; whether it was one."""
    match = re.search(rf"(?:{prose.subject.possessive}|^The)\s+{_OWNED}{_STATES}", sentence.text)
    match = match or re.search(rf"{prose.subject.possessive}{_LISTED}", sentence.text)
    if match is None or re.match(
        r"(?:supported|funded|published|recogni|appear|featured|available|not\b|to\b|cited|used)",
        sentence.text[match.end() :],
    ):
        return False
    past = bool(_EARLIER.search(match[0]))
    for span in _ranged(sentence.text, match):
        tell_topics(prose, sentence, span, past)
    return True


def _ranged(text: str, states: re.Match[str]) -> list[Place]:
    """What follows the verb; ``range from X to Y`` names two."""
    joint = re.compile(r"\s+to\s+").search(text, states.end())
    if not joint or not re.search(r"\b(?:rang|span|stretch|reach)\w*\s+from\s+$", states[0]):
        return [Place(states.end(), len(text))]
    return [Place(states.end(), joint.start()), Place(joint.end(), len(text))]


def tell_topics(prose: Prose, sentence: Sentence, span: Place, past: bool = False) -> None:
    """Tell each topic of a list in a sentence; ``the training and serving of X`` gives each and ``X``."""
    for part in topic_parts(sentence.text, span):
        if shared := _shared(sentence.text, part):
            _tell_shared(prose, sentence, part, shared)
            continue
        for place in topic_items(sentence.text, part):
            _tell_topic(prose, sentence, place, past)


def _shared(text: str, part: Place) -> re.Match[str] | None:
    """Aspects of one thing; a list with commas is one only after ``the``: ``the training, … and use of
    X``."""
    match = _SHARED.match(text[slice(*part)])
    return (
        match
        if match and ("," not in match["list"] or text[: part.start].rstrip().lower().endswith(" the"))
        else None
    )


def _tell_topic(prose: Prose, sentence: Sentence, place: Place, past: bool = False) -> str:
    """Tell one topic; an acronym printed after it is another name of it."""
    name = sentence.printed(*place)
    acronym = re.fullmatch(r"(.+?)\s*\(([A-Z][\w-]{1,9})\)", name)
    topic = tell_known(prose.telling, "topic", sentence.cite(*place), acronym[1] if acronym else name)
    if acronym:
        prose.telling.tell("topic", sentence.cite(*place), acronym[2], referent=topic)
        remember(prose.telling, "topic", acronym[2], topic)
    method = f"{prose.telling.method}: past interest" if past else prose.telling.method
    sure = CONFIDENCE if len(name.split()) <= _SHORT_NAME else LESS_SURE
    told = prose.telling.evidence("knowsAbout", sentence.cite(), confidence=sure, method=method)
    prose.telling.relate("knowsAbout", told, {"subject": prose.subject.referent, "object": topic})
    return topic


def _tell_shared(prose: Prose, sentence: Sentence, part: Place, shared: re.Match[str]) -> None:
    """``theoretical foundations, training and serving of foundation models``: the whole, and each aspect
    below it."""
    whole = Place(part.start + shared.start("whole"), part.start + shared.end("whole"))
    above = _tell_topic(prose, sentence, whole)
    for place in topic_items(sentence.text, Place(part.start, part.start + shared.end("list"))):
        printed = sentence.printed(*place)
        name = f"{printed} of {sentence.printed(*whole)}"
        known = prose.telling.known.get(("topic", fold(printed)), "")
        span = sentence.cite(place.start, whole.end)
        topic = prose.telling.tell("topic", span, name, printed=printed, referent=known)
        remember(prose.telling, "topic", printed, topic)
        prose.link("broader", sentence.cite(), topic, above)
        prose.link("knowsAbout", sentence.cite(), prose.subject.referent, topic)
