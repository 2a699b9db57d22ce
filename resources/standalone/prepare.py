# SPDX-License-Identifier: Apache-2.0
"""Brings Airflow's metadata database to where its workspace wants it: schema, users, connections, variables, pools.

Run by the environment's own Python; what to do comes as one JSON object on stdin, secrets included, so that they stand in no
argument list. Airflow's import is most of the cost, so everything is done in one process. Each finished part is one line
"windsock: <part> <count>" on stdout. What is there already is updated, so that running it twice is harmless.
"""

import contextlib
import gc
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


def row_of(session, user):
    from sqlalchemy import text

    # As Airflow compares names.
    found = session.execute(text("SELECT id, password FROM ab_user WHERE lower(username) = lower(:name)"), {"name": user["username"]})
    return found.first()


def known(wanted):
    """Names of those that are there; None where Airflow's auth manager has no such tables."""
    from sqlalchemy import inspect

    from airflow.settings import Session

    session = Session()
    try:
        if not inspect(session.get_bind()).has_table("ab_user"):
            return None
        return {user["username"] for user in wanted if row_of(session, user)}
    finally:
        session.close()  # what follows has one of its own


def fits(kept, password):
    from werkzeug.security import check_password_hash

    try:
        return bool(kept) and check_password_hash(kept, password)
    except ValueError:  # of a kind that this version does not know any more
        return False


def agree(session, user, made_now):
    """Password and roles of a user that is there. Airflow's commands for it differ from release to release, its tables do not; and
    `users reset-password` reads everybody's sessions, which an older Airflow may have written in another way."""
    from sqlalchemy import text
    from werkzeug.security import generate_password_hash

    row = row_of(session, user)
    if row is None:
        sys.exit(f"the user {user['username']} was not made")
    if not made_now and not fits(row[1], user["password"]):
        session.execute(text("UPDATE ab_user SET password = :hash WHERE id = :id"),
                        {"hash": generate_password_hash(user["password"]), "id": row[0]})
    ids = {name: id for id, name in session.execute(text("SELECT id, name FROM ab_role"))}
    has = {id for (id,) in session.execute(text("SELECT role_id FROM ab_user_role WHERE user_id = :id"), {"id": row[0]})}
    # Not every version that made the table has given it this default.
    key, value = ("id, ", "nextval('ab_user_role_id_seq'), ") if session.get_bind().dialect.name == "postgresql" else ("", "")
    for role in (user.get("role") or "Admin", *(user.get("moreRoles") or ())):
        if role not in ids:
            sys.exit(f"{role} is no role of Airflow; there are: {', '.join(sorted(ids))}")
        if ids[role] not in has:
            has.add(ids[role])
            session.execute(text(f"INSERT INTO ab_user_role ({key}user_id, role_id) VALUES ({value}:user, :role)"),
                            {"user": row[0], "role": ids[role]})


def users(wanted):
    roles(wanted)
    before = known(wanted) or set()
    for user in wanted:
        if user["username"] in before:
            continue
        details = {"username": user["username"], "firstname": user.get("firstName") or user["username"],
                   "lastname": user.get("lastName") or "", "email": user.get("email") or user["username"] + "@localhost",
                   "role": user.get("role") or "Admin", "password": user["password"]}
        # One word each: a value may begin with "-".
        quietly("users", "create", *(f"--{name}={value}" for name, value in details.items()))
    if known(wanted) is not None:
        from airflow.settings import Session

        session = Session()
        for user in wanted:
            agree(session, user, user["username"] not in before)
        session.commit()
        session.close()
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
    gc.disable()  # this ends soon: what could go does not matter, to look for it is a fifth of the time
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
