#include "core/base/resources.h"
#include "core/model/language/decoder_file.h"
#include "core/text/tokenizer.h"
#include "core/train/language_trainer.h"

#include <ATen/Parallel.h>
#include <QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace lab;

/// The language model that is shipped.
class TestEmbeddedLanguage : public QObject {
    Q_OBJECT

    const std::string m_folder = resource_path("language/chain-arithmetic");

  private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void it_answers_and_says_so() {
        const LoadedDecoder model = load_decoder(m_folder, DecoderPrecision::float32);
        QVERIFY(model.notices.empty());
        QCOMPARE(model.decoder->parameters().count(), std::int64_t(732288));
        const Tokenizer tokenizer = Tokenizer::load(m_folder + "/tokenizer.json");
        QCOMPARE(std::int64_t(tokenizer.vocabulary_size()), model.decoder->config().vocabulary);
        const TaskScore score = score_on(*model.decoder, tokenizer, TextTask::chain_arithmetic, 200, 17);
        QVERIFY2(score.accuracy() >= 0.98, QByteArray::number(score.accuracy()));
        QVERIFY(score.work_right >= score.right - 2 && score.ended == 200);
        std::ifstream file(m_folder + "/collapse-lab.json");
        const auto card = nlohmann::json::parse(file);
        QCOMPARE(card.at("task"), "chain-arithmetic");
        QVERIFY(card.at("test_accuracy") >= 0.98);
        QVERIFY(card.at("command").get<std::string>().starts_with(
            "collapse-lab-cli train --task chain-arithmetic "));
    }

    void it_is_small() {
        std::uintmax_t bytes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(m_folder))
            bytes += entry.file_size();
        QVERIFY2(bytes <= 4'000'000, QByteArray::number(qulonglong(bytes)));
    }
};

QTEST_GUILESS_MAIN(TestEmbeddedLanguage)
#include "test_embedded_language.moc"
