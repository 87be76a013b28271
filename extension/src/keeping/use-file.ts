import { i18n } from '#i18n';
import { ref, shallowRef } from 'vue';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';
import type { Notices } from '@mayfly/shared/ui/use-notice';
import type { Kept } from '../storage/model.ts';
import { troubleText } from '../ui/trouble-text.ts';
import {
  type FileFault,
  fileName,
  readFile,
  type ReadFile,
  toFile,
} from '@mayfly/shared/keeping/export-file';
import type { KeepingDeps } from './keeping-deps.ts';

interface Needs {
  readonly deps: KeepingDeps;
  readonly notices: Notices;
  readonly read: () => Promise<Kept>;
}

function faultText(fault: FileFault): string {
  const texts = {
    foreign: () => i18n.t('keeping.foreign'),
    newer: () => i18n.t('keeping.newer'),
    damaged: () => i18n.t('keeping.damaged'),
    big: () => i18n.t('keeping.big'),
  } as const satisfies Record<FileFault, () => string>;
  return texts[fault]();
}

/** A host of living addresses that the browser does not let the extension reach, as a match pattern. */
async function findClosed({ mayReach }: KeepingDeps, kept: Kept): Promise<string | null> {
  const urls = kept.inboxes.filter(({ ended }) => !ended).map(({ relayUrl }) => relayUrl);
  for (const { pattern } of [...new Set(urls)].flatMap((url) => parseRelayUrl(url) ?? [])) {
    if (!(await mayReach(pattern))) return pattern;
  }
  return null;
}

/** Saves what is kept to a file, and brings it back from one. */
export function useFile({ deps, notices, read }: Needs) {
  const chosen = shallowRef<ReadFile | null>(null);
  const closed = ref<string | null>(null);

  async function save(): Promise<void> {
    const name = fileName(deps.now());
    deps.saveFile(JSON.stringify(toFile(await read(), deps.now())), name);
    await deps.send('reminder.rest', { saved: true });
    notices.good(i18n.t('keeping.saved', [name]));
  }

  /** True when there is something to ask the person about. */
  async function choose(file: Blob): Promise<boolean> {
    notices.clear();
    const answer = await readFile(file);
    const isFault = typeof answer === 'string';
    if (isFault) notices.bad(faultText(answer));
    else chosen.value = answer;
    return !isFault;
  }

  async function load(): Promise<void> {
    if (chosen.value === null) return;
    const reply = await deps.send('everything.import', { file: chosen.value.file });
    if (!reply.ok) return notices.bad(troubleText(reply.trouble));
    notices.good(i18n.t('keeping.added', [reply.added]));
    closed.value = await findClosed(deps, await read());
  }

  /** Has the browser ask for the host. Has to be called while a click is handled. */
  async function allow(pattern: string): Promise<void> {
    const isGranted = await deps.requestHost(pattern);
    closed.value = null;
    if (!isGranted) return notices.bad(i18n.t('grant.denied'));
    await deps.send('inbox.refresh', {});
    closed.value = await findClosed(deps, await read());
  }

  return { chosen, closed, save, choose, load, allow };
}
