// Slips and shares of random histories against slow, obviously right twins.

#include "ledger/attribution_record.hpp"
#include "mandate/report/report.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace mandate {
namespace {

class AttributionTwins : public tests::attribution_record {};

// Of a plan recorded as one, on whose day nothing has begun, each task's own baseline is the
// schedule of that day: by another algorithm, which knows nothing of when things were recorded.
TEST_F(AttributionTwins, TheBaselineOfAPlanIsItsScheduleOnRandomPlans) {
    std::mt19937 random{20240304};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::vector<std::string> agencies{"A", "B", "X"};
    int moved = 0;
    for (int round = 0; round < 12; ++round) {
        record_ = ledger::in_memory();
        SetUp();
        say("2023-01-02 except_day agency=B day=2024-03-06 day_kind=off name_vi=x");
        std::string plan;
        std::vector<bool> timed, whole;
        const int tasks = 12;
        for (int t = 0; t < tasks; ++t) {
            timed.push_back(below(4) != 0);
            const int parent = t > 3 && below(4) == 0 ? below(3) : -1;
            whole.push_back(false);
            if (parent >= 0 && timed[static_cast<std::size_t>(t)]) {
                whole[static_cast<std::size_t>(parent)] = true;
            }
            plan += (plan.empty() ? "" : "\n") + std::string{"2024-03-04 assign_task task=T"} +
                    std::to_string(t) +
                    " title_vi=t assigner=X lead=" + agencies[static_cast<std::size_t>(below(3))] +
                    (parent >= 0 && timed[static_cast<std::size_t>(t)]
                         ? " parent_task=T" + std::to_string(parent)
                         : "") +
                    (timed[static_cast<std::size_t>(t)]
                         ? " duration=" + std::to_string(1 + below(9))
                         : " deadline=" + to_text(parse_day("2024-03-04") + below(40)));
        }
        for (int t = 0; t < tasks; ++t) {
            if (below(3) != 0) continue;
            const auto at = static_cast<std::size_t>(t);
            plan += "\n2024-03-04 schedule_task task=T" + std::to_string(t);
            if (timed[at] && !whole[at] && below(4) == 0)
                plan += " milestone=yes";
            else if (timed[at])
                plan += " duration=" + std::to_string(1 + below(9));
            const int kind = below(3);
            if (kind != 0 || plan.back() == std::to_string(t).back())
                plan += (kind == 1 ? " must_start=" : " not_before=") +
                        to_text(parse_day("2024-03-04") + below(30));
        }
        for (int l = 0; l < 14; ++l) {
            // From an earlier to a later one, so that no circle is closed; a whole ends with its
            // parts in a schedule, and what nobody states the length of is moved by nothing.
            const int before = below(tasks - 1), after = before + 1 + below(tasks - 1 - before);
            if (!timed[static_cast<std::size_t>(after)] || whole[static_cast<std::size_t>(before)])
                continue;
            constexpr const char* kinds[] = {"finish_start", "start_start", "finish_finish",
                                             "start_finish"};
            plan += "\n2024-03-04 link_tasks link=L" + std::to_string(l) + " task=T" +
                    std::to_string(after) + " after=T" + std::to_string(before) +
                    " link_type=" + kinds[below(4)] + " lag=" + std::to_string(below(6) - 2) +
                    (below(2) == 0 ? " lag_unit=calendar_days" : "");
        }
        const std::string recorded = std::to_string(say(plan));
        const auto own = baselines(), named = baselines(" baseline=" + recorded);
        for (int t = 0; t < tasks; ++t) {
            const auto line_of = [&](const std::vector<std::string>& all) {
                const std::string key = "T" + std::to_string(t) + " | ";
                return *std::find_if(all.begin(), all.end(), [&](const std::string& line) {
                    return line.starts_with(key);
                });
            };
            if (whole[static_cast<std::size_t>(t)]) continue;
            EXPECT_EQ(line_of(own), line_of(named)) << plan;
            moved += timed[static_cast<std::size_t>(t)] ? 1 : 0;
        }
    }
    EXPECT_GT(moved, 60);
}

// By its own links and those of all that it is a part of, level by level from each task; of a
// whole, and for one, the part that ends last.
TEST_F(AttributionTwins, DriversAreThoseThatClimbingFromEachTaskGives) {
    std::mt19937 random{20240318};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    constexpr int tasks = 12;
    const auto code = [](int t) { return "T" + std::to_string(10 + t); };  // two digits, in order
    const auto number = [](const std::string& told) { return std::stoi(told.substr(1)) - 10; };
    int inherited = 0, driven = 0;
    for (int round = 0; round < 10; ++round) {
        record_ = ledger::in_memory(), SetUp();
        std::vector<int> parent(tasks, -1);
        std::string plan;
        for (int t = 0; t < tasks; ++t) {
            if (t > 0 && below(3) != 0) parent[t] = std::max(0, t - 1 - below(3));
            plan += (t > 0 ? "\n" : "") + std::string{"2024-03-04 assign_task assigner=X lead=A "} +
                    "acceptance=not_asked title_vi=t task=" + code(t) +
                    " duration=" + std::to_string(1 + below(5)) +
                    (parent[t] < 0 ? "" : " parent_task=" + code(parent[t]));
        }
        say(plan);
        std::vector<std::pair<int, int>> links;  // before, after
        for (int l = 0; l < 14; ++l) {
            const int before = below(tasks), after = below(tasks);
            const std::string said = "2024-03-04 link_tasks link=L" + std::to_string(l) +
                                     " task=" + code(after) + " after=" + code(before);
            if (!objection(said).empty()) continue;  // a circle, or there already
            say(said);
            links.emplace_back(before, after);
        }
        for (int t = 0; t < tasks; ++t)
            if (below(2) == 0)
                say(to_text(parse_day("2024-03-11") + 7 * below(3) + below(5)) +
                    " complete_task task=" + code(t));
        std::map<int, std::pair<std::string, std::string>> days;  // ISO days are in order
        for (const std::string& line :
             tests::told(*record_, "2024-04-30", "schedule", "task start finish"))
            days[number(line)] = {line.substr(6, 10), line.substr(19, 10)};
        const auto is_below = [&](int t, int whole) {
            while (t >= 0 && t != whole) t = parent[t];
            return t == whole;
        };
        const auto last_part = [&](int whole) {
            int last = -1;
            for (int t = 0; t < tasks; ++t) {
                const bool has_parts = std::find(parent.begin(), parent.end(), t) != parent.end();
                if (has_parts || !is_below(t, whole)) continue;
                if (last < 0 || days[t].second > days[last].second) last = t;
            }
            return last;
        };
        for (const std::string& line : tests::told(*record_, "2024-04-30", "slips", "task slip")) {
            const int t = number(line);
            if (line.ends_with("-")) continue;
            if (last_part(t) != t) {
                EXPECT_THAT(tests::told(*record_, "2024-04-30", "attribution task=" + code(t),
                                        "task driver"),
                            testing::Contains(code(t) + " | " + code(last_part(t))))
                    << plan;
                continue;
            }
            int best = -1, level = 0, of_level = 0;
            for (int up = t; up >= 0; up = parent[up], ++level)
                for (const auto& [before, after] : links) {
                    if (after != up) continue;
                    const bool later = best < 0 || days[before].second > days[best].second;
                    const bool same = best >= 0 && days[before].second == days[best].second;
                    if (later || (same && of_level == level && before < best))
                        best = before, of_level = level;
                }
            if (best >= 0 && days[t].first <= days[best].second) best = -1;  // it did not wait
            const auto chain =
                tests::told(*record_, "2024-04-30", "attribution task=" + code(t), "task driver");
            ASSERT_FALSE(chain.empty()) << code(t);
            EXPECT_EQ(chain.back(), code(t) + " | " + (best < 0 ? "-" : code(last_part(best))))
                << plan;
            ++(best >= 0 && of_level > 0 ? inherited : driven);
        }
    }
    EXPECT_GT(inherited, 10);
    EXPECT_GT(driven, 10);
}

// The slow twin: the days of waiting first, the last of them first, then the latest that are left;
// who held each is looked up for itself.
TEST_F(AttributionTwins, DaysOfWaitingAreThoseThatGoingThroughThemGives) {
    std::mt19937 random{20240405};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const civil_day monday = parse_day("2024-03-04");
    const auto works = [&](civil_day day) { return (day - monday) % 7 < 5; };
    int of_acceptors = 0, of_leads = 0;
    for (int n = 0; n < 40; ++n) {
        const std::string one = "P" + std::to_string(n), two = "Q" + std::to_string(n);
        const civil_day done = monday + below(20), answered = done + below(40);
        const civil_day blocked = monday + below(60), lifted = blocked + 1 + below(5);
        const bool unanswered = below(4) == 0, blocks = below(2) == 0;
        const civil_day linked = monday + below(2) * below(50);
        const int lag = below(3);
        // Of two links the first that is stated begins the wait, also where the other decides.
        const bool again = below(3) == 0;
        const civil_day linked_again = monday + below(50);
        const std::string assign = "2024-03-04 assign_task title_vi=t assigner=X task=";
        std::string text =
            assign + one + " lead=A duration=" + std::to_string(1 + below(9)) + "\n" + assign +
            two + " lead=B acceptance=not_asked duration=" + std::to_string(1 + below(9)) + "\n" +
            to_text(linked) + " link_tasks link=L" + std::to_string(n) + " task=" + two +
            " after=" + one + " lag=" + std::to_string(lag) + "\n" +
            (again ? to_text(linked_again) + " link_tasks link=M" + std::to_string(n) + " task=" +
                         two + " after=" + one + " lag=" + std::to_string(below(lag + 1)) + "\n"
                   : "") +
            to_text(done) + " submit_task agency=A task=" + one;
        if (!unanswered) text += "\n" + to_text(answered) + " accept_task task=" + one;
        if (blocks)
            text += "\n" + to_text(blocked) + " block_task condition=c owed_by=OFFICE task=" + two +
                    "\n" + to_text(lifted) + " unblock_task task=" + two;
        if (!unanswered && below(2) == 0) {
            const civil_day begun = answered + 7 + below(9), end = begun + below(12);
            text += "\n" + to_text(begun) + " report_progress agency=B percent=1 task=" + two +
                    "\n" + to_text(end) + " complete_task agency=B task=" + two;
        }
        say(text);
        const char* const today = "2024-06-14";
        const civil_day let_go = unanswered ? parse_day(today) : answered;
        const table slips = tests::ask(*record_, today, "slips task=" + two);
        const int share = static_cast<int>(
            *slips.number(0, 5) - *tests::ask(*record_, today, "slips task=" + one).number(0, 5));
        if (share <= 0) continue;
        std::vector<civil_day> taken;
        const auto take_back_from = [&](civil_day last, civil_day first) {
            for (civil_day day = last; day >= first && std::ssize(taken) < share; day = day - 1)
                if (works(day) && std::find(taken.begin(), taken.end(), day) == taken.end())
                    taken.push_back(day);
        };
        const civil_day last{static_cast<std::int32_t>(*slips.number(0, 3))};
        const civil_day waits = std::max(done + 1, again ? std::min(linked, linked_again) : linked);
        take_back_from(std::min(let_go, last), waits);
        take_back_from(last, monday - 100);
        std::map<std::string, int> expected;
        for (const civil_day day : taken)
            ++expected[blocks && blocked <= day && day < lifted ? "OFFICE condition"
                       : waits <= day && day <= let_go          ? "X acceptance"
                                                                : "B lead"];
        std::map<std::string, int> told;
        const table chain = tests::ask(*record_, today, "attribution task=" + two);
        for (std::size_t row = 0; row < chain.rows(); ++row)
            if (chain.text(row, 1) == two)
                told[std::string{*chain.text(row, 4)} + " " + std::string{*chain.text(row, 5)}] +=
                    static_cast<int>(*chain.number(row, 6));
        EXPECT_EQ(told, expected) << text;
        of_acceptors += told["X acceptance"] > 0, of_leads += told["B lead"] > 0;
    }
    EXPECT_GT(of_acceptors, 10);
    EXPECT_GT(of_leads, 10);
}

// By agency, by task and by document the days are the same, and they are the slips; each chain adds
// up to the slip of its task.
TEST_F(AttributionTwins, SumsAreEqualOnRandomHistories) {
    say("2024-01-01 add_document document=D1 number=1-QĐ/TU document_kind=decision issuer=X "
        "dated=2024-01-01\n2024-01-01 add_document document=D2 number=2-QĐ/TU "
        "document_kind=decision issuer=X dated=2024-01-01");
    std::mt19937 random{20240425};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto day = [&] { return to_text(parse_day("2024-01-02") + below(150)); };
    const std::vector<std::string> agencies{"A", "B", "X", "OFFICE"};
    const auto agency = [&] { return agencies[static_cast<std::size_t>(below(4))]; };
    int tasks = 0, links = 0;
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 150; ++i) {
            const std::string n = std::to_string(below(std::max(tasks, 1)));
            std::string text;
            switch (below(14)) {
                case 0:
                case 1:
                case 2: {
                    text = "assign_task task=T" + std::to_string(tasks++) +
                           " title_vi=t lead=" + agency() + " assigner=X";
                    if (below(3) != 0) text += " deadline=" + day();
                    if (below(2) != 0) text += " duration=" + std::to_string(1 + below(20));
                    if (below(2) != 0) text += " document=D" + std::to_string(1 + below(2));
                    if (below(2) != 0) text += " acceptance=not_asked";
                    break;
                }
                case 3:
                case 4:
                    text = "link_tasks link=L" + std::to_string(links++) + " task=T" + n +
                           " after=T" + std::to_string(below(std::max(tasks, 1))) +
                           (below(4) == 0 ? " link_type=finish_finish" : "") +
                           (below(4) == 0 ? " lag=" + std::to_string(below(5) - 2) : "");
                    break;
                case 5:
                    text = "report_progress task=T" + n +
                           " agency=A percent=" + std::to_string(below(100));
                    break;
                case 6:
                    text = "complete_task task=T" + n + " agency=A";
                    break;
                case 7:
                    text = "submit_task task=T" + n + " agency=A";
                    break;
                case 8:
                    text = below(2) == 0 ? "accept_task task=T" + n
                                         : "return_task task=T" + n + " reason=x";
                    break;
                case 9:
                    text = "block_task task=T" + n + " condition=c owed_by=" + agency();
                    break;
                case 10:
                    text = "unblock_task task=T" + n;
                    break;
                case 11:
                    text = "consult consultation=K" + std::to_string(round * 1000 + i) + " task=T" +
                           n + " agency=A addressed_to=B number=1 answer_due=" + day();
                    break;
                case 12:
                    text = "reassign_task task=T" + n + " lead=" + agency() + "," +
                           (below(2) == 0 ? "OFFICE" : "X");
                    break;
                default:
                    text = below(4) == 0 ? "waive_delay task=T" + n +
                                               " decided_by=X cause=objective.force_majeure "
                                               "reason=x"
                                         : "revise_deadline task=T" + n + " deadline=" + day() +
                                               " decided_by=X";
            }
            try {
                say(day() + " " + text);
            } catch (const error&) {
            }
        }
        // The list of all chains is what the sums are made of.
        const table chains = tests::ask(*record_, "2024-06-15", "attribution");
        std::map<std::string, std::int64_t> listed;
        for (std::size_t r = 0; r < chains.rows(); ++r)
            if (*chains.number(r, 6) != 0)
                listed[std::string{chains.text(r, 4).value_or("-")}] +=
                    *chains.number(r, 6) * *chains.number(r, 11);
        const table slips = tests::ask(*record_, "2024-06-15", "slips");
        std::int64_t all = 0;
        int late = 0;
        std::map<std::string, std::int64_t> by_agency, of_document;
        std::map<std::string, std::set<std::string>> moved;  // by task, from the chains
        for (std::size_t row = 0; row < slips.rows(); ++row) {
            const std::string task{*slips.text(row, 0)};
            const table chain = tests::ask(*record_, "2024-06-15", "attribution task=" + task);
            if (!slips.number(row, 5)) {
                EXPECT_EQ(chain.rows(), 0u) << task;
                continue;
            }
            const std::int64_t slip = *slips.number(row, 5);
            std::int64_t days = 0;
            for (std::size_t r = 0; r < chain.rows(); ++r) days += *chain.number(r, 6);
            ASSERT_EQ(days, slip) << task;
            std::int64_t left = INT32_MAX;
            for (std::size_t r = chain.rows(); r > 0; --r) {
                const std::string before{*chain.text(r - 1, 1)};
                left = std::min(left, *chain.number(r - 1, 2));
                if (before != task && left > 0)
                    moved[before].insert(task + " | " + std::to_string(left));
            }
            if (slip <= 0) continue;
            all += slip;
            ++late;
            for (std::size_t r = 0; r < chain.rows(); ++r)
                if (*chain.number(r, 6) != 0)
                    by_agency[std::string{chain.text(r, 4).value_or("-")}] += *chain.number(r, 6);
        }
        const auto sum = [&](const std::string& by) {
            const table of =
                tests::ask(*record_, "2024-06-15", "attribution_sums grouped_by=" + by);
            std::int64_t days = 0;
            for (std::size_t row = 0; row < of.rows(); ++row) {
                std::int64_t parts = 0;
                for (std::size_t c = 3; c < 9; ++c) parts += *of.number(row, c);
                EXPECT_EQ(parts, *of.number(row, 2));
                days += parts;
                if (by == "agency") {
                    EXPECT_EQ(by_agency[std::string{of.text(row, 0).value_or("-")}], parts);
                    EXPECT_EQ(listed[std::string{of.text(row, 0).value_or("-")}], parts);
                }
            }
            return days;
        };
        std::size_t impacts = 0;
        for (std::size_t row = 0; row < slips.rows(); ++row) {
            const std::string task{*slips.text(row, 0)};
            const auto told =
                tests::told(*record_, "2024-06-15", "slip_impact task=" + task, "task days");
            ASSERT_EQ(std::set<std::string>(told.begin(), told.end()), moved[task]) << task;
            impacts += told.size();
        }
        if (round == 5) {
            EXPECT_GT(impacts, 5U);
        }
        EXPECT_EQ(sum("agency"), all) << round;
        EXPECT_EQ(sum("task"), all) << round;
        EXPECT_EQ(sum("document"), all) << round;
        if (round == 5) {
            EXPECT_GT(late, 20);
        }
    }
}

}  // namespace
}  // namespace mandate
