// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/RunOutput.h"

#include <QFile>

namespace windsock {

namespace {
constexpr qint64 longestTail = 512 * 1024; // bytes: read at once without a pause that anybody feels
constexpr int timeLength = 12;             // "12:04:31.123", see RunJournal
} // namespace

RunOutput &RunOutput::of(Cluster &cluster, Clock &clock)
{
    if (auto *output = cluster.findChild<RunOutput *>(QString(), Qt::FindDirectChildrenOnly))
        return *output;
    return *new RunOutput(cluster, clock);
}

RunOutput::RunOutput(Cluster &cluster, Clock &clock) : QObject(&cluster), m_cluster(cluster), m_clock(clock)
{
    connect(&cluster, &Cluster::runStarted, this, &RunOutput::begin);
    if (cluster.run())
        begin(cluster.run());
}

void RunOutput::begin(PlanRun *run)
{
    m_lines.clear();
    m_intent = m_cluster.intent().value_or(Intent::Start);
    m_begun = m_clock.monotonic();
    m_ended = {};
    connect(run, &PlanRun::lineWritten, this, &RunOutput::add);
    connect(run, &PlanRun::finished, this, [this] { m_ended = m_clock.monotonic(); });
}

void RunOutput::add(int step, const StepLine &line)
{
    const OutputLine added{line.kind, m_clock.now().toString(QStringLiteral("HH:mm:ss")), QString::fromUtf8(line.text)};
    QList<OutputLine> &lines = m_lines[step];
    lines += added;
    if (lines.size() > 2 * OutputView::mostLines)
        lines.remove(0, lines.size() - OutputView::mostLines);
    emit lineAdded(step, added);
}

QList<OutputLine> RunOutput::lines(int step) const
{
    const auto found = m_lines.find(step);
    return found == m_lines.end() ? QList<OutputLine>{} : found->second;
}

std::chrono::milliseconds RunOutput::elapsed() const
{
    return (m_ended.count() > 0 ? m_ended : m_clock.monotonic()) - m_begun;
}

QList<OutputLine> readStepLog(const RunRecord &run, int step)
{
    const QString number = QStringLiteral("%1").arg(step + 1, 2, 10, QLatin1Char('0'));
    QFile file(run.folder + u'/' + number + u'-' + run.steps[step].id + QStringLiteral(".log"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (file.size() > longestTail) {
        file.seek(file.size() - longestTail);
        file.readLine(); // the rest of a line that was cut
    }
    QList<OutputLine> lines;
    for (const QByteArray &bytes : file.readAll().split('\n')) {
        if (bytes.size() < timeLength + 3)
            continue;
        const char sign = bytes[timeLength + 1];
        const auto kind = sign == '$' ? StepLine::Kind::Command : sign == '#' ? StepLine::Kind::Note : StepLine::Kind::Out;
        lines += OutputLine{kind, QString::fromLatin1(bytes.left(8)), QString::fromUtf8(bytes.mid(timeLength + 3))};
    }
    return lines;
}

} // namespace windsock
