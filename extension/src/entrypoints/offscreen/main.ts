import { answerWorker } from '../../messaging/send.ts';

const field = document.querySelector('textarea');

// This page never has the focus, without which `navigator.clipboard` refuses.
answerWorker('clipboard.write', async ({ text }) => {
  if (field === null) return { ok: false, trouble: 'internal' };
  field.value = text;
  field.select();
  return document.execCommand('copy') ? { ok: true } : { ok: false, trouble: 'internal' };
});
