"""First run: a team, a look around, or a store that is there already."""
