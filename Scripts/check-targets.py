"""Compares the table of targets in ARCHITECTURE.md with the package itself."""

import json
import re
import subprocess
import sys

table = {}
for line in open("ARCHITECTURE.md", encoding="utf-8"):
    if line.startswith("## "):
        section = line.strip()
    row = re.match(r"\| `([\w-]+)` \|.*\| ([^|]*) \|$", line)
    if row and section == "## Targets":
        names = row.group(2).strip()
        table[row.group(1)] = set() if names == "–" else set(names.split(", "))

package = json.loads(subprocess.check_output(["swift", "package", "describe", "--type", "json"]))
targets = {
    target["name"]: set(target.get("target_dependencies", []))
    for target in package["targets"]
    if target["type"] not in ("test", "plugin")
}

wrong = []
for name in sorted(targets.keys() | table.keys()):
    if name not in table:
        wrong.append(f"{name}: not in the table")
    elif name not in targets:
        wrong.append(f"{name}: in the table, but not in the package")
    elif targets[name] - {"praxis-embed", "EmbedFiles"} != table[name]:
        wrong.append(f"{name}: the table says {sorted(table[name])}, the package {sorted(targets[name])}")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
