#pragma once
// A record in memory with the agencies OFFICE, A, B and X, and who may say what to it.

#include "ledger/asked.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate::tests {

class record_test : public testing::Test {
protected:
    std::unique_ptr<ledger> record_ = ledger::in_memory();
    std::int64_t now_us_ = 1'700'000'000'000'000;

    void SetUp() override {
        say("2023-01-01 add_agency agency=OFFICE name_vi=x\n2023-01-01 add_agency agency=A "
            "name_vi=x\n"
            "2023-01-01 add_agency agency=B name_vi=x\n2023-01-01 add_agency agency=X name_vi=x");
    }
    // The number of the last event.
    std::int64_t say(const std::string& text, const char* actor = "host") {
        act by = by_clerk(parse_day("2024-12-31"));
        by.actor = actor;
        by.now_us = now_us_ += 1'000'000;
        record_->record(by, commands_of(text));
        return record_->revision();
    }
    std::string refused(const std::string& text, const char* actor = "host") {
        const std::string before = all_that_can_be_asked(*record_);
        try {
            say(text, actor);
        } catch (const error& e) {
            EXPECT_EQ(all_that_can_be_asked(*record_), before) << text;
            for (const auto& [key, content] : e.facts())
                if (key == "rule" || key == "field") return content;
            return e.what();
        }
        return "";
    }
    // In words.
    std::string why(const std::string& text) {
        try {
            say(text);
        } catch (const error& e) {
            return e.what();
        }
        return "";
    }
    // What refused() says, by check(), which changes nothing: for many commands.
    std::string objection(const std::string& text, const char* actor = "host") const {
        try {
            act by = by_clerk(parse_day("2024-12-31"));
            by.actor = actor;
            record_->check(by, commands_of(text));
        } catch (const error& e) {
            for (const auto& [key, content] : e.facts())
                if (key == "rule" || key == "field") return content;
            return e.what();
        }
        return "";
    }
    std::vector<std::string> tasks(const char* day = "2024-12-31") const {
        return told(*record_, day, "tasks", "task title leads");
    }
};

}  // namespace mandate::tests
