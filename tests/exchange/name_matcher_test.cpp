#include "exchange/name_matcher.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

using words = std::vector<std::string>;

// The real names that are hard, with the spellings of Annex II of Resolution 03/NQ-CP as aliases.
const std::vector<agency_names>& agencies() {
    static const std::vector<agency_names> known{
        {"BTTTT", {"Bộ Thông tin và Truyền thông"}},
        {"BKHCN", {"Bộ Khoa học và Công nghệ", "Bộ Khoa học, Công nghệ"}},
        {"BKHDT", {"Bộ Kế hoạch và Đầu tư"}},
        {"BVHTTDL", {"Bộ Văn hóa, Thể thao và Du lịch"}},
        {"BCA", {"Bộ Công an", "Ministry of Public Security"}},
        {"BLDTBXH", {"Bộ Lao động - Thương binh và Xã hội"}},
        {"TTCP", {"Thanh tra Chính phủ"}},
        {"VHLKHCN",
         {"Viện Hàn lâm Khoa học và Công nghệ Việt Nam", "Viện Hàn lâm Khoa học và Công nghệ"}},
        {"VTV", {"VTV"}},
        {"VOV", {"VOV"}},
        {"BO-NGANH", {"Các bộ, ngành"}},
        {"BO-NGANH-DP",
         {"Các bộ, ngành, địa phương", "Các bộ, ngành và địa phương", "Bộ, ngành, địa phương"}},
        {"DP", {"Các địa phương"}},
        {"TP", {"Các thành phố trực thuộc Trung ương và một số tỉnh đủ điều kiện"}},
    };
    return known;
}

TEST(NameMatcher, ReadsTheCellsOfARealList) {
    const name_matcher names{agencies()};
    const struct {
        const char* cell;
        words codes;
        words unrecognised;
        const char* why;
    } cases[] = {
        {"", {}, {}, "nothing"},
        {"Bộ Thông tin và Truyền thông", {"BTTTT"}, {}, "one"},
        {"Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ",
         {"BTTTT", "BKHCN"},
         {},
         "two with nothing between"},
        {"Bộ Văn hóa, Thể thao và Du lịch", {"BVHTTDL"}, {}, "a comma inside the name"},
        {"Bộ Khoa học, Công nghệ, Bộ Thông tin và Truyền thông, Bộ Kế hoạch và Đầu tư và các địa "
         "phương",
         {"BKHCN", "BTTTT", "BKHDT", "DP"},
         {},
         "an alias with a comma; and"},
        {"Các bộ, ngành, địa phương", {"BO-NGANH-DP"}, {}, "the longest name, not the first"},
        {"Các bộ, ngành", {"BO-NGANH"}, {}, "the shorter name where the longer one does not fit"},
        {"Bộ Khoa học và Công nghệ và các bộ, ngành, địa phương",
         {"BKHCN", "BO-NGANH-DP"},
         {},
         "and, behind a name that holds an and"},
        {"các bộ, ngành và địa phương", {"BO-NGANH-DP"}, {}, "an and inside the name"},
        {"Bộ Thông tin và Truyền thông, Bộ Khoa học và Công nghệ, Bộ",
         {"BTTTT", "BKHCN"},
         {"Bộ"},
         "a name cut off"},
        {"Bộ Công an, Bộ Lao động - Thương binh và Xã hội,Thanh tra Chính phủ, các bộ, ngành và "
         "địa phương",
         {"BCA", "BLDTBXH", "TTCP", "BO-NGANH-DP"},
         {},
         "no blank behind a comma"},
        {"VTV, VOV, TTXVN, các địa phương",
         {"VTV", "VOV", "DP"},
         {"TTXVN"},
         "an unknown one between known ones"},
        {"Bộ Công an và các địa phương Bắc Ninh, Bình Dương, An Giang",
         {"BCA", "DP"},
         {"Bắc Ninh, Bình Dương, An Giang"},
         "what is left together stays together"},
        {"Bộ Công an, Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
         {"BCA", "VHLKHCN"},
         {},
         "the long form of a name with a short form"},
        {"Viện Hàn lâm Khoa học và Công nghệ và các bộ, ngành",
         {"VHLKHCN", "BO-NGANH"},
         {},
         "the short form"},
        {"Các thành phố trực thuộc Trung ương và một số tỉnh đủ điều kiện",
         {"TP"},
         {},
         "an and is tried as part of the name first"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        const auto found = names.read(c.cell);
        EXPECT_EQ(found.codes, c.codes);
        EXPECT_EQ(found.unrecognised, c.unrecognised);
        EXPECT_EQ(found.ambiguous, words{});
    }
}

TEST(NameMatcher, DoesNotMindCaseUnicodeFormAndSpacing) {
    const name_matcher names{agencies()};
    for (const char* cell : {"bộ công an", "BỘ CÔNG AN", " Bộ  Công\n an ", "Bộ\u00A0Công an",
                             "Bo\u0323\u0302 Co\u0302ng an", "MINISTRY OF PUBLIC SECURITY"}) {
        const auto found = names.read(cell);
        EXPECT_EQ(found.codes, words{"BCA"}) << cell;
        EXPECT_EQ(found.unrecognised, words{}) << cell;
    }
    EXPECT_EQ(names.read("Bộ Lao động-Thương binh và Xã hội").codes, words{"BLDTBXH"});
}

TEST(NameMatcher, TakesWholeWordsOnly) {
    const name_matcher names{agencies()};
    for (const char* cell : {"Bộ Công anh", "VTV1", "xVTV", "Bo Cong an", "Công an"}) {
        const auto found = names.read(cell);
        EXPECT_EQ(found.codes, words{}) << cell;
        EXPECT_EQ(found.unrecognised, words{cell}) << cell;
    }
}

TEST(NameMatcher, CountsAnAgencyOnceAndKeepsTheOrder) {
    const name_matcher names{agencies()};
    EXPECT_EQ(names.read("VOV; VTV / vov, VTV").codes, (words{"VOV", "VTV"}));
    EXPECT_EQ(names.read("và, ; / (.)").unrecognised, words{}) << "separators are no words";
}

TEST(NameMatcher, NeverChoosesBetweenTwoAgenciesOfOneName) {
    const std::vector<agency_names> known{{"OLD", {"Ban Tuyên giáo", "Ban Tuyên giáo"}},
                                          {"NEW", {"Ban Tuyên giáo và Dân vận", "ban tuyên giáo"}}};
    const name_matcher names{known};
    auto found = names.read("Ban Tuyên giáo, Ban Tuyên giáo và Dân vận");
    EXPECT_EQ(found.codes, words{"NEW"});
    EXPECT_EQ(found.ambiguous, words{"Ban Tuyên giáo"});
    EXPECT_EQ(found.unrecognised, words{});
}

TEST(NameMatcher, WithoutNamesRecognisesNothing) {
    const std::vector<agency_names> known{{"A", {}}, {"B", {"", " "}}};
    const auto found = name_matcher{known}.read("Agency A");
    EXPECT_EQ(found.codes, words{});
    EXPECT_EQ(found.unrecognised, words{"Agency A"});
}

}  // namespace
}  // namespace mandate
