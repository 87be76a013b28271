/** How an example of docs/api.md is written where the path alone does not say it; the variables are explained there. */
export interface Example {
  /** Of `-d`, as a shell reads it. */
  readonly body?: string;
  /** With its `?`, as it stands between double quotes. */
  readonly query?: string;
  /** Further words of curl. */
  readonly words?: string;
}

/** By the name of the route. One that takes a body must stand here. */
export const examples: Readonly<Record<string, Example>> = {
  createInbox: { body: `'{"localPart": "anna", "ttlMinutes": 30}'` },
  restoreInbox: { body: `"{\\"restoreKey\\": \\"$restoreKey\\"}"` },
  extendInbox: { body: `'{"ttlMinutes": 120}'` },
  createToken: { body: `'{"scope": "read", "ttlMinutes": 15}'` },
  listMessages: { query: '?wait=25&has=link' },
  patchMessage: { body: `'{"seen": true}'` },
  getRaw: { words: '-o mail.eml' },
  getAttachment: { words: '-o attachment' },
  watch: { body: `"{\\"wait\\": 25, \\"inboxes\\": [{\\"token\\": \\"$token\\"}]}"` },
  pair: { body: `"{\\"code\\": \\"$code\\"}"` },
};
