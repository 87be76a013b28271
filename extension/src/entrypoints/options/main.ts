import '@mayfly/shared/ui/base.css';
import '../../relay/setup-page.css';
import { i18n } from '#i18n';
import { createApp } from 'vue';
import { keepingFromBrowser } from '../../keeping/keeping-browser.ts';
import { applyLanguage } from '../../ui/language.ts';
import App from './App.vue';

applyLanguage(document);
document.title = `${i18n.t('extension.name')}: ${i18n.t('options.title')}`;
createApp(App, { deps: keepingFromBrowser() }).mount('#app');
