#include "ledger/closing.hpp"

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "mandate/base/error.hpp"
#include "model/pending.hpp"
#include "model/permissions.hpp"
#include "model/refusal.hpp"
#include "review/closed_reviews.hpp"
#include "review/review_differences.hpp"

#include <boost/json/parse.hpp>

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;

namespace json = boost::json;

struct changed_key {
    std::string_view task;  ///< empty: of the review itself
    std::string_view key;
};

/// Keys of the review, and of each task in both, under which the two say something else.
std::vector<changed_key> changed_keys(const json::object& was, const json::object& is) {
    std::vector<changed_key> all;
    const auto compare = [&](const json::object& a, const json::object& b, std::string_view task) {
        for (const auto& [key, value] : b)
            if (const json::value* other = a.if_contains(key); !other || *other != value)
                if (!task.empty() || key != "tasks") all.push_back({task, key});
    };
    std::map<std::string_view, const json::object*> before;
    for (const json::value& t : was.at("tasks").as_array())
        before[t.at("task").as_string()] = &t.as_object();
    for (const json::value& t : is.at("tasks").as_array()) {
        const std::string_view code = t.at("task").as_string();
        if (const auto found = before.find(code); found != before.end())
            compare(*found->second, t.as_object(), code);
    }
    compare(was, is, {});
    return all;
}

// What the body saw up to `seen` and what it would close now differ: in what is counted, else in
// words or other figures. Of tasks that the actor may not see it is told how many, and of an event
// about a hidden thing no number (decision 42).
[[noreturn]] void refuse_stale(const state& s, const command& c, const review& now, seq_number seen,
                               const std::string& content_then, const std::string& content,
                               const sight* of_actor) {
    const std::string name{descriptor_of(c.kind).name};
    std::vector<fact> facts{
        {"rule", "seen_revision"}, {"command_name", name}, {"field", "seen_revision"}};
    std::string text;
    std::set<row_number> hidden;
    const auto is_hidden = [&](row_number task) {
        const bool shown = of_actor == nullptr || of_actor->may_see(entity_kind::task, task);
        if (!shown) hidden.insert(task);
        return !shown;
    };
    lens was{s, {now.cut_off, seen}, last_day}, is{s, {now.cut_off, s.revision()}, last_day};
    was.heard_until = is.heard_until = *c.effective_on;
    for (const review_difference& d : differences_between(was, is, now.period, now.cut_off)) {
        if (is_hidden(d.task)) continue;
        if (d.event != 0 && !is_event(s, d.event, of_actor)) {  // what it is by is hidden
            hidden.insert(d.task);
            continue;
        }
        std::string difference = std::string{d.what} + " " + (d.was.empty() ? "-" : d.was) +
                                 " -> " + (d.is.empty() ? "-" : d.is);
        if (is_event(s, d.event, of_actor)) difference += " by event " + std::to_string(d.event);
        facts.emplace_back("task", s.tasks[d.task].code);
        facts.emplace_back("difference", difference);
        text += (text.empty() ? ": task " : "; task ") + s.tasks[d.task].code + " " + difference;
    }
    if (text.empty() && hidden.empty()) {
        const json::value then = json::parse(content_then), today = json::parse(content);
        for (const changed_key& k : changed_keys(then.as_object(), today.as_object())) {
            if (!k.task.empty()) {
                if (is_hidden(*s.find(entity_kind::task, k.task))) continue;
                facts.emplace_back("task", k.task);
            }
            facts.emplace_back("difference", k.key);
            text += text.empty() ? ": " : "; ";
            if (!k.task.empty()) text.append("task ").append(k.task).append(" ");
            text += k.key;
        }
    }
    if (!hidden.empty()) {
        const std::string number = std::to_string(hidden.size());
        facts.emplace_back("not_shown", number);
        text += (text.empty() ? ": " : "; ") + number + (hidden.size() == 1 ? " task" : " tasks") +
                " not shown";
    }
    throw error{errc::conflict,
                name + ": the review says otherwise since event " + std::to_string(seen) + text,
                std::move(facts)};
}

[[noreturn]] void refuse_unexplained(const state& s, const command& c, const review& r) {
    const std::string name{descriptor_of(c.kind).name};
    std::vector<fact> facts{{"rule", "explained"}, {"command_name", name}, {"field", "reason"}};
    std::string text;
    for (const std::size_t i : r.unexplained) {
        const row_number task = *s.find(entity_kind::task, r.tasks[i].code);
        const std::string missing =
            missing_explanation(s.tasks[task], r.tasks[i].placeholder,
                                {std::max(r.cut_off, *c.effective_on), s.revision()});
        facts.emplace_back("task", r.tasks[i].code);
        facts.emplace_back("missing", missing);
        text += (text.empty() ? "" : "; ") + r.tasks[i].code + " " + missing;
    }
    throw error{
        errc::refused,
        name + ": unfinished tasks are not explained, and no reason to close is stated: " + text,
        std::move(facts)};
}

}  // namespace

std::string content_hash_of(std::string_view content) { return hex(sha256(content)); }

void fill_closing(const state& s, command& c, int utc_offset_minutes, const sight* of_actor) {
    if (c.kind != command_kind::close_review) return;
    for (const f filled : {f::content, f::content_hash, f::content_schema, f::carried_late,
                           f::carried_planned, f::unexplained})
        if (c.has(filled)) {
            const std::string field_name{descriptor_of(filled).name};
            throw error{errc::refused,
                        "close_review: " + field_name + " is filled in by the ledger",
                        {{"rule", "filled_by_ledger"},
                         {"command_name", "close_review"},
                         {"field", field_name}}};
        }
    const row_number row = *s.find(entity_kind::review, *c.text(f::review));
    closing_act how{*c.effective_on, no_row, std::string{c.text(f::reason).value_or("")},
                    c.day(f::answer_due)};
    if (const auto official = c.text(f::official))
        how.official = *s.find(entity_kind::official, *official);
    const auto as_known = [&](seq_number known) {
        return review_as_closed(s, row, how, known, utc_offset_minutes, no_row, nullptr);
    };
    const review now = as_known(s.revision());
    const std::string content = to_json(now);

    const auto seen = static_cast<seq_number>(c.integer(f::seen_revision).value_or(s.revision()));
    const review_record& record = s.reviews[row];
    if (seen < s.revision()) {
        // A review drafted only after that was seen as the question, not as this record.
        if (record.stated.at({last_day, seen}) == nullptr)
            refuse(c, "seen_revision",
                   "review " + record.code + " was drafted after event " + std::to_string(seen),
                   "seen_revision");
        review then = as_known(seen);
        then.revision = now.revision;
        if (const std::string words = to_json(then); words != content)
            refuse_stale(s, c, now, seen, words, content, of_actor);
    }
    if (!now.unexplained.empty() && how.reason.empty()) refuse_unexplained(s, c, now);
    if (!now.unexplained.empty() && !how.explanations_due)
        need(c, f::answer_due, "answer_due is needed: by when the missing explanations are owed");

    const auto put = [&](f name, const std::vector<std::size_t>& tasks) {
        for (const std::size_t i : tasks) c.values.push_back({name, now.tasks[i].code});
    };
    std::erase_if(c.values, [](const field_value& v) { return v.name == f::seen_revision; });
    c.values.push_back({f::seen_revision, std::int64_t{seen}});
    c.values.push_back({f::content_hash, content_hash_of(content)});
    c.values.push_back({f::content_schema, std::int64_t{1}});
    put(f::carried_late, now.carried_late);
    put(f::carried_planned, now.carried_planned);
    put(f::unexplained, now.unexplained);
    c.values.push_back({f::content, content});
}

}  // namespace mandate
