"""The program as its users run it."""

from __future__ import annotations

import os
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass

_CACHE = tempfile.TemporaryDirectory(prefix="praxis-cache-")
REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Run:
    """One run that has ended."""

    arguments: tuple[str, ...]
    code: int
    output: str
    errors: str

    @property
    def said(self) -> str:
        """Everything it printed."""
        return self.output + self.errors

    def __str__(self) -> str:
        return f"praxis {' '.join(self.arguments)}\nexit code {self.code}\n{self.output}{self.errors}"


class Program:
    """The binary in `$PRAXIS`, or the one that was built last."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path

    @classmethod
    def find(cls) -> Program:
        named = os.environ.get("PRAXIS")
        candidates = [named] if named else [".build/debug/praxis", ".build/release/praxis"]
        there = [path for path in (REPOSITORY / candidate for candidate in candidates) if path.is_file()]
        if not there:
            raise FileNotFoundError(f"no program at {' or '.join(candidates)}; swift build --product praxis makes it")
        return cls(max(there, key=lambda path: path.stat().st_mtime))

    def run(
        self,
        *arguments: str | os.PathLike,
        folder: pathlib.Path | None = None,
        environment: dict[str, str] | None = None,
        prefix: tuple[str, ...] = (),
        stdin: bytes = b"",
    ) -> Run:
        """Runs it to its end, with `prefix` before it (a command that changes the user, say)."""
        words = tuple(str(argument) for argument in arguments)
        done = subprocess.run(
            [*prefix, str(self.path), *words],
            cwd=folder,
            env=clean_environment() | (environment or {}),
            input=stdin,
            capture_output=True,
            timeout=1200,
        )
        return Run(words, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def clean_environment() -> dict[str, str]:
    """The environment without what would change what the program prints, and with a cache of the tests' own."""
    meant_for_it = {"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "SOURCE_DATE_EPOCH"}
    kept = {key: value for key, value in os.environ.items() if key not in meant_for_it}
    return kept | {"XDG_CACHE_HOME": _CACHE.name}
