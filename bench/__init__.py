"""Speed and memory, measured: `python -m bench`."""
