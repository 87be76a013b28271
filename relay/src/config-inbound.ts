import { textFields } from './config-fields.ts';

type Fault = (name: string, message: string) => void;
type Read = (key: keyof typeof textFields) => string;

export interface InboundConfig {
  /** Null: mail is not taken in this way. */
  readonly inboundRawSecret: string | null;
  readonly inboundImprovmxSecret: string | null;
}

/** Names no part of the value: faults are printed. */
function readSecret(key: 'inboundRawSecret' | 'inboundImprovmxSecret', read: Read, fault: Fault) {
  const secret = read(key);
  if (secret === '') return null;
  if (/^[\w~.-]{32,256}$/.test(secret)) return secret;
  fault(
    textFields[key].name,
    'must be 32 to 256 letters, digits, _, ., ~ or -; `openssl rand -hex 32` makes one',
  );
  return null;
}

export function readInbound(read: Read, fault: Fault): InboundConfig {
  return {
    inboundRawSecret: readSecret('inboundRawSecret', read, fault),
    inboundImprovmxSecret: readSecret('inboundImprovmxSecret', read, fault),
  };
}
