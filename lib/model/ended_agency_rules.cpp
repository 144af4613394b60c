// What may be said of an agency that has ended, and of its posts.
#include "model/agency_life.hpp"
#include "model/record_rules.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

// The day that must lie before the end.
enum class judged_on { effective_on, dated, from_day, period };

struct going_on_row {
    k command;
    f agency;  ///< the field that names it
    judged_on day = judged_on::effective_on;
};

// Nothing new is asked of an agency that has ended, and it does nothing more; its successors may.
// Late entries are judged by their own day. What is assigned to it is a finding (find_oddities),
// because old lists are.
constexpr going_on_row table[] = {
    // where it would stand, and what it would do
    {k::add_agency, f::parent},
    {k::move_agency, f::parent},
    {k::add_post, f::agency},
    {k::charge_field, f::agency},
    {k::add_document, f::issuer, judged_on::dated},
    {k::hold_meeting, f::body},
    {k::attend_meeting, f::agency},
    {k::add_term, f::body, judged_on::from_day},
    {k::add_programme, f::agency},
    {k::raise_recommendation, f::raised_by},
    {k::consult, f::agency},
    {k::delegate_rights, f::delegate},
    {k::set_policy, f::inspection},
    {k::add_indicator, f::owner},
    {k::observe_indicator, f::agency, judged_on::period},
    {k::set_base, f::agency, judged_on::period},
    // what would be asked of it
    {k::add_item, f::lead},
    {k::add_item, f::body},
    {k::conclude, f::addressed_to},
    {k::raise_recommendation, f::addressed_to},
    {k::raise_recommendation, f::authority},
    {k::answer_recommendation, f::forwarded_to},
    {k::schedule_document_review, f::lead},
    {k::set_target, f::agency},
    {k::consult, f::addressed_to},
    {k::block_task, f::owed_by},
    {k::expect_document, f::issuer},
    {k::fan_out_task, f::agency},
};

std::optional<civil_day> day_of(const command& c, judged_on which) {
    switch (which) {
        case judged_on::effective_on:
            break;
        case judged_on::dated:
            return c.day(f::dated);  // without one nobody can tell
        case judged_on::from_day:
            return c.day(f::from_day);
        case judged_on::period:
            return parse_period(*c.text(f::period)).first();
    }
    return c.effective_on;
}

// `by_post`: where it is named by one of its posts.
void require_going_on(const state& s, const command& c, row_number agency, civil_day on, f named_by,
                      const std::string& by_post = {}) {
    const view then{on, s.revision()};
    const auto end = end_of(s.agencies[agency], then);
    if (!end) return;
    const std::string name{descriptor_of(c.kind).name};
    std::vector<fact> facts{{"rule", "agency_exists"},
                            {"command_name", name},
                            {"field", std::string{descriptor_of(named_by).name}},
                            {"agency", s.agencies[agency].code}};
    std::string successors;
    for (const row_number other : successors_of(s, agency, then)) {
        successors += (successors.empty() ? "" : ", ") + s.agencies[other].code;
        facts.emplace_back("successor", s.agencies[other].code);
    }
    throw error{
        errc::refused,
        name + ": " + (by_post.empty() ? std::string{} : "post " + by_post + " is one of ") +
            "agency " + s.agencies[agency].code +
            (by_post.empty() ? " ended on " : ", which ended on ") + to_text(end->on) +
            (successors.empty() ? "; nobody goes on for it" : "; for it goes on: " + successors),
        std::move(facts)};
}

}  // namespace

void judge_ended_agencies(const state& s, const command& c) {
    for (const going_on_row& row : table) {
        if (row.command != c.kind) continue;
        const auto on = day_of(c, row.day);
        if (!on) continue;
        for (const std::string_view code : c.texts(row.agency))
            require_going_on(s, c, *s.find(entity_kind::agency, code), *on, row.agency);
    }
    if (c.kind != k::hold_post) return;
    const row_number post = *s.find(entity_kind::post, *c.text(f::post));
    require_going_on(s, c, s.posts[post].stated.at(head_view(s))->value.agency, *c.effective_on,
                     f::post, s.posts[post].code);
}

}  // namespace mandate
