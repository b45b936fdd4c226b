#pragma once

#include "core/dataset/data.h"
#include "core/run/setup_findings.h"
#include "core/spec/spec.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <vector>

namespace lab {

/// Looks for data sets on a thread of its own: a folder may lie on a slow disk or a network. The questions
/// are cheap ones (names, sizes, headers), so that the destructor, which waits, waits shortly.
class DataCheck : public QObject {
    Q_OBJECT
  public:
    explicit DataCheck(QObject* parent = nullptr);

    /// checked() follows, and then looked(), unless another call comes first.
    void check(const ExperimentSpec& spec);
    /// surveyed() follows.
    void survey();
    /// Remembers the folder that holds a set; empty: forgets it. pointed() follows.
    void point(const QString& id, const QString& folder);

  Q_SIGNALS:
    /// @param fault why the data cannot be read, a sentence; empty: they can
    void checked(const QString& fault);
    /// What a run of the set-up would assume, leave out and match.
    void looked(const lab::SetupFindings& findings);
    void surveyed(const std::vector<lab::DataPresence>& all);
    void pointed(const QString& id, const QString& folder, const QString& fault);

  private:
    /// Does the work on the thread, and then tells of it in the window's.
    void ask(const std::function<std::function<void()>()>& work);

    std::atomic<int> latest_ = 0; ///< number of the latest check
    QThreadPool thread_;
};

} // namespace lab
