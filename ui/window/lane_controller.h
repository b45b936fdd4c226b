#pragma once

#include "core/spec/spec.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace lab {

class LaneEditor;
class LanePanel;
class RecipePicker;
class RunSession;

/// What the lanes' panel asks for, done: it opens picker and editor and changes the session's lanes.
class LaneController : public QObject {
    Q_OBJECT
  public:
    LaneController(RunSession* session, LanePanel* panel, QWidget* window);

    /// Opens the picker for a lane to add, or for another method of a lane.
    void pickNewLane();
    void pickMethod(int lane);
    void addLane(const QString& method);
    void setMethod(int lane, const QString& method);
    void removeLane(int lane);
    /// Opens the editor, or turns the open one to this lane.
    void editLane(int lane);

    /// Cards and editor show the specification's lanes; cards are built anew where lanes came or went.
    /// Running lanes keep their cards; a set-up that brings others shows them when it is run.
    void showLanes();

  private:
    void connectSession();
    void setRunUnderWay(bool under_way);
    /// A switch is obeyed: "stop-gradient off from step 47 on".
    void showNote(int lane, const QString& note);
    void throwSwitch(int lane, const Recipe& recipe, const QString& text);
    void showRecipe(int lane);
    void changeLanes(const std::vector<LaneSpec>& lanes);
    RecipePicker* openPicker(const QString& title, const QString& action, const QString& method);
    void refreshEditor();

    RunSession* session_;
    LanePanel* panel_;
    QWidget* window_;
    QPointer<RecipePicker> picker_;
    QPointer<LaneEditor> editor_;
};

/// A lane with the default rates for the experiment's model and batch size, and a name that no other has:
/// "ZeroSiam 2".
LaneSpec newLane(const ExperimentSpec& spec, const QString& method);

} // namespace lab
