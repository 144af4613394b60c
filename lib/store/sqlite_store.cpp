#include "base/os.hpp"
#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/store/event_store.hpp"
#include "store/event_store_checks.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_format.hpp"
#include "store/sqlite_new_file.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace mandate {
namespace {

namespace fs = std::filesystem;
using sqlite::access;
using sqlite::connection;

/// Absolute, so that a later change of the current folder does not matter, and without symbolic
/// links, because SQLite puts its log beside the file itself.
std::string lasting_path(const std::string& path) {
    if (path.empty() || path.find('\0') != std::string::npos)
        throw error{errc::invalid_argument, "the path of a ledger is empty or holds a NUL"};
    std::error_code unknown;
    const fs::path resolved = fs::weakly_canonical(fs::absolute(path), unknown);
    return unknown ? fs::absolute(path).string() : resolved.string();
}

/// Also where the folder may not be looked into: then opening tells more.
bool is_there(const std::string& path) {
    std::error_code unknown;
    return fs::status(path, unknown).type() != fs::file_type::not_found;
}

class sqlite_log final : public event_store {
public:
    sqlite_log(const std::string& path, open_mode mode, int utc_offset_minutes_if_new)
        : shown_{path}, path_{lasting_path(path)}, mode_{mode} {
        if (mode == open_mode::create && !is_there(path_)) {
            sqlite::require_folder_of(path_, "the ledger", shown_);
            identity_ = new_identity(utc_offset_minutes_if_new);
        } else {
            open();
        }
    }

    ~sqlite_log() override {
        if (!db_) return;
        if (!process_.holds()) {
            db_->abandon();
            return;
        }
        if (mode_ != open_mode::read && file_number(path_) == file_) {
            db_->empty_log_at_close(true);
            db_->checkpoint();
        }
        db_.reset();
        if (mode_ == open_mode::read) sqlite::remove_traces_of_reading(path_);
    }
    sqlite_log(const sqlite_log&) = delete;
    sqlite_log& operator=(const sqlite_log&) = delete;

    const ledger_identity& identity() const noexcept override { return identity_; }

    std::int64_t revision() override {
        if (!connect()) return 0;
        require_same_file();
        take_remaining_words();
        if (damage_.empty()) {
            try {
                return sqlite::last_seq(*db_);
            } catch (const error& e) {
                bear(e);
            }
        }
        std::int64_t last = 0;
        sqlite::salvage(*db_, 0, [&](const stored_event& e) { last = std::max(last, e.seq); });
        return last;
    }

    std::string damage() const override { return damage_; }

    /// The file is made with its first event.
    std::int64_t attested() override {
        return connect() ? std::max<std::int64_t>(sqlite::told_revision(*db_), 1) : 0;
    }

    std::string altered_view() override {
        if (!connect() || sqlite::has_own_view(*db_)) return {};
        return "the view event_json is not the one that the file was made with: what the sqlite3 "
               "shell shows by it is not what the events say";
    }

    std::unique_ptr<event_store> another() override {
        if (!connect()) return nullptr;
        return sqlite_store(path_, open_mode::read, 0);
    }

    void append(const log_head& expected, std::span<const stored_event> batch) override {
        if (mode_ == open_mode::read)
            throw error{errc::read_only,
                        "ledger " + path_in_quotes(shown_) + " was opened for reading only",
                        {{"path", shown_}}};
        require_sequence(expected.revision, batch);
        if (!connect()) {
            require_revision(expected.revision, 0);
            if (batch.empty()) return;
            sqlite::new_ledger_file made{path_, shown_, identity_};
            made.put(batch);
            return made.commit();  // the next call opens it
        }
        require_same_file();
        {
            sqlite::transaction all{*db_};
            require_end(expected);
            sqlite::insert(*db_, batch);
            all.commit();
        }
        take_remaining_words();
    }

    std::unique_ptr<new_log> begin_log() override {
        if (connect()) return nullptr;
        return std::make_unique<sqlite::new_ledger_file>(path_, shown_, identity_);
    }

    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        if (shredded.empty()) return append(expected, batch);
        if (mode_ == open_mode::read || !connect())
            return append(expected, batch);  // refuses, or makes a file with nothing to shred
        require_sequence(expected.revision, batch);
        require_same_file();
        db_->execute("PRAGMA secure_delete = ON");
        {
            sqlite::transaction all{*db_};
            require_end(expected);
            sqlite::insert(*db_, batch);
            sqlite::shred(*db_, shredded);
            all.commit();
        }
        drop_snapshot();
        words_remain_ = !db_->empty_log(true);
    }

    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        for (;;) {
            const signs before = signs_of_writing();
            if (!connect()) return;
            take_remaining_words();
            if (!without_locks_) return read_rows(after, take);
            // A writer may come in the midst of it: then what was read says nothing.
            std::vector<stored_event> rows;
            try {
                read_rows(after, [&](const stored_event& e) { rows.push_back(e); });
            } catch (const error&) {
                if (signs_of_writing() == before) throw;
            }
            if (signs_of_writing() == before) {
                for (const stored_event& e : rows) take(e);
                return;
            }
            damage_.clear();
        }
    }

    std::unique_ptr<std::istream> kept_snapshot() override {
        std::error_code none;
        if (!connect() || !fs::is_regular_file(snapshot_path_, none)) return nullptr;
        auto in = std::make_unique<std::ifstream>(snapshot_path_, std::ios::binary);
        if (!*in) return nullptr;
        return in;
    }

    void keep_snapshot(const std::function<std::string()>& make) noexcept override {
        if (mode_ == open_mode::read || !db_ || !process_.holds() || file_number(path_) != file_)
            return;
        const std::string made = snapshot_path_ + ".new";
        std::error_code ignored;
        try {
            const std::string bytes = make();
            fs::remove(made, ignored);
            std::ofstream out{made, std::ios::binary};
            fs::permissions(made, fs::status(path_).permissions());
            out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            out.close();
            if (out) return fs::rename(made, snapshot_path_);
        } catch (...) {  // then there is none
        }
        fs::remove(made, ignored);
    }

    void drop_snapshot() noexcept override {
        std::error_code ignored;
        if (mode_ == open_mode::read || !process_.holds()) return;
        fs::remove(snapshot_path_, ignored);
        fs::remove(snapshot_path_ + ".new", ignored);  // of a writer that was killed over it
    }

private:
    /// @pre in a transaction that may write.
    void require_end(const log_head& expected) {
        sqlite::require_known_format(*db_, shown_);
        require_head(expected, sqlite::last_event(*db_));
    }

    /// What changes while somebody writes.
    struct signs {
        bool log;
        fs::file_time_type changed;
        bool operator==(const signs&) const = default;
    };
    signs signs_of_writing() const {
        std::error_code unknown;
        return {is_there(path_ + "-wal"), fs::last_write_time(path_, unknown)};
    }

    void read_rows(std::int64_t after, const std::function<void(const stored_event&)>& take) {
        std::int64_t seen = after;
        if (damage_.empty()) {
            bool taking = false;
            try {
                return sqlite::select(*db_, after, [&](const stored_event& e) {
                    taking = true;
                    take(e);
                    taking = false;
                    seen = std::max(seen, e.seq);
                });
            } catch (const error& e) {
                if (taking) throw;
                bear(e);
            }
        }
        sqlite::salvage(*db_, std::max<std::int64_t>(seen, 0), take);
    }

    /// Whether there is a file, opened by now.
    bool connect() {
        process_.require("ledger " + path_in_quotes(shown_));
        // Without locks SQLite does not notice what others write; each call looks anew.
        if (db_ && without_locks_) db_.reset();
        if (!db_) {
            if (mode_ == open_mode::create && !is_there(path_)) return false;
            open();
        }
        return true;
    }

    /// The old pages of destroyed words, where a reader held the log that has the new ones.
    void take_remaining_words() noexcept {
        if (words_remain_ && file_number(path_) == file_) words_remain_ = !db_->empty_log(false);
    }

    void open() {
        sqlite::require_ledger_file(path_, shown_);
        if (mode_ == open_mode::read)
            open_for_reading();
        else
            open_for_writing();
    }

    void open_for_writing() {
        require_own_log();
        connection db{path_, access::write, shown_};
        if (db.cannot_write())
            throw error{errc::read_only,
                        "ledger " + path_in_quotes(shown_) + " cannot be written: no right to",
                        {{"path", shown_}}};
        const std::string forbidden = forbidden_in(fs::path{path_}.parent_path().string());
        if (!forbidden.empty() && !is_there(path_ + "-wal"))
            throw error{errc::read_only,
                        "ledger " + path_in_quotes(shown_) +
                            " cannot be written: its log is kept beside it, and nothing may be "
                            "written into its folder: " +
                            forbidden,
                        {{"path", shown_}}};
        // The log belongs to whatever file is at the path: what a file that was replaced, or could
        // not be read with it, would take out of it is lost.
        db.empty_log_at_close(false);
        use(std::move(db));
    }

    /// A log that a writer left when it was killed goes on with the file that it was written for:
    /// to any other it would bring pages from elsewhere. The file alone may be half of a
    /// checkpoint, and then says nothing; another's checkpoint may come in the midst of it.
    void require_own_log() const {
        constexpr int times = 3;
        for (int i = 1; !goes_on_in_log(); ++i) {
            if (i == times)
                throw error{errc::damaged,
                            "ledger " + path_in_quotes(shown_) +
                                ": the log beside it, of the same name with -wal, was written for "
                                "another file; move it away, or put back the file that it was "
                                "written for",
                            {{"path", shown_}}};
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    }

    bool goes_on_in_log() const {
        std::error_code missing;
        if (fs::file_size(path_ + "-wal", missing) == 0 || missing) return true;
        ledger_identity own;
        log_head end;
        try {
            connection file{path_, access::read_immutable, shown_};
            own = sqlite::read_identity(file, shown_);
            end = sqlite::last_row(file);  // the page that tells it may be ahead of the others
        } catch (const error&) {
            return true;
        }
        try {
            connection both{path_, access::read, shown_};
            const std::int64_t last = end.revision;
            return sqlite::read_identity(both, shown_) == own &&
                   sqlite::hash_of(both, last) == end.hash &&
                   (sqlite::last_row(both).revision <= last ||
                    !sqlite::hash_of(both, last + 1).empty());
        } catch (const error& e) {
            return e.code() != errc::damaged;  // who opens it will see why
        }
    }

    void open_for_reading() {
        try {
            // Log and locks that are made here belong to this user; an owner of the ledger who may
            // not write to them would be locked out.
            without_locks_ = (without_locks_ || !may_write(path_)) && !is_there(path_ + "-wal");
            use(connection{path_, without_locks_ ? access::read_immutable : access::read, shown_});
        } catch (const error& e) {
            // Beside a ledger SQLite wants to put a log and a file for locks. Where the folder
            // forbids that, or there is no room for them, it can be read without, as long as there
            // is no log, that is, no writer.
            const bool forbidden =
                e.code() == errc::read_only || e.code() == errc::io || e.code() == errc::full;
            if (without_locks_ || !forbidden || is_there(path_ + "-wal")) throw;
            without_locks_ = true;
            use(connection{path_, access::read_immutable, shown_});
        }
    }

    /// @pre inside a handler. Whoever only reads goes on without what is lost; a damaged file is
    /// not written to.
    void bear(const error& e) {
        if (e.code() != errc::damaged) throw;
        if (mode_ != open_mode::read)
            throw error{
                errc::damaged,
                std::string{e.what()} +
                    (can_be_read() ? "; it can still be opened for reading, and `mandate backup` "
                                     "copies what can be read"
                                   : ""),
                e.facts()};
        damage_ = e.what();
        db_->bear_damage();
    }

    bool can_be_read() const {
        try {
            connection reading{path_, access::read, shown_};
            reading.bear_damage();
            sqlite::require_known_format(reading, shown_);
            sqlite::read_identity(reading, shown_);
            sqlite::statement{reading, "SELECT seq, payload, hash FROM event"};
            return true;
        } catch (const error&) {
            return false;
        }
    }

    /// A file that was moved away or replaced while open would take the events with it.
    void require_same_file() const {
        if (file_number(path_) == file_) return;
        throw error{errc::io,
                    "ledger " + path_in_quotes(shown_) +
                        " was moved, deleted or replaced while it was open; open it again",
                    {{"path", shown_}}};
    }

    void use(connection opened) {
        file_ = file_number(path_);
        db_ = std::move(opened);
        try {
            try {
                if (mode_ != open_mode::read) db_->execute("PRAGMA synchronous = FULL");
                look();
                require_whole_file();
            } catch (const error& e) {
                bear(e);
                look();
            }
        } catch (...) {
            db_.reset();
            sqlite::remove_traces_of_reading(path_);
            throw;
        }
    }

    void look() {
        sqlite::require_known_format(*db_, shown_);
        identity_ = sqlite::read_identity(*db_, shown_);
    }

    /// SQLite takes what was cut off the last page for zeros. Pages that are still in the log need
    /// not be in the file; it is looked at last, so that no page moves there unseen.
    void require_whole_file() {
        std::int64_t whole = 1;
        for (const char* pragma : {"PRAGMA page_count", "PRAGMA page_size"}) {
            sqlite::statement asked{*db_, pragma};
            if (asked.step()) whole *= asked.number(0);
        }
        std::error_code missing;
        if (fs::file_size(path_ + "-wal", missing) != 0 && !missing) return;
        const auto size = static_cast<std::int64_t>(fs::file_size(path_, missing));
        if (missing || size >= whole) return;
        throw error{errc::damaged,
                    "ledger " + path_in_quotes(shown_) + " is cut short: " + to_text(size) +
                        " of " + to_text(whole) + " bytes",
                    {{"path", shown_}}};
    }

    const std::string shown_;  ///< the path as the user wrote it
    const std::string path_;   ///< lasting_path of it
    const std::string snapshot_path_ = path_ + "-snapshot";
    const open_mode mode_;
    const fork_guard process_;
    ledger_identity identity_;
    std::optional<connection> db_;  ///< nothing while there is no file
    file_identity file_;            ///< of the file that is open
    bool without_locks_ = false;
    bool words_remain_ = false;  ///< destroyed ones, in the main file
    std::string damage_;         ///< empty: none was seen
};

}  // namespace

std::unique_ptr<event_store> sqlite_store(const std::string& path, open_mode mode,
                                          int utc_offset_minutes_if_new) {
    return std::make_unique<sqlite_log>(path, mode, utc_offset_minutes_if_new);
}

void write_ledger_file(const std::string& path, event_store& from) {
    const std::string lasting = lasting_path(path);
    if (is_there(lasting))
        throw error{errc::conflict,
                    path_in_quotes(path) + " is there already; a backup overwrites nothing",
                    {{"path", path}}};
    sqlite::require_folder_of(lasting, "the ledger", path);
    sqlite::new_ledger_file made{lasting, path, from.identity()};
    std::int64_t last = 0;
    from.read(0, [&](const stored_event& e) {
        if (e.seq <= last) return;  // of a damaged log: a row that is out of place
        made.put(e);
        last = e.seq;
    });
    made.commit();
}

}  // namespace mandate
