"""Doors of the anonymous way; every one is open to everybody and marks nobody."""

from django.urls import URLPattern

from netra.web.portal import information_pages
from netra.web.routes import public

DOORS: list[URLPattern] = [
    public("informasi/", information_pages.information_give, name="information_give"),
    public(
        "informasi/kotak/", information_pages.information_box, name="information_box"
    ),
    public(
        "informasi/kotak/balas/",
        information_pages.information_reply,
        name="information_reply",
    ),
]
