#include "mandate/base/text.hpp"
#include "model/state_under_test.hpp"
#include "review/search_index.hpp"
#include "table_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mandate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using tests::lines_of;
using tests::state_under_test;

std::vector<std::string> search(const state_under_test& s, const search_index& index,
                                const std::string& words, const char* on = "2024-12-31",
                                std::int64_t kind = 0) {
    arguments args;
    args.values = {{field::text, words}};
    if (kind != 0) args.values.push_back({field::kind, kind});
    const lens through{s.record, {parse_day(on), s.record.revision()}, last_day};
    return lines_of(answer_search(through, index, args), {"kind", "code", "found"});
}

std::vector<std::string> search(const state_under_test& s, const std::string& words,
                                const char* on = "2024-12-31") {
    return search(s, search_index{{}, s.record}, words, on);
}

constexpr const char* world = R"(
2024-01-01 add_agency agency=A name_vi='Sở Thông tin' name_tr='Isparta İdaresi' alias_vi='Sở TT&TT'
2024-01-01 add_official official=P name_vi='Nguyễn Hoà Bình'
2024-01-01 add_document document=D number=39-NQ/TW document_kind=resolution issuer=A title_vi='Chuyển đổi số' alias_vi='Nghị quyết 39' alias_en='Digital resolution'
2024-01-02 assign_task task=T1 title_vi='Đề án chuyển  đổi số' title_en='Digital scheme' lead=A
2024-01-02 assign_task task=T2 title_vi='Rà soát thủ tục' lead=A
2024-01-01 add_post post=H agency=A name_vi='Giám đốc Sở'
2024-01-01 add_term term=K body=A name_vi='Nhiệm kỳ thứ nhất' from_day=2024-01-01
2024-01-01 add_programme programme=CT agency=A period=2024 title_vi='Chương trình công tác'
)";

TEST(Search, FoldsVietnameseAndTurkishAndFindsEveryKind) {
    const state_under_test s{world};
    EXPECT_THAT(search(s, "chuyen doi so"),
                ElementsAre("document|D|Chuyển đổi số", "task|T1|Đề án chuyển  đổi số"));
    EXPECT_THAT(search(s, "CHUYỂN ĐỔI"),
                ElementsAre("document|D|Chuyển đổi số", "task|T1|Đề án chuyển  đổi số"));
    EXPECT_THAT(search(s, "isparta idaresi"), ElementsAre("agency|A|Isparta İdaresi"));
    EXPECT_THAT(search(s, "ISPARTA İDARESİ"), ElementsAre("agency|A|Isparta İdaresi"));
    EXPECT_THAT(search(s, "ısparta"), ElementsAre("agency|A|Isparta İdaresi"));
    EXPECT_THAT(search(s, "hòa"), ElementsAre("official|P|Nguyễn Hoà Bình"))
        << "hoà and hòa are equal in search";
    EXPECT_THAT(search(s, "39-nq"), ElementsAre("document|D|39-NQ/TW"));
    EXPECT_THAT(search(s, "nghi quyet 39"), ElementsAre("document|D|Nghị quyết 39"));
    EXPECT_THAT(search(s, "digital"),
                ElementsAre("document|D|Digital resolution", "task|T1|Digital scheme"));
    EXPECT_THAT(search(s, "so tt&tt"), ElementsAre("agency|A|Sở TT&TT"));
    EXPECT_THAT(search(s, "sothong"), IsEmpty());
    EXPECT_THAT(search(s, "giam doc"), ElementsAre("post|H|Giám đốc Sở"));
    EXPECT_THAT(search(s, "nhiem ky"), ElementsAre("term|K|Nhiệm kỳ thứ nhất"));
    EXPECT_THAT(search(s, "chuong trinh"), ElementsAre("programme|CT|Chương trình công tác"));
    EXPECT_THAT(search(s, "\u0301"), IsEmpty()) << "nothing but a mark";
    EXPECT_THAT(search(s, search_index{{}, s.record}, "so", "2024-12-31",
                       static_cast<std::int64_t>(thing_kind::document)),
                ElementsAre("document|D|Chuyển đổi số"));
}

TEST(Search, SeesWhatCountsOnTheDayAndIsKnown) {
    state_under_test s{world};
    s.add("2024-01-02 assign_task task=T2 title_vi='Cải cách hành chính' lead=A corrects=5");
    s.add("2024-06-01 rename_agency agency=A name_vi='Sở Khoa học'");
    EXPECT_THAT(search(s, "ra soat"), IsEmpty()) << "it was corrected";
    EXPECT_THAT(search(s, "cai cach"), ElementsAre("task|T2|Cải cách hành chính"));
    EXPECT_THAT(search(s, "khoa hoc"), ElementsAre("agency|A|Sở Khoa học"));
    EXPECT_THAT(search(s, "khoa hoc", "2024-05-31"), IsEmpty()) << "not called so yet";
    EXPECT_THAT(search(s, "so thong tin"), ElementsAre("agency|A|Sở Thông tin"))
        << "its former name finds it";
    EXPECT_THAT(search(s, "chuyen doi", "2024-01-01"), ElementsAre("document|D|Chuyển đổi số"))
        << "the task is of the next day";
    arguments args;
    args.values = {{field::text, "ra soat"}};
    const lens before{s.record, {parse_day("2024-12-31"), 5}, last_day};
    EXPECT_EQ(answer_search(before, search_index{{}, s.record}, args).rows(), 1u)
        << "as known before the correction";
}

// An index that grew with the record, and one made at its end, against folding and looking through
// every title.
TEST(Search, AgreesWithFoldingEveryTitle) {
    mandate::tests::random_numbers random{7};
    constexpr const char* syllables[] = {"chuyển", "Đổi", "số", "dự", "ÁN", "ı", "İl", "so", "a"};
    state_under_test s{world};
    search_index grown{{}, s.record};
    std::vector<std::pair<std::string, std::string>> titles;  // code, title
    for (int i = 0; i < 300; ++i) {
        std::string title;
        for (int n = 1 + random.below(5); n > 0; --n)
            title += std::string{syllables[random.below(9)]} + " ";
        const std::string code = "N" + std::to_string(i);
        s.add("2024-01-03 assign_task task=" + code + " title_vi='" + title + "' lead=A");
        titles.emplace_back(code, title);
        if (random.below(10) == 0) grown = search_index{grown, s.record};
        if (random.below(10) == 0) {  // another title for one of them
            auto& [old, words] = titles[static_cast<std::size_t>(random.below(i + 1))];
            words = "khác " + words;
            for (std::size_t seq = 1; seq <= s.record.events.size(); ++seq) {
                const event_record& e = s.record.events[seq - 1];
                if (e.kind == command_kind::assign_task && e.corrected_by == 0 &&
                    s.record.tasks[e.subject].code == old) {
                    s.add("2024-01-03 assign_task task=" + old + " title_vi='" + words +
                          "' lead=A corrects=" + std::to_string(seq));
                    break;
                }
            }
        }
    }
    grown = search_index{grown, s.record};
    const search_index fresh{{}, s.record};
    for (const char* words : {"chuyen doi", "so", "du an", "i", "khac", "a", "an a", "xyz"}) {
        SCOPED_TRACE(words);
        std::vector<std::string> expected;
        for (const auto& [code, title] : titles)
            if (fold(title).find(fold(words)) != std::string::npos) expected.push_back(code);
        for (const auto* index : std::initializer_list<const search_index*>{&grown, &fresh}) {
            std::vector<std::string> found;
            for (const std::string& line : search(s, *index, words, "2024-12-31",
                                                  static_cast<std::int64_t>(thing_kind::task)))
                if (line.find("|N") != std::string::npos)
                    found.push_back(line.substr(5, line.find('|', 5) - 5));
            EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected));
        }
    }
}

}  // namespace
}  // namespace mandate
