#include "ui/session/data_check.h"

#include "core/engine/engine.h"

#include <exception>

namespace lab {

namespace {

QString faultOf(const std::function<void()>& action) {
    try {
        action();
        return {};
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

DataCheck::DataCheck(QObject* parent) : QObject(parent) {
    thread_.setMaxThreadCount(1);
}

void DataCheck::ask(const std::function<std::function<void()>()>& work) {
    thread_.start([this, work] { QMetaObject::invokeMethod(this, work(), Qt::QueuedConnection); });
}

void DataCheck::check(const ExperimentSpec& spec) {
    const int number = ++latest_;
    ask([this, spec, number]() -> std::function<void()> {
        const QString fault = faultOf([&] { check_data(spec); });
        return [this, fault, number] {
            if (number == latest_)
                Q_EMIT checked(fault);
        };
    });
    ask([this, spec, number]() -> std::function<void()> {
        if (number != latest_)
            return [] {};
        return [this, findings = engine().look_at_setup(spec), number] {
            if (number == latest_)
                Q_EMIT looked(findings);
        };
    });
}

void DataCheck::survey() {
    ask([this]() -> std::function<void()> {
        std::vector<DataPresence> all;
        faultOf([&] { all = data_presence(); });
        return [this, all] { Q_EMIT surveyed(all); };
    });
}

void DataCheck::point(const QString& id, const QString& folder) {
    ask([this, id, folder]() -> std::function<void()> {
        const QString fault = faultOf([&] { point_at_data(id.toStdString(), folder.toStdString()); });
        return [this, id, folder, fault] { Q_EMIT pointed(id, folder, fault); };
    });
}

} // namespace lab
