// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/StopSignals.h"

#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <unistd.h>

namespace windsock {

namespace {
int writeEnd = -1; // a signal handler can reach globals only; written once before the handler is set

void onSignal(int)
{
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    errno = before;
}

void handle(std::initializer_list<int> signalNumbers, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : signalNumbers)
        ::sigaction(number, &action, nullptr);
}
} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent), m_notifier(m_pipe.readEnd(), QSocketNotifier::Read)
{
    m_pipe.setReadNonBlocking();
    writeEnd = m_pipe.writeEnd();
    connect(&m_notifier, &QSocketNotifier::activated, this, &StopSignals::onReadable);
    handle({SIGTERM, SIGINT}, onSignal);
    handle({SIGHUP, SIGPIPE}, SIG_IGN);
}

StopSignals::~StopSignals()
{
    handle({SIGTERM, SIGINT, SIGHUP, SIGPIPE}, SIG_DFL);
    m_notifier.setEnabled(false);
    writeEnd = -1;
}

void StopSignals::onReadable()
{
    char bytes[64];
    for (ssize_t count; (count = ::read(m_pipe.readEnd(), bytes, sizeof bytes)) > 0;) {
        for (ssize_t at = 0; at < count; ++at)
            emit received();
    }
}

} // namespace windsock
