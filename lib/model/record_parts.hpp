#pragma once
// What the records of every kind of thing are made of.

#include "model/versions.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mandate {

/// The dense number of a thing among those of its kind. Stays inside: users see codes.
using row_number = std::uint32_t;
inline constexpr row_number no_row = 0xFFFF'FFFF;

struct words {
    std::string vi, en, tr;
};

/// Another name by which a thing is known.
struct alias {
    std::string text;
    std::uint8_t language;  ///< 1 vi, 2 en, 3 tr
};

/// What every event may carry besides its own fields.
struct remark {
    std::vector<std::string> sources;
    std::string note;
};

}  // namespace mandate
