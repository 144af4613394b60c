#include "network_plan.hpp"

#include <algorithm>
#include <optional>

namespace mandate::bench {
namespace {

using index = std::uint32_t;

class generator {
public:
    generator(index tasks, const plan_shape& shape, std::uint64_t seed)
        : random_{seed},
          shape_{shape},
          programmes_{std::max(1U, tasks / shape.tasks_per_programme)},
          layer_(tasks) {
        made_.duration.resize(tasks);
        made_.programme.resize(tasks);
        made_.agency.resize(tasks);
    }

    network_plan run() {
        make_tasks();
        make_links();
        return std::move(made_);
    }

private:
    void make_tasks() {
        std::vector<index> lead;
        for (index k = 0; k < programmes_; ++k) lead.push_back(random_.below(made_.agencies));
        for (index k = 0; k < programmes_; ++k)
            if (lead[k] < 8) hubs_.push_back(k);
        const auto tasks = static_cast<std::uint64_t>(made_.duration.size());
        first_in_layer_.reserve(std::size_t{programmes_} * shape_.layers + 1);
        by_layer_.reserve(tasks);
        std::vector<std::vector<index>> layers(shape_.layers);
        for (index k = 0; k < programmes_; ++k) {
            for (auto& layer : layers) layer.clear();
            const auto first = static_cast<index>(tasks * k / programmes_);
            const auto last = static_cast<index>(tasks * (k + 1) / programmes_);
            for (index t = first; t < last; ++t) {
                made_.programme[t] = k;
                made_.duration[t] = 1 + static_cast<std::int32_t>(random_.below(60));
                made_.agency[t] = random_.unit() < 0.8 ? lead[k] : random_.below(made_.agencies);
                layer_[t] = random_.below(shape_.layers);
                layers[layer_[t]].push_back(t);
            }
            for (const auto& layer : layers) {
                first_in_layer_.push_back(static_cast<index>(by_layer_.size()));
                by_layer_.insert(by_layer_.end(), layer.begin(), layer.end());
            }
        }
        first_in_layer_.push_back(static_cast<index>(by_layer_.size()));
    }

    void make_links() {
        const double mean = shape_.predecessors * 48.0 / 47.0;  // one layer in 48 has none
        std::vector<index> before;
        for (index t = 0; t < layer_.size(); ++t) {
            if (layer_[t] == 0) continue;
            before.clear();
            int wanted = static_cast<int>(mean);
            if (random_.unit() < mean - wanted) ++wanted;
            wanted += static_cast<int>(random_.below(3)) - 1;
            for (int i = 0; i < wanted; ++i)
                if (const auto u = predecessor(t, before)) {
                    before.push_back(*u);
                    made_.links.push_back(link(*u, t));
                }
        }
    }

    std::optional<index> predecessor(index t, const std::vector<index>& taken) {
        for (int attempt = 0; attempt < 4; ++attempt) {
            const bool here = programmes_ == 1 || random_.unit() >= shape_.from_elsewhere;
            const index programme = here ? made_.programme[t] : elsewhere(made_.programme[t]);
            const index back = std::min(1 + random_.below(here ? 3 : 6), layer_[t]);
            const std::size_t cell = std::size_t{programme} * shape_.layers + (layer_[t] - back);
            const index first = first_in_layer_[cell], count = first_in_layer_[cell + 1] - first;
            if (count == 0) continue;
            const index u = by_layer_[first + random_.below(count)];
            if (std::find(taken.begin(), taken.end(), u) == taken.end()) return u;
        }
        return std::nullopt;
    }

    index elsewhere(index programme) {
        if (!hubs_.empty() && random_.unit() < 0.25)
            return hubs_[random_.below(static_cast<index>(hubs_.size()))];
        const index away = 1 + random_.below(40);
        const index k = (random_.next() & 1) != 0 ? programme + away : programme - away;
        return k < programmes_ ? k : random_.below(programmes_);
    }

    dependency link(index before, index after) {
        dependency d{before, after};
        const double x = random_.unit();
        d.type = x < 0.90   ? link_kind::finish_start
                 : x < 0.96 ? link_kind::start_start
                 : x < 0.99 ? link_kind::finish_finish
                            : link_kind::start_finish;
        if (random_.unit() >= 0.8) d.lag = static_cast<std::int32_t>(random_.below(11));
        return d;
    }

    random_numbers random_;
    const plan_shape shape_;
    const index programmes_;
    std::vector<index> layer_;
    std::vector<index> hubs_;            // programmes led by one of eight agencies
    std::vector<index> first_in_layer_;  // of programme k, layer l: entry k * layers + l
    std::vector<index> by_layer_;
    network_plan made_;
};

}  // namespace

network_plan make_network_plan(std::uint32_t tasks, const plan_shape& shape, std::uint64_t seed) {
    return generator{tasks, shape, seed}.run();
}

}  // namespace mandate::bench
