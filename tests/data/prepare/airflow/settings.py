# SPDX-License-Identifier: Apache-2.0
"""Airflow's session: a file of SQLite, with the tables of its users unless FAKE_TABLES says "none"."""

import os
import sqlite3
import types


class Rows(list):
    def first(self):
        return self[0] if self else None


class Session:
    def __init__(self):
        self.connection = sqlite3.connect(os.environ["FAKE_DATABASE"])
        if os.environ.get("FAKE_TABLES") == "none":
            return
        self.connection.executescript("""
            CREATE TABLE IF NOT EXISTS ab_user (id INTEGER PRIMARY KEY, username TEXT UNIQUE, password TEXT);
            CREATE TABLE IF NOT EXISTS ab_role (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
            CREATE TABLE IF NOT EXISTS ab_user_role (id INTEGER PRIMARY KEY, user_id INTEGER, role_id INTEGER, UNIQUE (user_id, role_id));
            INSERT OR IGNORE INTO ab_role (name) VALUES ('Admin');
        """)

    def execute(self, words, values=None):
        return Rows(self.connection.execute(words, values or {}))

    def get_bind(self):
        return types.SimpleNamespace(dialect=types.SimpleNamespace(name="sqlite"), connection=self.connection)

    def commit(self):
        self.connection.commit()

    def close(self):
        self.connection.close()
