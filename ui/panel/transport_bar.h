#pragma once

#include "ui/session/run_session.h"

#include <QToolBar>

class QProgressBar;

namespace lab {

class ElidedLabel;
class CommandRegistry;

/// Run, pause, step, restart, stop; how far the run is; what is being run.
class TransportBar : public QToolBar {
    Q_OBJECT
  public:
    explicit TransportBar(const CommandRegistry& commands, QWidget* parent = nullptr);
    void showProgress(int step, int total);
    /// "Fashion-MNIST · ResNet-GN · Gaussian noise 5 · label shift", for the tool tip in full.
    void showSummary(const QString& summary);
    /// Puts the keyboard on Run.
    void focusRun();

  private:
    QProgressBar* progress_;
    ElidedLabel* summary_;
    QWidget* run_button_ = nullptr;
};

} // namespace lab
