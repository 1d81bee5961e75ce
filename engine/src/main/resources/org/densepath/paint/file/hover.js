(() => {
  const values = JSON.parse(document.getElementById('values').textContent);
  const tip = document.getElementById('tip');
  const make = (svg, name, attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.classList.add('hover');
    svg.append(node);
  };
  const clear = svg => svg.querySelectorAll('.hover').forEach(node => node.remove());
  const show = (event, lines) => {
    tip.replaceChildren(...lines.map(([text, colour]) => {
      const line = document.createElement('div');
      if (colour) {
        const swatch = document.createElement('span');
        swatch.className = 'swatch';
        swatch.style.background = colour;
        line.append(swatch);
      }
      line.append(text);
      return line;
    }));
    tip.hidden = false;
    const x = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
    const below = event.clientY + 18;
    const y = below + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : below;
    tip.style.transform = `translate(${Math.max(4, x)}px, ${Math.max(4, y)}px)`;
  };
  const nearest = (xs, x) => {
    let low = 0, high = xs.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (xs[middle] <= x) low = middle; else high = middle;
    }
    return Math.abs(xs[low] - x) <= Math.abs(xs[high] - x) ? low : high;
  };
  const area = (svg, event, p) => {
    const hit = values.areas.find(({at: [x, y, w, h]}) => p.x >= x && p.x < x + w && p.y >= y && p.y < y + h);
    if (!hit) return false;
    const [x, y, width, height] = hit.at;
    make(svg, 'rect', {x, y, width, height, rx: 2, class: 'mark'});
    show(event, hit.words.map(word => [word]));
    return true;
  };
  const panel = (svg, event, p) => {
    const hit = values.panels.find(v => p.x >= v.left && p.x <= v.left + v.width && p.y >= v.top && p.y <= v.top + v.height);
    if (!hit || !hit.series.some(s => s.x.length)) return false;
    const wanted = hit.low + (p.x - hit.left) / hit.width * (hit.high - hit.low);
    const place = x => hit.left + (x - hit.low) / (hit.high - hit.low) * hit.width;
    const all = hit.series.filter(s => s.x.length).map(s => [s, nearest(s.x, wanted)]);
    const at = all.map(([s, i]) => s.x[i]).reduce((a, b) => Math.abs(a - wanted) <= Math.abs(b - wanted) ? a : b);
    make(svg, 'line', {x1: place(at), x2: place(at), y1: hit.top, y2: hit.top + hit.height, class: 'mark', 'stroke-opacity': .4});
    const lines = [[`${hit.title || 'Value'} at ${hit.axis} ${at}`.replace('  ', ' ')]];
    for (const [s, i] of all) {
      make(svg, 'circle', {cx: place(s.x[i]), cy: s.y[i], r: 2.5, fill: s.colour, class: 'dot'});
      lines.push([`${s.name ? s.name + ': ' : ''}${s.words[i]}${hit.unit ? ' ' + hit.unit : ''}${s.x[i] === at ? '' : ` (at ${s.x[i]})`}`, s.colour]);
    }
    show(event, lines);
    return true;
  };
  for (const svg of document.querySelectorAll('figure svg')) {
    svg.addEventListener('pointermove', event => {
      const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      clear(svg);
      if (!area(svg, event, p) && !panel(svg, event, p)) tip.hidden = true;
    });
    svg.addEventListener('pointerleave', () => { clear(svg); tip.hidden = true; });
  }
})();
