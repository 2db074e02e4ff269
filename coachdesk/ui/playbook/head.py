"""The head of a section's page: title, a quiet sentence, and its tools."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.playbook.section import Section
from coachdesk.ui.playbook.side_list import WIDTH

TOOLS_BESIDE = 640


def section_head(section: Section, title: str, words: str, *tools: QWidget) -> QVBoxLayout:
    """Tools stand at the right where there is room, else below the sentence."""
    theme = section.theme
    head = QVBoxLayout()
    head.setSpacing(theme.px(2))
    said = Text(theme, words, "body", "ink2", wrap=True)
    if section.host.room.content - WIDTH >= TOOLS_BESIDE:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        left = QVBoxLayout()
        left.setSpacing(theme.px(2))
        left.addWidget(Text(theme, title, "page", elide=True))
        left.addWidget(said)
        row.addLayout(left, 1)
        for tool in tools:
            row.addWidget(tool)
        head.addLayout(row)
        return head
    head.addWidget(Text(theme, title, "page", elide=True))
    head.addWidget(said)
    if tools:
        head.addSpacing(theme.px(6))
        flow = Flow(theme, name=title)
        for tool in tools:
            flow.add(tool)
        head.addWidget(flow)
    return head


def section_page(section: Section, head: QVBoxLayout) -> tuple[QWidget, QVBoxLayout]:
    """The page's content with its margins, and the stack that goes on below the head."""
    theme = section.theme
    content = QWidget()
    stack = QVBoxLayout(content)
    stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
    stack.setSpacing(theme.px(14))
    stack.addLayout(head)
    return content, stack
