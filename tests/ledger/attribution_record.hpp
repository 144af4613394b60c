#pragma once
// A ledger of short weeks in March 2024, and what is asked of why its tasks slip.

#include "record_test.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mandate::tests {

class attribution_record : public record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
            "holiday_rules=none");
    }
    // March 2024: the 1st is a Friday, the 4th a Monday.
    void assign(const std::string& task, const std::string& lead, const std::string& deadline,
                const std::string& more = {}) {
        say("2024-03-04 assign_task task=" + task + " title_vi='Việc " + task + "' lead=" + lead +
            " assigner=X deadline=" + deadline + " acceptance=not_asked " + more);
    }
    static constexpr std::int64_t two_days_us = std::int64_t{48} * 3600 * 1'000'000;
    std::vector<std::string> baselines(const std::string& more = {}) const {
        return told(*record_, "2024-06-15", "slips" + more, "task baseline_finish");
    }
    std::vector<std::string> shares(const std::string& task, const char* day = "2024-04-30") const {
        return told(*record_, day, "attribution task=" + task,
                    "link task share agency held_as days from until");
    }
    std::vector<std::string> slips(const char* day = "2024-04-30",
                                   const std::string& more = {}) const {
        return told(*record_, day, "slips" + more, "task slip delay actual");
    }
};

}  // namespace mandate::tests
