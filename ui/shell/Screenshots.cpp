// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Screenshots.h"

#include "ui/shell/SampleStage.h"
#include "ui/shell/Theme.h"

#include <QApplication>
#include <QTimer>

namespace windsock {

namespace {
constexpr int lookMillis = 30;
constexpr int settleMillis = 150; // output comes in batches of 50 ms; layouts follow it
constexpr int mostLooks = 1000;

struct Variant
{
    ThemeChoice theme;
    double text;
};

class Photographer : public QObject
{
public:
    Photographer(const QString &folder, const ScreenshotOptions &options)
        : m_folder(folder), m_options(options), m_usual(QApplication::font())
    {
        if (!options.fontFamily.isEmpty())
            m_usual.setFamily(options.fontFamily);
        m_usual.setPixelSize(13);
    }

    Async<> begin()
    {
        setUp();
        return m_promise.future();
    }

private:
    void setUp()
    {
        m_stage.reset();
        const Variant &variant = m_variants.first();
        QFont font = m_usual;
        font.setPixelSize(qRound(m_usual.pixelSize() * variant.text));
        QApplication::setFont(font);
        m_theme = std::make_unique<Theme>(variant.theme);
        m_stage = std::make_unique<SampleStage>();
        m_stage->window().resize(m_options.size);
        m_stage->window().show();
        m_scenes = SampleStage::scenes();
        play();
    }

    void play()
    {
        m_stage->play(m_scenes.first());
        m_looks = 0;
        look();
    }

    void look()
    {
        if (m_stage->stands())
            return QTimer::singleShot(settleMillis, this, &Photographer::take);
        if (++m_looks > mostLooks)
            return finish(Error{Error::Code::Timeout, QStringLiteral("The scene “%1” does not come about").arg(m_scenes.first())});
        QTimer::singleShot(lookMillis, this, &Photographer::look);
    }

    void take()
    {
        const Variant &variant = m_variants.first();
        QString name = m_scenes.takeFirst();
        name += variant.theme == ThemeChoice::Dark ? QStringLiteral("-dark") : QString();
        name += variant.text > 1 ? QStringLiteral("-200") : QString();
        const QString file = m_folder + u'/' + name + m_options.suffix + QStringLiteral(".png");
        if (!m_stage->picture().save(file))
            return finish(Error{Error::Code::BadInput, QStringLiteral("Cannot write %1").arg(file)});
        if (!m_scenes.isEmpty())
            return play();
        m_variants.removeFirst();
        m_variants.isEmpty() ? finish({}) : setUp();
    }

    void finish(const Result<> &result)
    {
        m_stage.reset();
        m_promise.resolve(result);
        deleteLater();
    }

    QString m_folder;
    ScreenshotOptions m_options;
    QFont m_usual;
    QList<Variant> m_variants{{ThemeChoice::Light, 1}, {ThemeChoice::Dark, 1}, {ThemeChoice::Light, 2}, {ThemeChoice::Dark, 2}};
    QStringList m_scenes;
    int m_looks = 0;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SampleStage> m_stage;
    Promise<> m_promise;
};
} // namespace

Async<> renderScreenshots(const QString &folder, const ScreenshotOptions &options)
{
    if (!QDir().mkpath(folder))
        return failed(Error{Error::Code::BadInput, QStringLiteral("Cannot make the folder %1").arg(folder)});
    return (new Photographer(folder, options))->begin();
}

} // namespace windsock
