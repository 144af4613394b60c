#pragma once
// The look of the page on the screen and on paper.

#include <string_view>

namespace mandate::html {

/// The style sheet. Colours stand beside words, never alone; print is black and white.
std::string_view style_sheet() noexcept;

/// The hatchings that tell the parts of a bar apart without colour.
std::string_view bar_patterns() noexcept;

}  // namespace mandate::html
