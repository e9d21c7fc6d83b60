"""Programs that are run and measured."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """One that has ended well: wall-clock and processor time in seconds, and what it printed."""

    wall: float
    work: float
    said: str


def run(command: Sequence[object]) -> Run:
    """Runs a program to its end. Throws a `RuntimeError` with the end of what it printed if that is a failure."""
    began, before = time.monotonic(), os.times()
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    wall, after = time.monotonic() - began, os.times()
    said = done.stdout + done.stderr
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{said[-4000:]}")
    work = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, work, said)
