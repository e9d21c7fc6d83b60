"""The data set as values."""

from __future__ import annotations

import os
import pathlib
import re
from dataclasses import dataclass, field

import yaml

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def find() -> pathlib.Path | None:
    """The folder of the data set: below `$PRAXIS_SHARED`, or in `shared` beside the repository."""
    shared = pathlib.Path(os.environ.get("PRAXIS_SHARED") or REPOSITORY.parent / "shared")
    folder = shared / "datasets" / "kubernetes-community"
    return folder if (folder / "sigs.yaml").is_file() else None


@dataclass(frozen=True)
class Person:
    """Somebody whom the data name in a role."""

    id: str
    name: str
    company: str | None

    @classmethod
    def of(cls, entry: dict) -> Person:
        return cls(entry["github"].lower(), entry["name"], entry.get("company"))


@dataclass(frozen=True)
class Group:
    """A special interest group, working group or committee; `entry` is what sigs.yaml says about it."""

    id: str
    title: str
    entry: dict = field(repr=False)
    readme: str = field(repr=False)
    charter: str | None = field(repr=False)

    def people(self, role: str) -> list[Person]:
        """The holders of `chairs`, `tech_leads` or `emeritus_leads`."""
        return [Person.of(entry) for entry in self.entry["leadership"].get(role) or []]

    @property
    def liaison(self) -> Person | None:
        entry = self.entry["contact"].get("liaison")
        return Person.of(entry) if entry else None

    @property
    def subprojects(self) -> list[dict]:
        return self.entry.get("subprojects") or []

    @property
    def leads(self) -> list[Person]:
        """Everybody who leads it or led it, or one of its subprojects, each once."""
        entries = [entry for holders in self.entry["leadership"].values() for entry in holders]
        entries += [lead for subproject in self.subprojects for lead in subproject.get("leads") or []]
        return list({person.id: person for person in map(Person.of, entries)}.values())


@dataclass(frozen=True)
class Dataset:
    groups: list[Group]
    people: dict[str, Person]
    # The commit of kubernetes/community that the data were taken from.
    commit: str

    @classmethod
    def load(cls, folder: pathlib.Path) -> Dataset:
        source = yaml.safe_load((folder / "sigs.yaml").read_text("utf-8"))
        kinds = {"sigs": "SIG {}", "workinggroups": "WG {}", "usergroups": "UG {}", "committees": "{} Committee"}
        groups = [
            _group(folder / entry["dir"], title.format(entry["name"]), entry)
            for key, title in kinds.items()
            for entry in source[key]
        ]
        commit = re.search(r"at commit ([0-9a-f]{7,40})", (folder.parent / "README.md").read_text("utf-8"))
        if commit is None:
            raise ValueError(f"{folder.parent}/README.md does not say which commit the data are from")
        return cls(groups, _people(source), commit.group(1))


def _group(folder: pathlib.Path, title: str, entry: dict) -> Group:
    charter = folder / "charter.md"
    return Group(
        id=entry["dir"],
        title=title,
        entry=entry,
        readme=(folder / "README.md").read_text("utf-8"),
        charter=charter.read_text("utf-8") if charter.is_file() else None,
    )


def _people(source: object) -> dict[str, Person]:
    """Everybody named anywhere, by identifier; an entry that tells the company wins over one that does not."""
    found: dict[str, Person] = {}

    def visit(value: object) -> None:
        if isinstance(value, dict):
            if "github" in value and "name" in value:
                person = Person.of(value)
                if person.id not in found or found[person.id].company is None:
                    found[person.id] = person
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                visit(item)

    visit(source)
    return dict(sorted(found.items()))
