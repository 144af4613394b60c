#include "mandate/store/hash_chain.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <utility>
#include <vector>

namespace mandate {
namespace {

const ledger_identity ledger{"00112233445566778899aabbccddeeff", 420};

stored_event first_event() {
    stored_event e;
    e.seq = 1;
    e.effective_on = parse_day("2024-04-25");
    e.recorded_at_us = 1'714'021'200'000'000;
    e.actor = "VPTU";
    e.request_id = "r-1";
    e.kind = "task";
    for (char byte = 0; byte < 16; ++byte) e.salt += byte;
    e.payload = R"({"title":"Đề án"})";
    return e;
}

stored_event second_event() {
    stored_event e;
    e.seq = 2;
    e.effective_on = civil_day{-1};
    e.recorded_at_us = 1'714'021'200'000'001;
    e.kind = "complete";
    e.corrects = 1;
    e.salt = std::string(16, '\0');
    e.payload = "{}";
    return e;
}

// The expected hashes were computed by another program, in another language:
//
//     import hashlib
//     def lp(x):
//         x = x if isinstance(x, bytes) else str(x).encode()
//         return len(x).to_bytes(8, "little") + x
//     sha = lambda *fields: hashlib.sha256(b"".join(map(lp, fields))).digest()
//     ledger = "00112233445566778899aabbccddeeff"
//     genesis = sha(ledger, 420)
//     payload = sha(bytes(range(16)), '{"title":"Đề án"}')
//     event = sha(genesis, ledger, 1, 19838, 1714021200000000, "VPTU", "r-1", "task", 1, 0,
//     payload) second = sha(event, ledger, 2, -1, 1714021200000001, "", "", "complete", 1, 1,
//                  sha(bytes(16), "{}"))
//     for h in (genesis, payload, event, second): print(h.hex())
TEST(HashChain, IsWhatAnotherProgramComputes) {
    stored_event first = first_event();
    EXPECT_EQ(hex(genesis_hash(ledger)),
              "94f7842682e51de19c0fbfaf6d75fe46c4b32e4e2510ca9740835a18ce5c9893");
    first.payload_hash = payload_hash(first);
    EXPECT_EQ(hex(first.payload_hash),
              "32b4992bc88d1e4990b29fd82cc8aa583a009f1c396bcd7b7f843c775a9dfaff");
    first.hash = event_hash(genesis_hash(ledger), ledger, first);
    EXPECT_EQ(hex(first.hash), "308d2e46a5ac6de58e0a8da44485ba4b80f114978f82ea9f734a4bc9eaed4ebf");
    stored_event second = second_event();
    second.payload_hash = payload_hash(second);
    EXPECT_EQ(hex(event_hash(first.hash, ledger, second)),
              "eb301684ca104b56b8bf6c046e47f20d63447a987b6cd754ca08e587e2a6f9de");
}

/// Two sealed events, the second after the first.
std::vector<stored_event> sealed_chain() {
    std::vector<stored_event> chain{first_event(), second_event()};
    seal(chain[1], seal(chain[0], genesis_hash(ledger), ledger), ledger);
    return chain;
}

TEST(HashChain, ASealedEventFollowsTheOneBefore) {
    const auto chain = sealed_chain();
    EXPECT_EQ(chain[0].salt.size(), 16U);
    EXPECT_EQ(chain[0].payload_hash.size(), 32U);
    EXPECT_EQ(chain[0].hash.size(), 32U);
    EXPECT_EQ(misfit(chain[0], 1, genesis_hash(ledger), ledger), "");
    EXPECT_EQ(misfit(chain[1], 2, chain[0].hash, ledger), "");
}

TEST(HashChain, EachSealHasASaltOfItsOwn) {
    const auto a = sealed_chain();
    const auto b = sealed_chain();
    EXPECT_NE(a[0].salt, b[0].salt);
    EXPECT_NE(a[0].payload_hash, b[0].payload_hash) << "equal payloads cannot be recognised";
}

TEST(HashChain, AnyAlteredColumnIsFound) {
    const auto chain = sealed_chain();
    const struct {
        std::function<void(stored_event&)> alter;
        const char* says;
        const char* why;
    } cases[] = {
        {[](stored_event& e) { e.effective_on = e.effective_on + 1; }, "the hash does not fit",
         "day"},
        {[](stored_event& e) { ++e.recorded_at_us; }, "the hash does not fit", "time of recording"},
        {[](stored_event& e) { e.actor = "BTC"; }, "the hash does not fit", "actor"},
        {[](stored_event& e) { e.request_id = "x"; }, "the hash does not fit", "request"},
        {[](stored_event& e) { e.kind = "cancel"; }, "the hash does not fit", "kind"},
        {[](stored_event& e) { ++e.schema; }, "the hash does not fit", "schema"},
        {[](stored_event& e) { e.corrects = 0; }, "the hash does not fit", "corrected event"},
        {[](stored_event& e) { e.payload_hash[0] ^= 1; }, "the hash does not fit", "payload hash"},
        {[](stored_event& e) { e.hash[31] ^= 1; }, "the hash does not fit", "hash"},
        {[](stored_event& e) { e.hash.clear(); }, "the hash does not fit", "hash taken away"},
        {[](stored_event& e) { e.payload = "{ }"; }, "the payload was altered", "payload"},
        {[](stored_event& e) { e.salt[3] ^= 1; }, "the payload was altered", "salt"},
        {[](stored_event& e) { std::swap(e.actor, e.kind); }, "the hash does not fit",
         "columns swapped"},
        {[](stored_event& e) { e.request_id = e.kind, e.kind.clear(); }, "the hash does not fit",
         "a text moved into the column beside it"},
        {[](stored_event& e) { e.seq = 3; }, "event 2 is missing", "number"},
        {[](stored_event& e) { e.seq = 1; }, "event 1 is there twice", "number"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        stored_event altered = chain[1];
        c.alter(altered);
        EXPECT_EQ(misfit(altered, 2, chain[0].hash, ledger), c.says);
    }
}

TEST(HashChain, AnEventFitsItsOwnPlaceInItsOwnLedgerOnly) {
    const auto chain = sealed_chain();
    const ledger_identity other_id{"ffeeddccbbaa99887766554433221100", 420};
    EXPECT_EQ(misfit(chain[1], 2, genesis_hash(ledger), ledger), "the hash does not fit");
    EXPECT_EQ(misfit(chain[1], 2, chain[0].hash, other_id), "the hash does not fit");
    EXPECT_NE(genesis_hash(ledger), genesis_hash({ledger.id, 419})) << "the offset is covered too";
}

TEST(HashChain, AShreddedPayloadBreaksNoLaterEvent) {
    auto chain = sealed_chain();
    chain[0].payload.clear();
    EXPECT_EQ(misfit(chain[0], 1, genesis_hash(ledger), ledger), "the payload was altered")
        << "shredding takes payload and salt";
    chain[0].salt.clear();
    EXPECT_TRUE(chain[0].shredded());
    EXPECT_EQ(misfit(chain[0], 1, genesis_hash(ledger), ledger), "");
    EXPECT_EQ(event_hash(genesis_hash(ledger), ledger, chain[0]), chain[0].hash);
    EXPECT_EQ(misfit(chain[1], 2, chain[0].hash, ledger), "");
}

}  // namespace
}  // namespace mandate
