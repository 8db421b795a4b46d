"""Which files a page refers to when some twins are missing, or unlike the others."""

from dataclasses import replace

import pytest
from entries import CUES, of_film

from animations.rendering.page.embedding import Embedding
from animations.rendering.theme import LOOKS, Look

REDUCED = "(prefers-reduced-motion: reduce)"


@pytest.mark.parametrize("look", LOOKS)
def test_the_only_twin_is_for_everybody(look: Look) -> None:
    it = Embedding(of_film("a", "mp4 gif png", look))
    assert it.video and it.image
    assert (it.videos, it.video.address, it.video.media) == ([], f"a{look.twin}.mp4", "")
    assert it.image.address == f"a{look.twin}.gif"
    assert [each.media for each in it.pictures] == [REDUCED]


def test_light_and_dark_for_phones_alone_are_told_apart_by_their_theme() -> None:
    it = Embedding(of_film("a", "mp4 gif", Look("light", "narrow"), Look("dark", "narrow")))
    assert it.video and it.video.media == ""
    assert [each.media for each in it.videos] == ["(prefers-color-scheme: dark)"]


def test_each_film_has_the_poster_that_is_there() -> None:
    film = of_film("a", "mp4 png")
    some = {file: each for file, each in film.details.items() if file != "a-dark.png"}
    it = Embedding(replace(film, files=tuple(some), details=some, base="/img/"))
    posters = {each.address: each.poster for each in [*it.videos, it.video] if each}
    assert posters == {
        "/img/a-narrow-dark.mp4": "/img/a-narrow-dark.png",
        "/img/a-narrow.mp4": "/img/a-narrow.png",
        "/img/a-dark.mp4": "",
        "/img/a.mp4": "/img/a.png",
    }


def test_a_twin_that_shows_another_t_at_a_frame_is_left_out() -> None:
    film = of_film("a", "mp4 png", *LOOKS[:2])
    other = replace(film.details["a-dark.mp4"], cues={**CUES, "fps": 50})
    it = Embedding(replace(film, details={**film.details, "a-dark.mp4": other}))
    assert it.video and it.video.address == "a.mp4" and not it.videos
    assert it.cues == CUES
