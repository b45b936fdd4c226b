#pragma once

#include "core/base/image.h"
#include "core/base/notice.h"
#include "core/spec/corruption_kind.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace lab {

/// One picture of a set cannot be read. A stream leaves it out and says so; the run goes on.
class UnreadablePicture : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A data set: pictures with labels, read at random. Implementations are safe to read from several threads.
class ImageSet {
  public:
    virtual ~ImageSet() = default;

    virtual std::string name() const = 0;  ///< for people: "Fashion-MNIST test"
    virtual std::int64_t size() const = 0; ///< number of pictures
    /// The uncorrupted picture. Throws UnreadablePicture where the file is damaged, and std::runtime_error
    /// where a set has no uncorrupted pictures at all.
    virtual Image image(std::int64_t index) const = 0;
    virtual int label(std::int64_t index) const = 0; ///< 0 … class count − 1; −1 where unknown
    /// In label order; empty for pictures without labels.
    virtual const std::vector<std::string>& class_names() const = 0;

    /// What the classes are called in the files, in label order: folder names, WordNet ids. Empty where they
    /// have no such names.
    virtual const std::vector<std::string>& class_keys() const {
        static const std::vector<std::string> none;
        return none;
    }

    /// Sets that were published as corrupted pictures (CIFAR-10-C, ImageNet-C): the picture as it was
    /// published under that corruption; throws as image() does. Nothing for all other sets and for no
    /// corruption: the stream then corrupts image() itself.
    virtual std::optional<Image> published(std::int64_t index, const Corruption& corruption) const {
        static_cast<void>(index);
        static_cast<void>(corruption);
        return std::nullopt;
    }
    /// Whether image() has uncorrupted pictures to give.
    virtual bool has_clean() const { return true; }
    /// Throws std::runtime_error with a sentence where the set cannot deliver that corruption. Asked before a
    /// run for everything that its stream will need.
    virtual void require(const Corruption& corruption) const { static_cast<void>(corruption); }
    /// A sentence for each file that was found to be unusable when the set was listed, in order.
    virtual std::vector<std::string> skipped() const { return {}; }
    /// What a person must know of the set: counts of what was used and left out, where labels came from.
    virtual std::vector<Notice> notices() const { return {}; }
};

} // namespace lab
