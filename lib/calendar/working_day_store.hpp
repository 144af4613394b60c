#pragma once
// What stands behind a work calendar: a bit a day, the counts beside them, and perhaps the tables.

#include "mandate/calendar/working_days.hpp"

#include <cstdint>
#include <vector>

namespace mandate {

struct working_day_store {
    /// `bits`: working_day_bits::word_count words, zero beyond days_covered. Tables are made if
    /// wanted and the days off can be counted in them.
    working_day_store(std::vector<std::uint64_t> bits, bool with_table);

    working_days days() const noexcept;

    std::vector<std::uint64_t> words;
    std::vector<std::int32_t> before;  // working days before each word, and all of them
    std::vector<std::uint16_t> hints;  // the word of every 64th working day
    std::vector<std::uint16_t> off;    // days off before each boundary; of tables only, as places
    std::vector<std::int32_t> places;  // of each working day
};

}  // namespace mandate
