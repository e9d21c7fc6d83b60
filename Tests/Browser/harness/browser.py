"""The system's Chromium, which reaches nothing but this machine."""

from __future__ import annotations

import os
import pathlib
import shutil

from playwright.sync_api import Browser, Page, Playwright, Request

_NAMES = ["chromium", "chromium-browser", "google-chrome"]
_MAC = pathlib.Path("/Applications/Chromium.app/Contents/MacOS/Chromium")


def launch(playwright: Playwright) -> Browser:
    """Starts it; every host name but this machine's leads nowhere."""
    found = next(filter(None, map(shutil.which, _NAMES)), None) or (str(_MAC) if _MAC.exists() else None)
    if found is None:
        raise FileNotFoundError(f"no browser: looked for {', '.join(_NAMES)}; Scripts/install-requirements test")
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=found, args=arguments)


class Watch:
    """Remembers what goes wrong in a page from now on: failed requests, requests to others, script errors."""

    def __init__(self, page: Page) -> None:
        self.troubles: list[str] = []
        page.on("request", self._see_request)
        page.on("requestfailed", self._see_failure)
        page.on("response", lambda response: self._see_status(response.url, response.status))
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", lambda message: message.type == "error" and self.troubles.append(f"console: {message.text}"))

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "http://localhost:", "file:", "data:", "blob:", "about:")):
            self.troubles.append(f"asked somebody else: {request.url}")

    def _see_failure(self, request: Request) -> None:
        # A request that the next page cut short is no trouble.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.failure}: {request.url}")

    def _see_status(self, url: str, status: int) -> None:
        if status >= 400:
            self.troubles.append(f"{status}: {url}")

    def take(self, place: str) -> list[str]:
        """What went wrong since the last time, with the place where it did."""
        taken, self.troubles = self.troubles, []
        return [f"{place}: {trouble}" for trouble in taken]
