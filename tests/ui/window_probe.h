#pragma once

#include "ui/window/main_window.h"

#include <QAction>
#include <QString>

namespace lab {

class RunSession;

/// What tests know of a window: its controllers and widgets by their kind, and its commands by their ids.
class WindowProbe {
  public:
    explicit WindowProbe(const MainWindow* window) : window_(window) {}

    /// The first of its kind in the window or in a dialog of it; null where there is none.
    template <typename Kind>
    Kind* find() const {
        return window_->findChild<Kind*>();
    }
    RunSession* session() const { return window_->controllers().session; }
    const CommandRegistry& commands() const { return *window_->controllers().commands; }
    /// Null for an unknown id.
    QAction* action(const QString& id) const { return commands().action(id); }

  private:
    const MainWindow* window_;
};

} // namespace lab
