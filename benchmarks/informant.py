"""True information over HTTP, with the work a browser does; all of it is invented.

Needs the pages below `/informasi/`; `is_open` says whether the installation has them.
"""

import json

import altcha
from visitor import Answer, Form, NotTakenError, Visitor

START = SEND_PATH = "/informasi/"
CODE_PATH = "/informasi/kotak/"
CODE, TEXT, FILE = "code", "text", "berkas"
ANSWERS = {
    "place_region": "19.06",
    TEXT: "DATA CONTOH. Ia berbicara di panggung kampanye.",
}


def is_open(visitor: Visitor) -> bool:
    """Say whether information can be sent here: there are pages and a key."""
    return puzzled_form(visitor.get(START)) is not None


def token(visitor: Visitor) -> str:
    """Return the token the forms of this hour carry, empty where there are none."""
    forms = visitor.get(START).forms
    return forms[0].fields.get("tanda", "") if forms else ""


def challenge_of(page: Answer) -> altcha.Challenge:
    """Return the puzzle a page asks."""
    told = page.text.partition('challenge="')[2].partition('"')[0]
    return altcha.Challenge.from_dict(json.loads(told.replace("&quot;", '"')))


def solution_of(page: Answer) -> str:
    """Return the solution of the puzzle a page asks, as its script would send it."""
    challenge = challenge_of(page)
    solution = altcha.solve_challenge(challenge)
    if solution is None:
        raise TimeoutError("the puzzle was not solved in time")
    return altcha.Payload(challenge, solution).to_base64()


def puzzled_form(page: Answer) -> Form | None:
    """Return the form of a page that asks a puzzle, if there is one."""
    return next((form for form in page.forms if "puzzle" in form.names), None)


def inform(visitor: Visitor) -> tuple[Answer, list[Answer]]:
    """Send one piece of information, doing the work of its puzzle.

    Returns:
        The answer that accepted it, and every other answer on the way.

    Raises:
        NotTakenError: it was not accepted.
    """
    page = visitor.get(SEND_PATH)
    form = puzzled_form(page)
    if form is None:
        raise NotTakenError(f"{page.path}: {page.status}, no puzzle")
    told = {**ANSWERS, "puzzle": solution_of(page)}
    sent = visitor.send(page, form, told)
    if sent.status != 200 or puzzled_form(sent) is not None:
        raise NotTakenError(f"{sent.path}: {sent.status}, no code")
    return sent, [page]
