import { signInOptions } from '@caas/contract/calls/accounts.js';
import { connectOAuth, disconnectOAuth } from '@caas/contract/calls/oauth.js';
import {
  changePassword,
  confirmEmailChange,
  getProfile,
  removeAvatar,
  setAvatar,
  updateProfile,
} from '@caas/contract/calls/profile.js';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { ApiClient } from '@caas/base/client.js';
import type { Query } from '@caas/base/query.controller.js';
import '@caas/base/problem-error.js'; // a write that is refused says at once why

/** What a member says of themselves. */
export type Profile = Answer<typeof getProfile>;
/** A provider a member may sign in with. */
export type Provider = Profile['providers'][number];
/** What is to change, with the version it was read at. */
export type ProfileChange = Input<typeof updateProfile>['body'];

export const profileQuery: Query<Profile> = {
  key: ['profile'],
  run: (client, signal) => client.call(getProfile, {}, { signal }),
};

/** The providers this gateway has configured. */
export const providersQuery: Query<readonly Provider[]> = {
  key: ['sign-in-options'],
  run: async (client, signal) => (await client.call(signInOptions, {}, { signal })).providers,
};

export function saveProfile(client: ApiClient, change: ProfileChange): Promise<Profile> {
  return client.call(updateProfile, { body: change });
}

/** Takes the new address into use with the code mailed to it. */
export function confirmEmail(client: ApiClient, code: string): Promise<Profile> {
  return client.call(confirmEmailChange, { body: { code } });
}

/** Changes the password; `current` is left out by members who have none yet. */
export async function savePassword(client: ApiClient, next: string, current: string | null): Promise<void> {
  const body = { new_password: next, ...(current === null ? {} : { current_password: current }) };
  await client.call(changePassword, { body });
}

/** `data`: PNG, JPEG or WebP as base64, 128 KiB at most; null removes the picture. */
export function savePicture(client: ApiClient, data: string | null): Promise<Profile> {
  return data === null ? client.call(removeAvatar) : client.call(setAvatar, { body: { data } });
}

/** Where to send the browser to connect a provider; it comes back to `redirect`, a path. */
export async function connectUrl(client: ApiClient, provider: Provider, redirect: string): Promise<string> {
  return (await client.call(connectOAuth, { params: { provider }, body: { redirect } })).url;
}

export async function disconnect(client: ApiClient, provider: Provider): Promise<void> {
  await client.call(disconnectOAuth, { params: { provider } });
}
