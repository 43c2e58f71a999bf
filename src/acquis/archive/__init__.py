"""Keeps documents; finds them by address or by their words."""
