"""Draw papers as PDF: words in, pages out."""
