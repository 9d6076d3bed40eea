#!/usr/bin/env python3
"""Checks of what the library is linked with that it leaves its surroundings alone, as SECURITY.md promises: it does not
print, end the process, start another, open a network connection, nor ask for the environment, the locale or the clock.

    surroundings_test.py NM ARCHIVE...

It looks at the archives of its own objects: what it is built on (expat, libxlsxwriter, the standard library) is not in them.
"""

import re
import subprocess
import sys

FORBIDDEN = {
    "prints": r"v?f?printf|__v?f?printf_chk|puts|putchar|perror|psignal|std(in|out|err)|v?syslog|write|"
              r"std::w?c(in|out|err|log)",
    "ends the process": r"_?_?exit|_Exit|quick_exit|abort|__assert_fail|std::__glibcxx_assert_fail\(.*|std::terminate\(\)",
    "starts processes": r"v?fork|_?clone|exec[lv]p?e?|execvpe|posix_spawnp?|system|popen|pthread_atfork",
    "takes signals": r"signal|sigaction|sigprocmask|pthread_sigmask|raise|p?kill",
    "reads the environment": r"(secure_)?getenv|(un)?setenv|putenv|clearenv|_?_?environ",
    "reads the locale": r"setlocale|localeconv|(new|use|dup|free)locale|nl_langinfo(_l)?|std::locale::.*|.*use_facet<.*|"
                        r"strto(f|d|ld)|atof|v?sn?printf|__v?sn?printf_chk|v?s?scanf",
    "reads the clock": r"time|clock|clock_gettime|gettimeofday|timespec_get|ftime|times|(local|gm)time(_r)?|mktime|"
                       r"strftime|.*chrono::.*clock::now\(\)",
    "draws by chance": r"s?rand|rand_r|s?random|[dlm]rand48|arc4random.*|getrandom|getentropy|std::random_device::.*",
    "opens connections": r"socket|connect|bind|listen|accept4?|getaddrinfo|gethostbyname",
    "writes files of its own": r"tmpfile|tmpnam|mk[ds]?temps?|.*temp_directory_path.*",
    "loads code": r"dlm?open",
}

# What is linked nevertheless, and why that keeps the promise.
EXCEPTIONS = {
    r"localeconv|strtod|(__)?snprintf(_chk)?": "nlohmann's reader of JSON asks for the decimal point, reads numbers that are "
                                               "not whole with it, and so the same in every locale",
    r"std::locale::(locale\((std::locale const&)?\)|~locale\(\)|classic\(\)|operator==.*)|.*use_facet<.*numpunct<.*":
        "Boost writes whole numbers of 64 bits in the locale's groups, which exact::to_text writes itself "
        "(tests/exact/integer.cpp), and makes the texts of what it throws by streams",
    r"std::terminate\(\)": "a thread of the standard library ends the process if nobody waits for it; std::async waits",
}


def imported(nm, archive):
    """What the objects of an archive do not have themselves."""
    said = subprocess.run([nm, "--undefined-only", "--demangle", archive], check=True, capture_output=True,
                          encoding="utf-8").stdout
    names = {re.sub(r"@.*", "", name) for name in re.findall(r"^ +[Uuvw] (.*)$", said, re.M)}
    assert len(names) > 20, (archive, names)
    return names


def main():
    nm, *archives = sys.argv[1:]
    needed = set()
    for archive in archives:
        for name in imported(nm, archive):
            for what, names in FORBIDDEN.items():
                if not re.fullmatch(names, name):
                    continue
                reasons = {each for each in EXCEPTIONS if re.fullmatch(each, name)}
                assert reasons, f"{archive} {what}: {name}"
                needed |= reasons
    for unneeded in set(EXCEPTIONS) - needed: # with other versions of what it is built on
        print(f"not needed here: {unneeded}")


if __name__ == "__main__":
    main()
