import { describe, expect, it } from 'vitest';
import { mailDocument } from './mail-document.ts';

const mail = { body: '<div>x</div>', styles: 'p{color:red}', remoteImages: 0 };

describe('mailDocument', () => {
  it('lets nothing be fetched while images are held back', () => {
    const html = mailDocument(mail, 'held');
    expect(html).toContain(`content="default-src 'none'; img-src data:;`);
    expect(html).not.toContain('http:');
  });

  it('opens the policy for images alone once they are asked for', () => {
    expect(mailDocument(mail, 'shown')).toContain(
      `default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline';`,
    );
  });

  it('states policy and DNS prefetch before anything of the mail', () => {
    const html = mailDocument(mail, 'held');
    for (const first of [
      'Content-Security-Policy',
      'X-DNS-Prefetch-Control',
      '<base target="_blank">',
    ]) {
      expect(html.indexOf(first)).toBeGreaterThan(0);
      expect(html.indexOf(first)).toBeLessThan(html.indexOf('p{color:red}'));
    }
  });

  it('does not let a style sheet end its element', () => {
    const html = mailDocument({ ...mail, styles: 'p{}</style><script>1</script>' }, 'held');
    expect(html).not.toContain('</style><script>');
  });
});
