"""A local host of one file that can misbehave, and a local forward proxy; both log requests."""

from __future__ import annotations

import http.client
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit


class Manner(StrEnum):
    """How the host answers."""

    NORMAL = "serves ranges"
    NO_RANGES = "sends everything, whatever range was asked for"
    WRONG_RANGE = "answers a range with another one"
    CUT = "breaks off in the middle, and goes on when asked"
    CUT_WITHOUT_RANGES = "breaks off in the middle, every time"
    OTHER_CONTENT = "sends as many other bytes"
    LARGER = "sends more than the file"
    SHORTER = "sends a small file, whole"
    GONE = "404"
    PAGE = "200 with a web page"
    HANGING = "takes the request and says nothing"


_BREAKS_OFF = {Manner.CUT, Manner.CUT_WITHOUT_RANGES}
_CONTINUES = {Manner.NORMAL, Manner.CUT, Manner.WRONG_RANGE}


@dataclass
class Requests:
    """What was asked: path and range of each request, and where the server listens."""

    address: str
    seen: list[tuple[str, str | None]] = field(default_factory=list)


@contextmanager
def serve_file(content: bytes, manner: Manner) -> Iterator[Requests]:
    """Serve ``content`` under any path ending in ``.onnx`` on 127.0.0.1."""
    let_go = threading.Event()
    instead: dict[Manner, tuple[Any, ...]] = {
        Manner.PAGE: (b"<html>Please log in</html>", {"Content-Type": "text/html"}),
        Manner.OTHER_CONTENT: (bytes(len(content)),),
        Manner.LARGER: (content + bytes(1000),),
        Manner.SHORTER: (content[:131],),
    }

    class Handler(_Quiet):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            log.seen.append((self.path, asked))
            begin = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
            if manner is Manner.HANGING:
                let_go.wait(60)
            elif manner is Manner.GONE or not self.path.endswith(".onnx"):
                self.send_error(404)
            elif manner in instead:
                self.answer(200, *instead[manner])
            elif begin >= len(content):
                self.send_error(416)
            elif asked and manner in _CONTINUES:
                begin = 0 if manner is Manner.WRONG_RANGE else begin
                span = f"bytes {begin}-{len(content) - 1}/{len(content)}"
                self.answer(206, content[begin:], {"Content-Range": span})
            else:
                half = len(content) // 2 if manner in _BREAKS_OFF else None
                self.answer(200, content, stop_after=half)

    with _running(Handler) as log:
        yield log
        let_go.set()


@contextmanager
def forward_proxy(reach: str) -> Iterator[Requests]:
    """A proxy that carries requests for any http host to the server at ``reach``."""
    upstream = urlsplit(reach).netloc

    class Handler(_Quiet):
        def do_GET(self) -> None:
            log.seen.append((self.path, self.headers.get("Range")))
            wanted = urlsplit(self.path)
            inner = http.client.HTTPConnection(upstream)
            inner.request("GET", wanted.path)
            answer = inner.getresponse()
            self.answer(answer.status, answer.read())
            inner.close()

        def do_CONNECT(self) -> None:
            log.seen.append((self.path, None))
            self.send_error(403)

    with _running(Handler) as log:
        yield log


class _Quiet(http.server.BaseHTTPRequestHandler):
    def answer(
        self,
        status: int,
        content: bytes,
        headers: dict[str, str] | None = None,
        stop_after: int | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content[:stop_after])

    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""


@contextmanager
def _running(handler: type[_Quiet]) -> Iterator[Requests]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield Requests(f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            thread.join()
