"""What comes back from a printed form: its code line, read into drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.form_slips import codes_meant
from coachdesk.domain.paper import (
    CODE_LENGTH,
    CodeLine,
    CodeRow,
    form_code,
    form_number,
    format_code_line,
    parse_code_line,
)
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    DocumentKind,
    DraftSource,
    SubjectKind,
)
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.dates import print_day


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row of a form, 1 to 6; an empty one has no behaviour. `draft` exists once it was read."""

    row: int
    behaviour: BehaviourKey | None = None
    value: int | None = None
    cause: Cause | None = None
    draft: Draft | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMeant:
    """A printed form that a mistyped code may have meant."""

    code: str
    rep: Rep | None
    day: date

    @property
    def words(self) -> str:
        """“2237, Priya Raman, printed 3 March”."""
        printed = _("printed {day}").format(day=print_day(self.day))
        return ", ".join((self.code, *([self.rep.name] if self.rep else []), printed))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCheck:
    """A code line as the six-row check shows it, with the form it was printed on."""

    line: CodeLine
    document: PrintedDocument
    rep: Rep | None
    rows: tuple[FormRow, ...]

    @property
    def was_read_before(self) -> bool:
        """Whether drafts were made of it already."""
        return any(row.draft is not None for row in self.rows)


def read_code_line(reads: Snapshot, text: str) -> FormCheck:
    """The six rows of a typed code line; InputError says what does not fit, or `no_form`."""
    try:
        line = parse_code_line(text)
    except InputError as error:
        if error.code != "form":
            raise
        meant = _did_you_mean(forms_meant(reads, text))
        raise InputError(error.message, meant, code=error.code) from error
    document = _form_printed(reads, line.form)
    known = _drafts_of(reads, document)
    rows = tuple(_row(n, row, known.get(n)) for n, row in enumerate(_six(line), 1))
    return FormCheck(line=line, document=document, rep=_rep_of(reads, document), rows=rows)


def forms_meant(reads: Snapshot, text: str) -> tuple[FormMeant, ...]:
    """The printed forms that the code of a typed line is one slip away from, newest first."""
    typed = text.strip()[:CODE_LENGTH]
    printed = [
        form for form in reads.find(PrintedDocument, kind=DocumentKind.FORM) if _is_row(form)
    ]
    printed.sort(key=lambda form: (form.day, form.form_number or 0), reverse=True)
    by_code = {form_code(form.form_number or 0): form for form in printed}
    return tuple(
        FormMeant(code=code, rep=_rep_of(reads, by_code[code]), day=by_code[code].day)
        for code in codes_meant(typed, by_code)
    )


def with_form(line: str, code: str) -> str:
    """The typed line with another form code."""
    return code + line.strip()[CODE_LENGTH:]


def _did_you_mean(forms: Sequence[FormMeant]) -> str:
    if not forms:
        return ""
    return _("Did you mean {forms}?").format(forms=_(" or ").join(form.words for form in forms))


def _form_printed(reads: Snapshot, code: str) -> PrintedDocument:
    """The observation form with that code; InputError `no_form` names what was meant."""
    found = reads.find(PrintedDocument, kind=DocumentKind.FORM, form_number=form_number(code))
    for document in found:
        if _is_row(document):
            return document
    message = _("This form was not printed from this store.")
    if found:
        next_step = _("{form} is a form for the rep to fill in: read its file instead.")
        raise InputError(message, next_step.format(form=code), code="no_form")
    compare = _("Compare “{form}” with the paper, or open the store it was printed from.")
    next_step = _did_you_mean(forms_meant(reads, code)) or compare.format(form=code)
    raise InputError(message, next_step, code="no_form")


def _is_row(document: PrintedDocument) -> bool:
    """Whether it is the form with six rows; one about a talk is filled in by the rep."""
    return document.form_number is not None and document.subject_kind is not SubjectKind.SESSION


def make_form_drafts(
    work: UnitOfWork, code_line: str, comments: Sequence[str] = ()
) -> tuple[Draft, ...]:
    """A draft for each rated row, dated with the print day; a row read before keeps its draft.

    `comments` are the words copied from the paper, row by row.
    """
    check = read_code_line(work, code_line)
    drafts = []
    for row in check.rows:
        if row.draft is not None:
            drafts.append(row.draft)
        elif row.behaviour is not None:
            comment = comments[row.row - 1] if row.row <= len(comments) else ""
            drafts.append(_put_draft(work, check, row, comment))
    return tuple(drafts)


def _put_draft(work: UnitOfWork, check: FormCheck, row: FormRow, comment: str) -> Draft:
    content: dict[str, object] = {"row": row.row}
    if row.cause is not None:
        content["cause_code"] = row.cause.value
    return work.put(
        Draft(
            id=work.new_id(Draft),
            source=DraftSource.FORM_CODE,
            raw=format_code_line(check.line),
            rep_id=None if check.rep is None else check.rep.id,
            behaviour_key=row.behaviour,
            value=row.value,
            day=check.document.day,
            comment=comment.strip(),
            printed_document_id=check.document.id,
            content=content,
        )
    )


def _six(line: CodeLine) -> tuple[CodeRow | None, ...]:
    """The rows of the form; those left out at the end are empty."""
    return (*line.rows, *(None,) * (6 - len(line.rows)))


def _row(number: int, read: CodeRow | None, draft: Draft | None) -> FormRow:
    if read is None:
        return FormRow(row=number, draft=draft)
    playbook = shipped_playbook()
    behaviour = next(
        guide.key for guide in playbook.chain if guide.letter.casefold() == read.letter
    )
    cause = next((c.key for c in playbook.causes.values() if c.paper == read.cause), None)
    return FormRow(row=number, behaviour=behaviour, value=read.rating, cause=cause, draft=draft)


def _drafts_of(reads: Snapshot, document: PrintedDocument) -> dict[int, Draft]:
    found = {}
    for draft in reads.find(Draft, source=DraftSource.FORM_CODE, printed_document_id=document.id):
        number = (draft.content or {}).get("row")
        if isinstance(number, int):
            found[number] = draft
    return found


def _rep_of(reads: Snapshot, document: PrintedDocument) -> Rep | None:
    if document.subject_kind is not SubjectKind.REP or document.subject_id is None:
        return None
    return reads.peek(Rep, as_id(document.subject_id))
