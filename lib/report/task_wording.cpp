// The part of the wording that speaks of one task.

#include "mandate/base/text.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/wording.hpp"

#include <algorithm>

namespace mandate::wording {
namespace {

std::string days_late(int days, language lang) {
    return say("task.days_late", lang, {{"n", counted(days, lang), days}});
}

void add(fact_lines& lines, std::string_view key, language lang, std::string value) {
    if (!value.empty()) lines.push_back({heading(key, lang), std::move(value)});
}

std::string assigned_of(const review_task& t, language lang) {
    const std::string day = day_of_precision(t.assigned_on, t.assigned_precision, lang);
    return t.assigned_as_stated.empty() ? day : day + " (“" + t.assigned_as_stated + "”)";
}

// Whether the words of the source are the Vietnamese names themselves and so say nothing more.
bool only_names(const std::vector<named>& list, const std::string& as_stated) {
    std::vector<std::string> said;
    for (const named& one : list) said.push_back(one.name.vi);
    const std::string stated = fold_case(as_stated);
    return stated == fold_case(joined(said, "; ")) || stated == fold_case(joined(said, ", "));
}

std::string whole_percent(int percent, language lang) {
    const std::string number = std::to_string(percent);
    return lang == language::tr ? "%" + number : number + "%";
}

// Who decided it, on what document, why.
std::string decision_of(const deadline_revision& change, language lang) {
    std::vector<std::string> words;
    if (change.decided_by) words.push_back(pick(change.decided_by->name, lang));
    if (!change.document_hidden)
        words.push_back(change.document.empty() ? std::string{label("ext.no_document", lang)}
                                                : change.document);
    if (!change.reason.empty()) words.push_back(phrase(change.reason));
    return joined(words, "; ");
}

}  // namespace

std::string quality_label(std::string_view quality, language lang) {
    if (quality == "meets") return std::string{label("quality.meets", lang)};
    if (quality == "meets_after_revision") return std::string{label("quality.meets_revised", lang)};
    if (quality == "fails") return std::string{label("quality.fails", lang)};
    return std::string{quality};
}

std::string names_as_stated(const std::vector<named>& list, const std::string& as_stated,
                            language lang) {
    std::string out = names(list, as_stated, lang, "");
    if (!list.empty() && !as_stated.empty() && !only_names(list, as_stated))
        out += " (“" + as_stated + "”)";
    return out;
}

std::string leads_of(const review_task& t, language lang) {
    return names(t.leads, t.lead_as_stated, lang, label("role.lead_unknown", lang));
}

std::string class_of(const review_task& t, language lang) {
    const std::string now{class_label(t.at_cut_off, lang)};
    if (!t.existed_at_end || t.at_end == t.at_cut_off) return now;
    return say("task.class_changed", lang,
               {{"end", std::string{class_label(t.at_end, lang)}}, {"now", now}});
}

std::vector<std::string> state_details(const review_task& t, language lang) {
    std::vector<std::string> out;
    if (t.at_cut_off == task_class::open_without_deadline) {
        if (const auto& gone = t.deadline_removed)
            out.push_back(say("task.deadline_removed", lang,
                              {{"before", deadline_text(gone->before, lang)},
                               {"day", day_text(gone->by.decided_on, lang)},
                               {"decision", decision_of(gone->by, lang)},
                               {"n", number_text(gone->event, lang)}}));
        if (t.working_days_since_assignment)
            out.push_back(say("task.since_assignment", lang,
                              {{"n", counted(*t.working_days_since_assignment, lang),
                                *t.working_days_since_assignment}}));
    }
    if (t.finished_on)
        out.push_back(say("task.finished_on", lang, {{"day", day_text(*t.finished_on, lang)}}));
    if (t.working_days_late && *t.working_days_late > 0)
        out.push_back(days_late(*t.working_days_late, lang));
    if (t.times_carried_late > 0)
        out.push_back(std::string{label("carry.times", lang)} + ": " +
                      counted(t.times_carried_late, lang));
    if (t.awaiting_acceptance)
        out.push_back(t.submitted_on ? say("task.awaiting_since", lang,
                                           {{"day", day_text(*t.submitted_on, lang)}})
                                     : std::string{label("status.submitted", lang)});
    if (t.times_returned > 0)
        out.push_back(
            say("task.returned", lang, {{"n", counted(t.times_returned, lang), t.times_returned}}));
    if (t.percent && is_open(t.at_cut_off))
        out.push_back(say(t.reported_on ? "task.progress_on" : "task.progress", lang,
                          {{"percent", whole_percent(*t.percent, lang)},
                           {"day", t.reported_on ? day_text(*t.reported_on, lang) : ""}}));
    if (t.verified && t.verified->percent && is_open(t.at_cut_off))
        out.push_back(say("task.verified_at", lang,
                          {{"percent", whole_percent(*t.verified->percent, lang)},
                           {"day", day_text(t.verified->on, lang)}}));
    if (t.planned_for_period) out.emplace_back(label("task.planned", lang));
    if (t.planned_for_next) out.emplace_back(label("task.planned_next", lang));
    if (t.key_task_of_next) out.emplace_back(label("task.key_of_next", lang));
    return out;
}

std::string state_of(const review_task& t, language lang) {
    std::vector<std::string> words = state_details(t, lang);
    words.insert(words.begin(), class_of(t, lang));
    return joined(words, "; ");
}

bool deadline_changed(const review_task& t) noexcept {
    return t.original.day != t.current.day || t.original.precision != t.current.precision ||
           t.original.as_stated != t.current.as_stated;
}

std::string deadline_of(const review_task& t, language lang) {
    const std::string now = deadline_text(t.current, lang);
    if (!deadline_changed(t)) return now;
    return say("task.deadline_was", lang,
               {{"now", now}, {"original", deadline_text(t.original, lang)}});
}

std::string revision_of(const review_task& t, std::size_t index, language lang) {
    const deadline_revision& change = t.revisions[index];
    const stated_deadline& before = index == 0 ? t.original : t.revisions[index - 1].deadline;
    std::string words = day_text(change.decided_on, lang) + ": " + deadline_text(before, lang) +
                        " → " + deadline_text(change.deadline, lang) + "; " +
                        decision_of(change, lang);
    if (change.after_due) words += "; " + std::string{label("ext.after_due", lang)};
    return words;
}

bool owes_explanation(const review_task& t) noexcept {
    return t.at_cut_off != task_class::cancelled &&
           (t.at_end == task_class::open_overdue || t.at_cut_off == task_class::open_overdue ||
            (t.planned_for_period && is_open(t.at_end)));
}

bool has_course(const review_task& t) noexcept {
    return t.explained || owes_explanation(t) || !t.revisions.empty() || !t.waiting.empty() ||
           t.waiting_in_all > 0 || t.waiting_not_shown > 0;
}

fact_lines explanation_of(const review_task& t, language lang) {
    fact_lines lines;
    if (!t.explained) {
        if (owes_explanation(t)) add(lines, "delay.explanation", lang, not_explained(lang));
        return lines;
    }
    const explanation& e = *t.explained;
    add(lines, "delay.cause", lang, cause_of(e.cause, e.cause_name, lang));
    add(lines, "delay.explanation", lang,
        or_not_stated(e.text, lang) + " (" + name_or(e.given_by, lang, not_stated(lang)) + ", " +
            day_text(e.given_on, lang) + ")");
    std::vector<std::string> responsible;
    if (e.responsible) responsible.push_back(pick(e.responsible->name, lang));
    if (!e.responsible_official.empty()) responsible.push_back(e.responsible_official);
    add(lines, "delay.responsibility", lang, or_not_stated(joined(responsible, "; "), lang));
    add(lines, "delay.measures", lang, e.measures);
    add(lines, "delay.remedy", lang, or_not_stated(e.remedy, lang));
    add(lines, "delay.new_date", lang, or_not_stated(e.proposed_deadline, lang));
    if (e.accepted)
        add(lines, "delay.decision", lang,
            std::string{label(*e.accepted ? "delay.accepted" : "delay.returned", lang)});
    std::string found =
        e.found_cause.empty() ? "" : cause_of(e.found_cause, e.found_cause_name, lang);
    if (!e.found_text.empty()) found += ": " + e.found_text;
    add(lines, "delay.found_cause", lang, found);
    if (e.rejoinder_by)
        lines.push_back(
            {say("delay.rejoinder", lang, {{"agency", pick(e.rejoinder_by->name, lang)}}),
             !e.rejoinder.empty()
                 ? e.rejoinder
                 : std::string{label(
                       e.rejoinder_on ? "delay.wordless_rejoinder" : "delay.no_rejoinder", lang)}});
    return lines;
}

namespace {

std::string_view opinion_key(std::string_view opinion) {
    if (opinion == "agree") return "opinion.agree";
    if (opinion == "agree_with_changes") return "opinion.agree_with_changes";
    if (opinion == "disagree") return "opinion.disagree";
    if (opinion == "no_answer") return "opinion.no_answer";
    if (opinion == "agreement") return "opinion.silent_agreement";
    return "opinion.still_time";
}

std::string opinion_of(const asked_opinion& o, language lang) {
    std::string out =
        say("coord.asked", lang,
            {{"agency", pick(o.asked.name, lang)}, {"day", day_text(o.asked_on, lang)}});
    if (!o.number.empty()) out += " (" + o.number + ")";
    if (o.due) out += "; " + say("coord.answer_due", lang, {{"day", day_text(*o.due, lang)}});
    out += "; " + std::string{label(opinion_key(o.opinion), lang)};
    return o.answered_on ? out + " (" + day_text(*o.answered_on, lang) + ")" : out;
}

std::string verified_of(const verified_result& v, language lang) {
    std::string out{label(v.verdict == verdict_kind::confirmed          ? "verdict.confirmed"
                          : v.verdict == verdict_kind::partly_confirmed ? "verdict.partly_confirmed"
                                                                        : "verdict.not_confirmed",
                          lang)};
    if (v.percent) out += ", " + whole_percent(*v.percent, lang);
    out += " (" + (v.by ? pick(v.by->name, lang) + ", " : "") + day_text(v.on, lang) + ")";
    return v.text.empty() ? out : out + ": " + v.text;
}

// What others owe to the task, and what was done to urge it.
void add_surroundings(fact_lines& lines, const review_task& t, language lang) {
    if (t.priority != priority_kind::normal)
        add(lines, "task.priority", lang,
            std::string{label(t.priority == priority_kind::urgent        ? "priority.urgent"
                              : t.priority == priority_kind::very_urgent ? "priority.very_urgent"
                                                                         : "priority.express",
                              lang)});
    if (t.verified) add(lines, "task.verified", lang, verified_of(*t.verified, lang));
    if (t.documents_expected > 0)
        add(lines, "task.documents_issued", lang,
            counted(t.documents_issued, lang) + "/" + counted(t.documents_expected, lang));
    for (const owed_condition& c : t.conditions) {
        std::string value = c.condition;
        if (c.owed_by) value += " – " + pick(c.owed_by->name, lang);
        if (c.due) value += ", " + day_text(*c.due, lang);
        add(lines, "task.waiting_condition", lang, value);
    }
    for (const own_part& p : t.parts) {
        std::vector<std::string> value;
        if (!p.obligation.empty()) value.push_back(p.obligation);
        if (p.due) value.push_back(day_text(*p.due, lang));
        value.emplace_back(class_label(p.its_class, lang));
        lines.push_back({say("task.part_of", lang, {{"agency", pick(p.agency.name, lang)}}),
                         joined(value, "; ")});
    }
    for (const asked_opinion& o : t.opinions)
        add(lines, "coord.consultation", lang, opinion_of(o, lang));
    if (t.extension_request) {
        const open_request& r = *t.extension_request;
        std::string value = day_text(r.proposed, lang);
        value += " (" + (r.by ? pick(r.by->name, lang) + ", " : "") + day_text(r.on, lang) + ")";
        add(lines, "ext.request", lang, r.reason.empty() ? value : value + ": " + r.reason);
    }
    if (t.waiver) {
        std::string value = t.waiver->reason;
        value += " (" + (t.waiver->by ? pick(t.waiver->by->name, lang) + ", " : "") +
                 day_text(t.waiver->on, lang) + ")";
        add(lines, "delay.waived", lang, value);
    }
    if (t.reminders > 0) {
        std::string value = say("task.reminded", lang,
                                {{"n", counted(t.reminders, lang), t.reminders},
                                 {"day", day_text(*t.reminded_on, lang)}});
        if (!t.reminder_number.empty()) value += " (" + t.reminder_number + ")";
        add(lines, "task.reminders", lang, value);
    }
}

}  // namespace

std::string documents_of(const review& r, const review_task& t) {
    std::vector<std::string> numbers;
    for (const std::string& code : t.documents) numbers.push_back(number_of(r, code));
    return joined(numbers, ", ");
}

fact_lines background_of(const review_task& t, language lang) {
    fact_lines lines;
    add(lines, "task.meeting", lang, name_of_meeting(t.meeting, t.meeting_name, lang));
    add(lines, "role.assigner", lang, name_or(t.assigner, lang, ""));
    add(lines, "task.assigned_on", lang, assigned_of(t, lang));
    if (!t.leads.empty() && !only_names(t.leads, t.lead_as_stated))
        add(lines, "role.lead", lang, t.lead_as_stated.empty() ? "" : "“" + t.lead_as_stated + "”");
    add(lines, "role.coordinating", lang,
        names_as_stated(t.coordinating, t.coordinating_as_stated, lang));
    add(lines, "task.product", lang, t.product);
    add(lines, "ind.result", lang, t.result);
    if (!t.quality.empty()) add(lines, "task.quality", lang, quality_label(t.quality, lang));
    add(lines, "task.reason", lang, t.reason);
    add_surroundings(lines, t, lang);
    add(lines, "task.doubt", lang, t.doubt);
    add(lines, "form.note", lang, t.note);
    add(lines, "form.source", lang, joined(t.sources, "; "));
    return lines;
}

std::string waiting_not_shown(std::int64_t n, language lang) {
    return say("page.not_shown", lang, {{"n", counted(n, lang), n}});
}

std::string dependent_of(const review& r, const dependent_task& d, language lang) {
    std::string out = d.task;
    const std::size_t task = r.tasks.find(d.task);
    if (task != r.tasks.size()) out += " (" + leads_of(r.tasks[task], lang) + ")";
    std::string_view key = "link.finish_start";
    if (d.link == link_kind::start_start) key = "link.start_start";
    if (d.link == link_kind::finish_finish) key = "link.finish_finish";
    if (d.link == link_kind::start_finish) key = "link.start_finish";
    out += ": " + std::string{label(key, lang)};
    const std::string lag = lag_of(d.lag, d.unit == lag_unit::working_days, lang);
    return lag.empty() ? out : out + ", " + lag;
}

}  // namespace mandate::wording
