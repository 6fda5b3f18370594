"""Plain values of the counter: citizens, procedures, dossiers, days; no files, no clock, no network."""
