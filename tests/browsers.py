"""Browsers without a window, and a server, for tests of what a page shows."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest


@contextmanager
def chromium(folder: Path, *flags: str, logs: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Open Chromium, with its profile in a folder; where there is none, skip the test."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (binary and driver):
        pytest.skip("needs chromium and chromedriver, to play a video")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (
        *("headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-dev-shm-usage"),
        *("disable-background-networking", f"user-data-dir={folder / 'profile'}", *flags),
    ):
        options.add_argument(f"--{flag}")
    if logs:
        options.set_capability("goog:loggingPrefs", dict(logs))
    opened = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield opened
    finally:
        opened.quit()


class _Handler(SimpleHTTPRequestHandler):
    """Serves files in parts, as browsers ask for videos, and under a policy."""

    policy = ""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        asked = self.headers.get("Range", "")
        if not (asked.startswith("bytes=") and path.is_file()):
            return super().send_head()
        content = path.read_bytes()
        start, _, stop = asked.removeprefix("bytes=").partition("-")
        first, last = int(start), int(stop or len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        return BytesIO(content[first : last + 1])

    def copyfile(self, source: Any, outputfile: Any) -> None:
        # A browser that has seen enough hangs up.
        try:
            super().copyfile(source, outputfile)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path, policy: str) -> Iterator[str]:
    """Serve a folder on this machine under a Content-Security-Policy; yield its address."""
    handler = partial(type("Handler", (_Handler,), {"policy": policy}), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
