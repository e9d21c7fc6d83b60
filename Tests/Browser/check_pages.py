"""Checks every page of content/ and of the Kubernetes site with the Nu HTML checker and axe-core."""

from __future__ import annotations

import pathlib
import sys
import tempfile
import time

import kubernetes
from harness import axe, nu
from harness.program import REPOSITORY, Program
from harness.server import StaticServer
from harness.site import Site


def main() -> int:
    program = Program.find()
    with tempfile.TemporaryDirectory(prefix="praxis-pages-") as folder:
        work = pathlib.Path(folder)
        sources = {"content": REPOSITORY}
        dataset = kubernetes.find()
        if dataset is None:
            print("The Kubernetes data set is not there: only content/ is checked.")
        else:
            sources["kubernetes"] = work / "kubernetes"
            kubernetes.convert(kubernetes.Dataset.load(dataset), sources["kubernetes"])
        problems = sum(_check(program, source, work / f"{name}-public", name) for name, source in sources.items())
    return 1 if problems else 0


def _check(program: Program, source: pathlib.Path, output: pathlib.Path, name: str) -> int:
    """Builds a site, says what is wrong with its pages, and returns how much."""
    run = program.run("build", "--site", source, "--output", output)
    if run.code != 0:
        print(run)
        return 1
    site = Site(output)
    began = time.monotonic()
    problems = nu.errors([page.file for page in site.pages], site.root)
    with StaticServer(site.root, prefix=site.path) as server:
        addresses = [server.url(page.route) for page in site.pages if not page.is_redirect]
        problems += [str(found).replace(server.address, "/") for found in axe.audit(addresses)]
    for problem in problems:
        print(problem)
    seconds = time.monotonic() - began
    print(f"{name}: {len(site.pages)} pages, {len(problems)} problems, {seconds:.0f} s", flush=True)
    return len(problems)


if __name__ == "__main__":
    sys.exit(main())
