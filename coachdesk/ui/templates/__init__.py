"""The person's own templates: which documents have one, and the way there and back."""
