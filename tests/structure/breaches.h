#pragma once

#include <QString>

#include <vector>

namespace structure {

/// A file that breaks one rule when it is added to the small tree of the test, and what the rule then says.
struct Breach {
    QString rule;
    QString path;
    QString content;
    QString sentence;
};

/// At least one breach of every rule.
const std::vector<Breach>& breaches();

} // namespace structure
