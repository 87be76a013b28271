import type { Field } from './config-fields.ts';
import { isListEntry } from './core/network-address.ts';

/** Addresses and networks, separated by commas. */
export function readList(
  field: Field,
  raw: string,
  fault: (name: string, message: string) => void,
): readonly string[] {
  const entries = raw
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const said = `"${entry}" is no address, no network such as 10.0.0.0/8 and not "loopback"`;
    if (!isListEntry(entry)) fault(field.name, said);
  }
  return entries;
}
