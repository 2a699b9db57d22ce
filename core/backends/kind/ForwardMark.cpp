// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ForwardMark.h"

#include "core/base/FileText.h"

#include <QCoreApplication>
#include <QFile>

#include <signal.h>

namespace windsock {

Result<> writeForwardMark(const KindPlaces &places, int port)
{
    const QByteArray text = QByteArray::number(port) + ' ' + QByteArray::number(QCoreApplication::applicationPid());
    return writeFile(places.forwardMark, text, ownerOnly);
}

void removeForwardMark(const KindPlaces &places)
{
    QFile::remove(places.forwardMark);
}

std::optional<qint64> forwarderOf(const KindPlaces &places, int port)
{
    const QList<QByteArray> words = readFile(places.forwardMark).value_or({}).split(' ');
    const pid_t pid = words.value(1).toInt();
    const bool lives = words.value(0).toInt() == port && pid > 0 && kill(pid, 0) == 0;
    return lives ? std::optional<qint64>(pid) : std::nullopt;
}

} // namespace windsock
