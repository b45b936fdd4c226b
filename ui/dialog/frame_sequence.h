#pragma once

#include "core/experiment/recording.h"

#include <QObject>
#include <QTimer>

class QProgressDialog;
class QWidget;

namespace lab {

/// Writes a recording as numbered pictures of the board, one per turn of the event loop, so that the window
/// goes on working; a dialog shows how far it is and can end it. Deletes itself at the end.
///
///     FOLDER/frame-00001.png, frame-00002.png, …      "ffmpeg -i frame-%05d.png film.mp4" makes a film of
///     them
class FrameSequence : public QObject {
    Q_OBJECT
  public:
    /// @param every steps from one frame to the next; the last step is always there
    FrameSequence(const Recording& recording, const QString& folder, int every, QWidget* window);
    ~FrameSequence() override;
    void begin();
    void cancel();

  Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);

  private:
    void writeNext();

    Recording recording_;
    QString folder_;
    QList<int> steps_; ///< of the frames
    int written_ = 0;
    QTimer timer_;
    QProgressDialog* progress_;
};

} // namespace lab
