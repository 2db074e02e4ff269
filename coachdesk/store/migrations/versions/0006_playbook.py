"""The Playbook: expectations and agreements, questions, rules, stories, interviews, example.

Customers and events may stand in a situation of the manager's own; no other row is changed.
"""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of this step."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
