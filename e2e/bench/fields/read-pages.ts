import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
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

/** Answers for the pages of the corpus; everything else that they ask for is not there. */
async function openTab(context: BrowserContext, corpus: string): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.hostname !== 'form.test' || !url.searchParams.has('page')) return route.abort();
    const file = path.join(corpus, url.searchParams.get('page') ?? '');
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(file) });
  });
  return page;
}

/**
 * Loads each page in a real browser without network and runs the detection on it.
 * @param tabs how many at once; with more than one the times mean nothing
 */
export async function readPages(
  corpus: string,
  labels: readonly FormLabel[],
  tabs = 1,
): Promise<ReadPage[]> {
  const entry = path.join(import.meta.dirname, 'in-page-entry.ts');
  const script = compileAtOnce + (await bundleForPage(entry));
  const browser = await chromium.launch({
    executablePath: executables.chromium,
    args: chromiumArgs,
  });
  const context = await browser.newContext({ offline: true, javaScriptEnabled: true });
  const read = async (share: readonly FormLabel[]): Promise<ReadPage[]> => {
    const page = await openTab(context, corpus);
    const found: ReadPage[] = [];
    for (const label of share) {
      await page.goto(`http://form.test/?page=${encodeURIComponent(label.file)}`, {
        waitUntil: 'domcontentloaded',
      });
      await page.addScriptTag({ content: script });
      found.push({ label, ...(await page.evaluate<PageFound>('mayflyFields()')) });
    }
    return found;
  };
  const size = Math.ceil(labels.length / tabs);
  const shares = Array.from({ length: tabs }, (_, n) => labels.slice(n * size, (n + 1) * size));
  const found = await Promise.all(shares.map(read));
  await browser.close();
  return found.flat();
}
