#include "core/image/corruption.h"
#include "tests/image/picture_measures.h"
#include "tests/image/reference_pictures.h"
#include "tests/reference_data.h"

#include <QtTest>
#include <map>

namespace {

using Measured = std::map<std::string, double>;

/// Means over the pictures; hf_ratio is the pooled one.
Measured measured(const std::vector<lab::Image>& pictures, const lab::Corruption& corruption,
                  const std::string& frost_folder) {
    Measured sums;
    double clean_laplacian = 0.0;
    double corrupted_laplacian = 0.0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const lab::Image corrupted = lab::corrupt(pictures[i], corruption, 2024, i, frost_folder);
        const PictureMeasures one = measure(pictures[i], corrupted);
        const double share = 1.0 / static_cast<double>(pictures.size());
        sums["mse"] += one.mse * share;
        sums["mean_shift"] += one.mean_shift * share;
        sums["std_ratio"] += one.std_ratio * share;
        sums["ssim"] += one.ssim * share;
        clean_laplacian += one.clean_laplacian_variance;
        corrupted_laplacian += one.corrupted_laplacian_variance;
    }
    sums["hf_ratio"] = corrupted_laplacian / clean_laplacian;
    return sums;
}

} // namespace

/// Measures of the corrupted pictures against those of the published generators on the same pictures.
class TestCorruptionStatistics : public QObject {
    Q_OBJECT

    nlohmann::json m_statistics;
    std::map<std::string, std::vector<lab::Image>> m_pictures;

    /// The sentence for every measure outside its tolerance.
    QStringList deviations(const std::string& variant, lab::CorruptionKind kind,
                           const std::string& frost_folder, double relative_tolerance) {
        QStringList found;
        const auto table =
            variant == "cifar32" ? lab::CorruptionTable::size32 : lab::CorruptionTable::size224;
        for (int severity = 1; severity <= 5; ++severity) {
            const Measured values = measured(m_pictures.at(variant), {kind, severity, table}, frost_folder);
            const auto& wanted =
                m_statistics["variants"][variant]["results"][lab::to_string(kind)][std::to_string(severity)];
            for (const auto& [name, value] : values) {
                const bool pooled = name == "hf_ratio";
                const double mean = wanted[name][pooled ? "pooled" : "mean"];
                double tolerance = wanted[name][pooled ? "pooled_suggested_abs_tol" : "suggested_abs_tol"];
                if (relative_tolerance > 0.0) {
                    if (name != "mse" && name != "mean_shift") {
                        continue;
                    }
                    tolerance = relative_tolerance * std::abs(mean);
                }
                if (!(std::abs(value - mean) <= tolerance)) {
                    found << QStringLiteral("severity %1: %2 is %3, expected %4 ± %5")
                                 .arg(severity)
                                 .arg(QString::fromStdString(name))
                                 .arg(value)
                                 .arg(mean)
                                 .arg(tolerance);
                }
            }
        }
        return found;
    }

    void require_pictures(const std::string& variant) {
        if (!m_pictures.contains(variant)) {
            m_pictures[variant] = reference_pictures(m_statistics, variant);
        }
    }

  private Q_SLOTS:
    void initTestCase() { m_statistics = reference_json("data/corruptions/statistics.json"); }

    void published_numbers_data() {
        QTest::addColumn<std::string>("variant");
        QTest::addColumn<int>("kind");
        for (const char* variant : {"cifar32", "imagenet224"}) {
            for (const auto* kinds : {&lab::standard_corruptions(), &lab::extra_corruptions()}) {
                for (const lab::CorruptionKind kind : *kinds) {
                    QTest::addRow("%s %s", variant, lab::to_string(kind).c_str())
                        << std::string(variant) << static_cast<int>(kind);
                }
            }
        }
    }
    void published_numbers() {
        QFETCH(std::string, variant);
        QFETCH(int, kind);
        require_pictures(variant);
        if (m_pictures.at(variant).empty()) {
            QSKIP("The reference data (corruption statistics and their pictures) is not here.");
        }
        const auto corruption = static_cast<lab::CorruptionKind>(kind);
        std::string frost_folder;
        if (corruption == lab::CorruptionKind::frost) {
            frost_folder = reference_data("data/frost_textures");
            if (frost_folder.empty()) {
                QSKIP("The published photographs of frost are not here.");
            }
        }
        const QStringList found = deviations(variant, corruption, frost_folder, 0.0);
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    void procedural_frost_is_near_data() {
        QTest::addColumn<std::string>("variant");
        QTest::newRow("cifar32") << std::string("cifar32");
        QTest::newRow("imagenet224") << std::string("imagenet224");
    }
    void procedural_frost_is_near() {
        QFETCH(std::string, variant);
        require_pictures(variant);
        if (m_pictures.at(variant).empty()) {
            QSKIP("The reference data (corruption statistics and their pictures) is not here.");
        }
        const QStringList found = deviations(variant, lab::CorruptionKind::frost, {}, 0.3);
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }
};

QTEST_GUILESS_MAIN(TestCorruptionStatistics)
#include "test_corruption_statistics.moc"
