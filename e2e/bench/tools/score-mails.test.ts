import { describe, expect, it } from 'vitest';
import type { MailLabel } from './mail-labels.ts';
import { emptyFigures, scoreMail } from './score-mails.ts';

const label = (fields: Partial<MailLabel>): MailLabel => ({
  id: 'a',
  product: 'A',
  file: 'a.eml',
  lang: 'en',
  kind: 'verify',
  link: null,
  linksOk: [],
  code: null,
  ...fields,
});
const link = (url: string) => ({ url, reasons: ['because'] });
const code = (value: string) => ({ value, reasons: [] });

describe('scoreMail', () => {
  it('counts the first link as right when it is one of those as good', () => {
    const figures = emptyFigures();
    const wanted = label({
      link: 'https://a.example',
      linksOk: ['https://a.example', 'https://b.example'],
    });
    expect(scoreMail(figures, wanted, { links: [link('https://b.example')], codes: [] })).toEqual(
      [],
    );
    expect(figures.link).toEqual({ right: 1, wrong: 0, missed: 0 });
  });

  it('tells a wrong link from a missed one', () => {
    const figures = emptyFigures();
    const wanted = label({ link: 'https://a.example', linksOk: ['https://a.example'] });
    scoreMail(figures, wanted, {
      links: [link('https://x.example'), link('https://a.example')],
      codes: [],
    });
    const [fault] = scoreMail(figures, wanted, { links: [], codes: [] });
    expect(figures.link).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(fault).toContain('link missed');
  });

  it('counts an offer in a negative apart from one in another mail', () => {
    const figures = emptyFigures();
    const picks = { links: [link('https://x.example')], codes: [code('1234')] };
    scoreMail(figures, label({ kind: 'negative' }), picks);
    scoreMail(figures, label({ kind: 'verify' }), picks);
    expect(figures.negatives).toEqual({ total: 1, linkOffered: 1, codeOffered: 1 });
    expect(figures.others).toEqual({ linkOfferedWithoutLink: 1, codeOfferedWithoutCode: 1 });
  });

  it('wants the code exactly as it is shown', () => {
    const figures = emptyFigures();
    const [fault] = scoreMail(figures, label({ kind: 'code', code: '123 456' }), {
      links: [],
      codes: [code('123456')],
    });
    expect(figures.code.wrong).toBe(1);
    expect(fault).toContain('wanted:  123 456');
  });
});
