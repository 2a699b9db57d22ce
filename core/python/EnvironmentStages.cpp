// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentStages.h"

#include <QCoreApplication>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentStages", text);
}

bool saysSomething(const QList<RequirementLine> &lines)
{
    return !requirementFile(lines).lines.isEmpty();
}

QByteArray joined(const QStringList &lines)
{
    return lines.isEmpty() ? QByteArray() : lines.join(u'\n').toUtf8() + '\n';
}

// Of this machine, or a file: a package is built from it.
bool namesFolder(const RequirementLine &line)
{
    return !line.content.isEmpty() && !line.isOption();
}

// From version 3 on Airflow is made of parts that have its number; in version 2 there is no such part to be brought in.
QByteArray held(const QString &airflow)
{
    return joined({QStringLiteral("apache-airflow==") + airflow, QStringLiteral("apache-airflow-core==") + airflow});
}

std::optional<RequirementLine> blamed(const EnvironmentStage &stage, const uv::Failure &failure)
{
    if (failure.error.code != Error::Code::BadInput)
        return lineOf(stage.lines, failure.packages);
    for (const RequirementLine &line : stage.lines) { // uv cites a line that it cannot read
        if (!line.normalized().isEmpty() && failure.error.evidence.contains(line.normalized()))
            return line;
    }
    return std::nullopt;
}
} // namespace

QList<EnvironmentStage> environmentStages(const EnvironmentSpec &spec)
{
    QList<EnvironmentStage> stages{EnvironmentStage{QStringLiteral("airflow"), tr("Airflow %1").arg(spec.airflow)}};
    if (saysSomething(spec.image))
        stages += EnvironmentStage{QStringLiteral("image"), tr("Packages of the image"), spec.image};
    if (saysSomething(spec.requirements))
        stages += EnvironmentStage{QStringLiteral("requirements"), tr("Requirements"), spec.requirements};
    return stages;
}

StageFiles stageFiles(const EnvironmentStage &stage, const EnvironmentSpec &spec, const Pins &pins, const QString &making)
{
    const bool isAirflow = stage.lines.isEmpty();
    const RequirementFile wanted = requirementFile(stage.lines);
    StageFiles files;
    files.requirements = isAirflow ? joined({spec.airflowRequirement()}) : joined(wanted.lines);
    files.constraints = isAirflow ? QByteArray() : held(spec.airflow);
    // Later stages get what there is, as in the image; held to Airflow's pins only where their lines say so.
    if (isAirflow || wanted.airflowConstraints) {
        files.constraints += pins.constraints;
        files.request.before = pins.before;
    }
    files.request.python = EnvironmentStore::environmentIn(making) + QStringLiteral("/bin/python");
    files.request.requirements = making + u'/' + stage.name + QStringLiteral(".txt");
    if (!files.constraints.isEmpty())
        files.request.constraints = making + u'/' + stage.name + QStringLiteral("-constraints.txt");
    files.request.insecureHosts = wanted.insecureHosts;
    files.request.prereleases = wanted.prereleases;
    files.request.refresh = std::any_of(stage.lines.cbegin(), stage.lines.cend(), namesFolder);
    files.request.check = !isAirflow;
    return files;
}

Error stageError(const EnvironmentStage &stage, const EnvironmentSpec &spec, const uv::Failure &failure)
{
    Error error = failure.error;
    const auto line = blamed(stage, failure);
    if (!line)
        return error;
    error.place = line->place;
    const bool againstAirflow = failure.packages.contains(QStringLiteral("apache-airflow")) && error.code == Error::Code::Conflict;
    if (againstAirflow) {
        error.what = tr("“%1” cannot be had together with Airflow %2").arg(line->shown(), spec.airflow);
        error.rule = QStringLiteral("requirement.airflow");
        error.todo = tr("Take a version of it that is made for Airflow %1, or have the workspace run another Airflow").arg(spec.airflow);
    } else {
        error.what += QStringLiteral(": ") + line->shown();
    }
    return error;
}

} // namespace windsock
