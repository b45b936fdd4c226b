#include "core/model/language/decoder_file.h"
#include "core/model/language/decoding.h"
#include "core/text/text_shift.h"
#include "core/text/tokenizer.h"
#include "core/train/language_trainer.h"
#include "tests/support/test_files.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace lab;

namespace {

LanguageTrainOptions options(int steps = 30) {
    LanguageTrainOptions o;
    o.steps = steps;
    o.batch_size = 24;
    o.rate = 5e-3;
    o.size = {1, 32, 2, 1, 48};
    o.test_questions = 20;
    o.seed = 3;
    o.command = "the command";
    return o;
}

bool on(const LanguageTrainProgress&) {
    return true;
}

bool same_weights(const Decoder& a, const Decoder& b) {
    const StateDict of_a = a.parameters().state(), of_b = b.parameters().state();
    for (const auto& [name, value] : of_a)
        if (!at::equal(value, of_b.at(name)))
            return false;
    return of_a.size() == of_b.size();
}

std::vector<TokenIds> some_questions(const Tokenizer& tokenizer) {
    std::vector<TokenIds> questions;
    for (std::uint64_t number = 0; number < 12; ++number) {
        const WorkedQuestion q = worked_question(TextTask::chain_arithmetic, TaskSplit::test, 9, number);
        const std::vector<std::int32_t> ids = tokenizer.encode(q.question).ids;
        questions.emplace_back(ids.begin(), ids.end());
    }
    return questions;
}

} // namespace

class TestLanguageTrainer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void the_loss_falls_data() {
        QTest::addColumn<QString>("task");
        for (const TextTaskRow& row : text_tasks())
            QTest::newRow(row.id) << QString(row.id);
    }
    void the_loss_falls() {
        QFETCH(QString, task);
        LanguageTrainOptions o = options(60);
        o.task = text_task(task.toStdString()).task;
        std::vector<double> losses;
        const TrainedLanguageModel model = train_language(o, [&](const LanguageTrainProgress& news) {
            losses.push_back(news.loss);
            return news.step == int(losses.size()) && news.steps == 60 && news.tokens_per_second > 0;
        });
        QCOMPARE(losses.size(), std::size_t(60));
        QVERIFY(std::abs(losses.front() - std::log(48.0)) < 0.2); // knows nothing yet
        QVERIFY2(losses.back() < 0.75 * losses.front(), QByteArray::number(losses.back()));
        QVERIFY(model.loss < losses.front() && model.loss > 0);
        QCOMPARE(model.steps, 60);
        QCOMPARE(model.score.questions, 20);
        for (const auto& entry : model.decoder->parameters().entries())
            QVERIFY(!entry.value.requires_grad());
    }

    /// The folder is read by the reader of published models, and answers as the trained one does.
    void the_folder_is_read_again() {
        const TrainedLanguageModel model = train_language(options(), on);
        QTemporaryDir scratch;
        const std::string folder = scratch.filePath("new/model").toStdString();
        write_language_folder(folder, model);
        const LoadedDecoder loaded = load_decoder(folder, DecoderPrecision::float32);
        QVERIFY(loaded.notices.empty());
        QVERIFY(loaded.decoder->tied());
        QVERIFY(same_weights(*loaded.decoder, *model.decoder));
        const Tokenizer tokenizer = Tokenizer::load(folder + "/tokenizer.json");
        Decoding decoding;
        decoding.most_tokens = 20;
        const std::vector<TokenIds> questions = some_questions(tokenizer);
        const Answers before = answers_to(*model.decoder, questions, decoding),
                      after = answers_to(*loaded.decoder, questions, decoding);
        QVERIFY(at::equal(before.tokens, after.tokens));
        QVERIFY(before.lengths == after.lengths && before.ended == after.ended);
        const TaskScore score =
            score_on(*loaded.decoder, tokenizer, TextTask::chain_arithmetic, 20, options().seed);
        QCOMPARE(score.right, model.score.right);
        std::ifstream file(folder + "/collapse-lab.json");
        const auto card = nlohmann::json::parse(file);
        QCOMPARE(card.at("task"), "chain-arithmetic");
        QCOMPARE(card.at("command"), "the command");
        QCOMPARE(card.at("seed"), 3);
        QCOMPARE(card.at("steps"), 30);
        QCOMPARE(card.at("test_right"), model.score.right);
        // What is there is not written over.
        QVERIFY(test_files::sentence_of([&] {
                    write_language_folder(folder, model);
                }).ends_with("expected a new or an empty folder, found one that holds files"));
    }

    void the_seed_decides() {
        const auto trained = [](auto change) {
            LanguageTrainOptions o = options(4);
            change(o);
            return train_language(o, on);
        };
        const auto first = trained([](LanguageTrainOptions&) {});
        QVERIFY(same_weights(*first.decoder, *trained([](LanguageTrainOptions&) {}).decoder));
        QVERIFY(!same_weights(*first.decoder, *trained([](LanguageTrainOptions& o) { o.seed = 4; }).decoder));
        QVERIFY(!same_weights(*first.decoder,
                              *trained([](LanguageTrainOptions& o) { o.random_results = 0; }).decoder));
        QVERIFY(!same_weights(
            *first.decoder, *trained([](LanguageTrainOptions& o) { o.task = TextTask::addition; }).decoder));
    }

    void it_ends_when_asked_to() {
        for (const int most : {1, 2, 7}) {
            const TrainedLanguageModel model = train_language(
                options(), [&](const LanguageTrainProgress& news) { return news.step < most; });
            QCOMPARE(model.steps, most);
            QCOMPARE(model.score.questions, 20);
        }
    }

    void options_that_make_no_sense() {
        const auto said = [](auto change) {
            LanguageTrainOptions o = options(1);
            change(o);
            return test_files::sentence_of([&] { train_language(o, on); });
        };
        QCOMPARE(said([](LanguageTrainOptions& o) { o.steps = 0; }),
                 std::string("train: steps: expected 1 or more, found 0"));
        QVERIFY(said([](LanguageTrainOptions& o) { o.batch_size = 0; }).starts_with("train: batch size: "));
        QVERIFY(said([](LanguageTrainOptions& o) { o.rate = 0; }).starts_with("train: rate: "));
        QVERIFY(said([](LanguageTrainOptions& o) { o.rate = std::nan(""); }).starts_with("train: rate: "));
        QVERIFY(said([](LanguageTrainOptions& o) {
                    o.random_results = 1.5;
                }).starts_with("train: random results: "));
        QVERIFY(said([](LanguageTrainOptions& o) {
                    o.test_questions = 0;
                }).starts_with("train: test questions: "));
        QVERIFY(said([](LanguageTrainOptions& o) { o.size.heads = 3; }).find("hidden_size") !=
                std::string::npos);
    }

    void a_loss_that_is_no_number_is_told() {
        LanguageTrainOptions o = options();
        o.rate = 1e30;
        QCOMPARE(test_files::sentence_of([&] { train_language(o, on); }),
                 std::string("train: the loss is no longer finite; try a smaller rate"));
    }
};

QTEST_GUILESS_MAIN(TestLanguageTrainer)
#include "test_language_trainer.moc"
