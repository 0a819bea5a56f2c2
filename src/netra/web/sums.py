"""A small sum in words, for readers without JavaScript; nothing of it is stored.

The two numbers follow from the ticket and a secret, so the ticket tells nothing and
needs no row. A program can read words too: that is why few sums an hour are taken from
one address (`limits`), while the proof of work is not limited this way.
"""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from netra.web.whole_hours import hour_of

__all__ = ["ANSWER", "TICKET", "Judged", "Sum", "judged", "new_sum"]

TICKET = "hitungan"
ANSWER = "jawaban_hitungan"
HOURS = 3
_SALT = "netra.web.sums"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A question and the ticket that comes back with its answer."""

    ticket: str
    question: str

    @property
    def mark(self) -> str:
        """Return the random part of the ticket, fit for an id on the page."""
        return self.ticket.split(".")[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A genuine ticket that came back: its random number, and whether it was solved."""

    mark: str
    is_right: bool


def _words() -> tuple[str, ...]:
    return (
        _("satu"),
        _("dua"),
        _("tiga"),
        _("empat"),
        _("lima"),
        _("enam"),
        _("tujuh"),
        _("delapan"),
        _("sembilan"),
    )


def new_sum(purpose: str, at: datetime) -> Sum:
    """Return a sum of two numbers from one to nine.

    Args:
        purpose: What its answer may be used for.
        at: Moment of asking; the sum holds for this hour and two more.
    """
    until, mark = hour_of(at) + HOURS, token_hex(8)
    first, second = _numbers(mark)
    words = _words()
    question = _("Berapa %(first)s ditambah %(second)s?") % {
        "first": words[first - 1],
        "second": words[second - 1],
    }
    return Sum(ticket=_ticket(until, mark, purpose), question=question)


def judged(ticket: str, answer: str, purpose: str, at: datetime) -> Judged | None:
    """Judge an answer; `None` when the ticket is not ours, too old, or for another use.

    Args:
        ticket: As `new_sum` gave it.
        answer: Digits, as the reader typed them; spaces around them do not matter.
        purpose: What the answer is to be used for.
        at: Moment of judging.
    """
    until, _dot, rest = ticket[:_LONGEST].partition(".")
    mark = rest.partition(".")[0]
    try:
        last = int(until, 16)
    except ValueError:
        return None
    is_ours = constant_time_compare(ticket, _ticket(last, mark, purpose))
    if not is_ours or hour_of(at) >= last:
        return None
    return Judged(mark=mark, is_right=answer.strip() == str(sum(_numbers(mark))))


def _ticket(until: int, mark: str, purpose: str) -> str:
    plain = f"{until:x}.{mark}"
    mac = salted_hmac(_SALT, f"{plain}.{purpose}", algorithm="sha256").hexdigest()
    return f"{plain}.{mac}"


def _numbers(mark: str) -> tuple[int, int]:
    drawn = salted_hmac(f"{_SALT}.numbers", mark, algorithm="sha256").digest()
    return drawn[0] % 9 + 1, drawn[1] % 9 + 1
