#pragma once
// Finds places in JSON text again after a parser has stopped. A SAX parser does not say where a
// token began; asking only when something is wrong keeps the good path free of bookkeeping.

#include <cstddef>
#include <string_view>

namespace mandate {

/// What JSON takes for white space.
constexpr bool is_white(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The offset of the last token that begins before `end`; 0 if there is none. Up to `end` the text
/// was found to be JSON.
std::size_t last_token_before(std::string_view json, std::size_t end) noexcept;

/// The offset of the n-th `{` (from 1) outside strings; the size of the text if there are fewer.
std::size_t nth_object(std::string_view json, std::size_t n) noexcept;

/// Whether the object at that offset has this key, or one with an escape in it, which may be it.
bool names_key(std::string_view json, std::size_t object, std::string_view key) noexcept;

/// The last key that ends before `end`, as it is written; empty if there is none.
std::string_view key_before(std::string_view json, std::size_t end) noexcept;

/// The offset of the object of the n-th command (from 0) in text that was read as commands: objects
/// in a row or in an array, or those inside the one object that wraps them. Commands hold no
/// objects. The size of the text if there are fewer.
std::size_t nth_command(std::string_view json, std::size_t n) noexcept;

}  // namespace mandate
