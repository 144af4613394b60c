#include "store/sqlite.hpp"

#include "base/quote.hpp"
#include "mandate/base/text.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

namespace mandate::sqlite {
namespace {

constexpr int patience_ms = 5000;

int flags_of(access wanted) noexcept {
    // NOMUTEX: calls on one connection never overlap. EXRESCODE: errors say what kind of I/O
    // failed.
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (wanted) {
        case access::read:
            return always | SQLITE_OPEN_READONLY;
        case access::read_immutable:
            return always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        case access::write:
            return always | SQLITE_OPEN_READWRITE;
        case access::create:
            return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return always;
}

/// `file:` with the path, its reserved characters escaped.
std::string immutable_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%')
            uri += "%25";
        else if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

}  // namespace

errc code_of(int result) noexcept {
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return errc::busy;
        case SQLITE_READONLY:
            return errc::read_only;
        case SQLITE_FULL:
            return errc::full;
        case SQLITE_NOTADB:
            return errc::not_a_ledger;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
        case SQLITE_PERM:
            return errc::io;
        case SQLITE_CORRUPT:
        // Our statements are constants: one that SQLite does not understand, or a row that breaks a
        // constraint, means that the file's tables are not those we made.
        case SQLITE_ERROR:
        case SQLITE_CONSTRAINT:
        case SQLITE_TOOBIG:  // to be read; what is to be written is refused where it is bound
            return errc::damaged;
        default:
            return errc::internal;
    }
}

void connection::closer::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

connection::connection(const std::string& path, access wanted, const std::string& shown)
    : shown_{shown} {
    const std::string name = wanted == access::read_immutable ? immutable_uri(path) : path;
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &raw, flags_of(wanted), nullptr);
    handle_.reset(raw);
    if (result != SQLITE_OK) fail_at(result, "");  // of the file itself: nothing is beside it yet
    sqlite3_busy_timeout(raw, patience_ms);
    // A ledger may come from anywhere: nothing that another hand put into its schema is run.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void connection::finalizer::operator()(sqlite3_stmt* handle) const noexcept {
    sqlite3_finalize(handle);
}

void connection::abandon() noexcept {
    for (auto& [sql, handle] : idle_) static_cast<void>(handle.release());
    static_cast<void>(handle_.release());
}

void connection::execute(const char* sql) {
    const int result = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

bool connection::cannot_write() const noexcept {
    return sqlite3_db_readonly(handle(), "main") == 1;
}

void connection::bear_damage() noexcept {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
}

void connection::empty_log_at_close(bool wanted) noexcept {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, wanted ? 0 : 1, nullptr);
}

void connection::checkpoint() noexcept {
    sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

bool connection::empty_log(bool waiting) noexcept {
    // Other writers wait as long as this does, and who reads may stay for long.
    constexpr int short_patience_ms = 250;
    sqlite3_busy_timeout(handle(), waiting ? short_patience_ms : 0);
    const int result =
        sqlite3_wal_checkpoint_v2(handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle(), patience_ms);
    return result == SQLITE_OK;
}

// Read through SQLite's own file: closing another descriptor of the same file would drop the locks
// that every connection of this process holds on it (fcntl(2)).
std::string connection::first_bytes(int count) {
    sqlite3_file* file = nullptr;
    int result = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (result != SQLITE_OK) fail(result);
    std::string bytes(static_cast<std::size_t>(count), '\0');
    result = file->pMethods->xRead(file, bytes.data(), count, 0);
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) fail(result);
    return bytes;
}

void connection::fail(int result) const {
    fail_at(result,
            "; its log is kept beside it, so who writes must be able to write in its folder");
}

void connection::fail_at(int result, const char* if_forbidden) const {
    if (result == SQLITE_NOMEM || handle() == nullptr) throw std::bad_alloc{};
    std::string text =
        "ledger " + path_in_quotes(shown_) + ": " + mended_utf8(sqlite3_errmsg(handle()));
    const int reason = sqlite3_system_errno(handle());
    errc code = code_of(result);
    if (code == errc::busy) text += ": another program is writing to it; it can be tried again";
    if (code == errc::io && reason != 0) {
        // A log or a file for locks that finds no room is to SQLite a failure of the device.
        if (reason == ENOSPC || reason == EDQUOT) code = errc::full;
        text += " (" + std::generic_category().message(reason) + ")";
        if (reason == EACCES || reason == EROFS) text += if_forbidden;
    }
    throw error{code, text, {{"path", shown_}, {"sqlite_code", to_text(result)}}};
}

// As SQLite does where the last connection that may write is closed (https://sqlite.org/wal.html,
// 2.1): who uses the log holds a shared lock on the main file, so nobody does under an exclusive
// one.
void remove_traces_of_reading(const std::string& path) noexcept {
    namespace fs = std::filesystem;
    try {
        const std::string log = path + "-wal", locks = path + "-shm";
        std::error_code none;
        if (!fs::exists(log, none) && !fs::exists(locks, none)) return;
        connection alone{path, access::write, path};
        sqlite3_file* file = nullptr;
        sqlite3_file_control(alone.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
        if (file == nullptr || file->pMethods == nullptr) return;
        if (file->pMethods->xLock(file, SQLITE_LOCK_SHARED) == SQLITE_OK &&
            file->pMethods->xLock(file, SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK) {
            const bool holds_something = fs::file_size(log, none) != 0 && !none;
            if (!holds_something)
                for (const std::string& left : {log, locks}) fs::remove(left, none);
        }
        file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
    } catch (...) {  // they do no harm
    }
}

statement::statement(connection& on, std::string_view sql) : on_{on}, sql_{sql} {
    if (const auto found = on.idle_.find(sql); found != on.idle_.end() && found->second) {
        handle_ = std::move(found->second);
        return;
    }
    sqlite3_stmt* raw = nullptr;
    const int result =
        sqlite3_prepare_v2(on.handle(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
    handle_.reset(raw);
    if (result != SQLITE_OK) on.fail(result);
}

statement::~statement() {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    try {
        on_.idle_[sql_] = std::move(handle_);
    } catch (const std::bad_alloc&) {  // then it is prepared anew
    }
}

void statement::bind(int parameter, std::int64_t number) {
    const int result = sqlite3_bind_int64(handle_.get(), parameter, number);
    if (result != SQLITE_OK) on_.fail(result);
}

void statement::bind_null(int parameter) {
    const int result = sqlite3_bind_null(handle_.get(), parameter);
    if (result != SQLITE_OK) on_.fail(result);
}

void statement::bind_text(int parameter, const std::string& text) {
    const int result = sqlite3_bind_text64(handle_.get(), parameter, text.data(), text.size(),
                                           SQLITE_STATIC, SQLITE_UTF8);
    require_bound(result, text.size());
}

void statement::bind_blob(int parameter, const std::string& bytes) {
    const int result =
        sqlite3_bind_blob64(handle_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
    require_bound(result, bytes.size());
}

void statement::require_bound(int result, std::size_t size) const {
    if (result == SQLITE_TOOBIG)
        throw error{errc::out_of_range, "a text of " + to_text(static_cast<long long>(size)) +
                                            " bytes is more than a row of SQLite holds"};
    if (result != SQLITE_OK) on_.fail(result);
}

bool statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) on_.fail(result);
    return result == SQLITE_ROW;
}

void statement::reset() noexcept { sqlite3_reset(handle_.get()); }

std::int64_t statement::number(int column) const noexcept {
    return sqlite3_column_int64(handle_.get(), column);
}

std::string_view statement::bytes(int column) const noexcept {
    const void* const start = sqlite3_column_blob(handle_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return {static_cast<const char*>(start), start == nullptr ? 0 : size};
}

transaction::transaction(connection& on) : on_{on} { statement{on, "BEGIN IMMEDIATE"}.step(); }

transaction::~transaction() {
    // After some errors SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(on_.handle()) == 0)
        sqlite3_exec(on_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void transaction::commit() { statement{on_, "COMMIT"}.step(); }

}  // namespace mandate::sqlite
