"""The stewardship report serves somebody who looks after very many communities."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from conftest import TODAY
from harness import small
from harness.browser import Watch
from harness.program import Program
from harness.server import STRICT_POLICY, StaticServer
from playwright.sync_api import Locator, Page, expect

COUNT = 60
# The communities that have no owner, by number.
WITHOUT_OWNER = {17, 44}
# The days of the next meetings, by community: as texts, the days of the month are the other way round.
MEETINGS = {5: "2026-12-09", 8: "2027-01-04", 31: "2026-12-10"}


def _community(number: int) -> str:
    owner = "stage: forming" if number in WITHOUT_OWNER else "owners: [anna-lind]"
    return f"""---
title: Circle {number:03}
purpose: We meet.
for: Everybody
{owner}
moderators: [Bo Ek]
join: https://teams.example/{number}
reviewed: {"2020-01-01" if number % 3 == 0 else "2026-11-01"}
---
"""


@pytest.fixture(scope="module")
def host(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    folder = tmp_path_factory.mktemp("stewardship")
    communities = {f"content/communities/c{number:03}/index.md": _community(number) for number in range(1, COUNT + 1)}
    guides = {
        f"content/communities/c{number:03}/guides/a.md": f"---\ntitle: Guide {number}\n---\n\nText.\n"
        for number in range(1, COUNT + 1)
    }
    meetings = {
        f"content/communities/c{number:03}/events/a.md": (
            f"---\ntitle: Meeting {number}\nstart: {day}T10:00\nminutes: 30\nhost: Bo Ek\n---\n\nText.\n"
        )
        for number, day in MEETINGS.items()
    }
    settings = small.FILES["content/site.yaml"] + "stewardship: true\n"
    small.write(folder, communities | guides | meetings | {"content/site.yaml": settings})
    run = program.run("build", "--site", folder, "--today", TODAY)
    assert run.code == 0, str(run)
    with StaticServer(folder / "public", headers=STRICT_POLICY) as server:
        yield server


def test_communities_without_an_owner_come_first(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/stewardship/"))
    expect(page.locator(".tile-bad dd")).to_have_text(str(len(WITHOUT_OWNER)))
    titles = page.locator("#site-health th").all_text_contents()
    assert titles[:2] == [f"Circle {number:03}" for number in sorted(WITHOUT_OWNER)]
    assert titles[2] == "Circle 003"


def test_a_field_leaves_the_rows_with_its_words_and_says_how_many(
    host: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    watch = Watch(page)
    page.goto(host.url("/stewardship/"))
    field = page.get_by_role("searchbox", name="Filter communities")
    status = page.locator("[data-filter-for=site-health]").get_by_role("status")
    rows = page.locator("#site-health tr:visible")
    field.press_sequentially("OWNER forming")
    expect(rows).to_have_count(len(WITHOUT_OWNER))
    expect(status).to_have_text(f"{len(WITHOUT_OWNER)} communities")
    expect(status).to_have_attribute("aria-live", "polite")
    field.fill("circle 044")
    expect(rows).to_have_count(1)
    expect(status).to_have_text("1 community")
    field.fill("nothing of the kind")
    expect(rows).to_have_count(0)
    expect(status).to_have_text("0 communities")
    field.press("Enter")
    field.fill("")
    expect(rows).to_have_count(COUNT + 1)
    assert page.url == host.url("/stewardship/")
    assert not watch.troubles, "\n".join(watch.troubles)


def test_the_head_of_a_column_puts_the_rows_in_its_order(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    watch = Watch(page)
    page.goto(host.url("/stewardship/"))
    table = page.locator("table:has(#site-health)")
    titles = page.locator("#site-health tr:visible th")

    def head(name: str) -> Locator:
        return table.get_by_role("columnheader", name=name)

    def press(name: str, direction: str) -> list[str]:
        head(name).get_by_role("button").press("Enter")
        expect(head(name)).to_have_attribute("aria-sort", direction)
        expect(table.locator("[aria-sort]")).to_have_count(1)
        return titles.all_text_contents()

    overdue = [f"Circle {number:03}" for number in range(3, COUNT + 1, 3)]
    assert sorted(press("Due", "descending")[: len(overdue)]) == overdue
    assert sorted(press("Due", "ascending")[-len(overdue) :]) == overdue
    assert press("Next meeting", "ascending")[:3] == ["Circle 005", "Circle 031", "Circle 008"]
    assert press("Next meeting", "descending")[:3] == ["Circle 008", "Circle 031", "Circle 005"]
    assert press("Community", "ascending") == sorted(titles.all_text_contents())
    page.get_by_role("searchbox", name="Filter communities").fill("circle 04")
    assert press("Community", "descending") == [f"Circle {number:03}" for number in [*range(49, 39, -1), 4]]
    assert not watch.troubles, "\n".join(watch.troubles)


def test_all_that_is_due_is_there_for_a_spreadsheet(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/stewardship/"))
    link = page.locator("section:has(#site-due)").get_by_role("link", name="As CSV")
    response = page.request.get(page.evaluate("link => link.href", link.element_handle()))
    rows = list(csv.DictReader(response.body().decode("utf-8-sig").splitlines()))
    assert len(rows) == page.locator("#site-due tr").count() == COUNT // 3
    assert {row["due since"] for row in rows} == {"2020-07-01"}


def test_what_is_due_can_be_narrowed_to_a_community(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/stewardship/"))
    page.get_by_role("searchbox", name="Filter pages").fill("circle 009")
    rows = page.locator("#site-due tr:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("1 July 2020")
    expect(rows.get_by_role("link", name="Anna Lind")).to_have_attribute("href", re.compile("people/anna-lind/$"))


def test_without_a_script_there_is_no_field_and_every_row(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host.url("/stewardship/"))
    expect(page.locator("main input:visible")).to_have_count(0)
    expect(page.locator("#site-health tr:visible")).to_have_count(COUNT + 1)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_head_of_the_table_stays_while_its_rows_scroll(
    host: StaticServer, new_page: Callable[..., Page], width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(host.url("/stewardship/"))
    region = page.locator(".report-scroll").first
    region.scroll_into_view_if_needed()
    region.evaluate("region => { region.scrollTop = region.scrollHeight; }")
    places = region.evaluate(
        """region => [region, region.querySelector("thead th")].map((element) => element.getBoundingClientRect().top)"""
    )
    assert region.evaluate("region => region.scrollTop") > 0, "the rows do not scroll"
    assert abs(places[0] - places[1]) < 2, "the head has gone with the rows"


def test_on_a_phone_a_row_says_whose_it_is_while_its_columns_scroll(
    host: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 320, "height": 700})
    page.goto(host.url("/stewardship/"))
    region = page.locator(".report-scroll").first
    region.evaluate("region => { region.scrollLeft = region.scrollWidth; }")
    edges = region.evaluate(
        """region => [region, region.querySelector("tbody th"), region.querySelector("tbody td:last-child")]
            .map((element) => { const box = element.getBoundingClientRect(); return [box.left, box.right]; })"""
    )
    assert region.evaluate("region => region.scrollLeft") > 0, "the columns do not scroll"
    (left, right), name, missing = edges
    assert abs(name[0] - left) < 2 and name[1] <= missing[0] + 1 and missing[1] <= right + 1, edges


def test_the_charts_are_last_and_folded(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/stewardship/"))
    expect(page.locator("main h2").last).to_have_text("Balance of ways of learning")
    charts = page.locator(".balances svg")
    expect(charts).to_have_count(COUNT + 1)
    expect(charts.first).not_to_be_visible()
    page.get_by_text(f"Show {COUNT + 1} communities").click()
    expect(charts.first).to_be_visible()


def test_the_table_is_there_for_a_spreadsheet(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/stewardship/"))
    link = page.locator("section:has(#site-health)").get_by_role("link", name="As CSV")
    response = page.request.get(page.evaluate("link => link.href", link.element_handle()))
    rows = list(csv.DictReader(response.body().decode("utf-8-sig").splitlines()))
    assert len(rows) == COUNT + 1
    assert [row["community"] for row in rows if "owner" in row["missing"]] == [
        f"Circle {number:03}" for number in sorted(WITHOUT_OWNER)
    ]


@pytest.mark.parametrize("width", [390, 560, 640, 900, 1280])
def test_figures_fill_their_rows(host: StaticServer, new_page: Callable[..., Page], width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(host.url("/stewardship/"))
    rows = Counter(round(tile.bounding_box()["y"]) for tile in page.locator(".tile").all())
    assert sum(rows.values()) > 3
    assert len(set(rows.values())) == 1, rows


def test_paper_holds_every_column(host: StaticServer, new_page: Callable[..., Page]) -> None:
    # As wide as a sheet of A4 between its margins.
    page = new_page(viewport={"width": 673, "height": 986})
    page.goto(host.url("/stewardship/"))
    page.emulate_media(media="print")
    heads = page.locator(".report:has(#site-health, #site-due) thead th")
    assert heads.count() > 8
    for head in heads.all():
        box = head.bounding_box()
        assert box["x"] + box["width"] <= 673, head.inner_text()
