#pragma once
// What a test expects of an error: its code, and words of its one line.

#include "mandate/base/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace mandate {

/// Runs the body, which must throw an error with this code whose one line holds the words.
template <class Body>
void expect_error(errc code, const std::string& words, Body&& body) {
    try {
        body();
        ADD_FAILURE() << "no error; expected " << name_of(code) << " with \"" << words << '"';
    } catch (const error& e) {
        EXPECT_EQ(name_of(e.code()), name_of(code)) << e.what();
        EXPECT_THAT(e.what(), testing::HasSubstr(words));
        EXPECT_EQ(std::string{e.what()}.find_first_of("\r\n"), std::string::npos) << "one line";
    }
}

}  // namespace mandate
