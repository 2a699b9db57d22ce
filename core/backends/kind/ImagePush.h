// SPDX-License-Identifier: Apache-2.0
// One `docker push` of an image into this process, and what came of it: an archive for the node that holds only layers that
// the node does not have. Leaves nothing behind in Docker but its memory of the layers' digests. Owned by its context.
#pragma once

#include "core/backends/kind/NodeImageStore.h"
#include "core/backends/kind/PushReceiver.h"
#include "core/plan/RunContext.h"
#include "core/tools/DockerReplies.h"

namespace windsock {

struct PushOutcome
{
    enum class How {
        Done,
        TooMuch,     // Docker uploads more than a push is worth
        Unreachable, // the engine's 127.0.0.1 is not ours: it runs in a VM or in another network namespace
        Refused      // docker push failed otherwise
    };
    How how = How::Refused;
    QByteArray archive = {}; // Done
    QByteArray words = {};   // Refused: what docker said
};

class ImagePush : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        QString imageId;
        QString name; // full name in the node
        NodeLayers node = {};
        qint64 atMost = 0; // compressed bytes; 0: no limit
        PushReceiver::Keep keep = PushReceiver::Keep::Blobs;
        QStringList leftOver = {}; // names that pushes which were killed have left on this image
    };
    static bool isPushName(const QString &tag); // made by this class
    // Else the end of the name that a push needs would be the end of the image.
    static bool hasOwnName(const docker::ImageFacts &image);

    ImagePush(RunContext &context, Setup setup);
    // Errors: Canceled, and those of a docker that cannot be run. Deletes itself when it is over.
    Async<PushOutcome> start();

private:
    void push();
    void onTagged(const Result<CommandOutput> &tagged);
    void onPushed(const Result<CommandOutput> &pushed);
    bool denyWhatNodeLacks();
    Result<OciImage> imageForNode() const;
    void finish(const Result<PushOutcome> &outcome);

    RunContext &m_context;
    const Setup m_setup;
    PushReceiver m_receiver;
    Promise<PushOutcome> m_promise;
    Cancel m_cancel; // of the run, or ours when Docker uploads too much
    CancelHook m_hook;
    QString m_reference;
    bool m_overflowed = false;
    int m_attempts = 0;
};

// Lets Docker compress the image's layers once and keeps nothing of it but Docker's own memory of their digests. Takes about
// 25 s of one core for 600 MB. May be canceled at any time; where a push cannot work it ends at once.
Async<> primePush(RunContext &context, const QString &imageId);

} // namespace windsock
