/** How an example of docs/api.md is written where the path alone does not say it; the variables are explained there. */
export interface Example {
  /** With its `?`, as it stands between double quotes. */
  readonly query?: string;
  /** Further words of curl. */
  readonly words?: string;
  /** What is sent, with curl's option for it. */
  readonly body?: string;
}

/** By the name of the route. One that takes a body must stand here. */
export const examples: Readonly<Record<string, Example>> = {
  createInbox: { body: `-d '{"localPart": "anna", "ttlMinutes": 30}'` },
  restoreInbox: { body: `-d "{\\"restoreKey\\": \\"$restoreKey\\"}"` },
  extendInbox: { body: `-d '{"ttlMinutes": 120}'` },
  createToken: { body: `-d '{"scope": "read", "ttlMinutes": 15}'` },
  listMessages: { query: '?wait=25&has=link' },
  patchMessage: { body: `-d '{"seen": true}'` },
  getRaw: { words: '-o mail.eml' },
  getAttachment: { words: '-o attachment' },
  watch: { body: `-d "{\\"wait\\": 25, \\"inboxes\\": [{\\"token\\": \\"$token\\"}]}"` },
  pair: { body: `-d "{\\"code\\": \\"$code\\"}"` },
  receiveRaw: { words: '-H "X-Mayfly-Recipient: $address"', body: '--data-binary @mail.eml' },
  receiveImprovmx: {
    body: `-d "{\\"to\\": [{\\"email\\": \\"$address\\"}], \\"subject\\": \\"Hello\\", \\"text\\": \\"Hello\\"}"`,
  },
};
