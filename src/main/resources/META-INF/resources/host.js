// The host's page: shows what happens, and presses its buttons by keyboard or presenter. It works without.
const host = document.querySelector('.host'), round = host.dataset.round;
let version = Number(host.dataset.version);

function press(verb) { document.querySelector('form[data-verb="' + verb + '"]')?.requestSubmit(); }

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input, select, textarea, button, summary, a');
  const verb = typing ? undefined : Live.verb(event, document.querySelector('form[data-verb="resume"]'));
  if (verb) { event.preventDefault(); press(verb); }
});

function count(id, n) { const at = document.getElementById(id); if (at) at.textContent = n; }

Live.listen(round, true, {
  state: scene => { if (scene.version > version && !document.activeElement?.matches('input')) location.reload(); count('players', scene.players); count('answered', scene.answered); },
  players: told => count('players', told.players),
  answered: told => { count('answered', told.answered); count('players', told.players); },
});
