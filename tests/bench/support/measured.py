# SPDX-License-Identifier: GPL-3.0-or-later
# measured.py RESULT CORE COMMAND...: runs a command on one core; RESULT gets {"status", "cpu", "wall", "memory"}: seconds of processor time
# of it and of all it started and waited for, seconds that passed, and the most bytes any one of these processes had in memory. In Python
# because Node does not tell what its children used.
import json
import os
import sys
import time


def main():
    result, core, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    os.sched_setaffinity(0, {core})
    began = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    measured = {
        "status": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "wall": time.monotonic() - began,
        "memory": used.ru_maxrss * 1024,
    }
    with open(result, "w", encoding="utf-8") as file:
        json.dump(measured, file)


main()
