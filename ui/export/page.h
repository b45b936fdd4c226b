#pragma once

#include "ui/export/exported_view.h"

#include <QString>

#include <functional>

class QWidget;

namespace lab {

/// What a page draws from, besides the records of the run.
enum class PageNeeds {
    records,          ///< nothing else
    details_if_any,   ///< tells more where the step has details
    details,          ///< details of the step
    predictor_matrix, ///< details of the step with the matrix of a predictor
};

/// A page of the main area: a row of the table of pages. Tabs, menu, palette, export, films and the report
/// are made from it; its place among the rows is the place of its tab and nothing else.
struct Page {
    QString id;    ///< "classes": in the names of commands and files
    QString title; ///< on its tab
    QString name;  ///< in menus, with & before its letter: "&Classes over time"
    QString tip;   ///< what it shows
    QString keys;  ///< "Alt+2"
    PageNeeds needs = PageNeeds::records;
    /// Of its widgets, ViewPages are given the scene, ChartGrids the records and an ImageStrip the pictures.
    std::function<QWidget*(QWidget* parent)> make;
    std::function<FigurePage(const ExportScene&)> exported; ///< null: it cannot be handed out
    /// It has a command and a place in the report of its own, besides those of the views.
    bool exported_apart = false;

    bool drawsDetails() const { return needs != PageNeeds::records; }
    bool requiresDetails() const {
        return needs == PageNeeds::details || needs == PageNeeds::predictor_matrix;
    }
};

} // namespace lab
