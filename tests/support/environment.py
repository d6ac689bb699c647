"""The environment of the processes that tests start: it holds nothing of the caller's own."""

import atexit
import os
import shutil
import tempfile

_HOME = tempfile.mkdtemp(prefix="tipdata-home-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

# Windows starts no process without its root; an interpreter may need its shared libraries.
_NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
ENVIRONMENT = {
    **{name: os.environ[name] for name in _NEEDED if name in os.environ},
    "HOME": _HOME,
    "LANG": "C.UTF-8",
}
