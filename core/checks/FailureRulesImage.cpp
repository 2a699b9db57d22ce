// SPDX-License-Identifier: Apache-2.0
// Rules about building an image and bringing it into the node. Finds the line of the Dockerfile, for both builders.
#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>

#include <optional>

namespace windsock {

namespace {
struct Instruction
{
    int line = 0;
    QString text; // its first line
};

// As the legacy builder counts steps: every instruction, continuation lines and comments left out.
QList<Instruction> instructionsOf(const QByteArray &dockerfile)
{
    QList<Instruction> found;
    bool continues = false;
    const QStringList lines = QString::fromUtf8(dockerfile).split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue; // neither starts nor ends an instruction
        if (!continues)
            found += Instruction{i + 1, line};
        continues = line.endsWith(u'\\');
    }
    return found;
}

void placeInDockerfile(Error &error, const FailureMatch &match, int line)
{
    error.place = {match.failed.dockerfile.isEmpty() ? QStringLiteral("Dockerfile") : match.failed.dockerfile, line};
}

// "Step 3/5 : RUN pip install …": the last one before the failure
void placeOfLegacyStep(Error &error, const FailureMatch &match)
{
    static const QRegularExpression step(QStringLiteral("^Step (\\d+)/(\\d+) : (.*)$"));
    for (int i = match.line; i >= 0; --i) {
        const QRegularExpressionMatch found = step.match(match.lines.at(i));
        if (!found.hasMatch())
            continue;
        const QList<Instruction> instructions = instructionsOf(match.failed.dockerfileText);
        const int number = found.captured(1).toInt();
        const bool agrees = instructions.size() == found.captured(2).toInt() && number >= 1 && number <= instructions.size();
        placeInDockerfile(error, match, agrees ? instructions.at(number - 1).line : 0);
        error.evidence.prepend(match.lines.at(i).trimmed() + u'\n');
        return;
    }
}

// "Dockerfile:31", then a ruler, then the lines with >>>: BuildKit says it itself
bool placeOfBuildKit(Error &error, const FailureMatch &match)
{
    static const QRegularExpression place(QStringLiteral("^\\S*?([^/\\s]+):(\\d+)$"));
    for (int i = match.line; i > 0; --i) {
        const QRegularExpressionMatch found = place.match(match.lines.at(i).trimmed());
        const bool ruled = i + 1 < match.lines.size() && match.lines.at(i + 1).startsWith(QLatin1String("-----"));
        if (!found.hasMatch() || !ruled)
            continue;
        const QString name = match.failed.dockerfile.isEmpty() ? found.captured(1) : match.failed.dockerfile;
        error.place = {name, found.captured(2).toInt()};
        return true;
    }
    return false;
}

// What the command itself said last, before the builder's own sentence about it
QString wordsOfCommand(const FailureMatch &match)
{
    static const QRegularExpression builder(QStringLiteral("^(?:Step \\d+/\\d+ :| ?---> |Removing intermediate|ERROR: "
                                                           "(?:process|executor)|#\\d+ ERROR|[-]{3,}| *\\d+ \\||> \\[|\\S+:\\d+$)"));
    QStringList words;
    for (int i = match.line - 1; i >= 0 && words.size() < 40; --i) {
        const QString line = match.lines.at(i).trimmed();
        if (line.startsWith(QLatin1String("Step ")) || line.startsWith(QLatin1String("---> Running in")))
            break;
        if (!builder.match(line).hasMatch() && !line.isEmpty())
            words.prepend(line);
    }
    return deepestLine(words);
}

void describeBuild(Error &error, const FailureMatch &match)
{
    const QString words = wordsOfCommand(match);
    if (!words.isEmpty()) {
        error.why = words;
        error.evidence = words + u'\n' + error.evidence;
    }
    if (!placeOfBuildKit(error, match))
        placeOfLegacyStep(error, match);
    error.remedies = {{"file.open", QCoreApplication::translate("FailureRules", "Open the Dockerfile"), error.place.text()}};
}

void placeOfSyntax(Error &error, const FailureMatch &match)
{
    placeInDockerfile(error, match, match.captured(1).toInt());
}

void placeOfStep(Error &error, const FailureMatch &match)
{
    if (!placeOfBuildKit(error, match))
        placeOfLegacyStep(error, match);
}

void placeOfPull(Error &error, const FailureMatch &match)
{
    placeOfStep(error, match);
    error.code = error.why.contains("not found") || error.why.contains("denied") ? Error::Code::NotFound : Error::Code::Network;
}

const FailureRule table[] = {
    {.id = "image.syntax",
     .code = Error::Code::BadInput,
     .pattern = "dockerfile parse error (?:on )?line (\\d+): (.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The Dockerfile has an error in line %1"),
     .why = "%2",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct that line"),
     .refine = placeOfSyntax},
    {.id = "image.nofile",
     .code = Error::Code::NotFound,
     .pattern = "(?:unable to evaluate symlinks in Dockerfile path: l?stat|failed to read dockerfile: open) ([^:]+): (?:no such "
                "file|.*not exist)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "There is no Dockerfile"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "%1 does not exist"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct the path in windsock.yaml, or remove it to use the values' image as it is")},
    {.id = "image.copy",
     .code = Error::Code::BadInput,
     .pattern = "(?|(?:COPY|ADD) failed:.*: stat ([^:]+): (?:file does not|no such)|failed to (?:compute cache key|calculate "
                "checksum).*\"([^\"]+)\": not found)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The Dockerfile copies %1, which is not there"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Put the file into the build context, correct its name, or look into .dockerignore"),
     .refine = placeOfStep},
    {.id = "image.name",
     .code = Error::Code::BadInput,
     .tool = "docker",
     .pattern = "failed to parse stage name \"[^\"]*\"|^invalid reference format",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The Dockerfile names an image that cannot be one"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct the name after FROM; an ARG in it needs a value"),
     .refine = placeOfStep},
    // A base image, not the node's: kind says "failed to pull image" in front
    {.id = "image.base",
     .code = Error::Code::Network,
     .tool = "docker",
     .pattern = "pull access denied for|manifest for \\S+ not found|manifest unknown|failed to (?:do request|resolve reference)|"
                "Get \"https?://[^\"]+/v2/|failed to solve: [^ ]+: (?:.*: )?not found|failed to resolve source metadata",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A base image cannot be downloaded"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at the name and tag after FROM, and at the network"),
     .refine = placeOfPull},
    {.id = "image.build",
     .code = Error::Code::BadInput,
     .pattern = "(?|The command '(.*)' returned a non-zero code: (\\d+)|process \"(.*)\" did not complete successfully: exit code: (\\d+)|"
                "executor failed running \\[(.*)\\]: exit code: (\\d+))",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A command of the Dockerfile failed"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct the Dockerfile (the command was: %1)"),
     .refine = describeBuild},
    // kind#3795: an image of several platforms of which the engine's containerd store has one only
    {.id = "image.digest",
     .pattern = "content digest (sha256:[0-9a-f]+): not found",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The image cannot be loaded into the node"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "Docker's containerd image store keeps one platform of it, and the node asks for all "
                                              "(kind issue 3795)"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Save it for one platform (docker save --platform), or switch the containerd image "
                                               "store off in Docker's settings")},
    {.id = "image.missing",
     .code = Error::Code::NotFound,
     .pattern = "(?|image: \"([^\"]+)\" not present locally|No such image: (\\S+))",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Docker has no image %1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Build it, or correct its name in the values")},
};
} // namespace

std::span<const FailureRule> imageRules()
{
    return table;
}

} // namespace windsock
