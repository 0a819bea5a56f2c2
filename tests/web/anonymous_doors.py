"""The door list with two pages of the anonymous way that do everything wrong."""

import logging

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines

from netra.site.urls import urlpatterns as installed
from netra.web.anonymous import anonymous_files, anonymous_way
from netra.web.portal import home
from netra.web.puzzles import Purpose, is_solved, puzzle_for, require_solved
from netra.web.routes import public

FORM = """{% extends "web/public.html" %}{% load anonymous %}
{% block title %}Uji{% endblock %}
{% block main %}<h1>Uji</h1>{% if sent %}<p>Terkirim: {{ sent }}</p>{% endif %}
<form method="post">{% anonymous_token %}{% csrf_token %}
<label for="cerita">Cerita</label><textarea id="cerita" name="cerita"></textarea>
{% include "web/_puzzle.html" %}<button name="tekan" value="kirim">Kirim</button></form>
{% endblock %}"""

_log = logging.getLogger("netra.uji")


@anonymous_way
def form(request: HttpRequest) -> HttpResponse:
    """Mark the device in every way a careless page could."""
    sent = ""
    request.session["mark"] = "1"
    messages.success(request, "DATA CONTOH")
    _log.info("somebody came")
    if request.POST.get("cerita"):
        require_solved(request, Purpose.INFORMATION)
        sent = request.POST["cerita"] + request.POST.get("tekan", "")
    context = {"puzzle": puzzle_for(request, Purpose.INFORMATION), "sent": sent}
    page = engines["django"].from_string(FORM).render(context, request)
    response = HttpResponse(page)
    response.set_cookie("mark", "1")
    return response


@anonymous_way
def asked(request: HttpRequest) -> HttpResponse:
    """Say what reaches a view."""
    kept = [*sorted(request.COOKIES), *sorted(request.META)]
    solved = is_solved(request, Purpose.INFORMATION)
    return HttpResponse(f"{request.user} {solved} {kept}")


@anonymous_way
def broken(_request: HttpRequest) -> HttpResponse:
    """Fail with a story in the error."""
    raise RuntimeError("the story of a source")


@anonymous_files
def files(request: HttpRequest) -> HttpResponse:
    """Count the bytes of a file."""
    return HttpResponse(str(sum(file.size or 0 for file in request.FILES.values())))


urlpatterns = [
    public("informasi/uji/", form, name="information_test"),
    public("informasi/tanya/", asked, name="information_asked"),
    public("informasi/rusak/", broken, name="information_broken"),
    public("informasi/berkas/", files, name="information_files"),
    public("informasi/bantuan/", home.help_page, name="information_unguarded"),
    *installed,
]
