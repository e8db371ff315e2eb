"""Posts that a sentence tells by its verb: ``joined``, ``worked for``, ``interned at``, ``holds a
chair``, ``leads the X Lab``, ``founded``."""

from __future__ import annotations

import re

from scholargraph.extract.prose.founding import FOUNDING, tell_founding

_JOINING = re.compile(r"\b(?:join\w*|entered)$")
_HOLDING = re.compile(r"\b(?:hold|holds|held|holding|has|have)$")
_WORKING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|served|serves|visit(?:s|ed)|intern(?:s|ed)|employed|based|"
    r"consult(?:s|ed)|taught|teach(?:es)?|lectured|spent|stayed|affiliated)$"
)
_RULING = re.compile(
    r"\b(?:co-?lead|co-?direct|lead|direct|head|run|manage|oversee|led|ran|oversaw|chair)(?:s|ed|d|ing)?$"
)
_TITLES = (
    ("co-lead", "co-lead"),
    ("colead", "co-lead"),
    ("co-direct", "co-director"),
    ("codirect", "co-director"),
    ("direct", "director"),
    ("head", "head"),
    ("manag", "manager"),
    ("chair", "chair"),
    ("", "lead"),
)
_RULED = re.compile(
    r"\b(?:lab(?:oratory)?|group|cent(?:er|re)|institute|team|program(?:me)?|department|"
    r"initiative|school|division|network|consortium|"
    r"museum|library|observatory|unit|faculty|foundation|academy|college|society|committee|hub|facility)\b",
    re.I,
)
_HELD_AS = re.compile(
    r"\s*(?:the|an?)?\s*(?:joint |dual )?(?:positions?|posts?|titles?|rank|role|appointments?) (?:of|as) "
)
_HELD = re.compile(
    r"\s*(?:the |an? |several |various |his |her |my )?"
    r"(?P<role>(?:[\w.'&-]+ ){0,6}?(?i:chair|professorship|fellowships?|appointments?|positions?|"
    r"posts?|lectureship))\b"
)
_COMPANY = re.compile(r"\s*(?:closely )?(?:on|with (?!the\b))\b")
_AND_AT = re.compile(r",?\s+and\s+(?:(?:at|for|with|in)\s+)?(?=the [A-Z]|[A-Z])")
_BEING = re.compile(r"(?:^|\s|')(?:am|m|is|are|was|were|been)$")
_DOING = re.compile(r"\b(?:did|does|do|doing|complet\w+|finish\w+|pursu\w+|undertook|took)$")
_TRAINING = re.compile(
    r"\s*(?:an?|his|her|my|their)?\s*(?P<title>"
    r"post-?doc\w*(?: (?:training|research|fellowship|work|studies|position|stay))?|"
    r"(?:[\w-]+ )?(?:residency|internship|clerkship))\b"
)
_BEFORE = re.compile(r"\b(?:before|prior to|since|upon|while)\s*$", re.I)
_STAFF = re.compile(r"\s*(?:(?:the )?(?:faculty|staff|team) (?:at|of|in) )?")
_VERBS = (
    (_JOINING, _tell_joining),
    (FOUNDING, tell_founding),
    (_BEING, _tell_being_with),
    (_DOING, _tell_training),
    (_HOLDING, _tell_holding),
    (_WORKING, _tell_working),
    (_RULING, _tell_ruling),
)
