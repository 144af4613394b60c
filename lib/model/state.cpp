#include "model/state.hpp"

namespace mandate {
namespace {

// Codes of different kinds do not meet: the kind's number goes in front.
std::string key_of(entity_kind kind, std::string_view code) {
    std::string key(1, static_cast<char>(kind));
    key += code;
    return key;
}

}  // namespace

std::optional<row_number> state::find(entity_kind kind, std::string_view code) const {
    return codes_.find(key_of(kind, code));
}

void state::name(entity_kind kind, std::string_view code, row_number row) {
    codes_.set(key_of(kind, code), row);
}

seq_number state::known_at(std::int64_t instant_us) const {
    std::size_t low = 0, high = events.size();  // recorded_at never decreases
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (events[middle].recorded_at_us <= instant_us)
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<seq_number>(low);
}

seq_number statement_seq(const state& s, entity_kind kind, row_number row, const view& at) {
    seq_number found = 0;
    with_rows(s, kind, [&](const auto& rows) {
        if (row >= rows.size()) return;
        const auto* told = rows[row].stated.at(at);
        if (told != nullptr) found = told->seq;
    });
    return found;
}

const std::string& code_of(const state& s, entity_kind kind, row_number row) {
    const std::string* found = nullptr;
    with_rows(s, kind, [&](const auto& rows) { found = &rows[row].code; });
    return *found;
}

}  // namespace mandate
