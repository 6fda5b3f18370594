"""What tables show: rows of the services, by column and role."""
