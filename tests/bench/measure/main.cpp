/// Runs a program and says what it took: `bench_measure RESULT PROGRAM [ARGUMENT...]`.
///
/// Writes `seconds processor_seconds peak_kib status` into the file RESULT. A process that starts
/// another lends it its own peak of memory until it is another program, so this one is small.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

int failed(const char* what) {
    std::perror(what);
    return 126;
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fputs("bench_measure RESULT PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child < 0)
        return failed("fork");
    if (child == 0) {
        ::execvp(arguments[2], arguments + 2);
        std::perror(arguments[2]);
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    if (::wait4(child, &status, 0, &usage) != child)
        return failed("wait4");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const int exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);

    std::FILE* result = std::fopen(arguments[1], "w");
    if (result == nullptr)
        return failed(arguments[1]);
    std::fprintf(result, "%.6f %.6f %ld %d\n", took.count(),
                 seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), usage.ru_maxrss,
                 exit_status);
    return std::fclose(result) == 0 ? 0 : failed(arguments[1]);
}
