// Tables dumped as one JSON array a line, with the column names in a file beside.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const metadata = z.object({ columns: z.array(z.string()) });

export type TableRow = {
  /** The line as it stands in the file. */
  line: string;
  values: Record<string, unknown>;
};

/** The rows of a table in file order. */
export async function* readTable(folder: string, table: string): AsyncGenerator<TableRow> {
  const file = await readFile(path.join(folder, `${table}.metadata.json`), 'utf8');
  const { columns } = metadata.parse(JSON.parse(file));
  const lines = createInterface({
    input: createReadStream(path.join(folder, `${table}.ndjson`)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const cells = z.array(z.unknown()).parse(JSON.parse(line));
    yield {
      line,
      values: Object.fromEntries(columns.map((column, index) => [column, cells[index]])),
    };
  }
}

/** How many rows a table has. */
export async function countRows(folder: string, table: string): Promise<number> {
  let count = 0;
  for await (const _ of readTable(folder, table)) count += 1;
  return count;
}
