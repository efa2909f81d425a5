// Loaded before a program that is to be measured: tells at its end how much processor time and memory it took.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.env.USAGE_FILE)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const usage = { wall: process.uptime(), cpu: (user + system) / 1e6, mib: process.resourceUsage().maxRSS / 1024 };
    writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
