#pragma once
// libpq in terms of C++: a connection that is opened again when it broke, commands whose values
// are never spliced into SQL, and failures as exceptions.

#include "mandate/base/error.hpp"
#include "store/libpq.hpp"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace mandate::postgresql {

/// An address as users write it.
struct address {
    std::string connection;  ///< for libpq
    std::string ledger;
    std::string shown;  ///< without the password, for messages
};
/// @throws error{errc::invalid_argument}
address read_address(const std::string& text);

/// A value of a command: a number in binary, a text, or bytes.
struct parameter {
    parameter(std::int64_t number);
    parameter(const std::string& text) : bytes{text}, type{25} {}
    std::string bytes;
    Oid type;
};

/// Binary rows.
class result {
public:
    explicit result(PGresult* raw) noexcept : raw_{raw} {}
    PGresult* raw() const noexcept { return raw_.get(); }
    int rows() const noexcept { return libpq().PQntuples(raw_.get()); }
    std::int64_t number(int row, int column) const noexcept;
    std::string_view bytes(int row, int column) const noexcept;

private:
    struct clearer {
        void operator()(PGresult* of) const noexcept { libpq().PQclear(of); }
    };
    std::unique_ptr<PGresult, clearer> raw_;
};

class connection {
public:
    explicit connection(const address& to);

    /// Opens it again if it broke. @throws error{errc::io}
    void connect();
    void execute(const char* sql);
    result query(const char* sql, std::initializer_list<parameter> values);
    /// Sends a query whose rows come one at a time from next(); see row_reader.
    void send(const char* sql, std::initializer_list<parameter> values);
    PGconn* handle() const noexcept { return handle_.get(); }
    /// Lost, as its last use has shown; connect() opens it again.
    bool is_broken() const noexcept {
        return lost_ || !handle_ || libpq().PQstatus(handle_.get()) != CONNECTION_OK;
    }
    /// In a child of fork(): the connection is the parent's.
    void abandon() noexcept { static_cast<void>(handle_.release()); }

    /// Throws what the server or libpq says.
    [[noreturn]] void fail(const PGresult* of);

private:
    struct closer {
        void operator()(PGconn* of) const noexcept { libpq().PQfinish(of); }
    };
    address to_;
    std::unique_ptr<PGconn, closer> handle_;
    bool lost_ = false;  ///< a call has failed because of the connection
};

/// Rolled back unless committed.
class transaction {
public:
    explicit transaction(connection& on) : on_{on} { on.execute("BEGIN"); }
    ~transaction();
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;
    void commit();

private:
    connection& on_;
    bool committed_ = false;
};

/// Eight bytes, the highest first.
std::string big_endian(std::uint64_t number, int bytes);

}  // namespace mandate::postgresql
