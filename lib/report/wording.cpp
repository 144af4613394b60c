#include "report/wording.hpp"

#include "model/delay_causes.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdlib>

namespace mandate::wording {
namespace {

std::string quoted(std::string_view words) { return "“" + std::string{words} + "”"; }

// Keys in the order of the enumerators.
constexpr std::array<std::string_view, task_class_count> class_keys = {
    "status.cancelled",    "status.suspended",    "status.standing",
    "status.done_on_time", "status.done_late",    "status.done_no_deadline",
    "status.open_overdue", "status.open_in_time", "status.no_deadline"};
constexpr std::array<std::string_view, 16> document_kind_keys = {"doc.resolution",
                                                                 "doc.directive",
                                                                 "doc.conclusion",
                                                                 "doc.regulation",
                                                                 "doc.working_rules",
                                                                 "doc.decision",
                                                                 "doc.action_programme",
                                                                 "doc.work_programme",
                                                                 "doc.plan",
                                                                 "doc.scheme",
                                                                 "doc.guideline",
                                                                 "doc.report",
                                                                 "doc.submission",
                                                                 "doc.notice_conclusions",
                                                                 "doc.letter",
                                                                 "doc.other"};
constexpr std::array<std::string_view, 6> relation_keys = {
    "rel.implements", "rel.basis", "rel.amends", "rel.supplements", "rel.replaces", "rel.repeals"};
constexpr std::array<std::string_view, 5> conclusion_keys = {
    "mtg.praise", "mtg.criticism", "mtg.approval", "mtg.request", "mtg.task"};

// The label of an enumerator; the first has the number 1.
template <const auto& Keys>
std::string_view numbered_label(std::size_t number, language lang) noexcept {
    assert(number >= 1 && number <= Keys.size());
    return label(Keys[number - 1], lang);
}

// A label whose key ends in a word of the record; the word itself where no label has it.
std::string label_or_word(const std::string& key, std::string_view word, language lang) {
    return std::string{find_label(key) ? label(key, lang) : word};
}

std::string_view relation_label(relation_kind relation, language lang) noexcept {
    return numbered_label<relation_keys>(static_cast<std::size_t>(relation), lang);
}

std::string_view role_label(meeting_role role, language lang) noexcept {
    return label(role == meeting_role::chair ? "role.chair" : "role.attendee", lang);
}

}  // namespace

language language_of(const multilingual& text, language lang) noexcept {
    const auto has = [&](language l) {
        return !(l == language::en ? text.en : l == language::tr ? text.tr : text.vi).empty();
    };
    if (has(lang)) return lang;
    for (const language other : {language::vi, language::en, language::tr})
        if (has(other)) return other;
    return lang;
}

const std::string& pick(const multilingual& text, language lang) noexcept {
    const language found = language_of(text, lang);
    return found == language::en ? text.en : found == language::tr ? text.tr : text.vi;
}

const std::string& name_of_meeting(const std::string& code, const multilingual& name,
                                   language lang) noexcept {
    const std::string& called = pick(name, lang);
    return called.empty() ? code : called;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += separator;
        out += word;
    }
    return out;
}

std::string sentence(std::string words) { return words.ends_with('.') ? words : words + "."; }

std::string phrase(std::string words) {
    while (words.ends_with('.')) words.pop_back();
    return words;
}

std::string names(const std::vector<named>& list, std::string_view as_stated, language lang,
                  std::string_view otherwise) {
    if (list.empty()) return as_stated.empty() ? std::string{otherwise} : quoted(as_stated);
    std::vector<std::string> words;
    for (const named& one : list) words.push_back(pick(one.name, lang));
    return joined(words, "; ");
}

std::string name_or(const std::optional<named>& one, language lang, std::string_view otherwise) {
    return one ? pick(one->name, lang) : std::string{otherwise};
}

std::string_view class_label(task_class c, language lang) noexcept {
    return label(class_keys[static_cast<std::size_t>(c)], lang);
}

std::string_view kind_label(document_kind kind, language lang) noexcept {
    return numbered_label<document_kind_keys>(static_cast<std::size_t>(kind), lang);
}

std::string_view conclusion_label(conclusion_kind kind, language lang) noexcept {
    return numbered_label<conclusion_keys>(static_cast<std::size_t>(kind), lang);
}

std::string cause_of(const std::string& cause, const multilingual& own, language lang) {
    if (cause.empty()) return not_stated(lang);
    return own.vi.empty() ? cause_label(cause, lang) : pick(own, lang);
}

std::string cause_label(std::string_view cause, language lang) {
    return std::string{is_default_cause(cause) ? label(cause, lang) : cause};
}

std::string topic_label(std::string_view topic, language lang) {
    return label_or_word("topic." + std::string{topic}, topic, lang);
}

std::string raised_by_of(const review_recommendation& rec, language lang) {
    const std::string known = names_as_stated(rec.raised_by, rec.raised_by_as_stated, lang);
    return known.empty() ? std::string{not_stated(lang)} : known;
}

std::string status_label(const review_recommendation& rec, language lang) {
    if (rec.status.empty()) return std::string{label("rec.silent", lang)};
    return label_or_word("rec." + rec.status, rec.status, lang);
}

std::string title_of(const review& r, language lang) {
    const slot now{"period", period_text(r.period, lang)};
    if (!r.next) return capital(say("head.title_last", lang, {now}), lang);
    return capital(say("head.title", lang, {now, {"next", period_text(*r.next, lang)}}), lang);
}

std::string next_period_title(const review& r, language lang) {
    if (!r.next) return heading("sect.next_none", lang);
    return capital(say("sect.next", lang, {{"next", period_text(*r.next, lang)}}), lang);
}

std::string known_label(const review& r, language lang) {
    if (r.known_at_us) return instant_label(*r.known_at_us, r.utc_offset_minutes, lang);
    return say("head.known_all", lang, {{"n", number_text(r.revision, lang), r.revision}});
}

std::string first_column(const review& r, language lang) {
    return say(r.class_day == r.period.last() ? "col.at_end" : "col.at_class_day", lang,
               {{"day", day_text(r.class_day, lang)}});
}

std::string edition_of(const review& r, language lang) {
    const std::string whose{label(r.publication ? "press.edition" : "press.internal", lang)};
    if (r.closing) {
        std::string text = whose + ", " +
                           say("closed.edition", lang,
                               {{"day", day_text(r.closing->closed_on, lang)},
                                {"n", number_text(r.revision, lang), r.revision}});
        if (!r.closing->content_hash.empty())
            text += " (SHA-256 " + r.closing->content_hash.substr(0, 12) + ")";
        if (!r.closing->corrects.empty())
            text += "; " + say("closed.corrects", lang, {{"review", r.closing->corrects}});
        if (const auto& by = r.closing->corrected_by)
            text +=
                "; " + say(by->review.empty() ? "closed.corrected_on" : "closed.corrected", lang,
                           {{"review", by->review}, {"day", day_text(by->closed_on, lang)}});
        if (!r.closing->reason.empty())
            text += "; " + std::string{label("closed.reason", lang)} + ": " + r.closing->reason;
        return text;
    }
    std::string text = whose + ", " +
                       say("head.edition_of", lang,
                           {{"draft", std::string{label("form.draft", lang)}},
                            {"n", number_text(r.revision, lang), r.revision}});
    for (const named_closing& closed : r.closed_as)
        text += "; " + say("closed.already", lang,
                           {{"review", closed.review}, {"day", day_text(closed.closed_on, lang)}});
    return text;
}

std::string agency_name(const review& r, const std::string& code, language lang) {
    const auto row = std::ranges::find_if(
        r.agencies, [&](const agency_row& a) { return a.agency.code == code; });
    return row == r.agencies.end() ? code : pick(row->agency.name, lang);
}

std::vector<std::string> compared_of(const review& r, language lang) {
    std::vector<std::string> lines;
    for (const compared_period& c : r.compared)
        lines.push_back(say("compared.line", lang,
                            {{"period", period_text(c.period, lang)},
                             {"total", counted(c.at_end.total(), lang), c.at_end.total()},
                             {"due", counted(c.by_end.on_time.denominator, lang)},
                             {"in_time", counted(c.by_end.on_time.numerator, lang)},
                             {"overdue", counted(c.at_end[task_class::open_overdue], lang)}}));
    return lines;
}

std::string only_agencies(const review& r, language lang) {
    std::string all;
    for (const std::string& code : r.only)
        all += (all.empty() ? "" : ", ") + agency_name(r, code, lang);
    return all;
}

std::string indicator_name(const review& r, const std::string& code, language lang) {
    const auto one = std::ranges::find_if(
        r.indicators, [&](const review_indicator& i) { return i.indicator.code == code; });
    return one == r.indicators.end() ? code : pick(one->indicator.name, lang);
}

std::string number_of(const review& r, std::string_view document) {
    const auto node = std::ranges::find(r.documents, document, &document_node::code);
    return node == r.documents.end() || node->number.empty() ? std::string{document} : node->number;
}

std::string relation_of(const review& r, std::size_t document, language lang) {
    const document_node& d = r.documents[document];
    if (!d.relation) return {};
    std::string out{relation_label(*d.relation, lang)};
    for (std::size_t at = document; at-- > 0;)
        if (r.documents[at].depth < d.depth) return out + ": " + number_of(r, r.documents[at].code);
    return out;
}

std::string person_of(const review_meeting::person& person, language lang) {
    std::vector<std::string> words;
    for (const std::string& word : {person.name, pick(person.post, lang)})
        if (!word.empty()) words.push_back(word);
    return joined(words, ", ") + " (" + std::string{role_label(person.role, lang)} + ")";
}

std::string tasks_given(const document_node& d, language lang) {
    const auto n = static_cast<std::int64_t>(d.tasks.size());
    return capital(say("doc.tasks", lang, {{"n", counted(n, lang), n}}), lang);
}

std::string document_date(const document_node& d, language lang) {
    std::string out = d.dated ? day_text(*d.dated, lang) : not_stated(lang);
    if (!d.dated && !d.dated_as_stated.empty()) out = quoted(d.dated_as_stated);
    for (const auto& other : d.other_dates)
        out += "; " + say("doc.other_date", lang,
                          {{"day", day_text(other.day, lang)},
                           {"sources", or_not_stated(joined(other.sources, ", "), lang)}});
    return out;
}

std::string target_of(const indicator_row& row, language lang) {
    if (!row.target_low && !row.target_high) return not_stated(lang);
    if (!row.target_high) return "≥ " + number_text(*row.target_low, lang);
    if (!row.target_low) return "≤ " + number_text(*row.target_high, lang);
    if (*row.target_low == *row.target_high) return number_text(*row.target_low, lang);
    return number_text(*row.target_low, lang) + "–" + number_text(*row.target_high, lang);
}

namespace {

// What a share is a share of: 26 or 25.25.
std::string expected_of(const indicator_row& row, language lang) {
    const std::int64_t n = row.expected_in_hundredths.value_or(*row.expected * 100);
    if (n % 100 == 0) return number_text(n / 100, lang);
    const std::int64_t rest = std::abs(n % 100);
    std::string digits = (rest < 10 ? "0" : "") + std::to_string(rest);
    if (digits.back() == '0') digits.pop_back();
    return (n < 0 && n > -100 ? "-" : "") + number_text(n / 100, lang) +
           (lang == language::en ? "." : ",") + digits;
}

}  // namespace

std::string value_of(const indicator_row& row, measure_kind measure, language lang) {
    if (!row.value) return not_stated(lang);
    const std::string value = number_text(*row.value, lang);
    const bool one_target =
        row.target_low && (!row.target_high || row.target_low == row.target_high);
    std::vector<std::string> more;
    const auto add_missing = [&](std::string_view key, int n) {
        more.push_back(say(key, lang, {{"n", counted(n, lang), n}}));
    };
    if (row.missing > 0) add_missing("ind.missing_parts", row.missing);
    if (one_target && *row.target_low > 0 && *row.value >= 0)
        more.push_back(percent_text({*row.value, *row.target_low}, lang));
    if (row.expected && row.year_value) {
        const slot so_far{"so_far",
                          year_value_of(number_text(*row.year_value, lang), measure, lang)};
        const slot expected{"expected", expected_of(row, lang)};
        if (row.target_low && row.expected != row.target_low)
            more.push_back(say("ind.so_far", lang, {so_far, expected}));
        else if (!row.target_low && row.percent_of_target)
            more.push_back(
                say(row.expected_by == "pro_rata" ? "ind.of_pro_rata" : "ind.of_expected", lang,
                    {so_far,
                     {"percent", percent_text({*row.percent_of_target, 100'00}, lang)},
                     expected}));
        if (row.year_missing > row.missing) add_missing("ind.year_missing", row.year_missing);
    }
    if (row.percent_of_base)
        more.push_back(say("ind.of_base", lang,
                           {{"percent", percent_text({*row.value, *row.base}, lang)},
                            {"base", number_text(*row.base, lang)}}));
    if (row.below.value_or(false)) more.emplace_back(label("ind.below", lang));
    return more.empty() ? value : value + " (" + joined(more, "; ") + ")";
}

std::string year_value_of(const std::string& value, measure_kind measure, language lang) {
    return say(measure == measure_kind::point ? "ind.latest" : "ind.this_year", lang,
               {{"value", value}});
}

fact_lines life_of(const review_recommendation& rec, language lang) {
    fact_lines lines;
    const auto line = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) lines.push_back({heading(key, lang), value});
    };
    line("rec.decides", name_or(rec.authority, lang, ""));
    line("rec.forwarded", name_or(rec.forwarded_to, lang, ""));
    if (rec.answer_due && rec.open) line("rec.answer_due", day_text(*rec.answer_due, lang));
    if (rec.times_raised > 1)
        line("rec.times", say("rec.raised_times", lang,
                              {{"n", counted(rec.times_raised, lang), rec.times_raised}}));
    if (!rec.satisfied.empty())
        line("rec.judged",
             std::string{label(rec.satisfied == "satisfied"          ? "rec.satisfied"
                               : rec.satisfied == "partly_satisfied" ? "rec.partly_satisfied"
                                                                     : "rec.not_satisfied",
                               lang)});
    return lines;
}

std::string rate_note(const rate& value, language lang) {
    if (value.denominator == 0) return std::string{label("rate.no_cases", lang)};
    return value.for_reference_only() ? std::string{label("rate.small", lang)} : not_applicable;
}

std::string rounding_of(const review& r, language lang) {
    return std::string{label(
        r.percentages == rounding::truncated ? "method.10_truncated" : "method.10_rounding", lang)};
}

std::string only_reported(const review& r, language lang) {
    const std::int64_t n = r.publication ? r.publication->only_reported
                                         : static_cast<std::int64_t>(r.only_reported.size());
    return n == 0 ? std::string{} : say("note.only_reported", lang, {{"n", counted(n, lang), n}});
}

std::vector<std::string> method_of(const review& r, language lang) {
    std::vector<std::string_view> keys = {
        "method.01_population",
        "method.02_classes",
        r.finishing_day == finishing_day_kind::acceptance ? "method.03_finish_acceptance"
                                                          : "method.03_finish",
        "method.04_deadline",
        "method.05_unfinished",
        "method.06_rates",
        "method.07_outside",
        "method.08_leads",
        "method.09_days",
        r.percentages == rounding::truncated ? "method.10_truncated" : "method.10_rounding",
        "method.11_empty"};
    if (r.issue_day == issue_day_kind::recorded)
        keys.insert(keys.begin() + 3, "method.03_issue_recorded");
    std::vector<std::string> out;
    for (const std::string_view key : keys)
        out.push_back(say(key, lang,
                          {{"first", day_text(r.period.first(), lang)},
                           {"last", day_text(r.period.last(), lang)},
                           {"class_day", day_text(r.class_day, lang)},
                           {"cut_off", day_text(r.cut_off, lang)}}));
    return out;
}

std::string calendar_finding(const finding& f, language lang) {
    std::vector<slot> slots;
    for (const auto& [name, value] : f.facts)
        slots.push_back({name, name == "year" ? value : day_text(parse_day(value), lang)});
    return fill(label("finding." + f.key, lang), slots);
}

// Facts hold codes and ISO days; readers get names and days as they write them. Of some kinds of
// things a finding has words of its own, and others where what it would quote was destroyed.
std::string finding_label(const review& r, const finding& f, language lang) {
    std::vector<std::string> keys{"finding." + f.key};
    for (const auto& [name, value] : f.facts)
        if (name == "kind")
            keys = {keys[0] + "." + value, keys[0] + "." + value + ".wordless", keys[0]};
    std::erase_if(keys, [](const std::string& key) { return !find_label(key); });
    if (keys.empty()) return f.text;
    std::vector<slot> slots;
    for (const auto& [name, value] : f.facts) {
        slots.push_back({name, value});
        if (name == "agency") slots.back().text = agency_name(r, value, lang);
        if (name == "document" || name == "to_document") slots.back().text = number_of(r, value);
        if (name == "indicator") slots.back().text = indicator_name(r, value, lang);
        if (name == "state") slots.back().text = label("status." + value, lang);
        std::int64_t number = 0;
        if (name == "n" || name == "percent")
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (name == "n") slots.back() = {name, counted(number, lang), number};
        if (name == "percent")  // in hundredths
            slots.back().text = percent_text({number, 10'000}, lang);
        if (name == "period") slots.back().text = period_text(parse_period(value), lang);
        if (name == "day" || name == "deadline" || name == "pair_day" || name == "known_until" ||
            name == "until")
            slots.back().text = day_text(parse_day(value), lang);
    }
    for (const std::string& key : keys)
        if (has_slots(label(key, lang), slots)) return fill(label(key, lang), slots);
    return f.text;
}

}  // namespace mandate::wording
