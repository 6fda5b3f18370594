"""The encrypted local database and the sealed files beside it."""
