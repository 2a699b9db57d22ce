// SPDX-License-Identifier: Apache-2.0
// podError(): the card for a pod's reason. What to do follows from the rule alone.
#include "core/kube/PodReason.h"
#include "core/kube/PodRole.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {

constexpr qsizetype evidenceLines = 20;

struct Advice
{
    const char *rule;
    Error::Code code;
    const char *todo;
};

const Advice advices[] = {
    {"pods.image", Error::Code::NotFound,
     QT_TRANSLATE_NOOP("PodError", "Correct its name and tag in the values; an image that was built here has to be loaded into the node")},
    {"pods.hostpath", Error::Code::NotFound,
     QT_TRANSLATE_NOOP("PodError", "Add the folder to extraMounts in kind-cluster.yaml, then reset the cluster")},
    {"pods.mount", Error::Code::NotFound,
     QT_TRANSLATE_NOOP("PodError", "Look at the volumes, claims, secrets and config maps that the values name")},
    {"pods.pending", Error::Code::Timeout,
     QT_TRANSLATE_NOOP("PodError", "Lower its requests in the values, or give the container engine more memory and processors")},
    {"pods.memory", Error::Code::ToolFailed,
     QT_TRANSLATE_NOOP("PodError", "Raise its memory limit in the values, or give the container engine more memory")},
    {"pods.evicted", Error::Code::ToolFailed,
     QT_TRANSLATE_NOOP("PodError", "Free disk or memory: the node had not enough left for all its pods")},
    {"pods.migrations", Error::Code::Timeout,
     QT_TRANSLATE_NOOP("PodError", "Look at the log of the migrations: they have not run, have failed or are slow")},
    {"pods.database", Error::Code::Timeout,
     QT_TRANSLATE_NOOP("PodError", "Look at the metadata database's pod and at the database settings in the values")},
    {"pods.probe", Error::Code::Timeout,
     QT_TRANSLATE_NOOP("PodError", "Its log says what it does meanwhile; a slow computer may need longer probes")},
    {"pods.crash", Error::Code::ToolFailed, QT_TRANSLATE_NOOP("PodError", "The last lines of its log say why")},
};

QString shownName(const Pod &pod)
{
    const QString component = podComponent(pod);
    return component.isEmpty() ? pod.name : componentTitle(component);
}

} // namespace

Error podError(const Pod &pod, const PodReason &reason, const QStringList &lastLines)
{
    const auto fits = [&reason](const Advice &each) { return reason.rule == QLatin1String(each.rule); };
    const auto advice = std::find_if(std::begin(advices), std::end(advices), fits);
    const bool isKnown = advice != std::end(advices);
    Error error{isKnown ? advice->code : Error::Code::Timeout, shownName(pod) + u' ' + reason.text};
    const QString where = reason.container.isEmpty() ? pod.name : pod.name + u'/' + reason.container;
    error.why = reason.detail.isEmpty() ? QCoreApplication::translate("PodError", "Pod %1").arg(where)
                                        : QCoreApplication::translate("PodError", "Pod %1: %2").arg(where, reason.detail);
    error.todo = isKnown ? QCoreApplication::translate("PodError", advice->todo)
                         : QCoreApplication::translate("PodError", "Wait, or look at its log");
    error.rule = reason.rule;
    error.evidence = lastLines.mid(std::max<qsizetype>(0, lastLines.size() - evidenceLines)).join(u'\n');
    return error;
}

} // namespace windsock
