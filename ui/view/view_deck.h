#pragma once

#include "ui/session/scene.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace lab {

class ViewPage;

/// The main area: a row of tabs, and the pages that they choose. Of the views, the one in front alone is
/// given the scene; the others get it when they come to the front. Charts are fed by others.
class ViewDeck : public QWidget {
    Q_OBJECT
  public:
    explicit ViewDeck(QWidget* parent = nullptr);
    /// @param id by which it is asked for; @param page any widget; a ViewPage is given the scene
    void addPage(const QString& id, QWidget* page, const QString& title, const QString& tip);
    void setScene(const Scene& scene);
    /// Brings a page to the front; an unknown id changes nothing.
    void setCurrent(const QString& id);
    /// The id of the page in front; empty without pages.
    QString current() const;
    /// In the order of the tabs.
    const QStringList& ids() const { return ids_; }
    QList<ViewPage*> views() const;
    /// Null where the page in front is no view.
    ViewPage* currentView() const;
    QTabBar* tabs() const { return tabs_; }
    /// The lane that pages with one lane show.
    void setLane(int lane);
    int lane() const;
    void setPresentation(bool on);

  Q_SIGNALS:
    void currentChanged(const QString& id);
    void stepPicked(int step);

  private:
    void showCurrent();

    QTabBar* tabs_;
    QStackedWidget* stack_;
    QStringList ids_; ///< by tab
    Scene scene_;
};

} // namespace lab
