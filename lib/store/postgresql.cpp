#include "store/postgresql.hpp"

#include "base/quote.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

namespace mandate::postgresql {
namespace {

constexpr Oid int8_oid = 20;

[[noreturn]] void refuse(const std::string& shown, const std::string& what) {
    throw error{
        errc::invalid_argument, "address " + path_in_quotes(shown) + " " + what, {{"path", shown}}};
}

/// Whether it is to be shown: `sslmode=require`, but no password, in whatever letters, and nothing
/// without a name or with one that is not plainly written.
bool shows_no_password(const std::string& piece) {
    std::string name = piece.substr(0, piece.find('='));
    if (name == piece || name.find_first_of("%@:/") != name.npos) return false;
    if (piece.find('?') != piece.npos) return false;
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name.find("password") == name.npos;
}

/// Takes the pieces between `&` from the front, the last one too.
std::string next_piece(std::string& query) {
    const std::size_t end = std::min(query.find('&'), query.size());
    std::string piece = query.substr(0, end);
    query.erase(0, std::min(end + 1, query.size()));
    return piece;
}

/// user:password@ -> user@, up to the last @, since one that is not escaped may be of the password,
/// unless it is plainly a port that follows the colon; and of the parameters those that show none.
std::string without_password(std::string text) {
    const std::size_t host = text.find("://") + 3;
    const std::size_t at = text.rfind('@');
    const std::size_t colon = text.find(':', host);
    const std::size_t after_digits = text.find_first_not_of("0123456789", colon + 1);
    const bool port = text.find('@', host) > text.find('?', host) && after_digits < text.size() &&
                      (text[after_digits] == '/' || text[after_digits] == '?');
    if (at != text.npos && colon < at && !port) text.erase(colon, at - colon);
    const std::size_t mark = text.find('?', host);
    if (mark == text.npos) return text;
    std::string query = text.substr(mark + 1);
    text.erase(mark);
    char before = '?';
    while (!query.empty()) {
        const std::string piece = next_piece(query);
        if (!shows_no_password(piece)) continue;
        text += before + piece;
        before = '&';
    }
    return text;
}

/// Empty: it is libpq that failed, not the server.
std::string_view state_of(const PGresult* of) {
    const char* found = of == nullptr ? nullptr : libpq().PQresultErrorField(of, PG_DIAG_SQLSTATE);
    return found == nullptr ? "" : found;
}

errc code_of(std::string_view state) {
    if (state == "23505" || state == "40001" || state == "40P01") return errc::conflict;
    if (state == "53100") return errc::full;
    if (state == "42501" || state == "25006" || state.starts_with("28")) return errc::read_only;
    if (state == "55P03" || state == "53300" || state == "57014") return errc::busy;
    if (state == "XX001" || state == "XX002" || state.starts_with("42")) return errc::damaged;
    if (state == "3D000") return errc::not_found;
    return errc::io;
}

/// The first line, without what follows from where in the source it came.
std::string one_line(const char* text) {
    std::string line{text == nullptr ? "" : text};
    while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
    for (char& c : line)
        if (c == '\n' || c == '\t') c = ' ';
    return line;
}

int hex_value(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// What is written %41 as what it means (RFC 3986, 2.1), as libpq reads the rest; nothing if a %
/// means nothing, or what no name can hold.
std::optional<std::string> without_percents(std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            all += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : hex_value(text[i + 2]);
        if (low < 0 || high * 16 + low == 0) return std::nullopt;
        all += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return all;
}

constexpr const char* form =
    "cannot be read: its form is postgresql://user@host:port/database?ledger=NAME, with parameters "
    "of libpq, and a @ : / ? # & or % that belongs to a name or a password is written %40 %3A %2F "
    "%3F %23 %26 %25";

/// Whether libpq takes it for what its writer meant. Its own words are not passed on: they repeat
/// pieces of the address, where a sign of the password cut it in the wrong place.
bool is_understood(const std::string& connection) {
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options{
        libpq().PQconninfoParse(connection.c_str(), nullptr), libpq().PQconninfoFree};
    if (!options) return false;
    for (const PQconninfoOption* o = options.get(); o->keyword != nullptr; ++o) {
        const std::string_view name{o->keyword}, value{o->val == nullptr ? "" : o->val};
        if (name == "port" && value.find_first_not_of("0123456789,") != value.npos) return false;
    }
    const std::string place = connection.substr(0, connection.find('?'));
    const std::size_t slash = place.find('/', place.find("://") + 3);
    const std::size_t at = place.find('@');
    return at == place.npos || (at < slash && at == place.rfind('@'));
}

}  // namespace

address read_address(const std::string& text) {
    address a;
    a.shown = without_password(text);
    std::string rest = text.substr(text.find("://") + 3);
    std::string query;
    if (const std::size_t mark = rest.find('?'); mark != rest.npos) {
        query = rest.substr(mark + 1);
        rest.erase(mark);
    }
    std::vector<std::string> names;
    if (text.starts_with("mandate://")) {
        const std::size_t last = rest.rfind('/');
        if (last == rest.npos || rest.find('/') == last || last + 1 == rest.size())
            refuse(a.shown, "is not mandate://host/database/ledger");
        names.push_back(rest.substr(last + 1));
        rest.erase(last);
    }
    std::string kept;
    while (!query.empty()) {
        const std::string one = next_piece(query);
        if (one.starts_with("ledger="))
            names.push_back(one.substr(7));
        else
            kept += (kept.empty() ? "" : "&") + one;
    }
    if (names.size() > 1) refuse(a.shown, "names a ledger more than once");
    const auto named = names.empty() ? std::string{} : without_percents(names.front());
    if (!named || find_invalid_utf8(*named)) refuse(a.shown, "names a ledger that cannot be read");
    if (named->empty()) refuse(a.shown, "names no ledger: add ?ledger=NAME");
    a.ledger = *named;
    a.connection = "postgresql://" + rest + (kept.empty() ? "" : "?" + kept);
    if (!is_understood(a.connection)) refuse(a.shown, form);
    return a;
}

std::string big_endian(std::uint64_t number, int bytes) {
    std::string all(static_cast<std::size_t>(bytes), '\0');
    for (auto i = all.rbegin(); i != all.rend(); ++i, number >>= 8U)
        *i = static_cast<char>(number & 0xFFU);
    return all;
}

parameter::parameter(std::int64_t number)
    : bytes{big_endian(static_cast<std::uint64_t>(number), 8)}, type{int8_oid} {}

std::int64_t result::number(int row, int column) const noexcept {
    std::uint64_t n = 0;
    for (const char c : bytes(row, column)) n = n << 8U | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(n);
}

std::string_view result::bytes(int row, int column) const noexcept {
    return {libpq().PQgetvalue(raw_.get(), row, column),
            static_cast<std::size_t>(libpq().PQgetlength(raw_.get(), row, column))};
}

connection::connection(const address& to) : to_{to} { connect(); }

void connection::connect() {
    if (!is_broken() && libpq().PQtransactionStatus(handle_.get()) == PQTRANS_IDLE) return;
    handle_.reset(libpq().PQconnectdb(to_.connection.c_str()));
    if (!handle_) throw std::bad_alloc{};
    if (libpq().PQstatus(handle_.get()) != CONNECTION_OK) {
        const std::string why = one_line(libpq().PQerrorMessage(handle_.get()));
        const bool rights = why.find("authentication") != why.npos ||
                            why.find("no password") != why.npos ||
                            why.find("permission") != why.npos;
        handle_.reset();
        throw error{rights ? errc::read_only : errc::io,
                    "ledger " + path_in_quotes(to_.shown) + ": no connection: " + why,
                    {{"path", to_.shown}}};
    }
    lost_ = false;
    // What a server tells besides results goes nowhere: the library writes to no standard stream.
    libpq().PQsetNoticeProcessor(
        handle_.get(), [](void*, const char*) {}, nullptr);
    if (libpq().PQsetClientEncoding(handle_.get(), "UTF8") != 0) fail(nullptr);
}

void connection::fail(const PGresult* of) {
    // PQstatus() may go on saying that all is well. 57P: the server is shutting down.
    const std::string_view state = state_of(of);
    if (state.empty() || state.starts_with("57P")) lost_ = true;
    const char* told =
        of == nullptr ? nullptr : libpq().PQresultErrorField(of, PG_DIAG_MESSAGE_PRIMARY);
    const std::string why = one_line(told != nullptr ? told : libpq().PQerrorMessage(handle()));
    throw error{
        code_of(state), "ledger " + path_in_quotes(to_.shown) + ": " + why, {{"path", to_.shown}}};
}

void connection::execute(const char* sql) {
    const result done{libpq().PQexec(handle(), sql)};
    const ExecStatusType status = libpq().PQresultStatus(done.raw());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(done.raw());
}

namespace {

struct value_lists {
    explicit value_lists(std::initializer_list<parameter> values) {
        for (const parameter& p : values) {
            types.push_back(p.type);
            starts.push_back(p.bytes.data());
            lengths.push_back(static_cast<int>(p.bytes.size()));
            formats.push_back(1);
        }
    }
    std::vector<Oid> types;
    std::vector<const char*> starts;
    std::vector<int> lengths, formats;
};

}  // namespace

result connection::query(const char* sql, std::initializer_list<parameter> values) {
    const value_lists v{values};
    result done{libpq().PQexecParams(handle(), sql, static_cast<int>(v.types.size()),
                                     v.types.data(), v.starts.data(), v.lengths.data(),
                                     v.formats.data(), 1)};
    const ExecStatusType status = libpq().PQresultStatus(done.raw());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(done.raw());
    return done;
}

void connection::send(const char* sql, std::initializer_list<parameter> values) {
    const value_lists v{values};
    if (libpq().PQsendQueryParams(handle(), sql, static_cast<int>(v.types.size()), v.types.data(),
                                  v.starts.data(), v.lengths.data(), v.formats.data(), 1) == 0 ||
        libpq().PQsetSingleRowMode(handle()) == 0)
        fail(nullptr);
}

transaction::~transaction() {
    if (!committed_) libpq().PQclear(libpq().PQexec(on_.handle(), "ROLLBACK"));
}

void transaction::commit() {
    committed_ = true;
    // A transaction that failed is rolled back by COMMIT, which then says so.
    const result done{libpq().PQexec(on_.handle(), "COMMIT")};
    if (libpq().PQresultStatus(done.raw()) != PGRES_COMMAND_OK ||
        std::string_view{libpq().PQcmdStatus(done.raw())} != "COMMIT")
        on_.fail(done.raw());
}

}  // namespace mandate::postgresql
