"""A server in a thread and a real Chromium in front of it.

Playwright keeps an event loop running in this thread, which Django takes for
asynchronous code; the variable below tells it that nothing here is.
"""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

WIDTHS = {"phone": (360, 740), "desk": (1440, 900)}
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=[*_FLAGS],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def server(django_db_setup: None, django_db_blocker) -> Iterator[LiveServer]:
    """Serve a database with real commits; it is laid afresh afterwards."""
    from tests import ground, people

    with django_db_blocker.unblock():
        live = LiveServer("127.0.0.1")
        yield live
        live.stop()
        ground.empty()
        people.lay_ground()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Let the program's clock stand at a moment: `at(people.SUBMITTED_AT)`."""
    from netra.records.jobs import moment

    def stand(now: datetime) -> None:
        monkeypatch.setattr(moment, "now", lambda: now)

    return stand


@pytest.fixture
def open_page(
    browser: Browser, server: LiveServer, tmp_path: Path
) -> Iterator[Callable[..., Page]]:
    """Open a fresh browser context: `open_page("phone", dark=True)`."""
    contexts = []

    def opened(width: str = "desk", *, dark: bool = False) -> Page:
        across, down = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": across, "height": down},
            base_url=server.url,
            color_scheme="dark" if dark else "light",
            locale="id-ID",
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    yield opened
    for context in contexts:
        context.close()
