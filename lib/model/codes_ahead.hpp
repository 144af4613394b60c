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
    bool is_subject;   ///< what the command is about, as far as its first field tells
    std::size_t hash;  ///< state::hash_of
};

/// The codes that the command names; its form need not have been checked.
inline void read_codes(const command& c, std::vector<code_ahead>& into) {
    into.clear();
    const command_descriptor* const kind = find_command(static_cast<std::int32_t>(c.kind));
    const field subject = kind == nullptr || kind->fields.empty() ? field{} : kind->fields[0].id;
    for (const field_value& v : c.values) {
        const field_descriptor* const f = find_field(static_cast<std::int32_t>(v.name));
        const auto* const code = std::get_if<std::string>(&v.content);
        if (f != nullptr && f->type == value_type::code && code != nullptr)
            into.push_back({f->entity, v.name == subject, state::hash_of(f->entity, *code)});
    }
}

/// How many events before its turn is fetched where the codes of one are looked up, then their
/// texts and the places of the rows, then the rows, then what these say.
constexpr std::size_t steps_to_code = 32, steps_to_name = 24, steps_to_row = 16,
                      steps_to_stated = 8;

/// Whose rows are read: rules read all of them, apply() only the one that it writes to.
enum class rows_ahead : std::uint8_t { all, subject };

/// `of(i)`: the codes of the i-th event from the one at hand, which is 0, of `size` that are known.
template <class CodesOf>
void fetch_ahead(const state& s, rows_ahead which, std::size_t size, CodesOf&& of) {
    const auto each = [&](std::size_t steps, auto&& fetch) {
        if (steps >= size) return;
        for (const code_ahead& code : of(steps)) fetch(code);
    };
    const auto each_row = [&](std::size_t steps, auto&& fetch) {
        each(steps, [&](const code_ahead& code) {
            if (which == rows_ahead::all || code.is_subject) fetch(code);
        });
    };
    each(steps_to_code, [&](const code_ahead& code) { s.fetch(code.hash); });
    each(steps_to_name, [&](const code_ahead& code) {
        s.fetch_named(code.kind, code.hash, which == rows_ahead::all || code.is_subject);
    });
    each_row(steps_to_row, [&](const code_ahead& code) { s.fetch_row(code.kind, code.hash); });
    each_row(steps_to_stated,
             [&](const code_ahead& code) { s.fetch_stated(code.kind, code.hash); });
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
            s, rows_ahead::all, all.size() - i, [&](std::size_t steps) -> const auto& {
                return i + steps < steps_to_code ? unread : ring_[(i + steps) % steps_to_code];
            });
    }

private:
    std::array<std::vector<code_ahead>, steps_to_code> ring_;  ///< by position
};

}  // namespace mandate
