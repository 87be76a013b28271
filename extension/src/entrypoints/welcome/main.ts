import '@mayfly/shared/ui/base.css';
import '../../relay/setup-page.css';
import { i18n } from '#i18n';
import { createApp } from 'vue';
import { setupFromBrowser } from '../../relay/setup-browser.ts';
import { applyLanguage } from '../../ui/language.ts';
import App from './App.vue';

applyLanguage(document);
document.title = `${i18n.t('extension.name')}: ${i18n.t('welcome.title')}`;
createApp(App, { deps: setupFromBrowser() }).mount('#app');
