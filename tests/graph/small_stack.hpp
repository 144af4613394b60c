#pragma once
// Whether something calls itself for each task shows where there is little room to do so.

#include <gtest/gtest.h>

#include <pthread.h>

namespace mandate {

/// Runs it on a thread whose stack has 256 KiB.
inline void on_a_small_stack(void (*body)()) {
    pthread_attr_t small;
    ASSERT_EQ(pthread_attr_init(&small), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&small, 256 * 1024), 0);
    pthread_t thread{};
    const auto run = [](void* given) -> void* {
        (*static_cast<void (**)()>(given))();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &small, run, &body), 0);
    ASSERT_EQ(pthread_join(thread, nullptr), 0);
    pthread_attr_destroy(&small);
}

}  // namespace mandate
