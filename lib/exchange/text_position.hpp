#pragma once
// Where in a text something is wrong, as people count: lines and characters from 1.

#include "mandate/base/error.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace mandate {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct text_position {
    std::size_t line = 1;
    std::size_t column = 1;  ///< in characters; a byte order mark is none
};

/// Cost: linear in the offset; meant for errors only. The text may hold invalid UTF-8.
text_position position_of(std::string_view text, std::size_t offset) noexcept;

/// The error with "line 3, column 9" before its text, and both as facts before the `more` ones.
/// `inside`, if there is one, follows the position: "line 3, column 9: command 2: ...".
error located(const error& e, text_position at, std::string_view inside = {},
              std::vector<fact> more = {});

}  // namespace mandate
