import type { FastifyInstance } from 'fastify';
import {
  changePassword,
  confirmEmailChange,
  getProfile,
  removeAvatar,
  setAvatar,
  updateProfile,
} from '@caas/contract/profile.js';
import { refuseUnknown } from '../../platform/errors.js';
import { selectAvatar } from './profile.repository.js';
import type { Profiles } from './profile.service.js';

const TOKEN = /^[\w-]{22}$/;

/** The member's own profile, and their pictures under addresses nobody guesses. */
export function profileRoutes(app: FastifyInstance, profiles: Profiles): void {
  const { platform } = app;

  app.mount(getProfile, async (call) => ({ status: 200, body: await profiles.read(call) }));
  app.mount(updateProfile, async (call) => ({ status: 200, body: await profiles.update(call, call.body) }));
  app.mount(confirmEmailChange, async (call) => ({
    status: 200,
    body: await profiles.confirmEmail(call, call.body.code),
  }));
  app.mount(changePassword, async (call) => {
    await profiles.changePassword(call, call.body);
    return { status: 204 };
  });
  app.mount(setAvatar, async (call) => ({ status: 200, body: await profiles.setPicture(call, call.body.data) }));
  app.mount(removeAvatar, async (call) => ({ status: 200, body: await profiles.setPicture(call, null) }));

  app.get<{ Params: { token: string } }>('/avatars/:token', async (request, reply) => {
    platform.rates.take('ip', request.ip);
    const { token } = request.params;
    const picture = TOKEN.test(token) ? await platform.db.platformTx((tx) => selectAvatar(tx, token)) : null;
    if (!picture) return refuseUnknown(request, reply);
    // A new picture has a new address, so this one never changes.
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(picture.type).send(picture.data);
  });
}
