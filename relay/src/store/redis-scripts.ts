/**
 * Each atomic operation on one inbox is one script. All keys of an inbox lie in one slot, are declared, and are named
 * by the address's tag alone: an address has one living inbox, and every script looks at the id it holds.
 *
 * ARGV[1] is the inbox's id and ARGV[2] the time. Nothing is used that came after Redis 7.0.
 *
 *   INBOX      hash    the record, and count, bytes, seq, floor
 *   MESSAGES   hash    message id -> received:size:seen:state:first:seq, or deleted:first:seq; first 0 until visible
 *   PARTS      hash    message id/part -> octets
 *   CHANGES    sorted  message id by its latest change
 *   DELETIONS  list    ids of deleted messages, the oldest first
 *   REVOKED    set     token ids
 *   TOMB       hash    retry, reserved: stays when the rest is gone
 *   ARRIVALS   sorted  names of mails that may be brought again, by when they are forgotten: stays as well
 */
export const inboxKeys = {
  INBOX: 'inbox',
  MESSAGES: 'messages',
  PARTS: 'parts',
  CHANGES: 'changes',
  DELETIONS: 'deletions',
  REVOKED: 'revoked',
  TOMB: 'tomb',
  ARRIVALS: 'arrivals',
} as const;
export type InboxKey = keyof typeof inboxKeys;

interface ScriptSource {
  readonly keys: readonly InboxKey[];
  readonly body: string;
  /** Only looks; all others go into commits. */
  readonly reads?: true;
}

const mail = ['INBOX', 'MESSAGES', 'PARTS', 'CHANGES', 'DELETIONS', 'REVOKED'] as const;

const LIVING = `
local function living()
  local at = redis.call('HMGET', INBOX, 'id', 'expiresAt')
  return at[1] == ARGV[1] and tonumber(at[2]) > tonumber(ARGV[2])
end
local function parse(meta)
  return string.match(meta, '^(%d+):(%d+):(%d):(%a+):(%d+):(%d+)$')
end
local function change(mid, first, prefix)
  local seq = redis.call('HINCRBY', INBOX, 'seq', 1)
  if first == '0' then first = seq end
  redis.call('HSET', MESSAGES, mid, prefix .. ':' .. first .. ':' .. seq)
  redis.call('ZADD', CHANGES, seq, mid)
  if seq == 1 then redis.call('PEXPIREAT', CHANGES, redis.call('HGET', INBOX, 'expiresAt')) end
  -- With the change itself: one step, and no watcher hears of what is not on disk, since Redis syncs before it answers.
  redis.call('SPUBLISH', 'mayfly:{' .. string.sub(ARGV[1], 1, 16) .. '}:signals:' .. ARGV[1], '{"kind":"changed","seq":' .. seq .. '}')
  return seq
end
`;

/** Replies: null for "no such inbox or message", unless the script says otherwise. */
export const scripts = {
  /** ARGV: 3 reopen, 4 end, 5 retry, 6 reserved, 7… fields and values. 1, or 0 when the address is taken. */
  createInbox: {
    keys: [...mail, 'TOMB'],
    body: `
local now = tonumber(ARGV[2])
local ends = redis.call('HGET', INBOX, 'expiresAt')
if ends and tonumber(ends) > now then return 0 end
local reserved = redis.call('HGET', TOMB, 'reserved')
if reserved and tonumber(reserved) > now and ARGV[3] == '0' then return 0 end
redis.call('UNLINK', INBOX, MESSAGES, PARTS, CHANGES, DELETIONS, REVOKED)
redis.call('HSET', INBOX, unpack(ARGV, 7))
redis.call('PEXPIREAT', INBOX, ARGV[4])
redis.call('HSET', TOMB, 'retry', ARGV[5], 'reserved', ARGV[6])
redis.call('PEXPIREAT', TOMB, ARGV[6])
return 1`,
  },
  /** The record, the revoked tokens and the tombstone; whether the inbox lives is for the reader to see. */
  look: {
    keys: ['INBOX', 'REVOKED', 'TOMB'],
    reads: true,
    body: `
return {
  redis.call('HGETALL', INBOX),
  redis.call('SMEMBERS', REVOKED),
  redis.call('HMGET', TOMB, 'retry', 'reserved'),
}`,
  },
  /** ARGV: 3 public key or nothing, then with a new end 4 end, 5 retry, 6 reserved. The record. */
  changeInbox: {
    keys: [...mail, 'TOMB'],
    body: `
if not living() then return false end
if ARGV[3] ~= '' then redis.call('HSET', INBOX, 'publicKey', ARGV[3]) end
if not ARGV[4] then return redis.call('HGETALL', INBOX) end
redis.call('HSET', INBOX, 'expiresAt', ARGV[4])
local record = redis.call('HGETALL', INBOX)
for _, key in ipairs(KEYS) do
  if key ~= TOMB then redis.call('PEXPIREAT', key, ARGV[4]) end
end
redis.call('HSET', TOMB, 'retry', ARGV[5], 'reserved', ARGV[6])
redis.call('PEXPIREAT', TOMB, ARGV[6])
return record`,
  },
  /** ARGV: 3 retry, 4 reserved. 1, or 0 when there is no such inbox. */
  deleteInbox: {
    keys: [...mail, 'TOMB'],
    body: `
if not living() then return 0 end
redis.call('UNLINK', INBOX, MESSAGES, PARTS, CHANGES, DELETIONS, REVOKED)
redis.call('HSET', TOMB, 'retry', ARGV[3], 'reserved', ARGV[4])
redis.call('PEXPIREAT', TOMB, ARGV[4])
return 1`,
  },
  /** Takes an ended inbox away. 0 when it has ended; its end when it lives on. */
  endInbox: {
    keys: [...mail],
    body: `
local at = redis.call('HMGET', INBOX, 'id', 'expiresAt')
if at[1] ~= ARGV[1] then return 0 end
if tonumber(at[2]) > tonumber(ARGV[2]) then return tonumber(at[2]) end
redis.call('UNLINK', INBOX, MESSAGES, PARTS, CHANGES, DELETIONS, REVOKED)
return 0`,
  },
  /** ARGV: 3 token id. 1, or 0 when there is no such inbox. */
  revokeToken: {
    keys: ['INBOX', 'REVOKED'],
    body: `
if not living() then return 0 end
redis.call('SADD', REVOKED, ARGV[3])
redis.call('PEXPIREAT', REVOKED, redis.call('HGET', INBOX, 'expiresAt'))
return 1`,
  },
  /**
   * ARGV: 3 message id, 4 received, 5 size, 6 octets, 7 and 8 limits; of what may be brought again 9 until when it is
   * remembered, 10 how many names are looked for, 11… these, then the names to remember.
   * 0 saved, 1 no such inbox, 2 full, 3 brought before.
   */
  saveMessage: {
    keys: ['INBOX', 'MESSAGES', 'PARTS', 'ARRIVALS'],
    body: `
local at = redis.call('HMGET', INBOX, 'id', 'expiresAt', 'count', 'bytes')
if at[1] ~= ARGV[1] or tonumber(at[2]) <= tonumber(ARGV[2]) then return 1 end
local remembered = 11 + tonumber(ARGV[10] or '0')
for i = 11, math.min(#ARGV, remembered - 1) do
  local ends = redis.call('ZSCORE', ARRIVALS, ARGV[i])
  if ends and tonumber(ends) > tonumber(ARGV[2]) then return 3 end
end
if at[3] + 1 > tonumber(ARGV[7]) or at[4] + ARGV[5] > tonumber(ARGV[8]) then return 2 end
local meta = ARGV[4] .. ':' .. ARGV[5] .. ':0:unanalysed:0:0'
if redis.call('HSETNX', MESSAGES, ARGV[3], meta) == 0 then
  return redis.error_reply('message id in use')
end
redis.call('HSET', PARTS, ARGV[3] .. '/raw', ARGV[6])
if at[3] == '0' then
  redis.call('PEXPIREAT', MESSAGES, at[2])
  redis.call('PEXPIREAT', PARTS, at[2])
end
redis.call('HINCRBY', INBOX, 'count', 1)
redis.call('HINCRBY', INBOX, 'bytes', ARGV[5])
if #ARGV >= remembered then
  redis.call('ZREMRANGEBYSCORE', ARRIVALS, '-inf', ARGV[2])
  for i = remembered, #ARGV do redis.call('ZADD', ARRIVALS, ARGV[9], ARGV[i]) end
  redis.call('PEXPIREAT', ARRIVALS, ARGV[9], 'NX')
  redis.call('PEXPIREAT', ARRIVALS, ARGV[9], 'GT')
end
return 0`,
  },
  /** ARGV: 3 message id, 4 state, 5 size of a new raw form, 6… names and octets of parts. The change. */
  publishMessage: {
    keys: ['INBOX', 'MESSAGES', 'PARTS', 'CHANGES'],
    body: `
if not living() then return false end
local received, size, seen, _, first = parse(redis.call('HGET', MESSAGES, ARGV[3]) or '')
if not received then return false end
for i = 6, #ARGV, 2 do redis.call('HSET', PARTS, ARGV[3] .. '/' .. ARGV[i], ARGV[i + 1]) end
if ARGV[5] ~= '' then
  redis.call('HINCRBY', INBOX, 'bytes', ARGV[5] - size)
  size = ARGV[5]
end
return change(ARGV[3], first, received .. ':' .. size .. ':' .. seen .. ':' .. ARGV[4])`,
  },
  /** ARGV: 3 message id, 4 seen. The change. */
  markSeen: {
    keys: ['INBOX', 'MESSAGES', 'CHANGES'],
    body: `
if not living() then return false end
local received, size, seen, state, first, seq = parse(redis.call('HGET', MESSAGES, ARGV[3]) or '')
if not received or first == '0' then return false end
if seen == ARGV[4] then return tonumber(seq) end
return change(ARGV[3], first, received .. ':' .. size .. ':' .. ARGV[4] .. ':' .. state)`,
  },
  /** ARGV: 3 message id, 4 deletions to remember. The change. */
  deleteMessage: {
    keys: ['INBOX', 'MESSAGES', 'PARTS', 'CHANGES', 'DELETIONS'],
    body: `
if not living() then return false end
local received, size, _, _, first = parse(redis.call('HGET', MESSAGES, ARGV[3]) or '')
if not received or first == '0' then return false end
local prefix = ARGV[3] .. '/'
for _, field in ipairs(redis.call('HKEYS', PARTS)) do
  if string.sub(field, 1, #prefix) == prefix then redis.call('HDEL', PARTS, field) end
end
redis.call('HINCRBY', INBOX, 'count', -1)
redis.call('HINCRBY', INBOX, 'bytes', -size)
local seq = change(ARGV[3], first, 'deleted')
if redis.call('RPUSH', DELETIONS, ARGV[3]) == 1 then
  redis.call('PEXPIREAT', DELETIONS, redis.call('HGET', INBOX, 'expiresAt'))
end
while redis.call('LLEN', DELETIONS) > tonumber(ARGV[4]) do
  local oldest = redis.call('LPOP', DELETIONS)
  redis.call('HSET', INBOX, 'floor', redis.call('ZSCORE', CHANGES, oldest))
  redis.call('ZREM', CHANGES, oldest)
  redis.call('HDEL', MESSAGES, oldest)
end
return seq`,
  },
  /** ARGV: 3 message id. What MESSAGES has, content, verdict. */
  readMessage: {
    keys: ['INBOX', 'MESSAGES', 'PARTS'],
    reads: true,
    body: `
if not living() then return false end
local meta = redis.call('HGET', MESSAGES, ARGV[3])
if not meta then return false end
local parts = redis.call('HMGET', PARTS, ARGV[3] .. '/content', ARGV[3] .. '/verdict')
return { meta, parts[1], parts[2] }`,
  },
  /** ARGV: 3 message id, 4 part. Its octets. */
  readPart: {
    keys: ['INBOX', 'PARTS'],
    reads: true,
    body: `
if not living() then return false end
return redis.call('HGET', PARTS, ARGV[3] .. '/' .. ARGV[4])`,
  },
  /** ARGV: 3 after, 4 limit, 5 octets. Highest change, floor, whether there is more, then four for each change. */
  listChanges: {
    keys: ['INBOX', 'MESSAGES', 'PARTS', 'CHANGES'],
    reads: true,
    body: `
if not living() then return false end
local limit, space = tonumber(ARGV[4]), tonumber(ARGV[5])
local at = redis.call('HMGET', INBOX, 'seq', 'floor')
local page = { tonumber(at[1]), tonumber(at[2]), 0 }
local ids = redis.call('ZRANGE', CHANGES, '(' .. ARGV[3], '+inf', 'BYSCORE', 'LIMIT', 0, limit + 1)
for i, mid in ipairs(ids) do
  local meta = redis.call('HGET', MESSAGES, mid)
  local parts = { false, false }
  if parse(meta) then parts = redis.call('HMGET', PARTS, mid .. '/content', mid .. '/verdict') end
  space = space - #(parts[1] or '') - #(parts[2] or '')
  if i > 1 and (i > limit or space < 0) then
    page[3] = 1
    break
  end
  for _, value in ipairs({ mid, meta }) do table.insert(page, value) end
  page[#page + 1] = parts[1]
  page[#page + 1] = parts[2]
end
return page`,
  },
  /** ARGV: 3 message id. The record and what MESSAGES has, for a message that is waiting to be published. */
  readPending: {
    keys: ['INBOX', 'MESSAGES'],
    reads: true,
    body: `
if not living() then return false end
local meta = redis.call('HGET', MESSAGES, ARGV[3])
local _, _, _, _, first = parse(meta or '')
if first ~= '0' then return false end
return { redis.call('HGETALL', INBOX), meta }`,
  },
} as const satisfies Record<string, ScriptSource>;
export type ScriptName = keyof typeof scripts;

/** What Redis is given: the body after the names of its keys and what all scripts share. */
export function scriptText(name: ScriptName): string {
  const { keys, body } = scripts[name];
  const names = keys.map((key, index) => `local ${key} = KEYS[${index + 1}]`);
  const others = Object.keys(inboxKeys).filter((key) => !keys.some((each) => each === key));
  return [...names, ...others.map((key) => `local ${key}`), LIVING, body].join('\n');
}

/**
 * Scripts on keys that belong to no inbox.
 *
 *   PENDING  sorted  inbox/message/relay by when it was saved or last taken; the relay is the one whose work it is
 *   RELAYS   sorted  relays by their last sign of life, in the time of Redis
 */
export const sharedScripts = {
  /** KEYS: PENDING. ARGV: when, entry. */
  addPending: `return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])`,
  /** KEYS: PENDING. ARGV: entry. */
  dropPending: `return redis.call('ZREM', KEYS[1], ARGV[1])`,
  /**
   * Takes waiting messages: own ones from before a time, and all of relays that are not alive, which become own ones.
   * KEYS: PENDING. ARGV: own id, before, now, limit, whether others may be judged, living relays…
   */
  takePending: `
local taken, offset = {}, 0
local own, before, now, limit = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local left = {}
for i = 6, #ARGV do left[ARGV[i]] = true end
local function free(owner, score)
  -- What came in the future came before the clock was set back.
  if owner == own then return score < before or score > now end
  return ARGV[5] == '1' and not left[owner]
end
while #taken < limit do
  local some = redis.call('ZRANGE', KEYS[1], offset, offset + 99, 'WITHSCORES')
  if #some == 0 then break end
  for i = 1, #some, 2 do
    local message, owner = string.match(some[i], '^([^/]+/[^/]+)/(.*)$')
    if #taken < limit and free(owner, tonumber(some[i + 1])) then
      table.insert(taken, { message, some[i + 1], some[i] })
    end
  end
  offset = offset + #some / 2
end
for _, each in ipairs(taken) do
  redis.call('ZREM', KEYS[1], each[3])
  redis.call('ZADD', KEYS[1], ARGV[3], each[1] .. '/' .. own)
end
return taken`,
  /**
   * A sign of life. KEYS: RELAYS. ARGV: own id, milliseconds after which a silent one is taken for dead.
   * The time, whether it was alive until now, and who is alive.
   */
  beat: `
local at = redis.call('TIME')
local now, most = at[1] * 1000 + math.floor(at[2] / 1000), tonumber(ARGV[2])
local last = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - most)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('PEXPIRE', KEYS[1], most * 10)
return { now, last > now - most and last <= now and 1 or 0, redis.call('ZRANGE', KEYS[1], 0, -1) }`,
} as const;
export type SharedScriptName = keyof typeof sharedScripts;

/** Those that go into commits. */
export function writingScripts(): Record<string, string> {
  const names = Object.keys(scripts)
    .filter(isScript)
    .filter((name) => !isReading(name));
  const { addPending, dropPending } = sharedScripts;
  const own = Object.fromEntries(names.map((name) => [name, scriptText(name)]));
  return { ...own, addPending, dropPending };
}

export const isScript = (name: string): name is ScriptName => name in scripts;

export function isReading(name: ScriptName): boolean {
  const source: ScriptSource = scripts[name];
  return source.reads === true;
}
