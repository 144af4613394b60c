#include "ledger/said.hpp"

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/apply.hpp"
#include "model/destroyed_words.hpp"
#include "model/rules.hpp"
#include "review/agencies_concerned.hpp"
#include "review/answers.hpp"
#include "review/question_parts.hpp"
#include "review/questions.hpp"

#include <optional>
#include <string>
#include <variant>

namespace mandate {
namespace {

using f = field;

std::string value_text(const field_value& v) {
    if (const auto* text = std::get_if<std::string>(&v.content)) return *text;
    const std::int64_t number = std::get<std::int64_t>(v.content);
    switch (descriptor_of(v.name).type) {
        case value_type::day:
            return to_text(civil_day{static_cast<std::int32_t>(number)});
        case value_type::choice:
            return std::string{choice_name(v.name, number)};
        default:
            return std::to_string(number);
    }
}

bool is_shown(const lens& through, const command& said, const field_value& v) {
    if (v.name == f::content) return false;  // a closed review is a question of its own
    // Who sees the content in part could try words against its hash. What remains of destroyed
    // words are codes of all kinds; `said` of that event tells those that may be seen.
    if (v.name == f::content_hash || v.name == f::remains) return through.sees_all();
    if (v.name == f::copies)
        return through.may_see_event(static_cast<seq_number>(std::get<std::int64_t>(v.content)));
    const auto may_see = [&](entity_kind kind, std::string_view code) {
        const auto row = through.record.find(kind, code);
        return !row || through.may_see(kind, *row);
    };
    if (v.name == f::expected && !may_see(entity_kind::task, *said.text(f::task)))
        return false;  // the key is the task's
    const field_descriptor& of = descriptor_of(v.name);
    const auto* code = std::get_if<std::string>(&v.content);
    if (code != nullptr && is_stand_in(*code)) return false;
    return of.type != value_type::code || code == nullptr || may_see(of.entity, *code);
}

bool is_handed_over(const lens& through, const quarantine::thing& what, std::int64_t seq) {
    const auto event = static_cast<seq_number>(seq);
    const event_record& e = through.record.events[stated_before(through.record, event) - 1];
    return e.kind == command_kind::hand_over && !e.set_aside &&
           hands_over(through, {subject_kind(e.kind), e.subject, event}, what.first,
                      *through.record.find(what.first, what.second));
}

}  // namespace

table answer_said(const lens& through, const arguments& args, recorder& log) {
    const auto event = args.integer(f::event);
    const auto task = args.text(f::task);
    std::optional<quarantine::thing> about;
    for (const field_value& v : args.values) {
        const field_descriptor& of = descriptor_of(v.name);
        if (of.type != value_type::code) continue;
        asked_row(through, args, v.name);  // refuses what is not there for the viewer
        if (v.name != f::task) about = {of.entity, std::get<std::string>(v.content)};
    }
    if (!event && !task && !about)
        throw error{errc::missing_field,
                    "said: event, task or another thing is needed",
                    {{"field", "event"}, {"question", "said"}}};
    arguments which;
    which.values.push_back({f::since, event ? *event - 1 : 0});
    if (task) which.values.push_back({f::task, std::string{*task}});
    const table changes = answer(through, question_kind::changes, which);
    answer_rows out{question_kind::said};
    for (std::size_t row = 0; row < changes.rows(); ++row) {
        const std::int64_t seq = *changes.number(row, 0);
        if (event && seq != *event) continue;
        const event_record& e = through.record.events[static_cast<std::size_t>(seq - 1)];
        const bool its_own = about && changes.text(row, 3) == name_of(about->first) &&
                             changes.text(row, 4) == about->second;
        if (about && !its_own && !is_handed_over(through, *about, seq)) continue;
        if (e.set_aside || e.effective_on > through.times.as_of) continue;
        const command said = log.said_by(seq);
        for (const field_value& v : said.values) {
            if (!is_shown(through, said, v)) continue;
            out.put(seq);
            out.put(e.effective_on);
            out.put(descriptor_of(e.kind).name);
            out.put(descriptor_of(v.name).name);
            out.put(value_text(v));
            out.put(said.corrects != 0 &&
                            through.may_see_event(static_cast<seq_number>(said.corrects))
                        ? std::optional{said.corrects}
                        : std::nullopt);
            out.put(changes.number(row, 6));
        }
    }
    return out.finish(args);
}

}  // namespace mandate
