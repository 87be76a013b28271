import { createClient } from '../../shared/client/client.ts';
import { waitForLink } from '../../shared/client/wait-for-mail.ts';
import { newSealingKeys, opener } from '../../shared/sealing/hpke.ts';
import { openMessage } from '../../shared/sealing/open-message.ts';

const client = createClient({ baseUrl: process.env['RELAY'] ?? 'http://127.0.0.1:3000' });
const { publicKey, privateKey } = await newSealingKeys();
const inbox = await client.createInbox({ publicKey });
console.log(`Sign up with ${inbox.address}`);
const key = await opener(privateKey);
const link = await waitForLink(client, inbox, { open: (mail) => openMessage(inbox.id, mail, key) });
console.log(`Confirm at ${link.url}`);
