#pragma once

#include "core/study/shard.h"

#include <functional>
#include <optional>
#include <string>

/// What Slurm tells a task about itself, in variables SLURM_*. What cannot be meant throws
/// std::invalid_argument with a sentence that names the variable.
namespace lab {

/// The value of a variable, null where it is not set: std::getenv, or a test's own.
using Environment = std::function<const char*(const char*)>;

/// A task's share of the cells.
struct TaskShard {
    Shard shard;
    std::string from; ///< the variables that tell it; empty where none does
};

/// From the array (SLURM_ARRAY_TASK_ID, _MIN, _MAX, _STEP and _COUNT), from srun (SLURM_PROCID and
/// SLURM_STEP_NUM_TASKS or SLURM_NTASKS), or from both: every task of every element has its own. Throws for
/// an array with gaps, whose elements do not tell which part they are, and in a batch script that has several
/// tasks and is none of them.
/// @param of_array whether the array's elements share the cells out
TaskShard shard_of_task(const Environment& environment, bool of_array);

/// SLURM_ARRAY_TASK_ID. Throws where it is not set.
std::size_t array_task(const Environment& environment);

/// SLURM_CPUS_PER_TASK; 0 where it is not set.
int cores_of_task(const Environment& environment);

/// Which of its node's tasks it is, from 0, where srun started several; else nothing: it may take all cards.
std::optional<int> task_on_node(const Environment& environment);

} // namespace lab
