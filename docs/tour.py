"""Answers a few questions from the packaged report: `python docs/tour.py`."""

import tipdata


def main() -> None:
    """Print each question with its answer."""
    ask("What does the chart of conventions print?")
    print(tipdata.chart())

    ask("Who ratified what in 2017?")
    for instrument, found in tipdata.ratifications(year=2017).group_by("instrument").items():
        print(f"{instrument.id:<10}", ", ".join(record.country.name for record in found))

    ask("Which words of the report say so of Denmark and P029?")
    said = tipdata.source(tipdata.chart()["Denmark", "P029"])
    print(f"{said.text!r}, in line {said.line}, column {said.column} of its text")

    ask("Did P029 bind Denmark when the chart closed? And later, as the register has it?")
    print(tipdata.status("Denmark", "P029"))
    print(tipdata.status("Denmark", "P029", on="2020", basis="register"))

    ask("Which documents frame the work of the OSCE?")
    for document in tipdata.framework_documents(organization="OSCE"):
        print(f"- {document.title} ({', '.join(str(years) for years in document.years)})")

    ask("What is GRETA?")
    print(tipdata.expand("GRETA").meaning)


def ask(question: str) -> None:
    """Print a question as a heading."""
    print(f"\n{question}\n{'-' * len(question)}")


if __name__ == "__main__":
    main()
