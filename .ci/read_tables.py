"""Reads every published table with the readers that notebooks use and compares what they see.

    read_tables.py OUT/tables

Each table is NAME.parquet or a folder NAME of part files. pyarrow, pandas, polars and DuckDB must see the same columns and
rows; every column must carry its meaning; and every text that a row repeats must stand in its document at the row's offsets,
but for hyphens and marks of quotation at line ends, which are left out.
"""
import pathlib
import sys

import duckdb
import pandas
import polars
import pyarrow.parquet


def files(table):
    return [table] if table.is_file() else sorted(table.glob("*.parquet"))


def main(folder):
    tables = sorted(t for t in pathlib.Path(folder).iterdir() if t.is_dir() or t.suffix == ".parquet")
    if not tables:
        sys.exit(f"no table in {folder}")
    faults, frames = [], {}
    for table in tables:
        parts = files(table)
        arrow = pyarrow.concat_tables(pyarrow.parquet.read_table(p) for p in parts)
        frame = pandas.concat(pandas.read_parquet(p) for p in parts)
        polar = polars.concat(polars.read_parquet(p) for p in parts)
        duck = duckdb.sql(f"select * from read_parquet({[str(p) for p in parts]})")
        shapes = {
            "pyarrow": (arrow.column_names, arrow.num_rows),
            "pandas": (list(frame.columns), len(frame)),
            "polars": (polar.columns, polar.height),
            "duckdb": (duck.columns, len(duck.fetchall())),
        }
        if any(s != shapes["pyarrow"] for s in shapes.values()):
            faults.append(f"{table.name}: readers disagree: {shapes}")
        for field in arrow.schema:
            if not (field.metadata or {}).get(b"doc"):
                faults.append(f"{table.name}: column {field.name} does not say what it means")
        frames[table.stem] = arrow
    texts = {r["doc_id"]: r["text"] for r in frames["documents"].to_pylist()}
    compared = 0
    for name, table in frames.items():
        if not {"doc_id", "start", "end", "text"} <= set(table.column_names):
            continue
        interrupted = "fragments" in table.column_names
        for row in table.to_pylist():
            if interrupted and row["fragments"] > 1:
                continue  # its text leaves out what stands between the pieces
            compared += 1
            there, text = texts[row["doc_id"]][row["start"] : row["end"]], row["text"]
            if there != text and not (len(there.split()) > 1 and (there[0], there[-1]) == (text[0], text[-1])):
                faults.append(f"{name}: {row['doc_id']} {row['start']}:{row['end']} is not {row['text']!r}")
    for fault in faults[:20]:
        print(fault)
    if faults:
        sys.exit(f"{len(faults)} faults")
    print(f"{len(tables)} tables read with 4 readers; {compared} texts stand where their rows say")


main(sys.argv[1])
