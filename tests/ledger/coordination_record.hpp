#pragma once
// A ledger with three agencies, and what is asked of their working together.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::tests {

class coordination_record : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();

    void SetUp() override {
        say("2023-01-01 add_agency agency=A name_vi=x\n2023-01-01 add_agency agency=B name_vi=x\n"
            "2023-01-01 add_agency agency=C name_vi=x");
    }
    void say(std::string_view text) {
        record_->record(by_clerk(parse_day("2024-12-31")), commands_of(text));
    }
    std::vector<std::string> pairs(const std::string& arguments, std::string_view columns) const {
        return told(*record_, "2024-12-31", "coordination " + arguments, columns);
    }
    std::vector<std::string> cases(const std::string& arguments, std::string_view columns) const {
        return told(*record_, "2024-12-31", "coordination_cases " + arguments, columns);
    }
};

}  // namespace mandate::tests
