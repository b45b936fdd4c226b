#include "core/study/sweep_cells.h"

#include "core/run/device.h"
#include "core/run/setup_findings.h"
#include "core/study/cell_contents.h"
#include "core/study/cell_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>

namespace lab {

namespace {

using Notices = std::vector<std::pair<Notice, int>>;

void count(const Notice& notice, Notices& all) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& known) { return known.first == notice; });
    if (found == all.end())
        all.emplace_back(notice, 1);
    else
        ++found->second;
}

/// Model, data and device of many cells, each looked at once.
class Ground {
  public:
    void check(const ExperimentSpec& spec) {
        if (devices_.insert(spec.device).second)
            device_named(spec.device);
        const ModelOptions& told = spec.model_options;
        const bool looked_at = std::any_of(seen_.begin(), seen_.end(), [&](const ExperimentSpec& before) {
            return before.model == spec.model && before.model_options == told && before.data == spec.data &&
                   before.data_dir == spec.data_dir;
        });
        if (looked_at)
            return;
        const SetupFindings findings = look_at_setup(spec);
        for (const std::string& fault : {findings.model_fault, findings.data_fault})
            if (!fault.empty())
                throw std::invalid_argument(fault);
        seen_.push_back(spec);
    }

  private:
    std::set<std::string> devices_;
    std::vector<ExperimentSpec> seen_;
};

} // namespace

SweepCells cells_of(const Sweep& sweep) {
    SweepCells all;
    CellContents contents;
    Ground ground;
    all.cells.reserve(sweep.size());
    for (std::size_t i = 0; i < sweep.size(); ++i) {
        std::vector<Notice> told;
        NumberedCell one{{"", 0, spec_of(sweep, i, told), {}}, {}, fields_of(sweep, i)};
        for (const Notice& notice : told)
            count(notice, all.notices);
        try {
            ground.check(one.cell.spec);
        } catch (const std::invalid_argument& fault) {
            throw std::invalid_argument("cell " + std::to_string(i) + " (" + name_of(one.fields) +
                                        "): " + fault.what());
        }
        one.cell.content = contents.of(one.cell.spec);
        one.key = cell_key(one.cell);
        all.cells.push_back(std::move(one));
    }
    expect_distinct(all.cells);
    return all;
}

} // namespace lab
