"""A true report over HTTP, from the first page to the receipt; all is invented."""

from visitor import Answer, Form, NotTakenError, Visitor

ANSWERS = {
    "known_on": "2024-10-29",
    "happened_on": "2024-10-28",
    "happened_time": "sekitar pukul 09.00",
    "province": "19",
    "regency": "19.06",
    "subdistrict": "19.06.01",
    "place": "Lapangan Contoh",
    "terlapor-0-name": "Bambang Contohadi",
    "terlapor-0-workplace": "Dinas Contoh",
    "event": "Mengajak memilih pada acara kampanye",
    "account": "DATA CONTOH. Ia berbicara di panggung.",
    "name": "Wati Contohwati",
    "address": "Jalan Contoh 1",
    "is_true": "on",
}
_LAST, RECEIPT = "/lapor/periksa/", "/lapor/terkirim/"
_MOST_SCREENS = 20


def question_of(page: Answer) -> Form:
    """Return the form of a screen: the one that asks most.

    Raises:
        NotTakenError: there is none.
    """
    if page.status != 200 or not page.forms:
        raise NotTakenError(f"{page.path}: {page.status}")
    return max(page.forms, key=lambda form: len(form.names))


def report(visitor: Visitor, **own: str) -> tuple[Answer, list[Answer]]:
    """Hand in one report; `own` answers take the place of the usual ones.

    Returns:
        The answer that accepted it, and every other answer on the way.

    Raises:
        NotTakenError: it was not accepted.
    """
    page = visitor.get("/lapor/")
    answers = [page]
    sent = visitor.send(page, page.forms[0], {})
    for _screen in range(_MOST_SCREENS):
        answers.append(sent)
        if sent.status != 302:
            raise NotTakenError(f"{sent.path}: {sent.status}")
        page = visitor.get(sent.location)
        answers.append(page)
        form = question_of(page)
        answers_now = {**ANSWERS, **own}
        told = {n: answers_now[n] for n in form.names if n in answers_now}
        sent = visitor.send(page, form, told)
        if sent.location == RECEIPT:
            return sent, answers
    raise NotTakenError("the screens did not end")
