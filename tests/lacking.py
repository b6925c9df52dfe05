"""What a machine may lack that some tests need, so that their absence can be stated."""

import importlib.util
import shutil


def lacking_for_spark() -> str:
    """What Spark needs and this machine has not; nothing where it can run."""
    if importlib.util.find_spec("pyspark") is None or importlib.util.find_spec("pyarrow") is None:
        return "PySpark is not installed (make test-spark installs it)"
    return "" if shutil.which("java") else "there is no Java"
