// Memory that runs out, at each allocation in turn: every call gives an error, none ends the
// process, and what fails to be recorded is not recorded.

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <utility>

extern "C" {
#include "fixture.h"
}

namespace {

long allowed = -1;  // allocations until one fails; negative: all succeed
bool failed = false;
int failures = 0;

void* allocate(std::size_t size, std::size_t alignment) noexcept {
    if (allowed == 0) {
        failed = true;
        return nullptr;
    }
    if (allowed > 0) --allowed;
    size = (size + alignment - 1) / alignment * alignment;
    return std::aligned_alloc(alignment, size == 0 ? alignment : size);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment) {
    void* const memory = allocate(size, alignment);
    if (memory == nullptr) throw std::bad_alloc{};
    return memory;
}

constexpr std::size_t usual = alignof(std::max_align_t);

}  // namespace

// The library's allocations come here: a program's operators replace those of libstdc++.
void* operator new(std::size_t n) { return allocate_or_throw(n, usual); }
void* operator new[](std::size_t n) { return allocate_or_throw(n, usual); }
void* operator new(std::size_t n, std::align_val_t a) {
    return allocate_or_throw(n, static_cast<std::size_t>(a));
}
void* operator new[](std::size_t n, std::align_val_t a) {
    return allocate_or_throw(n, static_cast<std::size_t>(a));
}
void* operator new(std::size_t n, const std::nothrow_t&) noexcept { return allocate(n, usual); }
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept { return allocate(n, usual); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { std::free(p); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { std::free(p); }

namespace {

void expect(bool truth, const char* name, long n, const char* what) {
    if (truth) return;
    ++failures;
    std::printf("%s, allocation %ld: %s\n", name, n, what);
}

// Runs the call with the first, the second, ... allocation failing, until it needs no more; after
// the first hundred in growing steps, for a page makes thousands. `expected`: its result when
// memory suffices.
void with_every_failure(const char* name, mandate_status expected,
                        const std::function<mandate_status(mandate_error**)>& call) {
    for (long n = 0;; n += 1 + n / 16) {
        mandate_error* err = nullptr;
        allowed = n;
        failed = false;
        const mandate_status status = call(&err);
        allowed = -1;
        expect((err == nullptr) == (status == MANDATE_OK), name, n, "error and status disagree");
        expect(mandate_error_code(err) == status, name, n, "the error has another code");
        expect(mandate_error_text(err) != nullptr, name, n, "the error has no text");
        mandate_error_free(err);
        if (!failed) {
            expect(status == expected, name, n, mandate_status_name(status));
            if (n == 0) expect(false, name, n, "no allocation seen: the test sees nothing");
            return;
        }
        expect(status == MANDATE_E_OUT_OF_MEMORY || status == expected, name, n,
               mandate_status_name(status));
    }
}

template <class Handle>
mandate_status freed(mandate_status status, Handle* handle, void (*free_it)(Handle*)) {
    if ((status == MANDATE_OK) != (handle != nullptr)) return MANDATE_E_INTERNAL;
    free_it(handle);
    return status;
}

void what_makes_things() {
    with_every_failure("describe", MANDATE_OK, [](mandate_error** err) {
        mandate_bytes* out = nullptr;
        const auto status = mandate_describe(&out, err);
        return freed(status, out, mandate_bytes_free);
    });
    with_every_failure("ledger_memory", MANDATE_OK, [](mandate_error** err) {
        mandate_ledger* out = nullptr;
        const auto status = mandate_ledger_memory(420, &out, err);
        return freed(status, out, mandate_ledger_close);
    });
    with_every_failure("ledger_open", MANDATE_OK, [](mandate_error** err) {
        mandate_ledger* out = nullptr;
        const auto status = mandate_ledger_open("allocation.ledger", MANDATE_NTS, MANDATE_OPEN_READ,
                                                420, &out, err);
        return freed(status, out, mandate_ledger_close);
    });
    with_every_failure("calendar_new", MANDATE_OK, [](mandate_error** err) {
        mandate_calendar* out = nullptr;
        const auto status = mandate_calendar_new(31, MANDATE_HOLIDAY_RULES_VIET_NAM, nullptr, 0,
                                                 nullptr, 0, &out, err);
        return freed(status, out, mandate_calendar_free);
    });
    with_every_failure("calendar_json", MANDATE_OK, [](mandate_error** err) {
        mandate_calendar* out = nullptr;
        const auto status = mandate_calendar_json(
            R"({"exceptions":[{"day":"2026-08-31","day_kind":"off","name_vi":"a long name of it"}]})",
            MANDATE_NTS, &out, err);
        return freed(status, out, mandate_calendar_free);
    });
    with_every_failure("batch_new", MANDATE_OK, [](mandate_error** err) {
        mandate_batch* out = nullptr;
        const auto status = mandate_batch_new(&out, err);
        return freed(status, out, mandate_batch_free);
    });
    with_every_failure("day_parse", MANDATE_E_OUT_OF_RANGE, [](mandate_error** err) {
        int32_t day = 0;
        return mandate_day_parse("2024-02-30", MANDATE_NTS, &day, err);
    });
}

void what_fills_a_batch() {
    mandate_batch* batch = nullptr;
    mandate_batch_new(&batch, nullptr);
    with_every_failure("batch_add", MANDATE_OK, [&](mandate_error** err) {
        mandate_batch_free(batch);
        const long kept = std::exchange(allowed, -1);
        mandate_batch_new(&batch, nullptr);
        allowed = kept;
        return mandate_batch_add(batch, MANDATE_COMMAND_ADD_AGENCY, MANDATE_SAME_DAY, err);
    });
    with_every_failure("batch_text", MANDATE_OK, [&](mandate_error** err) {
        return mandate_batch_text(batch, MANDATE_FIELD_NAME_VI, "An agency with a long name",
                                  MANDATE_NTS, err);
    });
    with_every_failure("batch_json", MANDATE_OK, [&](mandate_error** err) {
        return mandate_batch_json(batch, fixture_commands, MANDATE_NTS, err);
    });
    mandate_batch_free(batch);
}

void what_asks(const mandate_ledger* ledger) {
    const mandate_view view = fixture_view();
    mandate_batch* const args = review_arguments("2024-Q1");
    with_every_failure("ask", MANDATE_OK, [&](mandate_error** err) {
        mandate_table* out = nullptr;
        const auto status = mandate_ask(ledger, &view, MANDATE_QUESTION_TASKS, nullptr, &out, err);
        return freed(status, out, mandate_table_free);
    });
    for (const int32_t format : {MANDATE_FORMAT_TEXT, MANDATE_FORMAT_JSON, MANDATE_FORMAT_HTML})
        with_every_failure("report", MANDATE_OK, [&](mandate_error** err) {
            mandate_bytes* out = nullptr;
            const auto status = mandate_report(ledger, &view, format, args, &out, err);
            return freed(status, out, mandate_bytes_free);
        });
    with_every_failure("review_make", MANDATE_OK, [&](mandate_error** err) {
        mandate_review* out = nullptr;
        const auto status = mandate_review_make(ledger, &view, args, &out, err);
        return freed(status, out, mandate_review_free);
    });
    mandate_calendar* calendar = nullptr;
    with_every_failure("calendar_of_ledger", MANDATE_OK, [&](mandate_error** err) {
        mandate_calendar* out = nullptr;
        const auto status = mandate_calendar_of_ledger(ledger, &view, "A", 1, &out, err);
        return freed(status, out, mandate_calendar_free);
    });
    mandate_calendar_of_ledger(ledger, &view, "A", 1, &calendar, nullptr);
    for (const int32_t format : {MANDATE_FORMAT_TEXT, MANDATE_FORMAT_JSON})
        with_every_failure("calendar_report", MANDATE_OK, [&](mandate_error** err) {
            mandate_bytes* out = nullptr;
            const auto status =
                mandate_calendar_report(calendar, 2024, format, MANDATE_LANGUAGE_VI, &out, err);
            return freed(status, out, mandate_bytes_free);
        });
    with_every_failure("calendar_year", MANDATE_OK, [&](mandate_error** err) {
        mandate_table* out = nullptr;
        const auto status = mandate_calendar_year(calendar, 2024, &out, err);
        return freed(status, out, mandate_table_free);
    });
    mandate_calendar_free(calendar);
    with_every_failure("verify", MANDATE_OK, [&](mandate_error** err) {
        mandate_table* out = nullptr;
        const auto status = mandate_verify(ledger, &out, err);
        return freed(status, out, mandate_table_free);
    });
    mandate_batch_free(args);
}

// Whatever happens, the revision is that of before or that of after.
void what_records(mandate_ledger* ledger) {
    const mandate_act act = fixture_act();
    int number = 0;
    int64_t before = 0;
    mandate_ledger_revision(ledger, &before, nullptr);
    with_every_failure("record", MANDATE_OK, [&](mandate_error** err) {
        const long kept = std::exchange(allowed, -1);
        char json[128];
        std::snprintf(json, sizeof json,
                      R"({"command":"add_agency","agency":"N%d","name_vi":"Another agency"})",
                      ++number);
        mandate_batch* const batch = batch_of_json(json);
        int64_t revision = 0, now = 0;
        allowed = kept;
        const auto status = mandate_record(ledger, &act, batch, &revision, err);
        allowed = -1;
        mandate_batch_free(batch);
        mandate_ledger_revision(ledger, &now, nullptr);
        const bool right = status == MANDATE_OK ? revision == before + 1 && now == before + 1
                                                : revision == 0 && now == before;
        before = now;
        return right ? status : MANDATE_E_INTERNAL;
    });
}

}  // namespace

int main() {
    mandate_ledger* const in_file = fixture_file("allocation.ledger");
    mandate_ledger* const in_memory = fixture_ledger();
    what_makes_things();
    what_fills_a_batch();
    what_asks(in_memory);
    what_records(in_memory);
    what_records(in_file);
    mandate_ledger_close(in_memory);
    mandate_ledger_close(in_file);
    remove_ledger("allocation.ledger");
    return failures == 0 ? 0 : 1;
}
