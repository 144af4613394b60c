#pragma once
// How the rows of the descriptor table are written.

#include "mandate/model/descriptor.hpp"

namespace mandate::tables::parts {

using f = field;

constexpr field_descriptor words(f id, std::string_view name, std::string_view doc) {
    return {id, name, value_type::text, entity_kind::none, 0, 0, {}, "", doc};
}
constexpr field_descriptor ref(f id, std::string_view name, entity_kind to, std::string_view doc) {
    return {id, name, value_type::code, to, 0, 0, {}, "", doc};
}
constexpr field_descriptor whole(f id, std::string_view name, std::int64_t low, std::int64_t high,
                                 std::string_view unit, std::string_view doc) {
    return {id, name, value_type::integer, entity_kind::none, low, high, {}, unit, doc};
}
constexpr field_descriptor date(f id, std::string_view name, std::string_view doc) {
    return {id, name, value_type::day, entity_kind::none, 0, 0, {}, "", doc};
}
constexpr field_descriptor one_of(f id, std::string_view name,
                                  std::span<const choice_descriptor> choices,
                                  std::string_view doc) {
    return {id, name, value_type::choice, entity_kind::none, 0, 0, choices, "", doc};
}
constexpr std::int64_t most = 1'000'000'000'000'000;  // integers stay exact in JSON (2^53)

constexpr field_use must(f id) { return {id, true, false}; }
constexpr field_use may(f id) { return {id, false, false}; }
constexpr field_use may_be_one_of(f id, std::span<const choice_descriptor> choices) {
    return {id, false, false, choices};
}
constexpr field_use list(f id) { return {id, false, true}; }
constexpr field_use some(f id) { return {id, true, true}; }

}  // namespace mandate::tables::parts

// Every list takes these.
#define MANDATE_PAGED                                                \
    ::mandate::tables::parts::may(::mandate::field::order_by),       \
        ::mandate::tables::parts::may(::mandate::field::descending), \
        ::mandate::tables::parts::may(::mandate::field::limit),      \
        ::mandate::tables::parts::may(::mandate::field::offset)
