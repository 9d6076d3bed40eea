/* Loaded before the C library (LD_PRELOAD), this makes a file fail while it is read, as on a damaged disk: of the file
 * INDICARE_FAILING_FILE nothing can be read beyond its first INDICARE_FAILING_AFTER bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How many bytes can be read from here on; at most `size`, and -1 for none. */
static ssize_t readable(int descriptor, size_t size)
{
    const char *path = getenv("INDICARE_FAILING_FILE");
    const char *after = getenv("INDICARE_FAILING_AFTER");
    struct stat failing;
    struct stat opened;
    if (path == NULL || after == NULL || stat(path, &failing) != 0 || fstat(descriptor, &opened) != 0 ||
        failing.st_dev != opened.st_dev || failing.st_ino != opened.st_ino)
        return (ssize_t)size;
    const off_t left = (off_t)atoll(after) - lseek(descriptor, 0, SEEK_CUR);
    if (left <= 0)
        return -1;
    return left < (off_t)size ? (ssize_t)left : (ssize_t)size;
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    const ssize_t most = readable(descriptor, size);
    if (most < 0) {
        errno = EIO;
        return -1;
    }
    return syscall(SYS_read, descriptor, bytes, (size_t)most);
}

static ssize_t read_stream(void *stream, char *bytes, size_t size)
{
    return read(fileno(stream), bytes, size);
}

static int seek_stream(void *stream, off64_t *offset, int whence)
{
    *offset = lseek(fileno(stream), *offset, whence);
    return *offset < 0 ? -1 : 0;
}

static int close_stream(void *stream)
{
    return fclose(stream);
}

/* The C library reads streams by no function that can be replaced: one of our own stands before each that is read. */
FILE *fopen(const char *path, const char *mode)
{
    static FILE *(*open_stream)(const char *, const char *);
    if (open_stream == NULL)
        *(void **)&open_stream = dlsym(RTLD_NEXT, "fopen");
    FILE *stream = open_stream(path, mode);
    if (stream == NULL || mode[0] != 'r')
        return stream;
    const cookie_io_functions_t functions = {read_stream, NULL, seek_stream, close_stream};
    return fopencookie(stream, mode, functions);
}

/* Without a buffer a stream of our own is read byte by byte. */
int setvbuf(FILE *stream, char *buffer, int mode, size_t size)
{
    (void)stream;
    (void)buffer;
    (void)mode;
    (void)size;
    return 0;
}
