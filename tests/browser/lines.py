"""A line that breaks: a small relay between the browser and the server."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """Relays connections; after each number of bytes in `cuts` the line breaks.

    A break ends every open connection at once, as a phone does that loses its signal.
    """

    def __init__(self, port: int, cuts: list[int], bytes_a_second: int = 0) -> None:
        self._port = port
        self._cuts = list(cuts)
        self._pace = bytes_a_second
        self._sent = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.breaks = 0

    @property
    def address(self) -> str:
        """Where the browser finds the server behind the line."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def run(self) -> None:
        """Take connections until the line is taken down."""
        while not self._stopped.is_set():
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._port))
            with self._lock:
                self._open |= {near, far}
            for pair, counts in (((near, far), True), ((far, near), False)):
                threading.Thread(
                    target=self._carry, args=(*pair, counts), daemon=True
                ).start()

    def _carry(self, source: socket.socket, sink: socket.socket, counts: bool) -> None:
        try:
            while data := source.recv(16_384):
                if counts and self._pace:
                    self._stopped.wait(len(data) / self._pace)
                sink.sendall(data)
                if counts and self._counted(len(data)):
                    self.cut()
        except OSError:
            pass
        finally:
            self._end(source)
            self._end(sink)

    def _counted(self, length: int) -> bool:
        with self._lock:
            self._sent += length
            if not self._cuts or self._sent < self._cuts[0]:
                return False
            del self._cuts[0]
            self.breaks += 1
            return True

    def cut(self) -> None:
        """Break every connection that is open."""
        with self._lock:
            open_now = list(self._open)
        for one in open_now:
            self._end(one)

    def _end(self, one: socket.socket) -> None:
        with self._lock:
            if one not in self._open:
                return
            self._open.discard(one)
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()

    def take_down(self) -> None:
        """Take no more connections and end those that are open."""
        self._stopped.set()
        with suppress(OSError):  # wakes who waits for a connection
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()


@contextmanager
def line_to(port: int, *cuts: int, bytes_a_second: int = 0) -> Iterator[Line]:
    """Lay a line to a port of this machine."""
    line = Line(port, list(cuts), bytes_a_second)
    threading.Thread(target=line.run, daemon=True).start()
    try:
        yield line
    finally:
        line.take_down()
