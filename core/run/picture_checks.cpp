#include "core/run/picture_checks.h"

#include "core/dataset/data.h"
#include "core/dataset/label_match.h"
#include "core/dataset/relabelled_image_set.h"
#include "core/run/model_source.h"
#include "core/spec/names.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace lab {

namespace {

const Image cifar_shape{32, 32, 3, {}}; ///< of the published corruptions of CIFAR

/// Of a set whose pictures have one shape: whether they go into the model as they are.
std::vector<Notice> shape_notices(const ImageSet& set, const ModelShape& shape) {
    if (set.size() == 0)
        return {};
    const Image picture = set.has_clean() ? set.image(0) : cifar_shape;
    const std::string found = std::to_string(picture.width) + "×" + std::to_string(picture.height);
    const std::string side = std::to_string(shape.image_size);
    if (picture.channels > shape.channels)
        throw std::invalid_argument("the model expects grey pictures, found a colour picture");
    if (picture.width > shape.image_size || picture.height > shape.image_size)
        throw std::invalid_argument("the model expects pictures of at most " + side +
                                    " pixels a side, found " + found);
    std::vector<Notice> notices;
    if (picture.width != shape.image_size || picture.height != shape.image_size)
        notices.push_back(
            {NoticeSubject::data, false,
             "pictures of " + found + " pixels are padded with black to the model's " + side + "×" + side});
    if (picture.channels < shape.channels)
        notices.push_back(
            {NoticeSubject::data, false, "grey pictures are given to each of the model's three channels"});
    return notices;
}

DataClasses classes_of(const ImageSet& set) {
    DataClasses classes{set.class_names(), set.class_keys(), {}};
    classes.used.resize(classes.names.size());
    for (std::int64_t i = 0; i < set.size(); ++i)
        classes.used[static_cast<std::size_t>(set.label(i))] = true;
    return classes;
}

} // namespace

InputGeometry geometry_of(const ModelCard& card) {
    return {card.shape.image_size, card.crop, card.interpolation, card.shape.channels};
}

void require_all(const ImageSet& set, const std::vector<StreamItem>& plan) {
    const Corruption* last = nullptr;
    std::set<std::pair<CorruptionKind, int>> known;
    for (const StreamItem& item : plan)
        if (!item.pure_noise && (last == nullptr || *last != item.corruption)) {
            last = &item.corruption;
            if (known.emplace(last->kind, last->severity).second)
                set.require(*last);
        }
}

void expect_labels(const ImageSet& set, ScenarioKind scenario) {
    const bool needed = scenario == ScenarioKind::label_shift || scenario == ScenarioKind::blind_spot;
    if (set.class_names().empty() && needed)
        throw std::invalid_argument("stream.scenario: " + name_of(scenario) +
                                    " needs labels, and these pictures have none: choose mild");
}

std::shared_ptr<const ImageSet> open_data_for(const ExperimentSpec& spec, const ModelCard& card) {
    std::shared_ptr<const ImageSet> images = open_data(spec, geometry_of(card));
    if (images->class_names().empty())
        return images;
    std::vector<Notice> notices;
    if (is_small_set(spec.data))
        notices = shape_notices(*images, card.shape);
    LabelMatch match = match_labels(classes_of(*images), card.class_names);
    notices.push_back(match.notice);
    return std::make_shared<RelabelledImageSet>(images, std::move(match.index), card.class_names,
                                                std::move(notices));
}

void report_dropped(const ImageSet& set, const Batch& batch, std::vector<Event>& events) {
    std::vector<std::string> sentences;
    for (const Batch::Dropped& dropped : batch.dropped)
        sentences.push_back(dropped.why);
    if (const std::vector<std::string> listed = set.skipped(); batch.step == 1 && !listed.empty())
        events.push_back({0, -1, 1, PicturesDropped{listed}});
    if (!sentences.empty())
        events.push_back({0, -1, batch.step, PicturesDropped{sentences}});
}

} // namespace lab
