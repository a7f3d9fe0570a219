import { html } from 'lit';
import type { Icon } from '@caas/ui/icons.js';
import { keyRound, layoutDashboard, shieldCheck } from '@caas/ui/icons.js';
import type { en } from './locales/en.js';
import type { Page } from './router.js';

/** A page with its name, and its place in the navigation where it has one. */
export interface ConsolePage extends Page {
  title:
    | 'dashboard'
    | 'apiKeys'
    | 'security'
    | 'profile'
    | 'twoFactor'
    | 'signIn'
    | 'register'
    | 'forgotPassword'
    | 'resetPassword'
    | 'notMe'
    | 'notFound';
  nav?: { group: (keyof typeof en & `group${string}`) | null; icon: Icon; key: string };
}

/** Every page that exists, in the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  {
    id: 'dashboard',
    path: '/dashboard',
    title: 'dashboard',
    access: 'member',
    nav: { group: null, icon: layoutDashboard, key: 'd' },
    load: () => import('./pages/dashboard.js'),
    render: () => html`<caas-dashboard-page></caas-dashboard-page>`,
  },
  {
    id: 'api-keys',
    path: '/api-keys',
    title: 'apiKeys',
    access: 'member',
    nav: { group: 'groupBuild', icon: keyRound, key: 'k' },
    load: () => import('./pages/api-keys.js'),
    render: ({ query }) => html`<caas-api-keys-page .query=${query}></caas-api-keys-page>`,
  },
  {
    id: 'security',
    path: '/security',
    title: 'security',
    access: 'member',
    nav: { group: 'groupProtect', icon: shieldCheck, key: 's' },
    load: () => import('./pages/security.js'),
    render: ({ query }) => html`<caas-security-page .query=${query}></caas-security-page>`,
  },
  {
    id: 'profile',
    path: '/profile',
    title: 'profile',
    access: 'member',
    load: () => import('./pages/profile.js'),
    render: ({ query }) => html`<caas-profile-page .query=${query}></caas-profile-page>`,
  },
  {
    id: 'mfa',
    path: '/mfa',
    title: 'twoFactor',
    access: 'member',
    load: () => import('./pages/mfa.js'),
    render: () => html`<caas-mfa-page></caas-mfa-page>`,
  },
  {
    id: 'login',
    path: '/login',
    title: 'signIn',
    access: 'guest',
    load: () => import('./pages/login.js'),
    render: ({ query }) => html`<caas-login-page .query=${query}></caas-login-page>`,
  },
  {
    id: 'register',
    path: '/register',
    title: 'register',
    access: 'guest',
    load: () => import('./pages/register.js'),
    render: () => html`<caas-register-page></caas-register-page>`,
  },
  {
    id: 'forgot-password',
    path: '/forgot-password',
    title: 'forgotPassword',
    access: 'guest',
    load: () => import('./pages/forgot-password.js'),
    render: () => html`<caas-forgot-password-page></caas-forgot-password-page>`,
  },
  // Links of mails are opened by whoever has the mail, signed in or not.
  {
    id: 'reset-password',
    path: '/reset-password',
    title: 'resetPassword',
    access: 'open',
    load: () => import('./pages/reset-password.js'),
    render: () => html`<caas-reset-password-page></caas-reset-password-page>`,
  },
  {
    id: 'not-me',
    path: '/not-me',
    title: 'notMe',
    access: 'open',
    load: () => import('./pages/not-me.js'),
    render: () => html`<caas-not-me-page></caas-not-me-page>`,
  },
];

/** For every other address. */
export const NOT_FOUND: ConsolePage = {
  id: 'not-found',
  path: '/*',
  title: 'notFound',
  access: 'open',
  load: () => import('./pages/not-found.js'),
  render: () => html`<caas-not-found-page></caas-not-found-page>`,
};

export const HOME = '/dashboard';

/** A page of the console by what its address says, or undefined. */
export function pageById(id: string): ConsolePage | undefined {
  return PAGES.find((page) => page.id === id);
}

/** The page of a path, or undefined; all paths of ours are plain. */
export function pageAt(path: string): ConsolePage | undefined {
  return PAGES.find((page) => page.path === path.split('?')[0]);
}
