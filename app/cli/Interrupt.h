// SPDX-License-Identifier: Apache-2.0
// Ctrl+C and SIGTERM as events of the main loop: the first asks nicely, the second ends the program.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

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
    int m_count = 0;
};

} // namespace windsock
