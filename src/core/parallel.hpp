// core/parallel.hpp: the same work for many numbers, shared out to the machine's cores.
//
//   in_parallel(meshes.size(), [&](std::size_t i) { prepare(meshes[i]); });
//
// Returns when all is done. The work must not throw, and no two numbers may write the same thing.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace tpatlas {

template <class Work>
void in_parallel(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(cores, count); ++i)
        others.emplace_back(take);
    take();
}

}  // namespace tpatlas
