"""The package: its library, its bindings, its generated commands."""

import ctypes
import os
import pathlib
import re
import subprocess
import sys

import pytest

import mandate
from mandate import _abi, _library

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def import_in_new_process(**env):
    return subprocess.run([sys.executable, "-c", "import mandate; print(mandate.__version__)"],
                          env={**os.environ, **env}, capture_output=True, text=True, timeout=60,
                          check=False)


def test_version_and_features():
    assert mandate.__version__ == _library.version_text(_abi.HEADER_VERSION)
    assert mandate.has("sqlite")
    assert not mandate.has("no such feature")


def test_every_exported_function_has_its_types():
    listed = re.findall(r"^ +(mandate_\w+);", (SOURCE / "capi/mandate.map").read_text(), re.M)
    assert sorted(listed) == sorted(_abi.FUNCTIONS)
    for name in listed:
        function = getattr(_library.LIBRARY, name)
        assert function.argtypes is not None, name
        if function.restype is ctypes.c_int:  # also ctypes' guess where nothing is said
            assert _abi.FUNCTIONS[name][0] is ctypes.c_int32, name


def test_structs_measure_as_in_c():
    pointer = ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(_abi.Act) == 16 + 4 * pointer
    assert ctypes.sizeof(_abi.View) == 16 + 2 * pointer


def test_the_library_is_loaded_by_its_absolute_path():
    assert _library.PATH.is_absolute()
    assert _library.PATH == pathlib.Path(os.environ["MANDATE_LIBRARY"]).resolve()


@pytest.mark.parametrize("content, told", [
    (None, "cannot be loaded"),
    (b"not a library", "cannot be loaded"),
])
def test_a_library_that_cannot_be_loaded_is_an_import_error(tmp_path, content, told):
    path = tmp_path / "libmandate.so.1"
    if content is not None:
        path.write_bytes(content)
    result = import_in_new_process(MANDATE_LIBRARY=str(path))
    assert result.returncode == 1
    assert "ImportError" in result.stderr and told in result.stderr and str(path) in result.stderr


def test_a_library_that_lacks_a_function_is_an_import_error():
    class Lacking:
        _name = "/x/libmandate.so.1"

    with pytest.raises(ImportError, match="has no mandate_version"):
        _abi.bind(Lacking())


@pytest.mark.parametrize("version, fits", [
    (_abi.HEADER_VERSION, True),
    (_abi.HEADER_VERSION + 1, True),  # a later patch
    (_abi.HEADER_VERSION + 1000, True),  # a later minor version
    (_abi.HEADER_VERSION + 1_000_000, False),
    (_abi.HEADER_VERSION - 1_000_000, False),
])
def test_versions_that_fit(monkeypatch, version, fits):
    class Some:
        def mandate_version(self):
            return version

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Some())
    monkeypatch.setattr(_abi, "bind", lambda library: library)
    if fits:
        _library._load("/x/libmandate.so.1")
    else:
        with pytest.raises(ImportError, match=_library.version_text(version)):
            _library._load("/x/libmandate.so.1")


def test_there_is_one_function_for_each_command():
    for described in mandate.describe()["commands"]:
        made = getattr(mandate.commands, described["name"])
        assert described["doc"] in made.__doc__


VALUES = {"text": "words", "code": "C1", "period": "2024-Q1", "day": "2024-04-25"}


def test_every_generated_command_is_one_the_library_reads(ledger):
    table = mandate.describe()
    fields = {field["name"]: field for field in table["fields"]}
    for described in table["commands"]:
        values = {}
        for use in described["fields"]:
            field = fields[use["name"]]
            value = (field["choices"][0]["name"] if field["type"] == "choice" else
                     field["high"] if field["type"] == "integer" else VALUES[field["type"]])
            values[use["name"]] = [value] if use["list"] else value
        common = {"effective_on": "2024-04-25"}
        if described["name"] == "void_event":
            common["corrects"] = 1
        made = getattr(mandate.commands, described["name"])(**values, **common)
        assert made == {"command": described["name"], **common, **values}
        try:  # the form is right, whatever the rules say
            ledger.check([made], actor="Office", today="2024-04-25")
        except mandate.Error as e:
            assert e.name in ("unknown_reference", "refused", "duplicate", "cycle"), (made, e)


def test_commands_leave_out_what_is_not_given():
    assert mandate.commands.report_progress("T01", percent=0) == {
        "command": "report_progress", "task": "T01", "percent": 0}
    assert "lead" not in mandate.commands.assign_task("T01", "x", lead=[])


def test_a_question_takes_the_choices_that_are_described_and_no_others(ledger):
    table = mandate.describe()
    fields = {field["name"]: field for field in table["fields"]}
    restricted = set()
    for question in table["questions"]:
        needed = {use["name"]: {"period": "2024-Q1", "code": "T01"}.get(
                      fields[use["name"]]["type"], "words")
                  for use in question["arguments"]
                  if use["required"] and fields[use["name"]]["type"] != "choice"}
        for use in question["arguments"]:
            if fields[use["name"]]["type"] != "choice":
                continue
            taken = [c["name"] for c in use.get("choices", fields[use["name"]]["choices"])]
            for choice in (c["name"] for c in fields[use["name"]]["choices"]):
                refused = None
                try:
                    ledger.ask(question["name"], as_of="2024-04-25",
                               **{**needed, use["name"]: choice})
                except mandate.Error as e:
                    if e.facts.get("field") == use["name"] and e.name == "out_of_range":
                        refused = e
                assert (refused is None) == (choice in taken), (question["name"], choice, refused)
                if refused is not None:
                    restricted.add(question["name"])
                    assert refused.facts["value"] == choice
    assert restricted == {"review_figures", "attribution_sums"}


def test_questions_are_those_of_the_library():
    described = {q["name"]: q["number"] for q in mandate.describe()["questions"]}
    assert described == mandate.Ledger.NUMBERS
