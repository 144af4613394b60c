#pragma once
// The hot core of working-day arithmetic: rank and select over the days covered, nothing checked,
// everything inline. For schedules and other loops over millions of days; everybody else uses
// work_calendar, which checks.
//
// A day is its offset from 1900-01-01; the same number names the boundary before that day. For a
// week from Monday, with Saturday and Sunday off:
//
//     day        Mo Tu We Th Fr Sa Su Mo
//     offset i    0  1  2  3  4  5  6  7
//     rank(i)     0  1  2  3  4  5  5  5      working days before boundary i
//     nth(k)      0  1  2  3  4  7            the k-th working day, from 0
//
// So nth(rank(i)) is the working day on or after i, nth(rank(i) - 1) the last one before i.

#include "mandate/base/civil_day.hpp"

#include <bit>
#include <cstdint>

namespace mandate {

/// How many days are covered: offsets 0 to days_covered - 1, boundaries 0 to days_covered.
inline constexpr std::int32_t days_covered = last_day - first_day + 1;

constexpr std::int32_t offset_of(civil_day day) noexcept { return day - first_day; }
constexpr civil_day day_at(std::int32_t offset) noexcept { return first_day + offset; }

/// Rank and select by two tables: 532 KB for a five-day week, about what a cache of the second
/// level holds. Ranks are kept as the days off before them, which fit in two bytes where working
/// days would not. A borrowed view, as cheap to copy as three words. About 0.5 ns a call while the
/// days asked lie within a few decades.
class working_day_table {
public:
    /// Weeks of two working days and fewer have more days off; they go by bits.
    static constexpr std::int32_t most_days_off = 65'535;

    working_day_table() = default;
    /// `off`: the days off before each boundary, days_covered + 1 entries. `places` has count + 1,
    /// the last of them days_covered. @pre no more than most_days_off days are off
    working_day_table(const std::uint16_t* off, const std::int32_t* places) noexcept
        : off_{off},
          places_{places},
          count_{days_covered - off[days_covered]},
          covered_{days_covered} {}

    // Both are indexed without a sign: no instruction is spent on its extension.

    /// Working days before the boundary. @pre 0 <= offset <= days_covered
    std::int32_t rank(std::int32_t offset) const noexcept {
        return offset - off_[static_cast<std::uint32_t>(offset)];
    }
    /// The offset of the k-th working day, counted from 0; days_covered for k = count().
    /// @pre 0 <= k <= count()
    std::int32_t nth(std::int32_t k) const noexcept {
        return places_[static_cast<std::uint32_t>(k)];
    }
    bool works(std::int32_t offset) const noexcept { return off_[offset] == off_[offset + 1]; }
    std::int32_t count() const noexcept { return count_; }
    /// Whether it has an answer for the day; none has one without tables.
    bool covers(std::int32_t offset) const noexcept {
        return static_cast<std::uint32_t>(offset) < covered_;
    }

private:
    const std::uint16_t* off_ = nullptr;
    const std::int32_t* places_ = nullptr;
    std::int32_t count_ = 0;
    std::uint32_t covered_ = 0;  // days_covered, or 0 without tables
};

/// The same answers from one bit a day with counts beside them: 23 KB. For offices with more
/// calendars than caches hold tables of. A borrowed view. Rank about 1 ns, nth about 5 ns.
class working_day_bits {
public:
    static constexpr std::int32_t word_count = days_covered / 64 + 1;

    working_day_bits() = default;
    /// `words`: word_count, bit 0 first; zero beyond days_covered. `before`: word_count + 1 counts
    /// of working days before each word. `hints`: entry j is the word that holds the 64 j-th
    /// working day; one entry for every 64 begun.
    working_day_bits(const std::uint64_t* words, const std::int32_t* before,
                     const std::uint16_t* hints) noexcept
        : words_{words}, before_{before}, hints_{hints} {}

    std::int32_t rank(std::int32_t offset) const noexcept {
        const std::int32_t word = offset >> 6;
        const std::uint64_t below = (std::uint64_t{1} << (offset & 63)) - 1;
        return before_[word] + std::popcount(words_[word] & below);
    }
    std::int32_t nth(std::int32_t k) const noexcept {
        if (k >= count()) return days_covered;
        std::int32_t word = hints_[k >> 6];
        while (before_[word + 1] <= k) ++word;
        return word * 64 + bit_of(words_[word], k - before_[word]);
    }
    bool works(std::int32_t offset) const noexcept {
        return (words_[offset >> 6] >> (offset & 63) & 1) != 0;
    }
    std::int32_t count() const noexcept { return before_[word_count]; }

    /// The place of the n-th bit that is set, counted from 0: halves the word six times.
    static std::int32_t bit_of(std::uint64_t word, std::int32_t n) noexcept {
        std::int32_t place = 0;
        for (std::int32_t half = 32; half != 0; half >>= 1) {
            const std::int32_t low = std::popcount(word & ((std::uint64_t{1} << half) - 1));
            if (n >= low) {
                n -= low;
                place += half;
                word >>= half;
            }
        }
        return place;
    }

private:
    const std::uint64_t* words_ = nullptr;
    const std::int32_t* before_ = nullptr;
    const std::uint16_t* hints_ = nullptr;
};

/// What a work calendar gives to loops: its tables if it has some, else its bits. A borrowed view;
/// the calendar outlives it. One branch more than working_day_table, always the same way.
class working_days {
public:
    working_days() = default;
    explicit working_days(working_day_bits bits) noexcept : bits_{bits} {}
    working_days(working_day_bits bits, working_day_table table) noexcept
        : table_{table}, bits_{bits} {}

    std::int32_t rank(std::int32_t offset) const noexcept {
        return has_table() ? table_.rank(offset) : bits_.rank(offset);
    }
    std::int32_t nth(std::int32_t k) const noexcept {
        return has_table() ? table_.nth(k) : bits_.nth(k);
    }
    bool works(std::int32_t offset) const noexcept { return bits_.works(offset); }
    std::int32_t count() const noexcept { return bits_.count(); }

    bool has_table() const noexcept { return table_.covers(0); }
    /// @pre has_table()
    const working_day_table& table() const noexcept { return table_; }
    const working_day_bits& bits() const noexcept { return bits_; }

private:
    working_day_table table_;
    working_day_bits bits_;
};

}  // namespace mandate
