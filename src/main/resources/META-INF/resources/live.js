// What phone, wall and host share: listening to a round, and counting its seconds by the server's clock.
const Live = (() => {
  const SILENT = 20000, OFTEN = 3000;
  let ahead = 0;

  function listen(round, wall, on) {
    let source, heard = Date.now(), version = 0, there = false;

    function connected(is) {
      if (is) heard = Date.now();
      if (is !== there) { there = is; on.connected?.(is); }
    }
    function state(scene) {
      if (scene.version < version) return;
      version = scene.version;
      ahead = Date.parse(scene.now) - Date.now();
      on.state(scene);
    }
    async function look() {
      try {
        const answer = await fetch('/api/rounds/' + round, { cache: 'no-store' });
        if (answer.ok) state(await answer.json());
      } catch { /* the next look will tell */ }
    }
    function open() {
      source?.close();
      source = new EventSource('/api/rounds/' + round + '/events' + (wall ? '?wall=1' : ''));
      source.onopen = () => connected(true);
      source.onerror = () => { connected(false); if (source.readyState === EventSource.CLOSED) setTimeout(open, 1000); };
      source.addEventListener('state', event => { connected(true); state(JSON.parse(event.data)); });
      source.addEventListener('players', event => { connected(true); on.players?.(JSON.parse(event.data)); });
      source.addEventListener('answered', event => { connected(true); on.answered?.(JSON.parse(event.data)); });
      source.addEventListener('beat', () => connected(true));
    }
    function back() { if (!document.hidden) { look(); if (!there || Date.now() - heard > SILENT) open(); } }

    document.addEventListener('visibilitychange', back);
    window.addEventListener('pageshow', event => { if (event.persisted) open(); });
    window.addEventListener('online', open);
    setInterval(() => { if (Date.now() - heard > SILENT) { heard = Date.now(); connected(false); open(); } if (!there) look(); }, OFTEN);
    open();
    return { look };
  }

  // The seconds that are left of a question, or null where none runs.
  function left(scene) {
    if (scene.leftMillis !== undefined) return Math.ceil(scene.leftMillis / 1000);
    const deadline = scene.question?.deadline;
    return deadline && scene.state === 'question' ? Math.max(0, Math.ceil((Date.parse(deadline) - Date.now() - ahead) / 1000)) : null;
  }

  const SHAPES = ['M12 3l10 18H2z', 'M12 2l10 10-10 10L2 12z', 'M12 2a10 10 0 1 0 .01 0z', 'M3 3h18v18H3z',
    'M12 2l3 7h7l-5.5 4.5 2 7.5-6.5-4.5L5.5 21l2-7.5L2 9h7z', 'M7 3h10l5 9-5 9H7l-5-9z'];

  // An element with its class, its text and what it holds.
  function element(name, kind, text, ...inside) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text !== null && text !== undefined) made.textContent = text;
    made.append(...inside);
    return made;
  }
  function drawn(view, name, attributes, kind) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), part = document.createElementNS(svg.namespaceURI, name);
    Object.entries({ viewBox: view, 'aria-hidden': 'true', class: kind || '' }).forEach(([key, value]) => svg.setAttribute(key, value));
    Object.entries(attributes).forEach(([key, value]) => part.setAttribute(key, value));
    svg.append(part);
    return svg;
  }
  function shape(index) { return drawn('0 0 24 24', 'path', { d: SHAPES[index] }); }
  // A bar of a chart, as long as this part of the whole.
  function bar(part) {
    const svg = drawn('0 0 100 1', 'rect', { width: 100 * part, height: 1 }, 'gauge');
    svg.setAttribute('preserveAspectRatio', 'none');
    return svg;
  }
  // An option with colour, shape and letter.
  function option(name, index, text) {
    return element(name, 'option ' + 'abcdef'[index], null, shape(index), element('b', 'letter', 'ABCDEF'[index]),
      element('span', 'what', text));
  }
  // A sentence with its two gaps filled.
  function filled(words, first, second) { return words.replace('#', first).replace('@', second); }

  // What the host's key or presenter asks for, if anything.
  function verb(event, paused) {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    return { ' ': 'advance', Enter: 'advance', ArrowRight: 'advance', PageDown: 'advance', s: 'skip', '+': 'extend', '=': 'extend', Escape: 'end',
      p: paused ? 'resume' : 'pause' }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  }
  return { listen, left, element, option, bar, filled, verb };
})();
