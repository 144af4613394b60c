"""The parts of capi/generate.py: one module reads the header, each other one writes one thing."""
