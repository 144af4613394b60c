#include "mandate/report/report.hpp"
#include "report/sample_review.hpp"
#include "report/text_layout.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

constexpr language languages[] = {language::vi, language::en, language::tr};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
        lines.push_back(text.substr(from, end - from));
    return lines;
}

void expect_in_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t from = 0;
    for (const std::string& part : parts) {
        const std::size_t at = text.find(part, from);
        ASSERT_NE(at, std::string::npos) << "missing, or not in its place: " << part;
        from = at + part.size();
    }
}

TEST(ReviewText, TheTasksOfADocumentAreCountedBeforeTheyAreNamed) {
    review r = sample::sample_review();
    document_node d;
    d.code = "D";
    d.kind = document_kind::resolution;
    d.done_below = 1;
    d.total_below = 3;
    d.tasks = {0, 1};
    r.documents = {d};
    const auto page = [&](language lang) { return review_text(r, lang) + review_html(r, lang); };
    const struct {
        language lang;
        const char* two;
        const char* one;
    } cases[] = {
        {language::vi, "1/3 (33,33%) · 02 nhiệm vụ do văn bản này giao: ",
         "1/3 (33,33%) · 01 nhiệm vụ do văn bản này giao: "},
        {language::en, "1/3 (33.33%) · 2 tasks given by this document: ",
         "1/3 (33.33%) · 1 task given by this document: "},
        {language::tr, "1/3 (%33,33) · Bu belgeyle verilen 2 görev: ",
         "1/3 (%33,33) · Bu belgeyle verilen 1 görev: "},
    };
    for (const auto& c : cases) {
        r.documents[0].tasks = {0, 1};
        const std::string two = page(c.lang);
        EXPECT_NE(two.find(c.two), two.rfind(c.two)) << "in the text and on the page: " << c.two;
        EXPECT_NE(two.find(c.two), std::string::npos) << c.two;
        r.documents[0].tasks = {1};
        EXPECT_NE(page(c.lang).find(c.one), std::string::npos) << c.one;
    }
}

TEST(ReviewText, HasItsBlocksInTheOrderOfTheMeeting) {
    expect_in_order(review_text(sample::sample_review(), language::vi),
                    {"Kết quả thực hiện nhiệm vụ quý I/2024, nhiệm vụ trọng tâm quý II/2024",
                     "quý I/2024 (01/01-31/3/2024)",
                     "25/4/2024",
                     "Cơ quan A",
                     "16:30 (UTC+07:00)",
                     "DỰ THẢO theo bản ghi số 1.234",
                     "Chưa báo cáo: Cơ quan D",
                     "Cuối kỳ 31/3/2024",
                     "Ngày chốt 25/4/2024",
                     "Tổng số nhiệm vụ",
                     "2/4",
                     "50,00%",
                     "chỉ để tham khảo",
                     "Tổng hợp theo cơ quan",
                     "Cộng các dòng",
                     "Tổng cộng",
                     "Nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch (3)",
                     "Chưa giải trình: 02 nhiệm vụ",
                     "M04.",
                     "Cơ quan phối hợp trả lời chậm",
                     "M05.",
                     "chưa giải trình",
                     "M07.",
                     "Nhiệm vụ hoàn thành sau ngày cuối kỳ (1)",
                     "M05.",
                     "Chuyển tiếp do chậm (2)",
                     "Chuyển tiếp theo kế hoạch (1)",
                     "M06.",
                     "Nhiệm vụ kỳ tới: quý II/2024",
                     "M11.",
                     "Chưa xác định thời hạn (1)",
                     "Đã trình và chờ cho ý kiến (1)",
                     "Chưa phân công cơ quan chủ trì (1)",
                     "Kiến nghị, đề xuất chưa giải quyết (1)",
                     "KN1.",
                     "Kiến nghị, đề xuất đã trả lời (1)",
                     "KN2.",
                     "Chỉ tiêu mẫu (người)",
                     "Nghị quyết mẫu",
                     "triển khai thực hiện: 39-M",
                     "3/7 (42,86%)",
                     "Hội nghị giao ban mẫu",
                     "Người chủ trì mẫu",
                     "K1. [biểu dương]",
                     "sample finding about task M07",
                     "Cách tính",
                     "1. ",
                     "11. "});
}

TEST(ReviewText, SpeaksEveryLanguage) {
    const review r = sample::sample_review();
    expect_in_order(
        review_text(r, language::en),
        {"Results of Q1 2024 and key tasks of Q2 2024", "1 January – 31 March 2024",
         "Completion rate of due tasks", "50.00%",
         "Tasks overdue or unfinished against the plan (3)", "How the figures were computed"});
    expect_in_order(
        review_text(r, language::tr),
        {"Görevlerin uygulanma sonuçları (2024 yılı 1. çeyreği)", "25 Nisan 2024", "%50,00",
         "Süresi geçen veya plana göre tamamlanmayan görevler (3)", "Hesaplama yöntemi"});
}

// A figure uses the verified result where there is one, so whoever reads the reported one sees it.
TEST(ReviewText, TellsWhatTheOfficeFoundBesideWhatWasReported) {
    review r = sample::sample_review();
    for (std::size_t i = 0; i < r.tasks.size(); ++i)
        if (r.tasks[i].percent && is_open(r.tasks[i].at_cut_off))
            r.tasks.edit(i).verified = verified_result{
                parse_day("2024-04-12"), {}, verdict_kind::partly_confirmed, 45, ""};
    EXPECT_NE(review_text(r, language::vi).find("thẩm tra ngày 12/4/2024: 45%"), std::string::npos);
    EXPECT_NE(review_text(r, language::en).find("verified at 45% on"), std::string::npos);
    EXPECT_NE(review_text(r, language::tr).find("%45 olarak doğrulandı"), std::string::npos);
}

// Two numbers: late against the deadline, slipped against the plan.
TEST(ReviewText, TellsTheSlipAgainstThePlanBesideTheDaysPastTheDeadline) {
    const auto words = [](language lang) {
        std::string text = review_text(sample::sample_review(), lang), all;
        for (const char c : text)  // lines are broken anywhere
            if (const char next = c == '\n' ? ' ' : c;
                next != ' ' || all.empty() || all.back() != ' ')
                all += next;
        return all;
    };
    expect_in_order(words(language::en),
                    {"M04.", "working days late", "Reasons for the slip against the plan",
                     "It was to be done on 29 March 2024 and is 20 working days behind that.",
                     "added 11 working days"});
    expect_in_order(words(language::vi), {"M04.", "Vì sao chậm so với kế hoạch",
                                          "Ngày hoàn thành theo kế hoạch là 29/3/2024, nay chậm 20 "
                                          "ngày làm việc."});
    expect_in_order(words(language::tr), {"M04.", "Planın gerisinde kalma nedenleri",
                                          "tarihinde bitecekti, 20 iş günü geride kalmıştır"});
}

TEST(ReviewText, StaysWithinAHundredColumns) {
    for (const language lang : languages)
        for (const review& r : {sample::sample_review(), sample::large_review(150)})
            for (const std::string& line : lines_of(review_text(r, lang))) {
                EXPECT_LE(text_layout::display_width(line), text_layout::page_width) << line;
                EXPECT_FALSE(line.ends_with(' ')) << line;
            }
}

TEST(ReviewText, HasNoSumOfRowsWhereItIsTheTotal) {
    review r = sample::large_review(30);
    EXPECT_EQ(review_text(r, language::en).find("Sum of the rows"), std::string::npos);
    r.sum_of_rows.add(task_class::standing);
    EXPECT_NE(review_text(r, language::en).find("Sum of the"), std::string::npos);
}

TEST(ReviewText, OfAnEmptyReviewSaysSo) {
    const std::string text = review_text(sample::empty_review(), language::vi);
    expect_in_order(text, {"toàn bộ số liệu đã ghi, đến bản ghi số 0", "Chưa báo cáo: không có",
                           "Không có nhiệm vụ nào trong kỳ.", "Không có cơ quan nào",
                           "Không có nhiệm vụ quá hạn", "Chưa ghi nhận hội nghị"});
    EXPECT_EQ(text.find("tham khảo\n"), std::string::npos) << "no cases are not few cases";
    for (const language lang : languages)
        EXPECT_EQ(review_text(sample::empty_review(), lang).find('{'), std::string::npos);
}

// What is hidden from a viewer is not denied: neither the meeting nor its day nor the documents.
TEST(ReviewText, DeniesNothingThatIsOnlyHidden) {
    review r = sample::empty_review();
    r.viewer = "B";
    const std::string text = review_text(r, language::en);
    expect_in_order(text, {"Meeting day: none shown", "Nothing is shown."});
    EXPECT_EQ(text.find("No meeting"), std::string::npos);
    EXPECT_EQ(text.find("No task is based"), std::string::npos);
    r.viewer_sees_all = true;
    expect_in_order(review_text(r, language::en),
                    {"Meeting day: not stated in the source", "No meeting on"});
}

TEST(ReviewText, DoesNotObeyControlCharacters) {
    review r = sample::sample_review();
    r.tasks.edit(3).title.vi = "\x1b[2J đề mục";
    EXPECT_EQ(review_text(r, language::vi).find('\x1b'), std::string::npos);
}

TEST(ReviewText, NamesTheAgencyItIsOf) {
    review r = sample::sample_review();
    r.only = {"B"};
    EXPECT_NE(review_text(r, language::en).find("Only the tasks and matters of: Agency B"),
              std::string::npos);
}

}  // namespace
}  // namespace mandate
