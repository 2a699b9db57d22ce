// SPDX-License-Identifier: Apache-2.0
// Keeps a list of objects as it is now: lists once, then follows what changes. Survives a server that goes and comes back.
// While nothing changes there is no traffic but the watch itself. Main thread.
#pragma once

#include "core/base/Backoff.h"
#include "core/kube/KubeClient.h"
#include "core/net/LineStream.h"

#include <QMap>

namespace windsock {

class KubeWatch : public QObject
{
    Q_OBJECT
public:
    // The client outlives it.
    KubeWatch(KubeClient &client, const KubeSelector &what, QObject *parent = nullptr);
    ~KubeWatch() override { stop(); }

    void start();                                                 // again after stop()
    void stop();                                                  // keeps the items, emits nothing more
    bool isSynced() const { return m_synced; }                    // the first list has arrived
    bool isLive() const { return m_live; }                        // the watch is open now
    QList<QJsonObject> items() const { return m_items.values(); } // by namespace and name

signals:
    void synced();                                  // once after start(), before the first changed()
    void changed(const QList<QJsonObject> &items);  // at most every 50 ms
    void interrupted(const windsock::Error &error); // tries again by itself, after 50 ms to 15 s

private:
    void list();
    void onListed(int round, const Result<KubeList> &result);
    void watch();
    void onLine(const QByteArray &line);
    void applyEvent(const QString &type, const QJsonObject &object);
    void onEnded(const Result<> &result);
    void onFailure(const Error &error);
    void goOn();
    void noteChange();
    void emitChange();

    KubeClient &m_client;
    KubeSelector m_what;
    std::unique_ptr<LineStream> m_stream;
    QMap<QString, QJsonObject> m_items;
    QString m_version; // empty: list anew
    Cancel m_listing;
    Backoff m_backoff;
    std::chrono::milliseconds m_openedAt{0}, m_emittedAt{0};
    int m_round = 0; // tells what is still under way from before a stop()
    bool m_running = false, m_synced = false, m_live = false, m_changePending = false;
};

} // namespace windsock
