#pragma once
// SQLite in terms of C++: connections, statements and transactions that clean up after themselves
// and fail by exception.

#include "mandate/base/error.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace mandate::sqlite {

/// Our code for a result code of SQLite, extended or not.
errc code_of(int result) noexcept;

enum class access {
    read,            ///< an existing file
    read_immutable,  ///< the same without locks: only while nobody writes
    write,           ///< an existing file
    create,          ///< a new file
};

/// Waits up to 5 seconds for a lock. Used by one thread at a time.
class connection {
public:
    /// @param path absolute, so that no name means something else to SQLite (":memory:", "").
    /// @param shown the name of the ledger in errors.
    connection(const std::string& path, access wanted, const std::string& shown);

    void execute(const char* sql);
    /// Opened for writing, but the file allows reading only.
    bool cannot_write() const noexcept;
    /// Reads on although the file is shorter than it says, or its schema is odd.
    void bear_damage() noexcept;
    /// Whether the last one that is closed copies the log into the main file and takes it away. It
    /// does unless told otherwise.
    void empty_log_at_close(bool wanted) noexcept;
    /// Copies what the log holds into the main file, as far as readers allow. Never waits.
    void checkpoint() noexcept;
    /// The same, and cuts the log to nothing; false: a reader needs it. `waiting`: for a while
    /// until it does not.
    bool empty_log(bool waiting) noexcept;
    /// The first bytes of the file, zeros after its end.
    std::string first_bytes(int count);
    /// Forgets the connection without closing it: the locks belong to the parent process.
    void abandon() noexcept;

    sqlite3* handle() const noexcept { return handle_.get(); }
    /// Throws what SQLite says of the last call.
    [[noreturn]] void fail(int result) const;

private:
    [[noreturn]] void fail_at(int result, const char* if_forbidden) const;

    friend class statement;
    struct closer {
        void operator()(sqlite3* handle) const noexcept;
    };
    struct finalizer {
        void operator()(sqlite3_stmt* handle) const noexcept;
    };
    using prepared = std::unique_ptr<sqlite3_stmt, finalizer>;

    std::string shown_;
    std::unique_ptr<sqlite3, closer> handle_;
    std::map<std::string, prepared, std::less<>> idle_;  ///< statements that nobody uses now
};

/// Removes what a connection that only read has left beside the file, an empty log and a file for
/// locks, if nobody else uses the file; the last connection that may write does so by itself.
/// Writes nothing, so it works on a full disk, too.
void remove_traces_of_reading(const std::string& path) noexcept;

/// Parameters count from 1, columns from 0. Must not outlive its connection, which keeps what was
/// prepared for the next statement of the same text.
class statement {
public:
    statement(connection& on, std::string_view sql);
    ~statement();
    statement(const statement&) = delete;
    statement& operator=(const statement&) = delete;

    void bind(int parameter, std::int64_t number);
    void bind_null(int parameter);
    /// The bytes must stay where they are until the next reset().
    void bind_text(int parameter, const std::string& text);
    void bind_blob(int parameter, const std::string& bytes);

    /// Whether there is a (next) row.
    bool step();
    void reset() noexcept;

    std::int64_t number(int column) const noexcept;
    /// Valid until the next step() or reset().
    std::string_view bytes(int column) const noexcept;

private:
    void require_bound(int result, std::size_t size) const;

    connection& on_;
    const std::string sql_;
    connection::prepared handle_;
};

/// Holds the write lock from its beginning; rolled back unless committed.
class transaction {
public:
    explicit transaction(connection& on);
    ~transaction();
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;
    void commit();

private:
    connection& on_;
};

}  // namespace mandate::sqlite
