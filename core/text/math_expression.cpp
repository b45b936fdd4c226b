#include "core/text/math_expression.h"

#include "core/text/math_scanner.h"

#include <array>
#include <bit>
#include <cctype>
#include <cmath>
#include <numbers>
#include <string_view>

namespace lab {

namespace {

constexpr int deepest = 60;

/// A reader of the grammar by recursive descent. What fails goes on with nothing.
class Evaluator : private MathScanner {
  public:
    Evaluator(std::string_view text, int sample) : MathScanner(text), sample_(sample) {}

    std::optional<MathNumber> value() {
        const MathNumber result = addition();
        skip();
        if (failed_ || at_ != text_.size() || !std::isfinite(result.value))
            return std::nullopt;
        return result;
    }
    bool variable_seen() const { return variable_; }

  private:
    struct Level {
        explicit Level(Evaluator& of) : evaluator(of) { evaluator.failed_ |= ++evaluator.depth_ > deepest; }
        ~Level() { --evaluator.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        Evaluator& evaluator;
    };

    MathNumber addition() {
        const Level level(*this);
        if (failed_)
            return fail();
        MathNumber result = multiplication();
        while (!failed_) {
            if (take("+"))
                result = sum_of(result, multiplication());
            else if (take("-") || take("\u2212"))
                result = sum_of(result, negative_of(multiplication()));
            else
                break;
        }
        return result;
    }

    MathNumber multiplication() {
        MathNumber result = signed_power();
        while (!failed_) {
            if (take("\\cdot") || take("\\times") || take("*") || take("\u00d7") || take("\u00b7"))
                result = product_of(result, signed_power());
            else if (take("/") || take("\\div") || take("\u00f7"))
                result = quotient_of(result, signed_power());
            else if (begins_factor())
                result = product_of(result, power_of_one());
            else
                break;
        }
        return result;
    }

    /// Whether a factor without a sign of multiplication follows.
    bool begins_factor() {
        const char c = next();
        if (c == '(' || c == '[' || std::isalpha(static_cast<unsigned char>(c)) != 0)
            return true;
        if (text_.substr(at_).starts_with("\u03c0") || text_.substr(at_).starts_with("\u221a"))
            return true;
        if (c != '\\')
            return false;
        for (const char* other : {"\\cdot", "\\times", "\\div", "\\right"})
            if (text_.substr(at_).starts_with(other))
                return false;
        return true;
    }

    MathNumber signed_power() {
        const Level level(*this);
        if (failed_)
            return fail();
        if (take("-") || take("\u2212"))
            return negative_of(signed_power());
        if (take("+"))
            return signed_power();
        return power_of_one();
    }

    MathNumber power_of_one() {
        MathNumber base = atom();
        while (!failed_ && take("!"))
            base = factorial(base);
        if (!failed_ && take("^")) {
            MathNumber exponent;
            if (take("{"))
                exponent = closed("}");
            else
                exponent = next() == '-' ? signed_power() : short_argument();
            base = power_of(base, exponent);
        }
        return base;
    }

    MathNumber factorial(const MathNumber& of) {
        if (!of.exact || of.denominator != 1 || of.numerator < 0 || of.numerator > 170)
            return fail();
        MathNumber result = whole_number_of(1);
        for (std::int64_t i = 2; i <= of.numerator; ++i)
            result = product_of(result, whole_number_of(i));
        return result;
    }

    MathNumber closed(std::string_view by) {
        const MathNumber result = addition();
        return take(by) ? result : fail();
    }

    /// What follows a command: {...}, a digit, a letter or another command.
    MathNumber short_argument() {
        const Level level(*this);
        if (failed_)
            return fail();
        if (take("{"))
            return closed("}");
        if (is_digit(at_)) // one digit: \frac12
            return whole_number_of(text_[at_++] - '0');
        return atom();
    }

    MathNumber fraction_command() {
        const MathNumber above = short_argument();
        skip();
        const MathNumber below = short_argument();
        return quotient_of(above, below);
    }

    bool take_fraction() { return take("\\frac") || take("\\dfrac") || take("\\tfrac") || take("\\cfrac"); }

    MathNumber number() {
        const MathNumber result = decimal();
        // A mixed number: 2\frac{1}{2}
        const std::size_t before = at_;
        if (!failed_ && result.exact && !result.rounded && take_fraction()) {
            if (two_arguments_of_digits())
                return sum_of(result, fraction_command());
            at_ = before;
        }
        return result;
    }

    MathNumber atom() {
        const Level level(*this);
        if (failed_)
            return fail();
        const char c = next();
        if (is_digit(at_) || c == '.')
            return number();
        if (take("("))
            return closed(")");
        if (take("["))
            return closed("]");
        if (take("{"))
            return closed("}");
        if (take("|")) {
            MathNumber inside = closed("|");
            return inside.value < 0 ? negative_of(inside) : inside;
        }
        if (take_fraction())
            return fraction_command();
        if (take("\\sqrt") || take("\u221a"))
            return square_root();
        if (take("\\pi") || take("\u03c0"))
            return real_number(std::numbers::pi);
        if (c == '\\')
            return command();
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            return letters();
        return fail();
    }

    MathNumber square_root() {
        MathNumber degree = whole_number_of(2);
        if (take("["))
            degree = closed("]");
        return root_of_degree(short_argument(), degree);
    }

    MathNumber command() {
        using Function = double (*)(double);
        struct Named {
            const char* name;
            Function function;
        };
        static constexpr std::array<Named, 9> functions = {{{"\\sin", std::sin},
                                                            {"\\cos", std::cos},
                                                            {"\\tan", std::tan},
                                                            {"\\arcsin", std::asin},
                                                            {"\\arccos", std::acos},
                                                            {"\\arctan", std::atan},
                                                            {"\\exp", std::exp},
                                                            {"\\ln", std::log},
                                                            {"\\sinh", std::sinh}}};
        for (const Named& named : functions)
            if (take(named.name))
                return applied(named.function);
        if (take("\\log")) {
            MathNumber base = whole_number_of(0);
            if (take("_"))
                base = short_argument();
            const MathNumber of = argument();
            // Without a base it is read as in school, and as in analysis it would be another number.
            if (base.value == 0)
                return fail();
            return real_number(std::log(of.value) / std::log(base.value), of.rounded);
        }
        // Greek letters are variables.
        std::size_t end = at_ + 1;
        while (end < text_.size() && std::isalpha(static_cast<unsigned char>(text_[end])) != 0)
            ++end;
        static constexpr std::array<std::string_view, 12> greek = {
            "\\alpha", "\\beta", "\\gamma", "\\delta", "\\theta",   "\\lambda",
            "\\mu",    "\\phi",  "\\omega", "\\sigma", "\\epsilon", "\\rho"};
        for (const std::string_view letter : greek)
            if (text_.substr(at_, end - at_) == letter) {
                at_ = end;
                return variable(letter);
            }
        return fail();
    }

    MathNumber argument() { return next() == '{' || next() == '(' ? atom() : power_of_one(); }

    MathNumber applied(double (*function)(double)) {
        MathNumber exponent = whole_number_of(1);
        if (take("^"))
            exponent = short_argument();
        if (exponent.value < 0) // \sin^{-1} is the inverse to some and the reciprocal to others
            return fail();
        const MathNumber of = argument();
        return power_of(real_number(function(of.value), of.rounded), exponent);
    }

    /// One letter is a variable, a word is none of ours.
    MathNumber letters() {
        if (take("sqrt"))
            return square_root();
        if (take("pi"))
            return real_number(std::numbers::pi);
        const std::string_view letter = text_.substr(at_, 1);
        ++at_;
        if (letter == "e")
            return real_number(std::numbers::e);
        return variable(letter);
    }

    /// A value for a name that depends on the sample alone.
    MathNumber variable(std::string_view name) {
        variable_ = true;
        std::uint64_t hash = 0xcbf29ce484222325 + static_cast<std::uint64_t>(sample_) * 0x9e3779b97f4a7c15;
        if (take("_")) {
            const MathNumber index = short_argument();
            hash +=
                static_cast<std::uint64_t>(static_cast<std::int64_t>(index.value * 64)) * 0x2545f4914f6cdd1d;
        }
        for (const char c : name)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        hash ^= hash >> 29;
        hash *= 0xbf58476d1ce4e5b9;
        return real_number(0.5 + static_cast<double>(hash >> 40) / 16777216.0 * 1.7);
    }

    int sample_;
    int depth_ = 0;
    bool variable_ = false;
};

} // namespace

std::optional<MathNumber> evaluate_expression(std::string_view text, int sample) {
    return Evaluator(text, sample).value();
}

bool has_variable(std::string_view text) {
    Evaluator evaluator(text, 0);
    return evaluator.value().has_value() && evaluator.variable_seen();
}

} // namespace lab
