#pragma once
// What a review says besides tasks: the meeting, recommendations, indicators.

#include "review/lens.hpp"

#include <optional>
#include <vector>

namespace mandate {

/// The meeting that reviews the period, the last one if there are several; it may be called for a
/// day after the cut-off. Nothing: none is known.
std::optional<row_number> row_of_meeting(const lens& through, const period& reviewed);
std::optional<review_meeting> meeting_of(const lens& through, const period& reviewed);
/// One that is named, also where it is called for a day after the cut-off; nothing: not to be seen.
std::optional<review_meeting> meeting_named(const lens& through, row_number meeting);
/// By which its persons are told: who will be there is said of the day for which it is called, also
/// of one to come (decision 151), and of one that was moved to an earlier day since.
view called_by(const meeting_record& meeting, const view& at);

/// Every recommendation raised by the cut-off; open ones first, else in order of record. Where
/// `only` names agencies, those that are of one of them.
std::vector<review_recommendation> recommendations_of(const lens& through,
                                                      const std::vector<row_number>& only);

/// Every indicator: the rows of the period first, then those of other periods, latest first. An
/// agency that has any row has one for the period reviewed. Where `only` names agencies, the rows
/// of these; all where one of them answers for the indicator.
std::vector<review_indicator> indicators_of(const lens& through, const period& reviewed,
                                            const std::vector<row_number>& only);

}  // namespace mandate
