// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/RunJournal.h"

#include "core/base/Background.h"
#include "core/base/FileText.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto flushDelay = 200ms;
constexpr qint64 largestLog = 64 * 1024 * 1024; // bytes per step; a runaway child must not fill the disk

std::optional<RunRecord> readRecord(const QString &folder)
{
    const auto bytes = readFile(folder + QStringLiteral("/run.json"));
    if (!bytes)
        return {};
    auto record = runRecordFromJson(QJsonDocument::fromJson(*bytes).object());
    if (record)
        record->folder = folder;
    return record;
}

// Where the last lines begin: behind the break before them, counted from the end. -1: further up.
qsizetype beginOfLast(const QByteArray &text, int count)
{
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        if (text.at(at) == '\n' && count-- == 0)
            return at + 1;
    }
    return -1;
}

// In blocks from the end: a step may have written millions of lines, and the window waits for these.
QByteArray lastLinesOf(QFile &file, int count)
{
    constexpr qint64 block = 64 * 1024, most = 1024 * 1024; // bytes; lines may be of any length
    QByteArray tail;
    for (qint64 at = file.size(); at > 0 && tail.size() < most;) {
        const qint64 size = std::min(block, at);
        at -= size;
        if (!file.seek(at))
            break;
        tail.prepend(file.read(size));
        if (const qsizetype begin = beginOfLast(tail, count); begin >= 0)
            return tail.mid(begin);
    }
    return tail;
}
} // namespace

RunJournal::RunJournal(const QDir &folder, Clock &clock, const Redactor &redactor, int keep)
    : m_folder(folder.filePath(QStringLiteral("runs"))), m_clock(clock), m_redactor(redactor), m_keep(keep)
{}

void RunJournal::follow(PlanRun *run, Intent intent, const QString &mode)
{
    m_run = run;
    m_logs.clear();
    m_record = {};
    m_record.intent = intent;
    m_record.mode = mode;
    m_record.begun = m_clock.now();
    m_record.outcome = QStringLiteral("running");
    m_begun = m_clock.monotonic();
    // By UTC: names sort by time also where clocks change for summer, or the machine has come from another zone.
    const QString stem = m_record.begun.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")) + u'-' + intentName(intent);
    m_record.folder = m_folder.filePath(stem);
    QDir().mkpath(m_record.folder);
    QFile::setPermissions(m_record.folder, ownerOnly | QFileDevice::ExeOwner);
    m_commands = std::make_unique<QFile>(m_record.folder + QStringLiteral("/commands.sh"));
    if (m_commands->open(QIODevice::WriteOnly))
        m_commands->write("# The commands of this run, as they could be typed.\n");
    connect(run, &PlanRun::lineWritten, this, &RunJournal::write);
    connect(run, &PlanRun::stepChanged, this, &RunJournal::save);
    connect(run, &PlanRun::attached, this, [this](const QString &name, const QByteArray &bytes) {
        (void)writeFile(m_record.folder + u'/' + QFileInfo(name).fileName(), bytes, ownerOnly);
    });
    save();
    prune();
}

QFile *RunJournal::logOf(int step)
{
    auto &log = m_logs[step];
    if (!log) {
        const QString number = QStringLiteral("%1").arg(step + 1, 2, 10, QLatin1Char('0'));
        log = std::make_unique<QFile>(m_record.folder + u'/' + number + u'-' + m_run->plan().steps[step].id + QStringLiteral(".log"));
        (void)log->open(QIODevice::WriteOnly); // a full disk must not stop the run; writes then do nothing
    }
    return log.get();
}

void RunJournal::write(int step, const StepLine &line)
{
    const QByteArray text = line.kind == StepLine::Kind::Note ? m_redactor.redact(line.text) : line.text;
    if (line.kind == StepLine::Kind::Command && m_commands->isOpen())
        m_commands->write(text + '\n');
    QFile *log = logOf(step);
    if (!log->isOpen() || log->pos() > largestLog)
        return;
    const char *const mark = line.kind == StepLine::Kind::Command ? "$ " : line.kind == StepLine::Kind::Note ? "# " : "  ";
    log->write(m_clock.now().toString(QStringLiteral("HH:mm:ss.zzz ")).toLatin1() + mark + text + '\n');
    if (std::exchange(m_flushPending, true))
        return;
    m_clock.after(flushDelay, this, [this] {
        m_flushPending = false;
        for (auto &[at, file] : m_logs)
            file->flush();
        m_commands->flush();
    });
}

void RunJournal::save()
{
    m_record.steps.clear();
    for (int at = 0; m_run && at < m_run->plan().steps.size(); ++at) {
        const Step &step = m_run->plan().steps[at];
        const auto begun = m_run->state(at) == StepState::Waiting ? 0ms : m_run->begun(at) - m_begun;
        m_record.steps +=
            StepRecord{step.id, step.title, m_run->state(at), begun, m_run->took(at), m_redactor.redact(m_run->progress(at).text)};
    }
    m_record.took = m_clock.monotonic() - m_begun;
    (void)writeFile(m_record.folder + QStringLiteral("/run.json"), QJsonDocument(toJson(m_record)).toJson(), ownerOnly);
}

void RunJournal::finish(const Result<> &result)
{
    m_record.outcome = result ? QStringLiteral("done") : result.error().isCancel() ? QStringLiteral("canceled") : QStringLiteral("failed");
    if (!result && !result.error().isCancel()) {
        m_record.error = result.error();
        m_record.error->evidence = m_redactor.redact(result.error().evidence);
    }
    save();
    m_logs.clear();
    m_commands->flush();
    m_run = nullptr;
    m_past.reset();
}

QList<RunRecord> RunJournal::recent(int count) const
{
    if (!m_past) {
        m_past.emplace();
        for (const QString &name : m_folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
            if (auto record = readRecord(m_folder.filePath(name)))
                m_past->append(*record);
        }
    }
    return m_past->mid(0, count);
}

std::chrono::milliseconds RunJournal::usualDuration(Intent intent, const QString &stepId, const QString &mode) const
{
    std::vector<std::chrono::milliseconds> took;
    for (const RunRecord &record : recent(m_keep)) {
        if (record.mode != mode)
            continue; // steps of the same name take other times elsewhere
        for (const StepRecord &step : record.steps) {
            if (record.intent == intent && step.id == stepId && step.state == StepState::Done && took.size() < 5)
                took.push_back(step.took);
        }
    }
    if (took.empty())
        return {};
    std::sort(took.begin(), took.end());
    return took[took.size() / 2];
}

QString RunJournal::shownFolder() const
{
    const QString folder = m_record.folder.isEmpty() ? recent(1).value(0).folder : m_record.folder;
    return folder.isEmpty() ? m_folder.filePath(QStringLiteral("none")) : folder; // an empty path would be the current folder
}

QString RunJournal::commands() const
{
    const auto bytes = readFile(shownFolder() + QStringLiteral("/commands.sh"));
    return bytes ? QString::fromUtf8(*bytes) : QString();
}

QString RunJournal::lastLines(const QString &stepId, int count) const
{
    const QDir folder(shownFolder());
    const QStringList names = folder.entryList({QStringLiteral("*-") + stepId + QStringLiteral(".log")}, QDir::Files);
    if (names.isEmpty())
        return {};
    QFile log(folder.filePath(names.first()));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(lastLinesOf(log, count)) : QString();
}

void RunJournal::prune() const
{
    QStringList names = m_folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeAll(QFileInfo(m_record.folder).fileName()); // whatever a clock that was put back makes of the order
    // Out of sight at once, and only then removed: a cluster's logs are hundreds of files. What a killed program has left of them goes,
    // too.
    for (; names.size() >= m_keep; names.removeFirst())
        QDir(m_folder).rename(names.first(), u'.' + names.first());
    const QStringList old = m_folder.entryList({QStringLiteral(".2*")}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : old) {
        inBackground([folder = m_folder.filePath(name)] {
            QDir(folder).removeRecursively();
            return Result<>();
        });
    }
}

} // namespace windsock
