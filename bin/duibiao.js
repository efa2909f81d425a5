#!/usr/bin/env node
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

// Node 22 keeps compiled code by itself. For Node 20 the build leaves V8's code beside each bundle; V8 checks that it is its own.
const main = join(__dirname, '..', 'dist', 'main.cjs');
const loaded = new Map();

const load = file => {
  const known = loaded.get(file);
  if (known) return known.module.exports;
  const kept = `${file}.code`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const script = new Script(nodeModule.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData });
  const module = { exports: {} };
  loaded.set(file, { module, script, kept });
  const own = name => (name.startsWith('./') ? load(join(dirname(file), name)) : require(name));
  script.runInThisContext().call(module.exports, module.exports, own, module, file, dirname(file));
  return module.exports;
};

const start = () => {
  if (nodeModule.enableCompileCache === undefined) return load(main);
  nodeModule.enableCompileCache();
  return require(main);
};

start()
  .main(process.argv.slice(2))
  .then(code => {
    process.exitCode = code;
    if (process.env.DUIBIAO_KEEP_CODE)
      for (const { script, kept } of loaded.values()) writeFileSync(kept, script.createCachedData());
    // All is said: nothing is left to be taken down piece by piece. A disk that was full says so first.
    setImmediate(() => {
      if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
    });
  });
