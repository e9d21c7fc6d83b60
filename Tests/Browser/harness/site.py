"""A built site, as files."""

from __future__ import annotations

import hashlib
import pathlib
import re
import urllib.parse
from dataclasses import dataclass

# Folders whose name is part of an address that the program chooses; every other name is an author's.
FIXED = set(
    "communities resources paths events posts questions guides people topics library programmes opportunities"
    " circles ways archive find search subscribe contribute stewardship".split()
)
_KIND = re.compile(r"<body\b[^>]*\bdata-page-kind=\"([^\"]*)\"")
_REDIRECT = re.compile(r"<meta\b[^>]*http-equiv=\"?refresh", re.IGNORECASE)
_CANONICAL = re.compile(r"<link rel=\"canonical\" href=\"([^\"]*)\"")


@dataclass(frozen=True)
class Page:
    """One HTML file; `kind` is equal for pages that are made alike."""

    route: str
    file: pathlib.Path
    kind: str

    @property
    def is_redirect(self) -> bool:
        return self.kind == "redirect"

    def __str__(self) -> str:
        return self.route


class Site:
    """A folder that a build wrote; `path` is where on its host the site says it is."""

    def __init__(self, root: pathlib.Path) -> None:
        self.root = root
        home = root / "index.html"
        address = _CANONICAL.search(home.read_text("utf-8")) if home.is_file() else None
        self.path = urllib.parse.urlsplit(address.group(1)).path if address else "/"
        self.pages = [self._page(file) for file in sorted(root.rglob("*.html"))]

    def _page(self, file: pathlib.Path) -> Page:
        route = "/" + file.relative_to(self.root).as_posix().removesuffix("index.html")
        text = file.read_text("utf-8", errors="replace")
        if _REDIRECT.search(text):
            return Page(route, file, "redirect")
        named = _KIND.search(text)
        return Page(route, file, f"{named.group(1)} {shape(route)}" if named else shape(route))

    def page(self, route: str) -> Page:
        return next(page for page in self.pages if page.route == route)

    def samples(self) -> list[Page]:
        """One page of each kind, redirects left out: the longest, as it holds most of what the kind can."""
        longest: dict[str, Page] = {}
        for page in sorted(self.pages, key=lambda page: (page.file.stat().st_size, page.route)):
            longest[page.kind] = page
        return sorted((page for page in longest.values() if not page.is_redirect), key=lambda page: page.route)


def shape(route: str) -> str:
    """The address with the authors' own names as `*`, and without the prefix of a language."""
    names = route.strip("/").split("/")
    if re.fullmatch(r"[a-z]{2}(-[A-Za-z]+)?", names[0]):
        del names[0]
    return "/" + "/".join(name if name in FIXED or "." in name else "*" for name in names if name)


def fingerprint(folder: pathlib.Path) -> dict[str, str]:
    """What every file below a folder holds, and where links lead; empty when there is no such folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(folder))] = f"link to {path.readlink()}"
        elif path.is_file():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
