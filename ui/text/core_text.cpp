#include "ui/text/core_text.h"

#include <QCoreApplication>

namespace lab {

namespace {

// The words of core/ that are shown in the window and that core itself does not mark (LAB_WORDS). core/ knows
// no Qt, so lupdate reads them here; a test looks whether each is among them.
[[maybe_unused]] constexpr const char* words_of_core[] = {
    // core/run/setup_findings.cpp
    QT_TRANSLATE_NOOP("Core", "Architecture"),
    QT_TRANSLATE_NOOP("Core", "Parameters"),
    QT_TRANSLATE_NOOP("Core", "Norm layers"),
    QT_TRANSLATE_NOOP("Core", "Input"),
    QT_TRANSLATE_NOOP("Core", "Mean"),
    QT_TRANSLATE_NOOP("Core", "Standard deviation"),
    QT_TRANSLATE_NOOP("Core", "Classes"),
    QT_TRANSLATE_NOOP("Core", "Rates"),
    QT_TRANSLATE_NOOP("Core", "Trained on"),
    QT_TRANSLATE_NOOP("Core", "Clean accuracy"),
    // core/dataset/data_places.cpp
    QT_TRANSLATE_NOOP("Core", "10,000 grey test pictures of ten kinds of clothing, 28×28 pixels"),
    QT_TRANSLATE_NOOP("Core", "10,000 test photographs of ten kinds of things, 32×32 pixels"),
    QT_TRANSLATE_NOOP("Core", "10,000 test photographs of a hundred kinds of things, 32×32 pixels"),
    QT_TRANSLATE_NOOP("Core", "CIFAR-10's test pictures with the published corruptions"),
    QT_TRANSLATE_NOOP("Core", "CIFAR-100's test pictures with the published corruptions"),
    QT_TRANSLATE_NOOP("Core", "ImageNet validation"),
    QT_TRANSLATE_NOOP("Core", "50,000 photographs of a thousand classes"),
    QT_TRANSLATE_NOOP("Core", "ImageNet's validation pictures with the published corruptions"),
    QT_TRANSLATE_NOOP("Core", "IDX files"),
    QT_TRANSLATE_NOOP("Core", "Own grey pictures in the format of MNIST: t10k-images-idx3-ubyte and labels"),
    QT_TRANSLATE_NOOP("Core", "Folder of class folders"),
    QT_TRANSLATE_NOOP("Core", "Own pictures, one folder for each class"),
    QT_TRANSLATE_NOOP("Core", "Folder of pictures"),
    QT_TRANSLATE_NOOP("Core", "Own pictures without labels: no accuracy, everything else"),
    // core/catalogue/catalog.cpp: models
    QT_TRANSLATE_NOOP("Core", "Does not look at other pictures of the batch: the lab's default"),
    QT_TRANSLATE_NOOP("Core", "Normalises with the batch itself: suffers from skewed batches"),
    QT_TRANSLATE_NOOP("Core", "Vision transformer, LayerNorm"),
    QT_TRANSLATE_NOOP("Core", "Vision transformer of 6 blocks"),
    QT_TRANSLATE_NOOP("Core", "Of twice the default's width"),
    QT_TRANSLATE_NOOP("Core", "Patches of 4×4 pixels, LayerNorm"),
    QT_TRANSLATE_NOOP("Core", "Trained on Fashion-MNIST"),
    QT_TRANSLATE_NOOP("Core", "Trained on CIFAR-10"),
    QT_TRANSLATE_NOOP("Core", "Patches of 4×4 pixels, four blocks"),
    // core/image/corruption.cpp
    QT_TRANSLATE_NOOP("Core", "None"),
    QT_TRANSLATE_NOOP("Core", "The pictures as they are"),
    QT_TRANSLATE_NOOP("Core", "One of the 15 standard corruptions of ImageNet-C"),
    QT_TRANSLATE_NOOP("Core", "One of the 4 extra corruptions of ImageNet-C"),
    QT_TRANSLATE_NOOP("Core", "Gaussian noise"),
    QT_TRANSLATE_NOOP("Core", "Shot noise"),
    QT_TRANSLATE_NOOP("Core", "Impulse noise"),
    QT_TRANSLATE_NOOP("Core", "Defocus blur"),
    QT_TRANSLATE_NOOP("Core", "Glass blur"),
    QT_TRANSLATE_NOOP("Core", "Motion blur"),
    QT_TRANSLATE_NOOP("Core", "Zoom blur"),
    QT_TRANSLATE_NOOP("Core", "Snow"),
    QT_TRANSLATE_NOOP("Core", "Frost"),
    QT_TRANSLATE_NOOP("Core", "Fog"),
    QT_TRANSLATE_NOOP("Core", "Brightness"),
    QT_TRANSLATE_NOOP("Core", "Contrast"),
    QT_TRANSLATE_NOOP("Core", "Elastic transform"),
    QT_TRANSLATE_NOOP("Core", "Pixelate"),
    QT_TRANSLATE_NOOP("Core", "JPEG compression"),
    QT_TRANSLATE_NOOP("Core", "Speckle noise"),
    QT_TRANSLATE_NOOP("Core", "Gaussian blur"),
    QT_TRANSLATE_NOOP("Core", "Spatter"),
    QT_TRANSLATE_NOOP("Core", "Saturate"),
    // core/catalogue/catalog.cpp: scenarios
    QT_TRANSLATE_NOOP("Core", "Label shift"),
    QT_TRANSLATE_NOOP("Core", "One class after the other: the hard case in which Tent collapses"),
    QT_TRANSLATE_NOOP("Core", "Mild (shuffled)"),
    QT_TRANSLATE_NOOP("Core", "Classes evenly mixed, one corruption"),
    QT_TRANSLATE_NOOP("Core", "Mixed shifts"),
    QT_TRANSLATE_NOOP("Core", "The 15 standard corruptions shuffled into one stream"),
    QT_TRANSLATE_NOOP("Core", "Continual"),
    QT_TRANSLATE_NOOP("Core", "One corruption after the other"),
    QT_TRANSLATE_NOOP("Core", "Noise first"),
    QT_TRANSLATE_NOOP("Core", "Batches of pure Gaussian noise, then the stream"),
    QT_TRANSLATE_NOOP("Core", "Blind spot"),
    QT_TRANSLATE_NOOP("Core", "Adapts only on what the model gets wrong, then scores everything"),
    QT_TRANSLATE_NOOP("Core", "Severity ramp"),
    QT_TRANSLATE_NOOP("Core", "Severity 1 up to 5 and down again"),
    QT_TRANSLATE_NOOP("Core", "Own schedule"),
    QT_TRANSLATE_NOOP("Core", "The list of segments in the specification"),
    // datasets/*.json: summaries
    QT_TRANSLATE_NOOP("Core", "CIFAR-10's 10,000 test pictures under 19 corruptions in five severities"),
    QT_TRANSLATE_NOOP("Core", "60,000 colour photographs of ten kinds of things, 32×32 pixels: 50,000 for "
                              "training, 10,000 for testing"),
    QT_TRANSLATE_NOOP("Core", "CIFAR-100's 10,000 test pictures under 19 corruptions in five severities"),
    QT_TRANSLATE_NOOP("Core", "60,000 colour photographs of a hundred kinds of things, 32×32 pixels: 50,000 "
                              "for training, 10,000 for testing"),
    QT_TRANSLATE_NOOP("Core", "70,000 grey pictures of ten kinds of clothing, 28×28 pixels: 60,000 for "
                              "training, 10,000 for testing"),
    QT_TRANSLATE_NOOP(
        "Core",
        "ImageNet's 50,000 validation pictures under 19 corruptions in five severities, 224×224 pixels"),
    QT_TRANSLATE_NOOP("Core", "50,000 photographs of a thousand classes (ILSVRC 2012)"),
    // core/catalogue/catalog.cpp: devices
    QT_TRANSLATE_NOOP("Core", "Automatic"),
    QT_TRANSLATE_NOOP("Core", "The first CUDA device, or else the CPU"),
    QT_TRANSLATE_NOOP("Core", "The processor, all cores"),
    QT_TRANSLATE_NOOP("Core", "A graphics processor"),
    // core/recipe/recipe_table.cpp
    QT_TRANSLATE_NOOP("Core", "The model as it was trained. Its accuracy is what every method has to beat."),
    QT_TRANSLATE_NOOP("Core", "Lowers the entropy of every prediction by training the norm layers. Simple, "
                              "and it collapses: one class for everything also has no entropy."),
    QT_TRANSLATE_NOOP("Core", "Tent with an asymmetric pair: a trained predictor in one branch, a stop-"
                              "gradient on the other, and a divergence that keeps the two together. The "
                              "predictor takes up what would collapse the model."),
    QT_TRANSLATE_NOOP("Core", "Tent on confident samples that differ from what was seen before, the more "
                              "confident ones weighing more."),
    QT_TRANSLATE_NOOP("Core", "ETA with a Fisher penalty that holds important weights near where they "
                              "started."),
    QT_TRANSLATE_NOOP("Core", "Tent on confident samples with a sharpness-aware step, and back to the start "
                              "when the loss tells of a collapse."),
    QT_TRANSLATE_NOOP("Core", "Tent on confident samples whose prediction depends on the shape of the object:"
                              " it must fall when the picture's patches are shuffled."),
    QT_TRANSLATE_NOOP("Core", "Tent with another objective: the entropy of an opinion that may also say "
                              "\"uncertain\"."),
    QT_TRANSLATE_NOOP("Core", "EATA's samples with COME's objective."),
    QT_TRANSLATE_NOOP("Core", "SAR's samples and step with COME's objective."),
    QT_TRANSLATE_NOOP("Core", "DeYO's samples with COME's objective."),
    QT_TRANSLATE_NOOP("Core", "EATA's samples and weights with ZeroSiam's loss."),
    QT_TRANSLATE_NOOP("Core", "SAR's samples, step and recovery with ZeroSiam's loss."),
    QT_TRANSLATE_NOOP("Core", "DeYO's samples and weights with ZeroSiam's loss."),
    QT_TRANSLATE_NOOP(
        "Core", "The model as it was trained, but BatchNorm normalises with each batch's own statistics."),
    QT_TRANSLATE_NOOP("Core", "BatchNorm's statistics are nine parts of the training's and one of the "
                              "batch's: they help even where a batch is small or of one class."),
    QT_TRANSLATE_NOOP("Core", "BatchNorm's averages from the training move on with every batch."),
    QT_TRANSLATE_NOOP("Core", "BatchNorm's averages, corrected by a picture's own where these surely differ: "
                              "a picture's prediction does not depend on its batch."),
    QT_TRANSLATE_NOOP("Core", "Tent with Adam and its published rate for small pictures."),
    QT_TRANSLATE_NOOP("Core", "Tent with a step that looks ahead along its momentum."),
    QT_TRANSLATE_NOOP("Core", "ETA, and back to the start every 1,000 steps whatever happens. Simple, and "
                              "hard to beat on long streams."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Learns from samples that are unlike what was predicted lately, the more certain ones weighing more, "
        "and asks a view of each for the same answer. After every step the weights are drawn a little to the "
        "source, and the batch's own share of classes corrects what is reported."),
    QT_TRANSLATE_NOOP("Core", "ROID's loss; in place of the source the weights are drawn to hidden ones that "
                              "a Kalman filter estimates."),
    QT_TRANSLATE_NOOP("Core",
                      "ETA with a watch: where predictions concentrate on few classes the upper layers go "
                      "back to the start, the more, the worse it is, and a penalty holds what mattered."),
    QT_TRANSLATE_NOOP("Core", "ROID with ASR's partial resets and its penalty."),
    QT_TRANSLATE_NOOP("Core",
                      "The whole encoder learns to be certain of each sample and to use all classes alike "
                      "over a batch, which pushes the wrong way where a batch is of one class."),
    QT_TRANSLATE_NOOP("Core", "Tent on confident samples, with averages of the batches' statistics in place "
                              "of each batch's own and more weight for classes that were rarely predicted."),
    QT_TRANSLATE_NOOP("Core",
                      "Learns nothing: predictions of a batch are pulled towards those of its neighbours. "
                      "The best there is where neighbours show the same, the worst where they do not."),
    QT_TRANSLATE_NOOP("Core", "Leaves the network alone and replaces its last layer: each class is the mean "
                              "direction of the features that were assigned to it with the least entropy."),
    QT_TRANSLATE_NOOP("Core", "For every picture anew: lowers the entropy of the mean prediction over many "
                              "augmented views, with all weights, and predicts then."),
    QT_TRANSLATE_NOOP("Core",
                      "Learns from a teacher, a slow moving average of itself, which looks at augmented "
                      "views where the source is unsure; now and then single weights return to the source."),
    QT_TRANSLATE_NOOP("Core",
                      "Keeps a bank of recent and certain pictures, as many of each class, and learns from a "
                      "teacher on these: built for streams in which classes come in blocks."),
    QT_TRANSLATE_NOOP("Core", "RoTTA that watches how far features have left their classes: the further they "
                              "did, the more the source holds it and the less the teacher follows."),
    QT_TRANSLATE_NOOP("Core", "Keeps a bank of pictures balanced by predicted class, drawn by chance, and "
                              "trusts a picture's own statistics only where they depart beyond doubt."),
};

} // namespace

QString coreText(const std::string& english) {
    return QCoreApplication::translate("Core", english.c_str());
}

QString choiceTitle(const std::vector<Choice>& choices, const std::string& id) {
    for (const Choice& choice : choices)
        if (choice.id == id)
            return coreText(choice.title);
    return QString::fromStdString(id);
}

QString deviceText(const DeviceInfo& device) {
    if (device.kind != DeviceKind::cpu)
        return QString::fromStdString(device_title(device)); // a name and a number
    return device.threads == 1 ? QCoreApplication::translate("Core", "CPU, 1 thread")
                               : QCoreApplication::translate("Core", "CPU, %1 threads").arg(device.threads);
}

} // namespace lab
