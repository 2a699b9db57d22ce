// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ImagePush.h"

#include "core/tools/Docker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

namespace windsock {

namespace {
constexpr int mostAttempts = 3;

Command pushCommand(const QString &reference)
{
    Command command;
    command.tool = Tool::Docker;
    command.args = {"push", "--quiet", "--", reference};
    command.limit = 0s; // PushReceiver counts bytes; the step counts time
    command.grace = 2s;
    return command;
}

QStringList diffIdsOf(const QByteArray &config)
{
    QStringList diffIds;
    const QJsonArray list = QJsonDocument::fromJson(config).object().value("rootfs").toObject().value("diff_ids").toArray();
    for (const QJsonValue &diffId : list)
        diffIds += diffId.toString();
    return diffIds;
}
} // namespace

ImagePush::ImagePush(RunContext &context, Setup setup)
    : QObject(&context), m_context(context), m_setup(std::move(setup)), m_receiver(m_setup.atMost, m_setup.keep)
{
    m_hook = context.cancel().onRequest([cancel = m_cancel] { cancel.request(); });
    connect(&m_receiver, &PushReceiver::overflowed, this, [this] {
        m_overflowed = true;
        m_cancel.request();
    });
}

Async<PushOutcome> ImagePush::start()
{
    const Async<PushOutcome> future = m_promise.future();
    if (Result<> begun = m_receiver.begin(); !begun) {
        finish(begun.error());
        return future;
    }
    m_reference = m_receiver.reference();
    m_receiver.deny(m_setup.imageId); // the config: we need it, whoever has it
    whenDone(m_context.runAlways(docker::tag(m_setup.imageId, m_reference), m_cancel), this, &ImagePush::onTagged);
    return future;
}

void ImagePush::onTagged(const Result<CommandOutput> &tagged)
{
    if (!tagged)
        return finish(tagged.error());
    if (!tagged->succeeded())
        return finish(PushOutcome{PushOutcome::How::Refused, {}, tagged->err});
    push();
}

void ImagePush::push()
{
    ++m_attempts;
    m_receiver.forgetManifest();
    whenDone(m_context.runAlways(pushCommand(m_reference), m_cancel), this, &ImagePush::onPushed);
}

void ImagePush::onPushed(const Result<CommandOutput> &pushed)
{
    if (m_context.cancel().isRequested())
        return finish(Error::canceled());
    if (m_overflowed)
        return finish(PushOutcome{PushOutcome::How::TooMuch});
    if (!pushed)
        return finish(pushed.error());
    if (!pushed->succeeded() || !m_receiver.image()) {
        const auto how = m_receiver.wasReached() ? PushOutcome::How::Refused : PushOutcome::How::Unreachable;
        return finish(PushOutcome{how, {}, pushed->err});
    }
    if (m_setup.keep == PushReceiver::Keep::Nothing)
        return finish(PushOutcome{PushOutcome::How::Done});
    if (denyWhatNodeLacks() && m_attempts < mostAttempts)
        return push();
    const Result<OciImage> image = imageForNode();
    if (!image)
        return finish(PushOutcome{PushOutcome::How::Refused, {}, image.error().what.toUtf8()});
    QByteArray archive;
    const auto &blobs = m_receiver.image()->blobs;
    for (const LayerBlob &layer : image->layers) {
        if (blobs.contains(layer.digest))
            archive += tar::file("blobs/sha256/" + layer.digest.mid(7).toLatin1(), blobs.value(layer.digest));
    }
    finish(PushOutcome{PushOutcome::How::Done, archive + ociTail(*image)});
}

// "I have that" was a guess. True: some of it was wrong, and Docker has to push again.
bool ImagePush::denyWhatNodeLacks()
{
    const PushedImage &image = *m_receiver.image();
    const QStringList diffIds = diffIdsOf(image.config);
    bool denied = false;
    for (qsizetype i = 0; i < image.layers.size(); ++i) {
        const QString &digest = image.layers.at(i).digest;
        if (image.blobs.contains(digest) || m_setup.node.hasLayer(diffIds.value(i)))
            continue;
        m_receiver.deny(digest);
        denied = true;
    }
    return denied;
}

Result<OciImage> ImagePush::imageForNode() const
{
    const PushedImage &pushed = *m_receiver.image();
    const QStringList diffIds = diffIdsOf(pushed.config);
    OciImage image{m_setup.name, pushed.config, {}};
    if (digestOf(pushed.config) != m_setup.imageId || diffIds.size() != pushed.layers.size())
        return Error{Error::Code::ToolFailed,
                     QCoreApplication::translate("ImagePush", "Docker pushed another image than it was asked for")};
    for (qsizetype i = 0; i < diffIds.size(); ++i) {
        if (m_setup.node.hasLayer(diffIds.at(i)))
            image.layers += m_setup.node.layer(diffIds.at(i));
        else if (pushed.blobs.contains(pushed.layers.at(i).digest))
            image.layers += pushed.layers.at(i);
        else
            return Error{Error::Code::ToolFailed, QCoreApplication::translate("ImagePush", "Docker did not push layer %1").arg(i + 1)};
    }
    return image;
}

bool ImagePush::hasOwnName(const docker::ImageFacts &image)
{
    return !std::all_of(image.tags.begin(), image.tags.end(), &ImagePush::isPushName);
}

bool ImagePush::isPushName(const QString &tag)
{
    return tag.startsWith(QStringLiteral("127.0.0.1:")) && tag.contains(QStringLiteral("/windsock-"));
}

// The image keeps its own name: only the one that this push needed goes, canceled or not.
void ImagePush::finish(const Result<PushOutcome> &outcome)
{
    m_hook.reset();
    const QStringList names = m_setup.leftOver + (m_reference.isEmpty() ? QStringList() : QStringList{m_reference});
    const Async<CommandOutput> removed = names.isEmpty() ? ready(CommandOutput()) : m_context.runAlways(docker::removeImages(names));
    if (outcome && !outcome->archive.isEmpty())
        m_promise.resolve(outcome); // the archive has better to do than wait
    whenDone(removed, this, [this, outcome](const Result<CommandOutput> &) {
        m_promise.resolve(outcome);
        deleteLater();
    });
}

static Async<> primeIfNamed(RunContext *context, const CommandOutput &output)
{
    const auto image = docker::parseImage(output.out);
    if (!image || !ImagePush::hasOwnName(*image))
        return ready();
    auto *push = new ImagePush(*context, {.imageId = image->id, .keep = PushReceiver::Keep::Nothing});
    return andThen(push->start(), context, [](const PushOutcome &) { return Result<>(); });
}

Async<> primePush(RunContext &context, const QString &imageId)
{
    return andThen(context.ask(docker::imageInspect(imageId)), &context, std::bind_front(primeIfNamed, &context));
}

} // namespace windsock
