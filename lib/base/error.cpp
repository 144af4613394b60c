#include "mandate/base/error.hpp"

#include <iterator>

namespace mandate {

std::string_view name_of(errc code) noexcept {
    switch (code) {
        case errc::invalid_argument:
            return "invalid_argument";
        case errc::cancelled:
            return "cancelled";
        case errc::malformed:
            return "malformed";
        case errc::invalid_utf8:
            return "invalid_utf8";
        case errc::unknown_reference:
            return "unknown_reference";
        case errc::out_of_range:
            return "out_of_range";
        case errc::missing_field:
            return "missing_field";
        case errc::duplicate:
            return "duplicate";
        case errc::refused:
            return "refused";
        case errc::cycle:
            return "cycle";
        case errc::unknown_field:
            return "unknown_field";
        case errc::not_found:
            return "not_found";
        case errc::not_a_ledger:
            return "not_a_ledger";
        case errc::newer_format:
            return "newer_format";
        case errc::busy:
            return "busy";
        case errc::read_only:
            return "read_only";
        case errc::full:
            return "full";
        case errc::io:
            return "io";
        case errc::conflict:
            return "conflict";
        case errc::damaged:
            return "damaged";
        case errc::out_of_memory:
            return "out_of_memory";
        case errc::forked:
            return "forked";
        case errc::internal:
            return "internal";
    }
    return "unknown";  // a number of a later version, come in by way of the C ABI
}

error error::at(const std::string& where, std::vector<fact> more) const {
    std::vector<fact> all = facts_;
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
    return {code_, where.empty() ? what() : where + ": " + what(), std::move(all)};
}

}  // namespace mandate
