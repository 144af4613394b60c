// What may be said of an agency on a day: nothing before it begins, and after its end nothing that
// it would do or be asked for. Its posts, too.
#include "model/agency_life.hpp"
#include "model/record_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

// The day that must lie before its end. On that day, or on the one on which it is said, it must
// have begun: its documents, terms and figures may be older than its entry.
enum class judged_on { effective_on, dated, from_day, period };

// For how long it may be said of it.
enum class extent {
    its_life,          ///< from its first day until its end
    for_good,          ///< from its first day on, also after its end
    while_spoken_for,  ///< likewise, as long as one agency alone goes on for it
};
using enum extent;

struct exists_row {
    k command;  ///< every_command: all that have the field
    f agency;   ///< the field that names it
    extent how_long = its_life;
    judged_on day = judged_on::effective_on;
};
constexpr k every_command{};

// Nothing new is asked of an agency that has ended, and it does and says nothing more; its
// successors may. Late entries are judged by their own day. What is assigned to it is a finding
// (find_oddities), because old lists are. What is not in the table is about the agency rather than
// done by it: who may see a class, a calendar, an attribute.
constexpr exists_row table[] = {
    // where it would stand, and what becomes of it
    {k::add_agency, f::parent},
    {k::move_agency, f::parent},
    {k::move_agency, f::agency},
    {k::rename_agency, f::agency},
    {k::merge_agency, f::agency, for_good},
    {k::merge_agency, f::into},
    {k::split_agency, f::agency, for_good},
    {k::split_agency, f::into},
    {k::dissolve_agency, f::agency, for_good},
    {k::hand_over, f::agency, for_good},
    {k::hand_over, f::into},
    // what it would do
    {k::add_post, f::agency},
    {k::charge_field, f::agency},
    {k::add_document, f::issuer, its_life, judged_on::dated},
    {k::hold_meeting, f::body},
    {k::attend_meeting, f::agency},
    {k::add_term, f::body, its_life, judged_on::from_day},
    {k::add_programme, f::agency},
    {k::raise_recommendation, f::raised_by},
    {k::consult, f::agency},
    {k::delegate_rights, f::agency},
    {k::delegate_rights, f::delegate},
    {k::set_policy, f::office, for_good},  // its end: judge_office
    {k::set_policy, f::inspection},
    {k::add_indicator, f::owner},
    {k::observe_indicator, f::agency, its_life, judged_on::period},
    {k::set_base, f::agency, its_life, judged_on::period},
    {k::charge_official, f::agency},
    {every_command, f::decided_by},
    {every_command, f::on_behalf_of},
    // what it would say
    {k::report_progress, f::agency},
    {k::submit_task, f::agency},
    {k::accept_task, f::agency},
    {k::return_task, f::agency},
    {k::complete_task, f::agency},
    {k::verify_result, f::agency},
    {k::rate_task, f::agency},
    {k::request_extension, f::agency},
    {k::remind_task, f::agency},
    {k::explain_delay, f::agency},
    {k::accept_explanation, f::agency},
    {k::return_explanation, f::agency},
    {k::answer_explanation, f::agency},
    {k::find_cause, f::agency},
    {k::answer_obligation, f::agency},
    {k::answer_consultation, f::agency},
    {k::answer_recommendation, f::agency},
    {k::judge_answer, f::agency},
    {k::complete_document_review, f::agency},
    {k::receive_papers, f::agency},
    {k::comment_on_review, f::agency},
    // what would be asked of it
    {k::assign_task, f::assigner, for_good},
    {k::assign_task, f::lead, for_good},
    {k::assign_task, f::coordinating, for_good},
    {k::record_placeholder, f::assigner, for_good},
    {k::record_placeholder, f::lead, for_good},
    {k::record_placeholder, f::coordinating, for_good},
    {k::reassign_task, f::lead, for_good},
    {k::reassign_task, f::coordinating, for_good},
    {k::add_item, f::lead},
    {k::add_item, f::body},
    {k::conclude, f::addressed_to},
    {k::raise_recommendation, f::addressed_to},
    {k::raise_recommendation, f::authority},
    {k::answer_recommendation, f::forwarded_to},
    {k::schedule_document_review, f::lead},
    {k::set_target, f::agency},
    {k::state_obligation, f::agency},
    {k::remind_task, f::addressed_to},
    {k::consult, f::addressed_to},
    {k::block_task, f::owed_by},
    {k::expect_document, f::issuer},
    {k::fan_out_task, f::agency},
    {k::explain_delay, f::blamed, while_spoken_for},
    {k::draft_review, f::agency, for_good},
    {k::send_review, f::addressed_to},
    {k::limit_extensions, f::assigner},
    {k::set_escalation_rule, f::agency},
};

const exists_row* row_of(const command& c, f named_by) {
    for (const exists_row& row : table)
        if (row.agency == named_by && (row.command == c.kind || row.command == every_command))
            return &row;
    return nullptr;
}

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

// `on`: the day that must lie before its end; none: any. `by_post`: where it is named by one of its
// posts.
void require_existing(const state& s, const command& c, row_number agency,
                      std::optional<civil_day> on, f named_by, extent how_long = its_life,
                      const std::string& by_post = {}) {
    const agency_record& a = s.agencies[agency];
    const std::string name{descriptor_of(c.kind).name};
    std::vector<fact> facts{{"rule", "agency_exists"},
                            {"command_name", name},
                            {"field", std::string{descriptor_of(named_by).name}},
                            {"agency", a.code}};
    const std::string who = name + ": " +
                            (by_post.empty() ? std::string{} : "post " + by_post + " is one of ") +
                            "agency " + a.code + (by_post.empty() ? " " : ", which ");
    if (const auto* told = a.stated.at(head_view(s));
        told && std::max(*c.effective_on, on.value_or(first_day)) < told->effective_on)
        throw error{errc::refused, who + "begins on " + to_text(told->effective_on),
                    std::move(facts)};
    if (!on) return;
    const view then{*on, s.revision()};
    const auto end = end_of(a, then);
    if (!end) return;
    std::string successors;
    const std::vector<row_number> going_on = successors_of(s, agency, then);
    const bool by_one = sole_successor(s, agency, then).agency != no_row;
    if (how_long == while_spoken_for && by_one) return;
    for (const row_number other : going_on) {
        successors += (successors.empty() ? "" : ", ") + s.agencies[other].code;
        facts.emplace_back("successor", s.agencies[other].code);
    }
    throw error{
        errc::refused,
        who + "ended on " + to_text(end->on) +
            (successors.empty()              ? "; nobody goes on for it"
             : by_one || going_on.size() > 1 ? "; for it goes on: " + successors
                                             : "; for a share of it goes on: " + successors),
        std::move(facts)};
}

}  // namespace

void judge_existing_agencies(const state& s, const command& c) {
    for (const field_value& given : c.values) {
        if (descriptor_of(given.name).entity != entity_kind::agency) continue;
        const exists_row* row = row_of(c, given.name);
        if (row == nullptr) continue;
        require_existing(s, c, *s.find(entity_kind::agency, std::get<std::string>(given.content)),
                         row->how_long == for_good ? std::nullopt : day_of(c, row->day), given.name,
                         row->how_long);
    }
    if (c.kind != k::hold_post) return;
    const row_number post = *s.find(entity_kind::post, *c.text(f::post));
    require_existing(s, c, s.posts[post].stated.at(head_view(s))->value.agency, c.effective_on,
                     f::post, its_life, s.posts[post].code);
}

}  // namespace mandate
