import type { RemovalReason } from '../contract/message.ts';
import {
  archiveKinds,
  archiveSigns,
  bundleKinds,
  scriptedDocuments,
  typeKinds,
} from './attachment-kinds.ts';
import {
  gzipMember,
  isGzip,
  isTar,
  isZip,
  type Member,
  tarMembers,
  zipMembers,
} from './archives.ts';
import { type Budget, BudgetSpent } from './budget.ts';
import { endingOf, matchName } from './file-name.ts';
import { isKindBlocked, matchSignature } from './file-signature.ts';

/** Why a file is not handed out, and what in it says so: an ending, a type, a kind, or the name of a file inside. */
export interface Finding {
  readonly reason: RemovalReason;
  readonly detail: string;
}

/** A file as a mail declares it. Where a mail says it in several ways, each name and type counts. */
export interface FileClaims {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly octets: Uint8Array;
  /** Something to save; the text of a mail itself is none. */
  readonly isFile: boolean;
}

export interface JudgeOptions {
  readonly blocked: ReadonlySet<string>;
  readonly budget: Budget;
  /** How many archives and mails it lies in. */
  readonly depth: number;
  /** Looks through a mail that is a file. */
  readonly judgeMessage: (octets: Uint8Array, options: JudgeOptions) => Finding | null;
}

/** Archives in archives, and mails in mails, are opened so far; what lies deeper nobody sends in earnest. */
const deepest = 5;

const messageEndings = new Set(['eml', 'mht', 'mhtml', 'p7m']);

const shorten = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '').toWellFormed();
  return clean.length <= 200 ? clean : `${clean.slice(0, 100)}…${clean.slice(-99)}`.toWellFormed();
};

function judgeNames(names: readonly string[], blocked: ReadonlySet<string>): Finding | null {
  for (const name of names) {
    const match = matchName(name, blocked);
    if (match !== null) {
      const reason = match.isDouble ? 'double-extension' : 'executable-name';
      return { reason, detail: `.${match.kind}` };
    }
  }
  return null;
}

function judgeTypes({ types, names }: FileClaims, blocked: ReadonlySet<string>): Finding | null {
  const ending = endingOf(names[0] ?? '');
  for (const type of types) {
    const kind = typeKinds.get(type);
    if (kind !== undefined && isKindBlocked(kind, ending, blocked)) {
      return { reason: 'executable-type', detail: type };
    }
  }
  return null;
}

/** A folder in an archive that is a program. */
function hasBundle(name: string, blocked: ReadonlySet<string>): boolean {
  const [, ...folders] = name.toLowerCase().split(/[\\/]/).reverse();
  return folders.some((folder) => {
    const ending = endingOf(folder);
    return bundleKinds.has(ending) && blocked.has(ending);
  });
}

/** Without its folders, whose names say nothing. */
const fileOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const isArchive = (octets: Uint8Array): boolean => isZip(octets) || isGzip(octets) || isTar(octets);

function judgeMember(member: Member, options: JudgeOptions): Finding | null {
  const { blocked, depth } = options;
  const name = member.names.find(
    (one) => matchName(fileOf(one), blocked) ?? hasBundle(one, blocked),
  );
  if (name !== undefined) return { reason: 'inside-archive', detail: name };
  const [shown = ''] = member.names;
  const endings = member.names.map(endingOf);
  const isMessage = endings.some((ending) => messageEndings.has(ending));
  const isNamedArchive = endings.some((ending) => archiveKinds.has(ending));
  if (member.isEncrypted) {
    const isHidden = isNamedArchive || isMessage;
    return isHidden ? { reason: 'unreadable-archive', detail: shown } : null;
  }
  const heads = member.heads();
  for (const octets of heads) {
    const kind = matchSignature(octets, { ending: endings[0] ?? '', isFile: true }, blocked);
    if (kind !== null) return { reason: 'inside-archive', detail: shown };
  }
  if (!isMessage && !isNamedArchive && !heads.some(isArchive)) return null;
  for (const octets of member.wholes()) {
    const claims = { names: member.names, types: [], octets, isFile: true };
    const finding = judgeInside(claims, { ...options, depth: depth + 1 });
    if (finding !== null) return { ...finding, detail: `${shown}/${finding.detail}` };
  }
  return null;
}

function membersOf({ octets, names }: FileClaims, budget: Budget): Member[] {
  if (isGzip(octets)) return [gzipMember(octets, names[0] ?? '', budget)];
  return [...(isTar(octets) ? tarMembers(octets, budget) : []), ...zipMembers(octets, budget)];
}

function withoutOwn(blocked: ReadonlySet<string>, ending: string): ReadonlySet<string> {
  const own = scriptedDocuments.get(ending);
  return own === undefined ? blocked : new Set([...blocked].filter((kind) => !own.has(kind)));
}

function judgeArchive(claims: FileClaims, options: JudgeOptions): Finding | null {
  const ending = endingOf(claims.names[0] ?? '');
  const members = membersOf(claims, options.budget);
  const inner = { ...options, blocked: withoutOwn(options.blocked, ending) };
  for (const member of members) {
    for (const name of member.names) {
      const kind = archiveSigns.get(name.toLowerCase());
      if (kind !== undefined && isKindBlocked(kind, ending, options.blocked)) {
        return { reason: 'executable-content', detail: kind };
      }
    }
    const finding = judgeMember(member, inner);
    if (finding !== null) return finding;
  }
  return null;
}

/** What lies in a file that holds others. */
function judgeInside(claims: FileClaims, options: JudgeOptions): Finding | null {
  const { octets, names, types } = claims;
  const endings = names.map(endingOf);
  const isMessage =
    types.some((type) => /^message\/|pkcs7-mime|^multipart\//.test(type)) ||
    endings.some((ending) => messageEndings.has(ending));
  if (options.depth > deepest) {
    const isDeep = isMessage || isArchive(octets);
    return isDeep ? { reason: 'unreadable-archive', detail: names[0] ?? '' } : null;
  }
  const finding = judgeArchive(claims, options);
  if (finding !== null || !isMessage) return finding;
  return options.judgeMessage(octets, { ...options, depth: options.depth + 1 });
}

function judge(claims: FileClaims, options: JudgeOptions): Finding | null {
  const { names, octets, isFile } = claims;
  const { blocked } = options;
  const ending = isFile ? endingOf(names[0] ?? '') : 'txt';
  const claimed = judgeNames(names, blocked) ?? judgeTypes(claims, blocked);
  if (claimed !== null) return claimed;
  const kind = matchSignature(octets, { ending, isFile }, blocked);
  if (kind !== null) return { reason: 'executable-content', detail: kind };
  return judgeInside(claims, options);
}

/** Whether a name or a type alone says that a file may not be handed out. */
export function isClaimBlocked(claims: Omit<FileClaims, 'octets'>, options: JudgeOptions): boolean {
  const { names, types } = claims;
  if (names.length === 0 && !types.some((type) => typeKinds.has(type))) return false;
  return judgeFile({ ...claims, octets: new Uint8Array() }, options) !== null;
}

/** Why a file may not be handed out; null when it may. Its name, its declared type, its first octets, what lies in it. */
export function judgeFile(claims: FileClaims, options: JudgeOptions): Finding | null {
  if (options.blocked.size === 0) return null;
  try {
    const finding = judge(claims, options);
    return finding === null ? null : { ...finding, detail: shorten(finding.detail) };
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { reason: 'unreadable-archive', detail: shorten(claims.names[0] ?? '') };
  }
}
