"""As much of the WebDriver protocol as the browser tests need: a real Chromium, driven through its own driver."""

import base64
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element's id, fixed by the W3C protocol
_ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--window-size=1280,1000",
]


def is_installed() -> bool:
    """Tell whether Chromium and its driver are there."""
    return all(shutil.which(program) for program in ("chromium", "chromedriver"))


class Browser:
    """One session of the browser."""

    def __init__(self, client: httpx.Client, session: str) -> None:
        self._client, self._session = client, session

    def open(self, address: str) -> None:
        """Load a page."""
        self._post("url", {"url": address})

    def run(self, script: str) -> Any:
        """Run the body of a function in the page and return what it returns."""
        return self._post("execute/sync", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        """Click the first element that a CSS selector finds, as a person would."""
        element = self._post("element", {"using": "css selector", "value": selector})[_ELEMENT]
        self._post(f"element/{element}/click", {})

    def press(self, key: str) -> None:
        """Press and release a key."""
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._post("actions", {"actions": [{"type": "key", "id": "keyboard", "actions": keys}]})

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self._post("window/rect", {"width": width, "height": height})

    def save_screenshot(self, path: Path) -> None:
        """Write what the window shows as PNG."""
        path.write_bytes(base64.b64decode(self._client.get(f"/session/{self._session}/screenshot").json()["value"]))

    def _post(self, command: str, values: dict[str, Any]) -> Any:
        answer = self._client.post(f"/session/{self._session}/{command}", json=values).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{command}: {answer['message']}")
        return answer


@contextmanager
def open_browser(language: str) -> Iterator[Browser]:
    """Start driver and browser with a preferred language; both end with the block."""
    port = find_free_port()
    with subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL) as driver:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
                wait_for(f"http://127.0.0.1:{port}/status")
                options = {"args": _ARGUMENTS, "prefs": {"intl.accept_languages": language}}
                wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
                session = client.post("/session", json=wanted).json()["value"]["sessionId"]
                try:
                    yield Browser(client, session)
                finally:
                    client.delete(f"/session/{session}")
        finally:
            driver.terminate()


def find_free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, seconds: float = 30) -> None:
    """Wait until something answers at an address."""
    end = time.monotonic() + seconds
    while True:
        try:
            httpx.get(address, trust_env=False)
        except httpx.TransportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
