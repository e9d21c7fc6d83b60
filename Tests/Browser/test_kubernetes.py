"""Real input: 35 groups of the Kubernetes project, their leads, meetings and charters."""

from __future__ import annotations

import json
import pathlib
import re
from html.parser import HTMLParser

import kubernetes
import pytest
from harness.program import Program, Run
from harness.site import Site


def test_it_builds_without_an_error(kubernetes_build: Run) -> None:
    assert kubernetes_build.code == 0, str(kubernetes_build)


def test_what_is_advised_is_true_of_the_data(program: Program, kubernetes_source: pathlib.Path) -> None:
    run = program.run("check", "--format", "json", "--site", kubernetes_source)
    findings = json.loads(run.output)
    unexpected = [finding for finding in findings if finding["rule"] not in TRUE_ADVICE]
    assert not unexpected, f"{len(unexpected)} findings:\n" + "\n".join(
        f"{finding['path']}:{finding.get('line', 1)}: {finding['severity']}: {finding['message']} [{finding['rule']}]"
        for finding in unexpected[:40]
    )


# What the data lack indeed.
TRUE_ADVICE = {
    "community.join",  # One committee has no public contact.
    "community.moderators",  # Many groups have chairs only.
    "community.quiet",  # Three have no meetings.
    "field.markup",  # Four missions have links in Markdown.
    "review.missing",  # No text says when it was last looked at.
}


def test_every_lead_has_a_page_and_is_on_the_groups(dataset: kubernetes.Dataset, kubernetes_site: Site) -> None:
    missing = []
    for group in dataset.groups:
        text = _text(kubernetes_site, f"/communities/{group.id}/")
        for person in group.leads:
            if person.name not in text:
                missing.append(f"{person.id} on the page of {group.id}")
            if person.name not in _text(kubernetes_site, f"/people/{person.id}/"):
                missing.append(f"{person.id} on a page of their own")
    assert not missing, "\n".join(missing)


def test_every_charter_is_rendered_whole(dataset: kubernetes.Dataset, kubernetes_site: Site) -> None:
    chartered = [group for group in dataset.groups if group.charter is not None]
    assert len(chartered) == 33
    missing = []
    for group in chartered:
        text = _text(kubernetes_site, f"/communities/{group.id}/charter/")
        missing += [f"{group.id}: {words!r}" for words in _plain_lines(group.charter or "") if words not in text]
    assert not missing, "\n".join(missing[:20])


def test_every_meeting_has_a_page_and_is_in_the_groups_calendar(
    dataset: kubernetes.Dataset, kubernetes_site: Site
) -> None:
    for group in dataset.groups:
        meetings = group.entry["meetings"]
        pages = [page for page in kubernetes_site.pages if page.route.startswith(f"/communities/{group.id}/events/")]
        assert len(pages) >= len(meetings), group.id
        if meetings:
            calendar = kubernetes_site.root / "communities" / group.id / "calendar.ics"
            assert calendar.read_text("utf-8").count("BEGIN:VEVENT") >= len(meetings), group.id


@pytest.mark.parametrize("role", ["chairs", "tech_leads"])
def test_a_group_leads_to_those_who_lead_it(dataset: kubernetes.Dataset, kubernetes_site: Site, role: str) -> None:
    for group in dataset.groups:
        html = kubernetes_site.page(f"/communities/{group.id}/").file.read_text("utf-8")
        for person in group.people(role):
            assert f'href="../../people/{person.id}/"' in html, f"{person.id} on the page of {group.id}"


def _plain_lines(markdown: str) -> list[str]:
    """The headings and the longer lines without any markup, as a reader sees them."""
    lines = []
    fenced = False
    for line in markdown.splitlines():
        if re.match(r"\s*(```|~~~)", line):
            fenced = not fenced
        elif not fenced and not re.search(r"[\[\]<>`*_|\\&'\"]|--|\.\.\.|https?:", line):
            words = " ".join(re.sub(r"^\s*(#+|[-+*]|\d+[.)])\s+", "", line).split())
            if len(words) > 30 or line.startswith("#"):
                lines.append(words.rstrip("# "))
    return lines


def _text(site: Site, route: str) -> str:
    """The words of a page, with single spaces."""
    reader = _Reader()
    reader.feed(site.page(route).file.read_text("utf-8"))
    return " ".join("".join(reader.pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
