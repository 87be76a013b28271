/**
 * What is done about each command that stands in the documents. A command that is not here fails
 * commands.test.ts, and so does a row whose command no document has any more.
 */
export type Done =
  /** Run by commands.test.ts itself. */
  | 'here'
  /** Run by that file, which has these words. */
  | { readonly by: string; readonly words: readonly string[] }
  /** Not run, because of that. */
  | { readonly why: string };

const install = 'e2e/containers/install.run.ts';
const installation = 'e2e/containers/installation.ts';
const image = 'e2e/containers/image.run.ts';
const doctor = 'relay/src/operate/main.test.ts';
const dns = doctor;

const serverOfOnesOwn = 'it changes the machine on which it is run: a server of one’s own';
const looksOnly = 'it only looks, at what a server of one’s own has';
const internet = 'it asks a server on the internet';
const placeholder = 'it names a form of commands, all of which stand elsewhere';

const up = { by: installation, words: ["'up'", "'-d'"] };
const imagesAreBuilt = { by: 'scripts/containers.mjs', words: ["'build'", "'--target'"] };
const updated = { why: 'it fetches a newer version; its parts are run one by one' };
const sameHere = { why: 'the same command is run here, without a container' };
const inTheContainer = (...words: string[]) => ({ by: image, words: ["'exec'", ...words] });

export const commandTable: Readonly<Record<string, Done>> = {
  // The checkout
  'npm start': 'here',
  'npm test': { why: 'this test is a part of it' },
  'npm run test:long': { why: 'this test is a part of it' },
  'npm run check': { by: 'scripts/test.mjs', words: ['runChecks'] },
  'npm run docs': { by: 'relay/src/http/api-document.test.ts', words: ['npm run docs', 'withApi'] },
  'npm run bench -- NAME': { by: 'e2e/bench/fields.test.ts', words: ['fields'] },
  'npm run bench -- waiters': { why: 'it takes minutes and all of the machine' },
  'npm run containers': {
    why: 'it needs an engine for containers',
  },
  'npm run release': { by: 'e2e/release/release.test.ts', words: ["'release'"] },
  'unzip mayfly-VERSION-sources.zip -d mayfly && cd mayfly': {
    by: 'e2e/release/release.test.ts',
    words: ["open('sources')"],
  },
  'cat release/SHA256SUMS': { by: 'e2e/release/release.test.ts', words: ["'SHA256SUMS'"] },
  'node dist/mayfly.js': { by: 'e2e/containers/bundle.test.ts', words: ['bundle.entry'] },
  'node docs/examples/wait-for-link.ts': {
    by: 'e2e/docs/examples.test.ts',
    words: ['docs/examples'],
  },
  // A relay without containers
  'MAYFLY_DOMAINS=mail.example.org MAYFLY_SMTP_HOST=0.0.0.0 MAYFLY_SMTP_PORT=25 MAYFLY_ACCESS=private MAYFLY_PUBLIC_URL=https://mail.example.org MAYFLY_TRUSTED_PROXIES=loopback npm start':
    'here',
  'MAYFLY_STORE=redis-cluster://10.0.0.1:6379,10.0.0.2:6379,10.0.0.3:6379 MAYFLY_SECRET=k1:$(openssl rand -hex 32) MAYFLY_PROCESSES=4 npm start':
    'here',
  'openssl rand -hex 32': 'here',
  'echo k1:$(openssl rand -hex 32)': 'here',
  // The operator's commands
  'npm run relay -- dns mail.example.org --address 203.0.113.25': 'here',
  'npm --silent run relay -- dns … --zone > zone.txt': 'here',
  'npm run relay -- doctor mail.example.org': { by: doctor, words: ["'doctor'", "'--ntp'"] },
  'npm run relay -- pair Anna': 'here',
  'npm run relay -- access list': 'here',
  'npm run relay -- access add Anna': 'here',
  'npm run relay -- access remove ID': 'here',
  'npm run relay -- operator': 'here',
  'npm run relay -- operator show ID': 'here',
  'npm run relay -- operator raw ID mail.eml': 'here',
  'npm run relay -- operator delete ID ID …': 'here',
  'npm run relay -- pair': 'here',
  'npm run relay -- pair NAME': { why: placeholder },
  'npm run relay -- access add NAME': { why: placeholder },
  'npm run relay -- …': { why: placeholder },
  // Containers: these files are run by `npm run containers`
  "docker run --rm -p 25:25 node:24-bookworm-slim node -e \"require('net').createServer((s) => s.end('hello\\n')).listen(25)\"":
    { why: serverOfOnesOwn },
  'nc -v -w 5 203.0.113.25 25': { why: internet },
  'git clone … mayfly && cd mayfly': { by: 'e2e/release/release.test.ts', words: ["'clone'"] },
  'cp .env.example .env && nano .env': { why: 'it opens an editor' },
  'cp .env.example .env': 'here',
  'chmod 600 .env': 'here',
  'docker compose build': imagesAreBuilt,
  'docker compose run --rm --no-deps relay dns example.org --address 203.0.113.25': {
    by: dns,
    words: ["'dns'", "'--address', '203.0.113.25'"],
  },
  'docker compose up -d': up,
  'docker compose ps': { why: looksOnly },
  'docker compose logs relay': { why: looksOnly },
  'docker compose logs front': { why: looksOnly },
  'docker compose logs redis': { why: looksOnly },
  'docker compose logs relay | grep tls-': {
    by: 'relay/src/smtp/tls-of-relay.test.ts',
    words: ['tls-'],
  },
  'docker compose exec relay mayfly doctor example.org': { by: doctor, words: ["'doctor'"] },
  'docker compose exec relay mayfly pair Anna': sameHere,
  'docker compose exec relay mayfly operator': sameHere,
  'mayfly access list': inTheContainer("'mayfly', 'access', 'list'"),
  'mayfly access remove ID': sameHere,
  'mayfly health': inTheContainer("'mayfly', 'health'"),
  'mayfly health --ready': { by: installation, words: ["'mayfly', 'health', '--ready'"] },
  'mayfly doctor': { by: doctor, words: ["'doctor'"] },
  'mayfly …': { why: placeholder },
  'docker compose down': { by: install, words: ["compose('down')"] },
  'docker compose -f docker-compose.several.yml up -d --scale relay=3': {
    by: 'e2e/containers/several.run.ts',
    words: ["prepare('docker-compose.several.yml')"],
  },
  'git pull && docker compose build --pull && docker compose up -d': updated,
  'git checkout': { why: placeholder },
  'docker compose stop relay redis': { by: install, words: ["'stop', 'relay', 'redis'"] },
  'docker run --rm --user root -v mayfly_redis:/data:ro -v "$PWD":/backup redis:8-bookworm tar -C /data -czf /backup/mayfly.tar.gz .':
    { by: install, words: ["'redis:8-bookworm', 'tar'", "'-czf', '/backup/mayfly.tar.gz', '.'"] },
  'docker compose start redis relay': {
    why: 'it undoes the line before it, by what `up` does, too',
  },
  'docker compose down && docker volume rm -f mayfly_redis && docker volume create mayfly_redis': {
    by: install,
    words: ["'down', '-v'"],
  },
  'docker run --rm --user root -v mayfly_redis:/data -v "$PWD":/backup redis:8-bookworm tar -C /data -xzf /backup/mayfly.tar.gz':
    { by: install, words: ["'redis:8-bookworm', 'tar'", "'-xzf', '/backup/mayfly.tar.gz'"] },
  "docker exec mayfly node -e \"new (require('node:sqlite').DatabaseSync)('/data/mayfly.db').exec(\\\"VACUUM INTO '/data/copy.db'\\\")\"":
    'here',
  'docker cp mayfly:/data/copy.db . && docker cp mayfly:/data/mayfly.secret .': {
    why: serverOfOnesOwn,
  },
  'sqlite3 mayfly.db ".backup copy.db"': { why: 'sqlite3 is a program of its own' },
  'docker build --target relay -t mayfly-relay .': imagesAreBuilt,
  'docker run -d --name mayfly --restart unless-stopped --read-only --tmpfs /tmp --cap-drop ALL -v mayfly:/data -p 0.0.0.0:25:2525 -p 127.0.0.1:3000:3000 -e MAYFLY_DOMAINS=example.org -e MAYFLY_SMTP_NAME=mail.example.org -e MAYFLY_PUBLIC_URL=https://mail.example.org -e MAYFLY_TRUSTED_PROXIES=172.16.0.0/12 mayfly-relay':
    { by: image, words: ["'--read-only'", "'--tmpfs'", "'--cap-drop'", "'mayfly-relay'"] },
  'docker exec mayfly mayfly pair Anna': sameHere,
  'nslookup -type=mx example.org': { why: internet },
  'ufw allow 25/tcp': { why: serverOfOnesOwn },
  'systemctl disable --now postfix': { why: serverOfOnesOwn },
  'ss -ltnp': { why: looksOnly },
  // Other ways in
  "curl --fail-with-body https://mail.example.org/v1/inbound/raw -H 'Authorization: Bearer …' -H 'Content-Type: message/rfc822' -H 'X-Mayfly-Recipient: abc12345@mail.example.org' -H 'X-Mayfly-Sender: shop@sender.example' --data-binary @mail.eml":
    'here',
};

/** Documents all of whose blocks are run by one file. */
export const runWhole: ReadonlyMap<string, string> = new Map([
  ['docs/api.md', 'e2e/docs/api.test.ts'],
]);

/** Programs in the documents, by the language of their block, and what runs them. */
export const runByLanguage: ReadonlyMap<string, string> = new Map([
  ['ts', 'e2e/docs/examples.test.ts'],
  ['js', 'e2e/faults/inbound-recipes.test.ts'],
  ['sh', 'e2e/faults/inbound-recipes.test.ts'],
]);

/** Blocks that are no commands, by how they begin. */
export const noCommands: readonly string[] = [
  // Settings of the relay
  'MAYFLY_DOMAINS=example.org\n',
  'MAYFLY_INBOUND_RAW_SECRET=…',
  'MAYFLY_INBOUND_IMPROVMX_SECRET=…',
  'MAYFLY_IMAP=imaps://catchall',
  'MAYFLY_IMAP=imaps://you',
  // Settings of other programs
  'appendonly yes',
  '# /etc/postfix/main.cf\nrelay_domains = mail.example.org\ntransport_maps = inline:{ mail.example.org=smtp',
  '# /etc/postfix/main.cf\nrelay_domains = mail.example.org\ntransport_maps = inline:{ mail.example.org=mayfly',
  '# /etc/postfix/master.cf',
  '# /etc/mayfly-inbound',
  'https://improvmx:SECRET@',
  // Rules for alerts
  'up == 0',
  // What is printed, and a picture
  '… "event"',
  ' page ──fill──',
];
