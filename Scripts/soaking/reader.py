"""Somebody who has a page open while it is edited."""

from __future__ import annotations

import http.client
import re
import urllib.parse
from types import TracebackType


class Reader:
    """Reads a preview's pages, and listens to changes of one while the `with` statement lasts, as a browser does."""

    def __init__(self, address: str, listening_to: str) -> None:
        self._host = urllib.parse.urlsplit(address).netloc
        self._page = listening_to
        self._events: http.client.HTTPConnection | None = None

    def __enter__(self) -> Reader:
        _, page = self.read(self._page)
        if found := re.search(rb"/-praxis/reload\.js\?([^\"]+)", page):
            query = found.group(1).decode().replace("&amp;", "&")
            path = urllib.parse.quote(self._page, safe="")
            self._events = http.client.HTTPConnection(self._host, timeout=30)
            self._events.request("GET", f"/-praxis/events?{query}&path={path}")
            if (answer := self._events.getresponse()).status != 200:
                raise AssertionError(f"the preview lets nobody listen to {self._page}: {answer.status}")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._events:
            self._events.close()

    def read(self, address: str) -> tuple[int, bytes]:
        """Status and text of a page, or of a file of the theme, whose folder has another name whenever it changes."""
        if not address.startswith("/"):
            found = re.search(r'href="\./(assets/[^/"]+/)', self.read("/")[1].decode())
            address = f"/{found.group(1)}{address}" if found else "/"
        connection = http.client.HTTPConnection(self._host, timeout=30)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
