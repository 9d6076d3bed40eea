#!/usr/bin/env node
// Computes the scorecard of annual returns.
//
//     scorecard.js 2023-03-31 authority=999 population=population.csv 2022=returns/2022 2023=returns/2023
//
// The first argument is the date. Each further one is done in its turn: YEAR=FOLDER reads the CSV files of
// the return of a year, population=FILE and postcodes=FILE give lists, and any other NAME=VALUE sets an
// option of indicare.h.

import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, IndicareError, Session } from './indicare.js';

/** A file piece by piece: it need not fit into memory. */
function* piecesOf(path) {
    const file = openSync(path);
    try {
        const piece = Buffer.alloc(1 << 18);
        for (let count; (count = readSync(file, piece)) > 0;)
            yield piece.subarray(0, count);
    } finally {
        closeSync(file);
    }
}

function readFolder(session, year, folder) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv')).sort()) {
        const path = join(folder, name);
        if (session.readTable(path, year, piecesOf(path)) === null)
            console.error(`${path}: not a table of the return`);
    }
}

function take(session, argument) {
    const [, name, value] = argument.match(/^([^=]*)=(.*)$/s) ?? [];
    if (name === undefined)
        throw new RangeError(`${argument}: expected NAME=VALUE`);
    if (/^\d{4}$/.test(name))
        readFolder(session, Number(name), value);
    else if (name === 'population')
        session.givePopulations(value, readFileSync(value));
    else if (name === 'postcodes')
        session.givePostcodes(value, readFileSync(value));
    else
        session.setOption(name, value);
}

function print(session, authority, name) {
    console.log(`Authority ${name}`);
    for (const { id } of catalogue()) {
        const { printed, numerator, denominator, undetermined } = session.figure(authority, id);
        const of = denominator === null ? '' : `  ${numerator} of ${denominator}`;
        const unknown = undetermined ? `  ${undetermined} undetermined` : '';
        console.log(`  ${id.padEnd(34)} ${printed.padStart(6)}${of}${unknown}`);
    }
}

function run(asAt, given) {
    if (given.length === 0)
        throw new RangeError('usage: scorecard.js YYYY-MM-DD [NAME=VALUE...] YEAR=FOLDER...');
    const session = new Session();
    try {
        given.forEach((argument) => take(session, argument));
        session.compute(asAt);
        for (const finding of session.findings().filter(({ severity }) => severity === 'error'))
            console.error(finding.text);
        session.authorities().forEach((name, authority) => print(session, authority, name));
    } finally {
        session.close();
    }
}

try {
    run(process.argv[2], process.argv.slice(3));
} catch (error) {
    if (!(error instanceof IndicareError || error instanceof RangeError || error.code))
        throw error;
    console.error(`${error.status ?? error.name}: ${error.message}`);
    process.exitCode = 2;
}
