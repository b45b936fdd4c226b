#pragma once

#include "core/record/detail_store.h"
#include "core/record/recording.h"
#include "ui/export/view_figure.h"

#include <QString>

namespace lab {

/// A page of HTML that needs no other file: pictures inside as data, conditions, the table of lanes with
/// units, the views that explain, what happened when, and the specification as JSON to load again.
/// @param details of the recording's steps; views without theirs are named and left out
/// @param choice which lanes and batches the views show
/// @param pages whose views it holds
QString htmlReport(const Recording& recording, const DetailStore& details = DetailStore(),
                   const ViewChoice& choice = {}, const std::vector<Page>& pages = {});

} // namespace lab
