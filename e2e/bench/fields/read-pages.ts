import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, executables } from '../../fixtures/browser.ts';
import { bundleForPage } from '../../fixtures/bundle.ts';
import type { PageFound } from './in-page-entry.ts';
import type { FormLabel } from './form-labels.ts';

/** A labelled page with what the detection said of its fields. */
export interface ReadPage extends PageFound {
  readonly label: FormLabel;
}

/** Tells V8 that all of a script is needed (explicit compile hints), as the extension's own build does. */
const compileAtOnce = '//# allFunctionsCalledOnLoad\n';

/** Loads each page in a real browser without network and runs the detection on it. */
export async function readPages(corpus: string, labels: readonly FormLabel[]): Promise<ReadPage[]> {
  const entry = path.join(import.meta.dirname, 'in-page-entry.ts');
  const script = compileAtOnce + (await bundleForPage(entry));
  const browser = await chromium.launch({
    executablePath: executables.chromium,
    args: chromiumArgs,
  });
  const context = await browser.newContext({ offline: true, javaScriptEnabled: true });
  const found: ReadPage[] = [];
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.hostname !== 'form.test' || !url.searchParams.has('page')) return route.abort();
    const file = path.join(corpus, url.searchParams.get('page') ?? '');
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(file) });
  });
  for (const label of labels) {
    await page.goto(`http://form.test/?page=${encodeURIComponent(label.file)}`, {
      waitUntil: 'domcontentloaded',
    });
    await page.addScriptTag({ content: script });
    found.push({ label, ...(await page.evaluate<PageFound>('mayflyFields()')) });
  }
  await browser.close();
  return found;
}
