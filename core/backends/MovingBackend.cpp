// SPDX-License-Identifier: Apache-2.0
#include "core/backends/MovingBackend.h"

#include "core/backends/CountedPart.h"
#include "core/checks/Findings.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr char checkId[] = "move.check", restId[] = "move.rest", carryId[] = "move.carry", removePrefix[] = "move.";
constexpr char nothing[] = "-"; // see Step::after

QString tr(const char *text)
{
    return QCoreApplication::translate("MovingBackend", text);
}

// Steps that nothing waits for: what follows the whole plan waits for these.
QStringList lastSteps(const QList<Step> &steps)
{
    QStringList last;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool isAwaited = std::any_of(steps.begin(), steps.end(), [&](const Step &step) { return step.after.contains(steps[i].id); });
        const bool isFollowed = i + 1 < steps.size() && steps[i + 1].after.isEmpty(); // by the one below it
        if (!isAwaited && !isFollowed)
            last += steps[i].id;
    }
    return last;
}

// Those that would begin with the plan wait for this one.
void beginAfter(QList<Step> &steps, const QString &id)
{
    for (Step &step : steps) {
        if (&step == &steps.first() || step.after == QStringList{QString::fromLatin1(nothing)})
            step.after = {id};
    }
}

// What the receiving script says of itself.
QString carried(const QByteArray &said)
{
    QStringList parts;
    for (const QByteArray &line : said.split('\n'))
        parts += countedPart(line);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Error carryError(const CommandOutput &output, const QString &what)
{
    QByteArrayList lines = (output.out + '\n' + output.err).trimmed().split('\n');
    lines.removeIf([](const QByteArray &line) { return line.startsWith("command terminated with exit code"); }); // kubectl's own
    const QByteArray said = lines.join('\n').trimmed();
    return {.code = Error::Code::ToolFailed,
            .what = what,
            .why = QString::fromUtf8(said.mid(said.lastIndexOf('\n') + 1)).trimmed(),
            .todo = tr("Nothing is lost: they are where they were. Start again to try once more"),
            .rule = QStringLiteral("move.carry"),
            .remedies = {},
            .evidence = QString::fromUtf8(said.right(2000))};
}

Result<> judge(QList<Finding> findings, RunContext &context)
{
    // The old place is free to hold it until it rests.
    findings.removeIf([](const Finding &finding) { return finding.rule == QLatin1String("port.taken"); });
    for (const Finding &finding : findings)
        context.note(findingLine(finding));
    return hasFailure(findings) ? Result<>(asError(findings)) : Result<>();
}

Result<> judge(const PipeOutput &output, RunContext &context)
{
    if (!output.source.succeeded())
        return carryError(output.source, tr("Connections and variables could not be read"));
    if (!output.sink.succeeded())
        return carryError(output.sink, tr("Connections and variables could not be taken over"));
    context.progress(carried(output.sink.out), 1);
    return {};
}
} // namespace

MovingBackend::MovingBackend(std::unique_ptr<Backend> from, std::unique_ptr<Backend> to) : m_from(std::move(from)), m_to(std::move(to)) {}

Plan MovingBackend::plan(Intent intent, const Workspace &workspace)
{
    return intent == Intent::Start && !*m_moved ? movePlan(workspace) : m_to->plan(intent, workspace);
}

// Before anything is stopped at the old place: most often there is no engine. Start checks once more.
Step MovingBackend::checkStep(const Workspace &workspace)
{
    Step step{.id = checkId, .title = tr("Check whether Airflow could run there")};
    step.run = [this, workspace](RunContext &context) {
        const auto checked = unlessCanceled(m_to->check(&workspace), &context, context.cancel());
        return andThen(checked, &context, [&context](const QList<Finding> &findings) { return judge(findings, context); });
    };
    return step;
}

Step MovingBackend::restStep(const Workspace &workspace)
{
    Step step{.id = restId, .title = tr("Stop Airflow where it was"), .after = {checkId}};
    step.run = [this, workspace](RunContext &context) { return m_from->rest(workspace, context); };
    return step;
}

Step MovingBackend::carryStep(const Workspace &workspace)
{
    Step step{.id = carryId, .title = tr("Take connections, variables and pools along"), .limit = 5min};
    step.run = [this, workspace](RunContext &context) {
        return andThen(m_from->exportObjects(workspace, context), &context, [this, workspace, &context](const ObjectExport &objects) {
            const auto sink = m_to->pythonInAirflow(workspace, objects.script, context);
            return andThen(context.pipe(objects.command, sink), &context,
                           [&context](const PipeOutput &output) { return judge(output, context); });
        });
    };
    return step;
}

QList<Step> MovingBackend::removeSteps(const Workspace &workspace)
{
    QList<Step> steps = m_from->plan(Intent::Delete, workspace).steps;
    for (Step &step : steps) {
        step.id.prepend(QLatin1String(removePrefix));
        step.title = QStringLiteral("%1: %2").arg(modeTitle(m_from->mode()), step.title);
        for (QString &before : step.after)
            before.prepend(before == QLatin1String(nothing) ? QString() : QLatin1String(removePrefix));
    }
    beginAfter(steps, QString::fromLatin1(carryId));
    if (steps.isEmpty())
        return steps;
    const auto run = steps.last().run;
    steps.last().run = [run, moved = m_moved](RunContext &context) {
        return andThen(run(context), &context, [moved](Nothing) {
            *moved = true;
            return Result<>();
        });
    };
    return steps;
}

Plan MovingBackend::movePlan(const Workspace &workspace)
{
    const Plan there = m_to->plan(Intent::Start, workspace);
    QList<Step> start = there.steps;
    Step carry = carryStep(workspace);
    carry.after = QStringList{QString::fromLatin1(restId)} + lastSteps(start);
    beginAfter(start, QString::fromLatin1(restId));
    return {tr("Move Airflow: %1").arg(modeTitle(mode())),
            QList<Step>{checkStep(workspace), restStep(workspace)} + start + QList<Step>{carry} + removeSteps(workspace), there.look,
            there.diff};
}

} // namespace windsock
