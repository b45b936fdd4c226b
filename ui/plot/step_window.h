#pragma once

namespace lab {

/// Which steps the charts show: the whole run, a part of it, or its latest steps while it goes on. In steps,
/// as real numbers, so that a zoom goes to where the pointer is.
class StepWindow {
  public:
    static constexpr double narrowest = 4; ///< steps

    double first() const { return all_ ? 0 : first_; }
    double last() const { return all_ ? total_ : last_; }
    bool isAll() const { return all_; }
    /// The end moves with the run.
    bool follows() const { return follows_; }

    /// The run has this many steps. What is shown stays, as far as it is there.
    void setTotal(int steps);
    /// The run has come so far. @return whether what is shown moves with it
    bool setNewest(int step);
    void showAll();
    /// The latest steps, this many of them.
    void follow(int steps);
    /// A part; the other end first is as good.
    void show(double from, double to);
    /// The step at `at` stays where it is. @param factor of the number of steps: 0.5 shows half as many
    void zoom(double factor, double at);
    void pan(double steps);

  private:
    void put(double from, double to);

    double total_ = 1;
    double first_ = 0;
    double last_ = 1;
    double newest_ = 0;
    bool all_ = true;
    bool follows_ = false;
};

} // namespace lab
