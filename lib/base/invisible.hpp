#pragma once
// Characters that a reader does not see.

#include <cstddef>
#include <string_view>

namespace mandate {

/// The size in bytes of the character with which the text begins if it shows nothing: one that
/// Unicode calls default ignorable (soft hyphen, joiners, variation selectors, zero width space),
/// among them all that set the direction of writing; 0 if it is another.
/// @pre the text is valid UTF-8.
std::size_t leading_invisible(std::string_view text) noexcept;

}  // namespace mandate
