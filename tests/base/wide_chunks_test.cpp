#include "base/wide_chunks.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace mandate {
namespace {

// Of 16 KiB each: 256 of them fill the 4 MiB that lie together.
constexpr std::size_t values = 4096;
using chunks = std::vector<std::shared_ptr<std::uint32_t[]>>;

TEST(WideChunks, AreAsManyAsAskedAndOverlapNowhere) {
    for (const std::size_t count : {0U, 1U, 255U, 256U, 257U, 600U}) {
        const chunks all = wide_chunks<std::uint32_t>(values, count);
        ASSERT_EQ(all.size(), count);
        for (std::size_t c = 0; c < count; ++c)
            for (std::size_t i = 0; i < values; ++i)
                all[c][i] = static_cast<std::uint32_t>(c * values + i);
        for (std::size_t c = 0; c < count; ++c)
            for (std::size_t i = 0; i < values; ++i) ASSERT_EQ(all[c][i], c * values + i);
    }
}

TEST(WideChunks, LieTogetherAndOutliveEachOther) {
    chunks all = wide_chunks<std::uint32_t>(values, 300);
    for (std::size_t c = 1; c < 256; ++c) EXPECT_EQ(all[c].get(), all[c - 1].get() + values);
    EXPECT_EQ(all[0].use_count(), 256) << "one slab";
    EXPECT_EQ(all[299].use_count(), 1) << "left over: alone";
    const std::shared_ptr<std::uint32_t[]> last = std::exchange(all[100], nullptr);
    last[values - 1] = 7;
    all.clear();
    EXPECT_EQ(last[values - 1], 7U);
}

}  // namespace
}  // namespace mandate
