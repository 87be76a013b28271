import { createClient } from '../../shared/client/client.ts';
import { waitForLink } from '../../shared/client/wait-for-mail.ts';

const client = createClient({ baseUrl: process.env['RELAY'] ?? 'http://127.0.0.1:3000' });
const inbox = await client.createInbox();
console.log(`Sign up with ${inbox.address}`); // here your test fills the form
const link = await waitForLink(client, inbox, { seconds: 30 });
console.log(`Confirm at ${link.url}`); // and here it opens the link
