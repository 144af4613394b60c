#pragma once
// What stands in the remains of an event for words that were destroyed and that others stand on:
// the number of an event that has the same words, behind a NUL, which no words hold.

#include "model/versions.hpp"

#include <charconv>
#include <string>
#include <string_view>

namespace mandate {

inline bool is_stand_in(std::string_view text) noexcept {
    return text.starts_with(std::string_view{"\0", 1});
}
inline std::string stand_in_for(seq_number event) {
    return std::string(1, '\0') + std::to_string(event);
}
/// @pre is_stand_in(text)
inline seq_number event_named_by(std::string_view text) noexcept {
    seq_number event = 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), event);
    return event;
}
/// As people read it: nothing where the words were destroyed.
inline std::string_view words_in(std::string_view text) noexcept {
    return is_stand_in(text) ? std::string_view{} : text;
}

}  // namespace mandate
