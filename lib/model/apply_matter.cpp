#include "model/apply_matter.hpp"

#include "model/apply.hpp"

namespace mandate {
namespace {

using f = field;

row_number put_recommendation(state& s, const standing& at, const event_reader& r) {
    const event& e = r.of();
    using k = command_kind;
    switch (e.command.kind) {
        case k::raise_recommendation: {
            recommendation_record::statement told{
                r.said(),
                r.rows(f::raised_by),
                r.rows(f::addressed_to),
                r.text(f::raised_by_as_stated),
                r.text(f::topic),
                r.choice(f::recommendation_kind, recommendation_kind{}),
                r.row(f::meeting),
                r.row(f::authority),
                r.day(f::answer_due)};
            const row_number row =
                subject(s, s.recommendations, entity_kind::recommendation, e, f::recommendation);
            s.recommendations.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::answer_recommendation: {
            const row_number row = r.row(f::recommendation);
            s.recommendations.edit(row).answers.put(
                at, {r.choice(f::recommendation_status, recommendation_status::noted),
                     r.row(f::agency), r.row(f::task), r.row(f::document), r.row(f::forwarded_to),
                     r.has(f::reason) ? r.text(f::reason) : r.text(f::text), r.day(f::answer_due)});
            return row;
        }
        case k::relate_recommendation: {
            const row_number row = r.row(f::recommendation);
            s.recommendations.edit(row).related.put(at, r.row(f::task));
            return row;
        }
        case k::repeat_recommendation: {
            const row_number row = r.row(f::recommendation);
            recommendation_record::repetition again{r.row(f::meeting), {}, r.day(f::answer_due)};
            if (r.has(f::period)) again.span = r.span(f::period);
            s.recommendations.edit(row).repeated.put(at, again);
            return row;
        }
        default: {  // judge_answer
            const row_number row = r.row(f::recommendation);
            s.recommendations.edit(row).judgements.put(
                at, {r.row(f::agency), r.choice(f::satisfied, satisfaction_kind::satisfied),
                     r.text(f::text)});
            return row;
        }
    }
}

row_number put_indicator(state& s, const standing& at, const event_reader& r) {
    const event& e = r.of();
    using k = command_kind;
    if (e.command.kind == k::add_indicator) {
        indicator_record::statement told{
            r.name(),
            r.text(f::unit),
            r.choice(f::direction, indicator_direction::higher_is_better),
            r.choice(f::measure, measure_kind::cumulative),
            r.counts(f::profile),
            r.count(f::threshold),
            r.row(f::owner),
            r.remarks()};
        const row_number row = subject(s, s.indicators, entity_kind::indicator, e, f::indicator);
        s.indicators.edit(row).stated.put(at, std::move(told));
        return row;
    }
    const row_number row = r.row(f::indicator);
    indicator_record& indicator = s.indicators.edit(row);
    if (e.command.kind == k::set_target) {
        const std::int64_t low = r.integer(f::target_low, 0);
        indicator.targets.put(at, {r.row(f::agency), r.span(f::period), low,
                                   r.integer(f::target_high, low), r.remarks()});
    } else if (e.command.kind == k::observe_indicator) {
        indicator.observations.put(
            at, {r.row(f::agency), r.span(f::period), r.integer(f::value, 0), r.remarks(),
                 r.has(f::stated_percent) ? std::optional{r.integer(f::stated_percent, 0)}
                                          : std::nullopt});
    } else {
        indicator.bases.put(
            at, {r.row(f::agency), r.span(f::period), r.integer(f::value, 0), r.remarks()});
    }
    return row;
}

row_number put_consultation(state& s, const standing& at, const event_reader& r) {
    const event& e = r.of();
    if (e.command.kind == command_kind::consult) {
        consultation_record::statement told{
            r.row(f::task),       r.row(f::agency),
            r.row(f::document),   r.rows(f::addressed_to),
            r.text(f::number),    r.text(f::text),
            r.day(f::answer_due), r.choice(f::silence, silence_kind::no_answer),
            r.remarks()};
        const row_number row =
            subject(s, s.consultations, entity_kind::consultation, e, f::consultation);
        s.consultations.edit(row).stated.put(at, std::move(told));
        return row;
    }
    const row_number row = r.row(f::consultation);
    s.consultations.edit(row).answers.put(
        at, {r.row(f::agency), r.row(f::document), r.choice(f::opinion, opinion_kind::agree),
             r.text(f::number), r.text(f::text)});
    return row;
}

// One row for each pair of a thing and a key.
row_number put_attribute(state& s, const standing& at, const event_reader& r) {
    const auto owner = attribute_owner(r.of().command);
    const entity_kind kind = descriptor_of(owner->name).entity;
    const std::string key = r.text(f::host_key);
    std::string code = attribute_code(r.of().command);
    row_number row = s.find(entity_kind::attribute, code).value_or(no_row);
    if (row == no_row) {
        row = static_cast<row_number>(s.attributes.size());
        s.name(entity_kind::attribute, code, row);
        s.attributes.push_back({kind, r.row(owner->name), std::move(code), key, {}});
    }
    s.attributes.edit(row).stated.put(at, r.text(f::host_value));
    return row;
}

row_number put_policy(state& s, const standing& at, const event_reader& r) {
    if (s.policies.size() == 0) s.policies.push_back({});
    policy_record& policy = s.policies.edit(0);
    switch (r.of().command.kind) {
        case command_kind::set_policy:
            policy.stated.put(at, {r.choice(f::policy, policy_kind::host), r.row(f::office),
                                   r.row(f::inspection)});
            break;
        case command_kind::add_cause:
            policy.causes.put(at, {r.text(f::cause), r.name()});
            break;
        case command_kind::delegate_rights:
            policy.delegations.put(
                at, {r.row(f::agency), r.row(f::delegate), r.row(f::task), r.day(f::until)});
            break;
        default:  // limit_extensions
            policy.extension_limits.put(at, {r.row(f::assigner), r.row(f::decided_by),
                                             static_cast<int>(r.integer(f::most_times, 0)),
                                             static_cast<int>(r.integer(f::most_days, 0))});
            break;
    }
    return 0;
}

}  // namespace

std::optional<field_value> attribute_owner(const command& c) {
    for (const field_value& v : c.values)
        if (v.name != f::on_behalf_of && descriptor_of(v.name).type == value_type::code) return v;
    return std::nullopt;
}

std::string attribute_code(const command& c) {
    const auto owner = attribute_owner(c);
    std::string code{static_cast<char>(descriptor_of(owner->name).entity)};
    code += std::get<std::string>(owner->content);
    code += '\n';
    code += c.text(f::host_key).value_or("");
    return code;
}

row_number put_matter(state& s, const standing& at, const event_reader& r) {
    switch (subject_kind(r.of().command.kind)) {
        case entity_kind::recommendation:
            return put_recommendation(s, at, r);
        case entity_kind::indicator:
            return put_indicator(s, at, r);
        case entity_kind::consultation:
            return put_consultation(s, at, r);
        case entity_kind::attribute:
            return put_attribute(s, at, r);
        default:
            return put_policy(s, at, r);
    }
}

}  // namespace mandate
