"""One meeting as an event."""

from __future__ import annotations

import pathlib
import re

from kubernetes.dataset import Group, Person
from kubernetes.files import one_line, slug, write_page
from kubernetes.links import web_address
from kubernetes.schedule import Schedule

# The data do not tell how long a meeting takes.
MINUTES = 60


def write_meetings(group: Group, folder: pathlib.Path) -> None:
    """Writes the meetings of a group and of its subprojects, each once."""
    taken: set[str] = set()
    for meeting in _meetings(group):
        name = slug(meeting["title"])
        while name in taken:
            name += "-too"
        taken.add(name)
        write_page(folder / f"{name}.md", _event(meeting), _body(meeting))


def _meetings(group: Group) -> list[dict]:
    """What sigs.yaml says about each, with a `title` and a `host`."""
    chair = group.people("chairs")[0]
    own = group.entry["meetings"] or []
    meetings = [meeting | {"title": meeting["description"], "host": chair.id} for meeting in own]
    for subproject in group.subprojects:
        lead = Person.of(subproject["leads"][0]) if subproject.get("leads") else chair
        for meeting in subproject.get("meetings") or []:
            if meeting in own:
                continue
            title = meeting["description"]
            if slug(subproject["name"]) not in slug(title):
                title = f"{subproject['name']}: {title}"
            meetings.append(meeting | {"title": title, "host": lead.id})
    return meetings


def _event(meeting: dict) -> dict:
    schedule = Schedule.of(meeting)
    return {
        "title": one_line(meeting["title"]),
        "kind": "office hours" if "office hours" in meeting["title"].lower() else "meetup",
        "start": schedule.start.strftime("%Y-%m-%dT%H:%M"),
        "minutes": MINUTES,
        "timezone": schedule.zone,
        "host": meeting["host"],
        "online": web_address(meeting.get("url")),
        "repeat": schedule.repeat,
    }


def _body(meeting: dict) -> str:
    frequency = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", meeting["frequency"])
    lines = [f"{meeting['day']}, {meeting['time']} {meeting['tz']}, {frequency}."]
    kinds = {"archive_url": "Notes and agenda", "recordings_url": "Recordings", "calendar_url": "Calendar"}
    addresses = {label: web_address(meeting.get(key)) for key, label in kinds.items()}
    lines += [f"- [{label}]({address})" for label, address in addresses.items() if address]
    return "\n".join([lines[0], ""] + lines[1:])
