#include "model/agency_life.hpp"

#include <algorithm>

namespace mandate {

std::string_view name_of(agency_ending how) noexcept {
    switch (how) {
        case agency_ending::merged:
            return "merged";
        case agency_ending::split:
            return "split";
        case agency_ending::dissolved:
            return "dissolved";
        case agency_ending::expired:
            return "expired";
    }
    return "";
}

std::optional<agency_end> end_of(const agency_record& a, const view& at) {
    if (const auto* ended = a.ended.at(at))
        return agency_end{ended->value.how, ended->effective_on, &ended->value};
    const auto* told = a.stated.at(at);
    if (told != nullptr && told->value.until && *told->value.until < at.as_of)
        return agency_end{agency_ending::expired, *told->value.until + 1};
    return std::nullopt;
}

const words* name_of(const agency_record& a, const view& at) {
    const auto* told = a.stated.at(at);
    if (told == nullptr) told = a.stated.at({last_day, at.known});
    if (told == nullptr) return nullptr;
    const auto* renamed = a.renamed.at(at);
    return renamed != nullptr ? &renamed->value.name : &told->value.name;
}

row_number parent_of(const state& s, row_number agency, const view& at) {
    const agency_record& a = s.agencies[agency];
    row_number parent = no_row;
    if (const auto* moved = a.moved.at(at))
        parent = moved->value.parent;
    else if (const auto* told = a.stated.at(at))
        parent = told->value.parent;
    return parent != no_row && s.agencies[parent].stated.at(at) != nullptr ? parent : no_row;
}

std::vector<row_number> way_up(const state& s, row_number row, row_number above, const view& at) {
    // The bound is for a state in which a circle is still to be found.
    std::vector<row_number> way;
    for (; row != no_row && way.size() <= s.agencies.size(); row = parent_of(s, row, at)) {
        way.push_back(row);
        if (row == above) return way;
    }
    return {};
}

bool is_below(const state& s, row_number row, row_number above, const view& at) {
    return !way_up(s, row, above, at).empty();
}

namespace {

struct succession {
    std::vector<row_number> going_on;
    bool lost = false;  // one of them left nobody
    civil_day last_end = first_day;
};

succession succession_of(const state& s, row_number row, const view& at) {
    succession found;
    std::vector<row_number> seen, left{row};
    while (!left.empty()) {
        const row_number one = left.back();
        left.pop_back();
        if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
        seen.push_back(one);
        const auto end = end_of(s.agencies[one], at);
        if (!end) {
            found.going_on.push_back(one);
            continue;
        }
        found.last_end = std::max(found.last_end, end->on);
        if (end->told == nullptr || end->told->into.empty())
            found.lost = true;
        else
            left.insert(left.end(), end->told->into.begin(), end->told->into.end());
    }
    return found;
}

}  // namespace

std::vector<row_number> successors_of(const state& s, row_number row, const view& at) {
    std::vector<row_number> going_on = succession_of(s, row, at).going_on;
    std::sort(going_on.begin(), going_on.end());
    return going_on;
}

successor sole_successor(const state& s, row_number row, const view& at) {
    const succession found = succession_of(s, row, at);
    if (found.lost || found.going_on.size() != 1) return {};
    return {found.going_on[0], found.last_end};
}

bool speaks_for(const state& s, row_number agency, row_number other, const view& at) {
    if (agency == other || other == no_row) return agency == other;
    return sole_successor(s, other, at).agency == agency;
}

namespace {

using holding = version<official_record::holding>;

// The last day of a holding as of the view's day: as stated, or by a leaving on or after its first
// day. What is done later is not said yet.
std::optional<civil_day> own_last_day(const official_record& o, const holding& held, const view& at,
                                      std::int64_t without = 0) {
    std::optional<civil_day> last = held.value.until;
    o.left.each(at, [&](const auto& left) {
        if (left.seq == static_cast<seq_number>(without)) return;
        if (left.value.post != held.value.post || left.effective_on < held.effective_on) return;
        if (!last || left.effective_on < *last) last = left.effective_on;
    });
    return last;
}

// A post ends with its agency.
std::optional<civil_day> last_day_of(const state& s, const official_record& o, const holding& held,
                                     const view& at) {
    std::optional<civil_day> last = own_last_day(o, held, at);
    const auto take = [&](std::optional<civil_day> one) {
        if (one && (!last || *one < *last)) last = one;
    };
    const view later{last_day, at.known};
    const auto* post = s.posts[held.value.post].stated.at(later);
    if (post == nullptr) return last;
    const agency_record& a = s.agencies[post->value.agency];
    if (const auto* told = a.stated.at(later)) take(told->value.until);
    if (const auto end = end_of(a, at)) take(end->on - 1);
    return last;
}

// Calls last_day(holding) for those of the post that have begun; true: one of them goes on.
template <class LastDay>
bool holds(const official_record& o, row_number post, const view& at, std::int64_t without,
           LastDay&& last_day) {
    bool found = false;
    o.holds.each(at, [&](const holding& held) {
        if (held.value.post != post || held.seq == static_cast<seq_number>(without)) return;
        const auto last = last_day(held);
        found |= !last || at.as_of <= *last;
    });
    return found;
}

}  // namespace

std::vector<post_holder> holders_of(const state& s, row_number post, const view& at) {
    std::vector<post_holder> all;
    for (row_number o = 0; o < s.officials.size(); ++o)
        s.officials[o].holds.each(at, [&](const auto& held) {
            if (held.value.post != post) return;
            const auto last = last_day_of(s, s.officials[o], held, at);
            if (!last || at.as_of <= *last) all.push_back({o, held.effective_on, last});
        });
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    return all;
}

bool holds_post(const state& s, const official_record& o, row_number post, const view& at,
                std::int64_t without) {
    return holds(o, post, at, without,
                 [&](const holding& held) { return last_day_of(s, o, held, at); });
}

bool may_leave(const official_record& o, row_number post, const view& at, std::int64_t without) {
    return holds(o, post, at, 0,
                 [&](const holding& held) { return own_last_day(o, held, at, without); });
}

}  // namespace mandate
