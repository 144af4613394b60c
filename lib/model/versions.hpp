#pragma once
// An attribute that can change keeps all its values (lib/README.md, decision 1): a
// question about the past reads the value that counted then, by what was known then, and replays
// nothing.

#include "mandate/base/civil_day.hpp"
#include "model/compact.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace mandate {

/// The seq of an event inside the state: 32 bits are enough for four thousand million events.
using seq_number = std::uint32_t;

/// Through what a question looks: the day, that whole day included, and the last event known.
struct view {
    civil_day as_of;
    seq_number known;
};

/// Where an event stands: its day, its place in the order of events (a correction takes the place
/// of the event it replaces), and its own seq, from which on it is known.
struct standing {
    civil_day effective_on;
    seq_number place;
    seq_number seq;
};

template <class Value>
struct version {
    civil_day effective_on;
    seq_number place;
    seq_number seq;
    seq_number corrected_by = 0;  ///< 0: never
    Value value;

    bool visible(const view& v) const noexcept {
        return effective_on <= v.as_of && seq <= v.known &&
               (corrected_by == 0 || corrected_by > v.known);
    }
};

/// Ordered by (effective_on, place), so the last visible one counts.
template <class Value>
class versions {
public:
    versions() noexcept = default;
    /// @pre ordered, as all() gives them.
    explicit versions(small_list<version<Value>> all) noexcept : all_{std::move(all)} {}

    void put(const standing& s, Value content) {
        const auto later = [](const standing& a, const version<Value>& b) {
            return a.effective_on != b.effective_on ? a.effective_on < b.effective_on
                                                    : a.place < b.place;
        };
        all_.insert(std::upper_bound(all_.begin(), all_.end(), s, later),
                    {s.effective_on, s.place, s.seq, 0, std::move(content)});
    }

    /// From the event `by` on, what the event `seq` said does not count.
    void withdraw(seq_number seq, seq_number by) {
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (all_[i].seq == seq) all_.edit(i).corrected_by = by;
    }

    /// The version that counts in this view, or null.
    const version<Value>* at(const view& v) const noexcept {
        for (const version<Value>* i = all_.end(); i != all_.begin();)
            if ((--i)->visible(v)) return i;
        return nullptr;
    }

    /// Calls take(version) for each visible one, in order.
    template <class Take>
    void each(const view& v, Take&& take) const {
        for (const version<Value>& one : all_)
            if (one.visible(v)) take(one);
    }

    /// Into the cache, for who reads it a while later.
    void fetch() const noexcept { all_.fetch(); }

    std::span<const version<Value>> all() const noexcept { return {all_.begin(), all_.size()}; }

    /// Those that stand on this day at this place, known and withdrawn ones too. Cost: log n.
    std::span<const version<Value>> all_at(civil_day effective_on,
                                           seq_number place) const noexcept {
        const std::pair<civil_day, seq_number> here{effective_on, place};
        const auto key = [](const version<Value>& v) { return std::pair{v.effective_on, v.place}; };
        const auto found = std::ranges::equal_range(all(), here, {}, key);
        return {found.begin(), found.end()};
    }

private:
    small_list<version<Value>> all_;
};

}  // namespace mandate
