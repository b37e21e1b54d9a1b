"""Importing the WSGI module starts the product, which pytest must not do to look for examples."""

collect_ignore = ["wsgi.py"]
