"""The partners' side: notices, introductions, agreements, pursuits and joint meetings.

Nothing that is there is changed; hand-offs, requests, shares and events get columns that are empty.
"""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of this step."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
