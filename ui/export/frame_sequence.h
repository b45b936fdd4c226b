#pragma once

#include "ui/export/figure_page.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

class QProgressDialog;
class QWidget;

namespace lab {

/// A film: its steps, and what it shows at each.
struct FrameSource {
    QList<int> steps;
    std::function<FigurePage(int step)> page;
};
/// Writes a film as numbered pictures, one per turn of the event loop, so that the window goes on working; a
/// dialog shows how far it is and can end it. Deletes itself at the end.
///
///     FOLDER/frame-00001.png, frame-00002.png, …      "ffmpeg -i frame-%05d.png film.mp4" makes a film of
///     them
class FrameSequence : public QObject {
    Q_OBJECT
  public:
    FrameSequence(FrameSource source, const QString& folder, QWidget* window);
    ~FrameSequence() override;
    void begin();
    void cancel();

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);

  private:
    void writeNext();

    FrameSource source_;
    QString folder_;
    int written_ = 0;
    QTimer timer_;
    QProgressDialog* progress_;
};

} // namespace lab
