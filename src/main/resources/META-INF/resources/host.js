// The host's page: shows what happens, and presses its buttons by keyboard or presenter. It works without.
const host = document.querySelector('.host'), round = host.dataset.round, left = document.getElementById('left');
let version = Number(host.dataset.version), scene = null;

function press(verb) {
  const ask = document.querySelector('[data-ask="' + verb + '"]');
  if (!ask) { document.querySelector('form[data-verb="' + verb + '"]')?.requestSubmit(); return; }
  const open = !ask.open;
  document.querySelectorAll('[data-ask]').forEach(one => { one.open = false; });
  ask.open = open;
  if (open) ask.querySelector('summary').focus();
}

document.addEventListener('keydown', event => {
  const asking = document.querySelector('[data-ask][open]');
  if (asking && event.key === 'Escape') { event.preventDefault(); asking.open = false; document.activeElement.blur(); return; }
  const typing = event.target.matches('input, select, textarea, button, summary, a');
  const verb = typing ? undefined : Live.verb(event, document.querySelector('form[data-verb="resume"]'));
  if (verb) { event.preventDefault(); press(verb); }
});

function count(id, n) { const at = document.getElementById(id); if (at) at.textContent = n; }
// After a form that was refused, the address is the form's.
function anew() { if (location.pathname.endsWith(round)) location.reload(); else location.replace('/organizer/rounds/' + round); }
function tick() {
  const seconds = scene && Live.left(scene);
  if (!left || seconds === null) return;
  left.hidden = false;
  left.querySelector('b').textContent = seconds;
}

Live.listen(round, true, {
  state: now => {
    scene = now;
    if (now.version > version && !document.activeElement?.matches('input')) anew();
    count('players', now.players);
    count('answered', now.answered);
  },
  players: told => count('players', told.players),
  answered: told => { count('answered', told.answered); count('players', told.players); },
  connected: is => { document.getElementById('offline').hidden = is; },
});
setInterval(tick, 250);
