#pragma once

#include "core/run/runner.h"

#include <QObject>
#include <QString>

namespace lab {

class MessageStrip;
class RunSession;
class SetupPanel;
class StatusStrip;
class TransportBar;

/// Says how the run is: state and next action, progress, what went wrong, and which switch to try next.
class StatusController : public QObject {
    Q_OBJECT
  public:
    StatusController(RunSession* session, TransportBar* transport, SetupPanel* setup, MessageStrip* message,
                     StatusStrip* status, QObject* parent);
    void showSummary();

  private:
    void begin();
    void showState(RunState state, const QString& message);
    void showProgress();
    void showHint();
    void lookForCollapse(int first);
    void takeEvent(const Event& event);
    void showComparison(const RunComparison& comparison);

    RunSession* session_;
    TransportBar* transport_;
    SetupPanel* setup_;
    MessageStrip* message_;
    StatusStrip* status_;
    QString collapsed_;     ///< name of a collapsed lane without a predictor
    bool switched_ = false; ///< a switch was thrown in the run that is shown
};

} // namespace lab
