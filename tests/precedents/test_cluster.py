"""All pairs on a real cluster: a master and two workers, the same rows as on one machine."""

import importlib.util
import os
import random
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acquis.precedents import pairs
from acquis.precedents.engines import Spark

pytestmark = pytest.mark.slow
_TEXTS = 2_000


class Cluster:
    """A standalone master and two workers of it, processes of their own on this machine."""

    def __init__(self, folder: Path) -> None:
        spec = importlib.util.find_spec("pyspark")
        self.home = Path(spec.submodule_search_locations[0])  # type: ignore[union-attr,index]
        self.folder, self.port = folder, _free()
        self.address = f"spark://127.0.0.1:{self.port}"
        self.master = self._started("master", "master.Master", "--port", str(self.port), "--webui-port", "0")
        _until(lambda: "I have been elected leader" in self.told("master"), "the master does not answer")
        self.workers = [self._worker(name) for name in ("one", "two")]
        _until(lambda: self.told("master").count("Registering worker") == 2, "the workers do not register")

    def _worker(self, name: str) -> subprocess.Popen[bytes]:
        own = str(self.folder / f"work-{name}")
        return self._started(name, "worker.Worker", "-c", "1", "-m", "1g", "--webui-port", "0", "-d", own, self.address)

    def _started(self, name: str, what: str, *options: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                [
                    str(self.home / "bin" / "spark-class"),
                    f"org.apache.spark.deploy.{what}",
                    "--host",
                    "127.0.0.1",
                    *options,
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "SPARK_HOME": str(self.home), "SPARK_LOCAL_IP": "127.0.0.1"},
                start_new_session=True,
            )

    def told(self, name: str) -> str:
        """What a process has written so far."""
        return (self.folder / f"{name}.log").read_text("utf-8", "replace")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kills a worker with all that it started: nothing is said to anybody."""
        with_children = [process.pid, *_children(process.pid)]
        for pid in with_children:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait(10)

    def close(self) -> None:
        """Ends what is left."""
        for process in (*self.workers, self.master):
            self.kill(process)


def _children(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    found: list[int] = []
    for task in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = task.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after[1]) == pid:
            own = int(task.parent.name)
            found += [own, *_children(own)]
    return found


def _free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _until(true: Callable[[], bool], otherwise: str) -> None:
    for _ in range(300):
        if true():
            return
        time.sleep(0.2)
    pytest.fail(otherwise)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: pip install 'acquis[cluster]'")
    if shutil.which("java") is None:
        pytest.skip("there is no Java here: Spark needs version 17 or newer")
    if not Path("/proc").is_dir():
        pytest.skip("what a worker started is found in /proc, which is not here")
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """About two thousand texts with words in common: clauses put together anew, with words changed."""
    import pyarrow as pa
    from pyarrow import parquet

    drawn = random.Random(5)
    clauses = [[drawn.randrange(1 << 62) for _ in range(drawn.randint(6, 25))] for _ in range(700)]
    held = [_changed([word for each in drawn.sample(clauses, 3) for word in each], drawn) for _ in range(_TEXTS)]
    folder = tmp_path_factory.mktemp("texts")
    table = {
        "text": pa.array([3 * at for at in range(_TEXTS)], pa.int64()),
        "words": pa.array(held, pa.list_(pa.int64())),
    }
    parquet.write_table(pa.table(table), folder / pairs.TEXTS)
    return folder


def _changed(words: list[int], drawn: random.Random) -> list[int]:
    return [drawn.randrange(1 << 62) if drawn.random() < 0.06 else word for word in words if drawn.random() > 0.03]


@pytest.fixture(scope="module")
def embedded(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, int]]:
    """What DuckDB makes of them on one machine."""
    folder = tmp_path_factory.mktemp("embedded")
    pairs.run(texts, folder)
    return _rows(folder)


def _rows(folder: Path) -> list[dict[str, int]]:
    from pyarrow import parquet

    return parquet.read_table(folder / pairs.PAIRS).to_pylist()


def _spark(cluster: Cluster) -> Spark:
    settings = {
        "spark.executor.memory": "512m",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "6",
        "spark.default.parallelism": "6",
        "spark.sql.adaptive.coalescePartitions.enabled": "false",  # something for both workers at every step
        "spark.cores.max": "2",
    }
    return Spark(cluster.address, settings=settings)


def test_a_cluster_gives_what_one_machine_gives_row_for_row(
    cluster: Cluster, texts: Path, embedded: list[dict[str, int]], tmp_path: Path
) -> None:
    with _spark(cluster) as engine:
        pairs.run(texts, tmp_path, engine)

    assert len(embedded) > _TEXTS
    assert embedded == _rows(tmp_path)
    assert all("Asked to launch executor" in cluster.told(name) for name in ("one", "two"))


def test_a_worker_that_is_killed_on_the_way_changes_no_row(
    cluster: Cluster, texts: Path, embedded: list[dict[str, int]], tmp_path: Path
) -> None:
    begun = cluster.told("one").count("Asked to launch executor")
    with _spark(cluster) as engine:
        running = threading.Thread(target=pairs.run, args=(texts, tmp_path, engine))
        running.start()
        _until(lambda: cluster.told("one").count("Asked to launch executor") > begun, "the worker is not asked")
        time.sleep(3)
        assert running.is_alive()
        cluster.kill(cluster.workers[0])
        running.join(240)

    assert not running.is_alive()
    assert cluster.workers[0].poll() is not None
    assert embedded == _rows(tmp_path)
