"""Doors of the keys of an office."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk import keys_acts, keys_pages
from netra.web.routes import View, staff

_ROOT = "meja/kunci/"
_OF_OFFICE: tuple[tuple[str, View, str], ...] = (
    ("", keys_pages.keys_office, "office"),
    ("buka/", keys_pages.keys_open, "open"),
    ("kalimat/", keys_acts.keys_phrase, "phrase"),
    ("kalimat/ganti/", keys_acts.keys_phrase_change, "phrase_change"),
    ("buat/", keys_acts.keys_make, "make"),
    ("ganti/", keys_acts.keys_change, "change"),
    ("pulihkan/", keys_acts.keys_recover, "recover"),
    ("beri/", keys_acts.keys_give, "give"),
)

DOORS: list[URLPattern] = [
    staff(_ROOT, keys_pages.keys, name="keys", needs=Action.KEEP_KEYS),
    staff(
        f"{_ROOT}tutup/",
        keys_pages.keys_close,
        name="keys_close",
        needs=Action.KEEP_KEYS,
    ),
    staff(
        f"{_ROOT}tarik/<int:pk>/",
        keys_acts.keys_withdraw,
        name="keys_withdraw",
        needs=Action.KEEP_KEYS,
    ),
    *(
        staff(
            f"{_ROOT}<int:pk>/{tail}", view, name=f"keys_{name}", needs=Action.KEEP_KEYS
        )
        for tail, view, name in _OF_OFFICE
    ),
]
