import { isIP, isIPv6 } from 'node:net';
import { textFields } from './config-fields.ts';
import { normalizeDomain } from './core/address.ts';

type Fault = (name: string, message: string) => void;
type Read = (key: keyof typeof textFields) => string;

export interface VerdictConfig {
  /** Whether senders are judged. */
  readonly verdicts: boolean;
  /** As node:dns takes them; empty: those of the system. */
  readonly dnsServers: readonly string[];
  /** Forwarders whose ARC seal is believed. */
  readonly arcSealers: readonly string[];
  /** Whether SPF is asked about private addresses too. */
  readonly privateSpf: boolean;
}

const listOf = (raw: string): string[] =>
  raw
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** An address, or an address and a port: `192.0.2.1:53`, `[2001:db8::1]:53`. */
function isServer(text: string): boolean {
  const [, inner, port = '53'] =
    /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text) ?? /^([\d.]+):(\d{1,5})$/.exec(text) ?? [];
  if (inner === undefined) return isIP(text) > 0;
  const isAddress = text.startsWith('[') ? isIPv6(inner) : isIP(inner) === 4;
  return isAddress && Number(port) > 0 && Number(port) < 65_536;
}

function readSealers(raw: string, fault: Fault): string[] {
  return listOf(raw).flatMap((name) => {
    const domain = normalizeDomain(name);
    if (domain === null) fault(textFields.arcSealers.name, `"${name}" is no domain name`);
    return domain ?? [];
  });
}

export function readVerdictSettings(read: Read, fault: Fault): VerdictConfig {
  const isOn = (key: 'verdicts' | 'privateSpf') => {
    const value = read(key);
    if (value !== 'on' && value !== 'off')
      fault(textFields[key].name, `must be one of on, off, not "${value}"`);
    return value === 'on';
  };
  const dnsServers = listOf(read('dnsServers'));
  for (const server of dnsServers) {
    if (!isServer(server))
      fault(textFields.dnsServers.name, `"${server}" is no address of a DNS server`);
  }
  return {
    verdicts: isOn('verdicts'),
    privateSpf: isOn('privateSpf'),
    dnsServers,
    arcSealers: readSealers(read('arcSealers'), fault),
  };
}
