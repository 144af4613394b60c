#pragma once
// The words of the reports in Vietnamese, English and Turkish: eight tables sorted by key, and
// patterns that are filled with numbers and names.

#include "mandate/report/report.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace mandate::wording {

struct label_row {
    std::string_view key, vi, en, tr;
};

// The tables; each is sorted by key, and no key is in two of them.
std::span<const label_row> glossary() noexcept;         ///< terms of the domain
std::span<const label_row> own_labels() noexcept;       ///< headings and sentences of reports
std::span<const label_row> calendar_labels() noexcept;  ///< of the work calendar
std::span<const label_row> answer_labels() noexcept;    ///< of answers that a review takes along
std::span<const label_row> agency_labels() noexcept;    ///< of agencies that wait
std::span<const label_row> review_labels() noexcept;    ///< closed, published, why late
std::span<const label_row> delay_causes() noexcept;     ///< `coordination.late_reply`
std::span<const label_row> task_labels() noexcept;      ///< of the page of one task
std::span<const label_row> recommendation_topics() noexcept;  ///< `topic.budget`

/// The row of a key in any of the tables; null where there is none. Cost: O(log n).
const label_row* find_label(std::string_view key) noexcept;

/// The label of a key that is there; another key is a defect of the caller (assert).
std::string_view label(std::string_view key, language lang) noexcept;

/// The text with its first letter as a capital; Turkish i becomes İ.
std::string capital(std::string_view text, language lang);
/// The label of a key with a capital.
std::string heading(std::string_view key, language lang);

/// What stands for `{name}` in a pattern. `{name?task|tasks}` gives the first word if the count is
/// 1, else the second.
struct slot {
    std::string_view name;
    std::string text;
    std::int64_t count = 0;
};

/// Whether every slot that the pattern asks for is there.
bool has_slots(std::string_view pattern, std::span<const slot> slots) noexcept;
/// The pattern with its slots filled; a slot that is not given is a defect (assert).
std::string fill(std::string_view pattern, std::span<const slot> slots);
/// The label of a key, filled.
std::string say(std::string_view key, language lang, std::initializer_list<slot> slots);

}  // namespace mandate::wording
