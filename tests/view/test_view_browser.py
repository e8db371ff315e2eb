"""Pages in a real browser: they draw, find, tell and fetch nothing. Skipped where there is no chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from scholargraph import view
from scholargraph.topics import TopicCluster

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

EVIL = "</script><img src=x onerror=\"window.ran='yes'\"><svg onload=\"window.ran='yes'\">"
QUOTE = "Ada Berg and Bo Chen, On nectar, 2021"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,800"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    chrome = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    driver = shutil.which("chromedriver")
    if not chrome or not driver:
        pytest.skip("no chromium with its chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = chrome
    for flag in (*FLAGS.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield started
    started.quit()


def network() -> nx.Graph:
    paper = {"title": "On nectar " + EVIL, "year": 2021, "iri": "w1"}
    made = nx.Graph(name="Bees " + EVIL, works=1)
    for node, name in (("p1", "Ada Berg"), ("p2", "Bo Chen"), ("p3", "Evil " + EVIL), ("p4", "José Lone")):
        made.add_node(
            node, name=name, kind="person", papers=1, works=[paper], organizations=[EVIL], url="javascript:1"
        )
    made.add_edge("p1", "p2", weight=2, papers=2, works=[paper])
    made.add_edge("p2", "p3", weight=1, papers=1, works=[paper])
    return made


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    """The network's page, drawn; afterwards nothing may have been fetched, logged as an error, or run."""
    evidence = {
        "p1": [{"source": "list.md", "lines": "7", "quote": QUOTE}],
        "w1": [{"source": EVIL, "quote": EVIL}],
    }
    groups = {"Ada, Bo " + EVIL: ["p1", "p2"], "Others": ["p3"]}
    path = view.network(network(), tmp_path / "net.html", groups=groups, evidence=evidence)
    yield visit(browser, path)
    assert_clean(browser, path)


def visit(browser: Any, path: Path) -> Any:
    browser.get_log("performance")
    browser.get_log("browser")
    browser.get(path.as_uri())
    assert browser.execute_script("return document.documentElement.dataset.ready") == "yes"
    return browser


def assert_clean(browser: Any, path: Path) -> None:
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"}
    own = ("data:", "chrome:", "about:")  # the browser's start page may still be loading its parts
    assert {url for url in asked if not url.startswith(own)} <= {path.as_uri()}
    assert browser.get_log("browser") == []
    assert browser.execute_script("return window.ran") is None


def type_(browser: Any, text: str) -> None:
    box = browser.find_element("id", "search")
    box.clear()
    box.send_keys(text)


def panel(browser: Any) -> str:
    return str(browser.find_element("id", "panel").text)


def click_on(browser: Any, *nodes: int) -> None:
    """Click on a circle, or in the middle between two."""
    script = """
      const {network} = scholargraph;
      const at = arguments[0].map((id) => network.canvasToDOM(network.getPosition(id)));
      const box = document.getElementById("drawing").getBoundingClientRect();
      const middle = (axis) => box[axis] + at.reduce((sum, point) => sum + point[axis], 0) / at.length;
      return [middle("x"), middle("y")]"""
    x, y = browser.execute_script(script, list(nodes))
    webdriver.ActionChains(browser).move_by_offset(int(x), int(y)).click().move_by_offset(
        -int(x), -int(y)
    ).perform()
    browser.execute_async_script("setTimeout(arguments[0], 400)")  # vis waits for a second click


def test_search_finds_without_accents_and_enter_opens(opened: Any) -> None:
    type_(opened, "jose")
    assert "FOUND (1)" in panel(opened).upper()
    type_(opened, "berg\n")
    assert QUOTE in panel(opened)


def test_a_click_on_a_circle_tells_papers_and_evidence(opened: Any) -> None:
    click_on(opened, 0)
    assert "Ada Berg" in panel(opened)
    assert "On nectar" in panel(opened)
    assert "list.md, line 7" in panel(opened)


def test_a_click_on_a_line_tells_the_shared_papers(opened: Any) -> None:
    click_on(opened, 0, 1)
    assert "Ada Berg – Bo Chen" in panel(opened)
    assert "2 papers together" in panel(opened)


def test_hostile_names_are_shown_and_run_nothing(opened: Any) -> None:
    type_(opened, "evil\n")
    assert "onerror" in panel(opened)
    assert opened.find_elements("css selector", "img, svg, a[href^=javascript]") == []
    opened.find_element("css selector", "summary").click()
    assert "onerror" in opened.find_element("css selector", "blockquote").text


def test_the_legend_lights_a_group(opened: Any) -> None:
    button = opened.find_element("css selector", "#legend button")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"


def test_the_keyboard_is_enough(opened: Any) -> None:
    keys = webdriver.Keys
    webdriver.ActionChains(opened).send_keys("/").send_keys("chen").send_keys(
        keys.ARROW_DOWN, keys.ENTER
    ).perform()
    assert panel(opened).startswith("← All\nBo Chen")
    webdriver.ActionChains(opened).send_keys(keys.ESCAPE).perform()
    assert "PEOPLE (4)" in panel(opened).upper()


def test_a_narrow_window_scrolls_in_one_direction(opened: Any) -> None:
    opened.set_window_size(500, 860)  # the narrowest a window of chromium can be
    try:
        assert opened.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        opened.set_window_size(1280, 800)


def test_topics_tell_papers(browser: Any, tmp_path: Path) -> None:
    works = {
        "w1": {"title": EVIL, "authors": ["Ada Berg"], "year": 2021, "abstract": "All about nectar. " + EVIL}
    }
    clusters = [TopicCluster("Nectar " + EVIL, (EVIL,), (("w1", 0.9),))]
    path = view.topics(
        clusters, works, tmp_path / "t.html", evidence={"w1": [{"source": "a", "quote": QUOTE}]}
    )
    visit(browser, path)
    click_on(browser, 1)
    assert "All about nectar" in panel(browser)
    assert QUOTE in panel(browser)
    assert "0.90" in panel(browser)
    assert_clean(browser, path)


def test_a_thousand_people_are_drawn_in_seconds(browser: Any, tmp_path: Path) -> None:
    made = nx.barabasi_albert_graph(1000, 3, seed=1)
    path = view.network(made, tmp_path / "big.html", groups={str(k): range(k, 1000, 20) for k in range(20)})
    assert path.stat().st_size < 3_000_000
    visit(browser, path)
    took = browser.execute_script("return performance.getEntriesByType('navigation')[0].domComplete")
    assert took < 10_000
    assert_clean(browser, path)
