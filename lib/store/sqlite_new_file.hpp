#pragma once
// How a ledger file comes into the world: whole, or not at all.

#include "mandate/store/event_store.hpp"
#include "store/sqlite.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace mandate::sqlite {

/// A ledger file with its first events, in order of seq.
class new_ledger_file final : public new_log {
public:
    /// @param shown the name of the ledger in errors.
    /// @throws error{errc::damaged} if a log of another ledger is there; refused under a name that
    /// belongs to a ledger beside it; io, full, read_only
    new_ledger_file(std::string path, std::string shown, const ledger_identity& identity);
    ~new_ledger_file() override;

    void put(const stored_event& e);
    void put(std::span<const stored_event> more) override;
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override;
    void commit() override;

private:
    struct file;

    const std::string path_, shown_;
    std::unique_ptr<file> file_;
};

/// @throws error{errc::not_found} if the folder in which `what` is to be made is not there.
void require_folder_of(const std::string& path, const char* what, const std::string& shown);

/// Makes a database that is no ledger, in one transaction; what was at the path is replaced.
/// @throws error{errc::refused} if a ledger is there, or a folder, or under a name that belongs to
/// a ledger beside it; not_found without its folder; invalid_argument for an address.
void write_database_file(const std::string& path, const std::function<void(connection&)>& fill);

}  // namespace mandate::sqlite
