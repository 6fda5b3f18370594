"""Parts of the window that more than one screen uses, or that stay in sight through the whole visit."""
