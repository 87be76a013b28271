import { i18n } from '#i18n';
import type { Trouble } from '../storage/model.ts';

/** A sentence for everything that can be wrong with the relay. A new code does not compile until it has one. */
const sentences = {
  unreachable: () => i18n.t('trouble.unreachable'),
  'not-a-relay': () => i18n.t('trouble.notARelay'),
  'permission-missing': () => i18n.t('trouble.permissionMissing'),
  'access-withdrawn': () => i18n.t('pairing.accessWithdrawn'),
  'extension-too-old': () => i18n.t('trouble.extensionTooOld'),
  'malformed-json': () => i18n.t('trouble.malformedJson'),
  'invalid-request': () => i18n.t('trouble.invalidRequest'),
  'unsupported-media-type': () => i18n.t('trouble.unsupportedMediaType'),
  'payload-too-large': () => i18n.t('trouble.payloadTooLarge'),
  'route-not-found': () => i18n.t('trouble.routeNotFound'),
  'method-not-allowed': () => i18n.t('trouble.methodNotAllowed'),
  'host-unknown': () => i18n.t('trouble.hostUnknown'),
  'origin-refused': () => i18n.t('trouble.originRefused'),
  'proxy-refused': () => i18n.t('trouble.proxyRefused'),
  'token-missing': () => i18n.t('trouble.tokenMissing'),
  'token-invalid': () => i18n.t('trouble.tokenInvalid'),
  'token-expired': () => i18n.t('trouble.tokenExpired'),
  'scope-insufficient': () => i18n.t('trouble.scopeInsufficient'),
  'access-required': () => i18n.t('trouble.accessRequired'),
  'pair-code-invalid': () => i18n.t('pairing.codeInvalid'),
  'not-found': () => i18n.t('trouble.notFound'),
  'domain-unknown': () => i18n.t('trouble.domainUnknown'),
  'address-taken': () => i18n.t('trouble.addressTaken'),
  'address-reserved': () => i18n.t('trouble.addressReserved'),
  'restore-key-invalid': () => i18n.t('past.keyRefused'),
  'cursor-expired': () => i18n.t('trouble.cursorExpired'),
  'filter-needs-plain': () => i18n.t('trouble.filterNeedsPlain'),
  'recipient-unknown': () => i18n.t('trouble.recipientUnknown'),
  'recipient-expired': () => i18n.t('trouble.recipientExpired'),
  'recipient-invalid': () => i18n.t('trouble.recipientInvalid'),
  'relay-denied': () => i18n.t('trouble.relayDenied'),
  'one-inbox-per-transaction': () => i18n.t('trouble.oneInboxPerTransaction'),
  'inbox-full': () => i18n.t('trouble.inboxFull'),
  'message-too-big': () => i18n.t('trouble.messageTooBig'),
  'mail-loop': () => i18n.t('trouble.mailLoop'),
  'inbound-off': () => i18n.t('trouble.inboundOff'),
  'rate-limited': () => i18n.t('trouble.rateLimited'),
  'too-many-waiters': () => i18n.t('trouble.tooManyWaiters'),
  overloaded: () => i18n.t('trouble.overloaded'),
  'store-unavailable': () => i18n.t('trouble.storeUnavailable'),
  'storage-full': () => i18n.t('trouble.storageFull'),
  'shutting-down': () => i18n.t('trouble.shuttingDown'),
  internal: () => i18n.t('trouble.internal'),
} as const satisfies Record<Trouble, () => string>;

export function troubleText(trouble: Trouble): string {
  return sentences[trouble]();
}
