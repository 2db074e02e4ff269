"""What a screen or a document reads: frozen records without behaviour of their own."""
