"""The institutional memory of multilateral diplomacy."""
