"""What is pasted into a post, for everything that posts are commonly written with."""

from collections.abc import Sequence
from typing import NamedTuple

from animations.rendering.page.embedding import Embedding
from animations.rendering.page.templates import rendered


class Form(NamedTuple):
    """A form of snippets: its name, what it is called, its language, and whether it is an image."""

    name: str
    title: str
    language: str
    is_image: bool


FORMS = (
    Form("markdown", "Markdown: the image", "markdown", True),
    Form("picture", "HTML: the picture", "html", True),
    Form("figure", "HTML: the figure, also in Markdown", "html", False),
    Form("jekyll", "Jekyll: the image", "markdown", True),
    Form("hugo", "Hugo: the image", "text", True),
    Form("hugo-figure", "Hugo: the figure", "text", False),
    Form("quarto", "Quarto: the image", "markdown", True),
    Form("quarto-figure", "Quarto: the figure", "markdown", False),
    Form("sphinx", "Sphinx: the image", "rst", True),
    Form("sphinx-figure", "Sphinx: the figure", "rst", False),
    Form("myst", "MyST in Sphinx or Jupyter Book 1: the image", "markdown", True),
    Form("myst-figure", "MyST in Sphinx or Jupyter Book 1: the figure", "markdown", False),
    Form("mystmd", "MyST Markdown or Jupyter Book 2: the image or film", "markdown", True),
)


class Snippet(NamedTuple):
    """A text to paste."""

    form: Form
    text: str


def snippets(it: Embedding, forms: Sequence[Form] = FORMS) -> list[Snippet]:
    """Return what embeds a figure, in each form that there are files for."""
    return [
        Snippet(form, rendered(f"{form.name}.jinja", it=it).strip() + "\n")
        for form in forms
        if it.image or (it.video and not form.is_image)
    ]
