"""A document as a mail that was not sent yet (RFC 5322): no address, no date, no private word.

The mail program dates and numbers a mail when it is sent, so the draft has neither, and the same
document gives the same bytes.
"""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP

import pypdfium2

from coachdesk.language import gettext as _


def mail_draft(pdf: bytes, file_name: str) -> bytes:
    """The draft's bytes: the document's title as subject, a sentence, and the PDF attached."""
    title = _title(pdf) or file_name
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # mail programs that know it open the file to be addressed and sent
    message["To"] = ""
    message["Subject"] = title
    message.set_content(_("Please find attached: {title}.").format(title=title) + "\n")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=file_name)
    message.set_boundary(f"coachdesk-{hashlib.sha256(pdf).hexdigest()[:40]}")
    return message.as_bytes()


def _title(pdf: bytes) -> str:
    """What the document calls itself, on one line: a header ends where its line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        title: str = document.get_metadata_value("Title")
    finally:
        document.close()
    return " ".join(title.split())
