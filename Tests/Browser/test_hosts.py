"""Web servers with the configuration that a build writes for them keep its promises, at a root and below a path."""

from __future__ import annotations

import gzip
import json
import pathlib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from conftest import TODAY
from harness import hosts
from harness.browser import Watch
from harness.hosts import Host
from harness.program import REPOSITORY, Program
from harness.site import Site
from playwright.sync_api import Page, expect

_UNCHANGING = "public, max-age=31536000, immutable"
_PREFIXES = {"root": "/", "below a path": "/team/site/"}
_HIDDEN = [".praxis-published", ".git/config", "communities/.draft", ".well-known/.draft"]
_SHOWN = ".well-known/security.txt"


@pytest.fixture(scope="module")
def tops(program: Program) -> Iterator[dict[str, pathlib.Path]]:
    """The repository's own site, built for all servers, by its path on the host; each folder is a host's root."""
    with hosts.readable_folder() as folder:
        source = folder / "source"
        shutil.copytree(REPOSITORY / "content", source / "content")
        shutil.copytree(REPOSITORY / "themes", source / "themes")
        settings = (source / "content" / "site.yaml").read_text("utf-8")
        built = {}
        for name, prefix in _PREFIXES.items():
            text, count = re.subn(r"(?m)^url: .*$", f"url: https://x.example{prefix}\nhost: [nginx, apache, caddy, s3, azure]", settings)
            assert count == 1
            (source / "content" / "site.yaml").write_text(text, "utf-8")
            built[prefix] = folder / name.replace(" ", "-")
            built[prefix].mkdir()
            output = built[prefix] / prefix.strip("/")
            run = program.run("build", "--site", source, "--output", output, "--today", TODAY)
            assert run.code == 0, str(run)
            for path in [*_HIDDEN, _SHOWN]:
                (output / path).parent.mkdir(exist_ok=True)
                (output / path).write_text("Something\n")
        yield built


@pytest.fixture(scope="module", params=[(s, p) for s in hosts.SERVERS for p in _PREFIXES], ids=" ".join)
def host(request: pytest.FixtureRequest, tops: dict[str, pathlib.Path]) -> Iterator[Host]:
    server, place = request.param
    start, names = hosts.SERVERS[server]
    if hosts.program(*names) is None:
        pytest.skip(f"{names[0]} is not installed; Scripts/install-requirements test installs it where it can be had")
    prefix = _PREFIXES[place]
    with hosts.readable_folder() as work, start(tops[prefix], prefix, work) as host:
        yield host


def test_every_answer_has_the_headers(host: Host) -> None:
    data = ["feed.atom", "calendar.ics", "feed.json", "feeds.opml", "library/resources.csv"]
    old = ["help/", "help", "communities"]
    unknown = ["nothing/here/", "nothing.json", ".praxis-output"]
    paths = ["", "communities/", "search/index/manifest.js", *data, *old, *unknown]
    for path in [host.prefix + path for path in paths] + _without_the_slash(host):
        answer = host.ask(path)
        policy = answer["Content-Security-Policy"] or ""
        assert policy.startswith("default-src 'self'; "), (path, str(answer.headers))
        for directive in ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'", "object-src 'none'"]:
            assert directive in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["Cache-Control"] == "no-cache", (path, str(answer.headers))
        for name in ["Content-Security-Policy", "Cache-Control"]:
            assert len(answer.headers.get_all(name)) == 1, (path, str(answer.headers))


def _without_the_slash(host: Host) -> list[str]:
    """The site's own address without the slash at its end, where it can be asked for."""
    return [host.prefix.rstrip("/")] if host.prefix != "/" else []


def test_what_is_named_by_its_contents_may_be_kept_and_nothing_else(host: Host) -> None:
    kept = [path for path in _files(host) if host.get(path)["Cache-Control"] == _UNCHANGING]
    packed = [path for path in _files(host) if host.get(path, Accept_Encoding="gzip")["Cache-Control"] == _UNCHANGING]
    expected = [path for path in _files(host) if path.startswith("assets/") or path.startswith("search/index/")]
    expected.remove("search/index/manifest.js")
    assert len(expected) > 10
    assert kept == expected
    assert packed == expected
    for path in ["", "search/index/manifest.js", "communities/"]:
        assert host.get(path)["Cache-Control"] == "no-cache"
    missing = host.get(f"{expected[0].rsplit('/', 1)[0]}/gone.css")
    assert missing.status == 404 and missing["Cache-Control"] == "no-cache"


def _files(host: Host) -> list[str]:
    """Files to ask for one by one: all that are not pages, but for pictures and the like."""
    endings = {".css", ".js", ".json", ".atom", ".ics", ".xml", ".txt"}
    found = [path.relative_to(host.root).as_posix() for path in host.root.rglob("*") if path.suffix in endings]
    few = [path for path in sorted(found) if not path.startswith(("assets/", "search/"))][::9]
    return sorted(few + [path for path in found if path.startswith(("assets/", "search/"))])


def test_old_addresses_lead_on_for_good(host: Host) -> None:
    redirects = [page for page in Site(host.root).pages if page.is_redirect]
    assert redirects
    for page in redirects:
        for path in {page.route, page.route.rstrip("/")}:
            answer = host.get(path.removeprefix("/"))
            assert answer.status == 301, (path, answer.status)
            target = urlsplit(answer["Location"]).path
            assert target == urljoin(host.prefix + page.route.removeprefix("/"), _where_the_page_leads(page.file))
            assert host.get(target.removeprefix(host.prefix)).status == 200


def _where_the_page_leads(file: pathlib.Path) -> str:
    return re.search(r'content="0; url=([^"]*)"', file.read_text("utf-8")).group(1)


def test_a_folder_without_its_slash_gets_one(host: Host) -> None:
    for address in [f"{host.prefix}communities", *_without_the_slash(host)]:
        # As a proxy asks that passes on what its own reader asked for.
        answer = host.ask(address, Host="www.norrvik.example")
        assert answer.status in (301, 308)
        target = urlsplit(answer["Location"])
        assert target.path == f"{address}/"
        assert target.netloc in ("", "www.norrvik.example"), answer["Location"]


def test_an_unknown_address_gets_the_page_for_it(host: Host) -> None:
    for path in ["nothing", "nothing/at/any/depth/", "communities/nothing.html"]:
        answer = host.get(path)
        assert answer.status == 404
        assert answer.body == (host.root / "404.html").read_bytes()
        assert answer["Content-Type"].lower() == "text/html; charset=utf-8"


def test_what_is_for_the_host_is_not_for_readers(host: Host) -> None:
    for path in [".praxis-host/nginx.conf", ".praxis-host/Caddyfile", ".praxis-output", ".htaccess", *_HIDDEN]:
        assert (host.root / path).is_file()
        assert host.get(path).status in (403, 404), path
        assert host.get(path.replace(".", "%2e")).status in (403, 404), path
    assert host.get(_SHOWN).body == (host.root / _SHOWN).read_bytes()


def test_feeds_and_calendars_have_their_types(host: Host) -> None:
    types = {
        "feed.atom": "application/atom+xml", "calendar.ics": "text/calendar", "feed.json": "application/json",
        "feeds.opml": "text/x-opml", "library/resources.csv": "text/csv", "": "text/html",
    }  # fmt: skip
    for path, kind in types.items():
        answer = host.get(path)
        assert answer.status == 200, path
        assert answer["Content-Type"].lower().split(";")[0] == kind, path
    style = next(path for path in _files(host) if path.endswith(".css"))
    assert host.get(style)["Content-Type"].split(";")[0] == "text/css"


def test_a_browser_that_can_gets_the_compressed_twin(host: Host) -> None:
    style = next(path for path in _files(host) if path.endswith("commons.css"))
    for path, file in {"": "index.html", style: style, "feed.atom": "feed.atom", "sitemap.xml": "sitemap.xml"}.items():
        plain, packed = host.get(path), host.get(path, Accept_Encoding="gzip")
        assert plain["Content-Encoding"] is None
        assert packed["Content-Encoding"] == "gzip", path
        assert packed.body == (host.root / f"{file}.gz").read_bytes()
        assert gzip.decompress(packed.body) == plain.body == (host.root / file).read_bytes()
        assert "accept-encoding" in (packed["Vary"] or "").lower()
        for name in ["Content-Type", "Content-Security-Policy", "Cache-Control"]:
            assert packed[name] == plain[name], (path, name)


def test_clicking_through_meets_no_failed_request(host: Host, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    watch = Watch(page)
    troubles = []
    samples = [sample for sample in Site(host.root).samples() if sample.route != "/404.html"]
    for sample in samples[::3]:
        page.goto(host.address + sample.route.removeprefix("/"))
        expect(page.locator("h1")).to_be_visible()
        troubles += watch.take(sample.route)
    page.goto(host.address)
    page.get_by_role("banner").get_by_role("navigation").get_by_role("link").first.click()
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("retrospective")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_visible()
    troubles += watch.take("clicking and searching")
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("prefix", _PREFIXES.values(), ids=_PREFIXES)
def test_the_functions_for_cloudfront_do_what_the_servers_do(tops: dict[str, pathlib.Path], prefix: str) -> None:
    node = shutil.which("node") or shutil.which("nodejs")
    if node is None:
        pytest.skip("node is not installed, so the functions for CloudFront are not run")
    folder = tops[prefix] / prefix.strip("/") / ".praxis-host"

    def run(name: str, events: list[dict[str, object]]) -> list[dict[str, object]]:
        code = (folder / name).read_text("utf-8") + f"\nconsole.log(JSON.stringify({json.dumps(events)}.map(handler)));"
        return json.loads(subprocess.run([node, "-"], input=code.encode(), check=True, capture_output=True).stdout)

    paths = [f"{prefix}help/", f"{prefix}help", f"{prefix}people", f"{prefix}people/", f"{prefix}feed.atom", "//evil", "/constructor/"]
    answers = run("cloudfront-request.js", [{"request": {"method": "GET", "uri": path}} for path in paths])
    told = [answer.get("uri") or (answer["statusCode"], answer["headers"]["location"]["value"]) for answer in answers]
    assert told == [
        (301, f"{prefix}about/"), (301, f"{prefix}about/"), (301, f"{prefix}people/"), f"{prefix}people/index.html",
        f"{prefix}feed.atom", "//evil", "/constructor/index.html",
    ]  # fmt: skip

    files = [path.relative_to(folder.parent).as_posix() for path in folder.parent.rglob("*") if path.is_file()]
    events = [{"request": {"uri": prefix + path}, "response": {"statusCode": 200, "headers": {}}} for path in files]
    for path, answer in zip(files, run("cloudfront-response.js", events), strict=True):
        is_named_so = path.startswith(("assets/", "search/index/")) and not path.endswith(("manifest.js", "manifest.js.gz"))
        if not path.endswith(".js.gz"):
            said = answer["headers"]["cache-control"]["value"]
            assert said == (_UNCHANGING if is_named_so else "no-cache"), path


def test_the_configuration_for_azure_is_within_its_limits(tops: dict[str, pathlib.Path]) -> None:
    file = tops["/"] / "staticwebapp.config.json"
    assert file.stat().st_size < 20_000
    routes = json.loads(file.read_text("utf-8"))["routes"]
    assert {"route": "/help/", "redirect": "/about/", "statusCode": 301} in routes
    assert all("*" not in route["route"].removesuffix("*") for route in routes)
