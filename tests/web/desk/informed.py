"""What the tests of information at the desk share: keys, browsers, opened pages."""

from django.test import Client
from django.urls import reverse

from netra.records.accounts.models import Office
from netra.records.custody import actions as custody
from netra.records.information.models import Information
from tests.informing import PHRASE, keyed, opened_by
from tests.offices import LAID_AT, Cast, as_actor
from tests.web.desk.case_walk import as_, text_of

__all__ = ["keyed", "open_at", "read", "second_holder", "signed_in_with_key", "url"]


def url(name: str, row: Information, *more: object) -> str:
    """Return the address of a page of information."""
    return reverse(name, args=[row.pk, *more])


def open_at(client: Client, office: Office, *, phrase: str = PHRASE, back: str = ""):
    """Open the key of an office in a browser."""
    sent = {"kalimat": phrase, "kembali": back}
    return client.post(reverse("keys_open", args=[office.pk]), sent)


def signed_in_with_key(client: Client, cast: Cast, name: str = "budi") -> Client:
    """Sign somebody in who holds the key, and open it."""
    as_(client, cast, name)
    answer = open_at(client, cast.city)
    assert answer.status_code == 302, text_of(answer)
    return client


def read(client: Client, row: Information) -> str:
    """Open the content and return the page."""
    answer = client.post(url("information_open", row))
    assert answer.status_code == 200, text_of(answer)
    return text_of(answer)


def second_holder(cast: Cast) -> None:
    """Give Sari a copy beside Budi."""
    sari = as_actor(cast.sari)
    custody.set_phrase(office=cast.city, phrase=PHRASE, actor=sari, at=LAID_AT)
    custody.give_copy(
        office=cast.city,
        to=cast.sari,
        opened=opened_by(cast),
        actor=as_actor(cast.budi),
        at=LAID_AT,
    )
