"""Who is asking, and one log line a request without personal data."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from netra.domain.access import Actor
from netra.records.accounts.queries import PUBLIC, actor_of
from netra.records.jobs import moment

_log = logging.getLogger("netra.request")

Next = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Put the actor of the signed-in account, with the roles of today, on a request."""

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `request.actor`; the public has no grants."""
        request.actor = self._actor(request)  # type: ignore[attr-defined] # StaffRequest
        return self.get_response(request)

    @staticmethod
    def _actor(request: HttpRequest) -> Actor:
        user = request.user
        return actor_of(user, moment.now()) if user.is_authenticated else PUBLIC


class RequestLogMiddleware:
    """Log route name, method, status, duration: never paths, queries, addresses."""

    def __init__(self, get_response: Next) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Measure one request."""
        started = time.monotonic()
        response = self.get_response(request)
        match = request.resolver_match
        _log.info(
            "request",
            extra={
                "route": match.view_name if match else "-",
                "method": request.method,
                "status": response.status_code,
                "duration_ms": round((time.monotonic() - started) * 1000),
            },
        )
        return response
