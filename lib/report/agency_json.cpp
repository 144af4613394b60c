// Agencies that wait for each other, and how they work together, as JSON.

#include "mandate/base/text.hpp"
#include "mandate/report/agency_report.hpp"
#include "model/json_writer.hpp"

namespace mandate {
namespace {

void put_rows(json_writer& out, std::string_view key, const table& rows) {
    out.key(key);
    out.begin_array();
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        out.begin_object();
        for (std::size_t c = 0; c < rows.columns().size(); ++c) {
            const column& of = rows.columns()[c];
            if (of.valid[row] == 0) continue;  // missing: the key is left out
            out.key(of.name);
            if (of.type == column_type::text)
                out.value(*rows.text(row, c));
            else
                out.value(*rows.number(row, c));
        }
        out.end_object();
    }
    out.end_array();
}

}  // namespace

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
