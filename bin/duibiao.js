#!/usr/bin/env node
const nodeModule = require('node:module');

nodeModule.enableCompileCache?.();

require('../dist/main.cjs')
  .main(process.argv.slice(2))
  .then(code => {
    process.exitCode = code;
  });
