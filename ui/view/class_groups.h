#pragma once

#include <QColor>

#include <cstdint>
#include <vector>

namespace lab {

/// Which classes a view shows apart: all of up to ten; of more the nine that matter most, and "other".
class ClassGroups {
  public:
    static constexpr int most = 10;

    ClassGroups() = default;
    /// @param counts of each class, by which the nine are chosen
    explicit ClassGroups(const std::vector<std::int64_t>& counts);

    /// Groups, "other" included.
    int size() const { return static_cast<int>(shown_.size()) + (other_ ? 1 : 0); }
    bool hasOther() const { return other_; }
    /// The group of a class.
    int of(int label) const;
    /// The class of a group; −1 for "other".
    int classOf(int group) const;
    QColor color(int group) const;
    bool operator==(const ClassGroups&) const = default;

  private:
    std::vector<int> shown_; ///< classes, rising
    std::vector<int> group_; ///< [class]
    bool other_ = false;
};

/// One of ten calm colours that differ in hue and lightness.
QColor classColor(int index);

} // namespace lab
