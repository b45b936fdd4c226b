#pragma once

#include "tests/structure/source_tree.h"

#include <functional>
#include <vector>

namespace structure {

/// A rule of the house. Its check returns one sentence "file:line: what is wrong" for every breach.
struct Rule {
    QString name;
    std::function<QStringList(const SourceTree&)> breaches;
};

/// All rules, in the order of CONTRIBUTING.md.
const std::vector<Rule>& rules();

} // namespace structure
