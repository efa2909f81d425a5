// Reads and parses the same bytes with the quickest parser of their format, and does nothing with them.
const { createReadStream, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { inflateRawSync } = require('node:zlib');

const yaml = folder => {
  const { CORE_SCHEMA, load } = require('js-yaml');
  for (const name of readdirSync(folder, { recursive: true }))
    if (name.endsWith('.yaml')) load(readFileSync(join(folder, name), 'utf8'), { schema: CORE_SCHEMA });
};

const jsonl = async file => {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    JSON.parse(line);
};

/** Every entry of the archive, inflated and gone through by a parser that keeps nothing. */
const xlsx = file => {
  const { SaxesParser } = require('saxes');
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, start] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const parser = new SaxesParser({ position: false });
    for (const event of ['opentag', 'text', 'closetag']) parser.on(event, () => undefined);
    parser.write(inflateRawSync(bytes.subarray(data, data + packed)).toString('utf8')).close();
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
};

const [, , kind, path] = process.argv;
Promise.resolve({ yaml, jsonl, xlsx }[kind](path)).catch(error => {
  throw error;
});
