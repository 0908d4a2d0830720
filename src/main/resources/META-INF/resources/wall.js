// The wall: question, countdown, who has answered; answer with a chart; standings; podium. Keys act here as on the host's page.
const wall = document.getElementById('wall'), say = wall.dataset, stage = document.getElementById('scene');
const clock = document.getElementById('clock'), count = document.getElementById('count'), number = document.getElementById('number');
const key = document.getElementById('key');
const { element, option } = Live;
let scene = null, whole = 1;

function names(list) { return element('ul', 'names', null, ...list.map(name => element('li', '', name))); }

function lobby() {
  const large = document.getElementById('joining').cloneNode(true);
  large.removeAttribute('id');
  large.className = 'joining large';
  return [element('h1', '', document.title.split(' · ')[0]), large, element('div', 'crowd', null, names([]))];
}

function question() {
  return [element('h1', '', scene.question.text),
    ...(scene.question.picture ? [Object.assign(element('img', 'shown'), { src: scene.question.picture, alt: '' })] : []),
    element('div', 'options', null, ...scene.question.options.map((one, i) => option('p', i, one.text)))];
}

function reveal() {
  const most = Math.max(1, ...Object.values(scene.reveal.counts));
  const bars = scene.question.options.map((one, i) => {
    const bar = option('p', i, one.text), right = scene.reveal.right.includes(one.id), n = scene.reveal.counts[one.id] || 0;
    bar.classList.toggle('faded', !right);
    bar.append(element('span', 'mark', right ? '✓' : ''), element('b', 'n', n), Live.bar(n / most));
    return bar;
  });
  const told = [scene.reveal.explanation, scene.reveal.source].filter(Boolean).map(text => element('p', 'explanation', text));
  return [element('h1', '', scene.question.text), element('div', 'options counted', null, ...bars), ...told];
}

function standings(title) {
  return [element('h1', '', title), element('ol', 'standings', null, ...(scene.standings || []).map(one =>
    element('li', 'place' + Math.min(4, one.place), null, element('b', '', one.place), element('span', '', one.name), element('b', 'n', one.right))))];
}

function draw() {
  number.textContent = scene.position ? Live.filled(say.number, scene.position, scene.of) : '';
  const shown = { lobby, question, reveal, standings: () => standings(say.standings), podium: () => standings(say.podium), ended: () => standings(say.thanks) };
  stage.className = scene.state;
  stage.replaceChildren(...shown[scene.state]());
  clock.hidden = scene.state !== 'question';
  whole = Math.max(1, Live.left(scene) || 1);
  counted();
  document.getElementById('joining')?.toggleAttribute('hidden', ['lobby', 'ended'].includes(scene.state));
  tick();
}

function counted() {
  const asking = scene.state === 'question';
  const right = scene.state === 'reveal' ? ' · ' + say.right + ' ' + scene.reveal.rightPlayers + ' ' + say.people : '';
  count.replaceChildren(element('b', '', asking || right ? scene.answered : scene.players),
    asking || right ? ' / ' + scene.players + ' ' + say.answered + right : ' ' + say.joined);
}

function tick() {
  const left = scene && Live.left(scene);
  if (left === null || left === undefined) return;
  clock.querySelector('b').textContent = left;
  clock.querySelector('circle + circle').setAttribute('stroke-dasharray', Math.min(100, 100 * left / whole) + ' 100');
  clock.classList.toggle('over', left === 0);
  clock.setAttribute('aria-label', scene.leftMillis !== undefined ? say.paused : left === 0 ? say.timeUp : left);
}

async function press(verb) {
  key.elements.version.value = scene.version;
  const body = new URLSearchParams(new FormData(key));
  await fetch('/organizer/rounds/' + say.round + '/' + verb, { method: 'POST', body, redirect: 'manual' });
  live.look();
}

document.addEventListener('keydown', event => {
  if (!scene) return;
  const verb = Live.verb(event, scene.leftMillis !== undefined, 'Enter');
  if (verb && scene.state !== 'ended') { event.preventDefault(); press(verb); }
});

const live = Live.listen(say.round, true, {
  state: now => { scene = now; draw(); },
  players: told => {
    if (!scene) return;
    scene.players = told.players;
    counted();
    if (scene.state === 'lobby' && told.newest) stage.querySelector('.crowd')?.replaceChildren(names(told.newest));
  },
  answered: told => { if (scene) { scene.answered = told.answered; scene.players = told.players; counted(); } },
  connected: is => wall.classList.toggle('offline', !is),
});
setInterval(tick, 250);
