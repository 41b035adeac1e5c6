"""Many addresses at once: hosts side by side, one host in order, ended early when wanted."""

import threading
import time

import pytest

from marsad.acquire.gather import gather

JOBS = [(f"https://{host}.example/{number}", (host, number)) for number in range(4) for host in "abc"]


def test_hosts_side_by_side_and_each_in_order() -> None:
    busy, most = set[str](), list[int]()

    def work(job: tuple[str, int]) -> int:
        assert job[0] not in busy
        busy.add(job[0])
        most.append(len(busy))
        time.sleep(0.01)
        busy.remove(job[0])
        return job[1]

    done = list(gather(JOBS, work, lambda: False))
    assert sorted(job for job, _ in done) == sorted(job for _, job in JOBS)
    assert all(job[1] == result for job, result in done)
    for host in "abc":
        assert [number for (name, number), _ in done if name == host] == [0, 1, 2, 3]
    assert max(most) > 1


def test_it_ends_when_stopped_or_left() -> None:
    stop = threading.Event()
    many = [(f"https://{n % 3}.example/{n}", n) for n in range(3000)]
    for _ in gather(many, lambda n: n, stop.is_set):
        stop.set()
    for _ in gather(many, lambda n: n, lambda: False):
        break
    time.sleep(0.3)
    assert not [thread for thread in threading.enumerate() if "run" in thread.name]


def test_what_goes_wrong_is_not_lost() -> None:
    with pytest.raises(ZeroDivisionError):
        list(gather([("https://a.example/", 0)], lambda n: 1 // n, lambda: False))
    assert list(gather([], lambda job: job, lambda: False)) == []
