#pragma once

#include "ui/text/explanation_text.h"
#include "ui/view/view_page.h"

#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace lab {

/// "Why?": for each lane what the recording shows of its collapse, or of why it held, up to the scene's step,
/// with the numbers, and buttons that go to the steps in question.
class WhyView : public ViewPage {
    Q_OBJECT
  public:
    explicit WhyView(QWidget* parent = nullptr);
    void showScene(const Scene& scene) override;
    /// What stands of a lane at present; empty where nothing does.
    QString textOf(int lane) const;

  private:
    /// The block of one lane.
    struct Block {
        QWidget* frame = nullptr;
        QLabel* heading = nullptr;
        QLabel* sentences = nullptr;
        QToolButton* turned = nullptr;
        QToolButton* collapsed = nullptr;
        int turned_at = 0, collapsed_at = 0;
    };
    Block& block(std::size_t lane);
    void fill(Block& block, const LaneExplanation& account, const ExplanationWords& words,
              const LaneStyle& style);

    std::vector<Block> blocks_;
    QScrollArea* area_;
    QVBoxLayout* column_;
    QLabel* empty_;
};

} // namespace lab
