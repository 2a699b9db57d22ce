# SPDX-License-Identifier: Apache-2.0
"""Airflow's commands for users: their options, and what they do to the tables."""

import argparse
import os

from airflow.settings import Session


def say(*words):
    with open(os.environ["FAKE_CALLS"], "a") as calls:
        print(*words, file=calls)


def migrate(args):
    say("db migrate")


def sync_perm(args):
    say("sync-perm")
    session = Session()
    for role in ("Viewer", "User", "Op"):
        session.execute("INSERT OR IGNORE INTO ab_role (name) VALUES (:name)", {"name": role})
    session.commit()


def create(args):
    say("users create", args.username, args.role)
    session = Session()
    if os.environ.get("FAKE_TABLES") == "none":
        return
    role = session.execute("SELECT id FROM ab_role WHERE name = :name", {"name": args.role}).first()
    if role is None:
        raise SystemExit(f"{args.role} is not a valid role")
    session.execute("INSERT INTO ab_user (username, password) VALUES (:name, :hash)",
                    {"name": args.username, "hash": "plain$" + args.password})
    user = session.execute("SELECT id FROM ab_user WHERE username = :name", {"name": args.username}).first()
    session.execute("INSERT INTO ab_user_role (user_id, role_id) VALUES (:user, :role)", {"user": user[0], "role": role[0]})
    session.commit()


def get_parser():
    parser = argparse.ArgumentParser()
    rooms = parser.add_subparsers(required=True)
    rooms.add_parser("sync-perm").set_defaults(func=sync_perm)
    rooms.add_parser("db").add_subparsers(required=True).add_parser("migrate").set_defaults(func=migrate)
    command = rooms.add_parser("users").add_subparsers(required=True).add_parser("create")
    for name in ("username", "firstname", "lastname", "email", "role", "password"):
        command.add_argument("--" + name, required=True)
    command.set_defaults(func=create)
    return parser
