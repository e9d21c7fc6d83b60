"""Writes the content folder."""

from __future__ import annotations

import pathlib

import yaml

from kubernetes.community import GroupWriter
from kubernetes.dataset import Dataset
from kubernetes.files import write_page
from kubernetes.links import UPSTREAM, Links


def convert(dataset: Dataset, site: pathlib.Path) -> None:
    """Writes `site/content`; the folder must not be there yet."""
    content = site / "content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(yaml.safe_dump(SITE, sort_keys=False, allow_unicode=True), "utf-8")
    write_page(content / "index.md", {"title": SITE["title"]}, HOME)
    write_page(content / "about.md", {"title": "About these pages"}, ABOUT.format(commit=dataset.commit))
    for person in dataset.people.values():
        facts = {"name": person.name, "unit": person.company}
        write_page(content / "people" / f"{person.id}.md", facts, None)
    links = Links(_files(dataset), dataset.commit)
    for group in dataset.groups:
        GroupWriter(group, dataset, links, content / "communities" / group.id).write()


SITE = {
    "title": "Kubernetes community groups",
    "summary": "The special interest groups, working groups and committees of the Kubernetes project.",
    "language": "en",
    "url": "https://groups.example/kubernetes/",
    "timezone": "America/Los_Angeles",
}

HOME = """Who works on what in Kubernetes, when they meet, and where to talk to them.
[How these pages came about](about.md).
"""

ABOUT = f"""The groups, their leads, meetings and charters are those of
[kubernetes/community]({UPSTREAM}/tree/{{commit}}), under the Apache License 2.0.

The source does not tell how long a meeting takes or when most series began: here a meeting takes an hour, and a series
without a first date begins in the month that the data are from.
"""


def _files(dataset: Dataset) -> dict[str, str]:
    """Every file of the set, by its path upstream: where it is in the content folder."""
    places = {}
    for group in dataset.groups:
        folder = f"communities/{group.id}"
        places |= {group.id: f"{folder}/index.md", f"{group.id}/README.md": f"{folder}/readme.md"}
        if group.charter is not None:
            places[f"{group.id}/charter.md"] = f"{folder}/charter.md"
    return places
