#include "tests/cli/cli_program.h"

#include "tests/support/random_models.h"
#include "tests/support/small_data.h"

#include <QProcess>

QStringList CliResult::sentences() const {
    QStringList lines;
    for (const QString& line : err.split('\n', Qt::SkipEmptyParts))
        if (!line.startsWith('['))
            lines << line;
    return lines;
}

CliResult run_cli(const QStringList& arguments) {
    QProcess process;
    process.start(LAB_BINARY_DIR "/bin/collapse-lab-cli", arguments);
    CliResult result;
    if (!process.waitForFinished(240000)) {
        process.kill();
        process.waitForFinished();
        result.err = process.errorString();
        return result;
    }
    result.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

CliSetting::CliSetting(const QString& folder) : m_folder(folder) {
    test_data::write_fashion_mnist(path("data").toStdString(), 200, 12);
    test_models::write(path("model.safetensors").toStdString(), "resnet14_gn", 12);
}

QStringList CliSetting::run(const QString& out, const QStringList& more) const {
    QStringList arguments = {"run", "--preset", "default", "--out", path(out)};
    for (const QString& setting :
         {"data_dir=" + path("data"), "model=" + path("model.safetensors"), QString("stream.images=128"),
          QString("stream.batch_size=16"), QString("threads=1"), QString("device=cpu")})
        arguments << "--set" << setting;
    return arguments + more;
}
