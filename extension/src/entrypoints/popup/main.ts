import '@mayfly/shared/ui/base.css';
import './popup.css';
import { createApp } from 'vue';
import { sendToWorker } from '../../messaging/send.ts';
import { popupFromBrowser } from '../../popup/browser-deps.ts';
import { applyLanguage } from '../../ui/language.ts';
import App from './App.vue';

applyLanguage(document);
createApp(App, { deps: popupFromBrowser() }).mount('#app');
// Who opens the popup looks for mail: the relay is asked at once, even when the browser has ended the worker.
void sendToWorker('inbox.refresh', {});
