import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import { analyseMail, examineMail } from '@mayfly/shared/mail/analyse-mail';
import { createAttachmentPolicy } from '@mayfly/shared/mail/attachment-policy';
import { defaultBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';
import { parseRaw } from '@mayfly/shared/mail/parse-raw';
import type { ReadMail } from './read-mail.ts';

const newPolicy = () => createAttachmentPolicy(defaultBlockedKinds());
const parse = (octets: Uint8Array) => parseRaw(octets, analyzeMessage);

async function read(raw: Uint8Array): Promise<ReadMail> {
  try {
    const { content, attachments, raw: cleaned } = await analyseMail(raw, newPolicy(), parse);
    return { content, attachments, raw: cleaned ?? raw };
  } catch {
    return { content: null, attachments: [], raw: examineMail(raw, newPolicy()) ?? raw };
  }
}

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void read(data).then((mail) => postMessage(mail));
});
