#include "model/compact.hpp"

#include "record.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mandate {
namespace {

TEST(SmallList, IsOnePointer) {
    EXPECT_EQ(sizeof(small_list<std::string>), sizeof(void*));
    EXPECT_EQ(sizeof(boxed<std::string>), sizeof(void*));
    EXPECT_EQ(small_list<int>{}.begin(), small_list<int>{}.end());
}

TEST(SmallList, AgreesWithAVectorOnRandomInsertions) {
    tests::random_numbers random{7};
    for (int round = 0; round < 200; ++round) {
        small_list<std::string> list;
        std::vector<std::string> twin;
        for (int n = random.below(20); n > 0; --n) {
            const auto at =
                static_cast<std::size_t>(random.below(static_cast<int>(twin.size()) + 1));
            const std::string text(static_cast<std::size_t>(random.below(40)), 'x');
            list.insert(list.begin() + at, text);
            twin.insert(twin.begin() + static_cast<std::ptrdiff_t>(at), text);
        }
        ASSERT_EQ(list, twin);
        const small_list<std::string> copy = list;
        small_list<std::string> moved = std::move(list);
        list = copy;
        EXPECT_EQ(copy, twin);
        EXPECT_EQ(moved, twin);
        EXPECT_EQ(list, twin);
        moved = small_list<std::string>{"a"};
        EXPECT_EQ(moved.size(), 1u);
    }
}

TEST(SmallList, CopiesKeepWhatTheySawWhileOneIsWrittenTo) {
    tests::random_numbers random{8};
    std::vector<small_list<std::string>> lists(4);
    std::vector<std::vector<std::string>> twins(4);
    for (int step = 0; step < 5000; ++step) {
        const auto i = static_cast<std::size_t>(random.below(4));
        const auto place =
            static_cast<std::size_t>(random.below(1 + static_cast<int>(twins[i].size())));
        const std::string text(static_cast<std::size_t>(random.below(40)),
                               static_cast<char>('a' + step % 26));
        const int what = random.below(8);
        if (what < 3 && twins[i].size() < 20) {
            lists[i].insert(lists[i].begin() + place, text);
            twins[i].insert(twins[i].begin() + static_cast<std::ptrdiff_t>(place), text);
        } else if (what < 6 && place < twins[i].size()) {
            lists[i].edit(place) = twins[i][place] = text;
        } else {
            const auto from = static_cast<std::size_t>(random.below(4));
            lists[i] = lists[from];
            twins[i] = twins[from];
        }
        for (std::size_t k = 0; k < 4; ++k) ASSERT_EQ(lists[k], twins[k]) << step;
    }
}

TEST(Boxed, ACopyIsItsOwnAndReadsAsEmptyWhereNothingIsInIt) {
    boxed<std::string> a;
    EXPECT_EQ(a.get(), "");
    EXPECT_FALSE(a.has_value());
    a.edit() = "x";
    boxed<std::string> b = a;
    b.edit() += "y";
    EXPECT_EQ(a.get(), "x");
    EXPECT_EQ(b.get(), "xy");
}

}  // namespace
}  // namespace mandate
