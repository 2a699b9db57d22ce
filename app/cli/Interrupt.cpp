// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Interrupt.h"

#include <fcntl.h>
#include <unistd.h>

namespace windsock {

namespace {
// A signal handler can reach globals only: the two ends of a pipe, written once before the handler is set.
int pipeEnds[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}
} // namespace

Interrupt::Interrupt(QObject *parent) : QObject(parent)
{
    if (pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::onReadable);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        if (sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN)
            continue;
        sigaction(signal, &action, nullptr);
        m_before.emplace_back(signal, before);
    }
}

Interrupt::~Interrupt()
{
    for (const auto &[signal, before] : m_before)
        sigaction(signal, &before, nullptr);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            close(std::exchange(end, -1));
    }
}

void Interrupt::onReadable()
{
    char bytes[64];
    while (read(pipeEnds[0], bytes, sizeof bytes) > 0) {
    }
    if (++m_count == 1)
        emit requested();
    else
        emit requestedAgain();
}

} // namespace windsock
