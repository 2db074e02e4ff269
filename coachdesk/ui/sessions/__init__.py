"""The screens of a talk: prepare, run, wrap up."""
