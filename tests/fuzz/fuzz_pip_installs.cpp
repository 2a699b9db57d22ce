// SPDX-License-Identifier: Apache-2.0
// Any bytes as a Dockerfile, a requirement file, a shell text, a Helm template and a DAG. What comes out must be safe to pass on.
#include "core/workspace/DagScan.h"
#include "core/workspace/HelmTemplate.h"
#include "core/workspace/ImageRecipe.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace windsock;

namespace {
void demand(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

void asDockerfile(const QByteArray &bytes)
{
    const int lines = int(bytes.count('\n')) + 1;
    const ImageStage stage = readImageRecipe(bytes, QStringLiteral("Dockerfile"), QStringLiteral("/nowhere"));
    for (const PipLine &line : stage.packages) {
        demand(!line.text.isEmpty() && line.place.line > 0 && line.place.line <= lines, "a package has a place");
        // -r has been followed, and what begins with a dash is one of the options that are promised.
        demand(!line.text.startsWith(u'-') || line.text.startsWith(u"--") || line.text.startsWith(u"-c "),
               "an option is one of the promised");
        demand(!line.text.startsWith(u"--requirement") && !line.text.startsWith(u"--target"), "files have been followed");
    }
    for (const LeftOut &note : stage.leftOut)
        demand(!note.id.isEmpty() && !note.meaning.isEmpty() && note.place.line > 0 && note.place.line <= lines, "a note has a place");
}

void asShell(const QString &text)
{
    ShellVariables variables{{QStringLiteral("A"), QStringLiteral("a b")}};
    for (const ShellCommand &command : parseShell(text, variables)) {
        demand(!command.words.isEmpty(), "a command has words");
        for (const ShellWord &word : command.words)
            demand(word.at >= 0 && word.at <= text.size(), "a word is in the text");
        if (const auto parts = pipInstall(command)) {
            for (const PipPart &part : *parts)
                demand(part.at >= 0 && part.at <= text.size(), "a part is in the text");
        }
        (void)nestedScript(command);
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    asDockerfile(bytes);
    asShell(text);
    for (const RequirementsLine &line : parseRequirements(text, {}))
        demand(line.line > 0 && line.line <= int(text.count(u'\n')) + 1, "a requirement has a line");
    const auto filled = simpleTemplate(text, {QStringLiteral("release"), QStringLiteral("default"), {}});
    demand(!filled || isTemplated(text) || *filled == text, "text without templates stays");
    DagScan scan;
    scanDagText(bytes, QStringLiteral("x.py"), {QStringLiteral("/opt/airflow")}, scan);
    return 0;
}
