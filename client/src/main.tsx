import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from './i18n.ts';
import { Routes } from './routes.tsx';
import './theme/fonts.ts';
import './theme/tokens.css';
import './theme/base.css';
import { readAppearance, showAppearance } from './theme/appearance.ts';

showAppearance(readAppearance());
await startWords();

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');
createRoot(place).render(
  <StrictMode>
    <Routes />
  </StrictMode>,
);
