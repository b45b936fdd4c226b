#pragma once

#include "core/record/detail_store.h"
#include "core/record/record.h"
#include "core/record/recording.h"
#include "ui/style/lane_style.h"

#include <QStringList>

#include <vector>

namespace lab {

/// Finds a lane's record of a step in a list that only grows.
class RecordIndex {
  public:
    void clear() { lanes_.clear(); }
    /// Takes the records from index `first` on.
    void append(const std::vector<StepRecord>& records, int first) {
        for (auto i = static_cast<std::size_t>(first); i < records.size(); ++i) {
            const auto lane = static_cast<std::size_t>(records[i].lane);
            const auto step = static_cast<std::size_t>(records[i].step);
            if (lanes_.size() <= lane)
                lanes_.resize(lane + 1);
            if (lanes_[lane].size() <= step)
                lanes_[lane].resize(step + 1, -1);
            lanes_[lane][step] = static_cast<int>(i);
        }
    }
    /// Index of the record; −1 where there is none.
    int at(int lane, int step) const {
        const auto row = static_cast<std::size_t>(lane);
        const auto place = static_cast<std::size_t>(step);
        if (lane < 0 || step < 0 || row >= lanes_.size() || place >= lanes_[row].size())
            return -1;
        return lanes_[row][place];
    }

  private:
    std::vector<std::vector<int>> lanes_; ///< [lane][step]
};

/// All that a view draws from: the recording so far, the step to show, names and colours. Plain values that
/// the window owns.
struct Scene {
    const std::vector<StepRecord>* records = nullptr;
    const RecordIndex* index = nullptr;
    const DetailStore* details = nullptr;
    const Recording* recording = nullptr; ///< lanes, switches and events; null where records alone are known
    std::vector<LaneStyle> styles;        ///< one per lane
    QStringList class_names;
    int step = 0; ///< 0: nothing has run yet
    int total_steps = 0;
    int run = 0; ///< another number for another recording: what was drawn of the one before is void
    bool details_on = true;
    QString empty_text; ///< what there is to say before the first step

    int lanes() const { return static_cast<int>(styles.size()); }
    /// Null where the lane has no record of that step.
    const StepRecord* record(int lane, int of_step) const {
        const int at = index && records ? index->at(lane, of_step) : -1;
        return at < 0 ? nullptr : &(*records)[static_cast<std::size_t>(at)];
    }
    const StepRecord* record(int lane) const { return record(lane, step); }
    BatchDetailPtr detail() const { return details ? details->at(step) : nullptr; }
    QString className(int label) const {
        if (label < 0)
            return QStringLiteral("–");
        return label < class_names.size() ? class_names[label] : QString::number(label);
    }
};

} // namespace lab
