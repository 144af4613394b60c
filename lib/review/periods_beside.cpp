#include "review/periods_beside.hpp"

#include "mandate/base/error.hpp"
#include "model/named_term.hpp"
#include "review/answers.hpp"

namespace mandate {
namespace {

const term_record::statement* told_of(const lens& through, row_number term) {
    const auto* told = through.record.terms[term].stated.at({last_day, through.times.known});
    return told != nullptr && through.may_see(entity_kind::term, term) ? &told->value : nullptr;
}

period days_of(const term_record::statement& told) {
    return {told.first, told.last.value_or(last_day)};
}

}  // namespace

periods_beside periods_beside_of(const lens& through, const period& of) {
    periods_beside all{period_before(of), {}, period_after(of)};
    if (!of.is_longer_than_a_year()) all.year_ago = years_before(of, 1);
    row_number body = no_row;
    for (row_number t = 0; t < through.record.terms.size(); ++t) {
        const auto* told = told_of(through, t);
        if (told != nullptr && days_of(*told) == of) body = told->body;
    }
    if (body == no_row) return all;
    std::optional<period> before, after;
    for (row_number t = 0; t < through.record.terms.size(); ++t) {
        const auto* told = told_of(through, t);
        if (told == nullptr || told->body != body) continue;
        const period days = days_of(*told);
        if (days.last() < of.first() && (!before || before->last() < days.last())) before = days;
        if (days.first() > of.last() && (!after || after->first() > days.first())) after = days;
    }
    if (before) all.before = before;
    if (after) all.after = after;
    return all;
}

period period_asked(const lens& through, std::string_view text) {
    const auto code = named_term(text);
    if (!code) return parse_period(text);
    if (code->empty())
        throw error{errc::malformed,
                    "period " + std::string{text} + " names no term; term:CODE does",
                    {{"field", "period"}, {"value", std::string{text}}}};
    const auto row = through.record.find(entity_kind::term, *code);
    const auto* told = row ? told_of(through, *row) : nullptr;
    const std::string which = "term " + std::string{*code};
    if (told == nullptr)
        throw error{errc::unknown_reference,
                    which + " is not in the ledger",
                    {{"field", "period"}, {"value", std::string{*code}}}};
    if (!told->last)
        throw error{
            errc::refused,
            which +
                " has no end: no last day of it is recorded; name the days, as "
                "2024-01-15/2024-04-20",
            {{"rule", "term_has_an_end"}, {"field", "period"}, {"value", std::string{*code}}}};
    return days_of(*told);
}

void replace_term(const lens& through, arguments& args) {
    for (field_value& v : args.values)
        if (auto* text = std::get_if<std::string>(&v.content);
            v.name == field::period && text != nullptr && named_term(*text))
            *text = to_text(period_asked(through, *text));
}

}  // namespace mandate
