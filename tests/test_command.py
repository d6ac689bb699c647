"""The command `tipdata` says what the functions give, in the form that is asked for."""

import json
import os
import re
import runpy
import sys
from contextlib import redirect_stdout
from inspect import Parameter, isfunction, signature
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import get_type_hints

import pytest

import tipdata
from for_each import for_each
from tipdata import Records, export
from tipdata.charts import PLOTS
from tipdata.cli import commands, keys, lookup, output, parser
from tipdata.cli.main import main
from tipdata.tables import text_table

# Every command that prints a table, and what gives the records that it is of.
TABLES = {
    "ratifications": tipdata.ratifications,
    "ratifications --country Denmark": lambda: tipdata.ratifications(country="DK"),
    "ratifications --country 208 --year 2017": lambda: tipdata.ratifications(
        country="DK", year=2017
    ),
    "ratifications --country 076": lambda: tipdata.ratifications(country="BR"),
    "ratifications --instrument C29": lambda: tipdata.ratifications(instrument="C029"),
    "status DK P029": lambda: Records([tipdata.status("DK", "P029")]),
    "status 76 C182 --on 2001 --at end": lambda: Records(
        [tipdata.status("BR", "C182", on="2001", at="end")]
    ),
    "status 76 C182 --on 2001": lambda: Records([tipdata.status("BR", "C182", on="2001")]),
    "status FJ OPSC --basis register": lambda: Records(
        [tipdata.status("FJ", "OPSC", basis="register")]
    ),
    "chart": lambda: tipdata.chart().cells,
    "organizations": tipdata.organizations,
    "organizations Bali Process": lambda: Records([tipdata.organization("Bali Process")]),
    "expand ILO": lambda: Records([tipdata.expand("ILO")]),
    "expand palermo protocol": lambda: Records([tipdata.expand("PALERMO PROTOCOL")]),
    "search forced labour": lambda: tipdata.search("forced labour"),
    "errata": tipdata.errata,
}
COMMANDS = [
    *("ratifications", "status", "chart", "organizations", "expand", "search", "errata"),
    *("source", "cite", "export", "plot", "verify"),
]
# What finds nothing, and what it says of that.
NOTHING = {
    "ratifications --year 1900": "",
    "ratifications --country France": "no country 'France' in the chart. The chart lists only",
    "status DK C999": "no instrument 'C999' in the chart",
    "organizations Utopia": "no organization 'Utopia' in the multilateral organizations",
    "expand GRETTA": "no term 'GRETTA' in the glossary; close to it: 'GRETA'",
    "search xyzzy": "",
    "source Denmarc": "no record 'Denmarc' in the report; close to it: 'Denmark'",
    "source Denmark C999": "no instrument 'C999' in the chart",
    "source Denmark --section glossary": "no record 'Denmark' in the report",
    "source Denmark P029 --section glossary": "no record 'Denmark P029' in the report",
    "cite Denmark P029 --section staff": "no record 'Denmark P029' in the report",
    "source France P029": "no country 'France' in the chart. The chart lists only the 16",
    "cite France Palermo Protocol": "no country 'France' in the chart. The chart lists only",
    "source Guinea Bissau C029": "no country 'Guinea Bissau' in the chart; close to it: 'Guinea'",
    "source Fiji Palermo Protokol": "no instrument 'Palermo Protokol' in the chart; close to it:",
    "source France P029 --section glossary": "no record 'France P029' in the report",
    "source photo credts": "no record 'photo credts' in the report",
    "cite Denmark --register": "the register is of cells of the chart, not of Denmark",
}
# What is no usage, and what is wrong with it.
USAGE = {
    "": "the following arguments are required: COMMAND; see tipdata --help",
    "frob": "argument COMMAND: invalid choice: 'frob' ",
    "--jso chart": "unrecognized arguments: --jso; see tipdata --help",
    "chart --jso": "unrecognized arguments: --jso; see tipdata chart --help",
    "chart --\x1b[31m": "unrecognized arguments: --\\x1b[31m; see tipdata chart --help",
    "ratifications --coun DK": "unrecognized arguments: --coun DK; see tipdata ratifications",
    "chart --json --csv": "argument --csv: not allowed with argument --json; see tipdata chart",
    "ratifications --year soon": "argument --year: invalid int value: 'soon'; see tipdata rat",
    "status DK": "the following arguments are required: INSTRUMENT; see tipdata status --help",
    "status DK P029 --on someday": "can't read the date 'someday'",
    "status DK P029 --basis guess": "basis must be ",
    "cite DK --style apa": "style must be 'text', 'bibtex' or 'csl-json', not 'apa'",
    "source DK --section index": "no section 'index'; there are conventions, peacekeeping, ",
}


def run(line, capsys):
    """Run a command line in this process: its status, and what it wrote."""
    status = main(line.split())
    return status, *capsys.readouterr()


@pytest.mark.parametrize("line", TABLES)
def test_json_is_the_table(line, capsys):
    status, out, err = run(f"{line} --json", capsys)
    assert (status, err) == (0, "")
    assert json.loads(out) == json.loads(json.dumps(TABLES[line]().to_dicts(), default=str))


@pytest.mark.parametrize("line", TABLES)
def test_csv_is_the_table(line, capsys):
    assert run(f"{line} --csv", capsys) == (0, TABLES[line]().to_csv(), "")


@pytest.mark.parametrize(
    "line", [line for line in TABLES if not line.startswith(("status", "chart", "expand"))]
)
def test_a_table_that_is_not_shown_on_a_terminal_is_whole(line, capsys):
    status, out, err = run(line, capsys)
    assert (status, err) == (0, "")
    assert "…" not in out
    if not line.startswith("organizations "):
        records = TABLES[line]()
        count, heads, *rows = out.splitlines()
        assert count.startswith(f"{len(records)} ")
        assert heads.split() == [column.name for column in records.schema.shown]
        assert len(rows) == len(records)
        for record, row in zip(records, rows, strict=True):
            for column in records.schema.shown:
                value = column.show(record)
                assert value is None or " ".join(output_of(value).split()) in row


def output_of(value):
    from tipdata.tables.show import in_cell

    return in_cell(value)


@pytest.mark.parametrize("line", NOTHING)
def test_what_finds_nothing_says_so(line, capsys):
    status, out, err = run(line, capsys)
    assert status == 1
    if NOTHING[line]:
        assert err.startswith(f"tipdata: {NOTHING[line]}")
        assert (out, err.count("\n")) == ("", 1)
    else:
        assert (out, err) == (f"0 {'records' if 'search' in line else 'ratifications'}\n", "")


def test_a_number_that_is_no_code_is_not_found(capsys):
    status, out, err = run(f"status {'9' * 5000} C029", capsys)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("tipdata: no country '999")


@pytest.mark.parametrize("line", [line for line in NOTHING if not NOTHING[line]])
def test_an_empty_table_is_nothing_found_in_every_form(line, capsys):
    status, out, _ = run(f"{line} --json", capsys)
    assert (status, json.loads(out)) == (1, [])
    status, out, _ = run(f"{line} --csv", capsys)
    assert (status, out.count("\n")) == (1, 1)


@pytest.mark.parametrize("line", USAGE)
def test_wrong_usage_is_one_line(line, capsys):
    status, out, err = run(line, capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"tipdata: {USAGE[line]}")


@for_each("country", tipdata.countries)
def test_a_status_is_its_explanation(country, capsys):
    for instrument in tipdata.instruments():
        for basis in ("printed", "register"):
            line = f"status {country.alpha_2} {instrument} --basis {basis} --on 2005-06"
            found = tipdata.status(country, instrument, on="2005-06", basis=basis)
            status, out, err = run(line, capsys)
            assert (status, err) == (0, "")
            said, state, *possible = out.splitlines()
            assert (said, state) == (found.explanation, f"State: {found.state.value}")
            words = ", ".join(sorted(each.value for each in found.possible))
            assert possible == ([] if found.certain else [f"Possible: {words}"])


def test_the_chart_is_the_chart(capsys):
    assert run("chart", capsys) == (0, f"{tipdata.chart()}\n", "")


@for_each("body", tipdata.organizations)
def test_an_organization_is_shown_with_what_belongs_to_it(body, capsys):
    status, out, err = run(f"organizations {body.name}", capsys)
    assert (status, err) == (0, "")
    assert out.startswith(", ".join(body.keys))
    assert ("Listed under: " in out) is (body.parent is not None)
    for document in tipdata.framework_documents(organization=body):
        assert document.title in out
    for point in tipdata.focal_points(organization=body):
        assert point.name in out
    for link in body.links:
        assert link.url in out


@for_each("term", tipdata.glossary)
def test_a_term_is_expanded(term, capsys):
    for key in term.keys:
        assert run(f"expand {key.lower()}", capsys) == (0, f"{term.meaning}\n", "")


@for_each("cell", lambda: tipdata.chart().cells, sample=32)
def test_a_cell_is_called_by_its_row_and_column(cell, capsys):
    words = [cell.country.name, cell.instrument.id]
    said = tipdata.source(cell)
    assert main(["source", *words]) == 0
    assert capsys.readouterr().out == (
        f"cell, conventions, line {said.line}, column {said.column}\n{said.text}\n"
    )
    for style in ("text", "bibtex"):
        assert main(["cite", *words, "--style", style]) == 0
        assert capsys.readouterr().out == tipdata.cite(cell, style=style) + "\n"
    entry = tipdata.register().where(country=cell.country, instrument=cell.instrument).one()
    assert main(["cite", *words, "--register"]) == 0
    assert capsys.readouterr().out == tipdata.cite(entry) + "\n"


CALLED = {
    "Denmark": ["country"],
    "208": ["country"],
    "p029": ["instrument"],
    "ILO": ["organization", "term"],
    "NATO": ["peacekeeping profile"],
    "UN": ["peacekeeping profile", "organization", "term"],
    "desiree suo weymont": ["member of the staff"],
    "GRETA": ["term"],
    "chart": ["section"],
    "photo credits": ["section"],
    "photo_credits": ["section"],
    "A closing note": ["section"],
    "ECOWAS Initial Plan of Action against Trafficking in Persons": ["framework document"],
}


@pytest.mark.parametrize("name", CALLED)
def test_a_name_calls_every_record_of_it(name, capsys):
    status, out, err = run(f"source {name}", capsys)
    assert (status, err) == (0, "")
    heads = [line for line in out.splitlines() if ", line " in line and ", column " in line]
    assert sorted(head.partition(",")[0] for head in heads) == sorted(CALLED[name])
    assert run(f"cite {name}", capsys)[1].count("Data: ") == len(CALLED[name])
    items = json.loads(run(f"cite {name} --style csl-json", capsys)[1])
    assert len(items) == len(CALLED[name])


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("Central African Republic C029", ("CF", "C029")),
        ("Fiji Palermo Protocol", ("FJ", "PALERMO")),
        ("central african republic palermo protocol", ("CF", "PALERMO")),
        ("208 P029 --section conventions", ("DK", "P029")),
    ],
)
def test_a_country_and_an_instrument_of_several_words_need_no_quotes(words, cell, capsys):
    said = tipdata.cite(tipdata.chart().cell(*cell))
    assert run(f"cite {words}", capsys) == (0, f"{said}\n", "")


def test_a_section_narrows_what_is_called(capsys):
    said = tipdata.cite(tipdata.expand("ILO"), style="bibtex")
    assert run("cite ILO --section glossary --style bibtex", capsys) == (0, said + "\n", "")


def test_the_data_are_verified(capsys):
    status, out, err = run("verify", capsys)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "ok  data",
        *["ok  2018"] * 4,
        *["ok  register"] * 2,
    ]


def test_what_is_not_whole_is_not_verified(monkeypatch, capsys):
    from tipdata.read import verify

    one = verify.Check("2018", "all is well", ("staff.json is missing",))
    monkeypatch.setattr(verify, "verify", lambda: iter([one]))
    said = "FAILED  2018: all is well\n        staff.json is missing\n"
    assert run("verify", capsys) == (1, said, "")


def test_an_export_is_that_of_the_library(tmp_path, capsys):
    target = tmp_path / "glossary"
    assert run(f"export skos {target}", capsys) == (0, "", "")
    (made,) = target.iterdir()
    assert [(made.name, made.read_bytes())] == list(export.skos())
    said = f"tipdata: the directory {target} is not empty; use force to replace its files\n"
    assert run(f"export skos {target}", capsys) == (1, "", said)
    assert run(f"export skos {target} --force", capsys) == (0, "", "")
    said = f"tipdata: {made} is no directory\n"
    assert run(f"export skos {made}", capsys) == (1, "", said)
    status, out, err = run(f"export word {tmp_path / 'other'}", capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert all(name in err for name in export.FORMATS)


def test_an_export_says_on_a_terminal_what_it_writes(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    said = "".join(f"{name}\n" for name, _ in export.skos())
    assert run(f"export skos {tmp_path / 'out'}", capsys) == (0, "", said)


@pytest.mark.parametrize(
    "asked",
    [
        "matrix FILE --on 2018-06 --at start --theme dark",
        "timeline FILE --country 76 --basis register",
        "ratifications-per-year FILE",
        "bound_over_time FILE --start 2000 --end 2019 --instrument P029",
        "peacekeeping-figures FILE",
    ],
)
def test_a_picture_is_saved(asked, tmp_path, capsys):
    file = tmp_path / "picture.svg"
    assert run(f"plot {asked.replace('FILE', str(file))}", capsys) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "pie p.svg",
            "no picture 'pie'; there are matrix, timeline, ratifications-per-year,"
            " bound-over-time, peacekeeping-figures",
        ),
        ("timeline p.svg", "the picture timeline needs --country"),
        ("matrix p.svg --country DK", "the picture matrix takes no --country"),
        ("matrix p.svg --theme=", "theme must be 'light' or 'dark', not ''"),
    ],
)
def test_what_can_not_be_drawn_is_one_line(asked, said, capsys):
    assert run(f"plot {asked}", capsys) == (2, "", f"tipdata: {said}\n")


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "tipdata: interrupted\n"),
        (PermissionError(13, "Permission denied", "out"), 1, "tipdata: Permission denied: out\n"),
        (OSError(28, "No space left on device"), 1, "tipdata: No space left on device\n"),
        (tipdata.MissingExtraError("altair is not installed: pip ..."), 1, "tipdata: altair is"),
        (RuntimeError("two\nlines"), 1, "tipdata: two lines\n"),
        (RuntimeError("\x1b[31m \udcff"), 1, "tipdata: \\x1b[31m \\udcff\n"),
        (RuntimeError(), 1, "tipdata: RuntimeError\n"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_an_error_is_one_line(error, status, said, monkeypatch, capsys):
    def fail(asked):
        raise error

    monkeypatch.setattr(commands, "errata", fail)
    found, out, err = run("errata", capsys)
    assert (found, out) == (status, "")
    assert said in err
    assert err.count("\n") == (1 if said else 0)


@pytest.mark.parametrize("line", ["--debug expand GRETTA", "expand GRETTA --debug"])
def test_with_debug_an_error_stands_below_its_traceback(line, capsys):
    plain = run("expand GRETTA", capsys)[2]
    status, out, err = run(line, capsys)
    assert (status, out) == (1, "")
    first, *frames, _, last = err.splitlines()
    assert first == "Traceback (most recent call last):"
    assert any(frame.endswith("in expand") for frame in frames)
    assert (f"{last}\n", "Traceback" in plain) == (plain, False)


def test_with_debug_what_a_terminal_would_obey_is_escaped_too(monkeypatch, capsys):
    def fail(options):
        raise RuntimeError("\x1b[31m red \udcff")

    monkeypatch.setattr(commands, "errata", fail)
    status, _, err = run("errata --debug", capsys)
    assert status == 1
    assert err.count("\\x1b[31m red \\udcff\n") == 2
    assert "\x1b" not in err


def test_with_debug_an_answer_is_the_same_and_wrong_usage_one_line(capsys):
    assert run("expand ILO --debug", capsys) == run("expand ILO", capsys)
    status, out, err = run("--debug frob", capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_the_help_has_examples(capsys):
    status, out, err = run("--help", capsys)
    assert (status, err) == (0, "")
    assert "\nexamples:\n  tipdata ratifications --country Denmark\n" in out
    assert "exit status: 0 done, 1 nothing found, not verified or failed, 2 wrong usage" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    status, out, err = run(f"{command} --help", capsys)
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: tipdata {command} ")
    assert "  --debug " in out
    assert ("--json" in out) is (command in {line.split()[0] for line in TABLES})


def test_the_formats_are_listed_with_what_they_are(capsys):
    lines = [line.split(None, 1) for line in run("export --help", capsys)[1].splitlines()]
    assert lines[lines.index(["formats:"]) + 1 :] == [list(f) for f in export.FORMATS.items()]


def test_the_pictures_are_listed_with_what_they_take(capsys):
    _, listed = run("plot --help", capsys)[1].split("besides --theme:\n")
    assert [line.split()[0] for line in listed.splitlines()] == [
        n.replace("_", "-") for n in PLOTS
    ]
    for line, plot in zip(listed.splitlines(), PLOTS.values(), strict=True):
        takes = signature(plot).parameters
        needed = {name for name in takes if takes[name].default is Parameter.empty}
        assert set(re.findall(r"--(\w+)", line)) | {"theme", "edition"} == set(takes)
        assert set(re.findall(r"(?<!\[)--(\w+)", line)) == needed


def test_the_version_is_that_of_the_package(capsys):
    assert run("--version", capsys) == (0, f"tipdata {tipdata.__version__}\n", "")


@for_each("module", [commands, keys, lookup, output, sys.modules[main.__module__], parser])
def test_every_annotation_of_the_command_can_be_resolved(module):
    for value in vars(module).values():
        if isfunction(value) and value.__module__ == module.__name__:
            assert "return" in get_type_hints(value)


class Terminal(TextIOWrapper):
    """A terminal that knows only ASCII."""

    def isatty(self):
        return True


def test_a_letter_that_the_terminal_lacks_is_a_question_mark(monkeypatch):
    terminal = Terminal(BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["source", "Denmark", "C189"]) == 0
    assert terminal.buffer.getvalue().endswith(b"\n?\n")


def test_what_is_no_file_takes_the_text_too():
    with redirect_stdout(StringIO()) as written:
        assert main(["expand", "ILO"]) == 0
    assert written.getvalue() == "International Labour Organization\n"


@pytest.mark.parametrize(
    ("line", "error", "status"),
    [
        ("expand ILO", BrokenPipeError(), 0),
        ("search xyzzy", BrokenPipeError(), 1),
        ("expand ILO", OSError(28, "full"), 1),
        ("expand ILO", KeyboardInterrupt(), 130),
    ],
)
def test_what_can_not_be_written_is_let_go(line, error, status, tmp_path, capsys):
    class Full(StringIO):
        def flush(self):
            raise error

        def fileno(self):
            return file.fileno()

    with (tmp_path / "out").open("wb") as file, redirect_stdout(Full()):
        assert main(line.split()) == status
        assert os.fstat(file.fileno()).st_rdev == Path(os.devnull).stat().st_rdev
    said = {OSError: "tipdata: full\n", KeyboardInterrupt: "tipdata: interrupted\n"}
    assert capsys.readouterr().err == said.get(type(error), "")


def test_what_is_closed_is_opened_to_fail(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["expand", "ILO"]) == 1
    assert capsys.readouterr().err == "tipdata: stdout is closed\n"
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["expand", "ILO"]) == 1


def test_an_interrupt_while_the_command_is_imported_is_one_line(monkeypatch, capsys):
    class Interrupted:
        def find_spec(self, name, path, target=None):
            raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "tipdata.cli.parser")
    monkeypatch.setattr(sys, "meta_path", [Interrupted()])
    assert run("expand ILO", capsys) == (130, "", "tipdata: interrupted\n")


def test_the_module_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["tipdata", "expand", "EU"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("tipdata", run_name="__main__")
    assert (stop.value.code, capsys.readouterr().out) == (0, "European Union\n")
    runpy.run_module("tipdata", run_name="imported")


ROWS = [
    ["Denmark", "2017-06-14", "a long sentence with seven words in it"],
    ["x", "", "http://" + "y" * 30],
]


HEADS = ["country", "date", "remark"]


def letters(*texts):
    return sorted("".join(texts).replace(" ", ""))


@for_each("width", [None, *range(34, 70)])
def test_a_table_fits_and_loses_no_word(width):
    lines = list(text_table.wrapped(HEADS, ROWS, width))
    if width is None:
        assert len(lines) == 3
        assert lines[1].split("  ")[-1] == ROWS[0][2]
    else:
        assert max(map(len, lines)) <= width
        assert lines[1].startswith("Denmark  2017-06-14  a ")
    assert letters(*lines) == letters(*HEADS, *ROWS[0], *ROWS[1])


@for_each("width", range(2, 34))
def test_where_columns_find_no_room_each_row_is_a_list(width):
    lines = list(text_table.wrapped(HEADS, ROWS, width))
    if width >= 20:
        assert max(map(len, lines)) <= width
        assert lines[:2] == ["country  Denmark", "date     2017-06-14"]
        assert lines[lines.index("") + 1] == "country  x"
    assert letters(*lines) == letters(*HEADS, *ROWS[0], "country", "remark", *ROWS[1])


def test_a_word_is_broken_only_where_it_is_long():
    (_, line, *more) = text_table.wrapped(["address", "name"], [["u" * 30, "Switzerland"]], 29)
    assert line == f"{'u' * 16}  Switzerland"
    assert more == ["u" * 14]


@for_each("width", [None, *range(2, 70)])
def test_a_matrix_stands_in_blocks_that_fit(width):
    heads, rows = ["", "one", "two", "three"], [["Denmark", "1111", "2", "3"]]
    lines = list(text_table.in_blocks(heads, rows, width))
    if width is None or width >= 25:
        assert lines == ["         one   two  three", "Denmark  1111  2    3"]
    elif width >= 14:
        assert max(map(len, lines)) <= width
        assert "" in lines
    blocks = 1 + lines.count("")
    assert letters(*lines) == letters("Denmark" * blocks, *heads, *rows[0][1:])


def test_a_matrix_has_long_names_on_several_lines_rather_than_cut_a_value():
    heads, rows = ["", "P029"], [["Central African Republic", "2017 (2018-06-14)"]]
    assert list(text_table.in_blocks(heads, rows, 40)) == [
        "                       P029",
        "Central African        2017 (2018-06-14)",
        "Republic",
    ]


def test_running_text_is_wrapped_and_long_lines_are_cut_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("LINES", "5")
    output.say("a few words that are longer than the terminal")
    output.show_lines(iter(["x" * 20, "y" * 21]))
    assert capsys.readouterr().out.splitlines() == [
        "a few words that are",
        "longer than the",
        "terminal",
        "x" * 20,
        "y" * 19 + "…",
    ]
