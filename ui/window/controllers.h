#pragma once

class QMainWindow;

namespace lab {

class Appearance;
class CommandRegistry;
class DataController;
class DialogController;
class ExportController;
class FileController;
class FrameClock;
class LaneController;
class LayoutMemory;
class LessonController;
class MessageStrip;
class RunRecovery;
class RunSession;
class SpecHistory;
class ViewController;

/// Who does what in the window: what its commands, and the program that opens it, turn to. All live as long
/// as the window.
struct Controllers {
    QMainWindow* window = nullptr;
    RunSession* session = nullptr;
    SpecHistory* history = nullptr;
    FrameClock* frames = nullptr;
    CommandRegistry* commands = nullptr;
    MessageStrip* message = nullptr;
    FileController* files = nullptr;
    DataController* data = nullptr;
    LaneController* lanes = nullptr;
    ViewController* views = nullptr;
    LessonController* lessons = nullptr;
    ExportController* exports = nullptr;
    DialogController* dialogs = nullptr;
    LayoutMemory* layout = nullptr;
    RunRecovery* recovery = nullptr;
    Appearance* appearance = nullptr;
};

} // namespace lab
