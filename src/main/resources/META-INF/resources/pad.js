// The answer pad: one locked answer, sent until it is known to have arrived; after a sleep, a reload or a new network it is where it was.
const pad = document.getElementById('pad'), say = pad.dataset, place = document.getElementById('scene');
const left = document.getElementById('left'), number = document.getElementById('number'), foot = document.getElementById('me');
const awake = document.getElementById('awake');
const { element, option } = Live;
const headers = { Authorization: 'Bearer ' + say.token, 'Content-Type': 'application/json' };
let scene = null, me = null, sent = null, chosen = new Set(), note = '', over = false;

async function ask(path, body) {
  return fetch('/api/rounds/' + say.round + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers, cache: 'no-store' });
}

async function learn() {
  const asked = scene?.version;
  try {
    const answer = await ask('/me');
    if (answer.status === 401 || answer.status === 403) { gone(answer.status === 401); return; }
    if (!answer.ok || asked !== scene?.version) return;
    me = await answer.json();
    draw();
    if (scene?.state === 'reveal' && me.correct && me.earns && me.points == null) setTimeout(learn, 1500);
  } catch { setTimeout(learn, 1500); }
}

// Taken out by the host, or the same player came in on another phone.
function gone(moved) {
  const title = scene?.title ?? '';
  over = true;
  scene = null;
  foot.hidden = left.hidden = true;
  place.replaceChildren(element('h1', '', title), element('p', 'notice stop', moved ? say.moved : say.gone),
    ...(moved ? [Object.assign(element('a', 'button main wide', say.again), { href: say.door })] : []));
}

function keepAwake() {
  if (navigator.wakeLock) navigator.wakeLock.request('screen').catch(() => awake.play().catch(() => {}));
  else awake.play().catch(() => {});
}

async function hand(options) {
  const question = scene.question.id;
  sent = { question, options };
  note = say.handing;
  draw();
  keepAwake();
  for (let wait = 400; scene?.question?.id === question && scene.state === 'question'; wait = Math.min(wait * 2, 3000)) {
    try {
      const answer = await ask('/answers', { question, options });
      if (answer.ok) { note = say.accepted; draw(); return; }
      if (answer.status < 500 && answer.status !== 429) {
        const code = (await answer.json()).code;
        note = code === 'already_answered' ? say.accepted : code === 'too_late' ? say.late : '';
        if (code === 'round_paused') { sent = null; }
        if (code === 'player_removed' || code === 'player_unknown') gone(code === 'player_unknown'); else draw();
        if (code === 'already_answered') learn();
        return;
      }
    } catch { /* sent again below */ }
    if (note === say.handing) { note = say.retrying; draw(); }
    await new Promise(go => setTimeout(go, wait));
  }
}

function tapped(id) {
  if (scene.question.kind !== 'MULTIPLE') { hand([id]); return; }
  if (!chosen.delete(id)) chosen.add(id);
  draw();
}

function question() {
  const mine = sent?.question === scene.question.id ? sent.options : me?.chosen;
  const late = Live.left(scene) === 0, several = scene.question.kind === 'MULTIPLE';
  const options = scene.question.options.map((one, i) => {
    const button = option('button', i, one.text);
    button.type = 'button';
    const is = (mine || [...chosen]).includes(one.id);
    button.classList.toggle('chosen', is);
    button.classList.toggle('faded', Boolean(mine) && !is);
    button.setAttribute('aria-pressed', is);
    button.disabled = Boolean(mine) || late || scene.leftMillis !== undefined;
    button.onclick = () => tapped(one.id);
    if (is) button.append(element('span', 'mark', '✓'));
    return button;
  });
  const kind = { [say.handing]: 'wait', [say.retrying]: 'wait', [say.late]: 'stop' }[note] || 'good';
  const below = mine ? [element('p', 'notice ' + kind, note || say.accepted)]
    : scene.leftMillis !== undefined ? [element('p', 'notice wait', say.paused)]
    : late ? [element('p', 'notice wait', note || say.timeUp)]
    : several ? [Object.assign(element('button', 'button main wide', say.hand), { disabled: !chosen.size, onclick: () => hand([...chosen]) })] : [];
  return [element('h1', '', scene.question.text), ...(several && !mine ? [element('p', 'soft', say.several)] : []),
    ...(scene.question.picture ? [Object.assign(element('img', 'shown'), { src: scene.question.picture + '?size=small', alt: '' })] : []),
    element('div', 'options', null, ...options), ...below];
}

function verdict(kind, sign, text) { return element('div', 'verdict-card ' + kind, null, element('b', 'sign', sign), element('h1', '', text)); }

function reveal() {
  const answered = me?.chosen || sent?.question === scene.question.id && sent.options;
  const correct = me?.correct ?? (answered && answered.length === scene.reveal.right.length && scene.reveal.right.every(id => answered.includes(id)));
  const first = !answered ? verdict('wait', '–', say.none) : correct ? verdict('good', '✓', say.right) : verdict('stop', '✗', say.wrong);
  const all = scene.question.options.map((one, i) => [one, i]);
  const right = all.filter(([one]) => scene.reveal.right.includes(one.id)).map(([one, i]) => option('p', i, one.text));
  const mine = correct || !answered ? [] : all.filter(([one]) => answered.includes(one.id)).map(([one, i]) => {
    const own = option('p', i, one.text);
    own.classList.add('faded');
    return own;
  });
  const yours = mine.length ? [element('p', 'soft', say.yours), element('div', 'options', null, ...mine)] : [];
  const points = !correct || !me ? [] : [element('p', 'notice good', me.earns ? (me.points == null ? say.crediting : me.points ? say.credited.replace('#', me.points) : say.capped) : say.waiting)];
  return [first, ...points, element('p', 'soft', say.rightAnswer), element('div', 'options', null, ...right), ...yours,
    ...[scene.reveal.explanation, scene.reveal.source].filter(Boolean).map((text, i) => element('p', i ? 'explanation soft' : 'explanation', text))];
}

function standing() {
  const card = element('div', 'card stack centred', null, element('h1', '', Live.filled(say.standing, me?.place ?? '–', me?.right ?? 0)));
  if (scene.state === 'ended' || scene.state === 'podium') {
    card.prepend(element('p', 'big', say.thanks));
    if (me && !me.earns && me.right) card.append(element('p', 'notice wait', say.waiting));
    if (me?.earns) card.append(Object.assign(element('a', 'button main wide', say.book), { href: '/me/passbook' }));
  }
  return [card];
}

function lobby() {
  return [element('div', 'card stack centred', null, element('h1', '', say.wait), element('p', '', say.in), ...(me ? [element('p', 'tag', me.name)] : []),
    ...(me ? [element('p', 'soft', say.back), element('p', 'six', me.back), element('p', 'soft small', say.backAbout)] : []))];
}

function draw() {
  if (!scene) return;
  const shown = { lobby, question, reveal, standings: standing, podium: standing, ended: standing };
  if (scene.position) number.replaceChildren(element('b', '', Live.filled(say.number, scene.position, scene.of)));
  place.replaceChildren(...shown[scene.state]());
  foot.textContent = me ? me.name + ' · ' + say.score.replace('#', me.right) : '';
  foot.hidden = !me || ['standings', 'podium', 'ended', 'lobby'].includes(scene.state);
  tick();
}

let before = null;
function tick() {
  const seconds = scene && Live.left(scene);
  left.hidden = seconds === null || seconds === undefined || scene.state !== 'question';
  if (left.hidden) { before = null; return; }
  left.textContent = scene.leftMillis !== undefined ? say.pause : seconds ? say.left.replace('#', seconds) : say.over;
  left.classList.toggle('stop', seconds <= 5);
  if (seconds === 0 && before > 0) { before = 0; draw(); }
  before = seconds;
}

document.addEventListener('click', keepAwake, { once: true });
Live.listen(say.round, false, {
  state: now => {
    if (over) return;
    const next = now.question?.id !== scene?.question?.id;
    if (next) { chosen = new Set(); sent = null; note = ''; if (me) { me.chosen = undefined; me.correct = undefined; me.points = undefined; } }
    scene = now;
    draw();
    if (now.state !== 'question' || !me) setTimeout(learn, me ? Math.random() * 800 : 0); else if (next === false) learn();
  },
  connected: is => { document.getElementById('offline').hidden = is; },
});
setInterval(tick, 250);
