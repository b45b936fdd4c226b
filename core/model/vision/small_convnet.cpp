#include "core/model/vision/small_convnet.h"

#include "core/nn/group_norm.h"

#include <ATen/ATen.h>

namespace lab {

namespace {

class SmallConvNet final : public Classifier {
  public:
    SmallConvNet(const NormConfig& norm, const at::TensorOptions& options)
        : Classifier(options), conv1_(parameters_, "conv1", 1, 8, 3, 2, 1, false),
          norm1_(parameters_, "norm1", 8, norm, norm_mode_),
          conv2_(parameters_, "conv2", 8, 16, 3, 2, 1, false),
          norm2_(parameters_, "norm2", 16, norm, norm_mode_),
          fc_(parameters_, "fc", 16, 10, LinearKind::affine, TensorRole::head) {}

    at::Tensor features(const ModelInput& input) const override {
        const at::Tensor x = normalised_relu(norm1_, conv1_(input.images));
        return normalised_relu(norm2_, conv2_(x)).mean({2, 3});
    }

    at::Tensor head(const at::Tensor& features) const override { return fc_(features); }
    std::vector<const Norm*> norms() const override { return {&norm1_, &norm2_}; }
    int feature_count() const override { return 16; }

  private:
    Conv2d conv1_;
    Norm norm1_;
    Conv2d conv2_;
    Norm norm2_;
    Linear fc_;
};

} // namespace

std::unique_ptr<Classifier> make_small_convnet(const NormConfig& norm, const at::TensorOptions& options) {
    return std::make_unique<SmallConvNet>(norm, options);
}

} // namespace lab
