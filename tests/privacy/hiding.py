"""Places in a PDF, besides the text on its pages, that can carry a word along with the file."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Hide = Callable[[pikepdf.Pdf, str], None]


def in_the_information(document: pikepdf.Pdf, word: str) -> None:
    document.docinfo["/Keywords"] = String(word)


def in_the_xmp(document: pikepdf.Pdf, word: str) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:description"] = word


def in_an_attached_file(document: pikepdf.Pdf, word: str) -> None:
    text = f"Notes: {word}".encode("utf-16-be")
    document.attachments["notes.txt"] = pikepdf.AttachedFileSpec(document, text)


def in_the_name_of_a_file(document: pikepdf.Pdf, word: str) -> None:
    document.attachments[f"{word}.txt"] = pikepdf.AttachedFileSpec(document, b"nothing")


def in_an_annotation(document: pikepdf.Pdf, word: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(word))
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


def in_the_outline(document: pikepdf.Pdf, word: str) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(word, 0))


def in_a_form_field(document: pikepdf.Pdf, word: str) -> None:
    entry = document.make_indirect(Dictionary(FT=Name.Tx, T=String("hidden"), V=String(word)))
    document.Root.AcroForm = Dictionary(Fields=Array([entry]))


def in_what_is_read_aloud(document: pikepdf.Pdf, word: str) -> None:
    document.Root.StructTreeRoot.K.K[0].ActualText = String(word)


def in_a_name(document: pikepdf.Pdf, word: str) -> None:
    document.Root.PieceInfo = Dictionary({f"/{word}": Dictionary()})


def in_an_own_stream(document: pikepdf.Pdf, word: str) -> None:
    document.Root.Thumb = document.make_stream(f"% {word}".encode())


HIDING_PLACES: tuple[Hide, ...] = (
    in_the_information,
    in_the_xmp,
    in_an_attached_file,
    in_the_name_of_a_file,
    in_an_annotation,
    in_the_outline,
    in_a_form_field,
    in_what_is_read_aloud,
    in_a_name,
    in_an_own_stream,
)


def hidden_in(pdf: bytes, hide: Hide, word: str) -> bytes:
    """The file with that word in that place, packed as tightly as a file can be."""
    changed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        hide(document, word)
        document.save(
            changed,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return changed.getvalue()
