import { mount } from 'svelte';
import SignUp from './SignUp.svelte';

const target = document.querySelector('#app');
if (target !== null) mount(SignUp, { target });
