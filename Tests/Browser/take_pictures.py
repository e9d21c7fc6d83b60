"""Takes the pictures of content/ that the README shows, into docs/pictures."""

from __future__ import annotations

import pathlib
import tempfile

from harness import browser as chromium
from harness.program import REPOSITORY, Program
from harness.server import StaticServer
from playwright.sync_api import sync_playwright

PICTURES = {
    "community.png": ("/communities/business-advisors/", {"width": 1200, "height": 760}, "light"),
    "phone.png": ("/communities/business-advisors/", {"width": 390, "height": 760}, "dark"),
    "search.png": ("/search/?q=feedback", {"width": 1200, "height": 760}, "light"),
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="praxis-pictures-") as folder, sync_playwright() as playwright:
        output = pathlib.Path(folder) / "public"
        run = Program.find().run("build", "--site", REPOSITORY, "--output", output)
        assert run.code == 0, str(run)
        browser = chromium.launch(playwright)
        with StaticServer(output) as server:
            for name, (route, size, scheme) in PICTURES.items():
                page = browser.new_page(viewport=size, color_scheme=scheme, timezone_id="Europe/Stockholm")
                page.goto(server.url(route), wait_until="networkidle")
                path = REPOSITORY / "docs" / "pictures" / name
                path.parent.mkdir(exist_ok=True)
                page.screenshot(path=path)
                print(f"{path.relative_to(REPOSITORY)}: {path.stat().st_size // 1024} kB")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
