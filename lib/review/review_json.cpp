// The canonical JSON of a review. Keys stand in the order written here; absent values are null, so
// that every review has the same keys.

#include "mandate/model/descriptor.hpp"
#include "mandate/review/review.hpp"

#include <boost/json.hpp>

namespace mandate {
namespace {

namespace json = boost::json;

json::value day(const std::optional<civil_day>& d) {
    if (!d) return nullptr;
    return json::value(to_text(*d));
}

template <class Number>
json::value number(const std::optional<Number>& n) {
    if (!n) return nullptr;
    return static_cast<std::int64_t>(*n);
}

json::value text(std::string_view t) {
    if (t.empty()) return nullptr;
    return json::value(t);
}

json::value truth(const std::optional<bool>& b) {
    if (!b) return nullptr;
    return *b;
}

json::object languages(const multilingual& m) {
    return {{"vi", text(m.vi)}, {"en", text(m.en)}, {"tr", text(m.tr)}};
}

json::object thing(const named& n) { return {{"code", n.code}, {"name", languages(n.name)}}; }

json::value thing(const std::optional<named>& n) {
    if (!n) return nullptr;
    return thing(*n);
}

template <class List, class One>
json::array array(const List& list, One&& one) {
    json::array all;
    all.reserve(list.size());
    for (const auto& item : list) all.push_back(one(item));
    return all;
}

json::array things(const std::vector<named>& list) {
    return array(list, [](const named& n) { return json::value(thing(n)); });
}

json::array texts(const std::vector<std::string>& list) {
    return array(list, [](const std::string& t) { return json::value(t); });
}

json::array positions(const std::vector<std::size_t>& list) {
    return array(list, [](std::size_t i) { return json::value(static_cast<std::int64_t>(i)); });
}

template <class Choice>
std::string_view choice(field id, Choice c) {
    return choice_name(id, static_cast<std::int64_t>(c));
}

std::string_view exactness(precision p) { return choice(field::deadline_precision, p); }

json::object deadline(const stated_deadline& d) {
    return {{"day", day(d.day)},
            {"precision", d.day             ? json::value(exactness(d.precision))
                          : d.standing_from ? json::value(exactness(precision::continuous))
                                            : json::value(nullptr)},
            {"as_stated", text(d.as_stated)},
            {"standing_from", day(d.standing_from)}};
}

json::object counts(const class_counts& c) {
    json::object out;
    for (std::size_t i = 0; i < task_class_count; ++i)
        out[name_of(static_cast<task_class>(i))] = c.of[i];
    out["total"] = c.total();
    return out;
}

json::object ratio(const rate& r) {
    return {{"numerator", r.numerator},
            {"denominator", r.denominator},
            {"for_reference_only", r.for_reference_only()}};
}

json::object rates_shown(const rates& r) {
    return {{"completion_due", ratio(r.completion_due)},
            {"on_time", ratio(r.on_time)},
            {"overdue", ratio(r.overdue)},
            {"late_of_done", ratio(r.late_of_done)},
            {"completion_all", ratio(r.completion_all)},
            {"rating_behind", ratio(r.rating_behind)}};
}

json::value explained(const std::optional<explanation>& e) {
    if (!e) return nullptr;
    return json::object{{"given_on", day(e->given_on)},
                        {"given_by", thing(e->given_by)},
                        {"cause", e->cause},
                        {"text", e->text},
                        {"responsible", thing(e->responsible)},
                        {"responsible_official", text(e->responsible_official)},
                        {"remedy", text(e->remedy)},
                        {"proposed_deadline", day(e->proposed_deadline)},
                        {"measures", text(e->measures)},
                        {"accepted", truth(e->accepted)},
                        {"found_cause", text(e->found_cause)},
                        {"found_text", text(e->found_text)},
                        {"blamed", thing(e->blamed)},
                        {"rejoinder", text(e->rejoinder)},
                        {"rejoinder_by", thing(e->rejoinder_by)},
                        {"rejoinder_on", day(e->rejoinder_on)},
                        {"cause_name", languages(e->cause_name)},
                        {"found_cause_name", languages(e->found_cause_name)}};
}

json::value revision(const deadline_revision& r) {
    return json::object{{"decided_on", day(r.decided_on)},   {"deadline", deadline(r.deadline)},
                        {"decided_by", thing(r.decided_by)}, {"document", text(r.document)},
                        {"reason", text(r.reason)},          {"after_due", r.after_due}};
}

json::value waits(const dependent_task& d) {
    return json::object{{"task", d.task},
                        {"link_type", choice(field::link_type, d.link)},
                        {"lag", d.lag},
                        {"lag_unit", choice(field::lag_unit, d.unit)}};
}

json::value verified(const std::optional<verified_result>& v) {
    if (!v) return nullptr;
    return json::object{{"verified_on", day(v->on)},
                        {"verified_by", thing(v->by)},
                        {"verdict", choice(field::verdict, v->verdict)},
                        {"percent", number(v->percent)},
                        {"text", text(v->text)}};
}

json::value condition(const owed_condition& c) {
    return json::object{{"condition", c.condition},
                        {"owed_by", thing(c.owed_by)},
                        {"since", day(c.since)},
                        {"due", day(c.due)}};
}

json::value part(const own_part& p) {
    return json::object{{"agency", thing(p.agency)},
                        {"obligation", text(p.obligation)},
                        {"due", day(p.due)},
                        {"class", name_of(p.its_class)},
                        {"answered_on", day(p.answered_on)}};
}

json::value opinion(const asked_opinion& o) {
    return json::object{{"consultation", o.consultation}, {"asked", thing(o.asked)},
                        {"number", text(o.number)},       {"asked_on", day(o.asked_on)},
                        {"answer_due", day(o.due)},       {"answered_on", day(o.answered_on)},
                        {"opinion", text(o.opinion)}};
}

json::value request(const std::optional<open_request>& r) {
    if (!r) return nullptr;
    return json::object{{"requested_on", day(r->on)},
                        {"by", thing(r->by)},
                        {"proposed_deadline", day(r->proposed)},
                        {"reason", text(r->reason)}};
}

json::value waived(const std::optional<delay_waiver>& w) {
    if (!w) return nullptr;
    return json::object{{"waived_on", day(w->on)},
                        {"decided_by", thing(w->by)},
                        {"cause", text(w->cause)},
                        {"reason", text(w->reason)}};
}

json::value removed(const std::optional<removed_deadline>& r) {
    if (!r) return nullptr;
    return json::object{
        {"event", r->event}, {"deadline_before", deadline(r->before)}, {"by", revision(r->by)}};
}

json::value task(const review_task& t) {
    json::object o;
    o["task"] = t.code;
    o["title"] = languages(t.title);
    o["documents"] = texts(t.documents);
    o["meeting"] = text(t.meeting);
    o["meeting_name"] = languages(t.meeting_name);
    o["assigner"] = thing(t.assigner);
    o["assigned_on"] = day(t.assigned_on);
    o["assigned_precision"] = exactness(t.assigned_precision);
    o["assigned_as_stated"] = text(t.assigned_as_stated);
    o["leads"] = things(t.leads);
    o["lead_as_stated"] = text(t.lead_as_stated);
    o["coordinating"] = things(t.coordinating);
    o["coordinating_as_stated"] = text(t.coordinating_as_stated);
    o["product"] = text(t.product);
    o["field_of_work"] = text(t.field_of_work);
    o["original_deadline"] = deadline(t.original);
    o["deadline"] = deadline(t.current);
    o["revisions"] = array(t.revisions, revision);
    o["deadline_removed"] = removed(t.deadline_removed);
    o["working_days_since_assignment"] = number(t.working_days_since_assignment);
    o["doubt"] = text(t.doubt);
    o["note"] = text(t.note);
    o["sources"] = texts(t.sources);
    o["class_at_end"] = t.existed_at_end ? json::value(name_of(t.at_end)) : json::value(nullptr);
    o["class_at_cut_off"] = name_of(t.at_cut_off);
    o["awaiting_acceptance"] = t.awaiting_acceptance;
    o["submitted_on"] = day(t.submitted_on);
    o["finished_on"] = day(t.finished_on);
    o["times_returned"] = t.times_returned;
    o["working_days_late"] = number(t.working_days_late);
    o["percent"] = number(t.percent);
    o["reported_on"] = day(t.reported_on);
    o["result"] = text(t.result);
    o["quality"] = text(t.quality);
    o["reason"] = text(t.reason);
    o["explanation"] = explained(t.explained);
    o["planned_for_period"] = t.planned_for_period;
    o["planned_for_next"] = t.planned_for_next;
    o["key_task_of_next"] = t.key_task_of_next;
    o["waiting"] = array(t.waiting, waits);
    o["waiting_in_all"] = t.waiting_in_all;
    o["waiting_not_shown"] = t.waiting_not_shown;
    o["times_carried_late"] = t.times_carried_late;
    o["priority"] = choice(field::priority, t.priority);
    o["verified"] = verified(t.verified);
    o["conditions"] = array(t.conditions, condition);
    o["parts"] = array(t.parts, part);
    o["opinions"] = array(t.opinions, opinion);
    o["extension_request"] = request(t.extension_request);
    o["waiver"] = waived(t.waiver);
    o["reminders"] = t.reminders;
    o["reminded_on"] = day(t.reminded_on);
    o["reminder_number"] = text(t.reminder_number);
    o["documents_expected"] = t.documents_expected;
    o["documents_issued"] = t.documents_issued;
    o["placeholder"] = t.placeholder;
    o["access_class"] = text(t.access_class);
    return o;
}

json::value agency(const agency_row& a) {
    return json::object{{"agency", thing(a.agency)},
                        {"class_at_end", counts(a.led)},
                        {"class_at_cut_off", counts(a.led_at_cut_off)},
                        {"coordinated", a.coordinated},
                        {"own_parts", counts(a.own_parts)},
                        {"reported", a.reported},
                        {"merged_into", text(a.merged_into)},
                        {"ended_how", text(a.ended_how)},
                        {"successors", things(a.successors)}};
}

json::value document(const document_node& d) {
    json::object o;
    o["document"] = d.code;
    o["number"] = d.number;
    o["kind"] = choice(field::document_kind, d.kind);
    o["title"] = languages(d.title);
    o["issuer"] = thing(d.issuer);
    o["dated"] = day(d.dated);
    o["dated_as_stated"] = text(d.dated_as_stated);
    o["other_dates"] = array(d.other_dates, [](const document_node::other_date& other) {
        return json::value(
            json::object{{"dated", day(other.day)}, {"sources", texts(other.sources)}});
    });
    o["note"] = text(d.note);
    o["depth"] = d.depth;
    o["relation"] =
        d.relation ? json::value(choice(field::relation, *d.relation)) : json::value(nullptr);
    o["tasks"] = positions(d.tasks);
    o["done_below"] = d.done_below;
    o["total_below"] = d.total_below;
    return o;
}

json::value recommendation(const review_recommendation& r) {
    return json::object{{"recommendation", r.code},
                        {"text", languages(r.text)},
                        {"raised_by", things(r.raised_by)},
                        {"raised_by_as_stated", text(r.raised_by_as_stated)},
                        {"addressed_to", things(r.addressed_to)},
                        {"topic", text(r.topic)},
                        {"meeting", text(r.meeting)},
                        {"meeting_name", languages(r.meeting_name)},
                        {"raised_on", day(r.raised_on)},
                        {"age_in_working_days", r.age_in_working_days},
                        {"open", r.open},
                        {"status", text(r.status)},
                        {"answered_on", day(r.answered_on)},
                        {"answer_task", text(r.answer_task)},
                        {"answer_text", text(r.answer_text)},
                        {"related_tasks", texts(r.related_tasks)},
                        {"kind", text(r.kind)},
                        {"authority", thing(r.authority)},
                        {"forwarded_to", thing(r.forwarded_to)},
                        {"answer_due", day(r.answer_due)},
                        {"times_raised", r.times_raised},
                        {"satisfied", text(r.satisfied)}};
}

json::value span(const std::optional<period>& p) {
    if (!p) return nullptr;
    return json::value(to_text(*p));
}

json::value document_review(const review_of_document& r) {
    return json::object{{"document_review", r.code},
                        {"document", r.document},
                        {"number", text(r.number)},
                        {"title", languages(r.title)},
                        {"review_kind", choice(field::review_kind, r.kind)},
                        {"original_due", deadline(r.original)},
                        {"due", deadline(r.current)},
                        {"leads", things(r.leads)},
                        {"task", text(r.task)},
                        {"state", r.state},
                        {"done_on", day(r.done_on)},
                        {"handed_in_on", day(r.handed_in_on)},
                        {"report", text(r.report)},
                        {"quality", text(r.quality)}};
}

json::value item(const review_item& i) {
    return json::object{{"item", i.code},
                        {"programme", i.programme},
                        {"agency", thing(i.agency)},
                        {"title", languages(i.title)},
                        {"first_planned_for", span(i.first_planned_for)},
                        {"planned_for", span(i.planned_for)},
                        {"body", thing(i.body)},
                        {"session", text(i.session)},
                        {"leads", things(i.leads)},
                        {"task", text(i.task)},
                        {"papers_due", day(i.papers_due)},
                        {"papers_on", day(i.papers_on)},
                        {"papers_in_time",
                         i.papers_in_time ? json::value(*i.papers_in_time) : json::value(nullptr)},
                        {"state", i.state},
                        {"handed_in_on", day(i.handed_in_on)},
                        {"added", i.added},
                        {"times_postponed", i.times_postponed},
                        {"decision", text(i.decision)},
                        {"reason", text(i.reason)}};
}

json::value clause(const review_clause& c) {
    return json::object{{"clause", c.code},
                        {"document", c.document},
                        {"clause_number", text(c.number)},
                        {"title", languages(c.title)},
                        {"tasks", texts(c.tasks)}};
}

json::value indicator(const review_indicator& i) {
    return json::object{
        {"indicator", thing(i.indicator)},
        {"unit", i.unit},
        {"direction", choice(field::direction, i.direction)},
        {"measure", choice(field::measure, i.measure)},
        {"note", text(i.note)},
        {"owner", thing(i.owner)},
        {"threshold", number(i.threshold)},
        {"rows", array(i.rows, [](const indicator_row& r) {
             return json::value(json::object{{"agency", thing(r.agency)},
                                             {"period", to_text(r.span)},
                                             {"target_low", number(r.target_low)},
                                             {"target_high", number(r.target_high)},
                                             {"value", number(r.value)},
                                             {"sources", texts(r.sources)},
                                             {"expected", number(r.expected)},
                                             {"percent_of_target", number(r.percent_of_target)},
                                             {"base", number(r.base)},
                                             {"percent_of_base", number(r.percent_of_base)},
                                             {"year_before", number(r.year_before)},
                                             {"below", truth(r.below)},
                                             {"expected_by", text(r.expected_by)},
                                             {"year_value", number(r.year_value)},
                                             {"missing", r.missing},
                                             {"year_missing", r.year_missing}});
         })}};
}

json::value meeting(const std::optional<review_meeting>& m) {
    if (!m) return nullptr;
    return json::object{
        {"meeting", m->code},
        {"name", languages(m->name)},
        {"body", thing(m->body)},
        {"held_on", day(m->held_on)},
        {"persons", array(m->persons,
                          [](const review_meeting::person& p) {
                              return json::value(
                                  json::object{{"name", text(p.name)},
                                               {"post", languages(p.post)},
                                               {"role", choice(field::meeting_role, p.role)}});
                          })},
        {"conclusions", array(m->conclusions, [](const review_meeting::said& c) {
             return json::value(json::object{{"conclusion", c.code},
                                             {"kind", choice(field::conclusion_kind, c.kind)},
                                             {"text", languages(c.text)},
                                             {"addressed_to", things(c.addressed_to)}});
         })}};
}

json::value one_finding(const finding& f) {
    json::object facts;
    for (const auto& [key, value] : f.facts) facts[key] = value;
    return json::object{{"key", f.key}, {"text", f.text}, {"facts", std::move(facts)}};
}

json::value closing(const std::optional<review_closing>& c) {
    if (!c) return nullptr;
    return json::object{{"review", c->review},
                        {"body", thing(c->body)},
                        {"closed_on", day(c->closed_on)},
                        {"closed_by", text(c->closed_by)},
                        {"reason", text(c->reason)},
                        {"explanations_due", day(c->explanations_due)},
                        {"corrects", text(c->corrects)}};
}

json::object head(const review& r) {
    return {
        {"period", to_text(r.period)},
        {"first_day", day(r.period.first())},
        {"last_day", day(r.period.last())},
        {"cut_off", day(r.cut_off)},
        {"class_day", day(r.class_day)},
        {"meeting_day", day(r.meeting_day)},
        {"revision", r.revision},
        {"known_at", r.known_at_us ? json::value(instant_text(*r.known_at_us, r.utc_offset_minutes))
                                   : json::value(nullptr)},
        {"state", r.closing ? "closed" : "draft"},
        {"closing", closing(r.closing)},
        {"edition", r.publication ? "publication" : "internal"},
        {"agency", text(r.only.size() == 1 ? r.only.front() : std::string{})},
        {"only_agencies", texts(r.only)},
        {"viewer", text(r.viewer)},
        {"not_reported", things(r.not_reported)}};
}

json::value published(const std::optional<publication_figures>& p) {
    if (!p) return nullptr;
    return json::object{{"population", p->population},
                        {"overdue", p->overdue},
                        {"unfinished", p->unfinished},
                        {"unexplained", p->unexplained},
                        {"done_since", p->done_since},
                        {"carried_late", p->carried_late},
                        {"carried_planned", p->carried_planned},
                        {"without_deadline", p->without_deadline},
                        {"without_lead", p->without_lead},
                        {"next_new", p->next_new},
                        {"next_planned", p->next_planned},
                        {"only_reported", p->only_reported},
                        {"agencies", p->agencies},
                        {"agencies_with_overdue", p->agencies_with_overdue},
                        {"recommendations", p->recommendations},
                        {"recommendations_open", p->recommendations_open}};
}

json::value cell(const table& of, std::size_t row, std::size_t column) {
    if (of.columns()[column].type == column_type::text) {
        const auto found = of.text(row, column);
        return found ? json::value(*found) : json::value(nullptr);
    }
    const auto found = of.number(row, column);
    if (!found) return nullptr;
    if (of.columns()[column].type == column_type::int64) return *found;
    return day(civil_day{static_cast<std::int32_t>(*found)});
}

// Rows as objects, the columns by name.
json::value rows(const table& of) {
    json::array all;
    for (std::size_t row = 0; row < of.rows(); ++row) {
        json::object one;
        for (std::size_t column = 0; column < of.columns().size(); ++column)
            one[of.columns()[column].name] = cell(of, row, column);
        all.push_back(std::move(one));
    }
    return all;
}

json::value answers(const review& r) {
    if (r.answers.all().empty()) return nullptr;
    json::object all;
    for (const review_answer& one : r.answers.all()) all[one.question] = rows(one.rows);
    return all;
}

}  // namespace

std::string to_json(const review& r) {
    json::object o;
    o["schema"] = 1;
    o["review"] = head(r);
    o["class_at_end"] = counts(r.at_end);
    o["class_at_cut_off"] = counts(r.at_cut_off);
    o["sum_of_agency_rows"] = counts(r.sum_of_rows);
    json::object shares = rates_shown(r.by_end);
    shares["on_time_with_waivers"] = ratio(r.on_time_with_waivers);
    o["rates"] = std::move(shares);
    o["compared"] = array(r.compared, [](const compared_period& c) {
        return json::value(json::object{{"period", to_text(c.period)},
                                        {"class_at_end", counts(c.at_end)},
                                        {"rates", rates_shown(c.by_end)}});
    });
    o["waived"] = r.waived;
    o["finishing_day"] = choice(field::finishing_day, r.finishing_day);
    o["issue_day"] = choice(field::issue_day, r.issue_day);
    o["lists"] = json::object{{"population", positions(r.population)},
                              {"overdue", positions(r.overdue)},
                              {"unfinished", positions(r.unfinished)},
                              {"unexplained", positions(r.unexplained)},
                              {"done_since", positions(r.done_since)},
                              {"carried_late", positions(r.carried_late)},
                              {"carried_planned", positions(r.carried_planned)},
                              {"without_deadline", positions(r.without_deadline)},
                              {"awaiting_acceptance", positions(r.awaiting_acceptance)},
                              {"without_lead", positions(r.without_lead)},
                              {"next_new", positions(r.next_new)},
                              {"next_planned", positions(r.next_planned)},
                              {"unplanned", positions(r.unplanned)},
                              {"only_reported", positions(r.only_reported)}};
    o["placeholders"] = r.placeholders;
    o["not_shown"] = r.not_shown;
    json::array tasks;
    r.tasks.each([&](const review_task& t) { tasks.push_back(task(t)); });
    o["tasks"] = std::move(tasks);
    o["agencies"] = array(r.agencies, agency);
    o["documents"] = array(r.documents, document);
    o["document_reviews"] = array(r.document_reviews, document_review);
    o["programme_items"] = array(r.programme_items, item);
    o["orphan_clauses"] = array(r.orphan_clauses, clause);
    o["recommendations_open"] = r.recommendations_open;
    o["recommendations"] = array(r.recommendations, recommendation);
    o["indicators"] = array(r.indicators, indicator);
    o["meeting"] = meeting(r.meeting);
    o["findings"] = array(all_findings(r), one_finding);
    o["publication"] = published(r.publication);
    o["answers"] = answers(r);
    return json::serialize(o);
}

}  // namespace mandate
