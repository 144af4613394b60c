#include "asking.hpp"

#include "files.hpp"

#include <chrono>

namespace command_line {
namespace {

std::int32_t offset_of(const ledger& of) {
    std::int32_t minutes = 0;
    call(mandate_ledger_utc_offset, of.get(), &minutes);
    return minutes;
}

/// The only place where Mandate reads a clock.
std::chrono::sys_time<std::chrono::microseconds> clock_now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::int32_t civil_day_of(std::chrono::sys_time<std::chrono::microseconds> now, const ledger& of) {
    const auto local = now + std::chrono::minutes{offset_of(of)};
    return static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::days>(local).time_since_epoch().count());
}

}  // namespace

ledger open_ledger(const std::string& path, std::int32_t mode) {
    ledger opened = made<ledger>(mandate_ledger_open, path.data(), path.size(), mode, viet_nam);
    const auto damaged =
        made<table>(mandate_ledger_findings, static_cast<const mandate_ledger*>(opened.get()));
    if (const auto count = mandate_table_rows(damaged.get()); count != 0)
        print_line_of_error("note: ",
                            std::to_string(count) +
                                (count == 1 ? " damaged place is" : " damaged places are") +
                                " set aside and the rest is served; `mandate verify` lists " +
                                (count == 1 ? "it" : "them"));
    return opened;
}

std::int64_t revision_of(const ledger& of) {
    std::int64_t revision = 0;
    call(mandate_ledger_revision, of.get(), &revision);
    return revision;
}

std::int32_t day_in(const std::string& text) {
    std::int32_t day = 0;
    call(mandate_day_parse, text.data(), text.size(), &day);
    return day;
}

mandate_act act_now(const ledger& into, const act_options& options) {
    const auto now = clock_now();
    mandate_act act{};
    act.struct_size = sizeof act;
    act.today = options.today.empty() ? civil_day_of(now, into)
                                      : about("--today", [&] { return day_in(options.today); });
    act.now_us = now.time_since_epoch().count();
    act.actor = options.actor.data();
    act.actor_len = options.actor.size();
    act.request_id = options.request_id.data();
    act.request_id_len = options.request_id.size();
    return act;
}

mandate_view view_of(const ledger& of, const view_options& options) {
    mandate_view view{};
    view.struct_size = sizeof view;
    view.as_of = options.as_of.empty() ? civil_day_of(clock_now(), of)
                                       : about("--as-of", [&] { return day_in(options.as_of); });
    if (!options.known_at.empty())
        about("--known-at", [&] {
            call(mandate_instant_parse, options.known_at.data(), options.known_at.size(),
                 offset_of(of), &view.known_at_us);
        });
    // The instant 0 lies before all records, but as a number it would mean all of them.
    if (!options.known_at.empty() && view.known_at_us == MANDATE_HEAD) view.known_at_us = -1;
    view.viewer = options.viewer.data();
    view.viewer_len = options.viewer.size();
    return view;
}

void put(const batch& arguments, std::int32_t field, const std::string& value) {
    if (!value.empty())
        call(mandate_batch_text, arguments.get(), field, value.data(), value.size());
}

}  // namespace command_line
