"""A small site to change and break."""

from __future__ import annotations

import pathlib

FILES = {
    "content/site.yaml": "title: Small place\nlanguage: en\n",
    "content/index.md": "---\ntitle: Small place\n---\n\nWhere we learn from each other.\n",
    "content/communities/agile/index.md": """---
title: Agile practice
purpose: Teams get better at getting better.
for: Everybody in a team
owners: [anna-lind]
join: https://teams.example/x
---

We meet on Thursdays. Somebody [to ask](../../people/anna-lind.md).
""",
    "content/communities/agile/guides/retrospective.md": """---
title: Hold a retrospective
kind: how-to
---

Ask three questions, then choose one thing to change.
""",
    "content/people/anna-lind.md": "---\nname: Anna Lind\nrole: Coach\n---\n",
}


def write(folder: pathlib.Path, changes: dict[str, str | bytes] | None = None) -> pathlib.Path:
    """Writes it into a folder, with `changes` instead of or beside its files."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder
