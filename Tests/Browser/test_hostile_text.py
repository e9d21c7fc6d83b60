"""Texts that try to run a script, in every place that an author can write in: nothing runs, and nothing could.

Some of the texts are tried each time; `make check-hostile` tries them all.
"""

from __future__ import annotations

import csv
import json
import os
import pathlib
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness import hostile
from harness.program import Program
from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Browser, Page

INSPECT = (pathlib.Path(__file__).parent / "harness" / "inspection.js").read_text("utf-8")
STEP = 1 if os.environ.get("HOSTILE") == "all" else 36

# Says so when a script of a text runs, in the page or in a frame of it: they all call one of these.
TRAPS = """
  top.ran ??= [];
  for (const name of ["alert", "prompt", "confirm", "print"])
    window[name] = (...words) => top.ran.push(`${name}(${words}) at ${location.pathname}`);
"""

# Opens addresses side by side and waits until all have been loaded.
OPEN = """(routes) => Promise.all(routes.map((route) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.addEventListener("load", () => setTimeout(() => { frame.remove(); resolve(); }));
  frame.src = route;
  document.body.append(frame);
})))"""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    found = hostile.inputs()
    if found is None:
        pytest.skip("the hostile texts are not there: neither in ../shared nor in $PRAXIS_SHARED")
    return found[::STEP]


@pytest.fixture(scope="module")
def source(program: Program, texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("hostile")
    hostile.site(folder, texts)
    hostile.without_refused(program, folder)
    return folder


@pytest.fixture(scope="module")
def hostile_site(program: Program, source: pathlib.Path) -> Site:
    run = program.run("build", "--site", source)
    assert run.code == 0, run.said[-2000:]
    return Site(source / "public")


@pytest.fixture(scope="module")
def server(hostile_site: Site) -> Iterator[StaticServer]:
    with StaticServer(hostile_site.root, headers={"Cache-Control": "max-age=600"}) as server:
        yield server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with traps, which reaches this machine only and remembers whom else it asked for something."""
    context = browser.new_context()
    context.add_init_script(TRAPS)
    page = context.new_page()
    page.asked = []  # type: ignore[attr-defined]
    page.on("request", lambda request: request.url.startswith("http://127.0.0.1:") or page.asked.append(request.url))
    yield page
    context.close()


def _ran(page: Page) -> list[str]:
    return [*page.evaluate("window.ran"), *(f"asked for {url}" for url in page.asked)]  # type: ignore[attr-defined]


def _inspect(page: Page, html: list[str], is_whole: bool) -> list[str]:
    """What is wrong in documents, as the browser parses them."""
    script = f"""([documents, isWhole]) => {{
      const inspect = {INSPECT};
      return documents.flatMap((html) => inspect(new DOMParser().parseFromString(html, "text/html"), isWhole));
    }}"""
    return page.evaluate(script, [html, is_whole])


def test_few_texts_are_refused_anywhere(texts: list[str], source: pathlib.Path) -> None:
    for place in ("resources/r", "posts/p", "events/e", "guides/u"):
        left = len(list(source.glob(f"content/communities/g*/{place}*.md")))
        assert left > 0.8 * len(texts), f"{place}: {left} of {len(texts)} texts are tried"


def test_nothing_in_a_parsed_page_could_run(hostile_site: Site, page: Page) -> None:
    pages = hostile_site.pages
    assert len(pages) > 500
    wrong = []
    for first in range(0, len(pages), 100):
        wrong += _inspect(page, [each.file.read_text("utf-8") for each in pages[first : first + 100]], True)
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:20])


def test_nothing_runs_when_pages_are_opened(hostile_site: Site, server: StaticServer, page: Page) -> None:
    routes = [each.route for each in hostile_site.pages if not each.is_redirect]
    page.goto(server.url("/robots.txt"))
    for first in range(0, len(routes), 40):
        page.evaluate(OPEN, [server.url(route) for route in routes[first : first + 40]])
    assert not _ran(page), "\n".join(_ran(page)[:20])


def test_the_traps_work(server: StaticServer, page: Page) -> None:
    page.goto(server.url("/robots.txt"))
    page.evaluate(OPEN, ["javascript:alert(1)"])
    assert len(_ran(page)) == 1
    assert len(_inspect(page, ["<a href=' java\nscript:x'>x</a><b onclick=x>x</b><script>x</script>"], True)) == 3


def test_nothing_runs_in_search_and_finder(texts: list[str], server: StaticServer, page: Page) -> None:
    wrong = []
    for query in [*texts[::10], "alert", "script", "img", "svg", "onload"]:
        page.goto(server.url("/search/"))
        page.fill("main input[type=search]", query)
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('[role=status]')?.textContent.trim()")
        wrong += [f"{query!r}: {what}" for what in page.evaluate(f"({INSPECT})(document, true)") + _ran(page)]
    page.goto(server.url("/find/"))
    page.fill("[name=words]", texts[1])
    wrong += page.evaluate(f"({INSPECT})(document, true)") + _ran(page)
    assert not wrong, "\n".join(wrong[:20])


def test_no_form_of_a_text_runs_in_markdown(
    program: Program, texts: list[str], page: Page, tmp_path: pathlib.Path
) -> None:
    def rendered(body: str) -> str:
        run = program.run("markdown", "-", stdin=body.encode("utf-8", "surrogatepass"))
        assert run.code in (0, 1), f"{body!r}: {run}"
        return run.output

    with ThreadPoolExecutor() as threads:
        html = list(threads.map(rendered, (body for text in texts for body in hostile.bodies(text))))
    wrong = _inspect(page, html, False)
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:20])
    with StaticServer(tmp_path) as server:
        for first in range(0, len(html), 500):
            text = "\n".join(html[first : first + 500])
            (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{text}", "utf-8")
            page.goto(server.url("/"), wait_until="load")
            assert not page.evaluate("window.ran"), f"in the forms from number {first} on"


def test_nothing_in_feeds_could_run(hostile_site: Site, page: Page) -> None:
    html = []
    for file in sorted(hostile_site.root.rglob("feed.atom")):
        for element in ElementTree.parse(file).iter():
            kind = element.get("type")
            assert element.tag.startswith("{http://www.w3.org/2005/Atom}"), f"{file}: {element.tag}"
            assert kind != "xhtml"
            if kind == "html":
                html.append(element.text or "")
            for name, value in element.attrib.items():
                if name in ("href", "src", "uri"):
                    assert re.match(r"(https?|mailto|tel):", value), f"{file}: {value}"
    for file in sorted(hostile_site.root.rglob("feed.json")):
        for item in json.loads(file.read_text("utf-8")).get("items", []):
            html.append(item.get("content_html", ""))
    assert html
    wrong = _inspect(page, html, False)
    assert not wrong, "\n".join(wrong[:20])


def test_structured_data_keeps_to_its_element(hostile_site: Site) -> None:
    count = 0
    for each in hostile_site.pages:
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', each.file.read_text("utf-8"), re.S):
            assert "<" not in text, each.route
            json.loads(text)
            count += 1
    assert count > 50


def test_tables_hold_no_formulas(hostile_site: Site) -> None:
    for name, count in (("library/resources.csv", 50), ("events/events.csv", 50), ("stewardship/stewardship.csv", 1)):
        with (hostile_site.root / name).open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        assert len(rows) > count and len({len(row) for row in rows}) == 1, name
        cells = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
        assert not cells, f"{name}: {cells[:5]}"


def test_calendars_hold_only_their_own_lines(hostile_site: Site) -> None:
    known = re.compile(
        r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-[A-Z]+|UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION"
        r"|LOCATION|URL|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|ORGANIZER|CATEGORIES|SEQUENCE|LAST-MODIFIED|CREATED|TZID|TZNAME"
        r"|TZOFFSETFROM|TZOFFSETTO|REFRESH-INTERVAL|CONTACT|CLASS|TRANSP|SOURCE|LANGUAGE|COLOR|CONFERENCE)[;:]"
    )
    for file in hostile_site.root.rglob("*.ics"):
        lines = re.sub(r"\r\n[ \t]", "", file.read_bytes().decode("utf-8")).split("\r\n")
        wrong = [line for line in lines if line and not known.match(line)]
        assert not wrong, f"{file}: {wrong[:3]}"
