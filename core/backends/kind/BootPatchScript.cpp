// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatchScript.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace windsock::bootPatch {

namespace {
// Runs inside the container, with whatever Python 3 it has, and finds the connection as Airflow does. It holds no "$(":
// Kubernetes would replace that in a command. Where it cannot know better it becomes the chart's own command.
constexpr char script[] = R"PY(import sys
if sys.path[0] == '':
    del sys.path[0]  # the working folder is not Airflow's to import from
import json, os, re, shlex, signal, socket, subprocess, time
from urllib.parse import parse_qsl, unquote

plan, chart = json.loads(sys.argv[1]), sys.argv[2:]
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # process 1 ignores it otherwise
end = time.monotonic() + plan.get('patience', 0)
last = {'trouble': ''}
# The cluster's name server may come up only now: glibc would wait 5 s for each question that it missed.
patience_is_ours = 'RES_OPTIONS' not in os.environ
os.environ.setdefault('RES_OPTIONS', 'timeout:1 attempts:2')

def say(text):
    print('windsock: ' + text, flush=True)

def restore_environment():
    if patience_is_ours:
        os.environ.pop('RES_OPTIONS', None)

def charts_own(why):
    say(why + (": the chart's own check runs" if chart else ': not waiting'))
    restore_environment()
    if plan.get('first') and subprocess.call(plan['first']):
        sys.exit(1)
    go_on()

def go_on():
    sys.stdout.flush()
    restore_environment()
    if chart:
        os.execvp(chart[0], chart)
    sys.exit(0)

def expanded(text):  # as airflow.configuration does with what it finds in the environment
    while True:
        new = os.path.expanduser(os.path.expandvars(text))
        if new == text:
            return text
        text = new

def from_file(section, key):
    from configparser import ConfigParser, Error
    home = expanded(os.environ.get('AIRFLOW_HOME', '~/airflow'))
    config = ConfigParser(interpolation=None, strict=False, allow_no_value=True)
    try:
        config.read(expanded(os.environ.get('AIRFLOW_CONFIG', os.path.join(home, 'airflow.cfg'))), encoding='utf-8')
    except (Error, OSError, UnicodeError):
        charts_own('airflow.cfg cannot be read')
    for suffix in ('_cmd', '_secret'):
        if config.has_option(section, key + suffix):
            charts_own('airflow.cfg asks a command or a secrets backend')
    return config.get(section, key, fallback=None)

def from_environment(section, key):
    name = 'AIRFLOW__%s__%s' % (section.upper(), key.upper())
    if name in os.environ:
        return expanded(os.environ[name])
    if name + '_CMD' in os.environ:
        asked = subprocess.run(shlex.split(os.environ[name + '_CMD']), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if asked.returncode:
            charts_own(name + '_CMD failed')
        return asked.stdout.decode()
    if name + '_SECRET' in os.environ:
        charts_own(name + '_SECRET asks a secrets backend')
    return None

def option(key, *sections):
    for source in (from_environment, from_file):
        for section in sections:
            value = source(section, key)
            if value is not None:
                return value
    return ''

def connection_words():
    url = option('sql_alchemy_conn', 'database', 'core')
    parts = re.fullmatch(r'postgres(?:ql)?(?:\+psycopg2)?://(?:([^:/@]*)(?::([^@]*))?@)?'
                         r'(?:\[([^/\]]+)\]|([^/:?,]*))(?::(\d+))?(?:/([^?]*))?(?:\?(.*))?', url)
    if not parts or option('sql_alchemy_connect_args', 'database', 'core'):
        charts_own('the database connection is not one that psycopg2 alone can open')
    user, password, v6, host, port, name, query = parts.groups()
    words = {'connect_timeout': '5', **dict(parse_qsl(query or '', keep_blank_values=True))}
    words.update(user=user and unquote(user), password=password and unquote(password), host=v6 or host, port=port, dbname=name)
    return {key: value for key, value in words.items() if value}

def required_tables():
    heads = plan['heads']
    tables = {'alembic_version': heads['heads']}
    if heads.get('external'):
        names = list(heads['always'])
        names += [m.strip() for m in option('external_db_managers', 'database').split(',') if m.strip()]
        auth = option('auth_manager', 'core') or heads['defaultAuth']
        names.append(heads['auth'].get(auth, auth))
        for name in filter(None, names):
            if name not in heads['managers']:
                raise LookupError(name)
            tables[heads['managers'][name]['table']] = heads['managers'][name]['heads']
    return tables

def has_own_schema():
    return bool(option('sql_alchemy_schema', 'database', 'core'))

def answers(place):
    host, port = place.rsplit(':', 1)
    try:
        socket.create_connection((host, int(port)), 2).close()
        return True
    except OSError as trouble:
        last['trouble'] = '%s: %s' % (place, trouble)
        return False

def until(done, what):
    while not done():
        if time.monotonic() > end:
            if plan.get('then') and not plan.get('first'):
                go_on()  # the chart waits no longer either and tries
            sys.exit('windsock: %s within %s s. %s' % (what, plan['patience'], last['trouble']))
        time.sleep(0.2)

class Database:
    def __init__(self, words):
        self.words, self.link = words, None

    def rows(self, query):  # None: cannot be told now
        try:
            if self.link is None:
                self.link = psycopg2.connect(**self.words)
                self.link.autocommit = True
            with self.link.cursor() as cursor:
                cursor.execute(query)
                return cursor.fetchall()
        except psycopg2.errors.UndefinedTable:
            return []
        except psycopg2.ProgrammingError as trouble:
            charts_own('psycopg2 refuses: ' + type(trouble).__name__)
        except psycopg2.Error as trouble:
            last['trouble'] = str(trouble).strip().split('\n')[0]
            self.link = None
        return None

    def is_migrated(self, tables):
        for table, heads in tables.items():
            rows = self.rows('SELECT version_num FROM ' + table)
            if rows is None or {row[0] for row in rows} != set(heads):
                if rows is not None:
                    last['trouble'] = '%s holds %s, this image needs %s' % (table, [row[0] for row in rows], heads)
                return False
        return True

if plan['check'] != 'nothing':
    try:
        import psycopg2
        import psycopg2.errors
    except ImportError:
        charts_own('no psycopg2 in this image')
    database = Database(connection_words())
    try:
        tables = required_tables() if plan['check'] == 'migrations' else {}
    except LookupError as name:
        charts_own('this image was not asked about %s' % name)
    if tables and has_own_schema():
        charts_own('Airflow has a database schema of its own')
    if plan.get('postgres'):  # pgbouncer remembers for 15 s that nobody listened: ask Postgres first
        until(lambda: answers(plan['postgres']), 'Postgres does not listen')
    if tables:
        until(lambda: database.is_migrated(tables), 'The database is not migrated')
    else:
        until(lambda: database.rows('SELECT 1'), 'The database does not answer')
    if plan['check'] == 'connection' and plan.get('heads'):
        try:  # a migration that is done needs no hurry: the web part gets the cores first
            done = not has_own_schema() and database.is_migrated(required_tables())
        except LookupError:
            done = False
        if not done:
            plan.pop('web', None)

if plan.get('web'):
    latest = time.monotonic() + plan['webPatience']
    while not answers(plan['web']) and time.monotonic() < latest:
        time.sleep(0.2)

if plan.get('then'):
    go_on()
)PY";

// $1 the script, $2 the plan, the rest the chart's own command.
constexpr char starter[] = "for p in python python3; do command -v $p >/dev/null && exec $p -c \"$@\"; done; shift 2; exec \"$@\"";
} // namespace

QString waitScript()
{
    return QString::fromUtf8(script);
}

QStringList waitCommand(const QJsonObject &plan)
{
    return {QStringLiteral("/bin/sh"),  QStringLiteral("-c"), QString::fromLatin1(starter),
            QStringLiteral("windsock"), waitScript(),         QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact))};
}

} // namespace windsock::bootPatch
