// Figures and cases of random histories against slow, obviously right twins.

#include "ledger/coordination_record.hpp"

#include <map>
#include <random>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using tests::told;

class CoordinationTwins : public tests::coordination_record {};

// The figures must be those that somebody gets who counts the cases by hand.
TEST_F(CoordinationTwins, FiguresAreThoseOfTheCasesOnRandomHistories) {
    std::mt19937 random{20240425};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto day = [](int d) { return to_text(parse_day("2024-01-02") + d); };
    std::string text;
    std::vector<int> begins;
    for (int t = 0; t < 60; ++t) {
        const std::string code = "T" + std::to_string(t), k = "K" + std::to_string(t);
        const std::string lead{"ABC"[below(3)]}, other{"ABC"[below(3)]};
        const int begin = below(60);
        begins.push_back(begin);
        text += day(begin) + " assign_task task=" + code + " title_vi=x lead=" + lead +
                (lead == other ? "" : " coordinating=" + other) +
                " deadline=" + day(begin + 10 + below(60)) + "\n";
        if (t > 0) {
            const int after = below(t);
            text += day(std::max(begin, begins[static_cast<std::size_t>(after)]) + 1) +
                    " link_tasks link=L" + std::to_string(t) + " task=" + code + " after=T" +
                    std::to_string(after) + "\n";
        }
        if (lead != other && below(3) > 0) {
            text += day(begin + 2) + " consult consultation=" + k + " task=" + code +
                    " agency=" + lead + " addressed_to=" + other +
                    (below(2) == 0 ? " answer_due=" + day(begin + 5 + below(9)) : "") + "\n";
            if (below(2) == 0)
                text += day(begin + 3 + below(15)) + " answer_consultation consultation=" + k +
                        " agency=" + other + " opinion=agree\n";
        }
        if (below(2) == 0) {
            const std::string on = day(begin + 5 + below(70));
            text +=
                on + " submit_task task=" + code + "\n" + on + " accept_task task=" + code + "\n";
        }
    }
    say(text);
    for (const char* span : {"2024-01", "2024-02", "2024-Q1", "2024-Q2", "2024"}) {
        std::map<std::string, std::map<std::string, int>> counted;
        for (const std::string& line :
             cases("period=" + std::string{span}, "asking asked kind state")) {
            ++counted[line.substr(0, 5)][line.substr(line.rfind(' ') + 1)];
            if (line.find("hand_off") != std::string::npos) ++counted[line.substr(0, 5)]["hand"];
        }
        std::size_t met = 0;
        for (const std::string& line : pairs("period=" + std::string{span},
                                             "asking asked in_time late overdue open hand_offs")) {
            auto& of = counted[line.substr(0, 5)];
            std::string expected = line.substr(0, 5);
            for (const char* what : {"in_time", "late", "overdue", "open", "hand"})
                expected += " | " + std::to_string(of[what]);
            EXPECT_EQ(line, expected) << span;
            ++met;
        }
        EXPECT_GE(met, counted.size()) << span;
        EXPECT_GT(counted.size(), 3U) << span;
    }
}

// The slow twin: each opinion and own part on its own, day by day, by what was made up for it.
TEST_F(CoordinationTwins, CasesAreThoseThatGoingThroughThemGivesWhateverBecameOfTheTask) {
    say("2023-01-01 set_work_calendar weekday=monday,tuesday,wednesday,thursday,friday "
        "holiday_rules=none");
    std::mt19937 random{20240427};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto works = [](civil_day day) { return (day - parse_day("2024-01-01")) % 7 < 5; };
    struct one_case {
        civil_day since, due;
        std::optional<civil_day> answered;
    };
    struct asked_thing {
        std::string code, task;
        bool opinion = false, agrees = false;
        std::map<civil_day, civil_day> stated;  // the day, and the one by which it is due
        std::set<civil_day> stated_last = {};   // those on which that was said after an answer
        std::set<civil_day> answers;
        std::optional<civil_day> done, rests, resumed, left, back;
    };
    const auto by_then = [](const std::optional<civil_day>& day, civil_day then) {
        return day && *day <= then;
    };
    const auto is_off = [&](const asked_thing& one, civil_day day) {
        return (by_then(one.rests, day) && !by_then(one.resumed, day)) ||
               (by_then(one.left, day) && !by_then(one.back, day));
    };
    const auto at_rest = [&](const asked_thing& one, civil_day day) {
        return by_then(one.rests, day) && !by_then(one.resumed, day);
    };
    // As is known on `last`.
    const auto owed = [&](const asked_thing& one, civil_day due,
                          civil_day last) -> std::optional<civil_day> {
        if (!by_then(one.rests, last) || !at_rest(one, due)) return due;
        if (!by_then(one.resumed, last)) return std::nullopt;
        civil_day day = *one.resumed + 1;
        while (!works(day)) day = day + 1;
        return day;
    };
    std::vector<asked_thing> all;
    for (int t = 0; t < 150; ++t) {
        const std::string task = "T" + std::to_string(t);
        const civil_day since = parse_day("2024-01-02") + below(60), end = since + below(80);
        asked_thing one{task, task, below(2) == 0, false, {}, {}, {}, {}, {}, {}, {}, {}};
        if (one.opinion) one.code = "K" + std::to_string(t), one.agrees = below(3) == 0;
        one.stated[since] = since + below(40);
        std::multimap<civil_day, std::string> life;
        const auto ends = [&](const std::string& text) {
            life.emplace(end, text + " task=" + task);
        };
        bool cancelled = false;
        switch (below(6)) {
            case 0:
                one.done = end, ends("complete_task");
                break;
            case 1:
            case 2:
                one.rests = end, ends("suspend_task reason=x");
                if (below(3) == 0) break;
                one.resumed = end + 1 + below(50);
                life.emplace(*one.resumed, "resume_task task=" + task);
                break;
            case 3:
                one.rests = end, cancelled = true, ends("cancel_task reason=x");
                break;
            case 4:
                if (one.opinion) break;
                one.left = end, ends("reassign_task lead=A coordinating=C");
                if (below(2) == 0) break;
                one.back = end + 1 + below(30);
                life.emplace(*one.back, "reassign_task lead=A coordinating=B task=" + task);
                break;
            default:
                break;
        }
        const auto can = [&](civil_day day, bool answers) {
            if (one.opinion) return answers;
            if (by_then(one.left, day) && !by_then(one.back, day)) return false;
            return !(cancelled && end <= day) && (answers || !by_then(one.done, day));
        };
        if (const civil_day said = since + below(60); below(3) != 0 && can(said, true))
            one.answers.insert(said);
        if (!one.opinion && below(2) == 0)
            if (const civil_day said = since + below(90); can(said, true)) one.answers.insert(said);
        if (!one.opinion && below(2) == 0)
            if (const civil_day anew = since + 1 + below(80); can(anew, false))
                one.stated[anew] = anew + below(20);
        if (!one.opinion && !one.answers.empty() && below(3) == 0)
            if (const civil_day anew = *one.answers.begin(); anew != since && can(anew, false)) {
                one.stated[anew] = anew + below(20);
                one.stated_last.insert(anew);
            }
        // In the order of their days; what is said on the day of an end comes before it.
        std::map<civil_day, std::string> days;
        const auto state = [&](bool last_word) {
            for (const auto& [day, due] : one.stated) {
                if ((one.stated_last.count(day) > 0) != last_word) continue;
                days[day] +=
                    to_text(day) +
                    (one.opinion
                         ? " consult agency=A addressed_to=B answer_due=" + to_text(due) +
                               " consultation=" + one.code +
                               (one.agrees ? " silence=agreement" : "")
                         : " state_obligation agency=B obligation=x deadline=" + to_text(due)) +
                    " task=" + task + "\n";
            }
        };
        state(false);
        for (const auto& [day, text] : life) days[day] += to_text(day) + " " + text + "\n";
        for (const civil_day day : one.answers)
            days[day] +=
                to_text(day) +
                (one.opinion
                     ? " answer_consultation opinion=agree agency=B consultation=" + one.code
                     : " answer_obligation agency=B task=" + task) +
                "\n";
        state(true);
        std::string text = to_text(since) + " assign_task title_vi=x lead=A coordinating=B " +
                           "acceptance=not_asked deadline=2024-12-02 task=" + task;
        for (const auto& [day, said] : days) text += "\n" + said.substr(0, said.size() - 1);
        say(text);
        all.push_back(std::move(one));
    }
    std::map<std::string, int> met;
    for (const char* span : {"2024-01", "2024-02", "2024-03", "2024-Q1", "2024-Q2", "2024"}) {
        const civil_day first = parse_period(span).first(), last = parse_period(span).last();
        std::vector<std::string> expected, expected_parts;
        int days_overdue = 0;
        for (const asked_thing& one : all) {
            std::vector<one_case> asked;
            const auto ask = [&](civil_day day, bool last_word) {
                const auto said = one.stated.find(day);
                if (said == one.stated.end() || (one.stated_last.count(day) > 0) != last_word)
                    return;
                if (asked.empty() || asked.back().answered)
                    asked.push_back({day, said->second, {}});
                else
                    asked.back().due = said->second;
            };
            for (civil_day day = parse_day("2024-01-01"); day <= last; day = day + 1) {
                ask(day, false);
                if (!asked.empty() && !asked.back().answered && one.answers.count(day) > 0)
                    asked.back().answered = day;
                ask(day, true);
            }
            const bool done = by_then(one.done, last);
            std::string part;
            for (one_case& c : asked) {
                // What began later changes nothing of what was answered.
                const bool rested = one.rests && !(c.answered && *one.rests > *c.answered);
                const std::optional<civil_day> due = rested ? owed(one, c.due, last) : c.due;
                const bool late = !c.answered || (due && *c.answered > *due);
                const bool waits = !done || !due || *due <= *one.done;
                if (one.agrees && late && waits && due && *due <= last) c.answered = due;
                if (c.answered && done && *c.answered > *one.done && due && *c.answered > *due)
                    c.answered.reset();
                std::string state;
                if (c.answered) {
                    state = due && *c.answered > *due ? "late" : "in_time";
                    part = "done_" + state;
                    if (*c.answered < first) state.clear();
                } else if (done) {
                    const bool overdue = due && *due < *one.done;
                    part = overdue ? "open_overdue" : "open_in_time";
                    state = overdue && *one.done >= first ? "overdue" : "";
                } else if (!is_off(one, last)) {
                    state = due && *due < last ? "overdue" : "open";
                    part = state == "overdue" ? "open_overdue" : "open_in_time";
                }
                if (state.empty()) continue;
                // Of what was so by the day of the answer, or is known at the end.
                const civil_day until = c.answered ? *c.answered : done ? *one.done : last;
                const auto off = [&](civil_day day) {
                    const civil_day to = c.answered ? *c.answered : last;
                    return (rested && by_then(one.rests, std::min(day, last)) &&
                            !by_then(one.resumed, std::min(day, last))) ||
                           (by_then(one.left, std::min(day, to)) &&
                            !by_then(one.back, std::min(day, to)));
                };
                const auto days = [&](civil_day end) {
                    int n = 0;
                    for (civil_day day = c.since + 1; day <= end; day = day + 1)
                        n += works(day) && !off(day) ? 1 : 0;
                    return std::to_string(n);
                };
                // What was asked anew since is told as it was when it was answered.
                const auto given = &c == &asked.back() ? due : owed(one, c.due, until);
                expected.push_back(one.code + " | " + state + " | " + (given ? days(*given) : "-") +
                                   " | " + days(until));
                ++met[state];
                if (state != "overdue") continue;
                for (civil_day day = *due + 1; day <= (done ? *one.done : last); day = day + 1)
                    days_overdue += works(day) && day >= c.since && !is_off(one, day) ? 1 : 0;
            }
            if (one.opinion || asked.empty() || is_off(one, last)) continue;
            if (done && *one.done < first) continue;
            expected_parts.push_back(one.task + " | " + part);
        }
        EXPECT_THAT(cases("period=" + std::string{span}, "code state days_given days_taken"),
                    testing::UnorderedElementsAreArray(expected))
            << span;
        EXPECT_GT(expected.size(), 20U) << span;
        EXPECT_THAT(pairs("period=" + std::string{span} + " asking=A asked=B", "days_overdue"),
                    ElementsAre(std::to_string(days_overdue)))
            << span;
        auto parts =
            told(*record_, to_text(last), "own_parts period=" + std::string{span}, "task class");
        std::erase_if(parts, [](const std::string& line) {
            return line.ends_with(" -") || line.ends_with("suspended") ||
                   line.ends_with("cancelled");
        });
        EXPECT_THAT(parts, testing::UnorderedElementsAreArray(expected_parts)) << span;
    }
    for (const char* state : {"in_time", "late", "open", "overdue"})
        EXPECT_GT(met[state], 30) << state;
}

}  // namespace
}  // namespace mandate
