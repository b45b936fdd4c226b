#pragma once

#include "ui/session/scene.h"

#include <QList>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace lab {

class ViewPage;

/// The main area: a row of tabs, and the chart pages and views that they choose. Only the page in front is
/// given the scene; the others get it when they come to the front.
class ViewDeck : public QWidget {
    Q_OBJECT
  public:
    explicit ViewDeck(QWidget* parent = nullptr);
    /// A page of charts, which is fed by others.
    void addCharts(QWidget* page, const QString& name, const QString& tip);
    void addView(ViewPage* page, const QString& name);
    void setScene(const Scene& scene);
    void setCurrent(int index);
    int current() const;
    int count() const;
    QString name(int index) const;
    /// Null where the page in front is one of charts.
    ViewPage* currentView() const;
    QTabBar* tabs() const { return tabs_; }
    /// The lane that pages with one lane show.
    void setLane(int lane);
    void setPresentation(bool on);

  Q_SIGNALS:
    void currentChanged(int index);
    void stepPicked(int step);

  private:
    void showCurrent();

    QTabBar* tabs_;
    QStackedWidget* stack_;
    QList<ViewPage*> views_; ///< by tab; null for charts
    Scene scene_;
};

} // namespace lab
