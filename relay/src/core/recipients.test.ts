import { describe, expect, it } from 'vitest';
import { readForwardPath } from './recipients.ts';

const domains = ['mayfly.test', 'xn--mailbchse-u9a.example'];

describe('a forward-path', () => {
  it.each([
    ['otter@mayfly.test', 'otter@mayfly.test'],
    ['OTTER@MayFly.TEST', 'otter@mayfly.test'],
    ['otter+shop@mayfly.test', 'otter@mayfly.test'],
    ['"otter"@mayfly.test', 'otter@mayfly.test'],
    ['otter@mailbüchse.example', 'otter@xn--mailbchse-u9a.example'],
  ])('%s is the address %s', (path, address) => {
    expect(readForwardPath(path, domains)).toEqual({ ok: true, address });
  });

  it.each([
    ['otter@elsewhere.example', 'relay-denied'],
    ['otter@x.mayfly.test', 'relay-denied'],
    ['postmaster', 'recipient-unknown'],
    ['öttel@mayfly.test', 'recipient-unknown'],
    ['"o t"@mayfly.test', 'recipient-unknown'],
    [`${'a'.repeat(65)}@mayfly.test`, 'recipient-unknown'],
    ['otter', 'recipient-invalid'],
    ['', 'recipient-invalid'],
    ['@mayfly.test', 'recipient-invalid'],
    ['otter@', 'recipient-invalid'],
    ['otter@[127.0.0.1]', 'recipient-invalid'],
    ['ot\0ter@mayfly.test', 'recipient-invalid'],
    ['ot\r\nter@mayfly.test', 'recipient-invalid'],
    ['otter@may\u0085fly.test', 'recipient-invalid'],
  ])('%j is answered %s', (path, code) => {
    expect(readForwardPath(path, domains)).toEqual({ ok: false, code });
  });
});
