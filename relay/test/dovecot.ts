import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './redis-server.ts';

export interface Dovecot extends AsyncDisposable {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** As it stands in MAYFLY_IMAP; through another port where one is given. */
  url(folder?: string, port?: number): string;
  /** Lays a mail into the mailbox, as a mail server does. */
  deliver(raw: string): Promise<void>;
  /** The mails in a folder: how many there are, and how many of them are marked as seen. */
  count(folder?: string): Promise<{ mails: number; seen: number }>;
  /** Numbers the mails anew, as after a restored backup. */
  renumber(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const user = 'catch@all.example';
const password = 'p@ss,word';

/** Root may not read mail there, so it is nobody then. */
const runner = () => {
  const { uid, gid, username } = userInfo();
  return uid === 0
    ? { uid: 65_534, gid: 65_534, name: 'nobody', group: 'nogroup' }
    : { uid, gid, name: username, group: username };
};

function settings(folder: string, port: number): string {
  const { uid, gid, name, group } = runner();
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
first_valid_uid = ${Math.min(uid, 500)}
namespace inbox {
  inbox = yes
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function launch(folder: string, port: number): Promise<ChildProcess> {
  const { uid, gid } = runner();
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
    ...{ uid, gid, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  });
  const failed = once(child, 'error').then(([cause]) => {
    const hint = 'dovecot could not be started; install it (Debian: apt-get install dovecot-imapd)';
    throw new Error(hint, { cause });
  });
  failed.catch(() => undefined);
  const ready = async () => {
    while (!(await isListening(port))) {
      if (child.exitCode !== null) throw new Error(`dovecot ended; see ${folder}/dovecot.log`);
      await pause(20);
    }
  };
  await Promise.race([failed, ready()]);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // To those that serve a connection, too, which would take ten seconds by themselves.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
}

/** A real IMAP server with one mailbox, in a folder of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-dovecot-'));
  const port = await freePort();
  const { uid, gid } = runner();
  const mail = join(folder, 'mail');
  const made = [folder, mail, ...['tmp', 'new', 'cur'].map((name) => join(mail, name))];
  for (const path of made) await mkdir(path, { recursive: true });
  await writeFile(join(folder, 'dovecot.conf'), settings(folder, port));
  for (const path of made) await chown(path, uid, gid);
  let child = await launch(folder, port);
  return {
    ...{ port, user, password },
    url: (name = 'INBOX', at = port) =>
      `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${at}/${name}`,
    async deliver(raw) {
      const name = `${Date.now()}.${randomUUID()}.test`;
      const [written, there] = [join(mail, 'tmp', name), join(mail, 'new', name)];
      await writeFile(written, raw);
      await chown(written, uid, gid);
      await rename(written, there);
    },
    async count(name) {
      const at = name === undefined ? mail : join(mail, `.${name}`);
      const fresh = await readdir(join(at, 'new')).catch(() => []);
      const known = await readdir(join(at, 'cur')).catch(() => []);
      const seen = known.filter((file) => /:2,.*S/.test(file)).length;
      return { mails: fresh.length + known.length, seen };
    },
    async renumber() {
      await end(child);
      for (const file of await readdir(mail))
        if (file.startsWith('dovecot')) await rm(join(mail, file), { recursive: true });
      child = await launch(folder, port);
    },
    stop: () => end(child),
    async start() {
      child = await launch(folder, port);
    },
    async [Symbol.asyncDispose]() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
