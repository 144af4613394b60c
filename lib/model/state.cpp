#include "model/state.hpp"

#include <array>

namespace mandate {
namespace {

// Codes of different kinds do not meet: the kind's number goes in front.
template <class Use>
auto with_key(entity_kind kind, std::string_view code, Use&& use) {
    std::array<char, 128> place;  // a look that allocates costs twice as much
    std::string longer;
    char* key = place.data();
    if (code.size() >= place.size()) {
        longer.resize(code.size() + 1);
        key = longer.data();
    }
    key[0] = static_cast<char>(kind);
    code.copy(key + 1, code.size());
    return use(std::string_view{key, code.size() + 1});
}

}  // namespace

std::optional<row_number> state::find(entity_kind kind, std::string_view code) const {
    return with_key(kind, code, [&](std::string_view key) { return codes_.find(key); });
}

void state::name(entity_kind kind, std::string_view code, row_number row) {
    with_key(kind, code, [&](std::string_view key) { codes_.set(key, row); });
}

std::size_t state::hash_of(entity_kind kind, std::string_view code) {
    return with_key(kind, code,
                    [](std::string_view key) { return shared_dictionary::hash_of(key); });
}

void state::fetch_named(entity_kind kind, std::size_t hash, bool with_place) const noexcept {
    const auto row = codes_.fetch_text(hash);
    if (row && with_place)
        with_rows(*this, kind, [&](const auto& rows) { rows.fetch_place(*row); });
}

void state::fetch_row(entity_kind kind, std::size_t hash) const noexcept {
    const auto row = codes_.number(hash);
    if (row) with_rows(*this, kind, [&](const auto& rows) { rows.fetch(*row); });
}

void state::fetch_stated(entity_kind kind, std::size_t hash) const noexcept {
    const auto row = codes_.number(hash);
    if (!row) return;
    with_rows(*this, kind, [&](const auto& rows) {
        if (*row < rows.size()) rows[*row].stated.fetch();
    });
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

seq_number last_statement_seq(const state& s, entity_kind kind, row_number row) {
    seq_number last = 0;
    with_rows(s, kind, [&](const auto& rows) {
        if (row >= rows.size()) return;
        for (const auto& v : rows[row].stated.all()) last = std::max(last, v.seq);
    });
    return last;
}

const std::string& code_of(const state& s, entity_kind kind, row_number row) {
    const std::string* found = nullptr;
    with_rows(s, kind, [&](const auto& rows) { found = &rows[row].code; });
    return *found;
}

}  // namespace mandate
