import { readFile } from 'node:fs/promises';
import type { Config } from './config.ts';
import { createDelivery } from './core/delivery.ts';
import { createIntake } from './core/intake.ts';
import { createAddressList } from './core/network-address.ts';
import { createOperatorMailbox, keepOperatorMail, operatorNames } from './core/operator-mailbox.ts';
import type { InboxLimits } from './core/ports.ts';
import { createRecipients } from './core/recipients.ts';
import { type Core, realSchedule } from './relay-core.ts';
import { watchCertificate } from './smtp/certificate-watch.ts';
import { createSmtpServer, type SmtpServer } from './smtp/server.ts';

/** Who mail may come in for, as long as there is room within the limits. */
function createRecipientsWithin({ config, store, keys, clock }: Core) {
  const { domains, smtpName: hostname } = config;
  const places = { domains, hostname, operatorNames: operatorNames(config.operatorInbox) };
  const operator = createOperatorMailbox({ store, clock });
  return (limits: InboxLimits) =>
    createRecipients({ store, keys, places, operator, clock, limits });
}

function createDeliveryOf(core: Core) {
  const { config, store } = core;
  const operatorLimits = { messages: config.operatorMessages, bytes: config.operatorBytes };
  return createDelivery({
    ...core,
    store: keepOperatorMail(store, operatorLimits),
    schedule: realSchedule,
    hostname: config.smtpName,
    limits: {
      inbox: inboxLimits(config),
      messageBytes: config.messageBytes,
      parseQueue: config.parseQueue,
    },
  });
}

const inboxLimits = ({ inboxMessages, inboxBytes }: Config): InboxLimits => ({
  messages: inboxMessages,
  bytes: inboxBytes,
});

/** The way of mail into the store, by SMTP and whatever else brings it. */
export function createMailSide(core: Core) {
  const { config, events, every } = core;
  const delivery = createDeliveryOf(core);
  const recipients = createRecipientsWithin(core);
  const smtp = createSmtpServer({
    hostname: config.smtpName,
    proxies: createAddressList(config.smtpProxies),
    xclients: createAddressList(config.smtpXclients),
    recipients: recipients(inboxLimits(config)),
    delivery,
    events,
    clients: {
      ...core.clientLimits,
      limits: config,
      clock: core.steady,
      every,
      schedule: realSchedule,
      shortage: () => core.shortage.now(),
    },
    limits: {
      messageBytes: config.messageBytes,
      connections: Math.ceil(config.smtpConnections / config.processes),
      sessionSeconds: config.smtpSessionSeconds,
      greetingMs: config.smtpGreetingMs,
      idleSeconds: config.smtpIdleSeconds,
    },
  });
  const noLimits = { messages: Infinity, bytes: Infinity };
  const intake = createIntake({ ...core, recipients: recipients(noLimits), delivery });
  return { delivery, smtp, intake };
}

/** STARTTLS is offered as the certificate's files say, now and whenever they change. */
export function createTls({ config, clock, every, events }: Core, smtp: SmtpServer) {
  return watchCertificate({
    files: config.tls,
    readFile: (path) => readFile(path, 'utf8'),
    hostname: config.smtpName,
    clock,
    every,
    events,
    offer: (pem) => smtp.offerTls(pem),
  });
}
