#pragma once

#include <QObject>

class QWidget;

namespace lab {

class DataController;
class MessageStrip;
class RunSession;
class SetupPanel;

/// The set-up panel shows the specification, and what is edited or chosen there becomes it.
class SetupController : public QObject {
    Q_OBJECT
  public:
    SetupController(RunSession* session, SetupPanel* panel, DataController* data, MessageStrip* message,
                    QWidget* window);

  private:
    void showSpec();
    void editSchedule();

    RunSession* session_;
    SetupPanel* panel_;
    DataController* data_;
    MessageStrip* message_;
    QWidget* window_;
};

} // namespace lab
