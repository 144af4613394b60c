#pragma once
// Words of the outside world inside a one-line message.

#include <cstddef>
#include <string>
#include <string_view>

namespace mandate {

/// At most the first `longest` bytes, cut between characters and marked `...`, in double quotes.
/// Control characters and line separators become spaces, bytes that are not UTF-8 become `?`.
std::string in_quotes(std::string_view text, std::size_t longest = 80);

/// The name of a file or folder: never cut.
inline std::string path_in_quotes(std::string_view path) { return in_quotes(path, path.size()); }

/// An error may quote what is not UTF-8: each such byte becomes U+FFFD.
std::string mended_utf8(std::string_view text);

}  // namespace mandate
