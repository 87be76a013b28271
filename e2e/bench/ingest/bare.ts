import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Peers } from './peers.ts';
import { freePort, listening, pidOf, start, stopProcess } from './processes.ts';
import { type MailServer, sameRecipients } from './servers.ts';

/** The libraries that Mayfly builds on and nothing else: no checks, no limits, no store, no analysis. */
function programOf(port: number, parse: boolean): string {
  return `
const { SMTPServer } = require('smtp-server');
const { MailParser } = require('mailparser');
const options = { skipHtmlToText: true, skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true };
function onData(stream, session, callback) {
  const pieces = [];
  stream.on('data', (piece) => pieces.push(piece));
  stream.on('end', () => {
    callback();
    if (!${parse}) return;
    const parser = new MailParser(options);
    parser.on('data', (part) => {
      if (part.type !== 'attachment') return;
      part.content.on('end', () => part.release());
      part.content.resume();
    });
    parser.end(Buffer.concat(pieces));
  });
}
const server = new SMTPServer({ onData, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true });
server.listen(${port}, '127.0.0.1');
`;
}

/**
 * What Mayfly cannot be faster than with its libraries: smtp-server that throws every mail away, after it parsed it with
 * mailparser or at once.
 */
export async function startBare(
  peers: Peers,
  name: 'smtp-server' | 'smtp-server-parse',
): Promise<MailServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mayfly-bare-'));
  const port = await freePort();
  const program = path.join(folder, 'server.cjs');
  writeFileSync(program, programOf(port, name === 'smtp-server-parse'));
  const env = { ...process.env, NODE_PATH: peers.modules };
  const child = start(process.execPath, [program], { env });
  await listening(port, child);
  return {
    name,
    port,
    pids: [pidOf(child)],
    recipients: sameRecipients,
    settled: () => Promise.resolve(),
    verify: () => Promise.resolve(),
    async stop() {
      await stopProcess(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
