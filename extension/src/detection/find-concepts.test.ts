import { describe, expect, it } from 'vitest';
import { namesOf } from './concepts.ts';
import { findConcepts } from './find-concepts.ts';
import { toWords } from './words.ts';

const found = (text: string) => namesOf(findConcepts(toWords(text)));

describe('toWords', () => {
  it.each([
    ['userEmail_address', ' user email address '],
    ['Straße – Größe', ' strasse grosse '],
    ['Giriş Yapın', ' giris yapin '],
    ['  ', ''],
  ])('makes of %j the words %j', (text, words) => expect(toWords(text)).toBe(words));

  it('reads no more of a text than it is told', () => {
    expect(toWords('a'.repeat(500), 10)).toBe(` ${'a'.repeat(10)} `);
  });
});

describe('findConcepts', () => {
  it.each([
    ['Correo electrónico', ['email']],
    ['メールアドレス', ['email']],
    ['البريد الإلكتروني', ['email']],
    ['Passwort vergessen?', ['forgot', 'password']],
    ['Zarejestruj się', ['signUp']],
    ['Войти', ['logIn']],
    ['newsletterEmailInput', ['email', 'subscribe']],
    ['Recordarme', ['remember']],
    ['認証コード', ['code']],
    ['Rabattcode', ['otherCode']],
  ])('%s', (text, concepts) => expect(found(text)).toEqual(expect.arrayContaining(concepts)));

  it.each(['mailbox', 'emailed', 'thinking', 'password'])('finds no user name in %s', (text) => {
    expect(found(text)).not.toContain('userName');
  });
});
