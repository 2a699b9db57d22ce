// SPDX-License-Identifier: Apache-2.0
// No verb: the window. A verb: the same core without it. Nothing else is decided here.
#include "app/PostRender.h"
#include "app/Supervise.h"
#include "app/cli/Verb.h"
#ifdef WINDSOCK_GUI
#include "app/gui/Window.h"
#endif

#include <QCoreApplication>

#include <cstring>

int main(int argc, char **argv)
{
    using namespace windsock;
    // Helm runs this program as its post-renderer: no event loop, no services, a few milliseconds.
    if (argc > 1 && std::strcmp(argv[1], postRenderVerb) == 0)
        return postRender(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
#ifdef WINDSOCK_GUI
    if (wantsWindow(argc, argv))
        return runWindow(argc, argv);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("windsock"));
    if (argc == 3 && std::strcmp(argv[1], superviseVerb) == 0)
        return supervise(QString::fromLocal8Bit(argv[2]));
    return runVerb(argc, argv);
}
