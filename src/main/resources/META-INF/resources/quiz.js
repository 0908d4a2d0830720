// Counts the time down, hands in when it is over, and says once when a question was left out. The page works without.
const clock = document.querySelector('[data-seconds]');
const paper = document.querySelector('form.paper');
const notice = paper.querySelector('.notice');
const end = performance.now() + clock.dataset.seconds * 1000;

function left() {
  const groups = [...paper.querySelectorAll('fieldset')];
  return groups.filter(group => !group.querySelector('input:checked'));
}

function tick() {
  const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
  const minutes = Math.floor(seconds / 60);
  clock.textContent = clock.dataset.left + minutes + ':' + String(seconds % 60).padStart(2, '0');
  clock.classList.toggle('stop', seconds <= 15);
  if (seconds === 0) {
    clearInterval(ticking);
    paper.submit();
  }
}

paper.addEventListener('submit', event => {
  const open = left();
  if (open.length && notice.hidden) {
    event.preventDefault();
    notice.hidden = false;
    open[0].scrollIntoView({ block: 'start' });
    open[0].querySelector('input').focus({ preventScroll: true });
  }
});
paper.addEventListener('change', () => { notice.hidden = true; });
const ticking = setInterval(tick, 1000);
tick();
