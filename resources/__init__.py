"""Data the program ships: fonts, icons, words, forms, procedures and invented people."""
