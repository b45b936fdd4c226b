#include "core/adapt/language_adapter.h"
#include "tests/support/small_decoders.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QtTest>

#include <fstream>
#include <malloc.h>
#include <string>

using namespace lab;

namespace {

/// A line of /proc/self/status in MB; 0 where there is none.
double status_megabytes(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ":"))
            return std::stod(line.substr(field.size() + 1)) / 1024;
    return 0;
}

/// Makes the highest use so far what is used now. False where the system does not allow it.
bool forget_peak() {
    malloc_trim(0);
    std::ofstream file("/proc/self/clear_refs");
    file << "5" << std::flush;
    return file.good() && status_megabytes("VmHWM") > 0;
}

} // namespace

/// What a step takes with a vocabulary as large as Llama 3's.
class TestLanguageMemory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void a_step_takes_less_than_200_megabytes_data() {
        QTest::addColumn<QString>("method");
        for (const NamedRecipe& row : language_recipes())
            QTest::newRow(row.id.c_str()) << QString::fromStdString(row.id);
        QTest::newRow("no stop-gradient") << QString("zerosiam");
    }
    void a_step_takes_less_than_200_megabytes() {
        QFETCH(QString, method);
        nlohmann::json config = test_models::decoder_config();
        config.update({{"vocab_size", 128256}, {"num_hidden_layers", 1}, {"tie_word_embeddings", true}});
        const DecoderConfig shape = decoder_config_from(config.dump(), "", "large");
        auto model = std::make_unique<Decoder>(shape, true, at::TensorOptions(at::kFloat), at::kFloat);
        model->parameters().load(test_models::decoder_weights(config), "large");
        Recipe recipe = language_recipe(method.toStdString()).recipe;
        recipe.alignment.stop_gradient = QString(QTest::currentDataTag()) != "no stop-gradient";
        if (recipe.selection.unit == MarginUnit::nats) // so that tokens are kept, and the step is made
            recipe.selection.margin = recipe.selection.weight_margin = 11;
        // Questions of nine tokens have 80 to learn from, as have ten answers of eight.
        std::vector<TokenIds> questions;
        for (std::int64_t i = 0; i < 10; ++i)
            questions.push_back({1, 100 + i, 200 * i, 3, 99999, 5, 6, 7 + i, 8});
        Decoding greedy;
        greedy.most_tokens = 8;
        LanguageAdapter adapter(std::move(model), recipe, 0);
        const std::int64_t rows = adapter.step(questions, greedy).rows.places.size(0);
        QVERIFY(rows > 60 && rows <= 80);
        if (!forget_peak())
            QSKIP("The highest use of memory cannot be read here.");
        const double before = status_megabytes("VmRSS");
        const QuestionStep step = adapter.step(questions, greedy);
        QCOMPARE(step.result.stepped.item<double>(), recipe.adapts ? 1.0 : 0.0);
        const double taken = status_megabytes("VmHWM") - before;
        qInfo("%s: %.0f MB", QTest::currentDataTag(), taken);
        QVERIFY2(taken > 20, "the logits alone take more");
        QVERIFY2(taken < 200, qPrintable(QString::number(taken)));
    }
};

QTEST_GUILESS_MAIN(TestLanguageMemory)
#include "test_language_memory.moc"
