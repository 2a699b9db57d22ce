# SPDX-License-Identifier: Apache-2.0
"""SQLAlchemy's names on sqlite3, whose words for values are the same."""


def text(words):
    return words


class inspect:
    def __init__(self, engine):
        self.connection = engine.connection

    def has_table(self, name):
        found = self.connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
        return found.fetchone() is not None
