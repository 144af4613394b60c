// Agencies that wait for each other, and how they work together, as JSON.

#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "report/json_rows.hpp"

namespace mandate {

std::string agency_json(const agency_waits& waits) {
    json_writer out;
    out.begin_object();
    out.key("schema");
    out.value(std::int64_t{1});
    out.key("as_of");
    out.value(to_text(waits.as_of));
    put_rows(out, "bottlenecks", waits.bottlenecks);
    put_rows(out, "pairs", waits.pairs);
    put_rows(out, "mutual_waiting", waits.mutual_waiting);
    put_rows(out, "cycles", waits.cycles);
    out.end_object();
    return out.take() + '\n';
}

std::string coordination_json(const coordination_figures& figures) {
    json_writer out;
    out.begin_object();
    out.key("schema");
    out.value(std::int64_t{1});
    out.key("as_of");
    out.value(to_text(figures.as_of));
    out.key("period");
    out.value(to_text(figures.of));
    put_rows(out, "network", figures.network);
    put_rows(out, "pairs", figures.pairs);
    put_rows(out, "mutual", figures.mutual);
    out.end_object();
    return out.take() + '\n';
}

}  // namespace mandate
