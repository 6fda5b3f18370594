"""The hub, a second program: takes what desks report, once each, and keeps it in PostgreSQL."""
