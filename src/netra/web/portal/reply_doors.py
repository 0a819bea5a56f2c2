"""Doors of the right of reply."""

from django.urls import URLPattern

from netra.web.portal import reply_pages
from netra.web.routes import public

DOORS: list[URLPattern] = [
    public("jawab/", reply_pages.reply_code, name="reply_code"),
    public("jawab/isi/", reply_pages.reply_answer, name="reply_answer"),
    public("jawab/tutup/", reply_pages.reply_leave, name="reply_leave"),
]
