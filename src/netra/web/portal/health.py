"""Whether the installation is alive, for people and for monitors."""

import logging

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from netra.records.jobs.later import worker_is_alive
from netra.records.law.queries import newest_edition

_log = logging.getLogger("netra.health")


def _parts() -> dict[str, bool]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return {
            "database": True,
            "worker": worker_is_alive(),
            "calendar": newest_edition() > 0,
        }
    except DatabaseError:
        _log.exception("health check could not reach the database")
        return {"database": False, "worker": False, "calendar": False}


def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database and calendar are there, 503 otherwise.

    A resting worker delays reminders and never a right, so it is told but does not make
    the answer a failure. With `Accept: application/json` the answer is JSON.
    """
    parts = _parts()
    status = 200 if parts["database"] and parts["calendar"] else 503
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse(parts, status=status)
    return render(request, "portal/health.html", {"parts": parts}, status=status)
