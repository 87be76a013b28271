import { type MessagePort, parentPort } from 'node:worker_threads';
import { boundLookUp, type LookUp, LookUpError } from './bounded-lookups.ts';
import { examineSender, type LookUps } from './sender-findings.ts';
import { judgeSender, undecided } from './sender-verdict.ts';
import { dropSignatures, isShredded, piecesOf } from './verdict-head.ts';
import type { FromVerdictThread, ToVerdictThread, VerdictRequest } from './verdict-protocol.ts';

type Answer = Extract<ToVerdictThread, { kind: 'answer' }>;
const shredded = 'The mail is made of more lines than can be checked';

type Records = string[][] | string[];

/** Asks the main thread, which has the resolver and what it answered before. */
function createQuestions(post: (message: FromVerdictThread) => void) {
  const asked = new Map<number, ReturnType<typeof Promise.withResolvers<Records>>>();
  let lastId = 0;
  const lookUp: LookUp = (name, rrtype) => {
    const answer = Promise.withResolvers<Records>();
    lastId += 1;
    asked.set(lastId, answer);
    post({ kind: 'lookup', id: lastId, name, rrtype });
    return answer.promise;
  };
  return {
    lookUp,
    answered({ id, outcome }: Answer) {
      const answer = asked.get(id);
      asked.delete(id);
      if (outcome.ok) answer?.resolve(outcome.records);
      else answer?.reject(new LookUpError(outcome.code));
    },
  };
}

/**
 * What each examination may ask, and by which part of the deadline it ends. A stranger chooses what DKIM and SPF ask
 * for; DMARC asks of the From domain alone and must come to its turn.
 */
function startStages(lookUp: LookUp, deadlineMs: number): { lookUps: LookUps; end: () => void } {
  const start = (most: number, part: number) =>
    boundLookUp(lookUp, { most, within: deadlineMs * part }, () => performance.now());
  const [dkim, spf, dmarc, arc] = [start(6, 0.5), start(40, 0.5), start(40, 0.8), start(12, 0.9)];
  return {
    lookUps: { dkim: dkim.lookUp, spf: spf.lookUp, dmarc: dmarc.lookUp, arc: arc.lookUp },
    end() {
      for (const stage of [dkim, spf, dmarc, arc]) stage.end();
    },
  };
}

function serve(port: MessagePort) {
  const post = (message: FromVerdictThread) => port.postMessage(message);
  const questions = createQuestions(post);

  async function judge({ id, raw, headEnd, settings, ...mail }: VerdictRequest): Promise<void> {
    const { hostname, arcSealers, deadlineMs } = settings;
    const stages = startStages(questions.lookUp, deadlineMs);
    try {
      const octets = Buffer.from(raw.buffer);
      if (isShredded(octets)) return post({ kind: 'verdict', id, verdict: undecided(shredded) });
      dropSignatures(octets, headEnd);
      const pieces = piecesOf(octets);
      const findings = await examineSender({ ...mail, pieces, hostname }, stages.lookUps);
      post({ kind: 'verdict', id, verdict: judgeSender(findings, { arcSealers }) });
    } catch {
      post({ kind: 'verdict', id, verdict: null });
    } finally {
      stages.end();
    }
  }

  port.on('message', (message: ToVerdictThread) => {
    if (message.kind === 'ping') post({ kind: 'pong' });
    else if (message.kind === 'mail') void judge(message);
    else questions.answered(message);
  });
  post({ kind: 'ready' });
}

if (parentPort !== null) serve(parentPort);
