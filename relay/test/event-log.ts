import type { Events } from '../src/core/ports.ts';

/** What happened, in order: the name of the event and what it told. */
export type EventLog = { readonly name: string; readonly fields: Record<string, unknown> }[];

export function recordEvents(log: EventLog): Events {
  const record = (name: string) => (fields: object) =>
    void log.push({ name, fields: { ...fields } });
  return {
    relayReady: record('relayReady'),
    relayStopping: record('relayStopping'),
    inboxCreated: record('inboxCreated'),
    inboxReopened: record('inboxReopened'),
    inboxRekeyed: record('inboxRekeyed'),
    inboxEnded: record('inboxEnded'),
    messageStored: record('messageStored'),
    messageAnalysed: record('messageAnalysed'),
    messageNotRendered: record('messageNotRendered'),
    verdictReached: record('verdictReached'),
    mailRefused: record('mailRefused'),
    mailBrought: record('mailBrought'),
    mailboxChanged: record('mailboxChanged'),
    requestRefused: record('requestRefused'),
    shortageChanged: record('shortageChanged'),
    waitersChanged: record('waitersChanged'),
    tlsOffered: record('tlsOffered'),
    tlsNotOffered: record('tlsNotOffered'),
    fault: record('fault'),
  };
}
