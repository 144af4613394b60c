#pragma once
// In a large ledger most of the time of an event goes by waiting for memory: where the codes it
// names are looked up, and the rows they stand for. Who knows the events to come has them fetched.

#include "mandate/model/command.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace mandate {

struct code_ahead {
    entity_kind kind;
    std::size_t hash;  ///< state::hash_of
};

/// The codes that the command names; its form need not have been checked.
inline void read_codes(const command& c, std::vector<code_ahead>& into) {
    into.clear();
    for (const field_value& v : c.values) {
        const field_descriptor* const f = find_field(static_cast<std::int32_t>(v.name));
        const auto* const code = std::get_if<std::string>(&v.content);
        if (f != nullptr && f->type == value_type::code && code != nullptr)
            into.push_back({f->entity, state::hash_of(f->entity, *code)});
    }
}

/// How many events before it is applied the codes of one are fetched, its rows, and what these say.
constexpr std::size_t steps_to_code = 32, steps_to_row = 16, steps_to_stated = 8;

/// `of(i)`: the codes of the i-th event from here, of `size` that are known.
template <class CodesOf>
void fetch_ahead(const state& s, std::size_t size, CodesOf&& of) {
    if (steps_to_code < size)
        for (const code_ahead& code : of(steps_to_code)) s.fetch(code.hash);
    if (steps_to_row < size)
        for (const code_ahead& code : of(steps_to_row)) s.fetch_named(code.kind, code.hash);
    if (steps_to_stated < size)
        for (const code_ahead& code : of(steps_to_stated)) s.fetch_stated(code.kind, code.hash);
}

/// The same for commands of which the codes are still to be read.
class commands_ahead {
public:
    /// Before all[i] is looked at.
    void fetch(const state& s, std::span<const command> all, std::size_t i) {
        if (i + steps_to_code < all.size())
            read_codes(all[i + steps_to_code], ring_[i % steps_to_code]);
        static const std::vector<code_ahead> unread;
        fetch_ahead(
            s, all.size() - i, [&](std::size_t steps) -> const auto& {
                return i + steps < steps_to_code ? unread : ring_[(i + steps) % steps_to_code];
            });
    }

private:
    std::array<std::vector<code_ahead>, steps_to_code> ring_;  ///< by position
};

}  // namespace mandate
