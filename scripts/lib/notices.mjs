import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageManager } from './install.mjs';
import { run } from './run.mjs';
import { StepError } from './toolchain.mjs';

const isLicence = (name) => /^(?:licen[cs]e|copying|notice)/i.test(name);

/** The text of a package's licence as it came along; some say no more than its name. */
function textOf(folder) {
  const names = readdirSync(folder).filter(isLicence).sort();
  return names.map((name) => readFileSync(path.join(folder, name), 'utf8').trim()).join('\n\n');
}

/** What the extension's list of public suffixes is made of; the package that brings it has a licence of its own. */
const suffixes = `Public Suffix List
Licence: MPL-2.0

The list of public suffixes in the extension is made from the Public Suffix List (https://publicsuffix.org), which is
under the Mozilla Public License, version 2.0 (https://mozilla.org/MPL/2.0/).`;

function noticeOf({ name, versions, license, homepage, paths }) {
  const head = [
    `${name} ${versions.join(', ')}`,
    `Licence: ${license}`,
    ...(homepage ? [homepage] : []),
  ];
  return [head.join('\n'), ...paths.map(textOf).filter(Boolean).slice(0, 1)].join('\n\n');
}

/** All libraries that a package runs with, each with its licence, as one text. */
export async function noticesOf(workspacePackage) {
  const args = ['-y', packageManager, 'licenses', 'list', '--prod', '--json'];
  const { code, text } = await run('npx', [...args, '--filter', `${workspacePackage}...`], {
    output: 'capture',
  });
  if (code !== 0) throw new StepError(`The licences could not be listed:\n${text}`);
  const packages = Object.values(JSON.parse(text.slice(text.indexOf('{')))).flat();
  const sorted = packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['Mayfly is made with the work of others.', ...sorted.map(noticeOf), suffixes].join(line)}\n`;
}
