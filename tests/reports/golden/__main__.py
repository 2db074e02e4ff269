"""Draws every page anew and keeps it in this folder."""

from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.services.sample import load_sample
from coachdesk.store.opening import open_store
from tests.reports.every_document import DOCUMENTS
from tests.reports.golden import FOLDER, as_kept, drawn, picture_file, text_file
from tests.store.making import FakeClock


def main() -> None:
    for old in [*FOLDER.glob("*.txt"), *FOLDER.glob("*.png")]:
        old.unlink()
    clock = FakeClock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "team.coachdesk"
        build_store(path, clock, lambda desk: desk.load(load_sample))
        desk = Desk(open_store(path, now=clock()), clock)
        for name in DOCUMENTS:
            pages = drawn(desk, name)
            text_file(name).write_text("\f\n".join(text for text, _picture in pages), "utf-8")
            for number, (_text, picture) in enumerate(pages, 1):
                picture_file(name, number).write_bytes(as_kept(picture))
        desk.close()


if __name__ == "__main__":
    main()
