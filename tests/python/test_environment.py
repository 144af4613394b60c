"""Locale and time zone of the host change nothing."""

import os
import shutil
import subprocess
import sys

import pytest

SOURCE = """
import locale, os, sys, mandate
if os.environ.get("LC_ALL"):
    locale.setlocale(locale.LC_ALL, "")  # as a host program would
    assert locale.localeconv()["decimal_point"] == ",", locale.localeconv()
with mandate.open(sys.argv[1]) as ledger:
    review = ledger.review("2024-Q1", as_of="2024-04-25")
    parts = [review.json]
    for lang in ("vi", "en", "tr"):
        parts += [review.text(lang).encode(), review.html(lang).encode()]
    parts += [repr(ledger.tasks(as_of="2024-04-25").to_dict()).encode()]
sys.stdout.buffer.write(b"\\n".join(parts))
"""


# The locale of whoever runs the tests does not count.
BASE = {name: value for name, value in os.environ.items() if name != "LC_ALL"}


def everything(path, **env):
    result = subprocess.run([sys.executable, "-c", SOURCE, str(path)],
                            env={**BASE, **env}, capture_output=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Sao_Paulo",
                                  "Pacific/Kiritimati", "XYZ+12"])
def test_the_time_zone_changes_nothing(ledger_file, zone):
    assert everything(ledger_file, TZ=zone) == everything(ledger_file)


@pytest.mark.parametrize("language", ["tr_TR", "de_DE"])
def test_the_locale_changes_nothing(ledger_file, tmp_path, language):
    source = f"/usr/share/i18n/locales/{language}"
    if shutil.which("localedef") is None or not os.path.exists(source):
        pytest.skip(f"the locale {language} cannot be made here (Debian: locales)")
    made = tmp_path / f"{language}.UTF-8"
    subprocess.run(["localedef", "-i", language, "-f", "UTF-8", str(made)], check=False,
                   capture_output=True)
    assert everything(ledger_file, LOCPATH=str(tmp_path), LC_ALL=f"{language}.UTF-8") == \
        everything(ledger_file)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"])
def test_the_command_line_too(ledger_file, command, zone):
    arguments = ("review", ledger_file, "--period", "2024-Q1", "--as-of", "2024-04-25",
                 "--known-at", "2024-04-25", "--lang", "tr")
    usual = command(*arguments)
    assert usual.returncode == 0
    assert command(*arguments, env={"TZ": zone, "LC_ALL": "tr_TR.UTF-8"}).stdout == usual.stdout
