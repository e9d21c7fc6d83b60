"""Writing one file of the content folder."""

from __future__ import annotations

import pathlib
import re

import yaml


def write_page(path: pathlib.Path, facts: dict | None, body: str | None) -> None:
    """A file with front matter, where there are facts; empty ones are left out."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (body or "").rstrip() + "\n"
    if facts is not None:
        given = {key: value for key, value in facts.items() if value not in (None, [], {}, "")}
        head = yaml.safe_dump(given, sort_keys=False, allow_unicode=True, width=10_000)
        text = f"---\n{head}---\n\n{text}" if body else f"---\n{head}---\n"
    path.write_text(text, "utf-8")


def slug(text: str) -> str:
    """The identifier that a title makes."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())
