#pragma once
// A review for readers: text for a terminal, one self-contained HTML page; Vietnamese, English,
// Turkish.

#include "mandate/base/table.hpp"
#include "mandate/review/review.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace mandate {

enum class language : std::int32_t { vi = 1, en, tr };
/// "vi", "en", "tr". @throws error{errc::out_of_range} for another.
language parse_language(std::string_view text);
std::string_view name_of(language lang) noexcept;

/// Why a task is late, one sentence for each link of its chain, from where it begins; the answers
/// to the questions attribution, slips, agencies and tasks on one day, and the task's code.
std::string why_late_text(std::string_view task, const table& attribution, const table& slips,
                          const table& agencies, const table& tasks, language lang);

/// UTF-8, LF, at most 100 columns wide where words allow.
std::string review_text(const review& r, language lang);
/// One HTML page: no reference to anything outside it, prints in black and white on A4.
std::string review_html(const review& r, language lang);

}  // namespace mandate
