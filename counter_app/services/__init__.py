"""The use cases of a visit, in the order in which they happen at a desk."""
