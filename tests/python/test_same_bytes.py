"""The JSON review is the same, byte for byte, from C, Python and the command line."""

import os
import subprocess

import pytest

import mandate


@pytest.mark.parametrize("period, as_of", [
    ("2024-Q1", "2024-04-25"), ("2024-Q1", "2024-03-31"), ("2024-02", "2024-02-29"),
    ("2024-H1", "2024-04-25"), ("2024", "2024-12-31"),
])
def test_c_python_and_command_line_agree(ledger_file, command, period, as_of):
    env = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    from_c = subprocess.run([os.environ["MANDATE_REVIEW_BYTES"], ledger_file, period, as_of],
                            env=env, capture_output=True, timeout=60, check=True).stdout
    with mandate.open(ledger_file) as ledger:
        from_python = ledger.review(period, as_of=as_of).json
    shown = command("review", ledger_file, "--period", period, "--as-of", as_of,
                    "--format", "json")
    assert len(from_c) > 100
    assert from_python == from_c
    assert shown.stdout == from_c

    output = ledger_file.parent / "review.json"
    command("review", ledger_file, "--period", period, "--as-of", as_of, "--format", "json",
            "-o", output)
    assert output.read_bytes() == from_c
