# SPDX-License-Identifier: Apache-2.0
"""Brings Airflow's metadata database to where its workspace wants it: schema, users, connections, variables, pools.

Run by the environment's own Python; what to do comes as one JSON object on stdin, secrets included, so that they stand in no
argument list. Airflow's import is most of the cost, so everything is done in one process. Each finished part is one line
"windsock: <part> <count>" on stdout. What is there already is updated, so that running it twice is harmless.
"""

import contextlib
import io
import json
import os
import sys


def say(part, count):
    print(f"windsock: {part} {count}", flush=True)


def airflow(*words):
    """Airflow's own command in this process: its interface changes least between releases, and nothing appears in argv."""
    from airflow.cli import cli_parser

    args = cli_parser.get_parser().parse_args(list(words))
    args.func(args)


def quietly(*words):
    """The same for a command whose output may repeat what it was given."""
    with contextlib.redirect_stdout(io.StringIO()):
        airflow(*words)


def roles(wanted):
    """Admin is there after the migration; Airflow's other roles come with the first start of its web page, which is later."""
    from sqlalchemy import text

    from airflow.settings import Session

    needed = {role for user in wanted for role in (user.get("role") or "Admin", *(user.get("moreRoles") or ()))} - {"Admin"}
    if not needed:
        return
    session = Session()
    there = {name for (name,) in session.execute(text("SELECT name FROM ab_role"))}
    session.close()
    if needed - there:
        quietly("sync-perm")


def users(wanted):
    roles(wanted)
    for user in wanted:
        names = ["--username", user["username"]]
        details = ["--firstname", user.get("firstName") or user["username"], "--lastname", user.get("lastName") or "",
                   "--email", user.get("email") or user["username"] + "@localhost", "--role", user.get("role") or "Admin"]
        quietly("users", "create", *names, *details, "--password", user["password"])
        for role in user.get("moreRoles") or ():
            quietly("users", "add-role", *names, "--role", role)
        if user.get("reset"):  # create leaves an existing user's password alone
            quietly("users", "reset-password", *names, "--password", user["password"])
    say("users", len(wanted))


def connections(session, wanted):
    from airflow.models.connection import Connection

    for item in wanted:
        fields = {key: item[key] for key in ("host", "login", "password", "schema", "port", "extra", "description")
                  if item.get(key) not in (None, "")}
        if item.get("uri", "").startswith("{"):
            made = Connection.from_json(item["uri"], conn_id=item["id"])
        elif item.get("uri"):
            made = Connection(conn_id=item["id"], uri=item["uri"])
        else:
            made = Connection(conn_id=item["id"], conn_type=item["type"], **fields)
        for old in session.query(Connection).filter(Connection.conn_id == item["id"]):
            session.delete(old)
        session.flush()
        session.add(made)
    session.commit()
    say("connections", len(wanted))


def variables(wanted):
    from airflow.models.variable import Variable

    for item in wanted:
        Variable.set(item["key"], item["value"], description=item.get("description") or None)
    say("variables", len(wanted))


def pools(session, wanted):
    from airflow.models.pool import Pool

    for item in wanted:
        pool = session.query(Pool).filter(Pool.pool == item["name"]).one_or_none()
        if pool is None:
            pool = Pool(pool=item["name"], include_deferred=False)
            session.add(pool)
        pool.slots = int(item["slots"])
        pool.description = item.get("description") or ""
        pool.include_deferred = bool(item.get("includeDeferred", False))
    session.commit()
    say("pools", len(wanted))


def main():
    wanted = json.load(sys.stdin)
    os.environ.update(wanted.get("environment") or {})  # secrets of the user's own: plugins may look for them
    sys.argv = ["airflow", "prepare"]  # Airflow notes the command line in its own log table
    if wanted.get("migrate"):
        airflow("db", "migrate")
        say("migrate", 1)
    if wanted.get("users"):
        users(wanted["users"])
    if any(wanted.get(part) for part in ("connections", "variables", "pools")):
        from airflow.settings import Session

        session = Session()
        if wanted.get("connections"):
            connections(session, wanted["connections"])
        if wanted.get("pools"):
            pools(session, wanted["pools"])
        session.close()
        if wanted.get("variables"):
            variables(wanted["variables"])


if __name__ == "__main__":
    main()
