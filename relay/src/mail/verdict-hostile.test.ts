import { createPublicKey, randomBytes } from 'node:crypto';
import type { Verdict } from '@mayfly/shared/contract/message';
import { dkimSign } from 'mailauth';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createManualSchedule } from '../../test/manual-schedule.ts';
import { createSigner } from '../../test/signed-mail.ts';
import { createSenderJudge } from './verdict-pool.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 60_000 });

type Answers = (name: string, rrtype: string) => unknown;

const absent = () => Object.assign(new Error('absent'), { code: 'ENOTFOUND' });
const never = new Promise(() => undefined);
const signer = createSigner('shop.example', 1024);

/** One thread for all, so that what a mail does to it shows at the next. */
function start() {
  let answers: Answers = () => undefined;
  let asked: string[] = [];
  const timers = createManualSchedule();
  const faults: unknown[] = [];
  const judge = createSenderJudge({
    async resolver(name, rrtype) {
      asked.push(`${rrtype} ${name}`);
      const answer = answers(name, rrtype);
      if (answer === undefined) throw absent();
      return answer;
    },
    ...{ clock: Date.now, hostname: 'mx.mayfly.test', arcSealers: [], privateSpf: false },
    ...{ schedule: timers.schedule, deadlineMs: 50_000 },
    onFault: (error) => faults.push(error),
  });
  return {
    ...{ timers, faults, judge },
    async ask(raw: Buffer, says: Answers = () => undefined, sender = 'x@evil.example') {
      answers = says;
      asked = [];
      const facts = { sender, helo: 'evil.example', clientAddress: '192.0.2.7' };
      const verdict: Verdict = await judge.judge(raw, facts);
      return { ...verdict, asked };
    },
  };
}

const hostile = start();
afterAll(async () => {
  await hostile.judge.close();
  expect(hostile.faults).toEqual([]);
});
const { ask } = hostile;

const head = 'From: boss@bank.example\r\nSubject: hi\r\n';
const bank = (name: string) =>
  name === '_dmarc.bank.example' ? [['v=DMARC1; p=reject']] : undefined;
const signature = (domain: string, more = '') =>
  `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s; h=from; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=AAAA;${more}\r\n`;

describe('signatures', () => {
  it('without number cost no more than six', async () => {
    const many = Array.from({ length: 700 }, (_, i) => signature(`n${i}.many.example`));
    const { verdict, reasons, asked } = await ask(Buffer.from(`${many.join('')}${head}\r\n`), bank);
    expect(verdict).toBe('fail');
    expect(reasons.filter((reason) => reason.startsWith('DKIM'))).toHaveLength(6);
    expect(asked.filter((question) => question.includes('_domainkey'))).toHaveLength(6);
  });

  it('with keys of 16,384 bits prove nothing and stop nobody', async () => {
    const n = Buffer.concat([Buffer.of(0xc1), randomBytes(2046), Buffer.of(1)]);
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'RSA', n: n.toString('base64url'), e: n.toString('base64url') },
    });
    const p = key.export({ type: 'spki', format: 'der' }).toString('base64');
    const many = Array.from({ length: 6 }, (_, i) => signature(`n${i}.big.example`));
    const says: Answers = (name) =>
      name.endsWith('.big.example') ? [[`v=DKIM1; p=${p}`]] : bank(name);
    expect((await ask(Buffer.from(`${many.join('')}${head}\r\n`), says)).verdict).toBe('fail');
  });

  it('of a part of the body prove nothing of the rest', async () => {
    const mail = 'From: hello@shop.example\r\nSubject: hi\r\n\r\nhello\r\n';
    const keys: Answers = (name) => signer.zone[`TXT ${name}`]?.map((text) => [text]);
    const sign = async (maxBodyLength?: number) => {
      const { domain: signingDomain, selector, privateKey } = signer;
      const key = { signingDomain, selector, privateKey };
      const limit = maxBodyLength === undefined ? {} : { maxBodyLength };
      const signatureData = [{ ...key, ...limit, canonicalization: 'relaxed/relaxed' }];
      const { signatures } = await dkimSign(Buffer.from(mail), { ...key, signatureData });
      return signatures;
    };
    const added = `${mail}Now pay here.\r\n`;
    expect((await ask(Buffer.from((await sign()) + mail), keys)).verdict).toBe('pass');
    expect((await ask(Buffer.from((await sign(7)) + mail), keys)).verdict).toBe('pass');
    for (const length of [0, 5, 7]) {
      const { verdict, reasons } = await ask(Buffer.from((await sign(length)) + added), keys);
      expect(verdict).toBe('none');
      expect(reasons[0]).toContain('leaves a part of the mail unsigned');
    }
  });

  it.each([
    ['in one line without an end', 'x ', 'fail'],
    ['in short lines that end oddly', `${'x '.repeat(12)}\n`, 'fail'],
    ['in short lines with blanks', `${'x \t'.repeat(12)} \r\n`, 'fail'],
    ['in lines of an octet', 'x\n', 'unknown'],
    ['in empty lines', '\r\n', 'unknown'],
    ['in lines of blanks', ' \t\r\n', 'unknown'],
  ])('over a big body %s', async (_, text, verdict) => {
    const many = Array.from({ length: 6 }, (_each, i) => signature('big.example', ` l=${i};`));
    const raw = Buffer.alloc(4_000_000, text);
    raw.write(`${many.join('')}${head}\r\n`);
    expect((await ask(raw, bank)).verdict).toBe(verdict);
  });

  it.each([
    'DKIM-Signature:',
    'DKIM-Signature: =',
    `DKIM-Signature: ${'v=1;'.repeat(10_000)}`,
    `DKIM-Signature: a=rsa-sha256; d=x; s=${'s.'.repeat(20_000)}; b=; bh=; h=from`,
    `DKIM-Signature: h=${'from:'.repeat(20_000)}; a=rsa-sha256; d=x.example; s=s; b=A; bh=A`,
    `DKIM-Signature: d=__proto__; s=constructor; a=rsa-sha256; h=from; b=A; bh=A; __proto__=1`,
    `DKIM-Signature:${'\r\n '.repeat(3000)}`,
    `ARC-Seal: i=1\r\nARC-Seal: i=1`,
    `ARC-Seal: i=${'9'.repeat(1000)}; cv=none`,
    `${'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=x; s=s; b=A\r\n'.repeat(1000)}X: y`,
  ])('that are none: %.60s', async (field) => {
    expect((await ask(Buffer.from(`${field}\r\n${head}\r\nbody`), bank)).verdict).toBe('fail');
  });
});

describe('an ARC chain', () => {
  it('as long as can be asks no more than its share', async () => {
    const set = (i: number) =>
      `ARC-Seal: i=${i}; a=rsa-sha256; cv=${i === 1 ? 'none' : 'pass'}; d=n${i}.arc.example; s=s; b=AAAA\r\n` +
      `ARC-Message-Signature: i=${i}; a=rsa-sha256; c=relaxed/relaxed; d=n${i}.arc.example; s=s; h=from; bh=A; b=AAAA\r\n` +
      `ARC-Authentication-Results: i=${i}; n${i}.arc.example; dmarc=pass header.from=bank.example\r\n`;
    const sets = Array.from({ length: 50 }, (_, i) => set(50 - i)).join('');
    const { verdict, asked } = await ask(Buffer.from(`${sets}${head}\r\n`), bank);
    expect(verdict).toBe('fail');
    expect(asked.filter((question) => question.includes('.arc.example')).length).toBeLessThan(13);
  });
});

describe('DNS records', () => {
  const mail = Buffer.from(`${head}\r\n`);

  it('that include one another without an end', async () => {
    const says: Answers = (name) => {
      const [, n = '0'] = /^n(\d+)\./.exec(name) ?? [];
      if (!name.endsWith('loop.example')) return bank(name);
      return [[`v=spf1 include:n${Number(n) + 1}.loop.example include:loop.example -all`]];
    };
    const { verdict, asked } = await ask(mail, says, 'x@loop.example');
    expect(verdict).toBe('fail');
    expect(asked.length).toBeLessThan(20);
  });

  it('with more mail servers than anybody has', async () => {
    const says: Answers = (name, rrtype) => {
      if (name.startsWith('_dmarc')) return bank(name);
      if (rrtype === 'TXT') return [[`v=spf1 ${'mx '.repeat(200)}-all`]];
      if (rrtype !== 'MX') return ['198.51.100.1'];
      return Array.from({ length: 500 }, (_, i) => ({ priority: i, exchange: `m${i}.example` }));
    };
    const { verdict, asked } = await ask(mail, says, 'x@many.example');
    expect(verdict).toBe('fail');
    expect(asked.length).toBeLessThan(60);
  });

  it.each<[string, unknown]>([
    ['of numbers', [1, 2, 3]],
    ['of nothing', [null, undefined, [null]]],
    ['of objects', [{ entries: ['v=spf1'] }]],
    ['that are a text', 'v=spf1 +all'],
    ['of a huge text', [[`v=spf1 ${'a:x.example '.repeat(10_000)}`]]],
    ['of a long text', [[`v=spf1 ${'ip4:198.51.100.1 '.repeat(1500)}`]]],
    ['with wild macros', [[`v=spf1 exists:${'%{d255r}.'.repeat(50)}x -all`]]],
  ])('%s', async (title, records) => {
    const domain = `${title.replaceAll(' ', '-')}.example`;
    const says: Answers = (name) => (name.startsWith('_dmarc') ? bank(name) : records);
    expect((await ask(mail, says, `x@${domain}`)).verdict).toBe('fail');
  });

  it('of a stranger that never come do not make a forged mail doubtful', async () => {
    const raw = Buffer.from(`${signature('slow.example')}${head}\r\n`);
    const both = Promise.withResolvers<void>();
    let slow = 0;
    const says: Answers = (name) => {
      if (!name.endsWith('slow.example')) return bank(name);
      slow += 1;
      if (slow === 2) both.resolve();
      return never;
    };
    const answer = ask(raw, says, 'x@slow.example');
    // What DKIM and SPF ask for; both run out when the test says so.
    await both.promise;
    expect(hostile.timers.fire(2500)).toBe(2);
    expect((await answer).verdict).toBe('fail');
  });
});
