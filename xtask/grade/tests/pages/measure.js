// Looks at the pages in this page's frames and leaves what it found, one line each, in #found.

const found = [];

addEventListener("load", () => {
  document.querySelectorAll("iframe").forEach((frame) => {
    const { name, scheme, script } = frame.dataset;
    const page = new Page(`${name} at ${frame.clientWidth} px`, frame.contentDocument);
    page.isOurs(name);
    page.fits();
    page.isLegible(scheme);
    page.isAccessible();
    if (name === "class") script === "off" ? page.readsWithoutScript() : page.sortsAndFilters();
  });
  const pre = document.createElement("pre");
  pre.id = "found";
  pre.textContent = found.join("\n");
  document.body.append(pre);
});

class Page {
  constructor(where, page) {
    this.where = where;
    this.page = page;
    const texts = this.all("body *").filter((element) => this.hasText(element));
    this.texts = texts;
    found.push(`${where}: ${texts.length} texts, ${this.all("a").length} links`);
  }

  all(selector) {
    return [...this.page.querySelectorAll(selector)];
  }

  expect(holds, what) {
    if (!holds) found.push(`fault: ${this.where}: ${what}`);
  }

  hasText(element) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return own && !["STYLE", "SCRIPT", "style"].includes(element.tagName);
  }

  // Nothing of a student's is anything but text.
  isOurs(name) {
    const title = this.page.title;
    this.expect(name === "class" ? title === "Class overview" : title !== "evil", `title ${title}`);
    const foreign = this.all("img, image, iframe, object, embed, form, link, [href^='javascript:']");
    this.expect(foreign.length === 0, `${foreign.length} foreign elements`);
    this.expect(this.all("script").length === (name === "class" ? 1 : 0), "scripts");
    const handlers = this.all("*").filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)));
    this.expect(handlers.length === 0, `${handlers.length} handlers`);
    this.expect(this.all("a").every((a) => a.protocol === "file:"), "a link leads outside");
    const loaded = this.page.defaultView.performance.getEntriesByType("resource");
    this.expect(loaded.length === 0, `it loads ${loaded.map((entry) => entry.name)}`);
  }

  // The page does not scroll sideways, though boxes in it may.
  fits() {
    const root = this.page.documentElement;
    this.expect(root.scrollWidth <= root.clientWidth, `${root.scrollWidth} px wide`);
    this.expect(root.clientWidth > 300, "it has no width");
  }

  isLegible(scheme) {
    const ground = this.page.defaultView.getComputedStyle(this.page.body).backgroundColor;
    this.expect((luminance(ground) > 0.5) === (scheme === "light"), `${scheme}: ground ${ground}`);
    const faint = new Set();
    for (const element of this.texts.filter((element) => !element.closest("svg"))) {
      const style = this.page.defaultView.getComputedStyle(element);
      if (contrast(style.color, this.groundOf(element)) < 4.5) {
        faint.add(`${element.tagName}.${element.className}`);
      }
    }
    this.expect(faint.size === 0, `faint: ${[...faint]}`);
  }

  groundOf(element) {
    for (; element; element = element.parentElement) {
      const ground = this.page.defaultView.getComputedStyle(element).backgroundColor;
      if (ground !== "rgba(0, 0, 0, 0)") return ground;
    }
    return "rgb(255, 255, 255)";
  }

  isAccessible() {
    this.expect(this.page.documentElement.lang === "en", "no language");
    this.expect(this.all("meta[name=viewport]").length === 1, "no viewport");
    this.expect(this.all("th:not([scope])").length === 0, "a heading of a table without a scope");
    const ids = this.all("[id]").map((element) => element.id);
    this.expect(new Set(ids).size === ids.length, "two elements share an id");
    const levels = this.all("h1, h2, h3").map((heading) => Number(heading.tagName[1]));
    this.expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), "a level is left out");
    const named = this.all("[aria-labelledby]").flatMap((e) => e.getAttribute("aria-labelledby").split(" "));
    this.expect(named.every((id) => this.page.getElementById(id)), "a name that is not there");
  }

  rows() {
    return this.all("#matrix tbody tr").filter((row) => row.getClientRects().length > 0);
  }

  sortsAndFilters() {
    const all = this.rows().length;
    const filter = this.page.getElementById("filter");
    const look = (words) => {
      filter.value = words;
      filter.dispatchEvent(new Event("input"));
      return this.rows();
    };
    this.expect(all === this.all("#matrix tbody tr").length && all > 1, `${all} rows`);
    this.expect(look("S007.html").length === 1, "the filter does not find an id");
    const refused = look("refused");
    this.expect(refused.length > 0 && refused.length < all, `${refused.length} refused`);
    this.expect(refused.every((row) => row.textContent.includes("refused")), "found too much");
    this.expect(look("no such student").length === 0, "the filter finds what is not there");
    this.expect(look("").length === all, "the filter keeps rows");

    // Whoever has no grade yet has no number there.
    const number = (cell) => Number(cell.textContent.match(/[\d.]+/) ?? -1);
    const points = () => this.rows().map((row) => number(row.cells[1]));
    const click = (column) => this.all("#matrix thead button")[column].click();
    const sorted = (order) => points().every((p, i, all) => i === 0 || order * (p - all[i - 1]) >= 0);
    this.expect(!sorted(1) && !sorted(-1), "the points are in order before");
    click(1);
    this.expect(sorted(1), "the fewest points do not come first");
    click(1);
    this.expect(sorted(-1), "the most points do not come first");
    const names = () => this.rows().map((row) => row.cells[0].textContent);
    click(0);
    const compare = (a, b) => a.localeCompare(b);
    this.expect(String(names()) === String(names().sort(compare)), "the names are in no order");
    this.expect(this.all("[aria-sort]").length === 1, "no heading, or several, tell the order");
  }

  readsWithoutScript() {
    const tools = this.page.getElementById("tools");
    this.expect(tools.getClientRects().length === 0, "tools that do nothing are shown");
    this.expect(this.rows().length === this.all("#matrix tbody tr").length, "rows are hidden");
    this.expect(this.all("#matrix button").length === 0, "the script did run");
  }
}

// As WCAG 2 defines it, from 1 to 21.
function contrast(one, other) {
  const [a, b] = [one, other].map(luminance);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour) {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = colour.match(/[\d.]+/g).map((part) => linear(part / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
