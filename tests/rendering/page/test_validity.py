"""Pages and posts are valid HTML, whatever figures are called and say."""

from pathlib import Path

from entries import NASTY, of_film, of_still
from validators import complaints

from animations.rendering.page.embedding import Embedding
from animations.rendering.page.gallery import gallery
from animations.rendering.page.snippets import snippets
from animations.rendering.theme import PLAIN

ENTRIES = [
    of_film("continuous"),
    of_film("mein süßer Film", title=NASTY, caption=NASTY, alt=NASTY),
    of_still("still"),
    of_film("no-gif", "mp4 png"),
    of_film("plain", "gif mp4 png", PLAIN),
    of_film("video", "mp4"),
    of_film("empty", caption="", alt=""),
]


def test_the_gallery_and_posts_are_valid(tmp_path: Path) -> None:
    html = "\n".join(
        snippet.text
        for entry in ENTRIES
        for snippet in snippets(Embedding(entry))
        if snippet.form.language == "html"
    )
    post = f'<!doctype html>\n<html lang="en">\n<title>Post</title>\n<body>\n{html}</body>\n</html>'
    pages = {"gallery": gallery(ENTRIES)["index.html"].decode(), "post": post}
    assert not complaints(pages, tmp_path)
