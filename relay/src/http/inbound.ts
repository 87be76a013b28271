import { improvmxMailSchema } from '@mayfly/shared/contract/inbound';
import { routes } from '@mayfly/shared/contract/routes';
import type { Request } from 'express';
import { RelayError } from '../core/errors.ts';
import { createAddressList } from '../core/network-address.ts';
import { toWireForm } from '../core/raw-mail.ts';
import { createByteBudget, receive } from '../core/receive.ts';
import { answerJson } from './answer.ts';
import { clientAddress } from './client-address.ts';
import type { HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { judgeInbound } from './inbound-secret.ts';
import { expectOk } from './problem.ts';
import { validate } from './validate.ts';

type InboundHandlers = Pick<Handlers, 'receiveRaw' | 'receiveImprovmx'>;

/** Mails that are being brought, in memory at one time. */
const bufferedBytes = 128_000_000;
/** A mail in JSON: attachments in base64, text beside HTML. */
const jsonBytesOf = (messageBytes: number) => Math.ceil(messageBytes * 1.5) + 100_000;

const weekMs = 7 * 24 * 3_600_000;

/** Only who has the secret gets further. It never stands in the URL's query, which others log. */
function authorize(
  { inbound }: Pick<HttpDeps, 'inbound'>,
  way: 'raw' | 'improvmx',
  req: Request,
): void {
  const code = judgeInbound(way, inbound.secrets, req);
  if (code !== null) throw new RelayError(code);
  if (!req.originalUrl.includes('?')) return;
  throw new RelayError('invalid-request', {
    fields: [{ path: 'query', message: 'must not be there; the secret stands in a header' }],
  });
}

function createBodies() {
  const budget = createByteBudget(bufferedBytes);
  return {
    /** Runs `use` with the whole body, which counts as held in memory until then. */
    async with<T>(
      req: Request,
      { limit, tooBig }: { limit: number; tooBig: 'message-too-big' | 'payload-too-large' },
      use: (octets: Uint8Array) => Promise<T>,
    ): Promise<T> {
      if (Number(req.headers['content-length'] ?? 0) > limit) throw new RelayError(tooBig);
      const body = await receive(req, limit, budget);
      if (!body.ok) {
        const code = body.code === 'message-too-big' ? tooBig : (body.code ?? 'invalid-request');
        throw new RelayError(code);
      }
      try {
        return await use(body.raw);
      } finally {
        body.release();
      }
    },
  };
}

function readJson(octets: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
  } catch (cause) {
    throw new RelayError('malformed-json', { cause });
  }
}

function readRaw(octets: Uint8Array): Uint8Array {
  const raw = toWireForm(octets);
  if (raw !== null) return raw;
  const message = 'must be a mail: it has to begin with header fields (RFC 5322)';
  throw new RelayError('invalid-request', { fields: [{ path: 'body', message }] });
}

/** Addresses hold no comma here: none of ours has one. */
const listOf = (header: string): string[] =>
  header
    .split(',')
    .map((path) => path.trim().replace(/^<(.*)>$/, '$1'))
    .filter((path) => path !== '');

export function inboundHandlers(deps: HttpDeps): InboundHandlers {
  const { inbound, settings } = deps;
  const { messageBytes } = settings.limits;
  const trusted = createAddressList(settings.trustedProxies ?? []);
  const bodies = createBodies();
  const fromOf = (req: Request) => ({ name: 'webhook', address: clientAddress(req, trusted) });
  return {
    async receiveRaw(req, res) {
      authorize(deps, 'raw', req);
      const envelope = validate(routes.receiveRaw.headers, req.headers);
      const recipients = listOf(envelope['x-mayfly-recipient']);
      const [sender = ''] = listOf(envelope['x-mayfly-sender'] ?? '');
      const size = { limit: messageBytes, tooBig: 'message-too-big' } as const;
      const taken = await bodies.with(req, size, async (octets) => {
        const raw = readRaw(octets);
        const sameness = { parts: ['raw', sender, raw], rememberMs: weekMs };
        const mail = { way: 'raw', sender, raw, protocol: 'HTTP', sameness } as const;
        return inbound.intake.take({ ...mail, to: { all: recipients }, from: fromOf(req) });
      });
      answerJson(res, 200, { repeated: expectOk(taken).repeated });
    },
    async receiveImprovmx(req, res) {
      authorize(deps, 'improvmx', req);
      const size = { limit: jsonBytesOf(messageBytes), tooBig: 'payload-too-large' } as const;
      const taken = await bodies.with(req, size, async (octets) => {
        const form = validate(improvmxMailSchema, readJson(octets));
        const { sender, candidates, raw } = await inbound.unpack(form);
        // Without what tells of the way that it took, which may differ when it is sent again.
        const told = JSON.stringify({ ...form, headers: null });
        const sameness = { parts: ['improvmx', told], rememberMs: weekMs };
        const mail = { way: 'improvmx', sender, raw, protocol: 'JSON', sameness } as const;
        return inbound.intake.take({ ...mail, to: { first: candidates }, from: fromOf(req) });
      });
      answerJson(res, 200, { repeated: expectOk(taken).repeated });
    },
  };
}
