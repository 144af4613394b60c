#include "mandate/store/event_store.hpp"

#include "base/random.hpp"
#include "mandate/base/text.hpp"
#include "store/event_store_checks.hpp"

#include <string_view>

namespace mandate {

ledger_identity new_identity(int utc_offset_minutes) {
    if (utc_offset_minutes < -12 * 60 || utc_offset_minutes > 14 * 60)
        throw error{errc::out_of_range, "a UTC offset of " + to_text(utc_offset_minutes) +
                                            " minutes lies outside -720 to 840"};
    return {hex(random_bytes(16)), utc_offset_minutes};
}

std::string event_store::hash_of(std::int64_t seq) {
    std::string hash;
    if (seq < 1) return hash;
    struct enough {};
    try {
        read(seq - 1, [&](const stored_event& e) {
            if (e.seq == seq) hash = e.hash;
            throw enough{};
        });
    } catch (const enough&) {
    }
    return hash;
}

void event_store::append_and_shred(const log_head&, std::span<const stored_event>,
                                   std::span<const std::int64_t>) {
    throw error{errc::refused,
                "this store cannot destroy the words of an event",
                {{"rule", "store_can_shred"}}};
}

std::unique_ptr<new_log> event_store::begin_log() { return nullptr; }
std::unique_ptr<event_store> event_store::another() { return nullptr; }

std::string event_store::damage() const { return {}; }
std::int64_t event_store::attested() { return 0; }
std::string event_store::altered_view() { return {}; }

std::unique_ptr<std::istream> event_store::kept_snapshot() { return nullptr; }
void event_store::keep_snapshot(const std::function<std::string()>&) noexcept {}
void event_store::drop_snapshot() noexcept {}

namespace {

bool is_on_a_server(const std::string& address) {
    for (const std::string_view scheme : {"postgresql://", "postgres://", "mandate://"})
        if (address.starts_with(scheme)) return true;
    return false;
}

constexpr const char* ledger_asked_for =
    "a ledger is given by the path of its file or by an address that begins with postgresql://, "
    "postgres:// or mandate://, in small letters; this is neither";

}  // namespace

void require_path(const std::string& given, const char* asked_for) {
    std::string small = given;
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto begins = [&](std::string_view with) { return small.starts_with(with); };
    if (begins("postgresql:") || begins("postgres:") || begins("mandate:") || begins("host=") ||
        small.find("dbname=") != small.npos || small.find(":/") != small.npos ||
        small.find("password=") != small.npos)
        throw error{
            errc::invalid_argument,
            std::string{asked_for} + ", and is not repeated here, since it may hold a password"};
}

std::unique_ptr<event_store> open_store(const std::string& address, open_mode mode,
                                        int utc_offset_minutes_if_new) {
    if (is_on_a_server(address)) return postgresql_store(address, mode, utc_offset_minutes_if_new);
    require_path(address, ledger_asked_for);
    return sqlite_store(address, mode, utc_offset_minutes_if_new);
}

void copy_ledger(const std::string& address, event_store& from) {
    if (is_on_a_server(address)) return write_postgresql_ledger(address, from);
    require_path(address, ledger_asked_for);
    write_ledger_file(address, from);
}

void require_sequence(std::int64_t expected, std::span<const stored_event> batch) {
    std::int64_t last = expected;
    for (const stored_event& e : batch)
        if (e.seq != ++last)
            throw error{errc::invalid_argument, "event " + to_text(e.seq) + " where event " +
                                                    to_text(last) + " must follow"};
}

void require_revision(std::int64_t expected, std::int64_t found) {
    if (found == expected) return;
    const std::string based_on = to_text(expected);
    const std::string head = to_text(found);
    throw error{
        errc::conflict,
        "the ledger is at revision " + head + ", but this was based on revision " + based_on,
        {{"expected", based_on}, {"revision", head}}};
}

void require_head(const log_head& expected, const log_head& found) {
    require_revision(expected.revision, found.revision);
    if (expected.revision < 1 || expected.hash == found.hash) return;
    const std::string number = to_text(expected.revision);
    throw error{errc::conflict,
                "event " + number + " in the log is not the one that this was based on",
                {{"expected", number}, {"revision", number}}};
}

}  // namespace mandate
