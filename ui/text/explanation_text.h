#pragma once

#include "core/record/explanation.h"

#include <QString>
#include <QStringList>

namespace lab {

/// What a lane's account says, in the window's language. Every number in it is one of the recording; what is
/// no more than the arithmetic of the loss is said as such.
struct ExplanationWords {
    QString heading;       ///< "Tent collapsed at step 46."
    QStringList sentences; ///< in the order of the events
};

/// @param lane the lane's name; @param class_names of the model, by number
ExplanationWords explanationText(const LaneExplanation& account, const QString& lane,
                                 const QStringList& class_names);

} // namespace lab
