import type { Config } from '../config.ts';

/** Where somebody on this machine reaches the relay. */
export function localUrl({ httpHost, httpPort }: Pick<Config, 'httpHost' | 'httpPort'>): string {
  const here = httpHost === '0.0.0.0' || httpHost === '::' ? '127.0.0.1' : httpHost;
  return `http://${here.includes(':') ? `[${here}]` : here}:${httpPort}`;
}
