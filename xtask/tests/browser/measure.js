// Measures the pictures of a page and leaves what it found, one line each, in #found.
//
// Inline pictures can be measured; those in an <img> are drawn onto a canvas, where their pixels can
// be counted.

const found = [];

addEventListener("load", () => {
  document.querySelectorAll("svg").forEach(measureInline);
  document.querySelectorAll("img").forEach(measureImage);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size < ids.length) fault("page", "two elements share an id");
  const pre = document.createElement("pre");
  pre.id = "found";
  pre.textContent = found.join("\n");
  document.body.append(pre);
});

function fault(where, what) {
  found.push(`fault: ${where}: ${what}`);
}

function measureInline(svg) {
  const where = svg.parentElement.dataset.name;
  const card = svg.querySelector(".card");
  const ground = card.getBBox();
  const scale = svg.getBoundingClientRect().width / 600;
  const texts = [...svg.querySelectorAll("text")];
  const boxes = texts.map((text) => text.getBBox());
  texts.forEach((text, i) => {
    const box = boxes[i];
    const name = `"${text.textContent}"`;
    const inside = box.x >= ground.x + 8 && box.x + box.width <= ground.x + ground.width - 8
      && box.y >= ground.y + 8 && box.y + box.height <= ground.y + ground.height - 8;
    if (!inside) fault(where, `${name} leaves the card`);
    boxes.slice(0, i).forEach((other, j) => {
      const meets = box.x < other.x + other.width && other.x < box.x + box.width
        && box.y < other.y + other.height && other.y < box.y + box.height;
      if (meets) fault(where, `${name} meets "${texts[j].textContent}"`);
    });
    if (parseFloat(getComputedStyle(text).fontSize) * scale < 12) fault(where, `${name} is small`);
    if (contrast(text, "fill", card) < 4.5) fault(where, `${name} is faint`);
  });
  for (const [mark, paint] of [
    [".completed", "fill"], [".kept", "stroke"], [".broken", "stroke"], [".cancelled", "stroke"],
    [".cross", "stroke"], [".running", "stroke"],
  ]) {
    const element = svg.querySelector(mark);
    if (element && contrast(element, paint, card) < 3) fault(where, `${mark} is faint`);
  }
  found.push(`inline ${where}: card ${getComputedStyle(card).fill}, ${texts.length} texts`);
}

function measureImage(img) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [img.naturalWidth, img.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(img, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const colours = new Map();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = `rgb(${pixels[i]}, ${pixels[i + 1]}, ${pixels[i + 2]})`;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const [ground] = [...colours].reduce((a, b) => (a[1] > b[1] ? a : b));
  if (colours.size < 20) fault(img.dataset.name, "the image is blank");
  found.push(`image ${img.dataset.name}: card ${ground}, ${img.naturalWidth} wide`);
}

// As WCAG 2 defines it, from 1 to 21.
function contrast(element, paint, card) {
  const [a, b] = [getComputedStyle(element)[paint], getComputedStyle(card).fill].map(luminance);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour) {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = colour.match(/[\d.]+/g).map((part) => linear(part / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
