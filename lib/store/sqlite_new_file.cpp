// The ledger is written under another name in the same folder, synced and closed; then it is given
// its own name, which fails if the name is taken. So a reader, a second creator or a power cut
// finds either nothing at the path or a complete ledger. What a crash can leave behind is a file
// `<path>.new-<random>`, which nobody opens.
#include "store/sqlite_new_file.hpp"

#include "base/os.hpp"
#include "base/quote.hpp"
#include "base/random.hpp"
#include "mandate/base/error.hpp"
#include "store/event_store_checks.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_format.hpp"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace mandate::sqlite {
namespace {

namespace fs = std::filesystem;

void remove_quietly(const std::string& path) noexcept {
    std::error_code ignored;
    fs::remove(path, ignored);
}

/// A name nobody else uses, with all that SQLite puts beside it; gone at the end.
class scratch_file {
public:
    explicit scratch_file(const std::string& beside)
        : path_{beside + ".new-" + hex(random_bytes(8))} {}
    ~scratch_file() {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) remove_quietly(path_ + suffix);
    }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;

    const std::string& path() const noexcept { return path_; }

private:
    std::string path_;
};

/// A log left by a ledger that is gone would be taken for that of the new one.
void require_no_remains(const std::string& path, const std::string& shown) {
    for (const char* suffix : {"-wal", "-journal"}) {
        std::error_code unknown;
        if (fs::exists(path + suffix, unknown))
            throw error{errc::damaged,
                        "there is " + path_in_quotes(shown + suffix) +
                            " but not its ledger: bring the ledger back, or remove this file too",
                        {{"path", shown}}};
    }
}

bool is_ledger(const std::string& path) {
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown)) return false;
    try {
        require_ledger_file(path, path);
    } catch (const error& e) {
        return e.code() == errc::newer_format;
    }
    return true;
}

error not_written_over(const std::string& shown, const char* what) {
    return {errc::refused,
            path_in_quotes(shown) + " is " + what + ", and is not written over",
            {{"path", shown}}};
}

/// What SQLite or a snapshot keeps beside a ledger is written over, or thrown away, by its writer.
void require_own_name(const std::string& path, const std::string& shown) {
    for (const std::string_view beside : {"-wal", "-shm", "-journal", "-snapshot"})
        if (path.ends_with(beside) && is_ledger(path.substr(0, path.size() - beside.size())))
            throw not_written_over(shown, "part of a ledger");
}

/// SQLite does not tell the lack of a right from the lack of a folder.
void require_rights(const std::string& path, const std::string& shown) {
    const std::string forbidden = forbidden_in(fs::path{path}.parent_path().string());
    if (!forbidden.empty())
        throw error{errc::read_only,
                    path_in_quotes(shown) +
                        " cannot be made: nothing may be written into its "
                        "folder: " +
                        forbidden,
                    {{"path", shown}}};
}

/// Gives the finished file its name. Whether it could: false if the name is taken.
bool publish(const std::string& from, const std::string& to, std::error_code& failure) {
    if (rename_to_free_name(from, to, failure)) return true;
    if (failure != std::errc::function_not_supported) return false;
    // A file system of old, or of a network. Claim the name, then rename over it; a crash between
    // the two leaves an empty file, which is refused as such.
    std::FILE* const claim = std::fopen(to.c_str(), "wx");
    if (claim == nullptr) return false;
    std::fclose(claim);
    fs::rename(from, to, failure);
    if (failure) remove_quietly(to);
    return !failure;
}

}  // namespace

struct new_ledger_file::file {
    file(const std::string& path, const std::string& shown, const ledger_identity& identity)
        : scratch{path} {
        db.emplace(scratch.path(), access::create, shown);
        // No journal: if anything fails, the whole file is thrown away.
        db->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL;");
        all.emplace(*db);
        create_tables(*db, identity);
        into.emplace(*db);
    }

    scratch_file scratch;
    std::optional<connection> db;
    std::optional<transaction> all;
    std::optional<inserter> into;
    std::int64_t last = 0;  ///< that was put in
};

new_ledger_file::new_ledger_file(std::string path, std::string shown,
                                 const ledger_identity& identity)
    : path_{std::move(path)}, shown_{std::move(shown)} {
    require_own_name(path_, shown_);
    require_no_remains(path_, shown_);
    require_rights(path_, shown_);
    file_ = std::make_unique<file>(path_, shown_, identity);
}

new_ledger_file::~new_ledger_file() = default;

void new_ledger_file::put(const stored_event& e) {
    file_->into->put(e);
    file_->last = e.seq;
}

void new_ledger_file::put(std::span<const stored_event> more) {
    for (const stored_event& e : more) put(e);
}

void new_ledger_file::read(std::int64_t after,
                           const std::function<void(const stored_event&)>& take) {
    select(*file_->db, after, take);
}

void new_ledger_file::commit() {
    file_->into.reset();
    tell_revision(*file_->db, file_->last);
    file_->all->commit();
    file_->all.reset();
    {
        statement to_log{*file_->db, "PRAGMA journal_mode = WAL"};
        if (!to_log.step() || to_log.bytes(0) != "wal")
            throw error{errc::io,
                        "ledger " + path_in_quotes(shown_) +
                            ": SQLite cannot keep a write-ahead log on this file system",
                        {{"path", shown_}}};
    }
    file_->db.reset();
    std::error_code failure;
    if (!publish(file_->scratch.path(), path_, failure)) {
        std::error_code unknown;
        if (fs::exists(path_, unknown))
            throw error{errc::conflict,
                        path_in_quotes(shown_) + " was made by somebody else at the same time",
                        {{"path", shown_}}};
        throw error{errc::io,
                    "ledger " + path_in_quotes(shown_) + " cannot be made: " + failure.message(),
                    {{"path", shown_}}};
    }
    try {
        sync_folder(fs::path{path_}.parent_path().string());
    } catch (...) {
        remove_quietly(path_);
        throw;
    }
}

void require_folder_of(const std::string& path, const char* what, const std::string& shown) {
    const fs::path folder = fs::path{path}.parent_path();
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown))
        throw error{errc::not_found,
                    "there is no folder " + path_in_quotes(folder.string()) + " for " + what + " " +
                        path_in_quotes(shown),
                    {{"path", shown}}};
}

void write_database_file(const std::string& path, const std::function<void(connection&)>& fill) {
    require_path(path, "the tables go into a file, given by its path; this is none");
    const std::string lasting = fs::absolute(path).string();
    std::error_code unknown;
    if (fs::exists(lasting, unknown) && !fs::is_regular_file(lasting, unknown))
        throw not_written_over(path, "no plain file");
    if (is_ledger(lasting)) throw not_written_over(path, "a ledger");
    require_folder_of(lasting, "the file", path);
    require_own_name(lasting, path);
    require_rights(lasting, path);
    const scratch_file scratch{lasting};
    {
        connection file{scratch.path(), access::create, path};
        file.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL;");
        transaction all{file};
        fill(file);
        all.commit();
    }
    std::error_code failure;
    fs::rename(scratch.path(), lasting, failure);
    if (failure)
        throw error{errc::io,
                    "file " + path_in_quotes(path) + " cannot be written: " + failure.message(),
                    {{"path", path}}};
}

}  // namespace mandate::sqlite
