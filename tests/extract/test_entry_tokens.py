from hypothesis import given
from hypothesis import strategies as st

from extract.making import block
from scholargraph.extract.entries.features import features
from scholargraph.extract.entries.tokens import tokenise
from scholargraph.names.people import parse_person

OWNER = parse_person("Ada Byrne")


def test_words_keep_hyphens_and_numbers_stand_apart():
    tokens = tokenise(block("Jean-Pierre O’Neil1,2: 12–20, eLife e1234"))
    assert tokens.words == [
        "Jean-Pierre",
        "O’Neil",
        "1",
        ",",
        "2",
        ":",
        "12",
        "–",
        "20",
        ",",
        "eLife",
        "e",
        "1234",
    ]


def test_gaps_tell_spaces_lines_and_tabs():
    tokens = tokenise(block("Title\nAda Byrne\t2020"))
    assert tokens.gaps == ["^", "n", "_", "t"]
    assert tokens.lines == [0, 1, 1, 2]


def test_mark_up_quotes_and_brackets_are_flags_of_tokens():
    tokens = tokenise(block("**Ada** “On *x*” (ICML)"))
    flags = dict(zip(tokens.words, tokens.marks, strict=True))
    assert (flags["Ada"], flags["On"], flags["x"], flags["ICML"]) == ("b", "q", "iq", "p")
    assert tokens.edges[0] == "<bb>"


def test_an_unclosed_quotation_mark_quotes_nothing():
    assert "q" not in "".join(tokenise(block('The 5" disk and its end')).marks)


def test_the_owner_is_known_among_the_words():
    seen = features(tokenise(block("A. Byrne, Tom Reed. On x.")), OWNER)
    assert "own|f" in seen[2]
    assert all("own" not in features for features in seen[3:])


@given(st.text(max_size=300))
def test_any_text_gives_tokens_in_order_with_features(text):
    tokens = tokenise(block(text) if "*" not in text and "[" not in text else block("x"))
    flat = [at for place in tokens.places for at in place]
    assert flat == sorted(flat)
    assert len(features(tokens, OWNER)) == len(tokens.words) <= 400
