"""A static host: serves a folder below any path, with any headers, and its 404.html for what is not there."""

from __future__ import annotations

import mimetypes
import pathlib
import threading
import urllib.parse
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

STRICT_POLICY = {"Content-Security-Policy": "default-src 'self'"}


class LocalServer:
    """Answers at `address` while the `with` statement lasts."""

    def __init__(self, handler: type[QuietHandler], prefix: str = "/", **fields: object) -> None:
        """`fields` are what each handler has, beside this server as `host`."""
        kind = type("Handler", (handler,), {**fields, "host": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}{prefix}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class QuietHandler(BaseHTTPRequestHandler):
    """Keeps connections open and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


class StaticServer(LocalServer):
    """Serves `root`; `missing` lists the paths that got a 404."""

    def __init__(self, root: pathlib.Path, prefix: str = "/", headers: dict[str, str] | None = None) -> None:
        super().__init__(_Handler, prefix, root=root, prefix_of_paths=prefix, extra=headers or {})
        self.missing: list[str] = []

    def url(self, route: str) -> str:
        """The address of a page, by its route in the site."""
        return self.address + route.removeprefix("/")


class _Handler(QuietHandler):
    root: pathlib.Path
    prefix_of_paths: str
    extra: dict[str, str]
    host: StaticServer

    def do_GET(self) -> None:
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if not path.startswith(self.prefix_of_paths):
            return self._not_found(path)
        file = self.root / path[len(self.prefix_of_paths) :]
        if file.is_dir() and not path.endswith("/"):
            return self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", {"Location": path + "/"})
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            return self._not_found(path)
        self._send(HTTPStatus.OK, file.read_bytes(), _type(file))

    def _not_found(self, path: str) -> None:
        self.host.missing.append(path)
        page = self.root / "404.html"
        body = page.read_bytes() if page.is_file() else b"not found"
        self._send(HTTPStatus.NOT_FOUND, body, "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**self.extra, **(headers or {}), "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _type(file: pathlib.Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml", "javascript")) else kind
