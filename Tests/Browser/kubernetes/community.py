"""One group as a community."""

from __future__ import annotations

import pathlib

from kubernetes.dataset import Dataset, Group, Person
from kubernetes.files import one_line, write_page
from kubernetes.links import UPSTREAM, Links
from kubernetes.meetings import write_meetings


class GroupWriter:
    """Writes one group as a community, with its texts and meetings."""

    def __init__(self, group: Group, dataset: Dataset, links: Links, folder: pathlib.Path) -> None:
        self._group = group
        self._dataset = dataset
        self._links = links
        self._folder = folder
        self._contact = group.entry["contact"]

    def write(self) -> None:
        write_page(self._folder / "index.md", self._facts(), self._body())
        # As published, without front matter: a page's title may be its first heading.
        write_page(self._folder / "readme.md", None, self._text(self._group.readme, "README.md"))
        if self._group.charter is not None:
            write_page(self._folder / "charter.md", None, self._text(self._group.charter, "charter.md"))
        write_meetings(self._group, self._folder / "events")

    def _text(self, text: str, name: str) -> str:
        return self._links.rewrite(text, f"{self._group.id}/{name}")

    def _facts(self) -> dict:
        group = self._group
        name = group.entry["name"]
        return {
            "title": group.title,
            "purpose": one_line(group.entry["mission_statement"]),
            "for": f"Everybody who works on {name} in Kubernetes, or wants to",
            "owners": [{"person": person.id, "note": "Chair"} for person in group.people("chairs")],
            "moderators": [{"person": person.id, "note": "Technical lead"} for person in group.people("tech_leads")],
            "sponsors": [{"person": group.liaison.id, "note": "Steering Committee liaison"}] if group.liaison else [],
            "join": self._join(),
            "start_here": (["charter.md"] if group.charter is not None else []) + ["readme.md"],
            "reach": "external",
            "channels": self._channels(),
            "related": self._related(),
        }

    def _join(self) -> dict | None:
        if "mailing_list" in self._contact:
            return {
                "url": self._contact["mailing_list"],
                "how": "Join the mailing list: it brings the meetings into your calendar.",
            }
        if "slack" in self._contact:
            return {"url": _slack(self._contact["slack"]), "how": "Join the channel."}
        return None

    def _channels(self) -> list[dict]:
        channels = []
        if "slack" in self._contact:
            name = self._contact["slack"]
            channels.append({"name": f"#{name}", "url": _slack(name), "kind": "chat", "for": "Questions and talk"})
        if "mailing_list" in self._contact:
            url = self._contact["mailing_list"]
            channels.append({"name": "Mailing list", "url": url, "kind": "mailing list", "for": "Announcements"})
        if self._group.id.startswith(("sig-", "wg-")):
            kind = self._group.id.split("-")[0]
            url = f"{UPSTREAM}/labels/{kind}%2F{self._group.entry['label']}"
            channels.append({"name": "Issues and pull requests", "url": url, "for": "Work that is open"})
        return channels

    def _related(self) -> list[str]:
        """A working group's stakeholders; for these, the working groups that name them."""
        name = self._group.entry["name"]
        stakeholders = self._group.entry.get("stakeholder_sigs") or []
        return [
            other.id
            for other in self._dataset.groups
            if (other.id.startswith("sig-") and other.entry["name"] in stakeholders)
            or (self._group.id.startswith("sig-") and name in (other.entry.get("stakeholder_sigs") or []))
        ]

    def _body(self) -> str:
        parts = []
        if self._group.subprojects:
            parts += ["## Subprojects", "| Subproject | What it is | Leads | Talk |\n| --- | --- | --- | --- |"]
            parts[-1] += "".join(f"\n{self._row(subproject)}" for subproject in self._group.subprojects)
        emeritus = self._group.people("emeritus_leads")
        if emeritus:
            parts += ["## Emeritus leads", "\n".join(f"- {_link(person)}" for person in emeritus)]
        teams = self._contact.get("teams") or []
        if teams:
            address = "https://github.com/orgs/kubernetes/teams"
            lines = [f"- [{team['name']}]({address}/{team['name']}): {one_line(team['description'])}" for team in teams]
            parts += ["## GitHub teams", "\n".join(lines)]
        return "\n\n".join(parts)

    def _row(self, subproject: dict) -> str:
        leads = ", ".join(_link(Person.of(lead)) for lead in subproject.get("leads") or [])
        contact = subproject.get("contact") or {}
        talk = [f"[#{contact['slack']}]({_slack(contact['slack'])})"] if contact.get("slack") else []
        if contact.get("mailing_list"):
            talk.append(f"[mailing list]({contact['mailing_list']})")
        # What is described further down is so in the group's README.
        description = one_line(subproject.get("description") or "").replace("](#", "](README.md#")
        text = self._text(description, "README.md").replace("|", "\\|")
        return f"| {subproject['name']} | {text} | {leads} | {', '.join(talk)} |"


def _link(person: Person) -> str:
    return f"[{person.name}](../../people/{person.id}.md)"


def _slack(channel: str) -> str:
    return f"https://kubernetes.slack.com/messages/{channel}"
