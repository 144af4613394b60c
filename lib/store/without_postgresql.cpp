// In place of postgresql_store.cpp where libpq was not there when the library was built.
#include "mandate/base/error.hpp"
#include "mandate/store/event_store.hpp"

namespace mandate {

namespace {

[[noreturn]] void refuse() {
    throw error{errc::invalid_argument,
                "this library was built without PostgreSQL (libpq); a ledger is a file here"};
}

}  // namespace

std::unique_ptr<event_store> postgresql_store(const std::string&, open_mode, int) { refuse(); }
void write_postgresql_ledger(const std::string&, event_store&) { refuse(); }

bool has_postgresql() noexcept { return false; }

}  // namespace mandate
