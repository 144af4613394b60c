#pragma once
// Events for the tests of the stores: each column filled, no two alike.

#include "mandate/base/civil_day.hpp"
#include "mandate/base/text.hpp"
#include "mandate/store/event_store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mandate {

inline stored_event sample_event(std::int64_t seq) {
    const std::string number = to_text(seq);
    stored_event e;
    e.seq = seq;
    e.effective_on = parse_day("2024-04-25") + static_cast<int>(seq);
    e.recorded_at_us = 1'714'021'200'000'000 + seq;
    e.actor = "Cơ quan " + number;
    e.request_id = seq % 2 == 0 ? "" : "request-" + number;
    e.kind = "task";
    e.schema = 1;
    e.corrects = seq / 2;
    e.salt = std::string{"\0salt\xFF", 6} + number;
    e.payload = R"({"code":"T)" + number + R"(","title":"Tham mưu đề án"})";
    e.payload_hash = std::string{"\0\x01\x02", 3} + number;
    e.hash = "hash " + number;
    return e;
}

/// The end of a log of sample events.
inline log_head at(std::int64_t revision) { return {revision, "hash " + to_text(revision)}; }

/// Events `first` to `last`, both included.
inline std::vector<stored_event> sample_events(std::int64_t first, std::int64_t last) {
    std::vector<stored_event> events;
    for (std::int64_t seq = first; seq <= last; ++seq) events.push_back(sample_event(seq));
    return events;
}

template <class Log>
std::vector<stored_event> events_after(Log& store, std::int64_t after) {
    std::vector<stored_event> events;
    store.read(after, [&](const stored_event& e) { events.push_back(e); });
    return events;
}

}  // namespace mandate
