// The wall: question, countdown, who has answered; answer with a chart; standings; podium. Keys act here as on the host's page.
const wall = document.getElementById('wall'), say = wall.dataset, stage = document.getElementById('scene');
const clock = document.getElementById('clock'), count = document.getElementById('count'), number = document.getElementById('number');
const key = document.getElementById('key'), alarm = document.getElementById('alarm'), asking = document.getElementById('asking');
const { element, option, filled } = Live;
const SMALLEST = 9;
let scene = null, whole = 1, newest = [];

function names(list) {
  return list.length ? element('ul', 'names', null, ...list.map(name => element('li', '', name))) : element('p', 'soft', say.nobody);
}

function lobby() {
  const door = document.getElementById('door').content.cloneNode(true).firstElementChild;
  return [element('h1', '', scene.title), element('div', 'lobby', null, door, element('div', 'crowd', null, names(newest)))];
}

function asked() {
  const picture = scene.question.picture && Object.assign(element('img', 'shown'), { src: scene.question.picture, alt: '', onload: fit });
  return element('div', 'asked', null, element('h1', '', scene.question.text), ...(picture ? [picture] : []));
}

function question() {
  return [asked(), element('div', 'options', null, ...scene.question.options.map((one, i) => option('p', i, one.text)))];
}

function reveal() {
  const most = Math.max(1, ...Object.values(scene.reveal.counts));
  const bars = scene.question.options.map((one, i) => {
    const bar = option('p', i, one.text), right = scene.reveal.right.includes(one.id), n = scene.reveal.counts[one.id] || 0;
    bar.classList.toggle('faded', !right);
    bar.append(element('span', 'mark', right ? '✓' : ''), element('b', 'n', n + ' ' + say.people), Live.bar(n / most));
    return bar;
  });
  const told = [scene.reveal.explanation, scene.reveal.source].filter(Boolean).map((text, i) => element('p', i ? 'explanation soft' : 'explanation', text));
  return [asked(), element('div', 'options counted', null, ...bars), ...told];
}

function standings(title) {
  const all = scene.standings || [], shown = all.map(one => all.filter(other => other.place === one.place));
  return [element('h1', '', title), element('ol', 'standings', null, ...all.map((one, i) => {
    const more = shown[i].at(-1) === one && one.sharing > shown[i].length ? ' ' + filled(say.more, one.sharing) : '';
    return element('li', 'place' + Math.min(4, one.place), null, element('b', 'at', one.place), element('span', '', one.name + more), element('b', 'n', filled(say.rightN, one.right)));
  }))];
}

// The first three places, each with all who share it.
function podium() {
  const best = (scene.standings || []).filter(one => one.right && one.place <= 3), places = [...new Set(best.map(one => one.place))];
  if (!best.length) return [element('h1', '', say.podium), element('p', 'soft', say.nobodyRight)];
  return [element('h1', '', say.podium), element('div', 'podium', null, ...places.map(place => {
    const here = best.filter(one => one.place === place), all = here[0].sharing;
    return element('section', 'place' + place, null, element('p', 'step', filled(all > 1 ? say.shared : say.nth, place)),
      element('ul', '', null, ...here.map(one => element('li', '', one.name)), ...(all > here.length ? [element('li', 'soft', filled(say.more, all))] : [])),
      element('p', 'n', filled(say.rightN, here[0].right)));
  }))];
}

function draw() {
  const kind = { SINGLE: say.single, MULTIPLE: say.multiple, TRUE_FALSE: say.trueFalse }[scene.question?.kind];
  number.replaceChildren(scene.position ? filled(say.number, scene.position, scene.of) : '', ...(scene.state === 'question' ? [element('span', 'tag', kind)] : []));
  const shown = { lobby, question, reveal, standings: () => standings(say.standings), podium, ended: () => standings(say.thanks) };
  wall.dataset.state = scene.state;
  stage.replaceChildren(...shown[scene.state]());
  clock.hidden = scene.state !== 'question';
  whole = Math.max(1, Live.left(scene) || 1);
  counted();
  document.getElementById('joining')?.toggleAttribute('hidden', ['lobby', 'ended'].includes(scene.state));
  tick();
  fit();
}

// Letters as large as the whole of it allows.
function fit() {
  for (let step = 0; step <= SMALLEST; step++) {
    stage.className = 'fit' + step;
    if (stage.scrollHeight <= stage.clientHeight + 1) return;
  }
}

function counted() {
  const asks = scene.state === 'question';
  const right = scene.state === 'reveal' ? ' · ' + say.right + ' ' + scene.reveal.rightPlayers + ' ' + say.people : '';
  count.replaceChildren(element('b', '', asks || right ? scene.answered : scene.players),
    asks || right ? ' / ' + scene.players + ' ' + say.answered + right : ' ' + say.joined);
}

function tick() {
  const left = scene && Live.left(scene);
  if (left === null || left === undefined) return;
  const paused = scene.leftMillis !== undefined;
  clock.querySelector('b').textContent = paused ? say.paused : left || say.timeUp;
  clock.querySelector('circle + circle').setAttribute('stroke-dasharray', Math.min(100, 100 * left / whole) + ' 100');
  clock.classList.toggle('over', left <= 5 && !paused);
  clock.classList.toggle('words', paused || left === 0);
}

function warn(text) { alarm.textContent = text; alarm.hidden = !text; }

async function press(verb) {
  key.elements.version.value = scene.version;
  const body = new URLSearchParams(new FormData(key));
  try {
    const answer = await fetch('/organizer/rounds/' + say.round + '/' + verb, { method: 'POST', body, redirect: 'manual' });
    warn(answer.status === 401 || answer.status === 403 ? say.refused : '');
  } catch { warn(say.offline); }
  live.look();
}

// Asks before what cannot be taken back; Enter presses the button that has the focus, which is no.
function ask(verb) {
  if (verb === 'skip' && scene.state !== 'question') return;
  asking.hidden = !verb;
  ['asked', 'yes'].forEach(id => { const at = document.getElementById(id); at.textContent = at.dataset[verb] || ''; });
  document.getElementById('yes').onclick = () => { ask(); press(verb); };
  if (verb) document.getElementById('no').focus();
}
document.getElementById('no').onclick = () => ask();

document.addEventListener('keydown', event => {
  if (!asking.hidden) { if (event.key === 'Escape') ask(); return; }
  if (!scene || scene.state === 'ended') return;
  const verb = Live.verb(event, scene.leftMillis !== undefined);
  if (!verb) return;
  event.preventDefault();
  if (verb === 'skip' || verb === 'end') ask(verb); else press(verb);
});

const live = Live.listen(say.round, true, {
  state: now => { scene = now; draw(); },
  players: told => {
    newest = told.newest || newest;
    if (!scene) return;
    scene.players = told.players;
    counted();
    if (scene.state === 'lobby') { stage.querySelector('.crowd')?.replaceChildren(names(newest)); fit(); }
  },
  answered: told => { if (scene) { scene.answered = told.answered; scene.players = told.players; counted(); } },
  connected: is => warn(is ? '' : say.offline),
});
setInterval(tick, 250);
window.addEventListener('resize', fit);
