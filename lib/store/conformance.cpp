#include "mandate/store/conformance.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <exception>
#include <istream>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace mandate {
namespace {

/// Each column filled, no two alike.
stored_event event_number(std::int64_t seq) {
    const std::string number = to_text(seq);
    stored_event e;
    e.seq = seq;
    e.effective_on = parse_day("2024-04-25") + static_cast<int>(seq);
    e.recorded_at_us = 1'714'021'200'000'000 + seq;
    e.actor = "Cơ quan " + number;
    e.request_id = seq % 2 == 0 ? "" : "request-" + number;
    e.kind = "assign_task";
    e.schema = 1;
    e.corrects = seq / 2;
    e.salt = std::string{"\0salt\xFF", 6} + number;
    e.payload = R"({"task":"T)" + number + R"(","title_vi":"Tham mưu đề án '%$1"})";
    e.payload_hash = std::string{"\0\x01\x02", 3} + number;
    e.hash = "hash " + number;
    return e;
}

/// The end of a log of these.
log_head at(std::int64_t revision) { return {revision, "hash " + to_text(revision)}; }

std::vector<stored_event> events(std::int64_t first, std::int64_t last) {
    std::vector<stored_event> all;
    for (std::int64_t seq = first; seq <= last; ++seq) all.push_back(event_number(seq));
    return all;
}

std::vector<stored_event> events_after(event_store& store, std::int64_t after) {
    std::vector<stored_event> all;
    store.read(after, [&](const stored_event& e) { all.push_back(e); });
    return all;
}

std::string numbers(const std::vector<stored_event>& of) {
    std::string all;
    for (const stored_event& e : of) all += (all.empty() ? "" : " ") + to_text(e.seq);
    return "[" + all + "]";
}

class suite {
public:
    explicit suite(const store_under_test& store) : store_{store} {}

    std::vector<std::string> run() {
        attempt("is empty at first", [&] { is_empty_at_first(); });
        attempt("gives back what was appended", [&] { gives_back(); });
        attempt("keeps odd values as they are", [&] { keeps_odd_values(); });
        attempt("refuses a batch based on another revision", [&] { refuses_other_revisions(); });
        attempt("refuses a batch based on another event", [&] { refuses_other_events(); });
        attempt("tells the hash of an event", [&] { tells_hashes(); });
        attempt("an empty batch changes nothing", [&] { takes_empty_batches(); });
        attempt("refuses numbers that do not go on", [&] { refuses_gaps(); });
        attempt("a reader may stop half way", [&] { lets_readers_stop(); });
        attempt("takes a thousand events and long texts", [&] { takes_much(); });
        attempt("destroys words, or refuses to", [&] { shreds(); });
        attempt("tells no more events than there are", [&] { attests(); });
        attempt("opened beside itself, reads the same", [&] { has_another(); });
        attempt("makes a whole log, or none", [&] { makes_whole_logs(); });
        attempt("what it keeps beside the log comes back", [&] { keeps_snapshots(); });
        if (store_.reopen) {
            attempt("opened again, holds the same", [&] { keeps(); });
            attempt("of two writers one wins", [&] { lets_one_win(); });
            attempt("of two makers one wins", [&] { lets_one_make(); });
        }
        return std::move(problems_);
    }

private:
    template <class Body>
    void attempt(const char* promise, Body body) {
        promise_ = promise;
        try {
            body();
        } catch (const std::exception& e) {
            problem(std::string{"threw: "} + e.what());
        } catch (...) {
            problem("threw something that is no exception");
        }
    }

    void problem(const std::string& found) {
        problems_.push_back(std::string{promise_} + ": " + found);
    }

    void expect_revision(event_store& store, std::int64_t expected, const char* when) {
        const std::int64_t found = store.revision();
        if (found != expected)
            problem(std::string{when} + ", the revision is " + to_text(found) + ", not " +
                    to_text(expected));
    }

    void expect_events(event_store& store, std::int64_t after,
                       const std::vector<stored_event>& expected, const char* when) {
        const std::vector<stored_event> found = events_after(store, after);
        if (found == expected) return;
        if (found.size() != expected.size())
            return problem(std::string{when} + ", events " + numbers(found) + " are read after " +
                           to_text(after) + ", not " + numbers(expected));
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i] != expected[i])
                return problem(std::string{when} + ", event " + to_text(expected[i].seq) +
                               " does not come back as it was");
    }

    template <class Body>
    void expect_error(errc code, const char* when, Body body) {
        try {
            body();
        } catch (const error& e) {
            if (e.code() != code)
                problem(std::string{when} + ": " + std::string{name_of(e.code())} + ", not " +
                        std::string{name_of(code)} + ": " + e.what());
            return;
        }
        problem(std::string{when} + ": no error; expected " + std::string{name_of(code)});
    }

    void is_empty_at_first() {
        const auto store = store_.make();
        expect_revision(*store, 0, "at first");
        expect_events(*store, 0, {}, "at first");
        if (store->identity().id.size() != 32) problem("the id has not 32 digits");
        if (store->identity().utc_offset_minutes != 420) problem("the UTC offset is not kept");
    }

    void gives_back() {
        const auto store = store_.make();
        const ledger_identity identity = store->identity();
        store->append(at(0), events(1, 3));
        store->append(at(3), events(4, 4));
        expect_revision(*store, 4, "after two batches");
        expect_events(*store, 0, events(1, 4), "from the start");
        expect_events(*store, 2, events(3, 4), "from the middle");
        expect_events(*store, 4, {}, "from the end");
        expect_events(*store, 99, {}, "from after the end");
        expect_events(*store, -1, events(1, 4), "from before the start");
        if (store->identity() != identity) problem("the first event changed the identity");
    }

    void keeps_odd_values() {
        const auto store = store_.make();
        stored_event e = event_number(1);
        e.effective_on = first_day;
        e.recorded_at_us = std::numeric_limits<std::int64_t>::min();
        e.actor = "'; DROP TABLE event; --\x01\t\\x00\\";
        e.request_id.clear();
        e.payload = "{}";
        e.salt.clear();
        e.payload_hash = std::string(32, '\0');
        e.corrects = std::numeric_limits<std::int64_t>::max();
        store->append(at(0), {&e, 1});
        expect_events(*store, 0, {e}, "afterwards");
    }

    void refuses_other_revisions() {
        const auto store = store_.make();
        expect_error(errc::conflict, "the first batch, based on 7",
                     [&] { store->append(at(7), events(8, 8)); });
        expect_revision(*store, 0, "after that");
        store->append(at(0), events(1, 2));
        for (const std::int64_t expected : {0, 1, 3})
            expect_error(errc::conflict, "at revision 2, another",
                         [&] { store->append(at(expected), events(expected + 1, expected + 2)); });
        expect_events(*store, 0, events(1, 2), "after refusals");
        store->append(at(2), events(3, 3));
        expect_revision(*store, 3, "after a batch that fits");
    }

    // A log that fell back and was written on has the number again, but another event there.
    void refuses_other_events() {
        const auto store = store_.make();
        store->append(at(0), events(1, 2));
        const std::vector<std::int64_t> first{1};
        for (const char* hash : {"hash 1", "hash of another event", ""}) {
            const log_head other{2, hash};
            expect_error(errc::conflict, "at revision 2, another event 2",
                         [&] { store->append(other, events(3, 3)); });
            expect_error(errc::conflict, "at revision 2, nothing on another event 2",
                         [&] { store->append(other, {}); });
            try {
                store->append_and_shred(other, events(3, 3), first);
                problem("destroying, at another event 2: no error; expected conflict");
            } catch (const error& e) {
                if (e.code() != errc::conflict && e.code() != errc::refused) throw;
            }
        }
        expect_events(*store, 0, events(1, 2), "after refusals");
        store->append(at(2), events(3, 3));
        expect_revision(*store, 3, "after a batch that fits");
    }

    void tells_hashes() {
        const auto store = store_.make();
        const auto expect = [&](std::int64_t seq, const std::string& expected) {
            if (store->hash_of(seq) != expected)
                problem("that of event " + to_text(seq) + " is another one");
        };
        expect(1, "");
        store->append(at(0), events(1, 3));
        expect(2, event_number(2).hash);
        expect(3, event_number(3).hash);
        for (const std::int64_t none : {-1, 0, 4}) expect(none, "");
    }

    void attests() {
        const auto store = store_.make();
        const auto look = [&](std::int64_t there) {
            if (const std::int64_t told = store->attested(); told > there)
                problem("it tells " + to_text(told) + " events where there are " + to_text(there));
        };
        look(0);
        store->append(at(0), events(1, 3));
        look(3);
    }

    void has_another() {
        const auto store = store_.make();
        store->append(at(0), events(1, 3));
        const auto beside = store->another();
        if (!beside) return;
        expect_events(*beside, 0, events(1, 3), "beside it");
        store->append(at(3), events(4, 4));
        expect_events(*beside, 0, events(1, 4), "beside it, after another batch");
        expect_error(errc::read_only, "a batch appended there",
                     [&] { beside->append(at(4), events(5, 5)); });
    }

    void makes_whole_logs() {
        const auto store = store_.make();
        {
            const auto made = store->begin_log();
            if (!made) return;
            made->put(events(1, 2));
        }
        expect_revision(*store, 0, "after one that was given up");
        const auto made = store->begin_log();
        made->put(events(1, 2));
        made->put(events(3, 3));
        std::vector<stored_event> put;
        made->read(1, [&](const stored_event& e) { put.push_back(e); });
        if (put != events(2, 3)) problem("what was put in is not read from it");
        expect_revision(*store, 0, "before it is committed");
        made->commit();
        expect_revision(*store, 3, "after it is committed");
        expect_events(*store, 0, events(1, 3), "from the start");
    }

    void keeps_snapshots() {
        const auto store = store_.make();
        store->append(at(0), events(1, 1));
        const std::string bytes{"\0bytes\xFF", 7};
        store->keep_snapshot([&] { return bytes; });
        if (const auto kept = store->kept_snapshot();
            kept && std::string{std::istreambuf_iterator<char>{*kept}, {}} != bytes)
            problem("other bytes come back");
        store->drop_snapshot();
        if (store->kept_snapshot()) problem("some come back after they were dropped");
    }

    void takes_empty_batches() {
        const auto store = store_.make();
        store->append(at(0), {});
        expect_revision(*store, 0, "after an empty batch");
        store->append(at(0), events(1, 1));
        store->append(at(1), {});
        expect_revision(*store, 1, "after another");
        expect_error(errc::conflict, "an empty batch, based on 0",
                     [&] { store->append(at(0), {}); });
    }

    void refuses_gaps() {
        const auto store = store_.make();
        expect_error(errc::invalid_argument, "2, 3 at revision 0",
                     [&] { store->append(at(0), events(2, 3)); });
        std::vector<stored_event> gap = events(1, 3);
        gap.erase(gap.begin() + 1);
        expect_error(errc::invalid_argument, "1, 3 at revision 0",
                     [&] { store->append(at(0), gap); });
        expect_revision(*store, 0, "after refusals");
        expect_events(*store, 0, {}, "after refusals");
    }

    void lets_readers_stop() {
        struct enough {};
        const auto store = store_.make();
        store->append(at(0), events(1, 5));
        try {
            store->read(0, [](const stored_event&) { throw enough{}; });
            problem("what the reader threw did not come through");
        } catch (const enough&) {
        }
        expect_events(*store, 0, events(1, 5), "after that");
        store->append(at(5), events(6, 6));
        expect_revision(*store, 6, "after a batch");
    }

    void takes_much() {
        const auto store = store_.make();
        std::vector<stored_event> many = events(1, 1000);
        many[499].payload = R"({"text":")" + std::string(1'000'000, 'x') + R"("})";
        store->append(at(0), many);
        expect_events(*store, 0, many, "afterwards");
    }

    void shreds() {
        const auto store = store_.make();
        store->append(at(0), events(1, 3));
        const std::vector<std::int64_t> seqs{2};
        try {
            store->append_and_shred(at(3), events(4, 4), seqs);
        } catch (const error& e) {
            if (e.code() != errc::refused) throw;
            return expect_events(*store, 0, events(1, 3), "after it refused");
        }
        std::vector<stored_event> expected = events(1, 4);
        expected[1].salt.clear();
        expected[1].payload.clear();
        expect_events(*store, 0, expected, "after the words of event 2 were destroyed");
        expect_error(errc::conflict, "destroying, based on 3", [&] {
            store->append_and_shred(at(3), events(4, 4), std::vector<std::int64_t>{1});
        });
        expect_events(*store, 0, expected, "after a refusal");
    }

    void keeps() {
        ledger_identity identity;
        {
            const auto store = store_.make();
            store->append(at(0), events(1, 3));
            identity = store->identity();
        }
        const auto store = store_.reopen();
        if (store->identity() != identity) problem("the identity is another one");
        expect_events(*store, 0, events(1, 3), "opened again");
        store->append(at(3), events(4, 4));
        expect_revision(*store_.reopen(), 4, "opened a third time");
    }

    void lets_one_win() {
        const auto first = store_.make();
        first->append(at(0), events(1, 1));
        const auto second = store_.reopen();
        for (std::int64_t n = 1; n < 9; n += 2) {
            first->append(at(n), events(n + 1, n + 1));
            expect_error(errc::conflict, "the slower of two writers",
                         [&] { second->append(at(n), events(n + 1, n + 1)); });
            expect_revision(*second, n + 1, "the slower one");
            second->append(at(n + 1), events(n + 2, n + 2));
            expect_events(*first, 0, events(1, n + 2), "the faster one");
        }
    }

    void lets_one_make() {
        const auto first = store_.make();
        const auto second = store_.reopen();
        first->append(at(0), events(1, 2));
        expect_error(errc::conflict, "the second to make the log",
                     [&] { second->append(at(0), events(1, 1)); });
        expect_revision(*second, 2, "the second to make the log");
        if (second->identity() != first->identity()) problem("the two have two identities");
        second->append(at(2), events(3, 3));
        expect_events(*first, 0, events(1, 3), "afterwards");
    }

    const store_under_test& store_;
    const char* promise_ = "";
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> conformance_problems(const store_under_test& store) {
    return suite{store}.run();
}

}  // namespace mandate
