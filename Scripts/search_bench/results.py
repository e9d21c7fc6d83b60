"""What was measured of one engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from search_bench.measures.files import Files
from search_bench.measures.transfer import Cold


@dataclass
class Results:
    """Figures by the keys of `goals`, and what they come from; what could not be measured is not there."""

    engine: str
    figures: dict[str, float] = field(default_factory=dict)
    # How the time of the build is to be understood.
    note: str = ""
    index: Files | None = None
    cold: list[Cold] = field(default_factory=list)
    # By row, how many queries there were.
    queries: dict[str, int] = field(default_factory=dict)
    # By change, the files that are new after it.
    changes: dict[str, Files] = field(default_factory=dict)
