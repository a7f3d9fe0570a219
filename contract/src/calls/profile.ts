// Made from ../profile.ts by `npm run generate`. Do not edit.
import type * as source from '../profile.js';
import type { Call } from '../call.js';
import type { Shape } from '../shape.js';

const Profile: Shape = {
  id: 's',
  name: ['?', 's'],
  email: 's',
  email_verified: 'b',
  pending_email: ['?', 's'],
  avatar_url: ['?', 's'],
  locale: ['?', 's'],
  timezone: ['?', 's'],
  has_password: 'b',
  providers: ['a', ['e', 'google', 'github']],
  version: 'i',
};

export const changePassword: Call<typeof source.changePassword> = {
  id: 'changePassword',
  method: 'PUT',
  path: '/api/v1/users/profile/password',
  open: false,
  answers: { 204: null },
};
export const confirmEmailChange: Call<typeof source.confirmEmailChange> = {
  id: 'confirmEmailChange',
  method: 'POST',
  path: '/api/v1/users/profile/email',
  open: false,
  answers: { 200: Profile },
};
export const getProfile: Call<typeof source.getProfile> = {
  id: 'getProfile',
  method: 'GET',
  path: '/api/v1/users/profile',
  open: false,
  answers: { 200: Profile },
};
export const removeAvatar: Call<typeof source.removeAvatar> = {
  id: 'removeAvatar',
  method: 'DELETE',
  path: '/api/v1/users/profile/avatar',
  open: false,
  answers: { 200: Profile },
};
export const setAvatar: Call<typeof source.setAvatar> = {
  id: 'setAvatar',
  method: 'PUT',
  path: '/api/v1/users/profile/avatar',
  open: false,
  answers: { 200: Profile },
};
export const updateProfile: Call<typeof source.updateProfile> = {
  id: 'updateProfile',
  method: 'PUT',
  path: '/api/v1/users/profile',
  open: false,
  answers: { 200: Profile },
};
