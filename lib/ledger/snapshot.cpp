// A snapshot is a heading and a body. The heading says by which records and which version of the
// library the body was written, and the body's digest; what does not fit is not read any further.
#include "ledger/snapshot.hpp"

#include "base/sha256.hpp"
#include "ledger/packing.hpp"

#include <array>
#include <cstring>
#include <exception>
#include <istream>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using packing::reader;
using packing::writer;
using slot = shared_dictionary::part::slot;

// In this order: what it gives to f is packed, read and counted alike.
template <class State, class F>
void each_rows(State& s, F&& f) {
    f(s.agencies), f(s.officials), f(s.posts), f(s.documents), f(s.meetings), f(s.conclusions);
    f(s.tasks), f(s.links), f(s.recommendations), f(s.indicators), f(s.clauses);
    f(s.document_reviews), f(s.terms), f(s.programmes), f(s.items), f(s.access_classes);
    f(s.consultations), f(s.attributes), f(s.policies), f(s.day_facts), f(s.work_calendars);
    f(s.holidays), f(s.signatures), f(s.shreddings), f(s.reviews), f(s.events);
}

std::uint64_t shape_of_state() {
    // Another version may read the same events in another way.
    std::uint64_t all = 0;
    for (const char c : std::string_view{MANDATE_LIBRARY_VERSION})
        all = packing::mix(all, static_cast<unsigned char>(c));
    // Dictionaries are kept with the hashes that this standard library computes.
    all = packing::mix(all, shared_dictionary::hash_of("mandate"));
    state s;
    each_rows(s, [&]<class Rows>(const Rows&) { all = packing::mix(all, packing::shape<Rows>()); });
    return all;
}

/// In this machine's order of bytes: another one reads another number.
constexpr std::uint64_t magic = 0x5041'4E53'5444'4E4D;  // "MNDTSNAP"

constexpr std::size_t digest_size = 32;

struct heading {
    std::uint64_t magic, shape;
    std::array<char, digest_size> digest;  ///< SHA-256 of what follows
};

// Its parts as they are: the same events in the same order make the same parts.
void put(writer& out, const shared_dictionary& of) {
    for (std::uint32_t i = 0; i < shared_dictionary::parts; ++i)
        if (const shared_dictionary::part* p = of.part_at(i)) {
            out.put(i + 1);
            out.put_text({reinterpret_cast<const char*>(p->slots().data()),
                          p->slots().size() * sizeof(slot)});
            out.put_text(p->texts());
        }
    out.put(std::uint32_t{0});
}

shared_dictionary dictionary_from(reader& in) {
    shared_dictionary all;
    while (const auto number = in.get<std::uint32_t>()) {
        const std::string_view bytes = in.text();
        std::vector<slot> slots(bytes.size() / sizeof(slot));
        std::memcpy(slots.data(), bytes.data(), slots.size() * sizeof(slot));
        std::string texts{in.text()};
        if (number > shared_dictionary::parts || !shared_dictionary::part::is_whole(slots, texts))
            throw packing::unreadable{};
        all.put_part(number - 1, {std::move(slots), std::move(texts)});
    }
    return all;
}

}  // namespace

std::string digest_of(const state& s) {
    writer out;
    each_rows(s, [&](const auto& rows) { out.put(rows); });
    put(out, s.codes());
    return sha256(out.bytes());
}

std::string pack_snapshot(const revision_of_ledger& r, const shredded_remains& remains) {
    writer out;
    out.bytes().resize(sizeof(heading));
    out.put(r.identity.id), out.put(r.identity.utc_offset_minutes);
    out.put(r.last.stored), out.put(r.last.computed), out.put(r.last_recorded_at_us);
    each_rows(r.record, [&](const auto& rows) { out.put(rows); });
    put(out, r.record.codes());
    put(out, r.requests);
    out.put(static_cast<std::uint32_t>(remains.size()));
    for (const auto& [seq, text] : remains) out.put(seq), out.put(text);
    std::string bytes = std::move(out.bytes());
    heading head{magic, shape_of_state(), {}};
    sha256(std::string_view{bytes}.substr(sizeof head)).copy(head.digest.data(), digest_size);
    std::memcpy(bytes.data(), &head, sizeof head);
    return bytes;
}

std::shared_ptr<revision_of_ledger> unpack_snapshot(std::istream& bytes, const ledger_identity& of,
                                                    shredded_remains& remains) {
    try {
        const std::streamoff size = bytes.seekg(0, std::ios::end).tellg();
        heading head{};
        if (!bytes.seekg(0).read(reinterpret_cast<char*>(&head), sizeof head) ||
            head.magic != magic || head.shape != shape_of_state())
            return nullptr;
        reader in{bytes, static_cast<std::size_t>(size) - sizeof head};
        auto r = std::make_shared<revision_of_ledger>();
        r->identity.id = in.get<std::string>();
        r->identity.utc_offset_minutes = in.get<int>();
        if (r->identity != of) return nullptr;
        r->last.stored = in.get<std::string>();
        r->last.computed = in.get<std::string>();
        r->last_recorded_at_us = in.get<std::int64_t>();
        each_rows(r->record, [&]<class Rows>(Rows& rows) { rows = in.get<Rows>(); });
        r->record.set_codes(dictionary_from(in));
        r->requests = dictionary_from(in);
        shredded_remains read;
        for (auto left = in.get<std::uint32_t>(); left > 0; --left) {
            const auto seq = in.get<std::int64_t>();
            read[seq] = in.get<std::string>();
        }
        if (!in.at_end() || in.digest() != std::string_view{head.digest.data(), digest_size})
            return nullptr;
        r->from_snapshot = true;
        remains = std::move(read);
        return r;
    } catch (const std::exception&) {  // damaged bytes may ask for anything
    }
    return nullptr;
}

}  // namespace mandate
