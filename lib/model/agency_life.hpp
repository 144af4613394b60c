#pragma once
// What an agency is called, where it stands and whether it exists on a day; who goes on for it; who
// holds a post.

#include "model/state.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mandate {

struct agency_end {
    agency_ending how;
    civil_day on;                                 ///< the first day on which it does not exist
    const agency_record::ending* told = nullptr;  ///< null for an expired one
};
std::string_view name_of(agency_ending how) noexcept;

/// Nothing if it exists on the view's day. Task forces end after their last day.
std::optional<agency_end> end_of(const agency_record& a, const view& at);

/// What it is called on the day, else what it was ever called; null if it is not in the ledger.
const words* name_of(const agency_record& a, const view& at);

/// The agency above it on the day; no_row: none. No agency stands below one that has not begun.
row_number parent_of(const state& s, row_number agency, const view& at);

/// Those from `row` up to `above` on the day, both included; empty: it does not stand below it.
std::vector<row_number> way_up(const state& s, row_number row, row_number above, const view& at);
/// Whether `row` is `above` or stands below it on the day, at any depth.
bool is_below(const state& s, row_number row, row_number above, const view& at);

/// Those that go on for the agency on the day, through any number of mergers and splits; the agency
/// itself if it exists; empty if it was dissolved or expired. In order of their codes' recording.
std::vector<row_number> successors_of(const state& s, row_number row, const view& at);

/// The one that alone goes on for the agency on the day, through any number of mergers and splits;
/// itself if it exists. Nobody where several do, or where one of those that it was split into left
/// nobody: what that one would have had went to no other.
struct successor {
    row_number agency = no_row;
    civil_day since = first_day;  ///< the last end on the way to it
};
successor sole_successor(const state& s, row_number row, const view& at);

/// Whether the agency is the other, or alone goes on for it since it ended: then it speaks for it.
bool speaks_for(const state& s, row_number agency, row_number other, const view& at);

/// Who held the post on the day, first come first; with the last day where it is stated, or is this
/// one. A post is held no longer than its agency exists.
struct post_holder {
    row_number official;
    civil_day from;
    std::optional<civil_day> until;
};
std::vector<post_holder> holders_of(const state& s, row_number post, const view& at);

/// Whether the person holds the post on the view's day.
/// What event `without` said is left out.
bool holds_post(const state& s, const official_record& o, row_number post, const view& at,
                std::int64_t without = 0);
/// Whether the person has neither left the post nor come to the stated end; the agency may have
/// ended, because its people are let go of by documents of that day or later.
bool may_leave(const official_record& o, row_number post, const view& at, std::int64_t without = 0);
/// Calls take(row of the post) for every post that the official holds on the day.
template <class Take>
void each_post_held(const state& s, const official_record& o, const view& at, Take&& take) {
    o.holds.each(at, [&](const auto& held) {
        if (holds_post(s, o, held.value.post, at)) take(held.value.post);
    });
}

}  // namespace mandate
