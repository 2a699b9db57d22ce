"""A small pipeline in three tasks. On kind each runs in a pod of its own; results pass from task to task by XCom."""

from __future__ import annotations

from datetime import datetime

from airflow.sdk import dag, task


@dag(
    dag_id="example_etl",
    schedule=None,  # runs when somebody triggers it
    start_date=datetime(2024, 1, 1),
    catchup=False,
    is_paused_upon_creation=False,
    tags=["example"],
)
def example_etl():
    # Imports of own modules stand inside the tasks: parsing the file stays quick, and only the task needs them.
    @task
    def extract() -> list[dict]:
        from orders import read_orders

        return read_orders()

    @task
    def transform(orders: list[dict]) -> dict[str, float]:
        from orders import revenue_by_product

        return revenue_by_product(orders)

    @task
    def load(revenue: dict[str, float]) -> None:
        for product, amount in sorted(revenue.items()):
            print(f"{product}: {amount:.2f}")

    load(transform(extract()))


example_etl()
