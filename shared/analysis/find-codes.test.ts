import { describe, expect, it } from 'vitest';
import { analyzeMessage } from './analyze-message.ts';

const codes = (text: string, subject = '') =>
  analyzeMessage({ subject, from: '', text, html: null }).codes.map(({ value }) => value);

describe('codes', () => {
  it.each([
    ['Your verification code is 482913.', '482913'],
    ['482913 is your Acme code. It expires in 5 minutes.', '482913'],
    ['Enter this code to sign in:\n\n482 913\n', '482 913'],
    ['Your one-time password: 4829-1375', '4829-1375'],
    ['Your login code:\nBQ7F-2KD9', 'BQ7F-2KD9'],
    ['Enter this security code:\nDKWMZP', 'DKWMZP'],
    [
      'Copy and paste this temporary login code:\nmarble-otter-fjord-quill',
      'marble-otter-fjord-quill',
    ],
    ['Verification code: G-482913', 'G-482913'],
    ['Ihr Bestätigungscode lautet 48291', '48291'],
    ['認証コード：482913です。', '482913'],
    ['您的验证码是482913，请勿泄露', '482913'],
    ['رمز التحقق الخاص بك هو ٤٨٢٩١٣', '٤٨٢٩١٣'],
    ['@acme.example #482913', '482913'],
    ['Your verification code is 2024.', '2024'],
    ['7\n3\n9\n2\n0\n4\nUse this verification code to confirm your address.', '739204'],
    ['Tell our agent the temporary password B4 77 Q9, valid until ten.', 'B4 77 Q9'],
    ['您的验证码：826 047', '826 047'],
    [
      'Please type the one-time code that this bank has made for you and\nnobody else 37154. It expires.',
      '37154',
    ],
  ])('%s', (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it.each([
    'Order number 48291375 has been confirmed.',
    'Your ticket #482913 has a new reply. Please verify.',
    'Use code SPRING25 for 25% off your order.',
    'Sign-in code sent on 2024-05-17 at 14:05 from 203.0.113.7.',
    'To verify your account, call +1 415 555 0134.',
    'Please verify your email: https://a.example/verify?code=482913',
    'Error code 482913 while signing in to your account.',
    'Our office: 1 Main Street, San Francisco, CA 94105',
    'Total: $4,829.13 for invoice 2024-0417',
    'Postal code: 94105',
    'Mail 482913@a.example about your code.',
    'The colour #48291a is now your brand colour code.',
    '482913',
  ])('offers nothing for: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('reads one character a box as one code', () => {
    const boxes = [...'482913'].map((digit) => `<td>${digit}</td>`).join('');
    const html = `<p>Your verification code</p><table><tr>${boxes}</tr></table>`;
    expect(analyzeMessage({ subject: '', from: '', text: null, html }).codes[0]?.value).toBe(
      '482913',
    );
  });

  it('does not offer a code that nobody can see', () => {
    const html = '<p style="display:none">Your verification code is 482913</p><p>Hello</p>';
    expect(analyzeMessage({ subject: '', from: '', text: null, html }).codes).toEqual([]);
  });

  it('ranks the code above other numbers of the mail and says why', () => {
    const text = 'Order 77120934\n\nYour verification code is 482913.\n\nCall 0800 123456';
    const [best] = analyzeMessage({ subject: 'Code 482913', from: '', text, html: null }).codes;
    expect(best?.value).toBe('482913');
    expect(best?.reasons.join()).toContain('named a code');
    expect(best?.score).toBeGreaterThan(0.5);
  });
});

describe('codes that nobody names', () => {
  it('are what a line asks to type in, in a mail about access', () => {
    const text = 'Type this on the sign-up screen you left open:\n\n204-871\n\nIt expires at noon.';
    expect(codes(text, 'Confirm your address')).toEqual(['204-871']);
    expect(codes('Use this at checkout:\n\n204-871\n\nIt expires at noon.', 'Our offers')).toEqual(
      [],
    );
  });

  it('are what a link of the mail carries as its code', () => {
    const link = 'https://a.example/finish?code=618204';
    const text = `Tap ${link} to log in, or with this:\n\n618204\n`;
    expect(codes(text, 'Log in to Acme')).toEqual(['618204']);
  });

  it('may open the subject', () => {
    const text = 'The digits are in the subject. They stop working at ten.';
    expect(codes(text, '739 204 gets you in')).toEqual(['739 204']);
    expect(codes(text, 'Order 739204 is on its way')).toEqual([]);
  });
});

describe('numbers that are no codes', () => {
  it.each([
    ['Re: the code', 'Steps:\n\nYour verification code is 482913'],
    [
      '25% off ends at midnight',
      'Here is your personal code. Enter it before it expires:\n\n482913',
    ],
    ['Pricing review at 14:00', 'Or dial +44 20 5550 0171, PIN: 638 204 117#'],
    ['The lock', 'Please confirm the code 7731 of the lock with the neighbours.'],
  ])('%s', (subject, text) => {
    expect(codes(text, subject)).toEqual([]);
  });
});
