"""Short lists of rules, boundaries and limitations, and who acknowledged them when."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from coachdesk.domain import rule_sheet_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.people import Rep
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.rule_sheets import KnownBy, RuleLine, RuleSheet

PARTS = ("rule", "boundary", "limitation")
Acknowledged = Mapping[tuple[UUID, UUID], RuleAcknowledgement]


def rule_sheets(reads: Snapshot) -> tuple[RuleSheet, ...]:
    """Every subject by name, with its entries and what each active rep knows of them."""
    entries = reads.find(RuleSheetEntry)
    known = _acknowledged(reads)
    reps = sorted(
        (rep for rep in reads.find(Rep) if rep.is_active(reads.as_of)),
        key=lambda rep: (rep.sort_order, rep.name),
    )
    sheets: dict[str, list[RuleSheetEntry]] = {}
    for entry in rules.standing(entries):
        sheets.setdefault(fold(entry.subject), []).append(entry)
    ended = {entry.id: entry.ended_on for entry in entries}
    return tuple(_sheet(found, known, reps, ended) for found in sheets.values())


def _sheet(
    entries: list[RuleSheetEntry],
    known: Acknowledged,
    reps: Iterable[Rep],
    ended: Mapping[Id[RuleSheetEntry], date | None],
) -> RuleSheet:
    return RuleSheet(
        subject=entries[0].subject,
        lines=tuple(
            RuleLine(
                id=entry.id,
                rule=entry.rule,
                boundary=entry.boundary,
                limitation=entry.limitation,
                valid_from=entry.valid_from,
                known_by=sum(of == entry.id for of, _rep in known),
                replaced_on=None if entry.replaces_id is None else ended.get(entry.replaces_id),
            )
            for entry in entries
        ),
        reps=tuple(_known_by(rep, entries, known) for rep in reps),
    )


def _known_by(rep: Rep, entries: list[RuleSheetEntry], known: Acknowledged) -> KnownBy:
    found = rules.known_by(rep.id, entries, known)
    return KnownBy(
        id=rep.id,
        name=rep.name,
        initials=rep.initials,
        n=found.n,
        of=found.of,
        day=found.day,
        is_asked_again=found.is_asked_again,
    )


def rules_to_tell(reads: Snapshot, rep_id: Id[Rep]) -> tuple[tuple[str, bool], ...]:
    """Subjects a rep does not know as they stand: the subject, and whether it changed since."""
    known = _acknowledged(reads)
    sheets: dict[str, list[RuleSheetEntry]] = {}
    for entry in rules.in_force(reads.find(RuleSheetEntry), reads.as_of):
        sheets.setdefault(fold(entry.subject), []).append(entry)
    found = (
        (entries[0].subject, rules.known_by(rep_id, entries, known)) for entries in sheets.values()
    )
    return tuple((subject, each.is_asked_again) for subject, each in found if not each.is_whole)


def add_rule(
    work: UnitOfWork, subject: str, *, rule: str = "", boundary: str = "", limitation: str = ""
) -> RuleSheetEntry:
    """One more entry of a subject, holding from today."""
    words = " ".join(subject.split())
    if not words:
        raise InputError(_("Which subject is it about?"), _("Name it, for example Social media."))
    known = [e.subject for e in work.find(RuleSheetEntry) if fold(e.subject) == fold(words)]
    return work.put(
        RuleSheetEntry(
            id=work.new_id(RuleSheetEntry),
            subject=known[0] if known else words,
            rule=rule.strip(),
            boundary=boundary.strip(),
            limitation=limitation.strip(),
            valid_from=work.as_of,
        )
    )


def word_rule(work: UnitOfWork, id: Id[RuleSheetEntry], part: str, text: str) -> RuleSheetEntry:
    """Other words for a rule, boundary or limitation; who knew it is asked again."""
    if part not in PARTS:
        raise KeyError(part)
    return word_entry(work, id, {part: text.strip()})


def rename_sheet(work: UnitOfWork, subject: str, to: str) -> None:
    """Another name for a subject; what holds stays known."""
    words = " ".join(to.split())
    if len(words) < 3:
        raise InputError(_("The subject is too short."), _("Name it in three letters or more."))
    entries = work.find(RuleSheetEntry)
    if fold(words) != fold(subject) and any(fold(e.subject) == fold(words) for e in entries):
        raise InputError(
            _("There is a sheet on {subject} already.").format(subject=words),
            _("Choose another name, or write the rules there."),
        )
    for entry in entries:
        if fold(entry.subject) == fold(subject) and entry.subject != words:
            work.put(replace(entry, subject=words))


def word_entry(
    work: UnitOfWork, id: Id[RuleSheetEntry], words: Mapping[str, str]
) -> RuleSheetEntry:
    """Other words for several of the three at once: one new entry, if somebody knew the old one."""
    entry = work.get(RuleSheetEntry, id)
    is_known = bool(work.find(RuleAcknowledgement, rule_sheet_entry_id=entry.id))
    made = rules.reworded(
        entry,
        words,
        is_known=is_known,
        new_id=work.new_id(RuleSheetEntry),
        as_of=work.as_of,
    )
    for row in made:
        work.put(row)
    return made[-1] if made else entry


def end_rule(work: UnitOfWork, id: Id[RuleSheetEntry]) -> None:
    """It holds no longer; one that nobody was told goes altogether."""
    entry = work.get(RuleSheetEntry, id)
    is_known = bool(work.find(RuleAcknowledgement, rule_sheet_entry_id=id))
    if is_known or entry.valid_from < work.as_of or entry.replaces_id is not None:
        work.put(replace(entry, ended_on=max(work.as_of, entry.valid_from)))
    else:
        work.remove(entry)


def acknowledge_rules(
    work: UnitOfWork, subject: str, rep_id: Id[Rep], day: date | None = None
) -> list[RuleAcknowledgement]:
    """The rep knows every entry of a subject as it stands, since a day (E-RUL-01, 02)."""
    given = day or work.as_of
    known = _acknowledged(work)
    made = []
    for entry in rules.standing(work.find(RuleSheetEntry)):
        if fold(entry.subject) != fold(subject) or (entry.id, rep_id) in known:
            continue
        rules.check_acknowledged(entry, given, as_of=work.as_of)
        made.append(
            work.put(
                RuleAcknowledgement(
                    id=work.new_id(RuleAcknowledgement),
                    rule_sheet_entry_id=entry.id,
                    rep_id=rep_id,
                    day=given,
                )
            )
        )
    return made


def take_back_acknowledgement(work: UnitOfWork, subject: str, rep_id: Id[Rep]) -> None:
    """Ticked by mistake."""
    standing = rules.standing(work.find(RuleSheetEntry))
    ids = {entry.id for entry in standing if fold(entry.subject) == fold(subject)}
    for found in work.find(RuleAcknowledgement, rep_id=rep_id):
        if found.rule_sheet_entry_id in ids:
            work.remove(found)


def _acknowledged(reads: Snapshot) -> Acknowledged:
    return {(a.rule_sheet_entry_id, a.rep_id): a for a in reads.find(RuleAcknowledgement)}
