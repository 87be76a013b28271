import { expect, test } from 'vitest';
import { dispositionOf } from './answer.ts';

test.each([
  ['a.txt', `attachment; filename="a.txt"; filename*=UTF-8''a.txt`],
  [
    'Ünï (1).pdf',
    `attachment; filename="_n_ _1_.pdf"; filename*=UTF-8''%C3%9Cn%C3%AF%20%281%29.pdf`,
  ],
  ['a"; x="b', `attachment; filename="a__ x__b"; filename*=UTF-8''a%22%3B%20x%3D%22b`],
  [
    'a\r\nSet-Cookie: x',
    `attachment; filename="a__Set-Cookie_ x"; filename*=UTF-8''a__Set-Cookie%3A%20x`,
  ],
  [
    '../../etc/passwd',
    `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`,
  ],
  ['\u202egpj.exe', `attachment; filename="_gpj.exe"; filename*=UTF-8''_gpj.exe`],
  ['\ud800.txt', `attachment; filename="_.txt"; filename*=UTF-8''%EF%BF%BD.txt`],
])('the name %j can stand in a header', (name, header) => {
  expect(dispositionOf(name)).toBe(header);
});

test('a name is cut at 200 characters, and between two', () => {
  const name = dispositionOf(`${'a'.repeat(199)}\u{1f600}.txt`);
  expect(name).toContain(`''${'a'.repeat(199)}%EF%BF%BD`);
  expect(name.length).toBeLessThan(500);
});
