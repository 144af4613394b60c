#pragma once
// Rows and a dictionary that revisions share: copying one copies pointers, and a write copies only
// the chunk it touches. So a reader keeps its revision while the writer goes on.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mandate {

/// Grows at the end only. Copies are cheap; writes to a copy do not show in the original. The
/// copies may be read by other threads while one is written.
template <class Row>
class shared_rows {
    static constexpr std::size_t chunk_rows = 256;
    using chunk = std::vector<Row>;

public:
    std::size_t size() const noexcept { return size_; }
    const Row& operator[](std::size_t i) const {
        return (*chunks_[i / chunk_rows])[i % chunk_rows];
    }
    Row& edit(std::size_t i) { return own(i / chunk_rows)[i % chunk_rows]; }
    Row& push_back(Row row) {
        if (size_ % chunk_rows == 0) {
            chunks_.push_back(std::make_shared<chunk>());
            chunks_.back()->reserve(chunk_rows);
        }
        chunk& last = own(chunks_.size() - 1);
        last.push_back(std::move(row));
        ++size_;
        return last.back();
    }

private:
    // A count of one means that only this object can reach the chunk: nobody can take another
    // reference meanwhile, because the writer's revision is private until it is published.
    chunk& own(std::size_t c) {
        if (chunks_[c].use_count() > 1) {
            auto copy = std::make_shared<chunk>();
            copy->reserve(chunk_rows);
            copy->insert(copy->end(), chunks_[c]->begin(), chunks_[c]->end());
            chunks_[c] = std::move(copy);
        }
        return *chunks_[c];
    }

    std::vector<std::shared_ptr<chunk>> chunks_;  // shared between revisions
    std::size_t size_ = 0;
};

/// Text -> number, never removed. Shared like shared_rows, in 1024 parts by hash.
class shared_dictionary {
    static constexpr std::size_t parts = 1024;
    struct hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const noexcept {
            return std::hash<std::string_view>{}(s);
        }
    };
    using part = std::unordered_map<std::string, std::uint32_t, hash, std::equal_to<>>;

public:
    shared_dictionary() : parts_(parts) {}

    std::optional<std::uint32_t> find(std::string_view text) const {
        const std::shared_ptr<part>& p = parts_[hash{}(text) % parts];
        if (!p) return std::nullopt;
        const auto found = p->find(text);
        if (found == p->end()) return std::nullopt;
        return found->second;
    }
    /// Calls take(text, number) for each, in no order.
    template <class Take>
    void each(Take&& take) const {
        for (const std::shared_ptr<part>& p : parts_)
            if (p)
                for (const auto& [text, number] : *p) take(text, number);
    }
    void set(std::string text, std::uint32_t number) {
        std::shared_ptr<part>& p = parts_[hash{}(text) % parts];
        if (!p)
            p = std::make_shared<part>();
        else if (p.use_count() > 1)
            p = std::make_shared<part>(*p);
        p->insert_or_assign(std::move(text), number);
    }

private:
    std::vector<std::shared_ptr<part>> parts_;  // shared between revisions
};

}  // namespace mandate
