#pragma once
// Days, periods, numbers and rates as an office writes them in Vietnamese, English and Turkish.

#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/task_class.hpp"
#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace mandate::wording {

/// `25/4/2024`, `25 April 2024`, `25 Nisan 2024`. Vietnamese official texts write days below ten
/// and the months 1 and 2 with a zero in front: `05/02/2024`, `01/7/2025`.
std::string day_text(civil_day day, language lang);
/// `01/01-31/3/2024`, `1 January – 31 March 2024`: one year, named once.
std::string day_range(civil_day first, civil_day last, language lang);
/// `25/4/2024, 16:30 (UTC+07:00)`, to the minute.
std::string instant_label(std::int64_t instant_us, int utc_offset_minutes, language lang);

/// `quý I/2024`, `Q1 2024`, `2024 yılı 1. çeyreği`; months, half years and years alike. Of days of
/// its own `từ ngày 15/01/2024 đến ngày 20/4/2024`.
std::string period_text(const period& p, language lang);
/// The same, and its days in brackets where they are not said yet.
std::string period_with_days(const period& p, language lang);

/// `21.914`, `21,914`.
std::string number_text(std::int64_t number, language lang);
/// In a sentence: Vietnamese writes 1 to 9 as `01` to `09`.
std::string counted(std::int64_t number, language lang);

/// `98,62%`, `98.62%`, `%98,62`: to two decimals; `-` where the denominator is 0.
std::string percent_text(const rate& r, language lang, rounding how = rounding::half_up);
/// `3/4 (75,00%)`; `-` where the denominator is 0.
std::string rate_text(const rate& r, language lang, rounding how = rounding::half_up);

/// The deadline as exactly as it was stated: `30/6/2025`, `tháng 6/2025`, `quý II/2025`; the words
/// of the source in quotation marks where they give no day; `not stated` where there is nothing.
std::string deadline_text(const stated_deadline& d, language lang);
/// A day stated as exactly as a month, quarter, half year or year.
std::string day_of_precision(civil_day day, precision exact, language lang);

// Three different empty cells. The third, "does not apply", is the same in every language.
std::string not_stated(language lang);
std::string not_explained(language lang);
inline constexpr const char* not_applicable = "-";

/// The text, or `not stated` where it is empty.
std::string or_not_stated(std::string_view text, language lang);
std::string or_not_stated(const std::optional<civil_day>& day, language lang);
/// The day of the meeting on the period. To a viewer nothing that it is not shown is denied.
std::string meeting_day(const review& r, language lang);
/// The label that says that there are none of these, or, to a viewer, that none are shown.
std::string_view none_of(const review& r, std::string_view key);

}  // namespace mandate::wording
