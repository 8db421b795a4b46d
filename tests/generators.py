"""The programs that posts are made with: each makes pages from what an author writes."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import starmap
from pathlib import Path
from sysconfig import get_path

import pypandoc
import pytest
from markdown_it import MarkdownIt

Pages = Mapping[str, str]
"""Texts by the names of pages."""

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Post</title>
<body>{}</body></html>
"""
_HUGO = """title = "Site"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]
"""
_SPHINX = """extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
html_static_path = ["_static"]
html_theme = "basic"
templates_path = ["_templates"]
html_copy_source = html_use_index = html_permalinks = False
"""


def common_mark(folder: Path, pages: Pages) -> Pages:
    """Make pages with markdown-it, which keeps to CommonMark."""
    parser = MarkdownIt("commonmark")
    return {name: _PAGE.format(parser.render(text)) for name, text in pages.items()}


def pandoc(folder: Path, pages: Pages) -> Pages:
    """Make pages with Pandoc, which Quarto does it with."""
    # One run for all: a program of that size takes long to start.
    mark = "<hr class='page'>"
    text = f"\n\n```{{=html}}\n{mark}\n```\n\n".join(pages.values())
    done = _run([pypandoc.get_pandoc_path(), "--from=markdown", "--to=html"], folder, text)
    return dict(zip(pages, map(_PAGE.format, done.split(mark)), strict=True))


def hugo(folder: Path, pages: Pages) -> Pages:
    """Make pages with Hugo, as it comes, and the shortcode that snippets ask for."""
    program = shutil.which("hugo", path=get_path("scripts"))
    if not program:
        pytest.skip("needs hugo, to make pages with it")
    files = {
        "hugo.toml": _HUGO,
        "layouts/_default/single.html": _PAGE.format("{{ .Content }}"),
        "layouts/_shortcodes/html.html": "{{ .Inner | safeHTML }}",
        **{f"content/{name}.md": f"---\ntitle: Post\n---\n{text}" for name, text in pages.items()},
    }
    return _made([program, "--quiet"], folder, files, "public", pages)


def jekyll(folder: Path, pages: Pages) -> Pages:
    """Make pages with Jekyll, as it comes."""
    program = shutil.which("jekyll")
    if not program:
        pytest.skip("needs jekyll, to make pages with it")
    files = {
        "_config.yml": "title: Site\n",
        "_layouts/post.html": _PAGE.format("{{ content }}"),
        **{f"{name}.md": f"---\nlayout: post\n---\n{text}" for name, text in pages.items()},
    }
    return _made(
        [program, "build", "--quiet", "--disable-disk-cache"], folder, files, "_site", pages
    )


def sphinx(folder: Path, pages: Pages) -> Pages:
    """Make pages with Sphinx: of reStructuredText if their names say Sphinx, of MyST if not."""
    files = {
        "index.rst": "Site\n====\n\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in pages),
        "conf.py": _SPHINX,
        "_templates/page.html": _PAGE.format("{{ body }}"),
        **dict(starmap(_headed, pages.items())),
    }
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "--keep-going", ".", "_build"]
    return _made(command, folder, files, "_build", pages)


def _headed(name: str, text: str) -> tuple[str, str]:
    if "-sphinx" in name:
        return f"{name}.rst", f"Post\n====\n\n{text}"
    return f"{name}.md", f"# Post\n\n{text}"


def _made(command: list[str], folder: Path, files: Pages, made: str, pages: Pages) -> Pages:
    """Write the files of a site, run what makes its pages, and return them."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    _run(command, folder)
    return {name: (folder / made / f"{name}.html").read_text("utf-8") for name in pages}


def _run(command: list[str], folder: Path, text: str = "") -> str:
    """Run a program in a folder; return what it writes, or fail with what it complains of."""
    done = subprocess.run(
        command,
        cwd=folder,
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
