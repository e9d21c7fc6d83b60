"""A static host that compresses what is worth it, as static hosts do, and counts what it sends."""

from __future__ import annotations

import gzip
import mimetypes
import pathlib
import threading
import urllib.parse
from dataclasses import dataclass
from http import HTTPStatus

from harness.server import LocalServer, QuietHandler

# An empty page of the host, which browsers begin at.
START = "start"
_START_PAGE = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Start</title><link rel="icon" href="start.svg">'
)
_LEVEL = 6
_NOT_COUNTED = {"/start", "/start.svg", "/favicon.ico"}


@dataclass(frozen=True)
class Transfer:
    """One answer; `size` is that of its body on the line."""

    path: str
    size: int


def is_compressed(path: str) -> bool:
    """Whether hosts compress files of this name: text, scripts, data as text, and WebAssembly."""
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return kind.startswith("text/") or kind.endswith(("javascript", "json", "xml", "wasm"))


def on_the_line(path: str, content: bytes) -> bytes:
    """What is sent for a file."""
    return gzip.compress(content, _LEVEL, mtime=0) if is_compressed(path) else content


class Host(LocalServer):
    """Serves folders, the first that has a file, at `address` while the `with` statement lasts."""

    def __init__(self, *roots: pathlib.Path, headers: dict[str, str] | None = None) -> None:
        self._transfers: list[Transfer] = []
        self._bodies: dict[pathlib.Path, bytes] = {}
        self._lock = threading.Lock()
        super().__init__(_Handler, roots=roots, extra=headers or {})

    def body(self, file: pathlib.Path) -> bytes:
        """What is sent for a file, compressed once."""
        if file not in self._bodies:
            self._bodies[file] = on_the_line(file.name, file.read_bytes())
        return self._bodies[file]

    def note(self, transfer: Transfer) -> None:
        """Counts an answer."""
        if transfer.path not in _NOT_COUNTED:
            with self._lock:
                self._transfers.append(transfer)

    def transfers(self) -> list[Transfer]:
        """All answers since the last `forget`."""
        with self._lock:
            return list(self._transfers)

    def forget(self) -> None:
        """Counts from nought again."""
        with self._lock:
            self._transfers.clear()


class _Handler(QuietHandler):
    roots: tuple[pathlib.Path, ...]
    extra: dict[str, str]
    host: Host

    def do_GET(self) -> None:
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if path == f"/{START}":
            return self._send(HTTPStatus.OK, path, _START_PAGE, "text/html; charset=utf-8")
        files = (root / path.removeprefix("/") for root in self.roots)
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            return self._send(HTTPStatus.NOT_FOUND, path, b"not found", "text/plain")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK, path, self.host.body(file), kind, is_compressed(file.name))

    def _send(self, status: HTTPStatus, path: str, body: bytes, kind: str, is_gzip: bool = False) -> None:
        self.send_response(status)
        for name, value in {**self.extra, "Content-Type": kind, "Cache-Control": "max-age=600"}.items():
            self.send_header(name, value)
        if is_gzip:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        # Before the body, so that who has read it finds it counted.
        self.host.note(Transfer(path, len(body)))
        self.wfile.write(body)
