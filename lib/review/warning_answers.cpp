// The early warnings of a day, as a table.

#include "mandate/model/descriptor.hpp"
#include "review/answers.hpp"
#include "review/warnings.hpp"

namespace mandate {

using f = field;

table answer_warnings(const lens& through, const arguments& args) {
    warning_limits limits;
    const auto take = [&](f id, auto& limit) {
        if (const auto given = args.integer(id)) limit = static_cast<int>(*given);
    };
    take(f::due_within, limits.due_within);
    take(f::silent_after, limits.silent_after);
    take(f::answer_within, limits.answer_within);
    take(f::term_within, limits.term_within);
    const row_number agency = asked_row(through, args, f::agency);
    const state& s = through.record;
    const std::string rule = escalation_on(through).decision;
    answer_rows out{question_kind::warnings};
    for (const warning& w : warnings_of(through, limits)) {
        if (agency != no_row && !contains(w.next, agency)) continue;
        out.put(std::int64_t{w.level});
        out.put(name_of(w.kind));
        out.put(name_of(w.of));
        out.put(code_of(s, w.of, w.thing));
        out.put(codes_of(s.agencies, w.next));
        out.put(w.due);
        out.put(w.due ? std::optional<std::int64_t>{w.days} : std::nullopt);
        out.put(code_of(s.tasks, w.because));
        out.put(codes_of(s.agencies, w.tell));
        out.put(rule);
        std::string measures;
        for (const std::string_view one : w.judged_by)
            measures.append(measures.empty() ? "" : " ").append(one);
        out.put(measures);
        out.put(w.forecast);
        out.put(w.forecast ? std::optional<std::int64_t>{w.forecast_delay} : std::nullopt);
    }
    return out.finish(args);
}

}  // namespace mandate
