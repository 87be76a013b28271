import { spawnSync } from 'node:child_process';
import path from 'node:path';

function hasSwaks() {
  return spawnSync('/bin/sh', ['-c', 'command -v swaks'], { stdio: 'ignore' }).status === 0;
}

const sender = 'shop@example.org';
const subject = 'Please confirm your address';
const link = 'https://shop.example.org/verify?token=b81f6c2e94d7';
const body = ['Welcome! Please confirm your address:', link, '', 'Or type this code: 481205'];

/** Sends a mail that asks to be confirmed to the address in `$address`. */
function sendCommand({ host, port }) {
  if (hasSwaks()) {
    const text = body.join('\\n');
    return (
      `swaks --silent 2 --server ${host}:${port} --from ${sender} --to "$address" ` +
      `--header 'Subject: ${subject}' --body '${text}'`
    );
  }
  const lines = [`From: ${sender}`, 'To: %s', `Subject: ${subject}`, '', ...body];
  return (
    `printf '${lines.join('\\r\\n')}\\r\\n' "$address" | curl -sS smtp://${host}:${port} ` +
    `--mail-from ${sender} --mail-rcpt "$address" --upload-file -`
  );
}

/** One snippet to copy: makes an inbox, waits for its mail, sends one, prints what came. Needs a POSIX shell and curl. */
export function trySnippet({ smtp, http }) {
  const base = http.text;
  return [
    `inbox=$(curl -sS -X POST ${base}/v1/inboxes -H 'Content-Type: application/json' -d '{}')`,
    `field() { printf '%s' "$inbox" | sed "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/"; }`,
    'id=$(field id); address=$(field address); token=$(field token); echo "Address: $address"',
    `curl -sS "${base}/v1/inboxes/$id/messages?wait=25" -H "Authorization: Bearer $token" & waiting=$!`,
    sendCommand(smtp),
    'wait $waiting; echo',
  ].join('\n');
}

export function welcome({ smtp, http, extensionFolders }) {
  const manifest = path.join(extensionFolders.firefox, 'manifest.json');
  return `
Mayfly is ready.

  SMTP   ${smtp.text}
  HTTP   ${http.text}

The web inbox
  Open ${http.text} in a browser and press "Make an address".

The extension
  Chrome, Edge: open chrome://extensions, switch on "Developer mode", press "Load unpacked", choose the folder
    ${extensionFolders.chrome}
  Firefox: open about:debugging#/runtime/this-firefox, press "Load Temporary Add-on…", choose the file
    ${manifest}

Try it without a browser: paste this into another terminal. It makes an address, waits for its mail with a long-poll,
sends a mail there and prints what the relay made of it, with its link and code.

${trySnippet({ smtp, http })}

Ctrl-C stops the relay.
`;
}
