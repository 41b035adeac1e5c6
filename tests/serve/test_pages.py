"""The pages: language, direction, escaping, security headers, what each one shows."""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

PAGES = ("/", "/relation/JOR/IRQ", "/article/second", "/search?q=العراق", "/search", "/nothing")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_every_page_in_both_languages(address: str, language: str, direction: str, client: TestClient) -> None:
    page = client.get(address, headers={"Accept-Language": language})
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    assert page.headers["Content-Language"] == language


@pytest.mark.parametrize("address", PAGES)
def test_nothing_from_elsewhere_and_nothing_inline(address: str, client: TestClient) -> None:
    page = client.get(address)
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=|<script(?! src=\"/static/)|(?:src|href)=\"(?:https?:)?//", page.text
    )


@pytest.mark.parametrize("address", PAGES)
def test_landmarks_and_one_first_heading(address: str, client: TestClient) -> None:
    page = client.get(address).text
    assert all(page.count(f"<{mark}") == 1 for mark in ("main", "h1"))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_language_of_the_address_is_remembered(client: TestClient) -> None:
    client.get("/?lang=ar")
    assert 'dir="rtl"' in client.get("/", headers={"Accept-Language": "en"}).text
    assert 'href="/?page=1&amp;lang=en"' in client.get("/?page=1").text


def test_words_of_articles_are_escaped(client: TestClient) -> None:
    page = client.get("/article/" + quote("رقم/1 ?", safe=""))
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_relation_shows_words_sources_and_targets(client: TestClient) -> None:
    page = client.get("/relation/JOR/IRQ").text
    for words in ("<mark>التقى</mark>", "موقع الاختبار", "2 billion US dollars", "target", "7 May 2023", "claim"):
        assert words in page
    assert "1 June 2023" in page


def test_filters(client: TestClient) -> None:
    assert "<mark>التقى</mark>" not in client.get("/relation/JOR/IRQ?since=2024-01-01").text
    assert 'class="q1' in client.get("/relation/JOR/IRQ?type=SUPPORT&status=actual").text
    assert 'role="alert"' in client.get("/relation/JOR/IRQ?since=soon").text


def test_names_lead_to_the_address_by_code(client: TestClient) -> None:
    assert client.get("/relation?a=الأردن&b=Iraq").headers["location"] == f"/relation/{quote('الأردن')}/Iraq"
    assert client.get("/relation/الأردن/Iraq").headers["location"].startswith("/relation/JOR/IRQ")
    unknown = client.get("/relation/JOR/Iraqq")
    assert unknown.status_code == 404
    assert "IRQ" in unknown.text


def test_article_ties_marks_to_cards(client: TestClient) -> None:
    page = client.get("/article/second").text
    for fact in ("ev0", "ev1", "st0", "q0", "t0", "e0"):
        assert f'id="{fact}"' in page
        assert f'id="m-{fact}"' in page
    assert "consult.meet" in page


def test_article_shows_what_stands_beside_it(client: TestClient) -> None:
    page = client.get("/article/second").text
    assert "On the same story" in page
    assert "Beside other articles" in page
    assert 'href="/article/%D8%B1%D9%82%D9%85%2F1%20%3F"' in page


def test_relation_shows_how_far_a_happening_is_established(client: TestClient) -> None:
    page = client.get("/relation/JOR/IRQ").text
    assert "4 sources" in page
    assert "1 independent source" in page
