#!/usr/bin/env node
/**
 * The entry of the command line. It imports nothing before it knows that this Node can read the rest: an older one would
 * end in a syntax error or, worse, in the middle of a run. `engines` in package.json says the same version.
 */
const needed = { major: 22, minor: 12 } as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed.major || (major === needed.major && minor < needed.minor)) {
  process.stderr.write(
    `kneepoint: Node.js ${needed.major}.${needed.minor} or newer is needed, and this is ${process.versions.node}\n` +
      '  install a newer one from https://nodejs.org, or run kneepoint with one that is installed already\n',
  );
  process.exitCode = 2;
} else await import('./main.ts');
