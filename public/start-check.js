/*
 * Says in the page's own words (index.html) why its program can't start. For browsers of any age: it is no module, in the
 * language of 2009, and needs nothing. What it can't find out the page says by itself after a while.
 */
function checkStart() {
  var html = document.documentElement;
  var detail = '';

  /** @param why - one of the reasons of index.html @param found - for whoever is asked for help */
  function stop(why, found) {
    if (html.getAttribute('data-stopped')) return;
    html.setAttribute('data-stopped', why);
    detail = found;
    fill();
  }

  /** Also called when the rest of the page is there: this runs before it. */
  function fill() {
    var places = document.querySelectorAll('[data-detail]');
    var i;
    for (i = 0; i < places.length; i++) places[i].textContent = detail;
  }

  /** The first thing that the program can't do without and the browser hasn't. */
  function missing() {
    if (!('noModule' in document.createElement('script'))) return 'JavaScript modules';
    if (typeof Worker !== 'function') return 'Worker';
    if (typeof ResizeObserver !== 'function') return 'ResizeObserver';
    if (typeof structuredClone !== 'function') return 'structuredClone';
    if (typeof Array.prototype.toSorted !== 'function') return 'Array.prototype.toSorted';
    if (typeof AbortSignal !== 'function' || !AbortSignal.any) return 'AbortSignal.any';
    if (!CSS.supports('color', 'light-dark(#000, #fff)')) return 'light-dark()';
    return '';
  }

  /** The first that the page speaks: the address, what was chosen here before, what the browser prefers; else English. */
  function language() {
    var wishes = [].concat(navigator.languages || navigator.language || []);
    var asked = /[?&]lang=([^&]*)/.exec(location.search);
    var i;
    try {
      wishes.unshift(localStorage.getItem('digit-lab-language') || '');
    } catch (_) {
      // Where the browser keeps nothing, nothing was chosen.
    }
    if (asked) wishes.unshift(asked[1]);
    for (i = 0; i < wishes.length; i++)
      if (/^(en|ru|uk)\b/i.test(wishes[i])) return wishes[i].slice(0, 2).toLowerCase();
    return 'en';
  }

  function tell(found) {
    var root = document.getElementById('root');
    if (root === null || root.firstChild === null) stop('failed', found);
  }

  html.setAttribute('data-says', language());
  if (location.protocol === 'file:') stop('file', location.href);
  else if (missing()) stop('old', missing());

  function hear(event) {
    if (event.target.nodeName === 'SCRIPT') tell(event.target.src);
    else if (event.message) tell(event.message);
  }

  function hearRefusal(event) {
    tell(String(event.reason));
  }

  function reload() {
    location.reload();
  }

  function complete() {
    var buttons = document.querySelectorAll('[data-reload]');
    var i;
    fill();
    for (i = 0; i < buttons.length; i++) buttons[i].onclick = reload;
  }

  // A script that can't be fetched tells nobody but itself, hence the capture.
  window.addEventListener('error', hear, true);
  window.addEventListener('unhandledrejection', hearRefusal);
  document.addEventListener('DOMContentLoaded', complete);
}

checkStart();
