#include "core/study/task_environment.h"

#include "core/base/whole_number.h"

#include <stdexcept>

namespace lab {

namespace {

constexpr auto most = static_cast<std::int64_t>(most_shards);

/// A variable that is set to nothing is not set.
std::optional<std::int64_t> number_in(const Environment& environment, const std::string& name,
                                      std::int64_t least, std::int64_t greatest) {
    const char* const text = environment(name.c_str());
    if (text == nullptr || *text == '\0')
        return std::nullopt;
    return whole_number_from(text, name, least, greatest);
}

/// Of how many, counted from 0, and the variables that tell it.
struct Place {
    std::int64_t index = 0, count = 1;
    std::string from;
};

Place place_in_array(const Environment& environment) {
    const auto id = number_in(environment, "SLURM_ARRAY_TASK_ID", 0, most * 1000);
    if (!id)
        return {};
    const auto count = number_in(environment, "SLURM_ARRAY_TASK_COUNT", 1, most);
    if (!count)
        throw std::invalid_argument(
            "SLURM_ARRAY_TASK_COUNT: expected how many tasks the array has, found nothing, beside "
            "SLURM_ARRAY_TASK_ID=" +
            std::to_string(*id) + ": name the part with --shard");
    const std::int64_t first = number_in(environment, "SLURM_ARRAY_TASK_MIN", 0, most * 1000).value_or(0);
    const std::int64_t step = number_in(environment, "SLURM_ARRAY_TASK_STEP", 1, most * 1000).value_or(1);
    const std::int64_t last =
        number_in(environment, "SLURM_ARRAY_TASK_MAX", 0, most * 1000).value_or(first + (*count - 1) * step);
    const std::string all = std::to_string(first) + "-" + std::to_string(last) +
                            (step > 1 ? ":" + std::to_string(step) : std::string());
    if (last < first || (last - first) / step + 1 != *count)
        throw std::invalid_argument(
            "SLURM_ARRAY_TASK_COUNT: an array with gaps (" + std::to_string(*count) + " tasks of " + all +
            ") does not tell which part of the cells a task has: say --cells task where the array's numbers "
            "are those of cells, or name the part with --shard");
    if (*id < first || *id > last || (*id - first) % step != 0)
        throw std::invalid_argument("SLURM_ARRAY_TASK_ID: expected one of " + all + ", found " +
                                    std::to_string(*id));
    return {(*id - first) / step, *count, "SLURM_ARRAY_TASK_ID=" + std::to_string(*id) + " of " + all};
}

Place place_in_step(const Environment& environment) {
    const auto of_step = number_in(environment, "SLURM_STEP_NUM_TASKS", 1, most);
    const auto tasks = of_step ? of_step : number_in(environment, "SLURM_NTASKS", 1, most);
    const auto rank = number_in(environment, "SLURM_PROCID", 0, most);
    const auto set = [&](const char* name) {
        const char* const text = environment(name);
        return text != nullptr && *text != '\0';
    };
    if (tasks.value_or(1) == 1 && rank.value_or(0) == 0)
        return {};
    if (!tasks || !rank)
        throw std::invalid_argument(
            std::string(tasks ? "SLURM_PROCID" : "SLURM_NTASKS") + ": expected a number beside " +
            (tasks ? "SLURM_NTASKS=" + std::to_string(*tasks) : "SLURM_PROCID=" + std::to_string(*rank)) +
            ", found nothing: start the program with srun, or name the part with --shard");
    // A batch script has rank 0 of all tasks, and runs the program once.
    if (set("SLURM_JOB_ID") && !set("SLURM_STEP_ID"))
        throw std::invalid_argument("SLURM_NTASKS: the job has " + std::to_string(*tasks) +
                                    " tasks, and this is its batch script, which is none of them: start the "
                                    "program with srun, or say "
                                    "--shard 1/1 for all cells here");
    if (*rank >= *tasks)
        throw std::invalid_argument("SLURM_PROCID: expected less than the number of tasks, " +
                                    std::to_string(*tasks) + ", found " + std::to_string(*rank));
    return {*rank, *tasks, "SLURM_PROCID=" + std::to_string(*rank) + " of " + std::to_string(*tasks)};
}

} // namespace

TaskShard shard_of_task(const Environment& environment, bool of_array) {
    const Place array = of_array ? place_in_array(environment) : Place{};
    const Place step = place_in_step(environment);
    if (array.count > most / step.count)
        throw std::invalid_argument("SLURM_ARRAY_TASK_COUNT: expected at most " + std::to_string(most) +
                                    " tasks in all, found " + std::to_string(array.count) + " times " +
                                    std::to_string(step.count));
    const std::string both = array.from.empty() || step.from.empty() ? "" : ", ";
    return {{static_cast<std::size_t>(array.index * step.count + step.index + 1),
             static_cast<std::size_t>(array.count * step.count)},
            array.from + both + step.from};
}

std::size_t array_task(const Environment& environment) {
    const auto id = number_in(environment, "SLURM_ARRAY_TASK_ID", 0, most * 1000);
    if (!id)
        throw std::invalid_argument("SLURM_ARRAY_TASK_ID: expected the number of a cell, found nothing: "
                                    "--cells task is for the tasks of an array");
    return static_cast<std::size_t>(*id);
}

int cores_of_task(const Environment& environment) {
    return static_cast<int>(number_in(environment, "SLURM_CPUS_PER_TASK", 1, 1024).value_or(0));
}

std::optional<int> task_on_node(const Environment& environment) {
    const auto tasks = number_in(environment, "SLURM_STEP_NUM_TASKS", 1, most);
    const auto place = number_in(environment, "SLURM_LOCALID", 0, most);
    if (!place || tasks.value_or(1) == 1)
        return std::nullopt;
    return static_cast<int>(*place);
}

} // namespace lab
