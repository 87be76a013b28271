import { qrLines } from '@mayfly/shared/qr/qr-code';
import type { Config } from '../config.ts';
import { type OfferDeps, offerPairing, pairingMinutes } from '../core/pairing.ts';
import { localUrl } from './local-url.ts';

export interface PairCommandDeps extends OfferDeps {
  readonly config: Pick<Config, 'access' | 'publicUrl' | 'httpHost' | 'httpPort'>;
  readonly print: (line: string) => void;
  /** Whether what is printed goes to a terminal, which knows colours. */
  readonly inColours: boolean;
}

export const pairUsage = [
  'pair [NAME]         prints a link and its QR code that give one browser access, once',
];

/** What the access is called where the operator says nothing. */
const plainLabel = 'Browser';

/** White on black whatever the terminal's own colours are: cameras want the light ones around it. */
const inWhiteOnBlack = (line: string): string => `\u001b[97;40m${line}\u001b[0m`;

function drawnLines(link: string, inColours: boolean): string[] {
  return qrLines(link, 2).map((line) => `  ${inColours ? inWhiteOnBlack(line) : line}`);
}

/** Runs `pair …` and resolves to the exit status; 64 (EX_USAGE) when the words are off. */
export async function runPair(deps: PairCommandDeps, words: readonly string[]): Promise<number> {
  const { config, print } = deps;
  const label = words.join(' ').trim() || plainLabel;
  if (label.length > 100 || label.startsWith('-')) {
    for (const line of pairUsage) print(line);
    return 64;
  }
  const { code, expiresAt } = await offerPairing(deps, label);
  const link = `${config.publicUrl ?? localUrl(config)}/#pair=${code}`;
  const until = new Date(expiresAt).toTimeString().slice(0, 5);
  print(
    `For ${label}: open this link in the browser that is to have access, and press the button of`,
  );
  print("the Mayfly extension there; or paste the link into the extension's options page.");
  for (const line of ['', `  ${link}`, '', ...drawnLines(link, deps.inColours), '']) print(line);
  print(`It works once, until ${until} (${pairingMinutes} minutes). Who has the link has access.`);
  if (config.access === 'open')
    print('This relay is open: whoever reaches it may make addresses without access.');
  return 0;
}
