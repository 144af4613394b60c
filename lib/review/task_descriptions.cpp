#include "mandate/review/task_descriptions.hpp"

#include "mandate/review/review.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace mandate {

// Either all are described, or they are as they are asked for. What was made is never made again:
// references to it stay good.
struct task_descriptions::kept {
    std::unique_ptr<task_source> source;  // null: all are described
    std::vector<review_task> all;
    std::mutex making;  // guards `made`, and the source
    std::unordered_map<std::size_t, review_task> made;

    const review_task& at(std::size_t position) {
        if (!source) return all[position];
        const std::lock_guard lock{making};
        const auto found = made.find(position);
        if (found != made.end()) return found->second;
        return made.emplace(position, source->describe(position)).first->second;
    }
    // As at(), and the caller lets it go.
    review_task copy(std::size_t position) {
        if (!source) return all[position];
        const std::lock_guard lock{making};
        const auto found = made.find(position);
        return found != made.end() ? found->second : source->describe(position);
    }
};

task_descriptions::task_descriptions() = default;

task_descriptions::task_descriptions(std::unique_ptr<task_source> source)
    : kept_{std::make_shared<kept>()}, size_{source->size()} {
    kept_->source = std::move(source);
}

task_descriptions::task_descriptions(std::vector<review_task> described)
    : kept_{std::make_shared<kept>()}, size_{described.size()} {
    kept_->all = std::move(described);
}

const review_task& task_descriptions::operator[](std::size_t position) const {
    return kept_->at(position);
}

std::size_t task_descriptions::find(std::string_view code) const {
    if (kept_ == nullptr) return 0;
    if (kept_->source) return kept_->source->find(code);
    const auto found = std::find_if(kept_->all.begin(), kept_->all.end(),
                                    [&](const review_task& t) { return t.code == code; });
    return static_cast<std::size_t>(found - kept_->all.begin());
}

void task_descriptions::each(const std::function<void(const review_task&)>& take) const {
    for (std::size_t i = 0; i < size_; ++i) {
        if (kept_->source)
            take(kept_->copy(i));
        else
            take(kept_->all[i]);
    }
}

review_task& task_descriptions::edit(std::size_t position) {
    if (kept_->source || kept_.use_count() > 1) {
        std::vector<review_task> own;
        own.reserve(size_);
        for (std::size_t i = 0; i < size_; ++i) own.push_back(kept_->copy(i));
        *this = task_descriptions{std::move(own)};
    }
    return kept_->all[position];
}

}  // namespace mandate
