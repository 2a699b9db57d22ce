// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/WindowBench.h"

#include <QAbstractItemView>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace windsock {

WindowBench::WindowBench(Clock *clock) : settings(folder.path("settings.ini")), m_time(clock ? *clock : systemClock)
{
    folder.write("ws/kind-cluster.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n  - role: control-plane\n");
    folder.write("ws/local.values.yaml", "airflow:\n  executor: KubernetesExecutor\n");
    world.afterStart = healthyCluster();
    services.emplace(
        WindowServices{.clock = m_time,
                       .desktop = desktop,
                       .prompts = prompts,
                       .settings = settings,
                       .open = [this](const QString &path) { return open(path); },
                       .settle = [this](const QString &path) { return settling ? settling->future() : ready(m_known[path].data()); },
                       .changeMode = [this](const QString &, Mode wanted) { return changeMode(wanted); },
                       .move = [this](const QString &) { return changeMode(placesToRun().first()); },
                       .busy = [this] { return busy(); },
                       .recentWorkspaces = [this] { return recent; },
                       .create = [this](const QString &, ChartFlavor, const WorkspaceOptions &options) { return create(options); },
                       .doctor = [this] { return ready(doctorRows); }});
    window = std::make_unique<MainWindow>(*services);
}

Result<Cluster *> WindowBench::open(const QString &path)
{
    if (Cluster *known = m_known[path])
        return known;
    const Result<Workspace> workspace = Workspace::open(path);
    if (!workspace)
        return workspace.error();
    return make(*workspace);
}

Cluster *WindowBench::make(const Workspace &workspace)
{
    const ClusterServices needs{runner, m_time, redactor, QDir(folder.path("state/" + workspace.name()))};
    if (opened)
        openedBefore.push_back(std::move(opened));
    opened = std::make_unique<Cluster>(workspace.withMode(mode), std::make_unique<FakeBackend>(world, mode), needs);
    m_known[workspace.folder().absolutePath()] = opened.get();
    return opened.get();
}

Cluster *WindowBench::replace(Mode wanted)
{
    mode = wanted;
    const Result<Workspace> workspace = Workspace::open(opened->workspace().folder().absolutePath());
    return workspace ? make(*workspace) : nullptr;
}

Result<QString> WindowBench::create(const WorkspaceOptions &options)
{
    created = options;
    return folder.path("ws");
}

QList<Cluster *> WindowBench::busy() const
{
    QList<Cluster *> clusters;
    for (const auto &[path, cluster] : m_known) {
        if (cluster && cluster->intent())
            clusters.append(cluster.data());
    }
    return clusters;
}

Result<Cluster *> WindowBench::changeMode(Mode wanted)
{
    if (refusal)
        return *refusal;
    return replace(wanted);
}

void WindowBench::show()
{
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
}

void WindowBench::openWorkspace()
{
    window->openWorkspace(folder.path("ws"));
    QTRY_VERIFY(world.probeHangs || cluster()->observed());
}

QString WindowBench::text(const QString &label) const
{
    const auto *found = window->findChild<QLabel *>(label);
    return found && found->isVisible() ? found->text() : QString();
}

bool WindowBench::isShown(const QString &name) const
{
    const auto *found = window->findChild<QWidget *>(name);
    return found && found->isVisible();
}

void WindowBench::click(const QString &button) const
{
    auto *found = window->findChild<QAbstractButton *>(button);
    QVERIFY2(found && found->isVisible() && found->isEnabled(), qPrintable(button));
    QTest::mouseClick(found, Qt::LeftButton);
}

QString WindowBench::ofNewestRun(const QString &button) const
{
    const QList<RunRecord> runs = cluster()->recentRuns(1);
    return runs.isEmpty() ? button : button + u'.' + QFileInfo(runs.first().folder).fileName();
}

namespace {
// The rows of runs are named after their folders, which are named after the time.
QString stableName(const QWidget &widget)
{
    static const QRegularExpression row(QStringLiteral("^(run\\.(?:steps|folder))\\..*$"));
    return widget.objectName().replace(row, QStringLiteral("\\1"));
}

QString content(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text().isEmpty() ? button->accessibleName() : button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return edit->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return text->toPlainText();
    return {};
}

void dump(const QWidget &widget, int depth, QStringList &lines)
{
    const QString name = stableName(widget), text = content(widget);
    const bool tells = !name.startsWith(QLatin1String("qt_")) && (!name.isEmpty() || !text.isEmpty());
    if (tells) {
        const QString state = widget.isEnabled() ? QString() : QStringLiteral(" (disabled)");
        lines += QString(depth * 2, u' ') + (name.isEmpty() ? QStringLiteral("-") : name) + QStringLiteral(": ") + text + state;
    }
    const int inside = tells ? depth + 1 : depth;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            lines += QString(inside * 2, u' ') + QStringLiteral("* ") + (spoken.isEmpty() ? index.data().toString() : spoken);
        }
        return;
    }
    for (const QObject *child : widget.children()) {
        const auto *inner = qobject_cast<const QWidget *>(child);
        if (inner && inner->isVisible() && !inner->isWindow())
            dump(*inner, inside, lines);
    }
}
} // namespace

QString dumpTree(const QWidget &root)
{
    QStringList lines;
    dump(root, 0, lines);
    for (QString &line : lines)
        line = line.trimmed().isEmpty() ? QString() : line;
    return lines.join(u'\n') + u'\n';
}

} // namespace windsock
