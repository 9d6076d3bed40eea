/* Loaded before the C library (LD_PRELOAD), this lets memory run out for libxlsxwriter: of the allocations that it asks
 * for, those from the number INDICARE_FAILING_FROM to INDICARE_FAILING_TO fail. How many they were is written to the
 * file INDICARE_ALLOCATIONS_FILE at the end. */
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static uintptr_t code_begin;
static uintptr_t code_end;
static long failing_from;
static long failing_to;
static long asked;

static long number_of(const char *name)
{
    const char *number = getenv(name);
    return number == NULL ? 0 : atol(number);
}

static int find_code(struct dl_phdr_info *object, size_t size, void *unused)
{
    (void)size;
    (void)unused;
    if (strstr(object->dlpi_name, "libxlsxwriter") == NULL)
        return 0;
    for (int at = 0; at < object->dlpi_phnum; ++at) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[at];
        if (part->p_type == PT_LOAD && (part->p_flags & PF_X) != 0) {
            code_begin = object->dlpi_addr + part->p_vaddr;
            code_end = code_begin + part->p_memsz;
        }
    }
    return 1;
}

__attribute__((constructor)) static void begin(void)
{
    failing_from = number_of("INDICARE_FAILING_FROM");
    failing_to = number_of("INDICARE_FAILING_TO");
    dl_iterate_phdr(find_code, NULL);
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("INDICARE_ALLOCATIONS_FILE");
    FILE *file = path == NULL ? NULL : fopen(path, "w");
    if (file == NULL)
        return;
    fprintf(file, "%ld\n", asked);
    fclose(file);
}

static int fails(const void *caller)
{
    const uintptr_t at = (uintptr_t)caller;
    if (at < code_begin || at >= code_end)
        return 0;
    ++asked;
    if (asked < failing_from || asked > failing_to)
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(memory, size);
}
