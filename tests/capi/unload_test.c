/* dlclose really unloads the library: nothing of a thread or of the linker pins it. */
#include "check.h"

#include <dlfcn.h>
#include <pthread.h>

static int is_mapped(const char *name) {
    char line[512];
    int found = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps) != NULL) found = found || strstr(line, name) != NULL;
    (void)fclose(maps);
    return found;
}

/* Fails a call and makes a ledger, as a host's plugin would. */
static void *use(void *library) {
    mandate_status (*parse)(const char *, size_t, int32_t *, mandate_error **);
    mandate_status (*memory)(int32_t, mandate_ledger **, mandate_error **);
    void (*close_ledger)(mandate_ledger *);
    void (*free_error)(mandate_error *);
    mandate_ledger *ledger = NULL;
    mandate_error *err = NULL;
    int32_t day;
    *(void **)&parse = dlsym(library, "mandate_day_parse");
    *(void **)&memory = dlsym(library, "mandate_ledger_memory");
    *(void **)&close_ledger = dlsym(library, "mandate_ledger_close");
    *(void **)&free_error = dlsym(library, "mandate_error_free");
    CHECK(parse("2024-02-30", MANDATE_NTS, &day, &err) == MANDATE_E_OUT_OF_RANGE);
    free_error(err);
    CHECK(memory(420, &ledger, &err) == MANDATE_OK);
    close_ledger(ledger);
    return NULL;
}

int main(int argc, char **argv) {
    const char *path = argc > 1 ? argv[1] : "";
    int round;
    for (round = 0; round < 20; ++round) {
        pthread_t thread;
        void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (library == NULL) {
            (void)printf("%s\n", dlerror());
            return 1;
        }
        CHECK(is_mapped("libmandate.so"));
        (void)use(library);
        CHECK(pthread_create(&thread, NULL, use, library) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
        CHECK(dlclose(library) == 0);
        CHECK(!is_mapped("libmandate.so"));
    }
    return report_failures();
}
