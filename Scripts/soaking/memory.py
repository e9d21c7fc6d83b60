"""How much memory a program takes, over time."""

from __future__ import annotations

import statistics
import subprocess
from dataclasses import dataclass, field

# What a program takes in its first minutes says nothing about later ones.
WARM_UP = 300
_WINDOW = 60


@dataclass
class Memory:
    """Resident memory in megabytes at seconds after the start."""

    process: int
    samples: list[tuple[float, float]] = field(default_factory=list)

    def look(self, seconds: float) -> None:
        said = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process)], capture_output=True, text=True, check=True)
        self.samples.append((seconds, int(said.stdout) / 1024))

    def around(self, end: float) -> float | None:
        """The median of a minute up to then; `None` where nobody looked."""
        window = [size for seconds, size in self.samples if end - _WINDOW < seconds <= end]
        return statistics.median(window) if window else None

    def growth(self) -> float | None:
        """Megabytes an hour after the warm-up, by the line that fits best; `None` where there is too little of it."""
        warm = [(seconds, size) for seconds, size in self.samples if seconds >= WARM_UP]
        if len(warm) < 2:
            return None
        return statistics.linear_regression(*zip(*warm)).slope * 3600

    def most(self) -> float:
        return max(size for _, size in self.samples)
