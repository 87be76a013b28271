export { createClient } from '@mayfly/shared/client/client';
export { messageStream } from '@mayfly/shared/client/message-stream';
