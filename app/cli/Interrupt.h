// SPDX-License-Identifier: Apache-2.0
// Ctrl+C and SIGTERM as events of the main loop: the first asks nicely, the second ends the program. A signal that whoever started
// the program wants ignored (nohup, a shell's background job) stays ignored.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <csignal>
#include <memory>
#include <utility>
#include <vector>

namespace windsock {

class Interrupt : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

signals:
    void requested();      // first signal
    void requestedAgain(); // every further one

private:
    void onReadable();
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::pair<int, struct sigaction>> m_before; // what stood where we listen now
    int m_count = 0;
};

} // namespace windsock
