"""Headless Chromium as a person in front of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = Path("/usr/bin/chromium")
CHROMEDRIVER = Path("/usr/bin/chromedriver")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


class Browser:
    """Finds by CSS selector, waits instead of sleeping, keeps what the console said."""

    def __init__(self, profile: Path, camera: Path | None = None) -> None:
        """camera: a film (MJPEG) that the camera sees over and over, else a pattern that moves."""
        options = Options()
        options.binary_location = str(CHROMIUM)
        seen = [f"--use-file-for-fake-video-capture={camera}"] if camera else []
        for flag in (*FLAGS, *seen, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, Service(str(CHROMEDRIVER)))
        self.driver.set_page_load_timeout(30)

    def close(self) -> None:
        self.driver.quit()

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.wait(lambda: self.all("body[data-ready]"))

    def prefer(self, language: str) -> None:
        """What the browser asks for from now on."""
        self.driver.execute_cdp_cmd("Network.enable", {})
        headers = {"headers": {"Accept-Language": language}}
        self.driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", headers)

    def show_as(self, width: int, height: int, scheme: str, motion: str = "no-preference") -> None:
        """The window's size in CSS pixels and what the person's system prefers."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def wait(self, condition: Callable[[], Any], seconds: float = 30) -> Any:
        # what a condition looks at may be replaced while it looks
        waiter = WebDriverWait(self.driver, seconds, 0.05, [StaleElementReferenceException])
        return waiter.until(lambda _: condition())

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        self.wait(lambda: self.all(selector) and self.one(selector).is_enabled())
        self.one(selector).click()

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Keys go to whatever has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    @property
    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    def agree(self) -> None:
        self.click(".notice button")
        self.wait(lambda: self.one("#choose-face").is_enabled())

    def attach(self, path: Path, field: str = "face-file") -> None:
        before = len(self.all(".attachment"))
        self.one(f"#{field}").send_keys(str(path))
        self.wait(lambda: len(self.all(".attachment")) > before)

    def write(self, text: str) -> None:
        self.one("#song").send_keys(text)

    def send(self) -> WebElement:
        """Send, wait until the answer is there, and return it."""
        self.click("#send")
        return self.reply()

    def reply(self) -> WebElement:
        self.wait(lambda: self.one("#send").get_attribute("aria-disabled") != "true")
        self.settle()
        return self.all(".message")[-1]

    def settle(self) -> None:
        """Wait until nothing moves: a message that fades in has no visible text at first."""
        self.wait(lambda: self.run("return document.getAnimations().length") == 0)

    def text(self, selector: str) -> str:
        """The visible text of the last match."""
        self.settle()
        return self.all(selector)[-1].text

    def choose(self, label: str) -> None:
        """Press the button of this name in the conversation, and wait for what comes of it."""
        buttons = [each for each in self.all("#log button") if each.text == label]
        buttons[-1].click()
        self.reply()

    def command(self, name: str) -> None:
        """Choose from the menu."""
        self.click("#menu-button")
        self.click(f"[data-command={name}]")

    def drop(self, path: Path) -> None:
        """Drag a file from the desktop onto the middle of the page."""
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            event = {"type": kind, "x": 180, "y": 300, "data": data}
            self.driver.execute_cdp_cmd("Input.dispatchDragEvent", event)

    def complaints(self, *, expected_status: int | None = None) -> list[str]:
        """What the console warned of since last asked, but for answers of an expected status."""
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if entry["level"] in {"SEVERE", "WARNING"}
            and f"status of {expected_status}" not in entry["message"]
        ]
