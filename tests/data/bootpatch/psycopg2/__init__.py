# Stands in for psycopg2: the "database" is the JSON file that FAKE_DATABASE names; without it nothing listens.
# What connect() was given goes to FAKE_DATABASE + ".words".
import json
import os

if os.environ.get('FAKE_MISSING'):
    raise ImportError('no psycopg2 here')


class Error(Exception):
    pass


class OperationalError(Error):
    pass


class ProgrammingError(Error):
    pass


class Cursor:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def execute(self, query):
        from psycopg2 import errors
        tables = database()
        name = query.rsplit(' ', 1)[1]
        if query == 'SELECT 1':
            self.rows = [(1,)]
        elif name in tables:
            self.rows = [(value,) for value in tables[name]]
        else:
            raise errors.UndefinedTable(name)

    def fetchall(self):
        return self.rows


class Connection:
    autocommit = False

    def cursor(self):
        return Cursor()


def database():
    try:
        with open(os.environ['FAKE_DATABASE'], encoding='utf-8') as file:
            return json.load(file)
    except FileNotFoundError:
        raise OperationalError('connection refused\nIs the server running?')


def connect(**words):
    with open(os.environ['FAKE_DATABASE'] + '.words', 'w', encoding='utf-8') as file:
        json.dump(words, file, sort_keys=True)
    if 'refused' in words:
        raise ProgrammingError('invalid dsn: invalid connection option "refused"')
    database()
    return Connection()
