#!/usr/local/bin/node
const isForOperators = process.argv.slice(2).some((word) => word !== '--help');

/** The one command of the image: the relay itself, or with a word the operator's command of that name. */
await(isForOperators ? import('./operate/main.ts') : import('./main.ts'));
