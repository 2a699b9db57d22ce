// SPDX-License-Identifier: Apache-2.0
// One container's log through the API server, line by line. Ends when the container ends; who wants to go on opens it
// again. Main thread.
#pragma once

#include "core/kube/KubeClient.h"
#include "core/net/LineStream.h"

namespace windsock {

struct PodLogRequest
{
    QString space, pod, container;
    bool follow = true;
    bool previous = false;   // of the container before the last restart
    int tailLines = 500;     // below 0: everything that the node still has
    QDateTime since = {};    // only lines from then on (the server cuts to whole seconds)
    bool timestamps = false; // each line begins with its time (RFC 3339), for going on after a break
};

class PodLogStream : public QObject
{
    Q_OBJECT
public:
    explicit PodLogStream(KubeClient &client, QObject *parent = nullptr); // the client outlives it

    void open(const PodLogRequest &request); // ends what was open before, without a signal
    void close();
    bool isOpen() const { return m_stream->isOpen(); }

signals:
    void opened();
    void line(const QByteArray &line);
    void ended(const windsock::Result<> &result); // as LineStream's; a container that has not started yet is BadInput

private:
    KubeClient &m_client;
    std::unique_ptr<LineStream> m_stream;
};

// The last lines at once, for error cards; not followed.
Async<QStringList> readPodLog(KubeClient &client, const PodLogRequest &request, const Cancel &cancel = {});

} // namespace windsock
