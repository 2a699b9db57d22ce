// SPDX-License-Identifier: Apache-2.0
// Fetches a pinned release of kind, helm or kubectl into Windsock's own folder. Nothing gets a program's name or may be run
// before its SHA-256 is the published one; whatever goes wrong, nothing is left behind. Main thread.
#pragma once

#include "core/net/HttpClient.h"
#include "core/process/CommandRunner.h"
#include "core/tools/ToolDownloads.h"

#include <QTemporaryDir>

namespace windsock {

class ToolDownloader : public QObject
{
    Q_OBJECT
public:
    // `folder` is made where it is missing. Runner and clock outlive this.
    ToolDownloader(CommandRunner &runner, Clock &clock, const QString &folder, QObject *parent = nullptr);

    // The program's path, which replaces an older one at once. Errors: as HttpClient::save(); Network with the rule
    // "tool.checksum": the file is not the published one; ToolFailed: it cannot be unpacked or put in its place.
    Async<QString> fetch(const ToolDownload &what, const std::function<void(const QString &)> &progress = {}, const Cancel &cancel = {});

private:
    struct Work;
    using WorkPtr = std::shared_ptr<Work>;
    Result<> makeRoom(Work &work) const;
    Async<> save(const WorkPtr &work);
    Async<> unpack(const WorkPtr &work);
    Result<QString> install(const Work &work) const;

    CommandRunner &m_runner;
    QString m_folder;
    HttpClient m_client;
};

} // namespace windsock
