"""The scanning craft: pictures in; payloads and clean pages out."""
