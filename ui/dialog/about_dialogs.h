#pragma once

class QWidget;

namespace lab {

class CommandRegistry;

/// Versions and licence. Does not stop a run: the dialog is not modal.
void showAbout(QWidget* parent);
/// All commands with their keys, from the registry.
void showShortcuts(QWidget* parent, const CommandRegistry& commands);

} // namespace lab
