#pragma once
// Small pictures drawn in the page itself; each has a title that says the same in words.

#include "mandate/model/task_class.hpp"
#include "report/html_page.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace mandate::html {

/// The classes of some tasks as a bar of 160 x 12 pixels, each as long as its share.
/// What the colours of print_class_bar mean, in words.
void print_legend(html_page& page);
void print_class_bar(html_page& page, const class_counts& counts);

/// A part of a whole as a bar of 120 x 12 pixels, at most full; hatched where no part is known.
void print_share_bar(html_page& page, std::optional<std::int64_t> part, std::int64_t whole,
                     const std::string& title);

}  // namespace mandate::html
