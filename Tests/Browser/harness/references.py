"""What the pages of a built site refer to, and whether it is there."""

from __future__ import annotations

import posixpath
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser

from harness.site import Page, Site

_ATTRIBUTES = {
    ("a", "href"), ("area", "href"), ("link", "href"), ("form", "action"), ("img", "src"), ("script", "src"),
    ("source", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("track", "src"), ("use", "href"),
    ("object", "data"), ("iframe", "src"),
}  # fmt: skip


@dataclass
class _Document(HTMLParser):
    """The identifiers and addresses of one page."""

    names: set[str] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        for name, value in given.items():
            if name in ("id", "name") and value:
                self.names.add(value)
            elif name == "srcset":
                self.addresses += [candidate.split()[0] for candidate in (value or "").split(",") if candidate.strip()]
            elif (tag, name) in _ATTRIBUTES and not (tag == "link" and given.get("rel") in ("canonical", "alternate")):
                self.addresses.append(value or "")
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            self.addresses.append((given.get("content") or "").partition("=")[2].strip())


def dangling(site: Site) -> list[str]:
    """Every reference of a page to something that the site does not have, as `page: address: what is missing`."""
    documents = {page.route: _parse(page) for page in site.pages}
    files = {"/" + path.relative_to(site.root).as_posix() for path in site.root.rglob("*") if path.is_file()}
    found: dict[str, None] = {}
    for route, document in documents.items():
        for address in document.addresses:
            problem = _problem(_in(site, address, route), route, documents, files)
            if problem:
                found[f"{route}: {address!r}: {problem}"] = None
    return list(found)


def _in(site: Site, address: str, route: str) -> str:
    """The address below the site's own path, which only the page for what is not there names."""
    own = route == "/404.html" and address.startswith(site.path)
    return "/" + address.removeprefix(site.path) if own else address


def _parse(page: Page) -> _Document:
    document = _Document()
    document.feed(page.file.read_text("utf-8"))
    return document


def _problem(address: str, route: str, documents: dict[str, _Document], files: set[str]) -> str | None:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/") and route != "/404.html":
        return "not relative, so it leads elsewhere below a sub-path"
    target = route
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(route), urllib.parse.unquote(parts.path)))
        climbs = parts.path.count("../") - (route.count("/") - 1)
        if climbs > 0 and not parts.path.startswith("/"):
            return "leads out of the site"
        if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", ".."):
            target = target.rstrip("/") + "/"
    file = target + "index.html" if target.endswith("/") else target
    if file not in files:
        return "no such file"
    name = urllib.parse.unquote(parts.fragment)
    if name and name != "top" and target in documents and name not in documents[target].names and "=" not in name:
        return "no such place on that page"
    return None
