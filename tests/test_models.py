"""An edition's annotations name classes that are loaded when they are first named."""

import ast
import subprocess
import sys
from typing import get_type_hints

import pytest

import tipdata
from environment import ENVIRONMENT
from tipdata import models


@pytest.mark.parametrize("name", list(models.MODULES))
def test_the_models_have_a_class_by_its_name(name):
    assert getattr(models, name) is getattr(tipdata, name)


def test_the_models_have_no_other_name():
    with pytest.raises(AttributeError) as caught:
        models.Nothing  # noqa: B018
    assert str(caught.value) == "module 'tipdata.models' has no attribute 'Nothing'"


def test_what_an_edition_returns_can_be_read_at_run_time():
    hints = get_type_hints(tipdata.Edition.glossary.fget)
    assert hints == {"return": tipdata.Glossary}


def test_an_answer_loads_the_models_of_its_section_and_no_other():
    code = """
import sys, tipdata
tipdata.ratifications(year=2017)
print(sorted(name for name in sys.modules if name.startswith("tipdata.models.")))
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT)
    assert ast.literal_eval(done.stdout) == [
        f"tipdata.models.{name}" for name in ("conventions", "convert", "record")
    ]
