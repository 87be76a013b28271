import { createRoot } from 'react-dom/client';
import { SignUp } from './SignUp.tsx';

const place = document.querySelector('#app');
if (place !== null) createRoot(place).render(<SignUp />);
