#include "model/apply_records.hpp"

#include <utility>

namespace mandate {
namespace {

using f = field;
using k = command_kind;

row_number end_agency(state& s, const standing& at, const event_reader& r, agency_ending how) {
    const row_number row = r.row(f::agency);
    s.agencies.edit(row).ended.put(
        at, {how, r.rows(f::into), r.texts(f::duty), r.row(f::document), r.text(f::reason)});
    return row;
}

}  // namespace

std::optional<row_number> put_organisation(state& s, const event& e, const standing& at,
                                           const event_reader& r) {
    switch (e.command.kind) {
        case k::add_agency: {
            agency_record::statement told{r.name(),
                                          r.aliases(),
                                          r.choice(f::agency_kind, agency_kind::agency),
                                          r.text(f::identifier_old),
                                          r.text(f::identifier_new),
                                          r.row(f::parent),
                                          r.rows(f::member),
                                          r.day(f::until),
                                          r.remarks()};
            const row_number row = subject(s, s.agencies, entity_kind::agency, e, f::agency);
            s.agencies.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::merge_agency:
            return end_agency(s, at, r, agency_ending::merged);
        case k::split_agency:
            return end_agency(s, at, r, agency_ending::split);
        case k::dissolve_agency:
            return end_agency(s, at, r, agency_ending::dissolved);
        case k::rename_agency: {
            const row_number row = r.row(f::agency);
            s.agencies.edit(row).renamed.put(at, {r.name(), r.row(f::document)});
            return row;
        }
        case k::move_agency: {
            const row_number row = r.row(f::agency);
            s.agencies.edit(row).moved.put(at, {r.row(f::parent), r.row(f::document)});
            return row;
        }
        case k::hand_over: {
            const row_number row = r.row(f::agency);
            agency_record::handing handed{r.row(f::into),         r.row(f::recommendation),
                                          r.row(f::indicator),    r.row(f::document_review),
                                          r.row(f::consultation), r.row(f::task),
                                          r.row(f::blamed_in),    r.row(f::conclusion),
                                          r.row(f::review),       r.row(f::item),
                                          std::nullopt,           r.text(f::expected),
                                          r.row(f::document)};
            if (e.command.has(f::period)) handed.span = r.span(f::period);
            s.agencies.edit(row).handed.put(at, std::move(handed));
            return row;
        }
        case k::charge_field: {
            const row_number row = r.row(f::agency);
            s.agencies.edit(row).charges.put(at, {r.text(f::field_of_work), r.row(f::post),
                                                  r.day(f::until), r.row(f::document)});
            return row;
        }
        case k::add_official: {
            const row_number row = subject(s, s.officials, entity_kind::official, e, f::official);
            s.officials.edit(row).stated.put(at, {r.text(f::name_vi), r.remarks()});
            return row;
        }
        case k::add_post: {
            post_record::statement told{r.row(f::agency), r.name(),
                                        r.choice(f::heads_agency, 1) == 2};
            const row_number row = subject(s, s.posts, entity_kind::post, e, f::post);
            s.posts.edit(row).stated.put(at, std::move(told));
            return row;
        }
        case k::hold_post: {
            const row_number row = r.row(f::official);
            s.officials.edit(row).holds.put(at, {r.row(f::post), r.day(f::until)});
            return row;
        }
        case k::leave_post: {
            const row_number row = r.row(f::official);
            s.officials.edit(row).left.put(at,
                                           {r.row(f::post), r.row(f::document), r.text(f::reason)});
            return row;
        }
        case k::add_term: {
            term_record::statement told{r.row(f::body), r.name(), *r.day(f::from_day),
                                        r.day(f::until), r.remarks()};
            const row_number row = subject(s, s.terms, entity_kind::term, e, f::term);
            s.terms.edit(row).stated.put(at, std::move(told));
            return row;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace mandate
