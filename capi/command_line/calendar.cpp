#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

namespace command_line {

calendar calendar_of(const calendar_options& options) {
    if (options.ledger.empty()) {
        if (!options.agency.empty() || !options.view.known_at.empty() ||
            !options.view.as_of.empty())
            throw failure{"--agency, --as-of and --known-at ask a ledger, but none is named",
                          wrong_use};
        constexpr std::int32_t monday_to_friday = 31;
        return made<calendar>(mandate_calendar_new, monday_to_friday,
                              MANDATE_HOLIDAY_RULES_VIET_NAM, nullptr, std::size_t{0}, nullptr,
                              std::size_t{0});
    }
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    view_options through = options.view;
    if (through.as_of.empty()) through.as_of = std::to_string(options.year) + "-12-31";
    const mandate_view view = view_of(of, through);
    return made<calendar>(mandate_calendar_of_ledger, of.get(), &view, options.agency.data(),
                          options.agency.size());
}

int run(const calendar_options& options) {
    const calendar of = calendar_of(options);
    const std::int32_t format =
        options.format == "json" ? MANDATE_FORMAT_JSON : MANDATE_FORMAT_TEXT;
    const std::int32_t language = options.lang == "en"   ? MANDATE_LANGUAGE_EN
                                  : options.lang == "tr" ? MANDATE_LANGUAGE_TR
                                                         : MANDATE_LANGUAGE_VI;
    print(content(made<bytes>(mandate_calendar_report, of.get(), options.year, format, language)));
    // The report shows those of its year.
    const auto findings = made<table>(mandate_calendar_findings, of.get());
    constexpr std::int32_t facts = 2;  // {"day":"2024-05-04"} or {"year":"2024"}
    const std::string of_year = ":\"" + std::to_string(options.year);
    for (const std::string& each : column_of(findings, facts))
        if (each.find(of_year) == each.find(":\"")) return has_findings;
    return done;
}

}  // namespace command_line
