"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data"), nodes = new vis.DataSet(read("nodes")), edges = new vis.DataSet(read("edges"));
  const $ = (id) => document.getElementById(id);
  const panel = $("panel"), search = $("search"), tooltip = $("tooltip");
  const LISTED = 200; // entries of a list shown at once: searching is quicker than scrolling beyond
  const FONT = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif', RIM = 56; // of the discs behind groups
  let chosen = { nodes: null, edge: null, group: null }; // what is lit; all null: everything
  let hovered = null;
  let colours;

  // ---- building elements: text only ever goes in as text
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== undefined && child !== ""));
    return made;
  }
  const swatch = (group) => {
    const dot = element("span", { class: "swatch", "aria-hidden": "true" });
    dot.style.background = colour(group);
    return dot;
  };
  const link = (url) => /^https?:\/\//i.test(url || "") ? element("p", {}, element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url)) : "";

  // ---- colours: page.css holds them, for light and for dark
  function readColours() {
    const style = getComputedStyle(document.documentElement), get = (name) => style.getPropertyValue(name).trim();
    colours = { groups: [], none: get("--group-none"), ink: get("--ink"), soft: get("--soft"), paper: get("--paper"), edge: get("--edge") };
    for (let i = 0; i < data.colours; i++) colours.groups.push(get(`--group-${i}`));
  }
  const colour = (group) => (group >= 0 && group < data.colours ? colours.groups[group] : colours.none);
  const faint = (hex, share) => hex + Math.round(share * 255).toString(16).padStart(2, "0");

  // ---- which nodes and edges are lit
  const neighbours = new Map(nodes.getIds().map((id) => [id, new Set()]));
  edges.forEach((edge) => { neighbours.get(edge.from).add(edge.to); neighbours.get(edge.to).add(edge.from); });
  function lit(id) {
    if (chosen.group !== null) return data.details[id].group === chosen.group;
    if (chosen.nodes === null) return true;
    return chosen.nodes.has(id) || (chosen.edge === null && [...chosen.nodes].some((one) => neighbours.get(one)?.has(id)));
  }
  function litEdge(edge) {
    if (chosen.edge !== null) return edge.id === chosen.edge;
    if (chosen.group !== null) return lit(edge.from) && lit(edge.to);
    return chosen.nodes === null || chosen.nodes.has(edge.from) || chosen.nodes.has(edge.to);
  }
  function paint() {
    const resting = chosen.nodes === null && chosen.group === null, dense = edges.length > 1500 || edges.length > 6 * nodes.length;
    nodes.update(nodes.map((node) => {
      const base = colour(data.details[node.id].group), on = lit(node.id);
      const fill = on ? base : faint(base, 0.15);
      return { id: node.id, color: { background: fill, border: on ? colours.paper : "transparent", hover: { background: fill, border: colours.ink }, highlight: { background: fill, border: colours.ink } } };
    }));
    edges.update(edges.map((edge) => {
      const from = data.details[edge.from].group, same = from === data.details[edge.to].group;
      const rest = same || !data.discs ? (dense ? 0.28 : 0.42) : dense ? 0.13 : 0.2;
      const share = resting ? rest : litEdge(edge) ? 0.75 : 0.04;
      const shown = faint(same ? colour(from) : colours.edge, share);
      return { id: edge.id, color: { color: shown, hover: faint(colours.ink, 0.8), highlight: faint(colours.ink, 0.8) } };
    }));
  }

  // ---- the drawing
  readColours();
  const network = new vis.Network($("drawing"), { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { borderWidth: 1.5, borderWidthSelected: 2, font: { size: 0 }, labelHighlightBold: false },
    edges: { smooth: false, selectionWidth: 1, hoverWidth: 0.5, arrows: { to: { scaleFactor: 0.6 } } },
    interaction: { hover: true, tooltipDelay: 0, hideEdgesOnDrag: edges.length > 1500, hideEdgesOnZoom: edges.length > 1500, keyboard: false, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false },
  });
  function fit() { // with room for the names at the rim
    network.fit({ animation: false });
    network.moveTo({ scale: network.getScale() * 0.9, animation: false });
  }

  function outline(points) { // convex hull (Andrew's monotone chain)
    points.sort((a, b) => a.x - b.x || a.y - b.y);
    const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
    const half = (list) => list.reduce((hull, point) => {
      while (hull.length > 1 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
      return [...hull, point];
    }, []);
    return [...half(points).slice(0, -1), ...half([...points].reverse()).slice(0, -1)];
  }
  const hulls = (data.discs ? data.groups : []).map((_, group) => outline(nodes.get({ filter: (node) => data.details[node.id].group === group })));
  network.on("beforeDrawing", (canvas) => {
    hulls.forEach((hull, group) => {
      if (!hull.length) return;
      canvas.beginPath();
      hull.forEach((point) => canvas.lineTo(point.x, point.y));
      canvas.closePath();
      canvas.lineJoin = canvas.lineCap = "round";
      canvas.lineWidth = RIM;
      // mixed, not transparent: fill and rim overlap
      canvas.strokeStyle = canvas.fillStyle = mix(colour(group), colours.paper, chosen.group === null || chosen.group === group ? 0.1 : 0.03);
      canvas.stroke();
      canvas.fill();
    });
  });
  function mix(a, b, share) {
    const part = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
    return `rgb(${[0, 1, 2].map((i) => Math.round(part(a, i) * share + part(b, i) * (1 - share))).join()})`;
  }

  // ---- names beside the circles: the important first, none over another
  const byImportance = nodes.get().sort((a, b) => b.size - a.size || a.id - b.id);
  const topmost = (count) => new Set(byImportance.slice(0, count).map((node) => node.id));
  const first = topmost(30), leading = topmost(6); // named even where circles are small; even across other circles
  const short = (name) => (name.length > 38 ? name.slice(0, 36).trimEnd() + "…" : name);
  network.on("afterDrawing", (canvas) => {
    const scale = network.getScale(), ratio = canvas.canvas.width / canvas.canvas.clientWidth;
    const wide = canvas.canvas.clientWidth, high = canvas.canvas.clientHeight, taken = [];
    const free = (box) => box.x > 0 && box.y > 0 && box.x + box.w < wide && box.y + box.h < high && !taken.some((o) => box.x < o.x + o.w && o.x < box.x + box.w && box.y < o.y + o.h && o.y < box.y + box.h);
    canvas.save();
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    canvas.textBaseline = "middle";
    const circles = byImportance.map((node) => ({ at: network.canvasToDOM(node), r: node.size * scale }));
    const clear = (box) => free(box) && !circles.some(({ at, r }) => r > 3.5 && box.x < at.x + r && at.x - r < box.x + box.w && box.y < at.y + r && at.y - r < box.y + box.h);
    writeGroups(canvas, taken);
    const rank = (node) => (node.id === hovered || chosen.nodes?.has(node.id) ? 0 : lit(node.id) ? 1 : 2);
    for (const node of [...byImportance].sort((a, b) => rank(a) - rank(b))) {
      const must = rank(node) === 0;
      const detail = data.details[node.id], size = node.size * scale;
      if (data.namedGroups && detail.kind === "topic") continue;
      if (!must && (rank(node) === 2 || (size < 3 && chosen.nodes === null && !first.has(node.id)))) continue;
      const at = network.canvasToDOM(node);
      canvas.font = `${must ? 600 : 400} ${Math.min(15, 11 + size / 8)}px ${FONT}`;
      const text = short(detail.name), w = canvas.measureText(text).width + 6, h = 16;
      const spots = [[at.x - w / 2, at.y + size + 1], [at.x + size + 1, at.y - h / 2], [at.x - size - w - 1, at.y - h / 2], [at.x - w / 2, at.y - size - h - 1]];
      const spot = spots.find(([x, y]) => clear({ x, y, w, h })) || ((chosen.nodes || leading.has(node.id)) && spots.find(([x, y]) => free({ x, y, w, h }))) || (must ? spots[0] : null);
      if (!spot) continue;
      taken.push({ x: spot[0], y: spot[1], w, h });
      write(canvas, text, spot[0] + 3, spot[1] + h / 2, must || size > 6 ? colours.ink : colours.soft);
    }
    canvas.restore();
  });
  function write(canvas, text, x, y, ink = colours.ink) {
    canvas.lineWidth = 3.5;
    canvas.lineJoin = "round";
    canvas.strokeStyle = faint(colours.paper, 0.9);
    canvas.fillStyle = ink;
    canvas.strokeText(text, x, y);
    canvas.fillText(text, x, y);
  }
  function wrap(text, most = 22) { // into lines of about that many letters
    return text.split(" ").reduce((lines, word) => {
      if (lines.length && (lines.at(-1) + " " + word).length <= most) lines[lines.length - 1] += " " + word;
      else lines.push(word);
      return lines;
    }, []);
  }
  function writeGroups(canvas, taken) { // the names of groups above their discs
    if (!data.namedGroups) return;
    canvas.font = `650 ${canvas.canvas.clientWidth < 500 ? 11 : 13.5}px ${FONT}`;
    canvas.textAlign = "center";
    hulls.forEach((hull, group) => {
      if (!hull.length || (chosen.group !== null && chosen.group !== group)) return;
      const left = Math.min(...hull.map((p) => p.x)), right = Math.max(...hull.map((p) => p.x)), top = Math.min(...hull.map((p) => p.y));
      const at = network.canvasToDOM({ x: (left + right) / 2, y: top - RIM / 2 }), lines = wrap(data.groups[group].label);
      lines.forEach((line, number) => {
        const y = at.y - 9 - 16 * (lines.length - 1 - number), w = canvas.measureText(line).width;
        const x = Math.max(w / 2 + 4, Math.min(at.x, canvas.canvas.clientWidth - w / 2 - 4));
        write(canvas, line, x, y);
        taken.push({ x: x - w / 2, y: y - 8, w, h: 16 });
      });
    });
    canvas.textAlign = "start";
  }

  // ---- tooltip
  function showTip(at, title, ...lines) {
    tooltip.replaceChildren(title, ...lines.filter(Boolean).map((line) => element("small", {}, line)));
    tooltip.hidden = false;
    const box = $("picture").getBoundingClientRect();
    tooltip.style.left = Math.max(4, Math.min(at.x + 14, box.width - tooltip.offsetWidth - 6)) + "px";
    tooltip.style.top = Math.max(4, Math.min(at.y + 14, box.height - tooltip.offsetHeight - 6)) + "px";
  }
  const hideTip = () => { tooltip.hidden = true; hovered = null; };
  network.on("hoverNode", ({ node, pointer }) => {
    const detail = data.details[node];
    hovered = node;
    const facts = (detail.facts || []).map(([label, value]) => `${label}: ${value}`).join(" · ");
    showTip(pointer.DOM, detail.name, detail.subtitle, facts, (detail.text || "").slice(0, 160), data.groups[detail.group]?.label);
  });
  network.on("hoverEdge", ({ edge, pointer }) => {
    const tie = data.ties[edge], records = (tie.sections || []).flatMap((section) => section.records);
    showTip(pointer.DOM, tie.name, tie.subtitle, ...records.slice(0, 3).map((number) => data.records[number].text));
  });
  ["blurNode", "blurEdge", "dragStart", "zoom"].forEach((event) => network.on(event, hideTip));

  // ---- side panel
  function passage({ source, lines, quote }) {
    const where = [source, lines && `${/\d\D+\d/.test(lines) ? "lines" : "line"} ${lines}`].filter(Boolean).join(", ");
    return element("blockquote", {}, quote, element("footer", {}, where));
  }
  function record({ text, note, url, node, evidence = [] }) {
    if (node !== undefined) return element("li", {}, element("button", { type: "button", onclick: () => select(node) }, swatch(data.details[node].group), element("span", { class: "grow" }, text), element("small", {}, note || "")));
    const line = element("li", {}, text, " ", element("small", {}, note || ""), link(url));
    if (evidence.length) line.append(element("details", {}, element("summary", {}, evidence.length === 1 ? "1 passage" : `${evidence.length} passages`), ...evidence.map(passage)));
    return line;
  }
  function describe(detail) {
    const facts = (detail.facts || []).flatMap(([label, value]) => [element("dt", {}, label), element("dd", {}, value)]);
    const parts = [
      element("button", { type: "button", class: "back", onclick: overview }, "← All"),
      element("h2", {}, detail.name),
      detail.subtitle ? element("p", { class: "soft" }, detail.subtitle) : "",
      link(detail.url),
      facts.length ? element("dl", {}, ...facts) : "",
      detail.text ? element("p", {}, detail.text) : "",
    ];
    for (const { heading, records } of detail.sections || []) parts.push(element("h3", {}, `${heading} (${records.length})`), element("ul", {}, ...records.map((number) => record(data.records[number]))));
    if (detail.evidence) parts.push(element("h3", {}, "What the sources say"), ...detail.evidence.map(passage));
    panel.replaceChildren(...parts.filter(Boolean));
    panel.scrollTop = 0;
  }
  function light(next) {
    chosen = { nodes: null, edge: null, group: null, ...next };
    hideTip();
    paint();
  }
  function select(id) {
    const drawn = data.details[id].drawn;
    light(drawn ? { nodes: new Set([id]) } : {});
    if (drawn) { network.selectNodes([id], false); bring(id); } else network.unselectAll();
    describe(data.details[id]);
  }
  function bring(id) { // into view, if it is not
    const at = network.canvasToDOM(network.getPosition(id)), box = $("picture").getBoundingClientRect();
    if (at.x < 20 || at.y < 20 || at.x > box.width - 20 || at.y > box.height - 20) network.moveTo({ position: network.getPosition(id), animation: false });
  }
  function selectEdge(id) {
    const edge = edges.get(id);
    light({ nodes: new Set([edge.from, edge.to]), edge: id });
    describe(data.ties[id]);
  }
  function overview() {
    network.unselectAll();
    light({});
    list();
  }
  function legend() {
    const entry = ({ label, terms, size }, group) => element("li", {}, element("button", { type: "button", "data-group": group, "aria-pressed": "false", onclick: (event) => toggle(group, event.currentTarget) }, swatch(group), element("span", { class: "grow" }, label, terms ? element("small", {}, terms) : ""), element("small", {}, String(size))));
    return data.groups.length ? [element("h3", {}, data.headings[0]), element("ul", { id: "legend" }, ...data.groups.map(entry))] : [];
  }
  function toggle(group, button) {
    const on = chosen.group !== group;
    panel.querySelectorAll("[aria-pressed]").forEach((other) => { other.setAttribute("aria-pressed", "false"); other.classList.remove("pressed"); });
    button.setAttribute("aria-pressed", String(on));
    button.classList.toggle("pressed", on);
    light(on ? { group } : {});
    network.redraw();
  }
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = data.details.map((detail) => fold(detail.name + " " + (detail.subtitle || "")));
  function hits() {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const found = data.details.map((_, id) => id).filter((id) => words.every((word) => names[id].includes(word)));
    return found.sort((a, b) => data.details[b].drawn - data.details[a].drawn || data.details[b].size - data.details[a].size || a - b);
  }
  function list() {
    const found = hits(), asked = search.value.trim() !== "";
    const entry = (id) => {
      const detail = data.details[id], note = detail.drawn ? (detail.facts || [])[0]?.[1] : data.lone;
      return element("li", {}, element("button", { type: "button", class: "hit", onclick: () => select(id) }, swatch(detail.group), element("span", { class: "grow" }, detail.name), element("small", {}, note || "")));
    };
    const more = found.length > LISTED ? [element("p", { class: "soft" }, `… and ${found.length - LISTED} more: search for them`)] : [];
    const head = asked ? [] : [element("p", { class: "soft" }, data.guide), ...legend()];
    panel.replaceChildren(...head, element("h3", {}, `${asked ? "Found" : data.headings[1]} (${found.length})`), element("ul", { id: "hits" }, ...found.slice(0, LISTED).map(entry)), ...more);
    panel.scrollTop = 0;
  }

  // ---- hands: mouse, touch and keyboard
  network.on("click", (event) => {
    if (event.nodes.length) select(event.nodes[0]);
    else if (event.edges.length) selectEdge(event.edges[0]);
    else overview();
  });
  search.addEventListener("input", () => { light({}); network.unselectAll(); list(); });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && hits().length) select(hits()[0]);
    if (event.key === "ArrowDown") { panel.querySelector(".hit")?.focus(); event.preventDefault(); }
  });
  panel.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = [...panel.querySelectorAll("button, a, summary")];
    if (!step) return;
    (all[all.indexOf(document.activeElement) + step] || search).focus();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; overview(); }
    if (event.key === "/" && document.activeElement !== search) { search.focus(); event.preventDefault(); }
  });
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  $("closer").addEventListener("click", () => zoom(1.4));
  $("farther").addEventListener("click", () => zoom(1 / 1.4));
  $("whole").addEventListener("click", fit);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); paint(); if (!chosen.nodes) list(); });
  addEventListener("resize", fit);

  list();
  paint();
  fit();
  window.scholargraph = { network, select }; // for those who script the page
  document.documentElement.dataset.ready = "yes"; // … or wait for the picture
})();
