#pragma once
// Reviews built by hand: one that fills every list and field, one without a task, one with many.
// All of it is made up.

#include "mandate/review/review.hpp"
#include "report/sample_answers.hpp"

#include <string>
#include <utility>

namespace mandate::sample {

inline civil_day on(int year, unsigned month, unsigned day) {
    return civil_day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

inline multilingual words(const std::string& vi, const std::string& en, const std::string& tr) {
    return {vi, en, tr};
}

inline named agency(const std::string& letter) {
    return {letter, words("Cơ quan " + letter, "Agency " + letter, "Kurum " + letter)};
}

inline stated_deadline due(int year, unsigned month, unsigned day) {
    return {"", on(year, month, day), precision::day, {}};
}

inline review_task task(const std::string& code, const std::string& number, task_class at_end,
                        std::vector<named> leads) {
    review_task t;
    t.code = code;
    t.title = words("Nhiệm vụ mẫu số " + number, "Sample task no. " + number,
                    "Örnek görev no. " + number);
    t.assigned_on = on(2024, 1, 15);
    t.leads = std::move(leads);
    t.at_end = t.at_cut_off = at_end;
    return t;
}

/// Open and overdue, extended once after it had passed, explained, with two tasks waiting.
inline review_task overdue_task() {
    review_task t = task("M04", "4", task_class::open_overdue, {agency("B")});
    t.title = words(
        "Tham mưu ban hành quy định mẫu về “tài liệu & dữ liệu” <script>alert('x')</script>",
        "Advise on issuing the sample rules on \"papers & data\" <script>alert('x')</script>",
        "“Belgeler & veriler” hakkında örnek kuralların hazırlanması <script>alert('x')</script>");
    t.documents = {"68-M", "39-M"};
    t.meeting = "HN-04";
    t.meeting_name = words("Hội nghị giao ban mẫu", "Sample meeting", "Örnek toplantı");
    t.assigner = agency("A");
    t.assigned_as_stated = "tháng 01 năm 2024";
    t.assigned_precision = precision::month;
    t.lead_as_stated = "Cơ quan B chủ trì";
    t.coordinating = {agency("C"), agency("D")};
    t.coordinating_as_stated = "các cơ quan liên quan";
    t.product = "Dự thảo quy định";
    t.field_of_work = "Văn phòng";
    t.original = due(2024, 2, 15);
    t.current = due(2024, 3, 20);
    t.revisions = {{on(2024, 2, 20), due(2024, 3, 20), agency("A"), "12-M", "chờ ý kiến", true}};
    t.doubt = "nguồn không nói rõ cấp ban hành";
    t.note = "ghi chú mẫu";
    t.sources = {"biên bản mẫu"};
    t.working_days_late = 25;
    t.times_returned = 1;
    t.percent = 60;
    t.reported_on = on(2024, 4, 10);
    t.result = "đã có dự thảo lần 2";
    t.explained = explanation{on(2024, 4, 12),
                              agency("B"),
                              "coordination.late_reply",
                              "Cơ quan C gửi ý kiến sau hạn 15 ngày",
                              agency("C"),
                              "Người phụ trách mẫu",
                              "họp thống nhất trong tuần",
                              on(2024, 5, 31)};
    t.planned_for_period = true;
    t.waiting = {{"M07", link_kind::finish_start, 0, lag_unit::working_days},
                 {"M06", link_kind::start_start, 5, lag_unit::working_days}};
    t.waiting_in_all = 3;
    return t;
}

inline std::vector<review_task> sample_tasks() {
    std::vector<review_task> tasks;
    review_task in_time = task("M01", "1", task_class::done_in_time, {agency("B")});
    in_time.original = in_time.current = due(2024, 3, 15);
    in_time.finished_on = on(2024, 3, 14);
    in_time.quality = "meets_after_revision";
    in_time.documents = {"68-M"};
    tasks.push_back(in_time);

    review_task late = task("M02", "2", task_class::done_late, {agency("C"), agency("D")});
    late.original = late.current = {"quý I/2024", on(2024, 3, 31), precision::quarter, {}};
    late.finished_on = on(2024, 3, 31);
    late.working_days_late = 1;
    tasks.push_back(late);

    review_task free = task("M03", "3", task_class::done_without_deadline, {agency("D")});
    free.finished_on = on(2024, 2, 29);
    tasks.push_back(free);

    tasks.push_back(overdue_task());

    review_task since = task("M05", "5", task_class::open_overdue, {agency("C")});
    since.at_cut_off = task_class::done_late;
    since.original = since.current = {"tháng 3/2024", on(2024, 3, 31), precision::month, {}};
    since.finished_on = on(2024, 4, 18);
    since.working_days_late = 13;
    tasks.push_back(since);

    review_task waits = task("M06", "6", task_class::open_in_time, {agency("D")});
    waits.original = waits.current = due(2024, 6, 30);
    waits.awaiting_acceptance = true;
    waits.submitted_on = on(2024, 4, 22);
    tasks.push_back(waits);

    review_task nobody = task("M07", "7", task_class::open_without_deadline, {});
    nobody.planned_for_period = true;
    nobody.original.as_stated = nobody.current.as_stated = "sớm nhất có thể";
    tasks.push_back(nobody);

    review_task standing = task("M08", "8", task_class::standing, {agency("B")});
    standing.original = standing.current = {"Thường xuyên", {}, precision::day, on(2024, 1, 15)};
    tasks.push_back(standing);

    review_task suspended = task("M09", "9", task_class::suspended, {agency("C")});
    suspended.reason = "chờ hướng dẫn";
    tasks.push_back(suspended);

    review_task cancelled = task("M10", "10", task_class::cancelled, {agency("D")});
    cancelled.reason = "trùng với nhiệm vụ khác";
    tasks.push_back(cancelled);

    review_task next = task("M11", "11", task_class::open_in_time, {agency("B")});
    next.existed_at_end = false;
    next.assigned_on = on(2024, 4, 25);
    next.original = next.current = {"năm 2024", on(2024, 12, 31), precision::year, {}};
    next.planned_for_next = next.key_task_of_next = true;
    tasks.push_back(next);
    return tasks;
}

inline review sample_review() {
    review r;
    r.period = period{period_kind::quarter, 2024, 1};
    r.next = r.period.next();
    r.cut_off = on(2024, 4, 25);
    r.class_day = r.period.last();
    r.meeting_day = on(2024, 4, 25);
    r.revision = 1234;
    r.utc_offset_minutes = 420;
    r.known_at_us = 1'714'037'400'000'000;  // 2024-04-25 09:30 UTC

    review_meeting m{
        "HN-04",     words("Hội nghị giao ban mẫu", "Sample meeting", "Örnek toplantı"),
        agency("A"), on(2024, 4, 25),
        {},          {}};
    m.persons = {{"Người chủ trì mẫu", words("Chức vụ mẫu", "Sample post", "Örnek görev"),
                  meeting_role::chair},
                 {"Người dự mẫu", {}, meeting_role::attendee}};
    m.conclusions = {{"K1",
                      conclusion_kind::praise,
                      words("Biểu dương mẫu", "Sample praise", "Örnek takdir"),
                      {agency("B")}},
                     {"K2",
                      conclusion_kind::approval_in_principle,
                      words("Đồng ý mẫu", "Sample approval", "Örnek onay"),
                      {}}};
    r.meeting = m;

    r.tasks = task_descriptions{sample_tasks()};
    r.population = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    r.overdue = {3, 4};
    r.unfinished = {3, 4, 6};
    r.unexplained = {4, 6};
    r.done_since = {4};
    r.carried_late = {3, 6};
    r.carried_planned = {5};
    r.without_deadline = {6};
    r.awaiting_acceptance = {5};
    r.without_lead = {6};
    r.next_new = {10};
    r.next_planned = {5, 10};
    for (const std::size_t at : r.population) {
        r.at_end.add(r.tasks[at].at_end);
        r.at_cut_off.add(r.tasks[at].at_cut_off);
    }
    r.by_end = rates_of(r.at_end);
    r.unplanned = {5};
    r.placeholders = 1;
    r.document_reviews = {{"DR-1",
                           "39-M",
                           "39-M",
                           words("Văn bản mẫu", "Sample", "Örnek"),
                           review_kind::interim,
                           due(2024, 3, 1),
                           due(2024, 6, 30),
                           {agency("B")},
                           "M04",
                           "open",
                           {},
                           {},
                           "",
                           ""}};
    review_item item;
    item.code = "IT-1";
    item.programme = "CT-1";
    item.agency = agency("A");
    item.title = words("Nội dung mẫu", "Sample item", "Örnek madde");
    item.first_planned_for = period{period_kind::month, 2024, 2};
    item.planned_for = period{period_kind::month, 2024, 5};
    item.papers_due = on(2024, 5, 10);
    item.state = "postponed";
    item.added = true;
    item.reason = "chờ văn bản";
    r.programme_items = {item};
    r.orphan_clauses = {
        {"68-M-II", "68-M", "II", words("Nhóm mẫu", "Sample group", "Örnek grup"), {}}};
    for (const char* letter : {"B", "C", "D"}) {
        agency_row row{agency(letter),   {}, {}, letter[0] == 'B' ? 0 : 1,
                       letter[0] != 'D', "", "", {}};
        if (letter[0] == 'C') {
            row.merged_into = "D";
            row.ended_how = "merged";
            row.successors = {agency("D")};
        }
        for (const std::size_t at : r.population)
            for (const named& lead : r.tasks[at].leads)
                if (lead.code == letter) {
                    row.led.add(r.tasks[at].at_end);
                    row.led_at_cut_off.add(r.tasks[at].at_cut_off);
                    r.sum_of_rows.add(r.tasks[at].at_end);
                }
        r.agencies.push_back(row);
    }
    r.not_reported = {agency("D")};

    document_node top{"39-M",
                      "39-M",
                      document_kind::resolution,
                      words("Nghị quyết mẫu", "Sample resolution", "Örnek karar"),
                      agency("A"),
                      on(2023, 7, 18),
                      "",
                      {},
                      "",
                      0,
                      {},
                      {},
                      3,
                      7};
    document_node below{"68-M",
                        "68-M",
                        document_kind::action_programme,
                        words("Chương trình hành động mẫu", "Sample action programme", ""),
                        agency("A"),
                        on(2023, 11, 12),
                        "",
                        {{on(2023, 11, 15), {"nguồn mẫu 2"}}},
                        "dùng ngày của văn bản gốc",
                        1,
                        relation_kind::implements,
                        {0, 3},
                        3,
                        7};
    document_node undated{"77-M",
                          "",
                          document_kind::other,
                          words("Văn bản mẫu", "", ""),
                          {},
                          {},
                          "cuối năm 2023",
                          {},
                          "",
                          0,
                          {},
                          {},
                          0,
                          0};
    r.documents = {top, below, undated};

    review_recommendation open{
        "KN1",
        words("Kiến nghị mẫu số 1", "Sample recommendation no. 1", "Örnek öneri no. 1"),
        {},
        "các cơ quan tham mưu",
        {agency("A")},
        "facilities",
        "HN-04",
        {},
        on(2024, 4, 25),
        0,
        true,
        "",
        {},
        "",
        "",
        {"M07"}};
    review_recommendation answered{
        "KN2",
        words("Kiến nghị mẫu số 2", "Sample recommendation no. 2", "Örnek öneri no. 2"),
        {agency("B")},
        "",
        {agency("A")},
        "nội dung khác",
        "HN-04",
        {},
        on(2024, 1, 10),
        12,
        false,
        "accepted",
        on(2024, 1, 26),
        "M06",
        "giao nghiên cứu",
        {"M05"}};
    r.recommendations = {open, answered};
    r.recommendations_open = 1;

    const period last_year{period_kind::year, 2023, 1};
    review_indicator members{{"CT1", words("Chỉ tiêu mẫu", "Sample indicator", "Örnek gösterge")},
                             "người",
                             indicator_direction::higher_is_better,
                             "ghi chú chỉ tiêu",
                             {}};
    members.rows = {{agency("B"), r.period, 1000, 1000, 862, {"báo cáo mẫu"}},
                    {agency("C"), r.period, 4500, 5000, {}, {}},
                    {agency("D"), r.period, {}, {}, 0, {"báo cáo mẫu"}},
                    {agency("B"), last_year, 3800, {}, 3998, {"báo cáo mẫu 2023"}}};
    r.indicators = {members};
    r.findings = {{"sample.finding", "sample finding about task M07", {{"task", "M07"}}}};
    r.answers = answers_of({{"agenda",
                             {{{"place", 1},
                               {"matter", "overdue"},
                               {"kind", "task"},
                               {"code", "M04"},
                               {"next", "B"},
                               {"days", 20},
                               {"waiting_tasks", 2},
                               {"waiting_agencies", "C D"},
                               {"proposed", "decide_extension"},
                               {"proposed_day", on(2024, 5, 31).since_epoch()}},
                              {{"place", 2},
                               {"matter", "without_lead"},
                               {"kind", "task"},
                               {"code", "M07"},
                               {"waiting_tasks", 0},
                               {"proposed", "name_lead"}},
                              {{"place", 3},
                               {"matter", "recommendation_overdue"},
                               {"kind", "recommendation"},
                               {"code", "KN1"},
                               {"next", "A F"},
                               {"days", 4},
                               {"waiting_tasks", 0},
                               {"proposed", "decide_recommendation"}},
                              {{"place", 4},
                               {"matter", "clause_without_task"},
                               {"kind", "clause"},
                               {"code", "elsewhere"},
                               {"next", "A"},
                               {"waiting_tasks", 0},
                               {"proposed", "assign"}}}},
                            {"warnings",
                             {{{"level", 2},
                               {"warning", "silent"},
                               {"kind", "task"},
                               {"code", "M06"},
                               {"next", "D"},
                               {"due", on(2024, 3, 4).since_epoch()},
                               {"days", 37}}}},
                            {"slow_work",
                             {{{"agency", "B"},
                               {"open_tasks", 6},
                               {"slow_tasks", 4},
                               {"late", 2},
                               {"extended", 0},
                               {"silent", 3},
                               {"reminders_unanswered", 1},
                               {"for_reference_only", 0},
                               {"extensions", 5},
                               {"extended_after_due", 1}}}},
                            {"ratings",
                             {{{"agency", "C"},
                               {"due", 3},
                               {"in_time", 2},
                               {"behind", 1},
                               {"best_rating", "completed"},
                               {"for_reference_only", 1}}}},
                            {"attribution",
                             {{{"link", 0},
                               {"task", "M06"},
                               {"slip", 9},
                               {"share", 9},
                               {"agency", "D"},
                               {"held_as", "lead"},
                               {"days", 9},
                               {"baseline_finish", on(2024, 3, 29).since_epoch()}},
                              {{"link", 1},
                               {"task", "M04"},
                               {"slip", 20},
                               {"share", 11},
                               {"agency", "B"},
                               {"held_as", "lead"},
                               {"days", 4},
                               {"driver", "M06"},
                               {"baseline_finish", on(2024, 3, 29).since_epoch()}},
                              {{"link", 1},
                               {"task", "M04"},
                               {"slip", 20},
                               {"share", 11},
                               {"agency", "A"},
                               {"held_as", "acceptance"},
                               {"days", 7},
                               {"driver", "M06"},
                               {"baseline_finish", on(2024, 3, 29).since_epoch()}}}},
                            {"attribution_sums",
                             {{{"tasks", 1},
                               {"days", 2},
                               {"as_lead", 0},
                               {"as_coordinating", 0},
                               {"as_acceptor", 0},
                               {"lack_of_means", 0},
                               {"objective", 2},
                               {"won_back", 0}}}},
                            {"coordination",
                             {{{"period", "2024-Q1"},
                               {"asking", "A"},
                               {"asked", "B"},
                               {"in_time", 6},
                               {"late", 0},
                               {"overdue", 0},
                               {"open", 0},
                               {"on_time", 10'000},
                               {"for_reference_only", 0},
                               {"days_overdue", 0}},
                              {{"period", "2024-Q1"},
                               {"asking", "C"},
                               {"asked", "D"},
                               {"in_time", 1},
                               {"late", 1},
                               {"overdue", 1},
                               {"open", 2},
                               {"on_time", 3333},
                               {"for_reference_only", 1},
                               {"days_given", 5},
                               {"days_taken", 8},
                               {"days_overdue", 12},
                               {"joint_due", 4},
                               {"joint_in_time", 3},
                               {"attention", 1}}}},
                            {"mutual_cases",
                             {{{"group", 1},
                               {"agencies", 2},
                               {"asking", "C"},
                               {"asked", "D"},
                               {"kind", "consultation"},
                               {"code", "LYK1"},
                               {"task", "M06"},
                               {"since", on(2024, 3, 4).since_epoch()},
                               {"due", on(2024, 3, 11).since_epoch()},
                               {"state", "overdue"}},
                              {{"group", 1},
                               {"agencies", 2},
                               {"asking", "D"},
                               {"asked", "C"},
                               {"kind", "obligation"},
                               {"code", "M04"},
                               {"task", "M04"},
                               {"since", on(2024, 3, 5).since_epoch()},
                               {"state", "open"}}}},
                            {"indicator_standings",
                             {{{"indicator", "elsewhere"},
                               {"place", 1},
                               {"agency", "F"},
                               {"value", 862},
                               {"year_value", 862},
                               {"percent_of_target", 8620},
                               {"periods_below", 2},
                               {"change", -14}}}}});
    return r;
}

/// A quarter in which nothing was recorded.
inline review empty_review() {
    review r;
    r.period = period{period_kind::quarter, 2024, 1};
    r.next = r.period.next();
    r.cut_off = on(2024, 4, 25);
    r.class_day = r.period.last();
    return r;
}

/// `count` tasks of twelve agencies with titles as long as real ones, in classes by turns.
inline review large_review(std::size_t count) {
    review r = empty_review();
    r.revision = static_cast<std::int64_t>(count);
    constexpr std::size_t agency_count = 12;
    for (std::size_t a = 0; a < agency_count; ++a)
        r.agencies.push_back(
            {agency(std::string(1, static_cast<char>('A' + a))), {}, {}, 0, true, "", "", {}});
    document_node all{"57-M",
                      "57-M",
                      document_kind::resolution,
                      words("Nghị quyết mẫu", "", ""),
                      {},
                      {},
                      "",
                      {},
                      "",
                      0,
                      {},
                      {},
                      0,
                      static_cast<std::int64_t>(count)};
    std::vector<review_task> tasks;
    for (std::size_t i = 0; i < count; ++i) {
        const auto c = static_cast<task_class>(i % task_class_count);
        agency_row& lead = r.agencies[i % agency_count];
        review_task t = task("N" + std::to_string(i + 1), std::to_string(i + 1), c, {lead.agency});
        t.title.vi +=
            ": xây dựng, trình cấp có thẩm quyền ban hành và tổ chức triển khai kế hoạch mẫu theo "
            "hướng đa dạng hóa hình thức, cụ thể hóa nội dung và có mục tiêu cụ thể";
        t.documents = {"57-M"};
        t.product = "Kế hoạch của cơ quan";
        t.field_of_work =
            "I. Lĩnh vực mẫu có tên dài, như tên nhóm nhiệm vụ trong phụ lục của một "
            "nghị quyết mà nhiều nhiệm vụ cùng thuộc về";
        t.coordinating_as_stated = "các cơ quan, đơn vị và địa phương có liên quan";
        t.original = t.current = {"6/2025", on(2025, 6, 30), precision::month, {}};
        t.sources = {"phụ lục mẫu"};
        lead.led.add(c);
        lead.led_at_cut_off.add(c);
        r.at_end.add(c);
        r.population.push_back(i);
        all.tasks.push_back(i);
        if (c == task_class::open_overdue) {
            r.overdue.push_back(i);
            r.unfinished.push_back(i);
            r.unexplained.push_back(i);
            r.carried_late.push_back(i);
        }
        if (c == task_class::open_in_time) r.carried_planned.push_back(i);
        if (c == task_class::open_in_time) r.next_planned.push_back(i);
        if (c == task_class::open_without_deadline) r.without_deadline.push_back(i);
        tasks.push_back(std::move(t));
    }
    r.tasks = task_descriptions{std::move(tasks)};
    r.at_cut_off = r.sum_of_rows = r.at_end;
    r.by_end = rates_of(r.at_end);
    r.documents = {all};
    return r;
}

}  // namespace mandate::sample
