"""Writes docs/rules.md and docs/commands.md from what the program says of itself, and checks the handbook's fields.

    documentation.py PROGRAM           writes the two files
    documentation.py PROGRAM --check   says what is out of date or missing instead, and fails if anything is
"""

import json
import pathlib
import subprocess
import sys

PROGRAM = sys.argv[1]
HANDBOOK = pathlib.Path("content/communities/community-stewards/guides/front-matter.md")


def ask(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True).stdout


def rules():
    lines = [
        "# Rules",
        "",
        "What `praxis check` and `praxis build` look at. An *error* stops a build. *Advice* does not; site.yaml can make it",
        "an error or switch it off under `checks`, and a page can be excused for a while under `waive`. This page is written",
        "by `make record`.",
        "",
        "| rule | severity | what it says |",
        "| --- | --- | --- |",
    ]
    for rule in json.loads(ask("check", "--rules")):
        lines.append(f"| `{rule['id']}` | {rule['severity']} | {rule['summary']} |")
    return "\n".join(lines) + "\n"


def commands():
    lines = ["# Commands", "", "What each command of `praxis` does and takes. This page is written by `make record`."]

    def visit(command, path):
        names = [*path, command["commandName"]]
        inner = [sub for sub in command.get("subcommands", []) if sub["commandName"] != "help"]
        if path:
            lines.extend(["", f"## {' '.join(names)}", "", command.get("abstract", "")])
            if command.get("discussion"):
                lines.extend(["", command["discussion"]])
        arguments = [a for a in command.get("arguments", []) if path or a.get("valueName") not in ("help", "version")]
        rows = [row(a) for a in arguments if a.get("shouldDisplay", True)]
        rows = [r for r in rows if r and "`--help`" not in r and "`--version`" not in r]
        if path and rows:
            lines.extend(["", "| argument | meaning |", "| --- | --- |", *rows])
        for sub in inner:
            visit(sub, names)

    def row(argument):
        names = [("--" if n["kind"] == "long" else "-") + n["name"] for n in argument.get("names", [])]
        value = argument.get("valueName", "")
        shown = ", ".join(f"`{name}`" for name in names) or f"`{value}`"
        if names and argument["kind"] == "option":
            shown += f" *{value}*"
        meaning = argument.get("abstract", "")
        if argument.get("defaultValue") and argument["kind"] == "option":
            meaning += f" (default: `{argument['defaultValue']}`)"
        return f"| {shown} | {meaning} |"

    visit(json.loads(ask("--experimental-dump-help"))["command"], [])
    return "\n".join(lines) + "\n"


def missing_fields():
    handbook = HANDBOOK.read_text(encoding="utf-8")
    for kind in ask("schema", "--kinds").split():
        for name in json.loads(ask("schema", kind))["properties"]:
            if f"`{name}`" not in handbook:
                yield f"{HANDBOOK}: the field {name} of {kind} is not there"


problems = list(missing_fields())
for path, text in [("docs/rules.md", rules()), ("docs/commands.md", commands())]:
    file = pathlib.Path(path)
    if "--check" not in sys.argv:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    elif not file.exists() or file.read_text(encoding="utf-8") != text:
        problems.append(f"{path} is out of date; run make record")
print("\n".join(problems))
sys.exit(1 if problems else 0)
