"""Texts that try to run a script, put into every place of a site that an author can write in."""

from __future__ import annotations

import json
import os
import pathlib
import re

from harness.program import REPOSITORY, Program

_GROUP = 25


def inputs() -> list[str] | None:
    """The shared list, each text once; `None` where it is not there."""
    shared = pathlib.Path(os.environ.get("PRAXIS_SHARED", REPOSITORY.parent / "shared"))
    path = shared / "conformance" / "xss-inputs.jsonl"
    if not path.is_file():
        return None
    return list(dict.fromkeys(json.loads(line) for line in path.read_text("utf-8").splitlines() if line))


def bodies(text: str) -> list[str]:
    """A text in every form that Markdown has for one, links and raw HTML included; each a document of its own, since a
    form may swallow what follows."""
    return [
        f"{text}\n",
        f"# {text}\n\nBefore {text} after, **{text}**, `{text}`.\n\n> {text}\n\n- {text}\n- [ ] {text}\n",
        f"[{text}](https://example.org/) [a]({text}) [a](<{text}>) [a](https://example.org/ \"{text}\") <{text}>\n",
        f"![{text}](https://example.org/a.png) ![a]({text}) ![a](<{text}> \"{text}\")\n",
        f"[one]: {text} \"{text}\"\n[two]: <{text}>\n\n[one] [two] ![one] [{text}]\n\n[{text}]: https://example.org/\n",
        f"| {text} | b |\n| --- | --- |\n| {text} | [a]({text}) |\n",
        f"```{text}\n{text}\n```\n\n~~~js {{{text}}}\n{text}\n~~~\n\n    {text}\n",
        f"A[^1] and HTML.\n\n[^1]: {text}\n\n*[HTML]: {text}\n\n> [!NOTE]\n> {text}\n\n> [!{text}]\n> b\n",
        f"<div {text}>{text}</div>\n\n<details><summary>{text}</summary>\n{text}\n</details>\n",
        f"<img src=\"{text}\" alt='{text}' title={text}> <kbd {text}>k</kbd> <a href=\"{text}\">a</a> <abbr title='{text}'>x</abbr>\n",
        f"{text} ~~{text}~~ https://example.org/{text} www.example.org/{text} a@example.org{text} :{text}: {{{text}}}\n",
        f"[list: {text}]\n\n[list: 3 resources about {text}]\n\n____ {text} ____\n",
    ]


def site(folder: pathlib.Path, texts: list[str]) -> None:
    """Writes a site with each text in every field and in the body of a page that the build checks nothing else in."""
    content = folder / "content"

    def write(path: str, fields: dict[str, object], body: str = "") -> None:
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(f"---\n{front}---\n{body}".encode("utf-8", "surrogatepass"))

    content.mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Hostile\nlanguage: en\nurl: https://hostile.example/\ntimezone: Europe/Stockholm\n"
        "stewardship: true\npeople: {data: true, index: true}\ntrust: [communities/trusted]\n"
    )
    (content / "index.md").write_text("Welcome.\n")
    (content / "topics.yaml").write_text(
        "".join(
            f"t{number}:\n  label: {json.dumps(text, ensure_ascii=False)}\n  synonyms: [{json.dumps(text, ensure_ascii=False)}]\n"
            f"  summary: {json.dumps(text, ensure_ascii=False)}\n"
            for number, text in enumerate(texts)
        )
    )
    write("people/anna-lind.md", {"name": "Anna Lind", "confirmed": "2026-01-01", "contact": {"chat": "https://chat.example/a"}})
    community = {"purpose": "We learn.", "for": "All", "owners": ["anna-lind"], "join": "https://chat.example/x"}
    write("communities/trusted/index.md", {"title": "Trusted", **community})
    for first in range(0, len(texts), _GROUP):
        group = f"g{first // _GROUP}"
        write(f"communities/{group}/index.md", {"title": f"Group {group}", **community})
        for number in range(first, min(first + _GROUP, len(texts))):
            text, topics = texts[number], [f"t{number}"]
            here = f"communities/{group}"
            write(
                f"communities/c{number}/index.md",
                {
                    "title": text, "purpose": text, "for": text, "owners": ["anna-lind"], "join": {"how": text, "eligibility": text, "url": "https://chat.example/x"},
                    "needs": [text], "methods": [text], "channels": [{"name": text, "url": "https://chat.example/c", "for": text}],
                    "topics": topics,
                },
                text + "\n",
            )  # fmt: skip
            write(
                f"people/h{number}.md",
                {
                    "name": text, "role": text, "unit": text, "location": text, "pronouns": text, "confirmed": "2026-01-01",
                    "contact": {"chat": "https://chat.example/a"}, "skills": [{"topic": topics[0], "level": "teaching"}],
                    "offers": [{"kind": "mentor", "topics": topics, "format": text}], "summary": text,
                },
                text + "\n",
            )  # fmt: skip
            write(
                f"{here}/resources/r{number}.md",
                {
                    "title": text, "kind": "article", "url": "https://example.org/", "curator": "anna-lind", "why": text,
                    "authors": [text], "cost": text, "licence": text, "added": "2026-01-01", "topics": topics,
                },
            )  # fmt: skip
            for place in (f"{here}/guides/u{number}.md", f"communities/trusted/guides/u{number}.md"):
                write(place, {"title": text, "kind": "sheet", "for": text, "origin": text, "summary": text}, "\n".join(bodies(text)[:2]) + bodies(text)[8])
            write(
                f"{here}/posts/p{number}.md",
                {"title": text, "kind": "lesson", "author": text, "date": "2026-01-01", "benefit": text, "topics": topics},
                text + "\n",
            )
            write(
                f"{here}/events/e{number}.md",
                {"title": text, "start": "2026-12-01 10:00", "end": "2026-12-01 11:00", "host": text, "place": text, "notes": f"So: {text}"},
                text + "\n",
            )
            write(
                f"{here}/questions/q{number}.md",
                {"title": text, "asked": "2026-01-01", "asked_by": text},
                f"{text}\n\n## @{text} 2026-02-02\n\n{text}\n",
            )
            write(
                f"opportunities/o{number}.md",
                {"title": text, "kind": "shadowing", "host": text, "learning": text, "effort": text, "mode": text, "apply": "https://chat.example/o"},
            )
            write(f"programmes/m{number}/index.md", {"title": text, "kind": "circle", "coordinator": text, "size": text, "cohorts": [{"name": text, "starts": "2026-12-01", "outcome": text, "apply": "https://chat.example/m"}]})
            write(f"programmes/m{number}/01-s.md", {"title": text, "goal": text})


def without_refused(program: Program, folder: pathlib.Path) -> dict[str, list[str]]:
    """Takes away the files that the build refuses until it refuses none; what each was refused for."""
    refused: dict[str, list[str]] = {}
    for _ in range(6):
        run = program.run("check", "--format", "json", "--site", folder)
        errors = [finding for finding in json.loads(run.output) if finding["severity"] == "error"]
        if not errors:
            return refused
        for error in errors:
            refused.setdefault(error["path"], []).append(error["rule"])
        topics = folder / "content" / "topics.yaml"
        for path in {error["path"] for error in errors}:
            file = folder / path
            if file != topics:
                file.unlink(missing_ok=True)
                continue
            lines = re.findall(r"[^\n]*\n", topics.read_bytes().decode("utf-8"))
            for line in {(error["line"] - 1) // 4 for error in errors if error["path"] == path}:
                lines[4 * line : 4 * line + 4] = [f"t{line}:\n", "  label: Refused\n", "  synonyms: []\n", "  summary: Refused\n"]
            topics.write_bytes("".join(lines).encode("utf-8"))
    raise AssertionError(f"still refused: {errors[:5]}")
