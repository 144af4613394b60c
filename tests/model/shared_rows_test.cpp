#include "model/shared_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mandate {
namespace {

TEST(SharedRows, ACopyKeepsWhatItSawWhileTheOriginalChanges) {
    shared_rows<std::string> now;
    for (int i = 0; i < 1000; ++i) now.push_back(std::to_string(i));
    const shared_rows<std::string> then = now;
    now.edit(300) = "changed";
    now.push_back("new");
    EXPECT_EQ(then[300], "300");
    EXPECT_EQ(then.size(), 1000u);
    EXPECT_EQ(now[300], "changed");
    EXPECT_EQ(now[299], "299");
    EXPECT_EQ(now[1000], "new");
}

TEST(SharedRows, RevisionsOfManyRowsKeepWhatTheySaw) {
    constexpr int many = 100'000;  // several of the topmost parts
    shared_rows<std::string> now;
    for (int i = 0; i < many; ++i) now.push_back(std::to_string(i));
    const shared_rows<std::string> first = now;
    for (int i = 0; i < many; i += 777) now.edit(static_cast<std::size_t>(i)) = "second";
    const shared_rows<std::string> second = now;
    for (int i = 0; i < many; i += 331) now.edit(static_cast<std::size_t>(i)) = "third";
    for (int i = 0; i < many; ++i) {
        const auto row = static_cast<std::size_t>(i);
        ASSERT_EQ(first[row], std::to_string(i));
        ASSERT_EQ(second[row], i % 777 == 0 ? "second" : first[row]);
        ASSERT_EQ(now[row], i % 331 == 0 ? "third" : second[row]);
    }
}

TEST(SharedRows, GrowingACopyInTheMiddleOfAChunkLeavesTheOriginalAlone) {
    shared_rows<int> a;
    for (int i = 0; i < 10; ++i) a.push_back(i);
    shared_rows<int> b = a;
    b.push_back(10);
    a.push_back(-1);
    EXPECT_EQ(b[10], 10);
    EXPECT_EQ(a[10], -1);
}

TEST(SharedDictionary, ACopyKeepsWhatItSaw) {
    shared_dictionary now;
    for (std::uint32_t i = 0; i < 5000; ++i) now.set(std::to_string(i), i);
    const shared_dictionary then = now;
    now.set("new", 7);
    now.set("17", 99);
    EXPECT_EQ(then.find("new"), std::nullopt);
    EXPECT_EQ(then.find("17"), 17u);
    EXPECT_EQ(now.find("new"), 7u);
    EXPECT_EQ(now.find("17"), 99u);
    EXPECT_EQ(now.find("4999"), 4999u);
}

}  // namespace
}  // namespace mandate
