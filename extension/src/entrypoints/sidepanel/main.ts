import '@mayfly/shared/ui/base.css';
import './sidepanel.css';
import { createApp } from 'vue';
import { sendToWorker } from '../../messaging/send.ts';
import { panelFromBrowser } from '../../popup/browser-deps.ts';
import { applyLanguage } from '../../ui/language.ts';
import App from '../popup/App.vue';

applyLanguage(document);
createApp(App, { deps: panelFromBrowser() }).mount('#app');
// As when the popup is opened.
void sendToWorker('inbox.refresh', {});
