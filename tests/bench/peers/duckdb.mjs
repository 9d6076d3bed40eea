// node duckdb.mjs FOLDER FIRST_YEAR LAST_YEAR OUTPUT [THREADS]
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

// The packages lie beside the build, not beside this file: tests/bench/run says where.
const require = createRequire(`${process.env.INDICARE_BENCH_NPM ?? import.meta.dirname}/`);
const { DuckDBInstance } = require('@duckdb/node-api');

const [folder, first, last, output, threads = '1'] = process.argv.slice(2);
const script = readFileSync(new URL('duckdb.sql', import.meta.url), 'utf8')
    .replaceAll('{folder}', folder)
    .replaceAll('{first}', first)
    .replaceAll('{last}', last)
    .replaceAll('{output}', output);

const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
for (const statement of script.split(/;\n/))
    if (statement.trim() !== '') await connection.run(statement);
