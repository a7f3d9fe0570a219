import { expect, waitUntil } from '@open-wc/testing';
import { ConnectionController, type ConnectionState } from '../../src/connection.controller.js';

/** Stands in for the console: notes each state it is told of. */
class Host {
  readonly seen: ConnectionState[] = [];
  readonly updateComplete = Promise.resolve(true);
  controller: ConnectionController | null = null;
  addController(): void {}
  removeController(): void {}
  requestUpdate(): void {
    const state = this.controller?.state;
    if (state && state !== this.seen.at(-1)) this.seen.push(state);
  }
}

describe('the connection of the console', () => {
  let host: Host;
  let controller: ConnectionController;
  let answers: boolean[] = [];
  let asked = 0;
  let returns = 0;

  function browserIs(online: boolean): void {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
    dispatchEvent(new Event(online ? 'online' : 'offline'));
  }

  beforeEach(() => {
    host = new Host();
    answers = [];
    asked = 0;
    returns = 0;
    const probe = (): Promise<boolean> => {
      asked += 1;
      return Promise.resolve(answers.shift() ?? true);
    };
    controller = new ConnectionController(host, () => (returns += 1), probe, 5);
    host.controller = controller;
    controller.hostConnected();
  });
  afterEach(() => {
    controller.hostDisconnected();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is back only when the gateway has answered, and asks again until it does', async () => {
    answers = [false, false, true];
    browserIs(false);
    expect(controller.offline).to.equal(true);
    expect(asked, 'nothing is asked while the browser is offline').to.equal(0);
    browserIs(true);
    await waitUntil(() => controller.state === 'back');
    expect(host.seen).to.deep.equal(['online', 'offline', 'checking', 'back']);
    expect(asked).to.equal(3);
  });

  it('asks when an element could not reach the gateway, though the browser says it is online', async () => {
    answers = [false, true];
    const tell = (code: string) => dispatchEvent(new CustomEvent('caas-error', { detail: { code } }));
    tell('server');
    expect(controller.state, 'it did answer').to.equal('online');
    tell('network');
    tell('network');
    expect(controller.offline).to.equal(true);
    expect(returns).to.equal(0);
    await waitUntil(() => controller.state === 'back');
    expect(host.seen).to.deep.equal(['online', 'checking', 'back']);
    expect(asked).to.equal(2);
    expect(returns, 'so that all is read again').to.equal(1);
  });

  it('is back with any call that is answered, without waiting for its own turn to ask', async () => {
    answers = [false];
    dispatchEvent(new Event('caas-answered'));
    expect(controller.state, 'nothing was wrong').to.equal('online');
    const retried = controller.retry();
    await retried;
    expect(controller.state).to.equal('checking');
    dispatchEvent(new Event('caas-answered'));
    expect(controller.state).to.equal('back');
    expect(returns, 'so that all is read again').to.equal(1);
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked, 'it asks no more').to.equal(before);
    browserIs(false);
    dispatchEvent(new Event('caas-answered'));
    expect(controller.state, 'an answer that was on its way').to.equal('offline');
  });

  it('asks at once on request, and stays offline where that fails', async () => {
    answers = [false];
    browserIs(false);
    await controller.retry();
    expect(host.seen.slice(1)).to.deep.equal(['offline', 'checking', 'offline']);
    await controller.retry();
    expect(controller.state).to.equal('back');
  });

  it('does not take up an answer that came after the browser went offline again', async () => {
    browserIs(false);
    const asking = controller.retry();
    browserIs(false);
    await asking;
    expect(controller.state).to.equal('offline');
  });

  it('asks for nothing once the console has gone', async () => {
    answers = [false, false, false];
    browserIs(false);
    browserIs(true);
    await waitUntil(() => asked > 0);
    controller.hostDisconnected();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(asked).to.equal(before);
  });
});
