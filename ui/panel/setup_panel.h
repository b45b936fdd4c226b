#pragma once

#include "core/catalogue/catalog.h"
#include "core/dataset/data.h"
#include "core/run/setup_findings.h"
#include "core/spec/spec.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace lab {

class HintCard;
class NoticeLine;
class ScenarioField;

/// What to run: data, model, corruption, stream, device. Edits a copy of the specification; the lanes in it
/// are left alone.
class SetupPanel : public QWidget {
    Q_OBJECT
  public:
    explicit SetupPanel(QWidget* parent = nullptr);

    /// Shows the specification, without a signal.
    void setSpec(const ExperimentSpec& spec);
    const ExperimentSpec& spec() const { return spec_; }
    /// Says that changes wait for the next run.
    void setPendingNote(bool visible);
    /// Says that the data set is not where it was looked for, with a button that mends it; own files have a
    /// button with their folder besides.
    /// @param fault a sentence; empty: all is well. @param own the user's own files in `folder`
    void setDataState(const QString& fault, bool own, const QString& folder);
    /// Says under data and model what a run would assume, leave out and match, with a button that tells all.
    void setFindings(const SetupFindings& findings);
    /// Adds those that the list does not offer yet: the engine knows them when it is loaded.
    void setDevices(const std::vector<Choice>& devices);
    /// Marks the data sets that are not on this machine.
    void setPresence(const std::vector<DataPresence>& all);
    QPushButton* dataButton() const { return data_button_; }
    QComboBox* dataChoice() const { return data_; }
    ScenarioField* scenarioField() const { return scenario_field_; }
    HintCard* hint() const { return hint_; }
    /// Replaces the segments of the own schedule.
    void setSegments(const std::vector<Segment>& segments);
    /// Only the fields of these names ("seed", "imbalance"; README of the lessons), without heading and hint;
    /// nothing: all of them.
    void setShownFields(const std::optional<QStringList>& names);

  Q_SIGNALS:
    void specEdited(const lab::ExperimentSpec& spec);
    void presetChosen(const QString& id);
    /// The data set is missing, or its folder is to be another.
    void dataWanted();
    /// All of what was found out about model and data.
    void findingsWanted();
    void scheduleRequested();

  private:
    QComboBox* addChoice(QFormLayout* form, const QString& label, const std::vector<Choice>& choices,
                         const QString& tip);
    QSpinBox* addNumber(QFormLayout* form, const QString& label, int min, int max, int step,
                        const QString& tip);
    void edit();
    /// The preset that the specification is, or none.
    void showPreset();
    void enable();

    void setRowShown(QWidget* field, bool shown);

    ExperimentSpec spec_;
    SetupFindings findings_;
    QFormLayout* form_;
    QLabel* heading_;
    bool showing_ = false;
    QWidget* preset_box_; ///< the preset with its name above it
    QComboBox* preset_;
    QComboBox* data_;
    QComboBox* model_;
    NoticeLine* data_notes_;
    NoticeLine* model_notes_;
    QComboBox* corruption_;
    QWidget* severity_box_;
    QSlider* severity_;
    QLabel* severity_number_;
    QComboBox* scenario_;
    ScenarioField* scenario_field_;
    QSpinBox* batch_;
    QSpinBox* images_;
    QSpinBox* seed_;
    QComboBox* device_;
    QPushButton* data_button_;
    QLabel* data_note_;
    QLabel* pending_;
    HintCard* hint_;
};

} // namespace lab
