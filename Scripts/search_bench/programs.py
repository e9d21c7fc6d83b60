"""Programs that are run and measured."""

from __future__ import annotations

import os
import pathlib
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """One that has ended well: wall-clock and processor time in seconds, and what it printed."""

    wall: float
    work: float
    said: str


def run(words: list[str | pathlib.Path]) -> Run:
    """Runs a program to its end. Throws a `RuntimeError` with the end of what it printed if that is a failure."""
    began, before = time.monotonic(), os.times()
    done = subprocess.run(words, capture_output=True, text=True)
    wall, after = time.monotonic() - began, os.times()
    said = done.stdout + done.stderr
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, words))}\n{said[-4000:]}")
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, work, said)
