#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace lab {

class RecipeDiagram;

/// Chooses a method: names on the left, what the chosen one does and its blocks on the right.
class RecipePicker : public QDialog {
    Q_OBJECT
  public:
    /// @param title of the window, @param action on the default button ("Add lane")
    RecipePicker(const QString& title, const QString& action, const QString& method, const std::string& model,
                 int batch_size, QWidget* parent = nullptr);
    void select(const QString& method);
    QString method() const;
    QString explanation() const;
    RecipeDiagram* diagram() const { return diagram_; }

  Q_SIGNALS:
    /// By the default button or a double click; the dialog then closes.
    void chosen(const QString& method);

  private:
    void showMethod();

    std::string model_;
    int batch_size_;
    QListWidget* list_;
    QLabel* title_;
    QLabel* words_;
    RecipeDiagram* diagram_;
};

} // namespace lab
