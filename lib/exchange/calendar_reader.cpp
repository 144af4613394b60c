#include "mandate/exchange/calendar_reader.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"

#include <boost/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>

namespace mandate {
namespace {

namespace json = boost::json;
using f = field;

std::string_view view_of(json::string_view text) noexcept { return {text.data(), text.size()}; }

/// One object of the text, whose members have the names and types of fields.
class members {
public:
    members(const json::value& from, std::string where,
            std::initializer_list<std::string_view> known)
        : where_{std::move(where)} {
        if (!from.is_object()) refuse(errc::malformed, "", "is not an object");
        object_ = &from.get_object();
        for (const auto& member : *object_) {
            const std::string_view name = view_of(member.key());
            bool found = false;
            for (const std::string_view one : known) found = found || one == name;
            if (!found) refuse(errc::unknown_field, name, "is not known");
        }
    }

    const json::value* find(std::string_view name) const {
        const auto at = object_->find({name.data(), name.size()});
        return at == object_->end() || at->value().is_null() ? nullptr : &at->value();
    }
    std::string text(std::string_view name) const {
        const json::value* v = find(name);
        if (v == nullptr) return "";
        if (!v->is_string()) refuse(errc::malformed, name, "is not a text");
        return nfc(view_of(v->get_string()));
    }
    std::optional<civil_day> day(std::string_view name) const {
        const std::string given = text(name);
        if (given.empty()) return std::nullopt;
        try {
            return parse_day(given);
        } catch (const error& e) {
            throw e.at(path(name), {{"member", path(name)}});
        }
    }
    std::optional<std::int64_t> choice(f id) const {
        const std::string_view name = descriptor_of(id).name;
        const std::string given = text(name);
        if (given.empty()) return std::nullopt;
        const auto number = choice_number(id, given);
        if (!number) refuse(errc::out_of_range, name, "cannot be " + in_quotes(given));
        return number;
    }
    std::int64_t integer(std::string_view name) const {
        const json::value* v = find(name);
        if (v == nullptr) refuse(errc::missing_field, name, "is needed");
        if (!v->is_int64()) refuse(errc::malformed, name, "is not a whole number");
        return v->get_int64();
    }
    const json::array* array(std::string_view name) const {
        const json::value* v = find(name);
        if (v == nullptr) return nullptr;
        if (!v->is_array()) refuse(errc::malformed, name, "is not an array");
        return &v->get_array();
    }

    std::string path(std::string_view name) const {
        return where_.empty() || name.empty() ? where_ + std::string{name}
                                              : where_ + "." + std::string{name};
    }
    [[noreturn]] void refuse(errc code, std::string_view name, const std::string& why) const {
        const std::string which = path(name);
        throw error{code,
                    "calendar: " + (which.empty() ? std::string{"the text"} : which) + " " + why,
                    {{"member", which}}};
    }

private:
    std::string where_;
    const json::object* object_ = nullptr;
};

std::string entry(const char* list, std::size_t index) {
    return std::string{list} + "[" + to_text(static_cast<long long>(index)) + "]";
}

std::uint8_t weekdays_of(const members& top) {
    const json::array* list = top.array("weekdays");
    if (list == nullptr) return monday_to_friday;
    unsigned bits = 0;
    for (const json::value& one : *list) {
        const auto number =
            one.is_string() ? choice_number(f::weekday, view_of(one.get_string())) : std::nullopt;
        if (!number)
            top.refuse(errc::out_of_range, "weekdays",
                       "has an entry that is none of monday ... sunday");
        bits |= 1U << (*number - 1);
    }
    return static_cast<std::uint8_t>(bits);
}

holiday_choice choice_in(const json::value& from, std::size_t index) {
    const members m{from,
                    entry("years", index),
                    {"year", "tet_window", "national_day_side", "decision", "announced_on"}};
    holiday_choice c;
    const std::int64_t year = m.integer("year");
    if (year < first_day.year() || year > last_day.year())
        m.refuse(errc::out_of_range, "year", "lies outside 1900 to 2199");
    c.year = static_cast<int>(year);
    if (const auto n = m.choice(f::tet_window)) c.tet = static_cast<tet_window>(*n);
    if (const auto n = m.choice(f::national_day_side))
        c.national_day = static_cast<national_day_side>(*n);
    c.decision = m.text("decision");
    c.announced_on = m.day("announced_on");
    return c;
}

day_exception exception_in(const json::value& from, std::size_t index) {
    const members m{from,
                    entry("exceptions", index),
                    {"day", "day_kind", "pair_day", "name_vi", "name_en", "name_tr", "decision",
                     "announced_on", "agency"}};
    const auto day = m.day("day");
    const auto kind = m.choice(f::day_kind);
    if (!day) m.refuse(errc::missing_field, "day", "is needed");
    if (!kind) m.refuse(errc::missing_field, "day_kind", "is needed");
    day_exception e;
    e.day = *day;
    e.worked = *kind == static_cast<std::int64_t>(day_kind::worked);
    e.pair = m.day("pair_day");
    e.name_vi = m.text("name_vi");
    e.name_en = m.text("name_en");
    e.name_tr = m.text("name_tr");
    e.decision = m.text("decision");
    e.announced_on = m.day("announced_on");
    e.agency = m.text("agency");
    return e;
}

}  // namespace

calendar_definition read_calendar(std::string_view text) {
    boost::system::error_code failed;
    const json::value parsed = json::parse({text.data(), text.size()}, failed);
    if (failed) throw error{errc::malformed, "calendar: the text is not JSON: " + failed.message()};
    const members top{parsed,
                      "",
                      {"weekdays", "holiday_rules", "holiday_history", "known_on", "agency",
                       "years", "exceptions"}};
    calendar_definition d;
    d.weekdays = weekdays_of(top);
    d.rules = static_cast<holiday_rules>(
        top.choice(f::holiday_rules).value_or(static_cast<int>(holiday_rules::viet_nam)));
    const auto history = top.choice(f::holiday_history);
    if (!history || *history == static_cast<std::int64_t>(history_kind::known))
        d.history = viet_nam_history();
    d.known_on = top.day("known_on");
    d.agency = top.text("agency");
    if (const json::array* years = top.array("years"))
        for (std::size_t i = 0; i < years->size(); ++i)
            d.history.choices.push_back(choice_in((*years)[i], i));
    if (const json::array* list = top.array("exceptions"))
        for (std::size_t i = 0; i < list->size(); ++i)
            d.exceptions.push_back(exception_in((*list)[i], i));
    return d;
}

}  // namespace mandate
