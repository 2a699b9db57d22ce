// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ImageLoad.h"

#include "core/backends/kind/ImagePush.h"
#include "core/backends/kind/LayerFilter.h"
#include "core/backends/kind/NodeControl.h"
#include "core/base/Clock.h"
#include "core/tools/Docker.h"
#include "core/tools/DockerReplies.h"

#include <QCoreApplication>
#include <QLocale>

using namespace std::chrono_literals;

namespace windsock {

namespace {
using Way = LoadOutcome::Way;

// Where `docker push` to 127.0.0.1 can come to us, and is worth it.
bool canPush(const docker::EngineInfo &engine)
{
    return engine.provider == docker::Provider::Native && !engine.rootless && !engine.containerdStore;
}

// One load from question to proof. Owned by its context, deletes itself when it is over.
class ImageLoading : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(ImageLoad)
public:
    ImageLoading(RunContext &context, const LoadRequest &request)
        : QObject(&context), m_context(context), m_request(request), m_fullName(fullImageName(request.name)),
          m_began(context.clock().monotonic())
    {}

    Async<LoadOutcome> start()
    {
        if (m_request.nodeUp)
            askDocker();
        else
            whenDone(m_context.ask(nodestore::listImages(m_request.node)), this, &ImageLoading::onImages);
        return m_promise.future();
    }

private:
    void onImages(const Result<CommandOutput> &output);
    void tag(const QString &from);
    void askDocker();
    void askForFacts();
    void onFacts(const Result<> &facts);
    void push();
    void onPushed(const Result<PushOutcome> &pushed);
    void pipe();
    QString snapshotter() const { return nodestore::parseSnapshotter(m_config); }
    Command import() const { return nodestore::importImage(m_request.node, snapshotter()); }
    Async<Command> importOnceUp();
    void onPiped(const Result<PipeOutput> &piped);
    void verify(Way way, const QString &id);
    void onVerified(const Result<> &verified);
    void again(const Error &why);
    void finish(Result<LoadOutcome> outcome);
    // Asks and keeps what was answered; a question that fails is an error.
    Async<> learn(const Command &command, QByteArray *answer);
    void showBytes(qint64 seen);

    RunContext &m_context;
    const LoadRequest m_request;
    const QString m_fullName;
    const std::chrono::milliseconds m_began;
    Promise<LoadOutcome> m_promise;
    QByteArray m_content, m_files, m_config, m_image, m_engine, m_check, m_images; // answers
    docker::ImageFacts m_facts;
    docker::EngineInfo m_info;
    NodeLayers m_node;
    std::shared_ptr<LayerFilter> m_filter;
    bool m_namedAlready = false; // the node has that name, for another id
    bool m_whole = false;        // the second try, without any short cut
    QString m_expectedId;
    LoadOutcome m_outcome;
};

void ImageLoading::onImages(const Result<CommandOutput> &output)
{
    if (!output)
        return finish(output.error());
    if (!output->succeeded())
        return finish(explained(m_context.stepId(), Tool::Docker, *output));
    const Result<QList<NodeImage>> images = nodestore::parseImages(output->out);
    if (!images)
        return finish(images.error());
    for (const NodeImage &image : *images) {
        m_namedAlready = m_namedAlready || image.names.contains(m_fullName);
        if (image.id != m_request.imageId)
            continue;
        if (image.names.contains(m_fullName))
            return finish(LoadOutcome{Way::AlreadyThere});
        return tag(image.names.value(0, image.id)); // containerd files an image under its id too
    }
    askForFacts();
}

void ImageLoading::tag(const QString &from)
{
    whenDone(m_context.run(nodestore::tagImage(m_request.node, from, m_fullName)), this, [this](const Result<CommandOutput> &tagged) {
        if (tagged && tagged->succeeded())
            return finish(LoadOutcome{Way::Tagged});
        // kubelet may list an image for a while that containerd has just removed
        tagged ? askForFacts() : finish(tagged.error());
    });
}

void ImageLoading::askDocker()
{
    const QList<Async<>> questions{learn(docker::imageInspect(m_request.imageId), &m_image), learn(docker::info(), &m_engine)};
    whenDone(allOf(this, questions), this, &ImageLoading::onFacts);
}

void ImageLoading::askForFacts()
{
    const QList<Async<>> questions{learn(nodestore::listContent(m_request.node), &m_content),
                                   learn(nodestore::listBlobFiles(m_request.node), &m_files),
                                   learn(nodestore::showConfig(m_request.node), &m_config),
                                   learn(docker::imageInspect(m_request.imageId), &m_image), learn(docker::info(), &m_engine)};
    whenDone(allOf(this, questions), this, &ImageLoading::onFacts);
}

Async<> ImageLoading::learn(const Command &command, QByteArray *answer)
{
    const QString step = m_context.stepId();
    return andThen(m_context.ask(command), this, [answer, step](const CommandOutput &output) {
        *answer = output.out;
        return output.succeeded() ? Result<>() : Result<>(explained(step, Tool::Docker, output));
    });
}

void ImageLoading::onFacts(const Result<> &facts)
{
    if (!facts)
        return finish(facts.error());
    const auto image = docker::parseImage(m_image);
    const auto engine = docker::parseInfo(m_engine);
    if (!image || !engine)
        return finish(image ? engine.error() : image.error());
    m_facts = *image;
    m_info = *engine;
    // With its images in containerd Docker's ids are not the node's; but what we named by content has that content.
    const bool named = m_namedAlready && m_request.name.endsWith(u':' + m_request.imageId.mid(7, 12));
    if (m_info.containerdStore && named)
        return finish(LoadOutcome{Way::AlreadyThere});
    m_node = nodestore::parseLayers(m_content, m_files);
    const bool hasSome = m_node.missing(m_facts.layers) < m_facts.layers.size();
    m_outcome.primingHelps = canPush(m_info) && ImagePush::hasOwnName(m_facts);
    if (hasSome && m_outcome.primingHelps)
        return push();
    pipe();
}

void ImageLoading::push()
{
    m_context.progress(tr("asking Docker for the layers that are new"));
    m_context.note(tr("Docker pushes the layers that are new to this program, on 127.0.0.1"));
    QStringList leftOver = m_facts.tags;
    leftOver.removeIf([](const QString &tag) { return !ImagePush::isPushName(tag); });
    auto *push = new ImagePush(m_context, {m_request.imageId, m_fullName, m_node, pushAtMost, PushReceiver::Keep::Blobs, leftOver});
    whenDone(push->start(), this, &ImageLoading::onPushed);
}

void ImageLoading::onPushed(const Result<PushOutcome> &pushed)
{
    using How = PushOutcome::How;
    if (!pushed)
        return finish(pushed.error());
    if (pushed->how != How::Done) {
        if (pushed->how == How::Refused)
            m_context.note(tr("Docker could not push it: %1").arg(QString::fromUtf8(pushed->words).trimmed()));
        m_outcome.primingHelps = pushed->how == How::TooMuch;
        return pipe();
    }
    m_outcome.primingHelps = false;
    m_outcome.bytes = pushed->archive.size();
    m_context.progress(tr("unpacking"));
    Command importPushed = import();
    importPushed.input = pushed->archive;
    whenDone(m_context.run(importPushed), this, [this](const Result<CommandOutput> &imported) {
        if (imported && !imported->succeeded())
            return again(explained(m_context.stepId(), Tool::Docker, *imported));
        imported ? verify(Way::Pushed, m_request.imageId) : finish(imported.error());
    });
}

void ImageLoading::pipe()
{
    const bool knowsPlatform = m_info.containerdStore && m_info.serverVersion.section(u'.', 0, 0).toInt() >= 28;
    const QString platform = knowsPlatform ? m_facts.system + u'/' + m_facts.architecture : QString();
    m_filter = std::make_shared<LayerFilter>(LayerFilter::Setup{.name = m_fullName,
                                                                .imageId = m_info.containerdStore ? QString() : m_request.imageId,
                                                                .layers = m_facts.layers,
                                                                .node = m_whole ? NodeLayers() : m_node,
                                                                .progress = [self = QPointer(this)](qint64 seen) {
                                                                    if (self) // the runner may hold the filter for longer
                                                                        self->showBytes(seen);
                                                                }});
    const Async<Command> sink = m_request.nodeUp ? importOnceUp() : ready(import());
    whenDone(m_context.pipe(docker::save({.images = {m_request.imageId}, .platform = platform}), sink, m_filter), this,
             &ImageLoading::onPiped);
}

Async<Command> ImageLoading::importOnceUp()
{
    m_context.progress(tr("Docker packs it while the cluster is being made"));
    const Async<> up = unlessCanceled(*m_request.nodeUp, this, m_context.cancel());
    const Async<> asked = andThen(up, this, [this](Nothing) { return learn(nodestore::showConfig(m_request.node), &m_config); });
    return andThen(asked, this, [this](Nothing) { return Result<Command>(import()); });
}

void ImageLoading::showBytes(qint64 seen)
{
    // Docker's size is that of the files; their archive is larger by a few percent, and what follows is no transfer any more
    if (m_facts.size > 0 && seen >= m_facts.size)
        return m_context.progress(tr("unpacking"), 1);
    const QLocale locale;
    m_context.progress(tr("%1 of %2").arg(locale.formattedDataSize(seen), locale.formattedDataSize(m_facts.size)),
                       m_facts.size > 0 ? double(seen) / double(m_facts.size) : -1);
}

void ImageLoading::onPiped(const Result<PipeOutput> &piped)
{
    if (!piped && piped.error().isCancel())
        return finish(piped.error());
    if (!piped)
        return again(piped.error());
    m_outcome.bytes += piped->bytes;
    const CommandOutput &bad = piped->source.succeeded() ? piped->sink : piped->source;
    if (!bad.succeeded())
        return again(explained(m_context.stepId(), Tool::Docker, bad));
    verify(Way::Piped, m_filter->configDigest());
}

void ImageLoading::verify(Way way, const QString &id)
{
    m_outcome.way = way;
    m_expectedId = id;
    const QList<Async<>> questions{learn(nodestore::checkImage(m_request.node, snapshotter(), m_fullName), &m_check),
                                   learn(nodestore::listImages(m_request.node), &m_images)};
    whenDone(allOf(this, questions), this, &ImageLoading::onVerified);
}

void ImageLoading::onVerified(const Result<> &verified)
{
    if (!verified)
        return finish(verified.error());
    const auto isIt = [this](const NodeImage &image) { return image.id == m_expectedId && image.names.contains(m_fullName); };
    const QList<NodeImage> images = nodestore::parseImages(m_images).value_or({});
    if (nodestore::parseIsComplete(m_check) && std::any_of(images.begin(), images.end(), isIt))
        return finish(m_outcome);
    again(Error{.code = Error::Code::ToolFailed,
                .what = tr("The image did not get into the cluster whole"),
                .why = tr("containerd in %1 says: %2").arg(m_request.node, QString::fromUtf8(m_check).trimmed()),
                .todo = tr("Start again; if that does not help, delete the cluster and start it anew"),
                .rule = QStringLiteral("image.incomplete")});
}

// A short cut that did not work out is no failure yet: everything once more, and nothing left out.
void ImageLoading::again(const Error &why)
{
    const bool tookShortCut = m_outcome.way == Way::Pushed || m_node.missing(m_facts.layers) < m_facts.layers.size();
    if (std::exchange(m_whole, true) || !tookShortCut)
        return finish(why);
    m_context.note(tr("%1 Sending all of it.").arg(why.report()));
    pipe();
}

void ImageLoading::finish(Result<LoadOutcome> outcome)
{
    if (outcome)
        outcome->took = m_context.clock().monotonic() - m_began;
    m_promise.resolve(std::move(outcome));
    deleteLater();
}

} // namespace

QString wayName(LoadOutcome::Way way)
{
    switch (way) {
    case Way::AlreadyThere: return QStringLiteral("already-there");
    case Way::Tagged: return QStringLiteral("tagged");
    case Way::Pushed: return QStringLiteral("pushed");
    case Way::Piped: return QStringLiteral("piped");
    }
    return {};
}

Async<LoadOutcome> loadImage(RunContext &context, const LoadRequest &request)
{
    return (new ImageLoading(context, request))->start();
}

} // namespace windsock
