#include "report/labels.hpp"

#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace mandate::wording {
namespace {

constexpr language languages[] = {language::vi, language::en, language::tr};

std::vector<label_row> all_rows() {
    std::vector<label_row> rows;
    for (const auto& table :
         {glossary(), own_labels(), calendar_labels(), agency_labels(), answer_labels(),
          review_labels(), task_labels(), delay_causes(), recommendation_topics()})
        rows.insert(rows.end(), table.begin(), table.end());
    return rows;
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> out;
    for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at)
        out.insert((*at)[1]);
    return out;
}

// The text literals of the layer's sources that have the form of a key, but for the tables.
std::set<std::string> keys_in_the_sources() {
    const std::set<std::string> tables = {"glossary.cpp",
                                          "own_labels.cpp",
                                          "calendar_labels.cpp",
                                          "agency_labels.cpp",
                                          "recommendation_topics.cpp",
                                          "review_labels.cpp",
                                          "task_labels.cpp"};
    std::set<std::string> keys;
    const std::filesystem::path folder = MANDATE_SOURCE_DIR "/lib/report";
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto& path = entry.path();
        if (path.extension() == ".txt" || tables.contains(path.filename().string())) continue;
        std::ostringstream source;
        source << std::ifstream{path}.rdbuf();
        keys.merge(matches(source.str(), std::regex{R"re("([a-z]+\.[a-z0-9_]+)")re"}));
    }
    return keys;
}

TEST(Labels, HaveThreeLanguagesEach) {
    EXPECT_GT(all_rows().size(), 300u);
    for (const label_row& row : all_rows()) {
        SCOPED_TRACE(row.key);
        EXPECT_FALSE(row.vi.empty());
        EXPECT_FALSE(row.en.empty());
        EXPECT_FALSE(row.tr.empty());
    }
}

TEST(Labels, AreInOneTableOnly) {
    std::set<std::string_view> seen;
    for (const label_row& row : all_rows()) EXPECT_TRUE(seen.insert(row.key).second) << row.key;
}

TEST(Labels, AreFoundByTheirKey) {
    for (const label_row& row : all_rows()) {
        const label_row* found = find_label(row.key);
        ASSERT_NE(found, nullptr) << row.key;
        EXPECT_EQ(found->vi, row.vi);
    }
    EXPECT_EQ(find_label("no.such_label"), nullptr);
    EXPECT_EQ(find_label(""), nullptr);
    EXPECT_EQ(label("rate.on_time", language::vi), "tỷ lệ hoàn thành đúng hạn");
    EXPECT_EQ(label("coordination.late_reply", language::en), "coordinating agency replied late");
}

TEST(Labels, ThatTheCodeUsesAreThere) {
    const std::set<std::string> keys = keys_in_the_sources();
    EXPECT_GT(keys.size(), 150u);
    for (const std::string& key : keys) EXPECT_NE(find_label(key), nullptr) << key;
}

TEST(Labels, OfEverythingThatHappensToATaskAreThere) {
    for (const command_descriptor& c : commands()) {
        // What `changes` tells of a task (review/agencies_concerned.hpp, is_about_task).
        using e = entity_kind;
        constexpr std::array kinds{e::task, e::link,      e::consultation,
                                   e::item, e::attribute, e::document_review};
        if (std::ranges::find(kinds, subject_kind(c.id)) != kinds.end() ||
            c.id == command_kind::hand_over || c.id == command_kind::answer_recommendation ||
            c.id == command_kind::relate_recommendation || c.id == command_kind::delegate_rights) {
            EXPECT_NE(find_label("act." + std::string{c.name}), nullptr) << c.name;
        }
    }
}

TEST(Labels, OfReportsAreAllUsed) {
    const std::set<std::string> keys = keys_in_the_sources();
    for (const label_row& row : own_labels()) {
        const bool by_name = row.key.starts_with("rec.") || row.key.starts_with("finding.");
        EXPECT_TRUE(by_name || keys.contains(std::string{row.key})) << row.key;
    }
}

TEST(Labels, AskForTheSameSlotsInEveryLanguage) {
    const std::regex slot_name{R"(\{([a-z_]+)[?}])"};
    std::vector<label_row> rows{own_labels().begin(), own_labels().end()};
    rows.insert(rows.end(), task_labels().begin(), task_labels().end());
    for (const label_row& row : rows) {
        if (row.key == "time.month") continue;  // a number in Vietnamese, a name elsewhere
        const auto vi = matches(std::string{row.vi}, slot_name);
        EXPECT_EQ(vi, matches(std::string{row.en}, slot_name)) << row.key;
        EXPECT_EQ(vi, matches(std::string{row.tr}, slot_name)) << row.key;
    }
}

TEST(Heading, CapitalisesByLanguage) {
    const struct {
        const char* text;
        language lang;
        const char* expected;
        const char* why;
    } cases[] = {
        {"đã hoàn thành", language::vi, "Đã hoàn thành", "a Vietnamese letter of two bytes"},
        {"ilerleme", language::tr, "İlerleme", "Turkish i keeps its dot"},
        {"index", language::en, "Index", "English i loses it"},
        {"ölçüt", language::tr, "Ölçüt", "a letter with an umlaut"},
        {"16 ngày", language::vi, "16 ngày", "a digit has no capital"},
        {"", language::vi, "", "nothing stays nothing"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        EXPECT_EQ(capital(c.text, c.lang), c.expected);
    }
}

TEST(Fill, PutsSlotsInAndChoosesTheNumber) {
    const slot one[] = {{"n", "1", 1}, {"who", "Agency A"}};
    const slot many[] = {{"n", "12", 12}, {"who", "{n}"}};
    EXPECT_EQ(fill("{n} {n?task|tasks} of {who}", one), "1 task of Agency A");
    EXPECT_EQ(fill("{n} {n?task|tasks} of {who}", many), "12 tasks of {n}");
    EXPECT_EQ(fill("no slot", one), "no slot");
    EXPECT_TRUE(has_slots("{n} {n?a|b} {who}", one));
    EXPECT_FALSE(has_slots("{n} {day}", one));
}

TEST(Heading, OfEveryLabelIsThere) {
    for (const label_row& row : own_labels())
        for (const language lang : languages) EXPECT_FALSE(heading(row.key, lang).empty());
}

}  // namespace
}  // namespace mandate::wording
