"""What every test stands on: settings of its own, a laid database, the cast.

The environment is set before Django reads its settings, so that no test sees the
secrets or the data of an installation. The ground (regions and calendar) is laid once
a session; `committed` is for tests that need real commits.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

_DATA = Path(tempfile.mkdtemp(prefix="netra-tests-"))
(_DATA / "static").mkdir()
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
os.environ.update(
    DJANGO_SETTINGS_MODULE="netra.site.settings",
    NETRA_DATA_DIR=str(_DATA),
    NETRA_SECRET_KEY="only for tests: signs what nobody keeps 0123456789",
    NETRA_IDENTITY_KEY="only for tests: seals what nobody keeps 0123456789",
    NETRA_RECEIPT_KEY="only for tests: receipts that nobody keeps 0123456789",
    NETRA_RATE_LIMITS="0",
    NETRA_DEMO="0",
    NETRA_LOG_LEVEL="WARNING",
)


def pytest_configure() -> None:
    """Read the settings now, so that pytest-django starts Django with them."""
    from django.conf import settings

    assert settings.SECRET_KEY


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what meets no database where only the database is another one."""
    if os.environ.get("NETRA_TESTS_OF") != "database":
        return
    meets = [item for item in items if _meets_database(item)]
    config.hook.pytest_deselected(items=[i for i in items if i not in set(meets)])
    items[:] = meets


def _meets_database(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") is not None
    own = {"db", "committed", "scene", "demonstration"}  # the last two: of a module
    return marked or bool(own & names)


@pytest.fixture(scope="session", autouse=True)
def _fast_passwords() -> None:
    """Hash passwords of tests the quick way; the real hasher is tested by itself."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]


@pytest.fixture(scope="session", autouse=True)
def _quick_phrases() -> None:
    """Stretch phrases and codes the quick way; the real cost is tested by itself."""
    from netra.domain.sealing import phrases

    phrases._OPS, phrases._MEMORY = 1, 8192


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Let SQLite tests use a file, so that threads and the server share it."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(_DATA / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """Make the database once and lay the ground: regions and the first calendar.

    It stands in for the fixture of pytest-django, which makes no database when no test
    asks for `db`; `committed` would then meet the database of an installation.
    """
    from django.test.utils import setup_databases, teardown_databases

    from tests import people

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        people.lay_ground()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _fresh(request: pytest.FixtureRequest) -> None:
    """Forget what was read from the database of the test before."""
    from netra.records.jobs import moment
    from netra.records.law import queries
    from netra.web import limits

    moment.shift.cache_clear()
    queries._calendar_of.cache_clear()
    limits.forget_counts()
    marked = request.node.get_closest_marker("django_db") is not None
    if marked or {"db", "committed"} & set(request.fixturenames):
        from django.core.cache import cache

        folder = request.getfixturevalue("tmp_path")
        settings = request.getfixturevalue("settings")
        settings.EVIDENCE_DIR = folder / "evidence"
        settings.PAPERS_DIR = folder / "papers"
        is_committed = "committed" in request.fixturenames
        request.getfixturevalue("committed" if is_committed else "db")
        cache.clear()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """A database with real commits, for threads and servers; laid afresh afterwards.

    Use it instead of `transactional_db`: the ledger refuses to be flushed.
    """
    from tests import ground

    with django_db_blocker.unblock():
        yield
        ground.empty()
        from tests import people

        people.lay_ground()


class Clock:
    """The one clock of the program, standing still where a test sets it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def set(self, at: datetime) -> None:
        """Let `moment.now()` return `at`."""
        from netra.records.jobs import moment

        self._monkeypatch.setattr(moment, "now", lambda: at)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the clock: `clock.set(people.SUBMITTED_AT)`."""
    return Clock(monkeypatch)


@pytest.fixture
def cast(db: None):
    """The cast of `tests/people.py`, in a database that is rolled back."""
    from tests import people

    return people.make_cast()


@pytest.fixture
def law_dir(settings: LazySettings, tmp_path: Path) -> Path:
    """A folder whose TOML files add to the law of the installation."""
    folder = tmp_path / "law"
    folder.mkdir()
    settings.LAW_DIR = str(folder)
    return folder
