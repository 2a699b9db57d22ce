// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorAddress.h"

#include "core/base/FileText.h"
#include "core/net/JsonReader.h"
#include "core/supervise/FolderLock.h"
#include "core/supervise/SocketPlace.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisorAddress", text);
}

Error notListening(const QString &why, const QString &rule)
{
    Error error{Error::Code::NotFound, tr("Nothing keeps the components of this folder running")};
    error.why = why;
    error.todo = tr("Start the workspace");
    error.rule = rule;
    return error;
}
} // namespace

Error notListeningYet()
{
    return notListening(tr("The supervisor does not listen yet"), "supervise.starting");
}

Result<> saveAddress(const SupervisorFolder &folder, const QString &socketPath)
{
    return writeFile(folder.address(), QJsonDocument(QJsonObject{{"socket", socketPath}}).toJson(), ownerOnly);
}

Result<QString> findAddress(const SupervisorFolder &folder)
{
    if (!FolderLock::isHeld(folder.lock()))
        return notListening(tr("No supervisor runs"), "supervise.none");
    const Result<QByteArray> bytes = readFile(folder.address());
    if (!bytes && bytes.error().code == Error::Code::NotFound)
        return notListeningYet();
    if (!bytes)
        return bytes.error();
    const Result<JsonReader> reader = JsonReader::parse(*bytes, folder.address());
    const QString path = reader ? (*reader)["socket"].text(QString()) : QString();
    if (!reader || reader->failure())
        return Error::badInput(tr("The file that says where the supervisor listens cannot be understood"), {folder.address()},
                               tr("Stop the workspace and start it again"));
    // Of an earlier supervisor, or not made yet.
    if (!isOurSocket(path))
        return notListeningYet();
    return path;
}

} // namespace windsock
