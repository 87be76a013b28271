import { describe, expect, it } from 'vitest';
import { operatorNames } from './operator-mailbox.ts';
import { readForwardPath } from './recipients.ts';

const places = {
  domains: ['mayfly.test', 'xn--mailbchse-u9a.example'],
  hostname: 'mx.elsewhere.example',
  operatorNames: operatorNames('ops'),
};

describe('a forward-path', () => {
  it.each([
    ['otter@mayfly.test', 'otter@mayfly.test'],
    ['OTTER@MayFly.TEST', 'otter@mayfly.test'],
    ['otter+shop@mayfly.test', 'otter@mayfly.test'],
    ['"otter"@mayfly.test', 'otter@mayfly.test'],
    ['otter@mailbüchse.example', 'otter@xn--mailbchse-u9a.example'],
  ])('%s is the address %s', (path, address) => {
    expect(readForwardPath(path, places)).toEqual({ ok: true, to: 'inbox', address });
  });

  it.each([
    'postmaster',
    'Postmaster',
    'PostMaster@Mayfly.TEST',
    'abuse@mayfly.test',
    'abuse+report@mayfly.test',
    '"abuse"@mayfly.test',
    'abuse@mailbüchse.example',
    'security@mayfly.test',
    'noc@mayfly.test',
    'hostmaster@mayfly.test',
    'webmaster@mayfly.test',
    'ops@mayfly.test',
    'postmaster@mx.elsewhere.example',
  ])('%s is the operator', (path) => {
    expect(readForwardPath(path, places)).toEqual({ ok: true, to: 'operator' });
  });

  it.each([
    ['otter@elsewhere.example', 'relay-denied'],
    ['otter@x.mayfly.test', 'relay-denied'],
    ['otter@mx.elsewhere.example', 'relay-denied'],
    ['postmaster@elsewhere.example', 'relay-denied'],
    ['abuse', 'recipient-invalid'],
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
    expect(readForwardPath(path, places)).toEqual({ ok: false, code });
  });
});
