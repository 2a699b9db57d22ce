# SPDX-License-Identifier: Apache-2.0
"""Prints every connection, variable and pool of Airflow's database as the JSON that prepare.py reads.

Passwords are in it in plain text, since the other side has a key of its own: its output is for a pipe to prepare.py there, never for
a file. What cannot be decrypted ends it, so that nothing arrives as something else.
"""

import json
import os
import sys


def connection(item):
    fields = {"id": item.conn_id, "type": item.conn_type, "host": item.host, "login": item.login, "password": item.password,
              "schema": item.schema, "port": item.port, "extra": item.extra, "description": item.description}
    return {name: value for name, value in fields.items() if value is not None}


def variable(item):
    value = item.get_val()
    if value is None:
        sys.exit(f"the variable {item.key} cannot be decrypted with the key of this workspace")
    return {"key": item.key, "value": value, "description": item.description or ""}


def pool(item):
    return {"name": item.pool, "slots": item.slots, "description": item.description or "",
            "includeDeferred": bool(getattr(item, "include_deferred", False))}


def main():
    # Whatever Airflow prints while it is loaded does not belong between the objects.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        from airflow.models.connection import Connection
        from airflow.models.pool import Pool
        from airflow.models.variable import Variable
        from airflow.settings import Session

        session = Session()
        json.dump({"connections": [connection(item) for item in session.query(Connection)],
                   "variables": [variable(item) for item in session.query(Variable)],
                   "pools": [pool(item) for item in session.query(Pool)]}, out)
        session.close()


if __name__ == "__main__":
    main()
