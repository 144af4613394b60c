#include "calendar/working_day_store.hpp"

#include <bit>
#include <utility>

namespace mandate {

working_day_store::working_day_store(std::vector<std::uint64_t> bits, bool with_table)
    : words{std::move(bits)} {
    before.reserve(words.size() + 1);
    std::int32_t count = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        before.push_back(count);
        count += std::popcount(words[w]);
        while (static_cast<std::int32_t>(hints.size()) * 64 < count)
            hints.push_back(static_cast<std::uint16_t>(w));
    }
    before.push_back(count);
    if (!with_table || days_covered - count > working_day_table::most_days_off) return;

    off.resize(static_cast<std::size_t>(days_covered) + 1);
    places.resize(static_cast<std::size_t>(count) + 1);
    std::size_t k = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(days_covered); ++i) {
        off[i] = static_cast<std::uint16_t>(i - k);
        places[k] = static_cast<std::int32_t>(i);  // overwritten unless the day works
        k += words[i >> 6] >> (i & 63) & 1U;
    }
    off.back() = static_cast<std::uint16_t>(days_covered - count);
    places.back() = days_covered;
}

working_days working_day_store::days() const noexcept {
    const working_day_bits bits{words.data(), before.data(), hints.data()};
    if (off.empty()) return working_days{bits};
    return {bits, working_day_table{off.data(), places.data()}};
}

}  // namespace mandate
