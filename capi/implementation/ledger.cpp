#include "ledger.hpp"

#include "call.hpp"
#include "mandate/exchange/sqlite_export.hpp"
#include "results.hpp"

#include <string>

using mandate::capi::call;
using mandate::capi::guard;

namespace {

mandate::open_mode mode_of(const call& in, int32_t number) {
    switch (number) {
        case MANDATE_OPEN_READ:
            return mandate::open_mode::read;
        case MANDATE_OPEN_WRITE:
            return mandate::open_mode::write;
        case MANDATE_OPEN_CREATE:
            return mandate::open_mode::create;
        default:
            in.refuse("mode", "is none of MANDATE_OPEN_READ, _WRITE, _CREATE");
    }
}

int offset_of(const call& in, int32_t minutes) {
    if (minutes < -12 * 60 || minutes > 14 * 60)
        in.refuse("utc_offset_minutes", "is not within -720 and 840");
    return minutes;
}

std::string file_name(const call& in, const char* path, size_t path_len) {
    std::string file{in.text(path, path_len, "path")};
    if (file.empty()) in.refuse("path", "is empty");
    return file;
}

}  // namespace

mandate_status mandate_ledger_open(const char* path, size_t path_len, int32_t mode,
                                   int32_t utc_offset_minutes, mandate_ledger** out,
                                   mandate_error** err) noexcept {
    return guard("mandate_ledger_open", err, [&](const call& in) {
        mandate_ledger*& answer = in.output(out, "out");
        const std::string file = file_name(in, path, path_len);
        auto made = std::make_unique<mandate_ledger>();
        made->value =
            mandate::ledger::open(file, mode_of(in, mode), offset_of(in, utc_offset_minutes));
        answer = made.release();
    });
}

mandate_status mandate_ledger_memory(int32_t utc_offset_minutes, mandate_ledger** out,
                                     mandate_error** err) noexcept {
    return guard("mandate_ledger_memory", err, [&](const call& in) {
        mandate_ledger*& answer = in.output(out, "out");
        auto made = std::make_unique<mandate_ledger>();
        made->value = mandate::ledger::in_memory(offset_of(in, utc_offset_minutes));
        answer = made.release();
    });
}

void mandate_ledger_close(mandate_ledger* ledger) noexcept {
    if (ledger == nullptr) return;
    // In a child made by fork() the store lets go without touching the file or its locks.
    ledger->tag = 0;
    delete ledger;
}

mandate_status mandate_ledger_revision(const mandate_ledger* ledger, int64_t* revision,
                                       mandate_error** err) noexcept {
    return guard("mandate_ledger_revision", err, [&](const call& in) {
        int64_t& answer = in.output(revision, "revision");
        answer = in.opened(ledger).revision();
    });
}

mandate_status mandate_ledger_utc_offset(const mandate_ledger* ledger, int32_t* minutes,
                                         mandate_error** err) noexcept {
    return guard("mandate_ledger_utc_offset", err, [&](const call& in) {
        int32_t& answer = in.output(minutes, "minutes");
        answer = in.opened(ledger).utc_offset_minutes();
    });
}

mandate_status mandate_ledger_refresh(const mandate_ledger* ledger, mandate_error** err) noexcept {
    return guard("mandate_ledger_refresh", err,
                 [&](const call& in) { in.opened(ledger).refresh(); });
}

mandate_status mandate_ledger_findings(const mandate_ledger* ledger, mandate_table** findings,
                                       mandate_error** err) noexcept {
    return guard("mandate_ledger_findings", err, [&](const call& in) {
        mandate_table*& answer = in.output(findings, "findings");
        answer = mandate::capi::new_findings(in.opened(ledger).findings());
    });
}

mandate_status mandate_backup(const mandate_ledger* ledger, const char* path, size_t path_len,
                              mandate_error** err) noexcept {
    return guard("mandate_backup", err, [&](const call& in) {
        const auto& from = in.opened(ledger);
        from.backup(file_name(in, path, path_len));
    });
}

mandate_status mandate_export_sqlite(const mandate_ledger* ledger, const mandate_view* view,
                                     const char* path, size_t path_len,
                                     mandate_error** err) noexcept {
    return guard("mandate_export_sqlite", err, [&](const call& in) {
        const auto& from = in.opened(ledger);
        mandate::export_sqlite(from, in.read(view), file_name(in, path, path_len));
    });
}
