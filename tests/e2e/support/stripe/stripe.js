// Stripe.js as far as the portal uses it. As with the real one, what is typed stays in a frame of Stripe's, the payer's
// bank asks in another, and mistakes of ours are refused. What it asks of api.stripe.com, play.ts has localstripe answer.

/** A page of Stripe's in a frame; `hear` gets what it says. */
function openFrame(place, url, title, style, hear) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: url, title });
  Object.assign(frame.style, { border: 'none', inlineSize: '100%', ...style });
  const listen = ({ source, data }) => {
    if (source === frame.contentWindow) hear(data);
  };
  window.addEventListener('message', listen);
  place.append(frame);
  return {
    frame,
    say: (words) => frame.contentWindow.postMessage(words, new URL(url).origin),
    close: () => {
      window.removeEventListener('message', listen);
      frame.remove();
    },
  };
}

/** The portal holds a refusal for an outcome that its server knows; the test is to hear of it. */
function refuse(why) {
  const error = new Error(`Stripe.js: ${why}`);
  reportError(error);
  throw error;
}

class PaymentElement {
  #listeners = {};
  #frame;
  #answered;

  on(event, listener) {
    this.#listeners[event] = listener;
  }

  mount(place) {
    const page = 'https://js.stripe.com/frames/card.html';
    this.#frame = openFrame(place, page, 'Secure payment input frame', { blockSize: '280px' }, (said) => {
      if ('answer' in said) return this.#answered(said.answer);
      this.#listeners[said.event]?.(said);
      // For play.ts: the portal knows.
      this.#frame.frame.dataset.complete = said.complete ?? false;
    });
  }

  ask(question) {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#frame.say(question);
    });
  }

  update({ readOnly }) {
    this.#frame.say({ readOnly });
  }

  destroy() {
    this.#frame.close();
  }
}

class Elements {
  #submitted = false;

  constructor(options) {
    this.options = options;
    const { clientSecret, mode, amount, currency } = options;
    if (!clientSecret && !(currency && (mode === 'setup' || amount > 0))) refuse('a form for nothing');
  }

  create() {
    this.payment = new PaymentElement();
    return this.payment;
  }

  update(options) {
    if (this.options.clientSecret && Object.keys(options).some((name) => name !== 'appearance')) {
      refuse('the terms are those of the intent');
    }
    Object.assign(this.options, options);
  }

  async submit() {
    this.#submitted = await this.payment.ask({ ask: 'submit' });
    return this.#submitted ? {} : { error: { type: 'validation_error' } };
  }

  /** The form was opened before the intent was made, and showed what would be paid. */
  check(intent) {
    if (!this.#submitted) refuse('elements.submit() comes first');
    const { clientSecret, mode, amount, currency, setupFutureUsage } = this.options;
    const same = clientSecret
      ? clientSecret === intent.client_secret
      : mode === 'setup'
        ? intent.object === 'setup_intent'
        : amount === intent.amount &&
          currency === intent.currency &&
          (setupFutureUsage ?? null) === (intent.setup_future_usage ?? null);
    if (!same) refuse(`the form is for ${JSON.stringify(this.options)}, the intent is ${JSON.stringify(intent)}`);
  }
}

window.Stripe = Object.assign(
  (key) => {
    const url = (secret) => {
      const [id] = secret.split('_secret_');
      return `https://api.stripe.com/v1/${id.startsWith('seti_') ? 'setup' : 'payment'}_intents/${id}`;
    };
    const get = async (secret) => {
      const response = await fetch(`${url(secret)}?${new URLSearchParams({ key, client_secret: secret })}`);
      return response.json();
    };
    const post = async (secret, verb, more = {}) => {
      const body = new URLSearchParams({ key, client_secret: secret, ...more });
      const response = await fetch(`${url(secret)}/${verb}`, { method: 'POST', body });
      return response.json();
    };

    /** The payer's bank asks, where it wants to. */
    async function challenge(intent) {
      if (intent.status !== 'requires_action') return intent;
      const page = 'https://hooks.stripe.com/frames/bank.html';
      const above = { position: 'fixed', inset: '0', blockSize: '100%', zIndex: '2147483647' };
      let frame;
      const success = await new Promise((resolve) => {
        frame = openFrame(document.body, page, '3D Secure', above, resolve);
      });
      frame.close();
      if (intent.object === 'setup_intent') return post(intent.client_secret, success ? 'confirm' : 'cancel');
      return post(intent.client_secret, '_authenticate', { success });
    }

    async function confirm({ elements, clientSecret, confirmParams }) {
      if (!URL.canParse(confirmParams.return_url)) refuse('no address to return to');
      elements.check(await get(clientSecret));
      const method = await elements.payment.ask({ ask: 'method', key });
      const { error } = await challenge(await post(clientSecret, 'confirm', { payment_method: method }));
      return error ? { error } : {};
    }

    return {
      elements: (options) => new Elements(options),
      confirmPayment: confirm,
      confirmSetup: confirm,
      handleNextAction: async ({ clientSecret }) => challenge(await get(clientSecret)),
    };
  },
  // By its own address, which the portal's loader compares with the version that it was made for.
  { version: document.currentScript.src.split('/')[3] },
);
