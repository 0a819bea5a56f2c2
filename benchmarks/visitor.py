"""A visitor without a browser: keeps cookies, reads forms, sends them, takes the time.

Used by the benchmarks that ask a real server over HTTP. A form is sent as a browser
would send it, with everything the page put into it.
"""

import http.client
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

_WAIT_S = 60
_CONTROLS = frozenset({"input", "select", "textarea"})
_UNSENT = frozenset({"checkbox", "radio", "file"})
_REDIRECTS = frozenset({301, 302, 303})


class NotTakenError(Exception):
    """The site did not take what is complete and true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, and how long that took."""

    path: str
    status: int
    body: bytes
    location: str
    seconds: float

    @property
    def text(self) -> str:
        """Return the page."""
        return self.body.decode(errors="replace")

    @property
    def forms(self) -> "list[Form]":
        """Return the forms inside `<main>`."""
        reader = _Forms()
        reader.feed(self.text)
        return reader.forms


@dataclass(slots=True, kw_only=True)
class Form:
    """A form with what it would send, and its buttons in order."""

    action: str
    is_multipart: bool
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    """Reads the controls of the forms inside `<main>`."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._in_main = self._in_script_only = False
        self._form: Form | None = None
        self._select = self._area = ""

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        told = {name: value or "" for name, value in attributes}
        if tag == "main":
            self._in_main = True
        elif tag == "template":
            self._in_script_only = True
        elif tag == "form" and self._in_main and told.get("method") == "post":
            multipart = told.get("enctype") == "multipart/form-data"
            self._form = Form(action=told.get("action", ""), is_multipart=multipart)
            self.forms.append(self._form)
        elif self._form is not None and not self._in_script_only:
            self._control(self._form, tag, told)

    def _control(self, form: Form, tag: str, told: dict[str, str]) -> None:
        name, kind = told.get("name", ""), told.get("type", "text")
        if tag in _CONTROLS and name:
            form.names.add(name)
        if tag == "button" or kind == "submit":
            form.buttons.append((name, told.get("value", "")))
        elif tag == "input" and name and (kind not in _UNSENT or "checked" in told):
            form.fields[name] = told.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in told or self._select not in form.fields:
                form.fields[self._select] = told.get("value", "")
        elif tag == "textarea":
            self._area = name
            form.fields[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._in_main = False
        elif tag == "template":
            self._in_script_only = False
        elif tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area and self._form is not None:
            self._form.fields[self._area] += data


class Visitor:
    """Somebody at an address, behind the proxy of the installation."""

    def __init__(self, base: str, address: str) -> None:
        """Open a connection; `address` is what the proxy would tell."""
        parts = urlsplit(base)
        self._connection = http.client.HTTPConnection(
            parts.hostname or "", parts.port, timeout=_WAIT_S
        )
        self.address = address
        self.cookies: dict[str, str] = {}

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request and read the answer to its end."""
        sent = {"X-Forwarded-For": self.address, **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        begun = time.perf_counter()
        self._connection.request(method, path, body, sent)
        response = self._connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - begun
        self._keep(response.headers.get_all("Set-Cookie") or [])
        location = response.headers.get("Location", "")
        return Answer(
            path=path,
            status=response.status,
            body=content,
            location=location,
            seconds=seconds,
        )

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value

    def get(self, path: str) -> Answer:
        """Open a page, following redirects."""
        answer = self.ask("GET", path)
        while answer.status in _REDIRECTS:
            answer = self.ask("GET", answer.location)
        return answer

    def send(
        self,
        page: Answer,
        form: Form,
        answers: Mapping[str, str],
        button: tuple[str, str] = ("", ""),
    ) -> Answer:
        """Send a form with its own fields and these; the answer is not followed."""
        fields = {**form.fields, **answers}
        if button[0]:
            fields[button[0]] = button[1]
        body, kind = encoded(fields, is_multipart=form.is_multipart)
        headers = {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
        return self.ask("POST", form.action or page.path, body, headers)


def encoded(fields: Mapping[str, str], *, is_multipart: bool) -> tuple[bytes, str]:
    """Return a body and its content type."""
    if not is_multipart:
        return urlencode(fields).encode(), "application/x-www-form-urlencoded"
    mark = secrets.token_hex(8)
    parts = (
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in fields.items()
    )
    body = "".join(parts) + f"--{mark}--\r\n"
    return body.encode(), f"multipart/form-data; boundary={mark}"
